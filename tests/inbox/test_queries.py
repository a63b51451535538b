"""Lists of the inbox: pages that miss nothing, in bounded time, by indexes, read-only."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import DBAPIError

from tests.support.many_events import START, fill
from vodhooks.catalogue import catalogue
from vodhooks.inbox.database import connect, reader
from vodhooks.inbox.queries import (
    SEARCHED,
    EventFilter,
    Position,
    browse,
    find_exactly,
    find_last_deliveries,
    list_newest,
    list_same_identity,
    measure_quarantine,
)
from vodhooks.inbox.refusals import count_refused
from vodhooks.inbox.tables import events

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Engine

    from tests.support.databases import Postgres

EVENTS = 7000
CHANNEL = "ucloud.umedia.porn"
FILTERS: dict[str, tuple[EventFilter, str]] = {
    "all": (EventFilter(), ""),
    "channel": (EventFilter(CHANNEL), ""),
    "accepted": (EventFilter(outcomes=("accepted",)), ""),
    "unknown": (EventFilter(outcomes=("unknown",)), ""),
    "quarantined": (EventFilter(outcomes=("quarantined",)), ""),
    "conflict": (EventFilter(flag="conflict"), ""),
    "drift": (EventFilter(flag="drift"), ""),
    "repeated": (EventFilter(flag="repeated"), ""),
    "reused-signature": (EventFilter(flag="reused-signature"), ""),
    "since": (EventFilter(since=START + 6_000_000_000), ""),
    "until": (EventFilter(until=START + 600_000_000), ""),
    "rare in a channel": (EventFilter(CHANNEL, flag="drift"), ""),
    "outcome in a channel": (EventFilter(CHANNEL, ("unknown",)), ""),
    "all of it": (
        EventFilter(CHANNEL, ("accepted",), "repeated", START, START + 5_000_000_000),
        "",
    ),
    "text": (EventFilter(), '"number":6'),
    "text in a channel": (EventFilter(CHANNEL), '"number":69'),
}


WRITTEN = [
    b'{"a": "\\u4e2d\\u6587", "b": "a \\"quoted\\" \\\\ text xy"}',
    '{"a": "中文", "b": "a \\"quoted\\" \\\\ text xy"}'.encode(),
]
"""The bodies of the first two events: the same, once with escapes."""


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def engine(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path_factory.mktemp('many') / 'inbox.sqlite3'}"
    else:
        server: Postgres = request.getfixturevalue("postgres_server")
        server.empty()
        url = server.url
    writing = connect(url)
    fill(writing, EVENTS)
    with writing.begin() as connection:
        for number, body in enumerate(WRITTEN, 1):
            connection.execute(events.update().where(events.c.id == number).values(body=body))
    writing.dispose()
    reading = reader(url, refuses_writes=True)
    yield reading
    reading.dispose()


def matching(engine: Engine, wanted: EventFilter, search: str) -> list[int]:
    """Return the ids of what matches, looked for in the plainest way."""
    with engine.connect() as connection:
        rows = connection.execute(events.select().where(*wanted.conditions())).all()
    return sorted((row.id for row in rows if search.encode() in row.body), reverse=True)


def walk(engine: Engine, wanted: EventFilter, search: str) -> list[int]:
    """Return the ids on all pages, each of which is cut short by a clock of its own."""
    found: list[int] = []
    before: Position | None = None
    while True:
        page = browse(engine, wanted, 40, before, search=search, seconds=1, clock=count().__next__)
        found += [entry.id for entry in page.entries]
        if page.last is None:
            return found
        before = page.last


@pytest.mark.parametrize("name", FILTERS)
def test_pages_have_all_that_matches_once(engine: Engine, name: str) -> None:
    wanted, search = FILTERS[name]
    expected = matching(engine, wanted, search)
    assert expected
    assert walk(engine, wanted, search) == expected


def test_a_search_says_where_time_was_up(engine: Engine) -> None:
    page = browse(engine, EventFilter(), 5, search="nowhere", seconds=0, clock=count().__next__)
    assert (page.entries, page.last, page.in_time) == ([], Position(EVENTS - SEARCHED + 1), False)


@pytest.mark.parametrize("search", ["中文", 'a "quoted" \\ text', "x\0y"])
def test_texts_are_found_however_json_has_them(engine: Engine, search: str) -> None:
    found = browse(engine, EventFilter(), 5, search=search, seconds=60)
    assert [entry.id for entry in found.entries] == [2, 1]


def test_an_id_and_an_identity_are_found_exactly(engine: Engine) -> None:
    channels = list(catalogue().channels)
    assert [entry.id for entry in find_exactly(engine, "6000", channels)] == [6001, 6000]
    assert find_exactly(engine, "nothing", channels) == []
    assert find_exactly(engine, str(2**63), channels) == []


def test_the_newest_of_a_channel_and_of_an_identity(engine: Engine) -> None:
    last = find_last_deliveries(engine, [CHANNEL, "a.channel"])
    (newest,) = list_newest(engine, EventFilter(CHANNEL), 1)
    assert last == {CHANNEL: newest.last_received_at, "a.channel": None}
    assert list_same_identity(engine, newest.identity_key) == [newest]
    assert list_newest(engine, EventFilter(CHANNEL), 9, after=newest.id - 1) == [newest]


def test_quarantine_is_measured(engine: Engine) -> None:
    with engine.connect() as connection:
        sizes = connection.execute(
            text("SELECT size FROM events WHERE outcome = 'quarantined'")
        ).scalars()
        assert measure_quarantine(engine) == (70, sum(sizes))


STATEMENTS: dict[str, Callable[[Engine], object]] = {
    **{
        name: lambda engine, wanted=wanted, search=search: browse(  # type: ignore[misc] # mypy knows no defaults of lambdas
            engine, wanted, 50, Position(6950, START + 6_949_000_000), search=search
        )
        for name, (wanted, search) in FILTERS.items()
    },
    "exactly": lambda engine: find_exactly(engine, "6000", list(catalogue().channels)),
    "same identity": lambda engine: list_same_identity(engine, b"0" * 16),
    "last deliveries": lambda engine: find_last_deliveries(engine, [CHANNEL]),
    "quarantine": measure_quarantine,
    "refused": lambda engine: count_refused(engine, START),
    "new": lambda engine: list_newest(engine, EventFilter(CHANNEL), 50, EVENTS, EVENTS - 50),
}


@pytest.mark.parametrize("name", STATEMENTS)
def test_no_list_reads_a_whole_table(engine: Engine, name: str) -> None:
    sent: list[tuple[str, Any]] = []

    @event.listens_for(engine, "before_cursor_execute")
    def remember(_: object, __: object, statement: str, parameters: Any, *___: object) -> None:
        sent.append((statement, parameters))

    STATEMENTS[name](engine)
    event.remove(engine, "before_cursor_execute", remember)
    explain = "EXPLAIN QUERY PLAN" if engine.dialect.name == "sqlite" else "EXPLAIN"
    statements = [each for each in sent if each[0].startswith("SELECT")]
    assert statements
    with engine.connect() as connection:
        if engine.dialect.name == "postgresql":  # would rather read and sort a small table
            for setting in ("enable_seqscan", "enable_sort"):
                connection.exec_driver_sql(f"SET LOCAL {setting} = off")
        for statement, parameters in statements:
            plan = connection.exec_driver_sql(f"{explain} {statement}", parameters).all()
            lines = [str(row[-1]) for row in plan]
            whole = [
                line
                for line in lines
                if "Seq Scan" in line
                or "USE TEMP B-TREE FOR ORDER BY" in line
                or (line.lstrip(" ->").startswith("Sort  (") and "ORDER BY events" in statement)
            ]
            assert whole == [], "\n".join([statement, *lines])


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO vodhooks_inbox VALUES (9)",
        "DELETE FROM events",
        "UPDATE events SET deliveries = 7",
        "DROP TABLE refusals",
        "CREATE TABLE another (id INTEGER)",
    ],
)
def test_a_reading_connection_cannot_write(engine: Engine, statement: str) -> None:
    with engine.connect() as connection, pytest.raises(DBAPIError, match=r"read-?only"):
        connection.exec_driver_sql(statement)
