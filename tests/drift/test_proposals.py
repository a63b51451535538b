"""A proposed change makes the contract know the traffic it was proposed for, and keeps the rules of the house."""

from __future__ import annotations

import json
from copy import deepcopy
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonpatch
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.outside import node
from vodhooks.codegen.bundles import bundle
from vodhooks.codegen.loader import check_rules, load
from vodhooks.codegen.sources import Sources
from vodhooks.drift.observations import PLACES, VALUES, gather
from vodhooks.drift.proposals import apply, propose
from vodhooks.drift.traffic import Observation
from vodhooks.engines import compile_schema
from vodhooks.errors import GenerationError
from vodhooks.pointers import parse_pointer, put, resolve
from vodhooks.schemas import flatten
from vodhooks.testing import examples

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vodhooks.drift.proposals import Proposal

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 1, 31)
OUTLINE = "polyv.video_outline.generate_success"
REVIEW = "tencent.vod.review_audio_video_complete"
SOURCE = {
    "op": "add",
    "path": "/x-source/-",
    "value": {"page": "Traffic, as vodhooks drift gathered it", "read": "2026-01-31"},
}

NAMES = st.text(max_size=8) | st.sampled_from(
    [
        "",
        "$ref",
        "0",
        "+1",
        "٣",
        "a/b",
        "a~1",
        "~",
        "名",
        "é",
        "class",
        "properties",
        "$defs",
        "additionalProperties",
        "*",
        "-",
    ]
)
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=12,
)
OPEN = {
    OUTLINE: ["", "/outlineInfo/0"],
    "tencent.vod.pull_events": [
        "",
        "/Response",
        "/Response/EventSet/0/ReviewAudioVideoCompleteEvent/Output",
    ],
    REVIEW: [
        "",
        "/ReviewAudioVideoCompleteEvent",
        "/ReviewAudioVideoCompleteEvent/Output/SegmentSet/0",
    ],
    "ucloud.umedia.porn": ["", "/invalid_image_list/0"],
    "tencent.vod.segment_set_file": ["/0"],
}
"""Objects in the first examples of messages that may have further members."""


def proposal_for(message: str, *payloads: Any) -> Proposal:
    return propose(gather(observations_of(payloads), message), TODAY)


def observations_of(payloads: Iterable[Any]) -> Iterator[Observation]:
    return (
        Observation(payload, None, f"traffic:{number}")
        for number, payload in enumerate(payloads, 1)
    )


def changed(message: str, pointer: str, value: Any) -> Any:
    """Return a message's first example with something else at a place."""
    payload = examples(message)[0]
    place = tuple(
        int(token) if token.isdecimal() and token != "7" else token
        for token in parse_pointer(pointer)
    )
    return put(payload, place, value)


@cache
def contract() -> Sources:
    return load(ROOT)


def patched(proposal: Proposal) -> Sources:
    """Return the contract with a proposed change, made in two ways that are the same."""
    schemas = {f"{path}.json": deepcopy(schema) for path, schema in contract().schemas.items()}
    theirs = {
        name: jsonpatch.apply_patch(schemas[name], json.dumps(operations))
        for name, operations in proposal.patches.items()
    }
    apply(deepcopy(proposal.patches), schemas)
    assert {name: schemas[name] for name in theirs} == theirs
    return Sources(
        {name.removesuffix(".json"): schema for name, schema in schemas.items()}, contract().openapi
    )


def drifts(sources: Sources, message: str, payload: Any) -> bool:
    return not compile_schema(bundle(sources, message, "strict"), "jsonschema-rs").accepts(payload)


def nameable(value: Any) -> bool:
    return all(
        name not in {"", "$ref"} and name.isprintable() and not name.removeprefix("+").isdecimal()
        for name in value
    )


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_additions_are_known_after_the_change(data: st.DataObject) -> None:
    message = data.draw(st.sampled_from(sorted(OPEN)))
    payloads = []
    for _ in range(data.draw(st.integers(1, 3))):
        payload = deepcopy(examples(message)[0])
        for pointer in OPEN[message]:
            holder: Any = resolve(payload, parse_pointer(pointer))
            added = data.draw(st.dictionaries(NAMES, JSON, max_size=3).filter(nameable))
            holder.update({name: value for name, value in added.items() if name not in holder})
        payloads.append(payload)
    proposal = proposal_for(message, *payloads)
    sources = patched(proposal)
    assert proposal.left == []
    assert list(check_rules(sources)) == []
    assert [payload for payload in payloads if drifts(sources, message, payload)] == []
    # Whatever else may stand in the places that are described now was accepted before, and so it is afterwards.
    for payload in payloads:
        other = _reshuffled(payload, examples(message)[0], data)
        assert accepts(contract(), message, other)
        assert accepts(sources, message, other)


def _reshuffled(value: Any, known: Any, data: st.DataObject) -> Any:
    """Return a payload with anything at all in place of each member that the contract did not know."""
    if isinstance(value, dict) and isinstance(known, dict):
        return {
            name: _reshuffled(inner, known[name], data) if name in known else data.draw(JSON)
            for name, inner in value.items()
        }
    if isinstance(value, list) and isinstance(known, list):
        return [_reshuffled(inner, old, data) for inner, old in zip(value, known, strict=True)]
    return value


def accepts(sources: Sources, message: str, payload: Any) -> bool:
    return compile_schema(bundle(sources, message), "jsonschema-rs").accepts(payload)


def variants(value: Any, pointer: str = "") -> Iterator[tuple[str, Any]]:
    """Yield each place of a value with what stands there as null, and as a fraction where it is an integer."""
    if pointer:
        yield pointer, None
    if isinstance(value, int) and not isinstance(value, bool):
        yield pointer, value + 0.5
    members = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value[:1])
        if isinstance(value, list)
        else ()
    )
    for token, inner in members:
        yield from variants(inner, f"{pointer}/{token}")


@pytest.mark.parametrize("message", sorted(OPEN))
def test_null_and_fractions_are_proposed_everywhere(message: str) -> None:
    edits = list(variants(examples(message)[0]))
    payloads = [changed(message, pointer, value) for pointer, value in edits]
    sources = patched(proposal_for(message, *payloads))
    assert list(check_rules(sources)) == []
    before, after = (
        {
            (pointer, value is None)
            for (pointer, value), payload in zip(edits, payloads, strict=True)
            if accepts(each, message, payload)
        }
        for each in (contract(), sources)
    )
    assert before <= after
    refused = {(pointer, value is None) for pointer, value in edits} - after
    assert sorted(refused) == REFUSED[message]
    for (pointer, value), payload in zip(edits, payloads, strict=True):
        assert drifts(sources, message, payload) is ((pointer, value is None) in refused), pointer
    for name in OPEN:
        for payload in examples(name):
            assert accepts(sources, name, payload)
            assert not drifts(sources, name, payload)


REFUSED: dict[str, list[tuple[str, bool]]] = {
    OUTLINE: [("/callbackType", True), ("/taskId", False), ("/taskId", True)],
    "tencent.vod.pull_events": [("/Response/EventSet/0", True)],
    REVIEW: [
        ("/EventType", True),
        ("/ReviewAudioVideoCompleteEvent", True),
        ("/ReviewAudioVideoCompleteEvent/TaskId", True),
    ],
    "ucloud.umedia.porn": [("/invalid_image_list/0/label", False), ("/task_id", True)],
    "tencent.vod.segment_set_file": [],
}
"""What stays refused or drifting, and whether as null: identities, what names the message, and fractions in lists of integers."""


def test_proposals_compile_in_the_strict_mode_of_ajv() -> None:
    seen: list[Any] = [
        "a",
        1,
        0.5,
        None,
        True,
        {"a": 1, "b": [None, "x", {"c": {}}]},
        [1, "a"],
        {"17": 1, "18": ["a"]},
    ]
    added = [
        changed(message, f"{where}/new", value)
        for message in OPEN
        for where in OPEN[message]
        for value in seen
    ]
    nulls = [changed(REVIEW, pointer, value) for pointer, value in variants(examples(REVIEW)[0])]
    found = gather(
        Observation(payload, None, "traffic")
        for payload in (*added, *nulls)
        if isinstance(payload, dict)
    )
    sources = patched(propose(found, TODAY))
    schemas: dict[str, Any] = {}
    for message in OPEN:
        strict = bundle(sources, message, "strict")
        schemas |= {
            f"{message}/wire": bundle(sources, message),
            f"{message}/strict": strict,
            f"{message}/flattened": flatten(strict),
        }
    done = node("ajv.mjs", text=json.dumps({"schemas": schemas, "cases": []}))
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["warnings"] == {name: [] for name in schemas}


def test_values_that_differ_in_case_stay_apart() -> None:
    label = "/ReviewAudioVideoCompleteEvent/Output/Label"
    payloads = [changed(REVIEW, label, value) for value in ("gore", "GORE", "Blood", "Gore")]
    proposal = proposal_for(REVIEW, *payloads)
    sources = patched(proposal)
    lists = [
        operation["value"]["enum"]
        for operation in proposal.patches["tencent/vod/review_label.json"][:-1]
    ]
    assert lists == [["gore"], ["Gore"], ["Blood", "GORE"]]
    assert (
        list(check_rules(sources)),
        [payload for payload in payloads if drifts(sources, REVIEW, payload)],
    ) == ([], [])


SCHEMAS: dict[str, tuple[list[Any], dict[str, Any]]] = {
    "a text": (["a", "b"], {"x-strict": {"type": "string"}}),
    "a text or null": (["a", None], {"x-strict": {"type": ["string", "null"]}}),
    "nothing but null, of which no type is known": ([None], {"x-strict": {"type": "null"}}),
    "integers and fractions": ([1, 0.5], {"x-strict": {"type": "number"}}),
    "a text or an integer or a boolean": (
        ["a", 1, True],
        {"anyOf": [{"type": "boolean"}, {"type": "integer"}, {"type": "string"}, {}]},
    ),
    "an empty object, whose members nobody knows": ([{}], {"x-strict": {"type": "object"}}),
    "an empty array, whose items nobody knows": ([[]], {"x-strict": {"type": "array"}}),
    "an array of objects": (
        [[{"a": 1}, {"a": None}], [{}]],
        {
            "anyOf": [
                {
                    "type": "array",
                    "items": {
                        "anyOf": [
                            {
                                "type": "object",
                                "properties": {
                                    "a": {
                                        "description": "To be described: seen 2 times.",
                                        "x-evidence": "sample",
                                        "x-strict": {"type": ["integer", "null"]},
                                    }
                                },
                            },
                            {},
                        ]
                    },
                },
                {},
            ]
        },
    ),
    "an object that is a map, as no property is a number": (
        [{"17": "a", "18": None}],
        {
            "anyOf": [
                {
                    "type": "object",
                    "additionalProperties": {"x-strict": {"type": ["string", "null"]}},
                },
                {},
            ]
        },
    ),
    "an object that is a map, as it has too many names": (
        [{f"id-{number}": number for number in range(50)}],
        {
            "anyOf": [
                {"type": "object", "additionalProperties": {"x-strict": {"type": "integer"}}},
                {},
            ]
        },
    ),
    "an array of arrays": (
        [[[1], [0.5]]],
        {
            "anyOf": [
                {
                    "type": "array",
                    "items": {
                        "anyOf": [{"type": "array", "items": {"x-strict": {"type": "number"}}}, {}]
                    },
                },
                {},
            ]
        },
    ),
}


@pytest.mark.parametrize("case", SCHEMAS)
def test_a_member_that_was_unknown_becomes_a_property(case: str) -> None:
    values, schema = SCHEMAS[case]
    proposal = proposal_for(
        OUTLINE, *(changed(OUTLINE, "/new", value) for value in values), examples(OUTLINE)[0]
    )
    seen = f"To be described: seen in {len(values)} of {len(values) + 1} payloads of {OUTLINE}."
    new = {
        "op": "add",
        "path": "/properties/new",
        "value": {"description": seen, "x-evidence": "sample", **schema},
    }
    assert proposal.patches == {"polyv/video_outline/generate_success.json": [new, SOURCE]}


def test_the_description_has_dates_and_no_names() -> None:
    name = '"""; import os'
    times = datetime(2026, 1, 2, tzinfo=UTC), datetime(2026, 1, 5, tzinfo=UTC)
    found = gather([Observation(changed(OUTLINE, "/new", {name: 1}), None, "inbox:1", *times)])
    [operation, _] = propose(found, TODAY).patches["polyv/video_outline/generate_success.json"]
    assert operation["value"]["description"].endswith(
        f"seen in 1 of 1 payloads of {OUTLINE}, 2026-01-02 to 2026-01-05."
    )
    assert (
        operation["value"]["anyOf"][0]["properties"][name]["description"]
        == "To be described: seen once."
    )


@pytest.mark.parametrize(
    "name", ["properties", "$defs", "additionalProperties", "items", "anyOf", "x-strict"]
)
def test_a_name_that_is_a_keyword_is_a_name(name: str) -> None:
    payload = changed(OUTLINE, f"/{name}", {name: [{name: 1}]})
    sources = patched(proposal_for(OUTLINE, payload))
    assert list(check_rules(sources)) == []
    assert not drifts(sources, OUTLINE, payload)
    assert drifts(sources, OUTLINE, changed(OUTLINE, f"/{name}", {name: [{name: 1, "later": 1}]}))


def test_below_the_known_depth_anything_goes() -> None:
    value: Any = {"last": 1}
    for _ in range(30):
        value = {"inner": value}
    proposal = proposal_for(OUTLINE, changed(OUTLINE, "/new", value))
    assert not drifts(patched(proposal), OUTLINE, changed(OUTLINE, "/new", value))
    assert len(json.dumps(proposal.patches)) < 3000


def test_what_is_pulled_and_pushed_is_changed_once_and_for_all_that_was_seen() -> None:
    pulled = "/Response/EventSet/0/ReviewAudioVideoCompleteEvent/Output/SegmentSet/0/new"
    pushed = "/ReviewAudioVideoCompleteEvent/Output/SegmentSet/0/new"
    traffic = [changed("tencent.vod.pull_events", pulled, 1), changed(REVIEW, pushed, "a")]
    proposal = propose(gather(observations_of(traffic)), TODAY)
    [new, _] = proposal.patches.pop("tencent/vod/review_segment.json")
    union = [{"type": "integer"}, {"type": "string"}, {}]
    assert (new["path"], new["value"]["anyOf"], proposal.patches) == ("/properties/new", union, {})
    assert new["value"]["description"] == (f"To be described: seen in 2 of 2 payloads of {REVIEW}.")


def test_a_local_definition_is_changed_in_place() -> None:
    proposal = proposal_for("ucloud.umedia.porn", changed("ucloud.umedia.porn", "/a~1b~0c", 1))
    [new, _] = proposal.patches["ucloud/umedia/porn.json"]
    assert new["path"] == "/$defs/success/properties/a~1b~0c"


def test_null_beside_a_new_member_stays_allowed() -> None:
    proposal = proposal_for(
        REVIEW, changed(REVIEW, "/NewEvent", {"a": 1}), changed(REVIEW, "/NewEvent", None)
    )
    sources = patched(proposal)
    assert compile_schema(bundle(sources, REVIEW), "jsonschema-rs").accepts(
        changed(REVIEW, "/NewEvent", None)
    )


def test_new_values_get_a_list_that_later_ones_join() -> None:
    proposal = proposal_for(
        "ucloud.umedia.porn",
        *(changed("ucloud.umedia.porn", "/invalid_image_list/0/label", n) for n in (7, 3)),
    )
    described = "To be described: seen in 2 of 2 payloads of ucloud.umedia.porn."
    assert proposal.patches == {
        "ucloud/umedia/checked_image.json": [
            {
                "op": "add",
                "path": "/properties/label/anyOf/1",
                "value": {"description": described, "x-evidence": "sample", "enum": [3, 7]},
            },
            SOURCE,
        ]
    }


def test_new_values_of_every_list_become_known() -> None:
    output = "/ReviewAudioVideoCompleteEvent/Output"
    payloads = [
        changed(REVIEW, f"{output}/{name}", f'new {name}\n"')
        for name in ("Suggestion", "Label", "Form")
    ]
    proposal = proposal_for(REVIEW, *payloads)
    sources = patched(proposal)
    assert (proposal.left, list(check_rules(sources))) == ([], [])
    assert [payload for payload in payloads if drifts(sources, REVIEW, payload)] == []


SEGMENTS = "/ReviewAudioVideoCompleteEvent/Output/SegmentSet"
LEFT = {
    "a bound of the strict schema": (
        [
            changed(
                REVIEW,
                SEGMENTS,
                examples(REVIEW)[1]["ReviewAudioVideoCompleteEvent"]["Output"]["SegmentSet"] * 11,
            )
        ],
        [(SEGMENTS, "whether the bound still holds is for a person to say")],
    ),
    "a name that is a number": (
        [changed(REVIEW, "/7", 1)],
        [("/7", "no property may be called so")],
    ),
    "a name that does not print": (
        [changed(REVIEW, "/a\u202eb", 1)],
        [("/a\u202eb", "no property may be called so")],
    ),
    "more names than a schema should list": (
        [changed(REVIEW, f"/x{number}", 1) for number in range(PLACES + 1)],
        [("/*", "its names are too many or too long for properties")],
    ),
    "more values than a list should have": (
        [changed(REVIEW, f"{SEGMENTS}/0/Label", f"x{number}") for number in range(VALUES + 1)],
        [(f"{SEGMENTS}/*/Label", "its values are too many or too long for a list")],
    ),
}


@pytest.mark.parametrize("case", LEFT)
def test_what_a_person_has_to_decide_is_left(case: str) -> None:
    payloads, left = LEFT[case]
    proposal = proposal_for(REVIEW, *payloads)
    assert [(each.finding.pointer, each.reason) for each in proposal.left] == left


@pytest.mark.parametrize(
    "payload",
    [examples(OUTLINE)[0], changed(OUTLINE, "/taskId", "30"), {"EventType": "NotYetKnown"}, [], {}],
)
def test_without_drift_nothing_is_proposed(payload: Any) -> None:
    proposal = proposal_for("tencent.vod" if "EventType" in payload else OUTLINE, payload)
    assert (proposal.patches, proposal.left) == ({}, [])


def test_another_contract_is_not_changed_in_silence() -> None:
    patches = {
        "a.json": [
            {"op": "add", "path": "/properties/a", "value": {}},
            {"op": "add", "path": "/properties/b/items/c", "value": {}},
        ],
        "gone.json": [{"op": "add", "path": "/x-source/-", "value": {}}],
    }
    with pytest.raises(GenerationError) as raised:
        apply(patches, {"a.json": {"properties": {"a": {"type": "string"}}}})
    assert raised.value.findings == (
        "a.json#/properties/a: is there already; run `make generate`",
        "a.json#/properties/b/items/c: there is nothing to add it to",
        "gone.json#/x-source/-: there is nothing to add it to",
    )
