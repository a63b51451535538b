"""What stands in the payloads of a shape: texts as the vendors send them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from vodhooks.catalogue import bundle, catalogue
from vodhooks.payloads.constraints import constraints_of
from vodhooks.payloads.samples import examples
from vodhooks.payloads.shapes import shapes, simplest
from vodhooks.pointers import places
from vodhooks.schemas import every_schema, listed_values
from vodhooks.validation import validator

if TYPE_CHECKING:
    from collections.abc import Iterator

MESSAGES = [name for name, message in catalogue().messages.items() if message.channel]
BUNDLE = {"examples": [{"task_id": "07edbc78", "src_url": "http://x/1.mp4", "ids": ["a1", "b2"]}]}


def texts(message: str) -> Iterator[tuple[str, str]]:
    """Yield each text in the shapes of a message, with the name of the member that it is in."""
    for shape in shapes(message):
        for place, value in places(shape.generated.payload):
            if isinstance(value, str):
                yield next(token for token in reversed(place) if isinstance(token, str)), value


@pytest.mark.parametrize("message", MESSAGES)
def test_texts_are_those_of_the_samples(message: str) -> None:
    samples = [each for each in places(list(examples(message))) if isinstance(each[1], str)]
    sampled = {value for _, value in samples if isinstance(value, str)}
    named = {token for place, _ in samples for token in place}
    listed = {
        value
        for found in every_schema(bundle(message, "strict"))
        for value in listed_values(found.schema) or ()
        if isinstance(value, str)
    }
    assert {value for name, value in texts(message) if name in named} <= sampled | listed
    assert all(validator(message).accepts(shape.generated.payload) for shape in shapes(message))


def test_a_date_is_where_a_date_parser_looks_for_one() -> None:
    dates = [
        value
        for name, value in texts("tencent.vod.review_audio_video_complete")
        if name.endswith("ExpireTime")
    ]
    assert len(dates) == 3
    assert all(datetime.fromisoformat(date) for date in dates)


@pytest.mark.parametrize(
    ("name", "schema", "expected"),
    [
        ("task_id", {}, "07edbc78"),
        ("dest_url", {}, "http://x/1.mp4"),
        ("ids", {}, "a1"),
        ("ids", {"pattern": "^b"}, "text"),
        ("ids", {"pattern": "^b.$"}, "b2"),
        ("title", {"pattern": "^b.$"}, "b2"),
        ("title", {}, "text"),
        ("task_id", {"maxLength": 3}, "tex"),
        ("task_id", {"minLength": 9}, "textxxxxx"),
        ("task_id", {"not": {"const": "07edbc78"}}, "text"),
    ],
)
def test_a_text_is_a_sample_of_its_name_or_one_alike(
    name: str, schema: dict[str, object], expected: str
) -> None:
    constraints = constraints_of([{"type": "string", **schema}])
    assert simplest(BUNDLE).choose_scalar("string", constraints, (name, 0)) == expected
