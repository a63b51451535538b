"""Uses two messages that no Python code knows of, and writes what happened to standard output as JSON."""

from __future__ import annotations

import json
import sys
from typing import Any

import vodhooks
from vodhooks import parse, validate
from vodhooks.catalogue import catalogue
from vodhooks.payloads.invalid import rules
from vodhooks.signatures import scheme
from vodhooks.testing import every_fault, example, sign


def tried(message: str, channel: str) -> dict[str, Any]:
    payload = example(message)
    body = json.dumps(payload).encode()
    event, recognised = parse(body, channel), parse(body)
    assert isinstance(event, vodhooks.Event)
    assert isinstance(recognised, vodhooks.Event)
    drifting = parse(json.dumps({**payload, "new": 1}).encode(), channel)
    assert isinstance(drifting, vodhooks.Event)
    moment = event.occurred_at
    return {
        "parsed": event.message,
        "recognised": recognised.message,
        "identity": event.identity,
        "occurred_at": moment.timestamp() if moment else None,
        "drift": [violation.instance_pointer for violation in drifting.drift],
        "model": type(event.model).__name__,
        "violations": [
            f"{item.instance_pointer} {item.keyword}" for item in validate({}, message).violations
        ],
        "cases": sorted(case.name for case in every_fault(message)),
        "rules": len(rules(message)),
    }


signed = sign(example("acme.jobs.job_finished"), "acme.jobs", "SignKey", 1_700_000_000)
scheme("tencent-vod-callback")("SignKey", clock=lambda: 1_700_000_000).verify_payload(signed)
json.dump(
    {
        "package": vodhooks.__file__,
        "channels": list(catalogue().channels),
        "signed": validate(signed, "acme.jobs.job_finished").valid,
        "new channel": tried("acme.jobs.job_finished", "acme.jobs"),
        "new message": tried("tencent.vod.dub_media_complete", "tencent.vod"),
    },
    sys.stdout,
)
