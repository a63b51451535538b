"""`vodhooks drift` reports what the contract does not know, and writes or makes the change that it would need."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from vodhooks.classification import classify
from vodhooks.inbox.database import connect
from vodhooks.inbox.store import Inbox, ReceivedDelivery
from vodhooks.testing import example

Run = Callable[..., subprocess.CompletedProcess[str]]

ROOT = Path(__file__).resolve().parents[2]
FAIL = "polyv.video_outline.generate_fail"
KNOWN = example(FAIL)
DRIFTING = {**KNOWN, "reason": "too short"}
BROKEN = {**KNOWN, "taskId": "30"}
DRIFT = f"{FAIL}: drift: /reason: unknown property\n"


def lines(*payloads: Any) -> bytes:
    return b"".join(json.dumps(payload).encode() + b"\n" for payload in payloads)


def kept(folder: Path) -> str:
    url = f"sqlite:///{folder}/inbox.sqlite3"
    engine = connect(url)
    body = json.dumps(DRIFTING).encode()
    Inbox(engine).keep([ReceivedDelivery.of(classify(body, "polyv.video_outline"), 10**15)])
    engine.dispose()
    return url


@pytest.mark.parametrize(
    ("stdin", "status"),
    [
        (lines(KNOWN, KNOWN), 0),
        (lines(KNOWN, DRIFTING), 1),
        (lines(BROKEN), 1),
        (lines({"EventType": "NotYetKnown"}), 0),
        (b"nope\n", 2),
        (lines({}), 2),
        (b"nope\n" + lines(KNOWN), 0),
        (b"", 0),
    ],
)
def test_the_exit_code_tells_drift(vodhooks: Run, stdin: bytes, status: int) -> None:
    done = vodhooks("drift", "--ndjson", "-", stdin=stdin)
    assert (done.returncode, done.stderr) == (status, "")
    assert done.stdout.splitlines()[-1].startswith(f"{stdin.count(10)} payload")


def test_kinds_without_a_contract_are_named(vodhooks: Run) -> None:
    kinds = lines(
        {"EventType": "NotYetKnown"}, {"EventType": "NotYetKnown"}, {"EventType": "New\x1b"}
    )
    done = vodhooks("drift", "--ndjson", "-", stdin=kinds)
    assert done.returncode == 0
    assert (
        "tencent.vod: 3 of kinds that have no contract: NotYetKnown 2, New\\x1b 1, first at "
        in done.stdout
    )
    found = json.loads(vodhooks("drift", "--ndjson", "-", "--format", "json", stdin=kinds).stdout)
    assert found["unknown_kinds"][0]["kinds"] == {"NotYetKnown": 2, "New\x1b": 1}


def test_programs_learn_why_nothing_could_be_checked(vodhooks: Run) -> None:
    done = vodhooks("drift", "--ndjson", "-", "--format", "json", stdin=b"nope\n")
    assert done.returncode == 2
    assert done.stderr.startswith("vodhooks: -:1: ")


def test_files_and_patterns_are_read_in_order(vodhooks: Run, tmp_path: Path) -> None:
    (tmp_path / "b.ndjson").write_bytes(lines(KNOWN, DRIFTING))
    (tmp_path / "a.json").write_bytes(lines(DRIFTING))
    done = vodhooks("drift", "*.*")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == (
        f"{DRIFT}  seen 2 times in 2 of 3 payloads, first at a.json, last at b.ndjson:2\n"
        "  as 2 strings of 9 characters (text 2)\n"
        "3 payloads: 1 as the contract has them, 2 drifting\n"
    )


def test_values_are_quoted_where_asked(vodhooks: Run) -> None:
    assert "too short" not in vodhooks("drift", "-", stdin=lines(DRIFTING)).stdout
    assert (
        '  values: "too short"\n'
        in vodhooks("drift", "-", "--show-values", stdin=lines(DRIFTING)).stdout
    )


@pytest.mark.parametrize("option", ["--message", "--channel", "-m"])
def test_a_message_or_a_channel_can_be_named(vodhooks: Run, option: str) -> None:
    payload = {"retcode": 1, "task_id": "1", "new": 1}
    assert "1 not identified" in vodhooks("drift", "-", stdin=lines(payload)).stdout
    found = vodhooks("drift", "-", option, "ucloud.umedia.slice", stdin=lines(payload))
    assert found.stdout.startswith("ucloud.umedia.slice: drift: /new: unknown property\n")


@pytest.mark.parametrize(
    ("arguments", "settings"),
    [(["--store", "URL"], {}), (["URL"], {}), ([], {"VODHOOKS_STORE": "URL"})],
    ids=["an option", "an argument", "the environment"],
)
def test_an_inbox_is_read(
    vodhooks: Run, tmp_path: Path, arguments: list[str], settings: dict[str, str]
) -> None:
    url = kept(tmp_path)
    named = {name: value.replace("URL", url) for name, value in settings.items()}
    done = vodhooks(
        "drift", *(argument.replace("URL", url) for argument in arguments), settings=named
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith(
        f"{DRIFT}  seen once in 1 of 1 payloads, first 2001-09-09 01:46:40 at inbox:1, last "
    )


def test_what_the_inbox_exports_is_read_from_a_pipe(vodhooks: Run, tmp_path: Path) -> None:
    url = kept(tmp_path)
    for options in ([], ["--cloudevents"]):
        exported = vodhooks("inbox", "export", "--store", url, *options).stdout.encode()
        assert vodhooks("drift", "--ndjson", "-", stdin=exported).stdout.startswith(DRIFT)


@pytest.mark.parametrize("output", ["json", "ndjson", "junit", "sarif", "github"])
def test_formats_for_programs_hold_the_place(vodhooks: Run, output: str) -> None:
    done = vodhooks("drift", "-", "--format", output, stdin=lines(DRIFTING))
    assert (done.returncode, done.stderr) == (1, "")
    assert "/reason" in done.stdout


def test_the_proposed_change_is_written_and_made(vodhooks: Run, tmp_path: Path) -> None:
    schemas = tmp_path / "schemas"
    shutil.copytree(ROOT / "schemas", schemas)
    before = (schemas / "polyv/video_outline/generate_fail.json").read_text(encoding="utf-8")
    done = vodhooks(
        "drift",
        "-",
        "--patch",
        "change.json",
        "--apply",
        "schemas",
        stdin=lines({**DRIFTING, "7": 1}),
    )
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        f"vodhooks: nothing is proposed for {FAIL}: /7: no property may be called so",
        "vodhooks: changed schemas/polyv/video_outline/generate_fail.json",
    ]
    [(name, [reason, source])] = json.loads((tmp_path / "change.json").read_text()).items()
    assert (name, reason["path"], reason["value"]["x-strict"]["type"]) == (
        "polyv/video_outline/generate_fail.json",
        "/properties/reason",
        "string",
    )
    after = (schemas / name).read_text(encoding="utf-8")
    assert json.loads(after)["properties"]["reason"] == reason["value"]
    assert json.loads(after)["x-source"][-1] == source["value"]
    removed = set(before.splitlines()) - set(after.splitlines())
    assert removed <= {"    }"}


def test_a_change_that_was_made_is_not_made_again(vodhooks: Run, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "schemas", tmp_path / "schemas")
    assert vodhooks("drift", "-", "--apply", "schemas", stdin=lines(DRIFTING)).returncode == 1
    schema = tmp_path / "schemas/polyv/video_outline/generate_fail.json"
    after = schema.read_bytes()
    again = vodhooks("drift", "-", "--apply", "schemas", stdin=lines(DRIFTING))
    assert (again.returncode, again.stderr) == (
        2,
        "vodhooks: polyv/video_outline/generate_fail.json#/properties/reason: is there already; run `make generate`\n",
    )
    assert schema.read_bytes() == after


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["gone.json", "--format", "json"], "vodhooks: gone.json: No such file or directory"),
        (
            ["-", "-m", "polyv.video_outlin"],
            "no message is called 'polyv.video_outlin'; did you mean",
        ),
        (["sqlite:///gone"], "vodhooks: there is no inbox: gone does not exist"),
        (
            ["--store", "mysql://u:secret@h/d"],
            "vodhooks: the store is sqlite or postgresql+psycopg, not mysql",
        ),
        (
            ["mysql://u:secret@h/d"],
            "vodhooks: the store is sqlite or postgresql+psycopg, not mysql",
        ),
        (["--store", "secret"], "vodhooks: the store is no database URL"),
        (
            ["-", "--apply", "nowhere"],
            "nowhere/polyv/video_outline/generate_fail.json: No such file or directory",
        ),
        (["-", "--format", "yaml"], "'yaml' is not one of"),
    ],
)
def test_wrong_usage_and_unreadable_files_exit_with_2(
    vodhooks: Run, arguments: list[str], complaint: str
) -> None:
    done = vodhooks("drift", *arguments, stdin=lines(DRIFTING))
    assert done.returncode == 2
    assert complaint in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr
    assert "secret" not in done.stdout + done.stderr


def test_what_cannot_be_read_does_not_hide_the_rest(vodhooks: Run, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(lines(DRIFTING))
    done = vodhooks("drift", "gone.json", "a.json")
    assert done.returncode == 2
    assert done.stdout.startswith(DRIFT)
    assert "gone.json: unreadable: No such file or directory\n" in done.stdout


def checkout(folder: Path) -> Path:
    """Return a copy of the contract without one property and without one value of a list, and with its generated files."""
    shutil.copytree(ROOT / "schemas", folder / "schemas")
    shutil.copy(ROOT / "openapi.yaml", folder)
    file = folder / "schemas/tencent/vod/pull_complete.json"
    schema = json.loads(file.read_bytes())
    del schema["$defs"]["PullUploadTask"]["properties"]["Progress"]
    schema["$defs"]["PullUploadTask"]["properties"]["Status"]["anyOf"][0]["enum"].remove("FINISH")
    file.write_text(json.dumps(schema))
    return folder


def test_a_definition_is_compared_and_the_contract_brought_up_to_date(
    vodhooks: Run, tmp_path: Path
) -> None:
    folder = checkout(tmp_path)
    patch = folder / "change.json"
    done = vodhooks("drift", "--definition", "tccli", "--patch", str(patch), folder=folder)
    file, task = "tencent/vod/pull_complete.json", "/$defs/PullUploadTask/properties"
    *found, summary = done.stdout.splitlines()
    assert found == [
        f"{file}#{task}/Status: new-value: Status may be FINISH",
        f"{file}#{task}/Progress: new-property: PullUploadTask.Progress is new",
    ]
    assert summary.endswith("35 events compared, 1 new properties, 1 lists with new values")
    assert (done.returncode, done.stderr) == (1, "")
    assert {operation["path"] for operation in json.loads(patch.read_bytes())[file]} >= {
        f"{task}/Progress",
        f"{task}/Status/anyOf/0/enum/-",
    }
    made = vodhooks("drift", "--definition", "tccli", "--apply", "schemas", folder=folder)
    assert (made.returncode, made.stderr) == (1, f"vodhooks: changed schemas/{file}\n")
    again = vodhooks("drift", "--definition", "tccli", "--format", "json", folder=folder)
    assert again.returncode == 0
    assert json.loads(again.stdout)["changes"] == []


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("--definition", "tccli", "traffic.ndjson"), "compared with the contract, and with no"),
        (("--definition", "no-such-file.json"), "no-such-file.json: No such file or directory"),
    ],
)
def test_what_is_no_definition_to_compare_is_said(
    vodhooks: Run, arguments: tuple[str, ...], error: str
) -> None:
    done = vodhooks("drift", *arguments, folder=ROOT)
    assert done.returncode == 2
    assert error in done.stderr
