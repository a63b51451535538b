"""The test of the design: a new channel, or a new message on a channel, is a schema, an entry in openapi.yaml and `generate`."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent / "new_vendor"
PARTS = ("schemas", "openapi.yaml", "pyproject.toml", "src", "generated")

CHANNEL = """
post:
  operationId: receiveAcmeJobs
  summary: A job has finished
  requestBody:
    content:
      application/json:
        schema:
          oneOf:
            - $ref: schemas/acme/jobs/job_finished.json
  responses: {'200': {description: Stored.}}
  x-vodhooks:
    channel: acme.jobs
    messages:
      - name: acme.jobs.job_finished
        told-by: job.finished
        identity: [/job/id]
    discriminator: /event
    unknown-messages: refuse
    signature: tencent-vod-callback
    occurred-at: {pointer: /at, unit: seconds}
    delivery: {success: [200], evidence: inferred}
"""

TYPED = """
from vodhooks import UnknownEvent, parse
from vodhooks_contracts.channels import ACME_JOBS, TENCENT_VOD

job, notice = parse(b"", ACME_JOBS), parse(b"", TENCENT_VOD)
assert not isinstance(job, UnknownEvent) and not isinstance(notice, UnknownEvent)
reveal_type(job.payload["job"]["id"])
reveal_type(notice.payload["EventType"])
job.payload["jobs"]
"""


def files(folder: Path) -> dict[str, bytes]:
    found = (file for file in folder.rglob("*") if file.is_file() and "__pycache__" not in file.parts)
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in found}


def run(root: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a Python module or script with the copy's packages, and no others of these names."""
    paths = os.pathsep.join(str(root / part) for part in ("src", "generated"))
    environment = {**os.environ, "PYTHONPATH": paths, "MYPYPATH": paths}
    return subprocess.run([sys.executable, *command], cwd=root, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the project with two messages more, made by `vodhooks generate`."""
    root = tmp_path_factory.mktemp("project")
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, root / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / part, root / part)
    (root / "schemas" / "acme" / "jobs").mkdir(parents=True)
    shutil.copy(HERE / "job_finished.json", root / "schemas" / "acme" / "jobs")
    shutil.copy(HERE / "file_deleted.json", root / "schemas" / "tencent" / "vod")

    document = yaml.safe_load((root / "openapi.yaml").read_bytes())
    items = document["components"]["pathItems"]
    items["acme.jobs"] = yaml.safe_load(CHANNEL)
    document["paths"]["/callbacks/acme/jobs"] = {"$ref": "#/components/pathItems/acme.jobs"}
    body = items["tencent.vod"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    body["anyOf"].insert(0, {"$ref": "schemas/tencent/vod/file_deleted.json"})
    told = {
        "name": "tencent.vod.file_deleted",
        "told-by": "FileDeleted",
        "identity": ["/EventType", "/FileDeleteEvent/FileIdSet"],
    }
    items["tencent.vod"]["post"]["x-vodhooks"]["messages"].append(told)
    (root / "openapi.yaml").write_text(yaml.safe_dump(document, sort_keys=False))

    before = files(root / "src")
    done = run(root, "-m", "vodhooks", "generate")
    assert (done.returncode, done.stderr) == (0, "")
    assert files(root / "src") == before
    return root


@pytest.fixture(scope="module")
def outcome(copy: Path) -> dict[str, Any]:
    done = run(copy, str(HERE / "tryout.py"))
    assert (done.returncode, done.stderr) == (0, "")
    result: dict[str, Any] = json.loads(done.stdout)
    assert Path(result["package"]).is_relative_to(copy)
    return result


def test_the_new_messages_are_generated_completely(copy: Path) -> None:
    assert run(copy, "-m", "vodhooks", "generate", "--check").returncode == 0


def test_a_new_channel_is_parsed_identified_dated_and_viewed(outcome: dict[str, Any]) -> None:
    new = outcome["new channel"]
    assert "acme.jobs" in outcome["channels"]
    assert new["parsed"] == new["recognised"] == "acme.jobs.job_finished"
    assert (new["identity"], new["occurred_at"], new["model"]) == (["job-0001"], 1_700_000_000, "AcmeJobsJobFinished")


def test_a_new_channel_is_validated_and_its_drift_named(outcome: dict[str, Any]) -> None:
    assert outcome["new channel"]["violations"] == [" required", " required"]
    assert outcome["new channel"]["drift"] == ["/new"]


def test_a_new_channel_is_signed_with_a_scheme_that_exists(outcome: dict[str, Any]) -> None:
    assert outcome["signed"] is True


def test_a_new_message_on_an_existing_channel_is_no_longer_unknown(outcome: dict[str, Any]) -> None:
    new = outcome["new message"]
    assert new["parsed"] == new["recognised"] == "tencent.vod.file_deleted"
    assert (new["identity"], new["model"]) == (["FileDeleted", ["1"]], "TencentVodFileDeleted")


def test_each_rule_of_the_new_messages_gets_a_broken_payload(outcome: dict[str, Any]) -> None:
    for new in (outcome["new channel"], outcome["new message"]):
        assert len(new["cases"]) == new["rules"] > 5
    hardest = {"id/pattern", "priority/anyOf/0/anyOf/1/minimum", "priority/anyOf/1/maxLength", "owner/additionalProperties"}
    assert {f"AcmeJobsJob/properties/{rule}" for rule in hardest} <= set(outcome["new channel"]["cases"])


def test_the_payloads_of_new_messages_are_typed(copy: Path) -> None:
    (copy / "typed.py").write_text(TYPED)
    done = run(copy, "-m", "mypy", "--strict", "--cache-dir", str(copy / "cache"), "--follow-imports=silent", "typed.py")
    assert [line.partition(": ")[2] for line in done.stdout.splitlines()[:-1]] == [
        'note: Revealed type is "str"',
        "note: Revealed type is \"Literal['ReviewAudioVideoComplete'] | Literal['FileDeleted']\"",
        'error: TypedDict "AcmeJobsJobFinished" has no key "jobs"  [typeddict-item]',
        'note: Did you mean "job"?',
    ]
