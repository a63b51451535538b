"""The targets of the Makefile, and the script that CI runs them with."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))


def run(
    *command: object, cwd: Path = ROOT, path: str = os.environ["PATH"]
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env={**os.environ, "PATH": path},
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


def test_ci_runs_every_part_and_names_what_failed(tmp_path: Path) -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    targets = re.findall(r"^make ([a-z]+)\b", script, re.MULTILINE)
    (tmp_path / ".ci").mkdir()
    (tmp_path / ".ci" / "run").write_text(script)
    programs = tmp_path / "programs"
    programs.mkdir()
    for needed in re.findall(r"^command -v (\S+)", script, re.MULTILINE):
        (programs / needed).symlink_to("/bin/true")  # so that it installs nothing
    endings = {
        "demo": "echo shown",
        "check": "exit 1",
        "test": "echo 'FAILED tests/a.py::b - x'; echo '== 1 failed, 2 passed in 3s =='; exit 1",
    }
    assert targets == list(endings)
    (tmp_path / "Makefile").write_text(
        "".join(f"{target}:\n\t@{line}\n" for target, line in endings.items())
    )
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    done = run("bash", tmp_path / ".ci" / "run", path=path)
    assert done.returncode == 1
    everything, _, closing = done.stdout.partition("--- .ci/run\n")
    assert "shown" in everything
    assert [re.sub(r"Makefile:\d+: ", "", line) for line in closing.splitlines()] == [
        "make: *** [check] Error 1",
        "FAILED tests/a.py::b - x",
        "== 1 failed, 2 passed in 3s ==",
        "make: *** [test] Error 1",
        "failed: make check",
        "failed: make test",
    ]
    (tmp_path / "Makefile").write_text("".join(f"{target}:\n\t@:\n" for target in targets))
    done = run("bash", tmp_path / ".ci" / "run", path=path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "--- .ci/run\n", "")


def test_what_is_handed_down_to_the_tests_is_dropped() -> None:
    outer = {
        "MAKEFLAGS": "k",
        "MAKELEVEL": "1",
        "GIT_DIR": "/nowhere",
        "FORCE_COLOR": "1",
        "VODHOOKS_PORT": "1",
        "COLUMNS": "10",
    }
    code = "import os, tests.conftest; print(*os.environ)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, **outer},
        capture_output=True,
        text=True,
        check=True,
    )
    assert outer.keys().isdisjoint(done.stdout.split())
    assert "PATH" in done.stdout.split()
