"""The test of the design, by the walkthroughs of docs/howto/add-a-vendor.md, done literally in a copy of the project.

A field, a message on a channel that exists, and a vendor's channel are schemas, entries in openapi.yaml and `make generate`.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.outside import NODE, ROOT

HERE = Path(__file__).parent / "new_vendor"
PARTS = (
    "schemas",
    "openapi.yaml",
    "pyproject.toml",
    "Makefile",
    "src",
    "generated",
    "tests",
    "constraints.txt",
)
LEFT_OUT = shutil.ignore_patterns("__pycache__", "node_modules", ".hypothesis")
JSON2TS = str(NODE / "node_modules" / ".bin" / "json2ts")
MAKE = (
    "make",
    "--old-file",
    ".venv/.ready",
    "--old-file",
    "tests/node/node_modules",
    f"BIN={Path(sys.executable).parent}",
)
"""With the tools of the interpreter that runs the tests, and what sets them up as good as done."""

WALKTHROUGHS = ("Add a field", "Add a message", "Add a vendor")
STEP = re.compile(
    r"(?:`([^`\n]+)`:\n\n)?^```(diff|json|console)\n(.*?)^```$", re.MULTILINE | re.DOTALL
)
"""A block, and before it the file that it creates or changes."""

TYPED = """
from vodhooks import UnknownEvent, parse
from vodhooks_contracts.channels import ACME_JOBS, TENCENT_VOD

job, notice = parse(b"", ACME_JOBS), parse(b"", TENCENT_VOD)
assert not isinstance(notice, UnknownEvent)
reveal_type(job.payload["job"]["id"])
reveal_type(notice.payload["EventType"])
job.payload["jobs"]
"""


def files(folder: Path) -> dict[str, bytes]:
    found = (
        file for file in folder.rglob("*") if file.is_file() and "__pycache__" not in file.parts
    )
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in found}


def run(root: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command with the copy's packages, and no others of these names."""
    paths = os.pathsep.join(str(root / part) for part in ("src", "generated"))
    inherited = {
        name: value for name, value in os.environ.items() if name != "TEST_INSTALLED_VODHOOKS"
    }
    environment = {**inherited, "PYTHONPATH": paths, "MYPYPATH": paths}
    return subprocess.run(
        command, cwd=root, env=environment, capture_output=True, text=True, check=False
    )


def python(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run(root, sys.executable, *arguments)


def patched(text: str, diff: str) -> str:
    """Return a text with the hunks of a diff applied, each where its context stands, which must be one place."""
    for hunk in diff.split("@@\n"):
        lines = hunk.splitlines(keepends=True)
        before, after = (
            "".join(line[1:] for line in lines if line[0] in f" {sign}") for sign in "-+"
        )
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    return text


def follow(root: Path, walkthrough: str) -> None:
    """Do in a copy of the project what the page shows under a heading, block by block."""
    page = (ROOT / "docs" / "howto" / "add-a-vendor.md").read_text(encoding="utf-8")
    commands = []
    for name, language, block in STEP.findall(
        page.partition(f"\n## {walkthrough}\n")[2].partition("\n## ")[0]
    ):
        file = root / name
        if language == "console":
            commands.append(block)
            assert block == "$ make generate\n"
            made = run(root, *MAKE, f"JSON2TS={JSON2TS}", "generate")
            assert made.returncode == 0, made.stderr
        elif language == "diff":
            file.write_text(patched(file.read_text(encoding="utf-8"), block), encoding="utf-8")
        else:
            assert not file.exists()
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block, encoding="utf-8")
    assert len(commands) == 1


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the project with a field and two messages more, as the page says."""
    root = tmp_path_factory.mktemp("project")
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, root / part, ignore=LEFT_OUT)
        else:
            shutil.copy(ROOT / part, root / part)
    before = files(root / "src")
    for walkthrough in WALKTHROUGHS:
        follow(root, walkthrough)
    assert files(root / "src") == before
    return root


@pytest.fixture(scope="module")
def copy(walked: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy whose new vendor has more rules than a page has room for."""
    root = tmp_path_factory.mktemp("more") / "project"
    shutil.copytree(walked, root, ignore=shutil.ignore_patterns("tests"))
    shutil.copytree(walked / "tests" / "vectors", root / "tests" / "vectors")
    file, more = (
        root / "schemas" / "acme" / "jobs" / "job_finished.json",
        json.loads((HERE / "more_rules.json").read_bytes()),
    )
    schema = json.loads(file.read_bytes())
    schema["$defs"]["job"]["properties"] |= more["properties"]
    schema["examples"] = more["examples"]
    file.write_text(json.dumps(schema))
    done = python(root, "-m", "vodhooks", "generate")
    assert (done.returncode, done.stderr) == (0, "")
    return root


@pytest.fixture(scope="module")
def outcome(copy: Path) -> dict[str, Any]:
    done = python(copy, str(HERE / "tryout.py"))
    assert (done.returncode, done.stderr) == (0, "")
    result: dict[str, Any] = json.loads(done.stdout)
    assert Path(result["package"]).is_relative_to(copy)
    return result


def test_what_is_new_is_generated_completely(walked: Path) -> None:
    assert (
        python(walked, "-m", "vodhooks", "generate", "--check", "--json2ts", JSON2TS).returncode
        == 0
    )


def test_what_is_new_is_tested_by_what_is_there(walked: Path) -> None:
    suite = [
        f"tests/{name}.py"
        for name in (
            "contract/test_schemas",
            "contract/test_rules",
            "test_catalogue",
            "test_vectors",
        )
    ]
    done = python(walked, "-m", "pytest", "-q", "-p", "no:cacheprovider", *suite)
    assert done.returncode == 0, done.stdout


def test_a_new_field_is_typed_and_no_longer_drift(walked: Path) -> None:
    script = """
import json
from vodhooks import parse
from vodhooks.testing import examples
from vodhooks_contracts.types.polyv.video_outline.generate_fail import PolyvVideoOutlineGenerateFail
(told,) = [payload for payload in examples("polyv.video_outline.generate_fail") if "failureCode" in payload]
event = parse(json.dumps(told).encode(), "polyv.video_outline")
print(event.model.failure_code, event.drift, "failureCode" in PolyvVideoOutlineGenerateFail.__annotations__)
"""
    done = python(walked, "-c", script)
    assert (done.stdout, done.stderr) == ("no speech () True\n", "")


def test_the_new_messages_are_declared_for_typescript(walked: Path) -> None:
    declared = (walked / "generated" / "typescript" / "vodhooks-contracts.d.ts").read_text()
    assert '  "acme.jobs.job_finished": AcmeJobsJobFinished;\n' in declared
    assert '  "acme.jobs": AcmeJobsJobFinished;\n' in declared
    (union,) = re.findall(r'^  "tencent\.vod":([\s\w|]+);$', declared, re.MULTILINE)
    first, *_, last = (name for name in re.split(r"[\s|]+", union) if name)
    assert (first, last) == ("TencentVodDubMediaComplete", "TencentVodOtherEvent")


def test_a_new_channel_is_parsed_dated_and_viewed(outcome: dict[str, Any]) -> None:
    new = outcome["new channel"]
    assert "acme.jobs" in outcome["channels"]
    assert new["parsed"] == new["recognised"] == "acme.jobs.job_finished"
    assert (new["identity"], new["occurred_at"], new["model"]) == (
        ["job-0001"],
        1_700_000_000,
        "AcmeJobsJobFinished",
    )


def test_a_new_channel_is_validated_with_its_drift(outcome: dict[str, Any]) -> None:
    assert outcome["new channel"]["violations"] == [" required", " required"]
    assert outcome["new channel"]["drift"] == ["/new"]


def test_a_new_channel_is_signed_with_a_known_scheme(outcome: dict[str, Any]) -> None:
    assert outcome["signed"] is True


def test_a_new_message_on_an_old_channel_is_known(outcome: dict[str, Any]) -> None:
    new = outcome["new message"]
    assert new["parsed"] == new["recognised"] == "tencent.vod.dub_media_complete"
    assert (new["identity"], new["model"]) == (
        ["DubMediaComplete", "1250000000-Dub-1"],
        "TencentVodDubMediaComplete",
    )


def test_each_new_rule_gets_a_broken_payload(outcome: dict[str, Any]) -> None:
    for new in (outcome["new channel"], outcome["new message"]):
        assert len(new["cases"]) == new["rules"] > 5
    hardest = {
        "id/pattern",
        "priority/anyOf/0/anyOf/1/minimum",
        "priority/anyOf/1/maxLength",
        "owner/additionalProperties",
    }
    assert {f"AcmeJobsJob/properties/{rule}" for rule in hardest} <= set(
        outcome["new channel"]["cases"]
    )


def test_the_payloads_of_new_messages_are_typed(copy: Path) -> None:
    (copy / "typed.py").write_text(TYPED)
    done = python(
        copy,
        "-m",
        "mypy",
        "--strict",
        "--cache-dir",
        str(copy / "cache"),
        "--follow-imports=silent",
        "typed.py",
    )
    first, kinds, *rest = [line.partition(": ")[2] for line in done.stdout.splitlines()[:-1]]
    assert "Literal['DubMediaComplete']" in kinds
    assert [first, *rest] == [
        'note: Revealed type is "str"',
        'error: TypedDict "AcmeJobsJobFinished" has no key "jobs"  [typeddict-item]',
        'note: Did you mean "job"?',
    ]
