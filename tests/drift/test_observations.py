"""Drift, violations and unknown kinds are gathered place by place, in memory that hostile traffic does not fill."""

from __future__ import annotations

import gc
import tracemalloc
from copy import deepcopy
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from vodhooks.drift.findings import Seen
from vodhooks.drift.observations import NODES, PLACES, VALUES, gather
from vodhooks.drift.traffic import Observation, Skipped
from vodhooks.errors import MessageNotFound
from vodhooks.testing import example, examples

if TYPE_CHECKING:
    from vodhooks.drift.findings import Findings, Place

OUTLINE = "polyv.video_outline.generate_success"
REVIEW = "tencent.vod.review_audio_video_complete"
PORN = "ucloud.umedia.porn"
START = datetime(2026, 1, 1, tzinfo=UTC)


def gathered(*payloads: Any, name: str | None = None) -> Findings:
    return gather(
        (Observation(payload, None, f"t:{number}") for number, payload in enumerate(payloads, 1)),
        name,
    )


def outline(first: Any = None, **members: Any) -> dict[str, Any]:
    """Return an outline with further members, and with further members in its first chapter."""
    payload = deepcopy(example(OUTLINE))
    payload["outlineInfo"][0].update(first or {})
    return {**payload, **members}


def places(found: list[Place]) -> list[tuple[str, str, str, int, int]]:
    return [(each.kind, each.message, each.pointer, each.count, each.payloads) for each in found]


def test_indices_share_a_place_and_payloads_count() -> None:
    payload = outline({"score": 1}, new=1)
    payload["outlineInfo"][2]["score"] = None
    found = gathered(payload, outline({"score": 2}), outline())
    assert places(found.places) == [
        ("unknown-member", OUTLINE, "/new", 1, 1),
        ("unknown-member", OUTLINE, "/outlineInfo/*/score", 3, 2),
    ]
    assert found.places[1].shape.types == {"integer": 2, "null": 1}
    assert (found.messages, found.outcomes) == ({OUTLINE: 3}, {"drifting": 2, "known": 1})


@pytest.mark.parametrize(
    ("message", "place", "value", "kind", "keyword"),
    [
        (REVIEW, ["NewEvent"], {"a": 1}, "unknown-member", "type"),
        (
            REVIEW,
            ["ReviewAudioVideoCompleteEvent", "New"],
            1,
            "unknown-member",
            "additionalProperties",
        ),
        (
            REVIEW,
            ["ReviewAudioVideoCompleteEvent", "Output", "Label"],
            "Gore",
            "unknown-value",
            "anyOf",
        ),
        (
            REVIEW,
            ["ReviewAudioVideoCompleteEvent", "Output", "SegmentSet"],
            [{}] * 11,
            "beyond-bound",
            "maxItems",
        ),
        (PORN, ["a/b~c"], None, "unknown-member", "additionalProperties"),
        (PORN, ["7"], 1, "unknown-member", "additionalProperties"),
        (PORN, ["image_count"], "5", "violation", "type"),
    ],
)
def test_each_kind_of_unknown_is_kept_apart(
    message: str, place: list[str], value: Any, kind: str, keyword: str
) -> None:
    payload = deepcopy(examples(message)[0])
    holder = payload
    for token in place[:-1]:
        holder = holder[token]
    holder[place[-1]] = value
    [found] = gathered(payload, name=message).places
    pointer = "".join(f"/{token.replace('~', '~0').replace('/', '~1')}" for token in place)
    assert (found.kind, found.keyword, found.pointer, found.overflow) == (
        kind,
        keyword,
        pointer,
        False,
    )


def test_a_broken_payload_is_no_drift() -> None:
    payload = outline(new=1, taskId="30")
    del payload["vid"]
    found = gathered(payload)
    assert found.drift == []
    assert [(each.pointer, each.keyword, each.expected) for each in found.violations] == [
        ("", "required", 'missing property "vid"'),
        ("/taskId", "type", "expected an integer"),
    ]


def test_a_payload_of_no_message_breaks_its_channel() -> None:
    found = gathered({"eventType": "FileDeleted"}, name="tencent.vod")
    assert places(found.places) == [("violation", "tencent.vod", "/eventType", 1, 1)]
    assert found.messages == {"tencent.vod": 1}


def test_kinds_without_a_contract_are_no_drift() -> None:
    kinds = [{"EventType": f"Kind{number}"} for number in range(VALUES + 5)]
    found = gathered(*kinds, kinds[0])
    noted = found.kinds["tencent.vod"]
    assert (found.places, noted.count, len(noted.kinds), noted.kinds["Kind0"]) == (
        [],
        VALUES + 6,
        VALUES,
        2,
    )


def test_unchecked_payloads_are_counted_by_kind() -> None:
    broken = [Skipped("not-json", f"t:{number}", "blank") for number in range(3)]
    found = gather([*broken, Observation({"x": 1}, None, "t:4")])
    assert found.outcomes == {"not-json": 3, "not-identified": 1}
    assert {kind: each.place for kind, each in found.skipped.items()} == {
        "not-json": "t:0",
        "not-identified": "t:4",
    }


def test_the_recorded_channel_goes_before_the_name() -> None:
    found = gather(
        [Observation(example("ucloud.umedia.slice"), "ucloud.umedia.slice", "t:1")],
        "ucloud.umedia.transcode",
    )
    assert found.messages == {"ucloud.umedia.slice": 1}


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(MessageNotFound, match="did you mean"):
        gather([], "ucloud.umedia.port")


def test_first_and_last_go_by_time_where_known() -> None:
    hours = [2, 1, 3, 2]
    traffic = [
        Observation(
            outline(new=1),
            None,
            f"t:{hour}",
            START + timedelta(hours=hour),
            START + timedelta(hours=hour + 5),
        )
        for hour in hours
    ]
    [found] = gather(traffic).drift
    assert found.window.first == Seen("t:1", START + timedelta(hours=1))
    assert found.window.last == Seen("t:3", START + timedelta(hours=8))


def test_first_and_last_go_by_order_without_times() -> None:
    [found] = gathered(outline(), outline(new=1), outline(new=1), outline()).drift
    assert (found.window.first, found.window.last) == (Seen("t:2", None), Seen("t:3", None))


def test_names_beyond_a_bound_are_one_place() -> None:
    found = gathered(*(outline({f"x{number}": number}) for number in range(PLACES + 5)))
    *kept, beyond = sorted(found.drift, key=lambda each: each.overflow)
    assert (len(kept), beyond.pointer, beyond.overflow, beyond.count, beyond.payloads) == (
        PLACES,
        "/outlineInfo/*/*",
        True,
        5,
        5,
    )


def test_too_long_names_share_one_place() -> None:
    found = gathered(outline({"x" * 300: 1, "y" * 300: 1}), outline({"z" * 300: 1}))
    assert places(found.drift) == [("unknown-member", OUTLINE, "/outlineInfo/*/*", 3, 2)]
    assert found.drift[0].overflow


def test_a_name_of_one_asterisk_is_a_name() -> None:
    found = gathered(
        outline(**{"*": 1}), *(outline(**{f"x{number}": 1}) for number in range(PLACES))
    )
    assert [each.overflow for each in found.drift if each.pointer == "/*"] == [False, True]


def test_values_are_held_as_far_as_there_is_room() -> None:
    payloads = [deepcopy(example(PORN)) for _ in range(VALUES + 1)]
    for number, payload in enumerate(payloads):
        payload["invalid_image_list"][0]["label"] = 10 + number
    few, [many] = gathered(*payloads[:3]).drift[0], gathered(*payloads).drift
    assert (few.values, few.more_values) == ({"10": 1, "11": 1, "12": 1}, False)
    assert (len(many.values), many.more_values) == (VALUES, True)


def test_memory_does_not_grow_with_hostile_names() -> None:
    def hostile(run: int) -> Any:
        tree = {
            f"{run}-{number}-{'x' * 60}": {
                str(inner): {f"{run}{inner}": [inner]} for inner in range(5)
            }
            for number in range(20)
        }
        return outline({f"{run}-{number}": tree for number in range(4)}, **tree)

    def held(runs: int) -> int:
        tracemalloc.start()
        found = gather(Observation(hostile(run), None, "t") for run in range(runs))
        gc.collect()  # what is left in circles is not held
        size = tracemalloc.get_traced_memory()[0]
        tracemalloc.stop()
        assert found.outcomes == {"drifting": runs}
        return size

    held(40)  # fills the caches
    few, many = held(40), held(120)
    assert many < few * 1.1
    assert few < 2 * NODES * 3000
