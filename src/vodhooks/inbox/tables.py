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
    inspect,
    select,
    text,
)

from vodhooks.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

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
    Column("identity_key", LargeBinary, nullable=False, comment="hash of channel and identity"),
    Column(
        "content",
        LargeBinary,
        nullable=False,
        comment="hash of the payload without what varies between deliveries",
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
    Column("payload", Text, comment="the decoded payload as canonical JSON; null in quarantine"),
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
Index("events_outcome", events.c.outcome, events.c.id, events.c.size)

signatures: Table = Table(
    "signatures",
    metadata,
    Column("signature_key", LargeBinary, primary_key=True, comment="hash of channel and signature"),
    Column(
        "identity_key",
        LargeBinary,
        nullable=False,
        comment="the identity that the signature came with first",
    ),
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


def migrate(connection: Connection) -> None:
    """Migrate the tables to the newest version, inside the caller's transaction; several receivers may try at once.

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
            step(connection)
        connection.execute(stamp.update().values(version=newest_version()))
    else:
        metadata.create_all(connection)
        connection.execute(stamp.insert().values(version=newest_version()))


def _add_attachments(connection: Connection) -> None:
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


def _rename_seals(connection: Connection) -> None:
    connection.execute(text("ALTER TABLE events RENAME COLUMN reused_seal TO reused_signature"))
    connection.execute(text("ALTER TABLE seals RENAME COLUMN seal_key TO signature_key"))
    connection.execute(text("ALTER TABLE seals RENAME TO signatures"))
    if connection.dialect.name == "postgresql":  # SQLite's key has no name of its own
        connection.execute(text("ALTER INDEX seals_pkey RENAME TO signatures_pkey"))


_MIGRATIONS: tuple[Callable[[Connection], None], ...] = (_add_attachments, _rename_seals)
"""From version 1 to 2, from 2 to 3, and so on. A new inbox is made from `metadata`.

Each step has its own SQL, because `metadata` goes on to change.
"""


def newest_version() -> int:
    """Return the version that this release makes."""
    return 1 + len(_MIGRATIONS)
