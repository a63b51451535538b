"""The steps of the GitHub Action, run with bash as a runner runs them."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from tests.support.served import CLOSED, serving
from vodhooks.testing import example

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ACTION: dict[str, Any] = yaml.safe_load(Path("deploy/action.yml").read_text(encoding="utf-8"))
STEPS: dict[str, dict[str, Any]] = {
    step["name"]: step for step in ACTION["runs"]["steps"] if "run" in step
}
BASH = shutil.which("bash") or ""
CASES = "--case=polyv.video_outline/signature/wrong/"


def run_step(
    name: str, folder: Path, inputs: Mapping[str, str], settings: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a step with the action's inputs in its environment, and those files that a runner gives it."""
    defaults = {key: entry.get("default", "") for key, entry in ACTION["inputs"].items()}
    given = {**defaults, **inputs}
    environment = {
        variable: re.sub(r"\$\{\{ inputs\.([a-z-]+) \}\}", lambda found: given[found[1]], value)
        for variable, value in STEPS[name]["env"].items()
    }
    assert not [value for value in environment.values() if "${{" in value]
    files = {"GITHUB_OUTPUT": "output", "GITHUB_STEP_SUMMARY": "summary"}
    return subprocess.run(
        [BASH, "--noprofile", "--norc", "-eo", "pipefail", "-c", STEPS[name]["run"]],
        cwd=folder,
        env={
            **os.environ,
            **environment,
            **(settings or {}),
            **{variable: str(folder / file) for variable, file in files.items()},
            "RUNNER_TEMP": str(folder),
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
            "PIP_NO_INDEX": "1",
        },
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.fixture(scope="module")
def open_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(tmp_path_factory.mktemp("receiver"), {}, "--insecure") as served:
        yield f"http://127.0.0.1:{served.port}"


@pytest.mark.parametrize("command", ["validate", "fuzz"])
def test_what_a_command_needs_is_installed(command: str, tmp_path: Path) -> None:
    done = run_step("Install", tmp_path, {"command": command})
    assert (done.returncode, done.stdout) == (0, ""), done.stderr


def test_another_command_is_refused(tmp_path: Path) -> None:
    done = run_step("Install", tmp_path, {"command": "serve"})
    assert done.returncode == 2
    assert done.stdout == "::error::command is neither validate nor fuzz\n"


def test_files_are_validated_and_marked(tmp_path: Path) -> None:
    fine = example("polyv.video_outline.generate_fail")
    (tmp_path / "fine one.json").write_text(json.dumps(fine))
    (tmp_path / "broken.json").write_text(json.dumps({**fine, "taskId": "7"}))
    inputs = {"command": "validate", "target": "fine one.json\n", "arguments": "--strict"}
    assert run_step("Run", tmp_path, inputs).returncode == 0
    done = run_step("Run", tmp_path, {**inputs, "target": "fine one.json\nbroken.json"})
    assert done.returncode == 1
    assert done.stdout.startswith("::error title=vodhooks%3A invalid,file=broken.json::")


def test_a_receiver_is_fuzzed_and_the_report_is_kept(tmp_path: Path, open_url: str) -> None:
    inputs = {"command": "fuzz", "target": open_url, "arguments": CASES}
    done = run_step("Run", tmp_path, inputs, CLOSED)
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith(
        "::error title=vodhooks%3A lets strangers in%3A signature/wrong::a signature that was "
    )
    folder = tmp_path / "vodhooks-report"
    assert (tmp_path / "output").read_text() == f"folder={folder}\n"
    assert "lets strangers in" in (tmp_path / "summary").read_text()
    kept = sorted(file.suffix for file in folder.rglob("*") if file.is_file())
    assert kept == [".har", ".html", ".json", ".json"]
    known = {**inputs, "baseline": str(folder / "report.json")}
    (tmp_path / "again").mkdir()
    again = run_step("Run", tmp_path / "again", known, CLOSED)
    assert again.returncode == 0, again.stderr
    assert again.stdout.startswith("::notice ")


def test_a_receiver_that_is_down_fails_the_step(tmp_path: Path) -> None:
    inputs = {"command": "fuzz", "target": "http://127.0.0.1:9", "arguments": CASES}
    done = run_step("Run", tmp_path, inputs, CLOSED)
    assert done.returncode == 2
    assert "nothing takes connections" in done.stderr


def test_the_page_is_an_artefact_whatever_was_found() -> None:
    upload = ACTION["runs"]["steps"][-1]
    assert upload["uses"].startswith("actions/upload-artifact@")
    assert upload["if"].startswith("${{ always()")
