"""The tables of the inbox, and one list of migrations for SQLite and PostgreSQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    event,
    inspect,
    literal_column,
    select,
    text,
)

from vodhooks.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

    Progress = Callable[[int, int], None]
    """Takes how many events have been brought over, and how many there are."""

KEY_BYTES = 16
"""How much of a SHA-256 hash is kept as a key: 128 bits do not meet by chance."""

MIGRATED = 5000
"""How many events are brought over between two reports of progress."""

metadata: MetaData = MetaData()

_Id = BigInteger().with_variant(Integer, "sqlite")
"""SQLite numbers rows only by an INTEGER PRIMARY KEY."""

events: Table = Table(
    "events",
    metadata,
    Column(
        "id",
        _Id,
        primary_key=True,
        comment="grows with arrival, roughly: concurrent writers may overtake one another",
    ),
    Column(
        "received_at",
        BigInteger,
        nullable=False,
        comment="first delivery, microseconds since the Unix epoch",
    ),
    Column(
        "last_received_at",
        BigInteger,
        nullable=False,
        comment="latest delivery, microseconds since the Unix epoch",
    ),
    Column("deliveries", Integer, nullable=False, comment="how often the same content has come"),
    Column("channel", Text, nullable=False),
    Column("outcome", Text, nullable=False, comment="accepted, unknown or quarantined"),
    Column("message", Text, comment="full name of the message, where it is known"),
    Column("kind", Text, comment="what the discriminator of an unknown message says"),
    Column(
        "identity",
        Text,
        nullable=False,
        comment="what identifies the event on its channel, as JSON",
    ),
    Column(
        "identity_key",
        LargeBinary,
        nullable=False,
        comment="hash of channel and identity, 16 bytes",
    ),
    Column(
        "content",
        LargeBinary,
        nullable=False,
        comment="hash of the payload without what varies between deliveries, 16 bytes",
    ),
    Column(
        "occurred_at",
        BigInteger,
        comment="milliseconds since the Unix epoch, where the payload says so",
    ),
    Column("drifts", Boolean, nullable=False, comment="holds what the contract does not know"),
    Column(
        "conflict",
        Boolean,
        nullable=False,
        comment="another content came first under the same identity",
    ),
    Column(
        "reused_signature",
        Boolean,
        nullable=False,
        comment="its signature came first with another identity",
    ),
    Column("size", Integer, nullable=False, comment="length of the body and the report in bytes"),
    Column("body", LargeBinary, nullable=False, comment="the bytes as they arrived"),
    Column("report", Text, comment="where a quarantined payload breaks the contract, as JSON"),
    sqlite_autoincrement=True,  # an id that was once shown never comes back
)
_first = events.c.conflict.is_(False)
Index(
    "events_first", events.c.identity_key, unique=True, sqlite_where=_first, postgresql_where=_first
)
_later = events.c.conflict.is_(True)
Index(
    "events_conflict",
    events.c.identity_key,
    events.c.content,
    unique=True,
    sqlite_where=_later,
    postgresql_where=_later,
)
_quarantined = events.c.outcome == literal_column("'quarantined'")
Index(
    "events_quarantine",
    events.c.id,
    events.c.size,
    sqlite_where=_quarantined,
    postgresql_where=_quarantined,
)

Index("events_received", events.c.received_at)

# A list shows the newest events that match: each of these finds them without looking at all.
Index("events_channel", events.c.channel, events.c.id)
for _name, _condition in {
    "events_unknown": events.c.outcome == literal_column("'unknown'"),
    "events_conflicting": _later,
    "events_drifting": events.c.drifts.is_(True),
    "events_repeated": events.c.deliveries > literal_column("1"),
    "events_reused_signature": events.c.reused_signature.is_(True),
}.items():
    Index(_name, events.c.id, sqlite_where=_condition, postgresql_where=_condition)

_PAYLOADS = (
    "CREATE VIEW payloads AS SELECT id, received_at, channel, message, kind, {} AS payload"
    " FROM events WHERE outcome <> 'quarantined'"
)
_VIEWS = {
    "sqlite": _PAYLOADS.format("CAST(body AS TEXT)"),
    # Not jsonb: it does not take the character of code 0, and one such payload would fail them all.
    "postgresql": _PAYLOADS.format("convert_from(body, 'UTF8')::json"),
}
"""The payloads of events for SQL, read out of their bodies: `payload ->> 'name'` is a member."""


@event.listens_for(metadata, "after_create")
def _create_view(_: MetaData, connection: Connection, **__: object) -> None:
    connection.exec_driver_sql(_VIEWS[connection.dialect.name])


@event.listens_for(metadata, "before_drop")
def _drop_view(_: MetaData, connection: Connection, **__: object) -> None:
    connection.exec_driver_sql("DROP VIEW IF EXISTS payloads")


signatures: Table = Table(
    "signatures",
    metadata,
    Column(
        "signature_key",
        LargeBinary,
        primary_key=True,
        comment="hash of channel and signature, 16 bytes",
    ),
    Column(
        "identity_key",
        LargeBinary,
        nullable=False,
        comment="the identity that the signature came with first",
    ),
    Column(
        "received_at",
        BigInteger,
        nullable=False,
        comment="when it came first, microseconds since the Unix epoch",
    ),
    sqlite_with_rowid=False,
)

attachments: Table = Table(
    "attachments",
    metadata,
    Column(
        "event_id",
        _Id,
        ForeignKey("events.id", ondelete="CASCADE"),
        primary_key=True,
        comment="the event that names it",
    ),
    Column("message", Text, primary_key=True, comment="full name of the contract that it keeps"),
    Column("fetched_at", BigInteger, nullable=False, comment="microseconds since the Unix epoch"),
    Column("drifts", Boolean, nullable=False, comment="holds what the contract does not know"),
    Column(
        "body",
        LargeBinary,
        nullable=False,
        comment="the bytes as they were fetched, which are JSON",
    ),
)

cursors: Table = Table(
    "cursors",
    metadata,
    Column("name", Text, primary_key=True, comment="of the consumer that it belongs to"),
    Column(
        "position",
        _Id,
        nullable=False,
        comment="id of the last event passed: all up to it are handled, or are failures",
    ),
    Column(
        "moved_at",
        BigInteger,
        nullable=False,
        comment="when it moved last, microseconds since the Unix epoch",
    ),
)

failures: Table = Table(
    "failures",
    metadata,
    Column(
        "event_id",
        _Id,
        ForeignKey("events.id", ondelete="CASCADE"),
        primary_key=True,
        comment="the event that could not be handled",
    ),
    Column(
        "cursor",
        Text,
        ForeignKey("cursors.name", ondelete="CASCADE"),
        primary_key=True,
        comment="name of the cursor that has passed it",
    ),
    Column("tries", Integer, nullable=False, comment="how often it has been tried"),
    Column(
        "failed_at",
        BigInteger,
        nullable=False,
        comment="when it failed last, microseconds since the Unix epoch",
    ),
    Column(
        "next_try",
        BigInteger,
        comment="not before then, microseconds since the Unix epoch; null where it is dead",
    ),
    Column("error", Text, nullable=False, comment="class of the last error, without its message"),
    Column("dead", Boolean, nullable=False, comment="not tried any more unless that is asked for"),
)
Index("failures_due", failures.c.cursor, failures.c.dead, failures.c.next_try)

refusals: Table = Table(
    "refusals",
    metadata,
    Column("id", _Id, primary_key=True),
    Column(
        "refusal_key",
        LargeBinary,
        nullable=False,
        unique=True,
        comment="hash of channel, token and body, 16 bytes",
    ),
    Column(
        "received_at",
        BigInteger,
        nullable=False,
        comment="first delivery, microseconds since the Unix epoch",
    ),
    Column("deliveries", Integer, nullable=False, comment="how often the same has come"),
    Column("channel", Text, nullable=False),
    Column("reason", Text, nullable=False, comment="why it was refused first, as a code"),
    Column("message", Text, comment="full name of the message, where it is known"),
    Column("identity_key", LargeBinary, nullable=False, comment="as an event has it"),
    Column("token_hash", LargeBinary, comment="SHA-256 of the token in the URL; null without one"),
    Column("size", Integer, nullable=False, comment="length of the body in bytes"),
    Column("body", LargeBinary, nullable=False, comment="the bytes as they arrived"),
    sqlite_autoincrement=True,
)
Index("refusals_channel", refusals.c.channel, refusals.c.id, refusals.c.size)
Index("refusals_received", refusals.c.received_at, refusals.c.reason, refusals.c.deliveries)

tombstones: Table = Table(
    "tombstones",
    metadata,
    Column(
        "identity_key",
        LargeBinary,
        primary_key=True,
        comment="of an event that was removed, as it had it",
    ),
    Column("content", LargeBinary, primary_key=True, comment="likewise"),
    Column("event_id", _Id, nullable=False, comment="the id that it had"),
    Column(
        "received_at",
        BigInteger,
        nullable=False,
        comment="when it came first, microseconds since the Unix epoch",
    ),
    sqlite_with_rowid=False,
)

stamp: Table = Table("vodhooks_inbox", metadata, Column("version", Integer, nullable=False))


def read_version(connection: Connection) -> int:
    """Return the version of the tables, 0 where there are none.

    Raises:
        StoreError: they were made by a newer release.
    """
    version = (
        connection.execute(select(stamp.c.version)).scalar_one()
        if inspect(connection).has_table(stamp.name)
        else 0
    )
    if version > newest_version():
        raise StoreError(
            f"the inbox has version {version}, this release of vodhooks knows {newest_version()}: upgrade it"
        )
    return version


def migrate(connection: Connection, progress: Progress | None = None) -> None:
    """Migrate the tables to the newest version, inside the caller's transaction; several receivers may try at once.

    Args:
        connection: of the database.
        progress: called while events are brought over.

    Raises:
        StoreError: the tables were made by a newer release.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('vodhooks_inbox'))"))
    version = read_version(connection)
    if version == newest_version():
        return
    if version:
        for step in _MIGRATIONS[version - 1 :]:
            step(connection, progress or _ignore)
        connection.execute(stamp.update().values(version=newest_version()))
    else:
        metadata.create_all(connection)
        connection.execute(stamp.insert().values(version=newest_version()))


def _ignore(_: int, __: int) -> None:
    """Report no progress."""


def _run(connection: Connection, statements: str) -> None:
    """Run statements that are separated by blank lines."""
    for statement in statements.split("\n\n"):
        connection.exec_driver_sql(statement)


def _add_attachments(connection: Connection, _: Progress) -> None:
    number, content = (
        ("BIGINT", "BYTEA") if connection.dialect.name == "postgresql" else ("INTEGER", "BLOB")
    )
    connection.execute(
        text(
            "CREATE TABLE attachments ("
            f"event_id {number} NOT NULL, message TEXT NOT NULL, fetched_at BIGINT NOT NULL, "
            f"drifts BOOLEAN NOT NULL, body {content} NOT NULL, "
            "PRIMARY KEY (event_id, message), FOREIGN KEY (event_id) REFERENCES events (id) ON DELETE CASCADE)"
        )
    )


def _slim_down(connection: Connection, progress: Progress) -> None:
    """Drop the second copy of payloads, shorten keys, and add the tables of what follows the 200."""
    dialect = connection.dialect.name
    (_slim_down_postgresql if dialect == "postgresql" else _slim_down_sqlite)(connection, progress)
    number, content, numbered = (
        ("BIGINT", "BYTEA", "BIGSERIAL NOT NULL PRIMARY KEY")
        if dialect == "postgresql"
        else ("INTEGER", "BLOB", "INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT")
    )
    rowless = "" if dialect == "postgresql" else " WITHOUT ROWID"
    _run(
        connection,
        f"""\
CREATE INDEX events_quarantine ON events (id, size) WHERE outcome = 'quarantined'

CREATE INDEX events_received ON events (received_at)

CREATE TABLE cursors (name TEXT NOT NULL PRIMARY KEY, position {number} NOT NULL, moved_at BIGINT NOT NULL)

CREATE TABLE failures (
    event_id {number} NOT NULL, cursor TEXT NOT NULL, tries INTEGER NOT NULL, failed_at BIGINT NOT NULL,
    next_try BIGINT, error TEXT NOT NULL, dead BOOLEAN NOT NULL, PRIMARY KEY (event_id, cursor),
    FOREIGN KEY (event_id) REFERENCES events (id) ON DELETE CASCADE,
    FOREIGN KEY (cursor) REFERENCES cursors (name) ON DELETE CASCADE)

CREATE INDEX failures_due ON failures (cursor, dead, next_try)

CREATE TABLE refusals (
    id {numbered}, refusal_key {content} NOT NULL UNIQUE, received_at BIGINT NOT NULL, deliveries INTEGER NOT NULL,
    channel TEXT NOT NULL, reason TEXT NOT NULL, message TEXT, identity_key {content} NOT NULL,
    token_hash {content}, size INTEGER NOT NULL,
    body {content} NOT NULL)

CREATE INDEX refusals_channel ON refusals (channel, id, size)

CREATE TABLE tombstones (
    identity_key {content} NOT NULL, content {content} NOT NULL, event_id {number} NOT NULL,
    received_at BIGINT NOT NULL, PRIMARY KEY (identity_key, content)){rowless}""",
    )
    payload = (
        "convert_from(body, 'UTF8')::json" if dialect == "postgresql" else "CAST(body AS TEXT)"
    )
    _run(
        connection,
        f"CREATE VIEW payloads AS SELECT id, received_at, channel, message, kind, {payload} AS payload"  # noqa: S608 # of our own
        " FROM events WHERE outcome <> 'quarantined'",
    )


def _slim_down_postgresql(connection: Connection, progress: Progress) -> None:
    """Rewrite each table once, in one statement: updated rows would leave as many dead ones behind."""
    (total,) = connection.exec_driver_sql("SELECT count(*) FROM events").one()
    progress(0, total)
    _run(
        connection,
        """\
DROP INDEX events_outcome

ALTER TABLE events RENAME COLUMN reused_seal TO reused_signature

ALTER TABLE events DROP COLUMN payload,
    ALTER COLUMN identity_key TYPE BYTEA USING substr(identity_key, 1, 16),
    ALTER COLUMN content TYPE BYTEA USING substr(content, 1, 16)

ALTER TABLE seals RENAME COLUMN seal_key TO signature_key

ALTER TABLE seals RENAME TO signatures

ALTER INDEX seals_pkey RENAME TO signatures_pkey

ALTER TABLE signatures ADD COLUMN received_at BIGINT,
    ALTER COLUMN signature_key TYPE BYTEA USING substr(signature_key, 1, 16),
    ALTER COLUMN identity_key TYPE BYTEA USING substr(identity_key, 1, 16)

UPDATE signatures SET received_at = coalesce(
    (SELECT received_at FROM events WHERE identity_key = signatures.identity_key AND conflict IS false),
    (SELECT coalesce(max(received_at), 0) FROM events))

ALTER TABLE signatures ALTER COLUMN received_at SET NOT NULL""",
    )
    progress(total, total)


def _slim_down_sqlite(connection: Connection, progress: Progress) -> None:
    """Write the tables anew: SQLite itself would do so for a column that goes, and say nothing meanwhile."""
    _run(
        connection,
        """\
CREATE TABLE slim_events (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, received_at BIGINT NOT NULL, last_received_at BIGINT NOT NULL,
    deliveries INTEGER NOT NULL, channel TEXT NOT NULL, outcome TEXT NOT NULL, message TEXT, kind TEXT,
    identity TEXT NOT NULL, identity_key BLOB NOT NULL, content BLOB NOT NULL, occurred_at BIGINT,
    drifts BOOLEAN NOT NULL, "conflict" BOOLEAN NOT NULL, reused_signature BOOLEAN NOT NULL, size INTEGER NOT NULL,
    body BLOB NOT NULL, report TEXT)""",
    )
    last, total = connection.exec_driver_sql(
        "SELECT coalesce(max(id), 0), count(*) FROM events"
    ).one()
    done = 0
    progress(done, total)
    for first in range(1, last + 1, MIGRATED):
        done += connection.exec_driver_sql(
            "INSERT INTO slim_events SELECT id, received_at, last_received_at, deliveries, channel, outcome, message, kind,"
            " identity, substr(identity_key, 1, 16), substr(content, 1, 16), occurred_at, drifts, conflict, reused_seal,"
            " size, body, report FROM events WHERE id BETWEEN ? AND ?",
            (first, first + MIGRATED - 1),
        ).rowcount
        progress(done, total)
    _run(
        connection,
        """\
DELETE FROM sqlite_sequence WHERE name = 'slim_events'

UPDATE sqlite_sequence SET name = 'slim_events' WHERE name = 'events'

DROP TABLE events

ALTER TABLE slim_events RENAME TO events

CREATE UNIQUE INDEX events_first ON events (identity_key) WHERE "conflict" IS 0

CREATE UNIQUE INDEX events_conflict ON events (identity_key, content) WHERE "conflict" IS 1

CREATE TABLE signatures (
    signature_key BLOB NOT NULL PRIMARY KEY, identity_key BLOB NOT NULL, received_at BIGINT NOT NULL) WITHOUT ROWID

INSERT INTO signatures SELECT substr(seal_key, 1, 16), substr(identity_key, 1, 16), coalesce(
    (SELECT received_at FROM events WHERE identity_key = substr(seals.identity_key, 1, 16) AND "conflict" IS 0),
    (SELECT coalesce(max(received_at), 0) FROM events)) FROM seals ORDER BY seal_key

DROP TABLE seals""",
    )


def _index_lists(connection: Connection, _: Progress) -> None:
    true = "true" if connection.dialect.name == "postgresql" else "1"
    _run(
        connection,
        f"""\
CREATE INDEX events_channel ON events (channel, id)

CREATE INDEX events_unknown ON events (id) WHERE outcome = 'unknown'

CREATE INDEX events_conflicting ON events (id) WHERE "conflict" IS {true}

CREATE INDEX events_drifting ON events (id) WHERE drifts IS {true}

CREATE INDEX events_repeated ON events (id) WHERE deliveries > 1

CREATE INDEX events_reused_signature ON events (id) WHERE reused_signature IS {true}

CREATE INDEX refusals_received ON refusals (received_at, reason, deliveries)""",
    )


_MIGRATIONS: tuple[Callable[[Connection, Progress], None], ...] = (
    _add_attachments,
    _slim_down,
    _index_lists,
)
"""From version 1 to 2, from 2 to 3, and so on. A new inbox is made from `metadata`.

Each step has its own SQL, because `metadata` goes on to change.
"""


def newest_version() -> int:
    """Return the version that this release makes."""
    return 1 + len(_MIGRATIONS)
