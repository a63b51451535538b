"""A store opens with the settings that make a commit durable, or says in a line why it does not."""

from __future__ import annotations

import subprocess
import sys
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from tests.support.arrivals import Inbox, accepted
from vodhooks.errors import StoreError
from vodhooks.inbox.database import connect, own, reader

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.databases import Postgres


def url_of(path: Path) -> str:
    return f"sqlite:///{path}"


def test_a_commit_on_sqlite_is_a_durable_one(tmp_path: Path) -> None:
    engine = connect(url_of(tmp_path / "inbox"))
    with engine.connect() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in (
                "journal_mode",
                "synchronous",
                "busy_timeout",
                "wal_autocheckpoint",
                "page_size",
            )
        }
    engine.dispose()
    assert pragmas == {
        "journal_mode": "wal",
        "synchronous": 2,
        "busy_timeout": 5000,
        "wal_autocheckpoint": 2048,
        "page_size": 1024,
    }


def test_every_connection_to_sqlite_is_set_up(tmp_path: Path) -> None:
    engine = connect(url_of(tmp_path / "inbox"))
    with engine.connect() as first, engine.connect() as second:
        first.rollback()
        assert [each.exec_driver_sql("PRAGMA synchronous").scalar_one() for each in (first,)] == [2]
        first.rollback()
        assert second.exec_driver_sql("PRAGMA synchronous").scalar_one() == 2
    engine.dispose()


def test_postgresql_is_left_at_a_durable_commit(postgres: Postgres) -> None:
    engine = connect(postgres.url)
    with engine.connect() as connection:
        settings = {
            name: connection.execute(text(f"SHOW {name}")).scalar_one()
            for name in ("synchronous_commit", "fsync")
        }
    engine.dispose()
    assert settings == {"synchronous_commit": "on", "fsync": "on"}


def test_the_short_name_of_postgresql_will_do(postgres: Postgres) -> None:
    engine = connect(postgres.url.replace("+psycopg", ""))
    engine.dispose()
    assert engine.url.drivername == "postgresql+psycopg"


@pytest.mark.parametrize(
    ("url", "complaint"),
    [
        ("", "the store is no database URL"),
        ("inbox.sqlite3", "the store is no database URL"),
        ("mysql://user:secret@host/inbox", "the store is sqlite or postgresql+psycopg, not mysql"),
        (
            "postgresql+asyncpg://host/inbox",
            "the store is sqlite or postgresql+psycopg, not postgresql+asyncpg",
        ),
        ("sqlite://", "the store names no file"),
        ("sqlite:///:memory:", "the store names no file"),
        ("sqlite:///file:inbox?mode=memory&uri=true", "the store names no file"),
    ],
)
def test_what_can_be_no_inbox_is_refused(url: str, complaint: str) -> None:
    for opening in (connect, reader, own):
        with pytest.raises(StoreError, match=r"^the store ") as refused:
            opening(url)
        assert str(refused.value).startswith(complaint)
        assert "secret" not in str(refused.value)


def test_an_error_at_opening_shows_no_password(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "text").write_text("no database at all, and long enough to be read as one\n" * 100)
    urls = {
        url_of(tmp_path / "folder"): "unable to open database file",
        url_of(tmp_path / "text"): "file is not a database",
        url_of(tmp_path / "nowhere" / "inbox"): "unable to open database file",
        "postgresql://someone:secret@127.0.0.1:1/inbox": "Connection refused",
    }
    for url, reason in urls.items():
        with pytest.raises(StoreError, match=r"^the store cannot be opened: ") as refused:
            connect(url)
        assert reason in str(refused.value)
        assert "secret" not in str(refused.value)


def test_a_reader_makes_no_inbox(store_url: str, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no inbox"):
        reader(store_url)
    assert list(tmp_path.iterdir()) == []
    connect(store_url).dispose()
    reader(store_url).dispose()


def test_a_reader_sees_commits_and_holds_no_writer_up(store_url: str) -> None:
    writer = connect(store_url)
    reading = reader(store_url)
    with reading.connect() as looking:
        assert looking.execute(text("SELECT count(*) FROM signatures")).scalar_one() == 0
        with writer.begin() as connection:
            connection.execute(text("UPDATE vodhooks_inbox SET version = version"))
    writer.dispose()
    reading.dispose()


def test_an_sqlite_file_has_one_owner(tmp_path: Path) -> None:
    url = url_of(tmp_path / "inbox")
    (tmp_path / "alias").symlink_to(tmp_path / "inbox")
    release = own(url)
    for name in (url, url_of(tmp_path / "alias")):
        with pytest.raises(
            StoreError,
            match=r"another process writes to .*; one process per SQLite file, PostgreSQL for more",
        ):
            own(name)
    release()
    own(url)()


def test_an_owner_that_is_killed_owns_no_more(tmp_path: Path) -> None:
    url = url_of(tmp_path / "inbox")
    program = "import sys; from vodhooks.inbox.database import own; own(sys.argv[1]); print('owned', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", program, url], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"owned\n"
        with pytest.raises(StoreError, match="another process"):
            own(url)
        other.kill()
    own(url)()


def test_postgresql_takes_any_number_of_owners(postgres: Postgres) -> None:
    own(postgres.url)
    own(postgres.url)()


def test_a_server_that_comes_back_is_used_again(postgres: Postgres) -> None:
    engine = connect(postgres.url)
    postgres.stop("immediate")
    with pytest.raises(StoreError, match="the store cannot be opened: "):
        connect(postgres.url)
    postgres.start()
    with engine.begin() as connection:
        assert connection.execute(text("SELECT count(*) FROM vodhooks_inbox")).scalar_one() == 1
    engine.dispose()


def test_an_event_takes_little_more_than_its_body(tmp_path: Path) -> None:
    path = tmp_path / "inbox"
    engine = connect(url_of(path))
    inbox, count = Inbox(engine), 4000
    for first in range(0, count, 200):
        inbox.keep(
            [
                accepted(
                    f'["{sha256(b"%d" % number).hexdigest()[:32]}"]',
                    sha256(b"%d" % number).hexdigest(),
                    signature=f"{number}",
                    channel="polyv.video_outline",
                    message="polyv.video_outline.generate_success",
                    body=b'"%b"' % (b"x" * 1198),
                    at=1_700_000_000_000_000 + number,
                )
                for number in range(first, first + 200)
            ]
        )
    engine.dispose()
    assert path.stat().st_size / count < 2000
