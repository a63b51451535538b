# Everything that people do here. Each target sets up what it needs; `make` alone lists them.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

WHEEL := .venv-wheel
INSTALL := pip install --quiet --disable-pip-version-check --constraint constraints.txt

.PHONY: help demo test generate check bench build clean

help: ## List the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 18

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/$(INSTALL) pip
	$(BIN)/$(INSTALL) --editable '.[all]' --group dev
	@touch $@

tests/node/node_modules: tests/node/package-lock.json
	cd tests/node && npm ci --silent --no-audit --no-fund
	@touch $@

demo: $(READY) ## Validate the vendors' samples, refuse a forgery, explain a broken payload
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python docs/demo.py

test: $(READY) tests/node/node_modules ## Run every test, on the checkout and on the installed wheel
	$(BIN)/python -m pytest --numprocesses 2
	rm -rf $(WHEEL)
	$(PYTHON) -m venv $(WHEEL)
	$(WHEEL)/bin/$(INSTALL) pip
	$(BIN)/python -m build --no-isolation --wheel --outdir $(WHEEL)/dist >/dev/null
	$(WHEEL)/bin/$(INSTALL) "$$(echo $(WHEEL)/dist/*.whl)[all]" --group dev
	VODHOOKS_TEST_INSTALLED=1 $(WHEEL)/bin/python -m pytest --numprocesses 2 --override-ini pythonpath=

generate: $(READY) ## Make everything below generated/ from schemas/ and openapi.yaml
	$(BIN)/vodhooks generate

check: $(READY) ## Lint, types, import layers, generated code
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pyright
	$(BIN)/lint-imports --no-cache
	$(BIN)/vodhooks generate --check

bench: $(READY) ## Measure the accept path, the command line and start-up
	$(BIN)/python tests/bench

build: $(READY) ## Build the sdist and the wheel into dist/
	$(BIN)/python -m build

clean: ## Remove what the other targets made, generated/ excepted
	rm -rf $(VENV) $(WHEEL) dist tests/node/node_modules .coverage* htmlcov .mypy_cache .pytest_cache .ruff_cache .hypothesis
