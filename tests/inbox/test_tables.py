"""The tables are migrated from any version to the newest, whole or not at all."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.engine import make_url

from tests.support.arrivals import Inbox, accepted, quarantined, stored
from vodhooks.errors import StoreError
from vodhooks.inbox import tables
from vodhooks.inbox.database import connect, reader

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from sqlalchemy.engine.interfaces import ReflectedIndex

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
        "events_quarantine": False,
        "events_received": False,
        "events_channel": False,
        "events_unknown": False,
        "events_conflicting": False,
        "events_drifting": False,
        "events_repeated": False,
        "events_reused_signature": False,
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
    def two(connection: Connection, _: tables.Progress) -> None:
        connection.execute(text("CREATE TABLE two (name TEXT)"))

    def three(connection: Connection, _: tables.Progress) -> None:
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
            sorted(
                (
                    str(index["name"]),
                    index["column_names"],
                    bool(index["unique"]),
                    _condition(index),
                )
                for index in found.get_indexes(name)
            ),
            [each["column_names"] for each in found.get_unique_constraints(name)],
            [
                (key["constrained_columns"], key["referred_table"], key.get("options"))
                for key in found.get_foreign_keys(name)
            ],
            found.get_table_options(name),
        )
        for name in sorted(found.get_table_names())
    }
    shapes["views"] = [(name, found.get_view_definition(name)) for name in found.get_view_names()]
    engine.dispose()
    return shapes


def _condition(index: ReflectedIndex) -> str:
    options = index.get("dialect_options", {})
    return "".join(str(value) for name, value in options.items() if name.endswith("_where"))


KEYS = [(f"key {number}" * 8).encode() for number in (1, 2)]
"""As long as the hashes were that earlier releases kept whole."""

KEY_BYTES = {1: 64, 2: 64, 3: 16}
"""How much of them each version keeps."""


def make_old(url: str, version: int, copies: int = 0) -> None:
    """Make an inbox as an earlier release did, with two events of one signature and further ones."""
    dialect = make_url(url).get_backend_name()
    engine = create_engine(url)
    with engine.begin() as connection:
        for statement in (RELEASES / f"{version}.{dialect}.sql").read_text().split(";\n")[:-1]:
            connection.exec_driver_sql(statement)
        for key, reused in (
            *zip(KEYS, (False, True), strict=True),
            *(((b"%016d" % number) * 2, False) for number in range(copies)),
        ):
            row = {
                "received_at": 3,
                "last_received_at": 4,
                "deliveries": 5,
                "channel": "a.channel",
                "outcome": "accepted",
                "message": "a.channel.message",
                "identity": "[1]",
                "identity_key": key[: KEY_BYTES[version]],
                "content": (b"content " * 4)[: KEY_BYTES[version]],
                "occurred_at": 6,
                "drifts": False,
                "conflict": False,
                "size": 8,
                "body": b'{"a": 1}',
                **(
                    {"reused_seal": reused, "payload": '{"a":1}'}
                    if version < 3
                    else {"reused_signature": reused}
                ),
            }
            names = ", ".join(row)
            places = ", ".join(f":{name}" for name in row)
            connection.execute(text(f"INSERT INTO events ({names}) VALUES ({places})"), row)  # noqa: S608 # of our own
        for key, identity in ((b"signed  " * 4, KEYS[0]), (b"pruned  " * 4, b"gone    " * 4)):
            insert = (
                "INSERT INTO seals VALUES (:key, :identity)"
                if version < 3
                else "INSERT INTO signatures VALUES (:key, :identity, 3)"
            )
            kept = {"key": key[: KEY_BYTES[version]], "identity": identity[: KEY_BYTES[version]]}
            connection.execute(text(insert), kept)
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
            table.name: sorted(tuple(row) for row in connection.execute(table.select()))
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
    content, body = b"content content ", b'{"a": 1}'
    first, second = (key[:16] for key in KEYS)
    assert contents(store_url) == {
        "events": [
            (1, *event, first, content, 6, False, False, False, 8, body, None),
            (2, *event, second, content, 6, False, False, True, 8, body, None),
        ],
        "signatures": [
            (b"pruned  pruned  ", b"gone    gone    ", 3),
            (b"signed  signed  ", first, 3),
        ],
        "attachments": [(1, "a.file", 7, False, b"[]")] if version > 1 else [],
        "cursors": [],
        "failures": [],
        "refusals": [],
        "tombstones": [],
        "vodhooks_inbox": [(tables.newest_version(),)],
    }


@pytest.mark.parametrize("version", [1, 2])
def test_events_are_brought_over_with_progress(
    store_url: str, version: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "MIGRATED", 3)
    make_old(store_url, version, copies=6)
    seen: list[tuple[int, int]] = []
    connect(store_url, progress=lambda *done: seen.append(done)).dispose()
    assert (seen[0], seen[-1]) == ((0, 8), (8, 8))
    if store_url.startswith("sqlite"):
        assert seen == [(0, 8), (3, 8), (6, 8), (8, 8)]
    connect(store_url, progress=lambda *done: seen.append(done)).dispose()
    assert seen[-1] == (8, 8)


def test_a_new_inbox_is_made_without_progress(store_url: str) -> None:
    seen: list[tuple[int, int]] = []
    connect(store_url, progress=lambda *done: seen.append(done)).dispose()
    assert seen == []


@pytest.mark.parametrize("version", range(1, tables.newest_version()))
def test_an_id_that_was_given_away_before_a_migration_does_not_come_back(
    store_url: str, version: int
) -> None:
    make_old(store_url, version)
    engine = create_engine(store_url)
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM events WHERE id = 2"))
    engine.dispose()
    engine = connect(store_url)
    [kept] = Inbox(engine).keep([accepted("new")])
    assert kept.id == 3
    engine.dispose()


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
    def halfway(connection: Connection, _: tables.Progress) -> None:
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


def test_sql_reads_the_payloads_of_events_out_of_their_bodies(store_url: str) -> None:
    engine = connect(store_url)
    [first, second, _] = Inbox(engine).keep(
        [
            accepted("a", body=b'{"name": "\\u5b57", "nul": 1}'),
            accepted("b", body=b' {"name": "\\u0000"}\n'),
            quarantined(b'{"name": 1}'),
        ]
    )
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT id, channel, payload FROM payloads")).all()
        named = connection.execute(
            text("SELECT payload ->> 'name' FROM payloads WHERE id = :id"), {"id": first.id}
        ).scalar_one()
    engine.dispose()
    assert {row.id for row in rows} == {first.id, second.id}
    assert named == "字"
