from __future__ import annotations

import json
import uuid
from datetime import UTC, datetime
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vodhooks.catalogue import bundle, catalogue, message
from vodhooks.decoding import decode
from vodhooks.errors import DuplicateKey, MessageNotFound, NotJson, NumberOutOfRange, TooDeep
from vodhooks.pointers import ABSENT, parse_pointer, resolve
from vodhooks.report import Report, Violation
from vodhooks.validation import TEXT_LIMIT, VIOLATION_LIMIT, Validator, validate, validator

CASES = json.loads((Path(__file__).parent / "vectors" / "validation.json").read_bytes())["cases"]
MESSAGES = sorted(catalogue().messages)
FAIL_NAME = "polyv.video_outline.generate_fail"
FAIL: dict[str, Any] = bundle(FAIL_NAME)["examples"][0]
SUCCESS = "polyv.video_outline.generate_success"
EVENT = "tencent.vod.review_audio_video_complete"
ENGINES = pytest.mark.parametrize("engine", ["jsonschema-rs", "jsonschema"])


def places(violations: tuple[Violation, ...]) -> list[dict[str, str]]:
    names = ("keyword", "instance_pointer", "schema_pointer")
    return [{name: getattr(violation, name) for name in names} for violation in violations]


def payload_of(case: dict[str, Any]) -> Any:
    given_as = case["input"]
    return decode(given_as["text"].encode()) if "text" in given_as else given_as["payload"]


@ENGINES
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_a_payload_is_reported_exactly(case: dict[str, Any], engine: Any) -> None:
    report = validate(payload_of(case), case["message"], engine=engine)
    assert (places(report.violations), places(report.drift)) == (case["violations"], case["drift"])
    assert report.message == case["message"]
    assert report.valid == (not case["violations"])
    assert report.omitted == 0


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_bytes_and_values_are_reported_alike(case: dict[str, Any]) -> None:
    payload = payload_of(case)
    body = json.dumps(payload, ensure_ascii=False, indent=1).encode()
    report = validate(payload, case["message"])
    assert (
        validate(body, case["message"])
        == validate(bytearray(body), case["message"])
        == validate(memoryview(body), case["message"])
        == report
    )
    contract = validator(case["message"])
    assert contract.accepts(payload) == report.valid
    assert contract.accepts_without_drift(payload) == (report == Report(case["message"]))


@pytest.mark.parametrize(
    "case",
    [case for case in CASES if case["violations"] or case["drift"]],
    ids=lambda case: case["id"],
)
def test_a_reported_place_is_in_payload_and_bundle(case: dict[str, Any]) -> None:
    payload, report = payload_of(case), validate(payload_of(case), case["message"])
    schema: Any = bundle(case["message"], "wire" if report.violations else "strict")
    for violation in report.violations or report.drift:
        assert resolve(payload, parse_pointer(violation.instance_pointer)) is not ABSENT
        assert resolve(schema, parse_pointer(violation.schema_pointer)) is not ABSENT
        assert parse_pointer(violation.schema_pointer)[-1] == violation.keyword


@pytest.mark.parametrize(
    ("change", "text"),
    [
        ({"vid": None}, "/vid: expected a string"),
        ({"timestamp": 1683622364}, "/timestamp: expected at least 1000000000000"),
        ({"callbackType": "x"}, '/callbackType: expected "generate_fail"'),
        ({"sign": "a" * 40}, "/sign: expected a string that matches ^[0-9A-F]{40}$"),
    ],
)
def test_a_violation_reads_as_a_line(change: dict[str, Any], text: str) -> None:
    (violation,) = validate({**FAIL, **change}, FAIL_NAME).violations
    assert str(violation) == text


def test_a_violation_of_the_whole_payload_says_so() -> None:
    (violation,) = validate([], FAIL_NAME).violations
    assert str(violation) == "the whole payload: expected an object"


def test_a_missing_member_has_evidence_of_the_rule() -> None:
    for payload, evidence in (({"retcode": 0}, "sample"), ({"retcode": 1}, "inferred")):
        (missing,) = validate(payload, "ucloud.umedia.screenshot").violations
        assert (missing.message, missing.evidence) == ('missing property "task_id"', evidence)
    assert (
        message("ucloud.umedia.screenshot").evidence[
            "/$defs/UcloudUmediaScreenshotFailure/properties/task_id"
        ]
        == "documented"
    )
    (drift,) = validate({"retcode": 0, "task_id": "1"}, "ucloud.umedia.screenshot").drift
    assert (drift.message, drift.evidence) == ('missing property "image_list"', "sample")


def test_evidence_is_that_of_the_nearest_property() -> None:
    chapter = {"title": 1, "summary": [2]}
    report = validate({**bundle(SUCCESS)["examples"][1], "outlineInfo": [chapter]}, SUCCESS)
    assert [
        (violation.instance_pointer, violation.evidence) for violation in report.violations
    ] == [
        ("/outlineInfo/0/summary/0", "sample"),
        ("/outlineInfo/0/title", "sample"),
    ]
    (whole,) = validate(None, SUCCESS).violations
    assert whole.evidence is None


def test_drift_is_reported_only_for_valid_payloads() -> None:
    drifting = {**FAIL, "reason": "x"}
    report = validate(drifting, FAIL_NAME)
    assert report.valid
    assert [str(violation) for violation in report.drift] == ["/reason: unknown property"]
    assert validate({**drifting, "vid": 1}, FAIL_NAME).drift == ()


# Bounds.


def broken(count: int) -> dict[str, Any]:
    return {
        **bundle(SUCCESS)["examples"][1],
        "outlineInfo": [{"title": number} for number in range(count)],
    }


@ENGINES
def test_a_report_has_100_places_and_counts_the_rest(engine: Any) -> None:
    report = validate(broken(250), SUCCESS, engine=engine)
    assert (len(report.violations), report.omitted) == (VIOLATION_LIMIT, 150)
    assert [violation.instance_pointer for violation in report.violations] == [
        f"/outlineInfo/{number}/title" for number in range(100)
    ]


@pytest.mark.parametrize(("limit", "held"), [(1, 1), (2, 2), (5, 5), (6, 5), (0, 1), (-1, 1)])
def test_a_limit_never_makes_a_broken_payload_valid(limit: int, held: int) -> None:
    report = validate(broken(5), SUCCESS, limit=limit)
    assert (len(report.violations), report.omitted, report.valid, report.drift) == (
        held,
        5 - held,
        False,
        (),
    )


def test_a_limit_bounds_drift_as_well() -> None:
    report = validate(
        {**FAIL, **{f"new{number}": number for number in range(150)}}, FAIL_NAME, limit=3
    )
    assert (len(report.drift), report.omitted, report.valid) == (3, 147, True)
    assert [violation.instance_pointer for violation in report.drift] == [
        "/new0",
        "/new1",
        "/new10",
    ]


@pytest.mark.parametrize("message", MESSAGES)
def test_messages_are_short_for_any_payload(message: str) -> None:
    huge: Any = {
        "x" * 10_000: ["y" * 100_000],
        **dict.fromkeys(bundle(message).get("required", []), "z" * 100_000),
    }
    for show_values in (False, True):
        report = validate(huge, message, show_values=show_values)
        found = (*report.violations, *report.drift)
        assert found
        assert all(len(violation.message) <= TEXT_LIMIT for violation in found)


@pytest.mark.parametrize(
    ("length", "told"),
    [(199, "/" + "x" * 199), (200, "/" + "x" * 198 + "…"), (10_000, "/" + "x" * 198 + "…")],
)
def test_a_pointer_is_exact_up_to_its_limit(length: int, told: str) -> None:
    report = validate({**FAIL, "x" * length: 1}, FAIL_NAME)
    assert [violation.instance_pointer for violation in report.drift] == [told]
    assert len(told) == TEXT_LIMIT


# Values of the payload stay out of reports, unless they are asked for.

MARKERS: list[Any] = [
    "marker-" + "x" * 33,
    47114711,
    4711.4711,
    ["marker"],
    {"name": "marker"},
    True,
]


def filled(schema: Any, definitions: dict[str, Any], marker: Any, depth: int) -> Any:
    """Put a marker in the place of every scalar that a schema knows, down to a depth."""
    if "$ref" in schema:
        return filled(definitions[schema["$ref"].rpartition("/")[2]], definitions, marker, depth)
    for way_on in ("then", "anyOf"):
        if way_on in schema:
            chosen = schema[way_on][0] if way_on == "anyOf" else schema[way_on]
            return filled(chosen, definitions, marker, depth)
    if "properties" in schema and depth:
        return {
            name: filled(inner, definitions, marker, depth - 1)
            for name, inner in schema["properties"].items()
        }
    if "items" in schema and depth:
        return [filled(schema["items"], definitions, marker, depth - 1)]
    return marker


@pytest.mark.parametrize("message", MESSAGES)
@pytest.mark.parametrize("marker", MARKERS, ids=str)
def test_no_value_gets_into_a_report(message: str, marker: Any) -> None:
    schema: Any = bundle(message)
    seen = 0
    for depth in range(8):
        payload = filled(schema, schema.get("$defs", {}), marker, depth)
        report = validate(payload, message, limit=1000)
        seen += len((*report.violations, *report.drift))
        assert "marker" not in repr(report)
        assert "4711" not in repr(report)
    assert seen >= 3


@given(st.text("mark0123456789", min_size=6), st.sampled_from(CASES))
def test_no_drawn_value_gets_into_a_report(value: str, case: dict[str, Any]) -> None:
    def marked(node: Any) -> Any:
        if isinstance(node, dict):
            return {**{key: marked(inner) for key, inner in node.items()}, "stranger": f"<{value}>"}
        return [marked(inner) for inner in node] if isinstance(node, list) else f"<{value}>"

    for payload in (marked(payload_of(case)), {**FAIL, "stranger": f"<{value}>"}):
        assert f"<{value}>" not in repr(validate(payload, case["message"]))
        assert f"<{value}>" not in repr(validate(payload, FAIL_NAME))


@ENGINES
def test_values_are_shown_on_request_and_clipped(engine: Any) -> None:
    report = validate(
        {**FAIL, "vid": ["marker"], "sign": "s" * 1000}, FAIL_NAME, show_values=True, engine=engine
    )
    assert [violation.message for violation in report.violations] == [
        f'expected at most 40 characters; got "{"s" * 58}…',
        f'expected a string that matches ^[0-9A-F]{{40}}$; got "{"s" * 58}…',
        'expected a string; got ["marker"]',
    ]
    (drift,) = validate({**FAIL, "reason": None}, FAIL_NAME, show_values=True, engine=engine).drift
    assert drift.message == "unknown property; got null"
    missing = validate({}, FAIL_NAME, show_values=True, engine=engine).violations
    assert {violation.message.partition(" ")[0] for violation in missing} == {"missing"}


# What is not JSON.


@pytest.mark.parametrize(
    ("body", "error"),
    [
        (b"", NotJson),
        (b"{", NotJson),
        (b'{"a":1,"a":2}', DuplicateKey),
        (b"[1e400]", NumberOutOfRange),
        (b"[" * 9999, TooDeep),
    ],
)
def test_bytes_that_are_not_json_are_refused_first(body: bytes, error: type[NotJson]) -> None:
    with pytest.raises(error) as refused:
        validate(body, FAIL_NAME)
    assert type(refused.value) is error


class Kind(Enum):
    FAIL = "generate_fail"


class Text(str):
    __slots__ = ()


CYCLE: list[Any] = []
CYCLE.append(CYCLE)
DEEP: list[Any] = []
for _ in range(5000):
    DEEP = [DEEP]


@pytest.mark.parametrize(
    "value",
    [
        float("nan"),
        float("inf"),
        float("-inf"),
        2**64,
        -(2**63) - 1,
        "\ud800",
        (1, 2),
        {1, 2},
        {1: 2},
        {None: 1},
        object(),
        b"bytes",
        uuid.UUID(int=0),
        datetime(2026, 4, 29, tzinfo=UTC),
        Decimal(1),
        1j,
        Kind.FAIL,
        Text("x"),
        orjson.Fragment(b"1"),
        orjson.Fragment(b"{"),
        CYCLE,
        DEEP,
        print,
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_value_that_is_not_json_is_refused(value: Any) -> None:
    for payload in ([value], {**FAIL, "taskId": value}, {**FAIL, "stranger": [value]}):
        with pytest.raises(NotJson):
            validate(payload, FAIL_NAME)


@pytest.mark.parametrize(
    "message", ["", "polyv", "polyv.video_outline", "generate_fail", "tencent.vod"]
)
def test_a_message_is_named_by_its_full_name(message: str) -> None:
    with pytest.raises(MessageNotFound):
        validate(FAIL, message)
    with pytest.raises(MessageNotFound):
        Validator(message)


def test_a_validator_is_compiled_once() -> None:
    assert validator(FAIL_NAME) is validator(FAIL_NAME)
    assert validator(FAIL_NAME).message == FAIL_NAME
    assert validator(FAIL_NAME) is not validator(FAIL_NAME, "jsonschema")


def test_judging_changes_nothing_in_the_payload() -> None:
    payload = {**FAIL, "stranger": {"a": [1, {"b": None}]}, "vid": 1}
    before = orjson.dumps(payload)
    validate(payload, FAIL_NAME)
    assert orjson.dumps(payload) == before


NAMES = st.sampled_from(
    [
        "",
        "0",
        "1",
        "a/b",
        "~",
        "~1",
        "$ref",
        "é",
        "taskId",
        "Response",
        "EventSet",
        "Output",
        "SegmentSet",
        "items",
    ]
)
JUNK = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(NAMES | st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=8,
)


@st.composite
def near_payloads(draw: st.DrawFn) -> tuple[str, Any]:
    """Draw a payload that was valid before junk came in at a few places, and the name of its message."""
    case = draw(st.sampled_from(CASES))
    payload = orjson.loads(orjson.dumps({"root": payload_of(case)}))
    for _ in range(draw(st.integers(1, 3))):
        holder, key = payload, "root"
        while isinstance(holder[key], (dict, list)) and holder[key] and draw(st.booleans()):
            holder = holder[key]
            key = draw(
                st.sampled_from(sorted(holder) if isinstance(holder, dict) else range(len(holder)))
            )
        if isinstance(holder[key], dict) and draw(st.booleans()):
            holder[key][draw(NAMES)] = draw(JUNK)
        else:
            holder[key] = draw(JUNK)
    return draw(
        st.sampled_from([case["message"], case["message"], draw(st.sampled_from(MESSAGES))])
    ), payload["root"]


@settings(max_examples=1500, deadline=None)
@given(near_payloads())
def test_any_json_is_reported_alike_by_both_engines(drawn: tuple[str, Any]) -> None:
    message, payload = drawn
    report = validate(payload, message)
    assert report == validate(payload, message, engine="jsonschema")
    assert report == validate(orjson.dumps(payload), message)
    assert not (report.violations and report.drift)
    for violation in (*report.violations, *report.drift):
        assert resolve(payload, parse_pointer(violation.instance_pointer)) is not ABSENT
    shown = validate(payload, message, show_values=True)
    assert places(shown.violations + shown.drift) == places(report.violations + report.drift)


@settings(max_examples=300, deadline=None)
@given(
    st.binary()
    | JUNK.map(orjson.dumps)
    | near_payloads().map(lambda drawn: orjson.dumps(drawn[1])[:-1]),
    st.sampled_from(MESSAGES),
)
def test_any_bytes_raise_only_errors_of_this_package(body: bytes, message: str) -> None:
    try:
        report: object = validate(body, message)
    except NotJson as error:
        report = error
    assert isinstance(report, (Report, NotJson))
