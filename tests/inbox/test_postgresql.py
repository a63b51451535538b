"""PostgreSQL under the inbox: commits are durable whatever the defaults say, and a session that no longer works is replaced."""

from __future__ import annotations

import signal
import time
from typing import TYPE_CHECKING

import psycopg
import pytest

from tests.bench.endurance import lost
from tests.bench.endurance import stored as stored_in
from tests.support.arrivals import accepted, stored
from tests.support.databases import Postgres, postgresql
from tests.support.served import CLOSED, OUTLINE, outline, serving, status
from vodhooks.errors import StoreError
from vodhooks.inbox.database import connect, reader
from vodhooks.inbox.store import Inbox

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.served import Served

HEALED_SECONDS = 60.0
"""How long healing may take on a machine that has other things to do; it is meant to take less than ten."""


def administer(server: Postgres, *statements: str) -> None:
    with psycopg.connect(server.url.replace("+psycopg", ""), autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement.encode())


@pytest.fixture
def configured(postgres: Postgres) -> Iterator[Postgres]:
    """A server whose settings a test may change."""
    yield postgres
    reset = [
        f"{change} RESET {name}"
        for name in ("synchronous_commit", "default_transaction_read_only")
        for change in ("ALTER ROLE vodhooks", "ALTER DATABASE postgres", "ALTER SYSTEM")
    ]
    others = [
        "ALTER SYSTEM RESET fsync",
        "ALTER SYSTEM RESET full_page_writes",
        "SELECT pg_reload_conf()",
    ]
    administer(postgres, "SET default_transaction_read_only = off", *reset, *others)


@pytest.mark.parametrize(
    "place",
    [
        "ALTER ROLE vodhooks",
        "ALTER DATABASE postgres",
        "ALTER SYSTEM",
        "the URL",
        "while connected",
    ],
)
@pytest.mark.parametrize(
    ("default", "used"),
    [
        ("off", "on"),
        ("local", "on"),
        ("remote_write", "on"),
        ("on", "on"),
        ("remote_apply", "remote_apply"),
    ],
)
def test_a_commit_is_durable_whatever_the_default(
    configured: Postgres, place: str, default: str, used: str
) -> None:
    url = configured.url
    if place == "the URL":
        url += f"?options=-csynchronous_commit%3D{default}"
    elif place != "while connected":
        administer(
            configured, f"{place} SET synchronous_commit = {default}", "SELECT pg_reload_conf()"
        )
    engine = connect(url)
    if place == "while connected":
        with engine.connect() as session:
            session.exec_driver_sql(f"SET synchronous_commit = {default}")
            session.commit()
    with engine.begin() as connection:
        found = connection.exec_driver_sql("SHOW synchronous_commit").scalar_one()
    engine.dispose()
    # A server takes a new default up some time after it got the command.
    assert found == used or (place == "ALTER SYSTEM" and found == "on")


def test_a_server_without_fsync_is_refused(configured: Postgres) -> None:
    engine = connect(configured.url)
    administer(configured, "ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()")
    inbox = Inbox(engine)
    refused = "the server runs with fsync=off"
    with pytest.raises(StoreError, match=refused):
        until_refused(inbox)
    with pytest.raises(StoreError, match=refused):
        connect(configured.url)
    reader(configured.url).dispose()
    engine.dispose()


def until_refused(inbox: Inbox) -> None:
    deadline = time.monotonic() + HEALED_SECONDS
    while time.monotonic() < deadline:
        inbox.keep([accepted()])


def test_torn_pages_are_warned_of(configured: Postgres, capsys: pytest.CaptureFixture[str]) -> None:
    administer(configured, "ALTER SYSTEM SET full_page_writes = off", "SELECT pg_reload_conf()")
    configured.stop()
    configured.start()
    engine = connect(configured.url)
    Inbox(engine).keep([accepted()])
    engine.dispose()
    assert capsys.readouterr().err.count("full_page_writes=off") == 1


@pytest.mark.parametrize(
    "scope",
    ["SESSION CHARACTERISTICS AS TRANSACTION READ ONLY", "default_transaction_read_only = on"],
)
def test_a_session_that_became_read_only_is_replaced(postgres: Postgres, scope: str) -> None:
    engine = connect(postgres.url)
    with engine.connect() as session:
        session.exec_driver_sql(f"SET {scope}")
        session.commit()
    inbox = Inbox(engine)
    with pytest.raises(StoreError, match="the database takes no writes in this session"):
        inbox.keep([accepted("during")])
    inbox.keep([accepted("after")])
    assert [row.identity for row in stored(engine, "identity")] == ["after"]
    engine.dispose()


def test_a_transaction_made_read_only_ends_a_session(postgres: Postgres) -> None:
    engine = connect(postgres.url)
    with engine.connect() as session:
        pid = session.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
        session.exec_driver_sql("SET TRANSACTION READ ONLY")
        with pytest.raises(Exception, match="read-only transaction"):
            session.exec_driver_sql("DELETE FROM events")
    with engine.connect() as session:
        assert session.exec_driver_sql("SELECT pg_backend_pid()").scalar_one() != pid
    engine.dispose()


def test_a_standby_is_no_store(configured: Postgres) -> None:
    connect(configured.url).dispose()
    administer(configured, "ALTER ROLE vodhooks SET default_transaction_read_only = on")
    with pytest.raises(StoreError, match="the store cannot be opened: "):
        connect(configured.url)
    reader(configured.url).dispose()


def acknowledged(served: Served, first: int) -> int:
    """Deliver until a delivery is acknowledged, and return its number."""
    deadline = time.monotonic() + HEALED_SECONDS
    for number in range(first, first + 10_000):
        if status(served.post(OUTLINE, outline(number))) == 200:
            return number
        assert time.monotonic() < deadline
    raise AssertionError("unreachable")


IMPATIENT = {**CLOSED, "VODHOOKS_ANSWER_SECONDS": "0.5"}


def test_a_server_back_from_read_only_is_written_to(tmp_path: Path, configured: Postgres) -> None:
    with serving(tmp_path, CLOSED, "--store", configured.url) as served:
        acknowledged(served, 0)
        administer(
            configured,
            "ALTER SYSTEM SET default_transaction_read_only = on",
            "SELECT pg_reload_conf()",
        )
        deadline = time.monotonic() + HEALED_SECONDS
        while status(served.get("/readyz")) != 503:
            assert time.monotonic() < deadline
        undo = (
            "SET default_transaction_read_only = off",
            "ALTER SYSTEM RESET default_transaction_read_only",
        )
        administer(configured, *undo, "SELECT pg_reload_conf()")
        found = acknowledged(served, 100)
        assert status(served.get("/readyz")) == 200
    assert not lost([identity(0), identity(found)], configured.url)


def identity(number: int) -> str:
    return f'["generate_success",{number}]'


@pytest.fixture(scope="module")
def second() -> Iterator[Postgres]:
    with postgresql() as server:
        yield server


def both(first: Postgres, second: Postgres, form: str) -> str:
    one, two = first.port, second.port
    return {
        "hosts": f"postgresql://vodhooks@127.0.0.1:{one},127.0.0.1:{two}/postgres",
        "bracketed": f"postgresql+psycopg://vodhooks@127.0.0.1:{one},[127.0.0.1]:{two}/postgres?application_name=vodhooks",
        "repeated": f"postgresql://vodhooks@/postgres?host=127.0.0.1:{one}&host=127.0.0.1:{two}",
        "listed": f"postgresql://vodhooks@/postgres?host=127.0.0.1,127.0.0.1&port={one},{two}",
    }[form]


@pytest.mark.parametrize("form", ["hosts", "bracketed", "repeated", "listed"])
def test_several_hosts_are_tried_in_turn(postgres: Postgres, second: Postgres, form: str) -> None:
    second.empty()
    url = both(postgres, second, form)
    engine = connect(url)
    Inbox(engine).keep([accepted("on the first")])
    postgres.stop()
    engine.dispose()
    engine = connect(url)
    Inbox(engine).keep([accepted("on the second")])
    assert stored_in(second.url) == {"on the second"}
    engine.dispose()
    postgres.start()
    assert stored_in(postgres.url) == {"on the first"}


@pytest.mark.parametrize("hosts", ["a:1,b:x", "a:1,b:2:3", "a,", "[::1,b"])
def test_bad_hosts_are_refused_without_the_password(hosts: str) -> None:
    with pytest.raises(StoreError) as refused:
        connect(f"postgresql://user:secret@{hosts}/inbox?connect_timeout=2")
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize("fault", ["frozen", "read-only", "gone"])
def test_a_receiver_moves_on_to_the_next_host(
    tmp_path: Path, configured: Postgres, second: Postgres, fault: str
) -> None:
    second.empty()
    with serving(tmp_path, IMPATIENT, "--store", both(configured, second, "hosts")) as served:
        before = acknowledged(served, 0)
        connect(second.url).dispose()  # as a replica would have the tables
        if fault == "frozen":
            configured.freeze()
        elif fault == "read-only":
            administer(
                configured,
                "ALTER SYSTEM SET default_transaction_read_only = on",
                "SELECT pg_reload_conf()",
            )
        else:
            configured.stop("immediate")
        deadline = time.monotonic() + HEALED_SECONDS
        # The first server goes on taking writes until it has heard of it.
        while fault == "read-only" and not stored_in(second.url):
            acknowledged(served, len(stored_in(configured.url)))
            assert time.monotonic() < deadline
        started = time.monotonic()
        after = acknowledged(served, 10_000)
        print(f"{fault}: moved on after {time.monotonic() - started:.1f} s")  # noqa: T201 # for who runs it with -s
        assert status(served.get("/readyz")) == 200
        assert served.end() == -signal.SIGTERM
    assert identity(after) in stored_in(second.url)
    if fault == "frozen":
        configured.thaw()
    elif fault == "gone":
        configured.start()
    assert identity(before) in stored_in(configured.url)


def test_a_frozen_server_holds_no_caller_too_long(postgres: Postgres) -> None:
    engine = connect(postgres.url)
    inbox = Inbox(engine)
    inbox.keep([accepted("before")])
    postgres.freeze()
    with pytest.raises(
        Exception, match=r"the server has not answered for 5 seconds|connection timeout expired"
    ):
        inbox.keep([accepted("during")])
    postgres.thaw()
    inbox.keep([accepted("after")])
    assert {row.identity for row in stored(engine, "identity")} >= {"before", "after"}
    engine.dispose()
