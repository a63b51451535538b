"""What is refused is kept apart, once for each body, and within bounds of each channel."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vodhooks.inbox.database import connect
from vodhooks.inbox.refusals import (
    RefusalBounds,
    RefusedDelivery,
    forget_refused,
    iterate_refused,
    keep_refused,
)
from vodhooks.inbox.tables import refusals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Engine

WIDE = RefusalBounds(count=100, size=10_000, age=1000)


@pytest.fixture
def engine(store_url: str) -> Iterator[Engine]:
    engine = connect(store_url)
    yield engine
    engine.dispose()


def refused(
    body: bytes, at: int = 0, channel: str = "a", token: bytes | None = None
) -> RefusedDelivery:
    return RefusedDelivery(channel, body, at, "a-reason", "[1]", "a.message", token)


def bodies(engine: Engine, channel: str | None = None) -> list[bytes]:
    return [each.body for each in iterate_refused(engine, channel)]


def test_what_is_kept_is_read_as_it_came(engine: Engine) -> None:
    given = [refused(b"%d" % number, at=number, token=b"hash") for number in range(120)]
    keep_refused(engine, given[:60], RefusalBounds(1000, 10_000, 1000), now=200)
    keep_refused(engine, given[60:], RefusalBounds(1000, 10_000, 1000), now=200)
    found = list(iterate_refused(engine))
    assert sorted(found, key=lambda each: each.received_at) == [
        RefusedDelivery(
            "a", each.body, each.received_at, "a-reason", "", "a.message", b"hash", id=kept.id
        )
        for each, kept in zip(given, sorted(found, key=lambda each: each.received_at), strict=True)
    ]
    forget_refused(engine, found[7].id)
    assert len(bodies(engine)) == 119


def test_the_same_delivery_is_counted_and_a_body_with_another_token_is_kept(engine: Engine) -> None:
    for _ in range(3):
        keep_refused(engine, [refused(b"1"), refused(b"1")], WIDE, now=0)
    keep_refused(engine, [refused(b"1", token=b"hash"), refused(b"1", channel="b")], WIDE, now=0)
    with engine.connect() as connection:
        counted = connection.execute(refusals.select()).all()
    assert sorted((row.channel, row.token_hash or b"", row.deliveries) for row in counted) == [
        ("a", b"", 6),
        ("a", b"hash", 1),
        ("b", b"", 1),
    ]


@pytest.mark.parametrize(
    ("bounds", "kept"),
    [
        (RefusalBounds(2, 1000, 1000), [b"33", b"44"]),
        (RefusalBounds(100, 7, 1000), [b"22", b"33", b"44"]),
        (RefusalBounds(100, 1000, 2), [b"22", b"33", b"44"]),
    ],
    ids=["count", "bytes", "age"],
)
def test_each_channel_has_bounds_of_its_own(
    engine: Engine, bounds: RefusalBounds, kept: list[bytes]
) -> None:
    keep_refused(engine, [refused(b"other", channel="b")], bounds, now=0)
    for number in range(5):
        keep_refused(engine, [refused(b"%d" % number * 2, at=number)], bounds, now=4)
    assert bodies(engine, "a") == kept
    assert bodies(engine, "b") == [b"other"]
