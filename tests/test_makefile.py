"""The targets tell what failed and what to run, and the changelog is made of fragments."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
STEPS = ROOT / ".ci" / "steps"
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))
KINDS = ("added", "changed", "deprecated", "fixed", "removed", "security")


def run(*command: object, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(word) for word in command], cwd=cwd, capture_output=True, text=True, check=False)


def test_help_lists_every_target_in_a_line() -> None:
    lines = run("make", "--no-print-directory", "help").stdout.splitlines()
    assert {line.split()[1] for line in lines} == TARGETS
    assert all(len(line) < 120 for line in lines)


def test_steps_that_all_succeed_are_a_success() -> None:
    done = run(STEPS, "try", "one", "echo 1", "mend one", "two", "echo 2", "mend two")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "try: one\n1\ntry: two\n2\ntry: all is well\n"


def test_every_step_runs_and_the_last_lines_say_what_failed_and_what_to_run() -> None:
    done = run(STEPS, "try", "one", "false | true", "run `make one`", "two", "echo 2", "-", "three", "exit 3", "run `make three`")
    assert done.returncode == 1
    assert done.stdout == "try: one\ntry: two\n2\ntry: three\n"
    assert done.stderr == "\ntry: one failed; run `make one`\ntry: three failed; run `make three`\n"


@pytest.mark.parametrize("target", ["check", "test"])
def test_the_targets_that_judge_a_change_go_on_to_the_end(target: str) -> None:
    recipe = MAKEFILE.partition(f"\n{target}: ")[2].partition("\n\n")[0]
    assert recipe.partition("\n")[2].startswith("\t@.ci/steps $@ \\\n")
    assert set(re.findall(r"`make ([a-z]+)`", recipe)) <= TARGETS


def test_the_fragments_of_the_next_release_are_such_that_a_changelog_can_be_made_of_them() -> None:
    draft = run(sys.executable, "-m", "towncrier", "build", "--draft", "--version", "9.9.9")
    assert draft.returncode == 0, draft.stderr
    fragments = [file for file in (ROOT / "docs" / "changes").iterdir() if file.name != "README.md"]
    assert all(" ".join(file.read_text().split()) in " ".join(draft.stdout.split()) for file in fragments)


def test_a_release_moves_the_fragments_into_the_changelog_in_its_form(tmp_path: Path) -> None:
    for name in ("pyproject.toml", "CHANGELOG.md"):
        shutil.copy(ROOT / name, tmp_path)
    folder = tmp_path / "docs" / "changes"
    folder.mkdir(parents=True)
    for kind in KINDS:
        (folder / f"+new.{kind}.md").write_text(f"What is {kind},\nin two lines.\n")
    made = run(sys.executable, "-m", "towncrier", "build", "--yes", "--version", "9.9.9", "--date", "2030-01-02", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    assert list(folder.iterdir()) == []
    before = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    notes = "\n".join(f"### {kind.title()}\n\n- What is {kind},\n  in two lines.\n" for kind in KINDS)
    head, marker, tail = before.partition("<!-- towncrier release notes start -->\n")
    after = (tmp_path / "CHANGELOG.md").read_text(encoding="utf-8")
    assert after.split() == f"{head}{marker}\n## [9.9.9] - 2030-01-02\n\n{notes}\n{tail}".split()
