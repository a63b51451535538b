"""What is old goes, what a consumer still needs stays, and what has gone is recognised when it comes again."""

from __future__ import annotations

import time
from itertools import count
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from tests.support.arrivals import Inbox, accepted, quarantined, stored
from vodhooks.inbox import retention
from vodhooks.inbox.attachments import Attachment, attach
from vodhooks.inbox.database import connect, own
from vodhooks.inbox.retention import Retention, count_withheld, erase, prune
from vodhooks.inbox.tables import attachments, cursors, failures, refusals, signatures, tombstones

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Engine, Table


@pytest.fixture
def engine(store_url: str) -> Iterator[Engine]:
    engine = connect(store_url)
    yield engine
    engine.dispose()


def identities(engine: Engine) -> list[str]:
    return [row.identity for row in stored(engine, "identity")]


def number_of(engine: Engine, table: Table) -> int:
    with engine.connect() as connection:
        return int(connection.execute(select(func.count()).select_from(table)).scalar_one())


def put(engine: Engine, table: Table, **values: object) -> None:
    with engine.begin() as connection:
        connection.execute(table.insert().values(**values))


def pruned(engine: Engine, until: int, **others: bool) -> int:
    wanted = Retention(until, others.pop("keep_identity", False), 0, **others)
    return sum(prune(engine, wanted, pause=lambda _: None))


def test_what_came_before_goes_with_what_belongs_to_it(engine: Engine) -> None:
    inbox = Inbox(engine)
    kept = inbox.keep([accepted("a", at=1), accepted("b", at=2), accepted("c", at=3)])
    inbox.keep([quarantined(b"{}", at=1)])
    for each in kept:
        attach(engine, each.id, Attachment("a.file", 1, drifts=False, body=b"[]"))
    assert pruned(engine, 3) == 3
    assert identities(engine) == ["c"]
    with engine.connect() as connection:
        assert connection.execute(select(attachments.c.event_id)).scalars().all() == [kept[2].id]
    assert number_of(engine, tombstones) == 0
    assert [each.duplicate for each in inbox.keep([accepted("a"), accepted("c")])] == [False, True]


def test_the_time_counts_and_not_the_order_of_ids(engine: Engine) -> None:
    Inbox(engine).keep([accepted(f"{number}", at=at) for number, at in enumerate([9, 1, 8, 2])])
    assert pruned(engine, 5) == 2
    assert sorted(identities(engine)) == ["0", "2"]


@pytest.mark.parametrize("page", [1, 3, 1000])
def test_much_goes_in_short_transactions(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, page: int
) -> None:
    monkeypatch.setattr(retention, "REMOVED", page)
    inbox = Inbox(engine)
    # Some of one moment, so that a page ends among them.
    inbox.keep(
        [accepted(f"{number}", signature=f"{number}", at=number // 4) for number in range(20)]
    )
    steps = list(prune(engine, Retention(4, keep_identity=True, forget=0), lambda _: None))
    assert (sum(steps), max(steps)) == (16, min(page, 16))
    assert len(identities(engine)) == 4
    found = inbox.keep([accepted(f"{number}") for number in range(20)])
    assert all(each.duplicate for each in found)
    assert len(identities(engine)) == 4


def test_a_tombstone_is_forgotten_when_it_is_old_itself(engine: Engine) -> None:
    inbox = Inbox(engine)
    inbox.keep([accepted("a", at=1), accepted("b", at=5)])
    assert pruned(engine, 9, keep_identity=True) == 2
    assert number_of(engine, tombstones) == 2
    assert sum(prune(engine, Retention(9, keep_identity=True, forget=5))) == 0
    assert [each.duplicate for each in inbox.keep([accepted("a"), accepted("b")])] == [False, True]


def test_a_signature_stays_for_as_long_as_it_may_come_with_another_event(engine: Engine) -> None:
    now, day = round(time.time() * 1e6), retention.DAY
    inbox = Inbox(engine)
    inbox.keep([accepted("a", signature="s", at=now - 30 * day)])
    inbox.keep([accepted("b", signature="t", at=now - 32 * day)])
    assert pruned(engine, now - day) == 2
    assert number_of(engine, signatures) == 1
    found = inbox.keep([accepted("c", signature="s"), accepted("d", signature="t")])
    assert [each.reused_signature for each in found] == [True, False]


def test_nothing_goes_that_a_cursor_has_not_passed(engine: Engine) -> None:
    kept = Inbox(engine).keep([accepted(f"{number}", at=1) for number in range(5)])
    numbers = sorted(each.id for each in kept)
    put(engine, cursors, name="fast", position=numbers[4], moved_at=0)
    put(engine, cursors, name="slow", position=numbers[2], moved_at=0)
    failure = {"tries": 1, "failed_at": 0, "next_try": None, "error": "E", "dead": True}
    put(engine, failures, event_id=numbers[1], cursor="slow", **failure)
    wanted = Retention(9, keep_identity=True, forget=0)
    assert sum(prune(engine, wanted)) == 2
    assert [row.id for row in stored(engine, "id")] == [numbers[1], numbers[3], numbers[4]]
    assert count_withheld(engine, wanted) == 3
    assert pruned(engine, 9, past_cursors=True) == 3
    assert (identities(engine), number_of(engine, failures)) == ([], 0)


def test_what_is_quarantined_waits_for_no_cursor(engine: Engine) -> None:
    Inbox(engine).keep([quarantined(b"{}", at=1)])
    put(engine, cursors, name="slow", position=0, moved_at=0)
    assert pruned(engine, 9) == 1


def test_receivers_go_on_while_events_are_removed(
    engine: Engine, store_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retention, "REMOVED", 10)
    inbox = Inbox(engine)
    inbox.keep([accepted(f"old {number}", at=1) for number in range(50)])
    other = connect(store_url)
    fresh = count()
    for _ in prune(other, Retention(9, keep_identity=True, forget=0)):
        again = f"old {next(fresh)}"
        found = inbox.keep([accepted(again, at=99), accepted(f"new {again}", at=99)])
        assert [each.duplicate for each in found] == [True, False]
    assert not [name for name in identities(engine) if name.startswith("old")]
    other.dispose()


SECRET_WORD = "not-to-be-found-anywhere"


def test_an_erased_event_has_gone_from_the_file_and_its_log(tmp_path: Path) -> None:
    path = tmp_path / "inbox.sqlite3"
    url = f"sqlite:///{path}"
    release = own(url)
    engine = connect(url)
    inbox = Inbox(engine)
    for size in (1, 3000, 100_000):  # in a page, over several, over many
        body = f'{{"a": "{SECRET_WORD}{"x" * size}"}}'.encode()
        inbox.keep([accepted("before")])
        number = inbox.keep([accepted(SECRET_WORD, f"{size}", body=body)])[0].id
        attach(engine, number, Attachment("a.file", 1, drifts=False, body=body))
        inbox.keep([accepted("after")])
        everything = b"".join(each.read_bytes() for each in tmp_path.iterdir())
        assert SECRET_WORD.encode() in everything
        assert erase(engine, number) is True
        everything = b"".join(each.read_bytes() for each in tmp_path.iterdir())
        assert SECRET_WORD.encode() not in everything
        assert inbox.keep([accepted(SECRET_WORD, f"{size}", body=body)])[0].duplicate
    assert identities(engine) == ["before", "after"]
    inbox.keep([accepted("and it goes on")])
    engine.dispose()
    release()


def test_only_the_event_that_is_asked_for_is_erased(engine: Engine) -> None:
    inbox = Inbox(engine)
    first, second = inbox.keep([accepted("a"), accepted("b")])
    key = stored(engine, "identity_key")[0].identity_key
    refusal = {"received_at": 0, "deliveries": 1, "channel": "a", "reason": "r", "size": 1}
    for refusal_key, identity_key in ((b"1", key), (b"2", b"other")):
        put(
            engine,
            refusals,
            refusal_key=refusal_key,
            identity_key=identity_key,
            body=b"{}",
            **refusal,
        )
    assert erase(engine, second.id + 1) is None
    assert erase(engine, first.id) is True
    assert identities(engine) == ["b"]
    with engine.connect() as connection:
        assert connection.execute(select(refusals.c.refusal_key)).scalars().all() == [b"2"]


def test_an_event_that_is_still_needed_is_erased_only_if_that_is_asked_for(engine: Engine) -> None:
    inbox = Inbox(engine)
    [kept] = inbox.keep([accepted("a")])
    put(engine, cursors, name="slow", position=0, moved_at=0)
    assert erase(engine, kept.id) is False
    assert (identities(engine), number_of(engine, tombstones)) == (["a"], 0)
    assert erase(engine, kept.id, past_cursors=True) is True
    assert identities(engine) == []
