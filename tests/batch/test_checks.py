"""Each payload gets the verdict that it deserves, alone or on a line of a stream."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from vodhooks.batch import MAX_BODY, Rules, Source, Tally, Verdict, check
from vodhooks.catalogue import bundle, catalogue
from vodhooks.errors import MessageNotFound, NotIdentified
from vodhooks.identification import identify, is_clean
from vodhooks.validation import Validator

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from vodhooks.batch.verdicts import Outcome
    from vodhooks.reports import Level

FAIL = bundle("polyv.video_outline.generate_fail")["examples"][0]
SLICE = bundle("ucloud.umedia.slice")["examples"][0]
DRIFTING = {**FAIL, "reason": 7}
UNKNOWN = {"EventType": "NotYetKnown", "FileUploadEvent": {}}
ALL_UCLOUD = (
    "ucloud.umedia.porn, ucloud.umedia.screenshot, ucloud.umedia.slice, ucloud.umedia.transcode"
)

OTHERS: tuple[Any, ...] = (None, 1, [], "0")

NOT_JSON: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "empty"),
    "blanks": (b" \n ", "blank"),
    "a trailing comma": (b'{"a": 1,}', "not JSON"),
    "half a document": (b'{"a": ', "ends too early"),
    "UTF-16": ('{"a": 1}'.encode("utf-16"), "UTF-16 or UTF-32 where UTF-8 is expected"),
    "Latin-1": ('{"a": "é"}'.encode("latin-1"), "not UTF-8 at byte 7"),
    "a byte order mark": (b"\xef\xbb\xbf{}", "begins with a byte order mark"),
    "a key twice": (b'{"vid": 1, "vid": 2}', "duplicate key 'vid'"),
    "NaN": (b'{"a": NaN}', "a number that 64 bits do not hold, or that JSON does not have"),
    "1e400": (b"[1e400]", "a number that 64 bits do not hold, or that JSON does not have"),
    "2 to the 64th": (b"[18446744073709551616]", "an integer beyond 64 bits"),
    "100,000 brackets": (b"[" * 100_000, "nested deeper than 254 levels"),
}


def check_file(
    tmp_path: Path, body: bytes, rules: Rules, name: str = "a.json"
) -> list[Verdict | Tally]:
    """Return what is found in a file that holds these bytes."""
    path = tmp_path / name
    path.write_bytes(body)
    return list(check([Source.of(str(path))], rules))


def verdict_on(tmp_path: Path, payload: Any, **rules: Any) -> Verdict:
    """Return the verdict on a payload that is alone in its file, which is the one that it gets on a line of a stream."""
    body = json.dumps(payload).encode()
    (verdict,) = check_file(tmp_path, body, Rules(**rules))
    assert isinstance(verdict, Verdict)
    found = check_file(tmp_path, b"\n" + body, Rules(**rules), "a.ndjson")
    if verdict.outcome == "valid":
        assert found == [Tally(str(tmp_path / "a.ndjson"), 1, 0)]
    elif verdict.level == "note":
        assert found == [Tally(str(tmp_path / "a.ndjson"), 0, 1)]
    else:
        (on_line,) = found
        assert isinstance(on_line, Verdict)
        assert (on_line.line, on_line.outcome, on_line.level) == (2, verdict.outcome, verdict.level)
        assert (on_line.message, on_line.report, on_line.detail) == (
            verdict.message,
            verdict.report,
            verdict.detail,
        )
    return verdict


@pytest.mark.parametrize(
    ("payload", "rules", "outcome", "level"),
    [
        (FAIL, {}, "valid", "none"),
        (FAIL, {"strict": True}, "valid", "none"),
        (FAIL, {"name": "polyv.video_outline"}, "valid", "none"),
        (FAIL, {"name": "polyv.video_outline.generate_fail"}, "valid", "none"),
        (FAIL, {"name": "polyv.video_outline.generate_success"}, "invalid", "error"),
        (FAIL, {"name": "tencent.vod"}, "invalid", "error"),
        (DRIFTING, {}, "drift", "warning"),
        (DRIFTING, {"strict": True}, "drift", "error"),
        (DRIFTING, {"name": "polyv.video_outline", "strict": True}, "drift", "error"),
        (UNKNOWN, {}, "unknown-kind", "note"),
        (UNKNOWN, {"name": "tencent.vod"}, "unknown-kind", "note"),
        (UNKNOWN, {"strict": True}, "unknown-kind", "error"),
        (UNKNOWN, {"name": "tencent.vod.review_audio_video_complete"}, "invalid", "error"),
        (SLICE, {}, "not-identified", "error"),
        (SLICE, {"name": "ucloud.umedia.slice"}, "valid", "none"),
        (SLICE, {"name": "ucloud.umedia.transcode"}, "valid", "none"),
        (SLICE, {"name": "ucloud.umedia.screenshot"}, "drift", "warning"),
        ([], {}, "not-identified", "error"),
        ([], {"name": "tencent.vod"}, "invalid", "error"),
    ],
)
@pytest.mark.parametrize("engine", ["jsonschema-rs", "jsonschema"])
def test_a_payload_gets_its_outcome(
    tmp_path: Path,
    *,
    payload: Any,
    rules: dict[str, Any],
    outcome: Outcome,
    level: Level,
    engine: str,
) -> None:
    verdict = verdict_on(tmp_path, payload, engine=engine, **rules)
    assert (verdict.outcome, verdict.level) == (outcome, level)


@pytest.mark.parametrize("message", catalogue().messages)
def test_every_sample_is_valid_as_its_message(tmp_path: Path, message: str) -> None:
    for payload in bundle(message)["examples"]:
        verdict = verdict_on(tmp_path, payload, name=message)
        assert (verdict.outcome, verdict.message) == ("valid", message)


def test_a_message_is_named_by_the_payload_content(tmp_path: Path) -> None:
    assert verdict_on(tmp_path, FAIL).message == "polyv.video_outline.generate_fail"


def mutants(payload: Any) -> Iterator[Any]:
    """Yield a payload, and what becomes of it with a member less, one more, or one of another type."""
    yield from (payload, [payload])
    if isinstance(payload, list):
        return
    yield {**payload, "new": 1}
    for name in payload:
        yield {key: value for key, value in payload.items() if key != name}
        yield from ({**payload, name: value} for value in OTHERS)


@pytest.mark.parametrize("message", catalogue().messages)
def test_the_fast_path_passes_only_clean_payloads(message: str) -> None:
    for sample in bundle(message)["examples"]:
        for payload in mutants(sample):
            try:
                found = identify(payload)
                clean = isinstance(found, Validator) and found.accepts_without_drift(payload)
            except NotIdentified:
                clean = False
            assert is_clean(payload) == clean


@pytest.mark.parametrize(("body", "reason"), NOT_JSON.values(), ids=NOT_JSON)
def test_what_is_not_json_is_told_by_its_reason(tmp_path: Path, body: bytes, reason: str) -> None:
    (verdict,) = check_file(tmp_path, body, Rules())
    assert isinstance(verdict, Verdict)
    assert (verdict.outcome, verdict.level, verdict.detail) == ("not-json", "error", reason)


def test_a_fault_has_its_place_in_a_document(tmp_path: Path) -> None:
    (verdict,) = check_file(tmp_path, b'{"a":\n 1,}', Rules())
    assert isinstance(verdict, Verdict)
    assert (verdict.line, verdict.column) == (2, 3)


def test_a_fault_on_a_line_has_its_column_there(tmp_path: Path) -> None:
    (verdict,) = check_file(tmp_path, b'\n\n{"a": nil}\n', Rules(), "a.ndjson")
    assert isinstance(verdict, Verdict)
    assert (verdict.line, verdict.column) == (3, 7)


@pytest.mark.parametrize(
    ("payload", "detail"),
    [
        (
            SLICE,
            "fits several messages, name one with -m: ucloud.umedia.slice, ucloud.umedia.transcode",
        ),
        ({"retcode": 1, "task_id": "2"}, f"fits several messages, name one with -m: {ALL_UCLOUD}"),
        ({}, "no contract recognises this payload; name its message or channel with -m"),
    ],
)
def test_what_the_content_does_not_tell_gets_advice(
    tmp_path: Path, payload: Any, detail: str
) -> None:
    assert verdict_on(tmp_path, payload).detail == detail


def test_values_are_quoted_only_when_asked_for(tmp_path: Path) -> None:
    assert "7" not in repr(
        verdict_on(tmp_path, {**DRIFTING, "timestamp": 0, "taskId": 0, "reason": 7}).report
    )
    drift = verdict_on(tmp_path, DRIFTING, show_values=True).report
    assert drift is not None
    assert [violation.message for violation in drift.drift] == ["unknown property; got 7"]
    assert verdict_on(tmp_path, UNKNOWN).detail == "of a kind on tencent.vod that has no contract"
    shown = verdict_on(tmp_path, UNKNOWN, show_values=True, strict=True)
    assert shown.detail == "of a kind on tencent.vod that has no contract: 'NotYetKnown'"


def test_a_verdict_names_no_more_places_than_allowed(tmp_path: Path) -> None:
    report = verdict_on(tmp_path, {"callbackType": "generate_fail"}, limit=1).report
    assert report is not None
    assert (len(report.violations), report.omitted) == (1, 3)


def test_a_payload_within_the_bound_is_checked(tmp_path: Path) -> None:
    body = json.dumps(FAIL).encode().ljust(MAX_BODY)
    (valid,) = check_file(tmp_path, body, Rules())
    (large,) = check_file(tmp_path, body + b" ", Rules())
    assert isinstance(valid, Verdict)
    assert isinstance(large, Verdict)
    assert valid.outcome == "valid"
    assert (large.outcome, large.detail) == (
        "too-large",
        "longer than 16 MiB, and therefore not read to its end",
    )


def test_a_bad_line_stops_nothing_and_blanks_are_none(tmp_path: Path) -> None:
    good = json.dumps(FAIL).encode()
    lines = [
        good,
        b"",
        b"{",
        b" \t",
        good,
        b"x" * (MAX_BODY + 1),
        good,
        b'{"callbackType": "generate_fail"}',
    ]
    for separator in (b"\n", b"\r\n"):
        *verdicts, tally = check_file(tmp_path, separator.join(lines), Rules(), "a.ndjson")
        assert [
            (verdict.line, verdict.outcome) for verdict in verdicts if isinstance(verdict, Verdict)
        ] == [
            (3, "not-json"),
            (6, "too-large"),
            (8, "invalid"),
        ]
        assert tally == Tally(str(tmp_path / "a.ndjson"), 3, 0)


@pytest.mark.parametrize("body", [b"", b"\n \n"])
def test_a_stream_without_payloads_is_told(tmp_path: Path, body: bytes) -> None:
    (verdict,) = check_file(tmp_path, body, Rules(), "a.ndjson")
    assert isinstance(verdict, Verdict)
    assert (verdict.outcome, verdict.line, verdict.detail) == (
        "not-json",
        None,
        "empty: it holds no payload",
    )


@pytest.mark.parametrize(
    ("name", "nearest"), [("tencent.vdo", "tencent.vod"), ("ucloud.slice", "ucloud.umedia.slice")]
)
def test_an_unknown_name_is_refused_with_the_nearest(name: str, nearest: str) -> None:
    with pytest.raises(MessageNotFound) as caught:
        Rules(name)
    assert nearest in caught.value.nearest
