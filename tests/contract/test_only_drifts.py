"""A message that the vendor's definition alone describes: what breaks its contract is kept and acknowledged, as drift."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.served import CLOSED, TOKEN, serving, status
from vodhooks.codegen import generate
from vodhooks.codegen.loader import load
from vodhooks.compatibility.comparison import compare
from vodhooks.testing import every_fault, example
from vodhooks.validation import validate

ROOT = Path(__file__).resolve().parents[2]
MESSAGE = "tencent.vod.review_audio_video_complete"
ENTRY = f"            - name: {MESSAGE}\n"
BROKEN = [
    fault
    for fault in every_fault(MESSAGE)
    if isinstance(fault.payload, dict)
    and fault.payload.get("EventType") == example(MESSAGE)["EventType"]
]

SCRIPT = """
import json, sys
from vodhooks import parse
from vodhooks.classification import classify
from vodhooks.validation import validate
from vodhooks.testing import every_fault
MESSAGE = sys.argv[1]
found = []
for payload in json.load(sys.stdin):
    body = json.dumps(payload).encode()
    event = parse(body, "tencent.vod")
    classified = classify(body, "tencent.vod")
    report = validate(payload, MESSAGE)
    found.append({
        "message": event.message,
        "outcome": classified.outcome,
        "valid": report.valid,
        "drift": [place.instance_pointer for place in report.drift],
        "same": list(event.drift) == list(report.drift) == list(classified.report.drift),
        "text": classified.text is not None,
    })
print(json.dumps({"found": found, "faults": len(list(every_fault(MESSAGE)))}))
"""


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a generated contract in which the review event is known from the definition alone."""
    root = tmp_path_factory.mktemp("contract")
    shutil.copytree(ROOT / "schemas", root / "schemas")
    text = (ROOT / "openapi.yaml").read_text(encoding="utf-8")
    assert text.count(ENTRY) == 1
    changed = text.replace(ENTRY, f"{ENTRY}              evidence: definition\n")
    (root / "openapi.yaml").write_text(changed, encoding="utf-8")
    generate(root)
    return root


def environment(root: Path) -> dict[str, str]:
    return {"PYTHONPATH": os.pathsep.join([str(root / "generated"), str(ROOT / "src")])}


def test_what_breaks_the_contract_is_an_event_that_drifts(generated: Path) -> None:
    assert len(BROKEN) > 20
    for fault in BROKEN:
        assert not validate(fault.payload, MESSAGE).valid
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, MESSAGE],
        input=json.dumps([fault.payload for fault in BROKEN]),
        env={**os.environ, **environment(generated)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    answer: Any = json.loads(done.stdout)
    for fault, found in zip(BROKEN, answer["found"], strict=True):
        assert found["message"] == MESSAGE
        assert (found["outcome"], found["valid"]) == ("accepted", True)
        assert found["same"]
        assert found["text"]
        assert fault.pointer in found["drift"]
    assert answer["faults"] == 0


def test_the_receiver_keeps_and_acknowledges_it(generated: Path, tmp_path: Path) -> None:
    sample = example(MESSAGE)
    broken = [
        {**sample, "ReviewAudioVideoCompleteEvent": {"TaskId": 7}},
        {"EventType": sample["EventType"]},
    ]
    with serving(tmp_path, {**CLOSED, **environment(generated)}) as served:
        for payload in [sample, *broken, *broken]:
            answer = served.post(
                f"/callbacks/tencent/vod?token={TOKEN}", json.dumps(payload).encode()
            )
            assert status(answer) == 200
        kept = served.kept("message", "outcome")
    assert kept == [(MESSAGE, "accepted")] * 3


def test_that_such_a_message_is_refused_from_now_on_harms_senders(generated: Path) -> None:
    before, after = load(generated), load(ROOT)
    (gone,) = compare(before, after)
    assert (gone.name, gone.receivers, gone.senders) == (MESSAGE, "compatible", "breaking")
    assert [change.text for change in gone.changes] == ["what breaks the contract is refused now"]
    (come,) = compare(after, before)
    assert (come.receivers, come.senders) == ("compatible", "compatible")
    assert [change.text for change in come.changes] == ["what breaks the contract is drift now"]
