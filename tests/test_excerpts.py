"""Large payloads are explained by excerpts: what is said is true, what is wrong is found, and the work has a bound."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.test_validation import EVENT, JUNK, NAMES, SUCCESS, near_payloads
from vodhooks import excerpts as module
from vodhooks import validation
from vodhooks.catalogue import bundle
from vodhooks.classification import classify_payload
from vodhooks.engines import compile_schema
from vodhooks.errors import ContractViolation, clip
from vodhooks.excerpts import excerpts, holds, shape_of
from vodhooks.report import Report
from vodhooks.validation import COUNT_LIMIT, EXCERPT_LIMIT, VIOLATION_LIMIT, validate

if TYPE_CHECKING:
    from collections.abc import Callable

    from vodhooks.engines import Engine, KeywordFailure

ENDLESS = 10**9
OUTLINE: dict[str, Any] = bundle(SUCCESS)["examples"][0]
CHAPTER: dict[str, Any] = OUTLINE["outlineInfo"][0]
REVIEW: dict[str, Any] = bundle(EVENT)["examples"][0]
TASK = "ReviewAudioVideoCompleteEvent"


def outline(chapters: list[Any], **others: Any) -> dict[str, Any]:
    return {**OUTLINE, "outlineInfo": chapters, **others}


def review(segments: Any) -> dict[str, Any]:
    task = REVIEW[TASK]
    return {**REVIEW, TASK: {**task, "Output": {**task["Output"], "SegmentSet": segments}}}


def wide(count: int, value: Any, **others: Any) -> dict[str, Any]:
    return {**{f"new{number}": value for number in range(count)}, **others}


@pytest.fixture
def resized(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    monkeypatch.setattr(validation, "EXCERPT_LIMIT", ENDLESS)
    return lambda size: monkeypatch.setattr(module, "SIZE", size)


# All excerpts together say what the whole says.


@settings(max_examples=1500, deadline=None)
@given(near_payloads(), st.integers(1, 12), st.sampled_from(["jsonschema-rs", "jsonschema"]))
def test_excerpts_of_any_size_agree_with_the_whole(
    drawn: tuple[str, Any], size: int, engine: Engine
) -> None:
    message, payload = drawn
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(validation, "EXCERPT_LIMIT", ENDLESS)
        patched.setattr(module, "SIZE", ENDLESS)
        whole = validate(payload, message, limit=ENDLESS)
        patched.setattr(module, "SIZE", size)
        assert validate(payload, message, limit=ENDLESS, engine=engine) == whole


ODD_SCHEMAS: list[dict[str, Any]] = [
    {"items": {"minItems": 2, "maxItems": 3, "items": {"type": "integer"}}, "minItems": 3},
    {
        "$ref": "#/$defs/tree",
        "$defs": {
            "tree": {"type": ["object", "array"], "items": {"$ref": "#/$defs/tree"}, "maxItems": 2}
        },
    },
    {"additionalProperties": {"additionalProperties": {"type": "string"}, "required": ["items"]}},
    {"items": {"enum": [[], {}, [1], {"": 1}]}},
    {
        "properties": {"items": {"items": {"const": [[], 1]}}},
        "additionalProperties": {"type": "array", "maxItems": 1},
    },
    {
        "if": {"required": ["0"]},
        "then": {"additionalProperties": False},
        "else": {"additionalProperties": {"type": "null"}},
    },
    {
        "anyOf": [
            {"type": "array", "items": {"type": "string"}},
            {"type": "object", "additionalProperties": {"type": "null"}},
        ]
    },
    {
        "oneOf": [
            {"properties": {"1": {"items": {"type": "null"}}}, "required": ["1"]},
            {"items": {"type": "integer"}},
        ]
    },
]
WIDE_JUNK = st.recursive(
    st.none() | st.booleans() | st.integers(0, 3) | st.text(max_size=1),
    lambda inner: st.lists(inner, max_size=7) | st.dictionaries(NAMES, inner, max_size=7),
    max_leaves=30,
)


def flat(fault: KeywordFailure, moved: Callable[[Any], Any]) -> tuple[Any, ...]:
    return moved(fault.place), fault.rule


@settings(max_examples=1500, deadline=None)
@given(st.sampled_from(ODD_SCHEMAS), WIDE_JUNK | JUNK, st.integers(1, 9))
def test_excerpts_keep_to_any_schema(schema: dict[str, Any], payload: Any, size: int) -> None:
    engine = compile_schema(schema, "jsonschema")
    whole = {flat(fault, lambda place: place) for fault in engine.failures(payload)}
    found: set[Any] = set()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(module, "SIZE", size)
        for excerpt in excerpts(payload, shape_of(schema), engine.accepts):
            found |= {
                flat(fault, excerpt.place_in_payload)
                for fault in filter(holds, engine.failures(excerpt.value))
            }
    assert found <= whole
    assert found == whole or schema.keys() & {"anyOf", "oneOf"}


# One fault, wherever it is, is found.

NEEDLES: dict[str, tuple[str, dict[str, Any], str, str]] = {
    "an item": (
        SUCCESS,
        outline([CHAPTER] * 4_000 + [1] + [CHAPTER] * 900),
        "/outlineInfo/4000",
        "type",
    ),
    "the last item": (
        SUCCESS,
        outline([{}] * 40_000 + [{"title": 1}]),
        "/outlineInfo/40000/title",
        "type",
    ),
    "in the only item": (
        SUCCESS,
        outline([{"keyword": ["a"] * 50_000 + [1]}]),
        "/outlineInfo/0/keyword/50000",
        "type",
    ),
    "in one large item of many": (
        SUCCESS,
        outline([{}] * 2_000 + [{"keyword": ["a"] * 5_000 + [1, "a"]}] + [{}] * 2_000),
        "/outlineInfo/2000/keyword/5000",
        "type",
    ),
    "beside a wide object": (SUCCESS, outline([CHAPTER], **wide(20_000, 1), vid=1), "/vid", "type"),
    "an item that drifts": (
        SUCCESS,
        outline([CHAPTER] * 900 + [{"new": 1}]),
        "/outlineInfo/900/new",
        "additionalProperties",
    ),
    "a member that drifts": (EVENT, {**REVIEW, **wide(20_000, None), "last": 1}, "/last", "type"),
    "a length": (SUCCESS, {**outline([CHAPTER] * 900), "sign": "0" * 39}, "/sign", "pattern"),
    "what is no array": (SUCCESS, outline([CHAPTER], vid=wide(20_000, 1)), "/vid", "type"),
    "a number of items": (
        EVENT,
        review([{"AreaCoordSet": [1] * 20_000}]),
        f"/{TASK}/Output/SegmentSet/0/AreaCoordSet",
        "maxItems",
    ),
    "the whole": (SUCCESS, [1] * 50_000, "", "type"),  # type: ignore[dict-item] # no object, on purpose
}


@pytest.mark.parametrize("name", NEEDLES)
@pytest.mark.parametrize("engine", ["jsonschema-rs", "jsonschema"])
def test_one_fault_in_a_large_payload_is_found(name: str, engine: Engine) -> None:
    message, payload, pointer, keyword = NEEDLES[name]
    report = validate(payload, message, engine=engine)
    found = {
        (violation.instance_pointer, violation.keyword)
        for violation in (*report.violations, *report.drift)
    }
    assert (pointer, keyword) in found


def test_a_large_payload_of_few_faults_is_read_whole() -> None:
    chapters = (
        [CHAPTER] * 300 + [1] + [CHAPTER] * 300 + [{"title": 1}, {"new": 1}] + [CHAPTER] * 300
    )
    report = validate(outline(chapters), SUCCESS)
    assert [violation.instance_pointer for violation in report.violations] == [
        "/outlineInfo/300",
        "/outlineInfo/601/title",
    ]
    assert (report.omitted, report.truncated) == (0, False)


# The work has a bound, whatever the payload.

LARGE: dict[str, tuple[str, Any]] = {
    "items that are wrong": (SUCCESS, outline([1] * 100_000)),
    "items that drift": (SUCCESS, outline([{"a": 1}] * 50_000)),
    "items with faults in branches": (
        EVENT,
        review([{"Suggestion": "new", "Label": "new", "Form": "new"}] * 5_000),
    ),
    "items in items": (EVENT, review([{"AreaCoordSet": ["1"] * 100}] * 1_000)),
    "items in items in items": (SUCCESS, outline([{"keyword": [[1] * 100] * 100}] * 10)),
    "wide items": (SUCCESS, outline([wide(2_000, 1)] * 50)),
    "large items, all but right": (
        SUCCESS,
        outline([{**CHAPTER, "keyword": ["a"] * 700 + [1]}] * 200),
    ),
    "faults far apart": (SUCCESS, outline(([CHAPTER] * 20 + [1]) * 200)),
    "a wrong member and right items": (SUCCESS, outline([CHAPTER] * 5_000, vid=1)),
    "members that drift": (SUCCESS, outline([CHAPTER], **wide(100_000, 1))),
    "members that are taken for indices": (
        EVENT,
        {**REVIEW, "": 1, **{str(number): 1 for number in range(50_000)}},
    ),
    "members with long names": (
        SUCCESS,
        outline([CHAPTER], **{"x" * 1_000 + str(number): 1 for number in range(2_000)}),
    ),
    "wrong as a whole": (SUCCESS, [[1] * 10] * 10_000),
    "objects for scalars": (
        SUCCESS,
        outline([{"title": wide(1_000, 1), "summary": [wide(1_000, 1)] * 5}] * 20),
    ),
    "events": (
        "tencent.vod.pull_events",
        {"Response": {"RequestId": "r", "EventSet": [review([{"Form": 1}] * 50)] * 200}},
    ),
}


def size_of(value: Any) -> int:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + sum(map(size_of, inner))


@pytest.mark.parametrize("name", LARGE)
@pytest.mark.parametrize("show_values", [False, True])
def test_the_work_on_a_large_payload_has_a_bound(
    name: str, monkeypatch: pytest.MonkeyPatch, *, show_values: bool
) -> None:
    message, payload = LARGE[name]
    explained: list[tuple[int, int]] = []
    engine = type(compile_schema({}, "jsonschema-rs"))
    failures = engine.failures

    def counted(self: Any, value: Any) -> list[KeywordFailure]:
        found = failures(self, value)
        explained.append((size_of(value), len(found)))
        return found

    monkeypatch.setattr(engine, "failures", counted)
    before = orjson.dumps(payload)
    report = validate(payload, message, show_values=show_values)
    assert orjson.dumps(payload) == before
    assert report.violations or report.drift
    assert len(report.violations) + len(report.drift) <= VIOLATION_LIMIT
    assert len(explained) <= EXCERPT_LIMIT
    assert max(size for size, _ in explained) < 3 * module.SIZE
    assert sum(found for _, found in explained) < 4 * COUNT_LIMIT + EXCERPT_LIMIT
    assert len(orjson.dumps(report)) < 100_000


@pytest.mark.parametrize("name", LARGE)
def test_both_engines_report_a_large_payload_alike(name: str) -> None:
    message, payload = LARGE[name]
    assert validate(payload, message) == validate(payload, message, engine="jsonschema")


def test_a_report_says_that_there_is_more() -> None:
    report = validate(outline([1] * 100_000), SUCCESS)
    assert (len(report.violations), report.truncated) == (VIOLATION_LIMIT, True)
    assert COUNT_LIMIT <= VIOLATION_LIMIT + report.omitted <= COUNT_LIMIT + module.SIZE
    assert [violation.instance_pointer for violation in report.violations] == [
        f"/outlineInfo/{number}" for number in range(VIOLATION_LIMIT)
    ]
    assert str(ContractViolation(report)).endswith(
        f"(and at least {VIOLATION_LIMIT + report.omitted - 1} more)"
    )


@pytest.mark.parametrize("limit", [1, COUNT_LIMIT, 10 * COUNT_LIMIT])
def test_whoever_asks_for_more_places_gets_them(limit: int) -> None:
    report = validate(outline([1] * 100_000), SUCCESS, limit=limit)
    assert len(report.violations) == limit
    assert report.truncated


def test_a_payload_without_faults_is_never_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(compile_schema({}, "jsonschema-rs")), "failures", None)
    for message, payload in ((SUCCESS, outline([CHAPTER] * 5_000)), (EVENT, REVIEW)):
        assert validate(payload, message) == Report(message)
        assert classify_payload(payload, message=message).report == Report(message)


@settings(max_examples=500)
@given(JUNK | WIDE_JUNK | st.text() | st.lists(st.text(), max_size=80))
def test_a_shown_value_begins_as_its_text_does(value: Any) -> None:
    assert validation._show(value) == clip(orjson.dumps(value).decode(), 60)  # noqa: SLF001 # the whole kind
