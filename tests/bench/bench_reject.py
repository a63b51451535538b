"""A payload with one fault, from bytes to its report, against the bare parser."""

from __future__ import annotations

import copy
from typing import Any

from tests.bench.measuring import compact, distinct, ratios, table
from vodhooks import parse
from vodhooks.catalogue import bundle, catalogue
from vodhooks.errors import ContractViolation

FAULTY = {
    "polyv.video_outline.generate_success": ("outlineInfo", 1, "startIndex"),
    "tencent.vod.review_audio_video_complete": (
        "ReviewAudioVideoCompleteEvent",
        "Output",
        "SegmentSet",
        5,
        "Confidence",
    ),
    "tencent.vod.pull_events": (
        "Response",
        "EventSet",
        0,
        "ReviewAudioVideoCompleteEvent",
        "Input",
        "FileId",
    ),
}
"""Samples of 1 kB and more, and the member that is made a boolean."""


def main() -> None:
    """Print how many times the parser's time a refusal with its report takes."""
    rows: list[list[object]] = [["one fault, from 1 kB up", "bytes", "times orjson.loads"]]
    for name, place in FAULTY.items():
        bodies = [
            compact(_broken(payload, place))
            for payload in distinct(name, bundle(name)["examples"][0], 1000)
        ]
        channel = catalogue().messages[name].channel or name
        measured = ratios({"refused": _refused}, bodies, channel)
        rows.append([name, len(bodies[0]), measured["refused"]])
    table(rows)


def _broken(payload: Any, place: tuple[str | int, ...]) -> Any:
    broken = copy.deepcopy(payload)
    holder = broken
    for step in place[:-1]:
        holder = holder[step]
    holder[place[-1]] = True
    return broken


def _refused(body: bytes, channel: str) -> object:
    try:
        parse(body, channel)
    except ContractViolation as violation:
        return violation.report.violations[0]
    raise AssertionError("a fault was accepted")
