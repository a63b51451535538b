"""The inbox counts duplicates, keeps and flags conflicts and reused signatures, and overwrites nothing, on each database."""

from __future__ import annotations

import json
import random
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select
from sqlalchemy.exc import SQLAlchemyError

from tests.support.arrivals import CHANNEL, accepted, quarantined, stored
from vodhooks.inbox.database import connect
from vodhooks.inbox.store import Bounds, Inbox, StoreResult
from vodhooks.inbox.tables import events, signatures, tombstones
from vodhooks.report import Report, Violation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Engine

    from tests.support.databases import Postgres
    from vodhooks.inbox.store import ReceivedDelivery

NEW = StoreResult(0, duplicate=False, conflict=False, reused_signature=False)
AGAIN = StoreResult(0, duplicate=True, conflict=False, reused_signature=False)
CONFLICT = StoreResult(0, duplicate=False, conflict=True, reused_signature=False)
CONFLICT_AGAIN = StoreResult(0, duplicate=True, conflict=True, reused_signature=False)
REUSED = StoreResult(0, duplicate=False, conflict=False, reused_signature=True)


@pytest.fixture
def engine(store_url: str) -> Iterator[Engine]:
    engine = connect(store_url)
    yield engine
    engine.dispose()


HISTORIES: dict[str, tuple[list[ReceivedDelivery], list[StoreResult]]] = {
    "a first delivery": ([accepted()], [NEW]),
    "a duplicate is counted": ([accepted(), accepted(at=5), accepted(at=3)], [NEW, AGAIN, AGAIN]),
    "another identity": ([accepted("one"), accepted("two")], [NEW, NEW]),
    "another channel": ([accepted(), accepted(channel="another.channel")], [NEW, NEW]),
    "a conflict is kept": ([accepted(), accepted(content="other")], [NEW, CONFLICT]),
    "a conflict comes again": (
        [accepted(), accepted(content="other"), accepted(content="other"), accepted()],
        [NEW, CONFLICT, CONFLICT_AGAIN, AGAIN],
    ),
    "two conflicts": (
        [accepted(), accepted(content="b"), accepted(content="c")],
        [NEW, CONFLICT, CONFLICT],
    ),
    "a signature for one identity": (
        [accepted(signature="s"), accepted(signature="s")],
        [NEW, AGAIN],
    ),
    "a signature for two identities": (
        [accepted("a", signature="s"), accepted("b", signature="s")],
        [NEW, REUSED],
    ),
    "one signature on two channels": (
        [accepted(signature="s"), accepted(signature="s", channel="another.channel")],
        [NEW, NEW],
    ),
    "a reused signature on a conflict": (
        [accepted("a", signature="s"), accepted("b"), accepted("b", "other", signature="s")],
        [NEW, NEW, StoreResult(0, duplicate=False, conflict=True, reused_signature=True)],
    ),
    "a quarantined delivery comes again": (
        [quarantined(b"x"), quarantined(b"x"), quarantined(b"y")],
        [NEW, AGAIN, NEW],
    ),
}


@pytest.mark.parametrize("batch", [1, 2, 100])
@pytest.mark.parametrize("history", HISTORIES)
def test_batches_do_not_change_a_history(engine: Engine, history: str, batch: int) -> None:
    arrivals, expected = HISTORIES[history]
    inbox = Inbox(engine)
    kept = [
        result
        for start in range(0, len(arrivals), batch)
        for result in inbox.keep(arrivals[start : start + batch])
    ]
    assert kept == expected
    assert sorted(row.deliveries for row in stored(engine, "deliveries")) == sorted(
        deliveries_of(arrivals)
    )


@pytest.mark.parametrize("batch", [1, 2, 100])
@pytest.mark.parametrize("history", HISTORIES)
def test_each_delivery_has_the_id_of_its_event(engine: Engine, history: str, batch: int) -> None:
    arrivals, _ = HISTORIES[history]
    inbox = Inbox(engine)
    kept = [
        each
        for start in range(0, len(arrivals), batch)
        for each in inbox.keep(arrivals[start : start + batch])
    ]
    ids = {
        (row.channel, row.identity, row.content): row.id
        for row in stored(engine, "id", "channel", "identity", "content")
    }
    assert [each.id for each in kept] == [
        ids[each.channel, each.identity, each.content] for each in arrivals
    ]


def deliveries_of(arrivals: Sequence[ReceivedDelivery]) -> list[int]:
    counted: dict[tuple[str, str, bytes], int] = {}
    for arrival in arrivals:
        key = (arrival.channel, arrival.identity, arrival.content)
        counted[key] = counted.get(key, 0) + 1
    return list(counted.values())


def test_every_column_holds_what_was_decided(engine: Engine) -> None:
    Inbox(engine).keep(
        [accepted(signature="s", at=1_700_000_000_000_000), quarantined(b'{"x": 1}', at=2)]
    )
    names = (column.name for column in events.columns if column.name not in {"id", "identity_key"})
    first, second = sorted(stored(engine, *names), key=lambda row: row.outcome)
    assert first._asdict() == {
        "received_at": 1_700_000_000_000_000,
        "last_received_at": 1_700_000_000_000_000,
        "deliveries": 1,
        "channel": CHANNEL,
        "outcome": "accepted",
        "message": f"{CHANNEL}.message",
        "kind": None,
        "identity": "one",
        "content": b"first",
        "occurred_at": None,
        "drifts": False,
        "conflict": False,
        "reused_signature": False,
        "size": 7,
        "body": b'"first"',
        "report": None,
    }
    assert (second.outcome, second.body) == ("quarantined", b'{"x": 1}')
    assert '"schema_pointer":"/type"' in second.report
    assert second.size == len(second.body) + len(second.report)


def test_nothing_of_the_first_is_overwritten(engine: Engine) -> None:
    inbox = Inbox(engine)
    inbox.keep([accepted(signature="s", at=1)])
    columns = [
        column.name
        for column in events.columns
        if column.name not in {"deliveries", "last_received_at"}
    ]
    before = stored(engine, *columns)
    inbox.keep(
        [
            accepted(content="other", body=b"other", at=2),
            accepted(signature="t", body=b"spelled otherwise", at=3),
        ]
    )
    assert stored(engine, *columns)[:1] == before
    assert [
        tuple(row) for row in stored(engine, "deliveries", "received_at", "last_received_at")
    ] == [(2, 1, 3), (1, 2, 2)]


def test_a_late_arrival_does_not_turn_the_clock_back(engine: Engine) -> None:
    inbox = Inbox(engine)
    inbox.keep([accepted(at=9)])
    inbox.keep([accepted(at=4), accepted(at=3)])
    assert [tuple(row) for row in stored(engine, "received_at", "last_received_at")] == [(9, 9)]


def test_a_reused_signature_shows_on_the_later_event(engine: Engine) -> None:
    inbox = Inbox(engine)
    inbox.keep([accepted("a", signature="s"), accepted("b", signature="t")])
    assert inbox.keep([accepted("b", signature="s")]) == [
        StoreResult(0, duplicate=True, conflict=False, reused_signature=True)
    ]
    assert [row.reused_signature for row in stored(engine, "reused_signature")] == [False, True]


ODD = [
    "",
    "\0",
    "a\0b",
    "\N{PILE OF POO}" * 3,
    "字幕",
    "x" * 100_000,
    "\ufffe\uffff",
    "'; DROP TABLE events; --",
    "%(id)s :id ?",
]


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_odd_characters_and_long_texts_are_kept(engine: Engine, text: str) -> None:
    inbox = Inbox(engine)
    payload = json.dumps(text)
    arrival = accepted(
        payload,
        text,
        signature=text or "empty",
        kind=text,
        message=None,
        body=text.encode(),
    )
    assert [inbox.keep([arrival]), inbox.keep([arrival])] == [[NEW], [AGAIN]]
    [row] = stored(engine, "identity", "kind", "body")
    assert (row.identity, row.kind, row.body) == (
        payload,
        text.replace("\0", "\N{REPLACEMENT CHARACTER}"),
        text.encode(),
    )


class Modelled(NamedTuple):
    """What the model has of an event."""

    deliveries: int
    conflict: bool
    reused: bool


def modelled(
    history: Sequence[tuple[str, str, str | None]],
) -> tuple[list[StoreResult], dict[tuple[str, str], Modelled]]:
    """Play deliveries of (identity, content, signature) one by one: the inbox in a few lines."""
    firsts: dict[str, str] = {}
    owners: dict[str, str] = {}
    found: dict[tuple[str, str], Modelled] = {}
    kept = []
    for identity, content, signature in history:
        conflict = firsts.setdefault(identity, content) != content
        reused = signature is not None and owners.setdefault(signature, identity) != identity
        before = found.get((identity, content), Modelled(0, conflict, reused=False))
        found[identity, content] = Modelled(
            before.deliveries + 1, conflict, before.reused or reused
        )
        kept.append(StoreResult(0, before.deliveries > 0, conflict, reused))
    return kept, found


delivery = st.tuples(
    st.sampled_from("abc"), st.sampled_from("xyz"), st.sampled_from(["s", "t", None])
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(batches=st.lists(st.lists(delivery, min_size=1, max_size=8), max_size=5))
def test_any_history_in_any_batches_fits_the_model(
    engine: Engine, batches: list[list[tuple[str, str, str | None]]]
) -> None:
    with engine.begin() as connection:
        connection.execute(delete(events))
        connection.execute(delete(signatures))
    inbox = Inbox(engine)
    kept = [
        result
        for batch in batches
        for result in inbox.keep([accepted(i, c, s) for i, c, s in batch])
    ]
    expected, found = modelled([each for batch in batches for each in batch])
    assert kept == expected
    rows = stored(engine, "identity", "content", "deliveries", "conflict", "reused_signature")
    assert {
        (row.identity, row.content.decode()): Modelled(
            row.deliveries, row.conflict, row.reused_signature
        )
        for row in rows
    } == found


def bodies(engine: Engine) -> list[bytes]:
    return [row.body for row in stored(engine, "body")]


def test_quarantine_is_bounded_by_count(engine: Engine) -> None:
    inbox = Inbox(engine, Bounds(count=3))
    inbox.keep([accepted()])
    for number in range(5):
        inbox.keep([quarantined(b"%d" % number)])
    assert bodies(engine) == [b'"first"', b"2", b"3", b"4"]
    inbox.keep([quarantined(b"%d" % number) for number in range(10, 20)])
    assert [len(bodies(engine)), bodies(engine)[0]] == [4, b'"first"']


def test_quarantine_is_bounded_by_bytes_with_reports(engine: Engine) -> None:
    inbox = Inbox(engine, Bounds(size=10_000))
    for number in range(5):
        inbox.keep([quarantined(b"%d" % number + b"." * 2999)])
    assert [body[:1] for body in bodies(engine)] == [b"2", b"3", b"4"]
    long = Report(
        "a.message", (Violation("type", "/" + "x" * 9000, "/type", "expected an object", None),)
    )
    inbox.keep([quarantined(b"short", report=long)])
    assert bodies(engine) == [b"short"]


def test_quarantine_makes_room_by_the_hundredth(engine: Engine) -> None:
    Inbox(engine).keep([quarantined(b"%d" % number) for number in range(250)])
    inbox = Inbox(engine, Bounds(count=200))
    sizes: list[int] = []
    for number in range(250, 257):
        inbox.keep([quarantined(b"%d" % number)])
        sizes.append(len(bodies(engine)))
    assert sizes == [200, 201, 202, 200, 201, 202, 200]


def test_a_full_quarantine_harms_no_event(engine: Engine) -> None:
    inbox = Inbox(engine, Bounds(count=0))
    assert inbox.keep([quarantined(b"x"), accepted()]) == [NEW, NEW]
    assert bodies(engine) == [b'"first"']


def test_an_id_never_comes_back(engine: Engine) -> None:
    inbox = Inbox(engine)
    inbox.keep([accepted("a"), accepted("b")])
    [first, last] = stored(engine, "id")
    with engine.begin() as connection:
        connection.execute(delete(events).where(events.c.id == last.id))
    inbox.keep([accepted("c")])
    assert [row.id > last.id for row in stored(engine, "id")] == [False, True]
    assert first.id < last.id


def test_a_batch_that_cannot_be_kept_leaves_nothing(engine: Engine) -> None:
    inbox = Inbox(engine)
    poison = accepted("b", content="x", channel=CHANNEL, body=None)
    with pytest.raises((SQLAlchemyError, TypeError)):
        inbox.keep([accepted("a", signature="s"), poison])
    assert stored(engine, "id") == []
    assert inbox.keep([accepted("b", signature="s")]) == [NEW]


def test_a_probe_commits(engine: Engine) -> None:
    inbox = Inbox(engine)
    inbox.probe()
    assert inbox.keep([accepted()]) == [NEW]


def test_a_probe_tells_that_the_store_is_gone(postgres: Postgres) -> None:
    engine = connect(postgres.url)
    inbox = Inbox(engine)
    postgres.stop("immediate")
    with pytest.raises(SQLAlchemyError):
        inbox.probe()
    postgres.start()
    inbox.probe()
    engine.dispose()


def test_writers_of_the_same_events_do_not_deadlock(postgres: Postgres) -> None:
    writers, batches, size = 4, 25, 40

    def write(seed: int) -> list[StoreResult]:
        engine = connect(postgres.url)
        inbox = Inbox(engine, Bounds(count=10))
        chance = random.Random(seed)  # noqa: S311 # no secret
        kept: list[StoreResult] = []
        for _ in range(batches):
            batch = [
                quarantined(b"%d" % chance.randrange(30))
                if chance.random() < 0.2
                else accepted(
                    f"{chance.randrange(30)}",
                    f"{chance.randrange(3)}",
                    signature=f"{chance.randrange(30)}",
                )
                for _ in range(size)
            ]
            kept += inbox.keep(batch)
        engine.dispose()
        return kept

    connect(postgres.url).dispose()
    with ThreadPoolExecutor(writers) as pool:
        results = [kept for each in pool.map(write, range(writers)) for kept in each]
    assert len(results) == writers * batches * size
    engine = connect(postgres.url)
    rows = [
        row
        for row in stored(engine, "identity", "content", "conflict", "deliveries", "outcome")
        if row.outcome == "accepted"
    ]
    engine.dispose()
    assert len({(row.identity, row.content) for row in rows}) == len(rows)
    assert len({row.identity for row in rows}) == sum(not row.conflict for row in rows) == 30
    delivered = sum(chance_accepts(seed, batches * size) for seed in range(writers))
    assert sum(row.deliveries for row in rows) == delivered


def chance_accepts(seed: int, deliveries: int) -> int:
    """Count the accepted deliveries that a writer makes of its seed."""
    chance = random.Random(seed)  # noqa: S311 # no secret
    accepts = 0
    for _ in range(deliveries):
        if chance.random() < 0.2:
            chance.randrange(30)
        else:
            accepts += 1
            for limit in (30, 3, 30):
                chance.randrange(limit)
    return accepts


def test_two_writers_of_one_event_keep_it_once(postgres: Postgres) -> None:
    connect(postgres.url).dispose()

    def write(_: int) -> list[StoreResult]:
        engine = connect(postgres.url)
        kept = Inbox(engine).keep(
            [accepted(f"{number}", signature=f"{number}") for number in range(200)]
        )
        engine.dispose()
        return kept

    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(write, range(4)))
    for one in zip(*results, strict=True):
        assert sorted(one, key=lambda kept: kept.duplicate) == [NEW, AGAIN, AGAIN, AGAIN]


def test_a_quarantined_delivery_is_moved_once(engine: Engine) -> None:
    inbox = Inbox(engine)
    inbox.keep([quarantined(b"x", at=7), quarantined(b"x", at=8)])
    [before] = stored(engine, "id")
    assert inbox.release_from_quarantine(before.id, 1, accepted("new", at=7)) is None
    assert inbox.release_from_quarantine(before.id, 2, accepted("new", at=7)) == NEW
    assert inbox.release_from_quarantine(before.id, 2, accepted("new", at=7)) is None
    [after] = stored(engine, "id", "outcome", "identity", "deliveries", "received_at")
    assert tuple(after)[1:] == ("accepted", "new", 2, 7)
    assert after.id > before.id


def test_a_quarantined_delivery_joins_its_event(engine: Engine) -> None:
    inbox = Inbox(engine)
    inbox.keep([quarantined(b"x"), quarantined(b"y"), accepted("new")])
    [first, second, _] = stored(engine, "id")
    assert inbox.release_from_quarantine(first.id, 1, accepted("new")) == AGAIN
    assert inbox.release_from_quarantine(second.id, 1, accepted("new", "other")) == CONFLICT
    rows = stored(engine, "outcome", "deliveries", "conflict")
    assert [tuple(row) for row in rows] == [("accepted", 2, False), ("accepted", 1, True)]


def bury(engine: Engine, *identities: str) -> dict[str, int]:
    """Remove the events of identities, conflicts included, and leave tombstones; return the ids of the first ones."""
    with engine.begin() as connection:
        chosen = events.c.identity.in_(identities)
        found = connection.execute(select(events).where(chosen).order_by(events.c.id)).all()
        connection.execute(
            tombstones.insert(),
            [
                {
                    "identity_key": row.identity_key,
                    "content": row.content,
                    "event_id": row.id,
                    "received_at": row.received_at,
                }
                for row in found
            ],
        )
        connection.execute(delete(events).where(chosen))
    return {row.identity: row.id for row in reversed(found)}


def test_a_retry_of_a_removed_event_is_recognised_and_not_kept(engine: Engine) -> None:
    inbox = Inbox(engine)
    inbox.keep([accepted("a"), accepted("b"), accepted("c")])
    numbers = bury(engine, "a", "c")
    found = inbox.keep([accepted("a"), accepted("b"), accepted("c"), accepted("c"), accepted("d")])
    assert found == [AGAIN, AGAIN, AGAIN, AGAIN, NEW]
    assert [found[0].id, found[2].id, found[3].id] == [numbers["a"], numbers["c"], numbers["c"]]
    assert [tuple(row) for row in stored(engine, "identity", "deliveries")] == [("b", 2), ("d", 1)]


def test_other_content_under_the_identity_of_a_removed_event_conflicts_with_it(
    engine: Engine,
) -> None:
    inbox = Inbox(engine)
    inbox.keep([accepted("a")])
    bury(engine, "a")
    batch = [accepted("a", "other"), accepted("a"), accepted("a", "other")]
    assert inbox.keep(batch) == [CONFLICT, AGAIN, CONFLICT_AGAIN]
    assert inbox.keep(batch[::-1]) == [CONFLICT_AGAIN, AGAIN, CONFLICT_AGAIN]
    assert [tuple(row) for row in stored(engine, "body", "deliveries", "conflict")] == [
        (b'"other"', 4, True)
    ]


def test_one_tombstone_of_an_identity_is_enough_for_a_conflict(engine: Engine) -> None:
    inbox = Inbox(engine)
    inbox.keep([accepted("a"), accepted("a", "other")])
    bury(engine, "a")
    with engine.begin() as connection:
        connection.execute(delete(tombstones).where(tombstones.c.content == b"first"))
    assert inbox.keep([accepted("a")]) == [CONFLICT]
    assert inbox.keep([accepted("a", "other")]) == [AGAIN]
