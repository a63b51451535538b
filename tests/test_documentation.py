"""Runs what the README and docs/ show: each file's blocks in order, in one folder, as a reader would."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
MAKE = re.compile(r"(?:^ *|`|^\$ )make ([a-z]+)", re.MULTILINE)


class Block(NamedTuple):
    language: str
    text: str


def blocks(page: Path) -> list[Block]:
    return [Block(*match.groups()) for match in BLOCK.finditer(page.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_block_does_what_it_shows(page: Path, tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONWARNINGS": "error",
    }
    environment.pop("VODHOOKS_POLYV_SECRETS", None)
    script = ""
    for block in blocks(page):
        if block.language == "python":
            script += block.text
            run = subprocess.run(
                [sys.executable, "-c", script], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
            )
            assert run.returncode == 0, run.stderr
        elif block.language == "console":
            for command, expected in transcript(block.text):
                if MAKE.match(command):
                    continue
                run = subprocess.run(
                    ["/bin/bash", "-c", command], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
                )
                assert run.stdout + run.stderr == expected, command


def transcript(text: str) -> list[tuple[str, str]]:
    """Split a console block into commands, told by a leading dollar, and what each prints."""
    steps = re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]
    return [(command, output) for command, _, output in (step.partition("\n") for step in steps)]


def test_every_make_target_in_the_text_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = {
        target for page in [*PAGES, ROOT / "CONTRIBUTING.md", ROOT / ".ci" / "run"] for target in MAKE.findall(page.read_text())
    }
    assert named <= targets
    assert {"demo", "test"} <= named


def test_ci_runs_the_commands_that_the_readme_promises() -> None:
    promised = set(MAKE.findall((ROOT / "README.md").read_text()))
    assert {"demo", "test", "check"} <= set(MAKE.findall((ROOT / ".ci" / "run").read_text()))
    assert {"demo", "test"} <= promised
