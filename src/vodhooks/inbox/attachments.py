"""Files that stored events name, kept beside them: vendors delete such files soon."""

from __future__ import annotations

from dataclasses import astuple, dataclass, fields
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite

from vodhooks.inbox.database import translate_database_errors
from vodhooks.inbox.tables import attachments

if TYPE_CHECKING:
    from sqlalchemy import Engine


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that an event names. The attributes are columns of `vodhooks.inbox.tables.attachments`.

    Attributes:
        message: full name of the contract that it keeps.
        fetched_at: when it was fetched, microseconds since the Unix epoch.
        drifts: whether it holds what the contract does not know.
        body: the bytes as they were fetched.
    """

    message: str
    fetched_at: int
    drifts: bool
    body: bytes


_COLUMNS = [field.name for field in fields(Attachment)]


def attach(engine: Engine, number: int, attachment: Attachment) -> None:
    """Keep a file beside an event, in place of an earlier one that keeps the same contract.

    One row in one short transaction: on SQLite too, the receiver may go on meanwhile.

    Args:
        engine: of `vodhooks.inbox.database.connect`.
        number: the event's id.
        attachment: the file.

    Raises:
        StoreError: the database does not commit.
    """
    dialect = postgresql if engine.dialect.name == "postgresql" else sqlite
    row = dict(zip(_COLUMNS, astuple(attachment), strict=True))
    insert = dialect.insert(attachments).values(event_id=number, **row)
    with translate_database_errors(), engine.begin() as connection:
        connection.execute(
            insert.on_conflict_do_update(index_elements=["event_id", "message"], set_=row)
        )


def list_attachments(engine: Engine, number: int) -> list[Attachment]:
    """Return what is kept beside the event of an id, in the order of the contracts' names.

    Raises:
        StoreError: the database fails.
    """
    query = select(*(attachments.c[name] for name in _COLUMNS)).where(
        attachments.c.event_id == number
    )
    with translate_database_errors(), engine.connect() as connection:
        return [
            Attachment(*row) for row in connection.execute(query.order_by(attachments.c.message))
        ]
