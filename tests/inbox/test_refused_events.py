"""An event that the database refuses, for whatever reason, is refused alone; a database that fails is not asked again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg
import pytest
from sqlalchemy.exc import OperationalError

from tests.support.arrivals import accepted, stored
from vodhooks.errors import StoreError
from vodhooks.inbox.database import connect
from vodhooks.inbox.group_commit import BATCH, HALVINGS, commit
from vodhooks.inbox.store import Inbox, StoreResult

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from sqlalchemy import Engine

    from tests.support.databases import Postgres
    from vodhooks.inbox.store import ReceivedDelivery

REFUSE = """
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.identity LIKE 'poison%' THEN {fault}; END IF;
    RETURN NEW;
END $$;
CREATE {kind} TRIGGER refuse {moment} INSERT ON events {deferred} FOR EACH ROW EXECUTE FUNCTION refuse();
"""

STATES = [
    "P0001",  # raised by a function, which is a ProgrammingError
    "22023",  # DataError
    "23514",  # IntegrityError
    "0A000",  # NotSupportedError
    "42501",  # ProgrammingError
    "XX000",  # InternalError
    "25001",  # InternalError
    "40001",  # OperationalError, as all that follow
    "53200",
    "54000",
    "55000",
    "57014",
    "58030",
    "99999",  # DatabaseError: of no class that anybody knows
]


class Counting(Inbox):
    """An inbox that counts its transactions."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine)
        self.transactions = 0

    def keep(self, arrivals: Sequence[ReceivedDelivery]) -> list[StoreResult]:
        self.transactions += 1
        return super().keep(arrivals)


@pytest.fixture
def engine(postgres: Postgres) -> Iterator[Engine]:
    engine = connect(postgres.url)
    yield engine
    engine.dispose()


def trigger(engine: Engine, fault: str, *, deferred: bool = False) -> None:
    constraint = {
        "kind": "CONSTRAINT",
        "moment": "AFTER",
        "deferred": "DEFERRABLE INITIALLY DEFERRED",
    }
    form = constraint if deferred else {"kind": "", "moment": "BEFORE", "deferred": ""}
    with engine.begin() as connection:
        connection.exec_driver_sql(REFUSE.format(fault=fault, **form).replace("%", "%%"))


def batch(*poisons: int, size: int = BATCH) -> list[ReceivedDelivery]:
    return [
        accepted(f"poison {number}" if number in poisons else f"{number}") for number in range(size)
    ]


def kept(inbox: Inbox, arrivals: Sequence[ReceivedDelivery]) -> list[int]:
    """Commit arrivals, and return the places of those that were refused."""
    results = commit(inbox, arrivals, lambda *_: None)
    return [place for place, result in enumerate(results) if isinstance(result, StoreError)]


@pytest.mark.parametrize("deferred", [False, True], ids=["at once", "at the commit"])
@pytest.mark.parametrize("state", STATES)
def test_an_event_is_refused_alone_for_any_reason(
    engine: Engine, state: str, *, deferred: bool
) -> None:
    trigger(engine, f"RAISE EXCEPTION 'refused' USING ERRCODE = '{state}'", deferred=deferred)
    inbox = Counting(engine)
    assert kept(inbox, batch(77)) == [77]
    assert len(stored(engine, "id")) == BATCH - 1
    assert inbox.transactions <= 2 * BATCH.bit_length()


@pytest.mark.parametrize(
    "fault", ["PERFORM 1 / 0", "PERFORM 'x'::int", "PERFORM nothing()", "PERFORM * FROM nowhere"]
)
def test_an_event_refused_by_a_trigger_is_alone(engine: Engine, fault: str) -> None:
    trigger(engine, fault)
    assert kept(Inbox(engine), batch(0, 255)) == [0, 255]


@pytest.mark.parametrize("state", ["22023", "54000"])
def test_several_events_are_refused_and_no_other(engine: Engine, state: str) -> None:
    trigger(engine, f"RAISE EXCEPTION 'refused' USING ERRCODE = '{state}'")
    assert kept(Inbox(engine), batch(10, 200)) == [10, 200]


def test_any_number_of_events_may_be_refused(engine: Engine) -> None:
    trigger(engine, "RAISE check_violation")
    poisons = range(0, BATCH, 2)
    assert kept(Inbox(engine), batch(*poisons)) == [*poisons]


def test_a_refusing_database_is_asked_a_few_times(engine: Engine) -> None:
    trigger(engine, "RAISE disk_full")
    inbox = Counting(engine)
    assert kept(inbox, batch(*range(BATCH))) == [*range(BATCH)]
    assert inbox.transactions <= HALVINGS + 1


def test_a_lost_server_is_asked_once(engine: Engine, postgres: Postgres) -> None:
    inbox = Counting(engine)
    postgres.stop("immediate")
    assert kept(inbox, batch()) == [*range(BATCH)]
    assert inbox.transactions == 1
    postgres.start()
    assert kept(inbox, batch()) == []


def test_an_ended_session_costs_only_its_batch(engine: Engine, postgres: Postgres) -> None:
    trigger(engine, "PERFORM pg_terminate_backend(pg_backend_pid())")
    inbox = Counting(engine)
    assert kept(inbox, batch(9)) == [*range(BATCH)]
    assert inbox.transactions == 1
    assert kept(inbox, batch()) == []
    with psycopg.connect(postgres.url.replace("+psycopg", "")) as connection:
        assert connection.execute("SELECT count(*) FROM events").fetchone() == (BATCH,)


SQLITE = {
    "a constraint": "SELECT RAISE(ABORT, 'refused')",
    "a lost transaction": "SELECT RAISE(ROLLBACK, 'refused')",
    "a failed statement": "SELECT RAISE(FAIL, 'refused')",
    "a number that overflows": "SELECT abs(-9223372036854775808)",
    "a function's complaint": "SELECT json('no json')",
}


@pytest.mark.parametrize("fault", SQLITE)
def test_sqlite_refuses_an_event_alone(tmp_path: Path, fault: str) -> None:
    engine = connect(f"sqlite:///{tmp_path / 'inbox'}")
    with engine.begin() as connection:
        connection.exec_driver_sql(
            f"CREATE TRIGGER refuse BEFORE INSERT ON events WHEN NEW.identity LIKE 'poison%' BEGIN {SQLITE[fault]}; END"
        )
    assert kept(Inbox(engine), batch(77)) == [77]
    assert len(stored(engine, "id")) == BATCH - 1
    engine.dispose()


def test_a_locked_sqlite_file_is_asked_once(tmp_path: Path) -> None:
    engine, other = (
        connect(f"sqlite:///{tmp_path / 'inbox'}"),
        connect(f"sqlite:///{tmp_path / 'inbox'}"),
    )
    with other.connect() as holding:
        holding.exec_driver_sql("UPDATE vodhooks_inbox SET version = version")
        inbox = Counting(engine)
        with pytest.raises(OperationalError, match="locked"):
            inbox.probe()
        assert kept(inbox, batch(size=3)) == [0, 1, 2]
        assert inbox.transactions == 1
    assert kept(inbox, batch(size=3)) == []
    for each in (engine, other):
        each.dispose()
