"""The tables are migrated from any version to the newest, whole or not at all."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.engine import make_url

from tests.support.arrivals import Inbox, accepted, stored
from vodhooks.errors import StoreError
from vodhooks.inbox import tables
from vodhooks.inbox.database import connect, reader

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tests.support.databases import Postgres

RELEASES = Path(__file__).parent / "releases"
"""The tables of earlier versions of the inbox, as the releases of then made them."""


def version_in(url: str) -> int:
    engine = reader(url)
    with engine.connect() as connection:
        version: int = connection.execute(tables.stamp.select()).scalar_one()
    engine.dispose()
    return version


def set_version(url: str, version: int) -> None:
    engine = connect(url)
    with engine.begin() as connection:
        connection.execute(tables.stamp.update().values(version=version))
    engine.dispose()


def test_an_inbox_is_made_once(store_url: str) -> None:
    for _ in range(3):
        connect(store_url).dispose()
        assert version_in(store_url) == tables.newest_version()


def test_tables_are_as_described(store_url: str) -> None:
    engine = connect(store_url)
    found = inspect(engine)
    for table in tables.metadata.sorted_tables:
        assert [column["name"] for column in found.get_columns(table.name)] == [
            column.name for column in table.columns
        ]
    indexes = {str(index["name"]): index["unique"] for index in found.get_indexes("events")}
    engine.dispose()
    assert {name: bool(unique) for name, unique in indexes.items()} == {
        "events_first": True,
        "events_conflict": True,
        "events_outcome": False,
    }


@pytest.mark.parametrize("version", [tables.newest_version() + 1, 2_000_000_000])
def test_an_inbox_of_a_newer_release_is_refused(store_url: str, version: int) -> None:
    set_version(store_url, version)
    known = tables.newest_version()
    for opening in (connect, reader):
        with pytest.raises(
            StoreError,
            match=f"^the inbox has version {version}, this release of vodhooks knows {known}: upgrade it$",
        ):
            opening(store_url)


def test_an_older_inbox_is_migrated_step_by_step(
    store_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def two(connection: Connection) -> None:
        connection.execute(text("CREATE TABLE two (name TEXT)"))

    def three(connection: Connection) -> None:
        connection.execute(text("INSERT INTO two VALUES ('three')"))

    connect(store_url).dispose()
    now = tables.newest_version()
    monkeypatch.setattr(tables, "_MIGRATIONS", (*tables._MIGRATIONS, two, three))  # noqa: SLF001 # as a later release has it
    message = f"^the inbox has version {now}; start this release's receiver once to bring it to {now + 2}$"
    with pytest.raises(StoreError, match=message):
        reader(store_url)
    for _ in range(2):
        engine = connect(store_url)
        with engine.connect() as connection:
            assert connection.execute(text("SELECT name FROM two")).scalars().all() == ["three"]
        engine.dispose()
        assert version_in(store_url) == now + 2


def shape(url: str) -> dict[str, object]:
    """Return what a database says of its tables: columns with their types, keys, indexes, what they refer to."""
    engine = connect(url)
    found = inspect(engine)
    shapes: dict[str, object] = {
        name: (
            [
                (column["name"], str(column["type"]), column["nullable"])
                for column in found.get_columns(name)
            ],
            found.get_pk_constraint(name)["name"],
            found.get_pk_constraint(name)["constrained_columns"],
            [
                (index["name"], index["column_names"], bool(index["unique"]))
                for index in found.get_indexes(name)
            ],
            [
                (key["constrained_columns"], key["referred_table"], key.get("options"))
                for key in found.get_foreign_keys(name)
            ],
        )
        for name in sorted(found.get_table_names())
    }
    engine.dispose()
    return shapes


def make_old(url: str, version: int) -> None:
    """Make an inbox as an earlier release did, with two events of one signature."""
    dialect = make_url(url).get_backend_name()
    engine = create_engine(url)
    with engine.begin() as connection:
        for statement in (RELEASES / f"{version}.{dialect}.sql").read_text().split(";\n")[:-1]:
            connection.exec_driver_sql(statement)
        for key, reused in ((b"key 1", False), (b"key 2", True)):
            connection.execute(
                text(
                    "INSERT INTO events (received_at, last_received_at, deliveries, channel, outcome, message, identity,"
                    " identity_key, content, occurred_at, drifts, conflict, reused_seal, size, body, payload)"
                    " VALUES (3, 4, 5, 'a.channel', 'accepted', 'a.channel.message', '[1]',"
                    " :key, :content, 6, false, false, :reused, 2, :body, '{}')"
                ),
                {"key": key, "content": b"content", "reused": reused, "body": b"{}"},
            )
        connection.execute(
            text("INSERT INTO seals VALUES (:key, :identity)"),
            {"key": b"signed", "identity": b"key 1"},
        )
        if version > 1:
            connection.execute(
                text("INSERT INTO attachments VALUES (1, 'a.file', 7, false, :body)"),
                {"body": b"[]"},
            )
    engine.dispose()


def contents(url: str) -> dict[str, list[tuple[object, ...]]]:
    """Return the rows of all tables of an inbox, by the names that they have today."""
    engine = reader(url)
    with engine.connect() as connection:
        found = {
            table.name: [tuple(row) for row in connection.execute(table.select())]
            for table in tables.metadata.sorted_tables
        }
    engine.dispose()
    return found


@pytest.mark.parametrize("version", range(1, tables.newest_version()))
def test_an_inbox_of_each_release_migrates_with_rows(store_url: str, version: int) -> None:
    fresh = shape(store_url)
    engine = connect(store_url)
    tables.metadata.drop_all(engine)
    engine.dispose()
    make_old(store_url, version)
    assert shape(store_url) == fresh
    event = (3, 4, 5, "a.channel", "accepted", "a.channel.message", None, "[1]")
    assert contents(store_url) == {
        "events": [
            (1, *event, b"key 1", b"content", 6, False, False, False, 2, b"{}", "{}", None),
            (2, *event, b"key 2", b"content", 6, False, False, True, 2, b"{}", "{}", None),
        ],
        "signatures": [(b"signed", b"key 1")],
        "attachments": [(1, "a.file", 7, False, b"[]")] if version > 1 else [],
        "vodhooks_inbox": [(tables.newest_version(),)],
    }


@pytest.mark.parametrize("version", range(1, tables.newest_version()))
def test_an_inbox_of_a_release_takes_deliveries_again(store_url: str, version: int) -> None:
    make_old(store_url, version)
    engine = connect(store_url)
    found = Inbox(engine).keep([accepted("new", signature="s"), accepted("newer", signature="s")])
    assert sorted(each.id for each in found) == [3, 4]
    assert [each.reused_signature for each in found] == [False, True]
    assert [row.reused_signature for row in stored(engine, "reused_signature")].count(True) == 2
    engine.dispose()


def test_a_migration_that_fails_leaves_nothing_behind(
    store_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def halfway(connection: Connection) -> None:
        connection.execute(text("CREATE TABLE half (name TEXT)"))
        connection.execute(text("INSERT INTO no_such_table VALUES (1)"))

    connect(store_url).dispose()
    with monkeypatch.context() as patched:
        patched.setattr(tables, "_MIGRATIONS", (*tables._MIGRATIONS, halfway))  # noqa: SLF001 # as a later release has it
        with pytest.raises(StoreError, match="no_such_table"):
            connect(store_url)
    assert version_in(store_url) == tables.newest_version()
    engine = connect(store_url)
    assert not inspect(engine).has_table("half")
    engine.dispose()


def test_tables_are_made_together_or_not_at_all(
    store_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(
            tables, "newest_version", lambda: 10**30
        )  # the last statement writes it, and no database takes it
        with pytest.raises((StoreError, OverflowError)):
            connect(store_url)
    with pytest.raises(StoreError, match="there is no inbox"):
        reader(store_url)
    connect(store_url).dispose()
    assert version_in(store_url) == tables.newest_version()


def test_processes_that_start_at_once_make_one_inbox(postgres: Postgres) -> None:
    program = "import sys; from vodhooks.inbox.database import connect; sys.stdin.read(1); connect(sys.argv[1])"
    started = [
        subprocess.Popen(
            [sys.executable, "-c", program, postgres.url],
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for _ in range(2)
    ]
    for process in started:
        assert process.stdin is not None
        process.stdin.write(b".")
        process.stdin.flush()
    assert [process.communicate(timeout=60)[1] for process in started] == [b""] * 2
    assert version_in(postgres.url) == tables.newest_version()
