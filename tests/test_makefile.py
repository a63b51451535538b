"""The targets of the Makefile."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))


# What an outer make hands down would count the level in the messages of an inner one.
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}


def run(*command: object, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_help_lists_every_target_in_a_line() -> None:
    lines = run("make", "--no-print-directory", "help").stdout.splitlines()
    assert {line.split()[1] for line in lines} == TARGETS
    assert all(len(line) < 120 for line in lines)


@pytest.mark.parametrize("target", ["check", "test"])
def test_a_target_goes_on_and_names_what_failed(target: str, tmp_path: Path) -> None:
    steps = re.findall(rf"^({target}-[a-z]+):", MAKEFILE, re.MULTILINE)
    assert re.search(rf"^{target}: {' '.join(steps)} ## ", MAKEFILE, re.MULTILINE)
    (tmp_path / "Makefile").write_text(
        MAKEFILE.partition("PYTHON ?=")[0]
        + f"{target}: {' '.join(steps)}\n"
        + f"{target}-%:\n\t@echo $@; exit 1\n"
    )
    done = run("make", target, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout.split() == steps
    assert re.findall(r"^make: \*\*\* .* (\S+)\] Error 1$", done.stderr, re.MULTILINE) == steps
