"""What happens to the SQLite file under a receiver: from then on nothing is acknowledged, until it is restarted."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.bench.endurance import CONNECTIONS, Load, lost
from tests.support.arrivals import accepted
from tests.support.served import CLOSED, OUTLINE, outline, serving, status
from vodhooks.errors import StoreError
from vodhooks.inbox.database import connect, own
from vodhooks.inbox.store import Inbox

if TYPE_CHECKING:
    from collections.abc import Callable

BEFORE = 20
AFTER = 20

OTHERS = 900_000_000
"""Numbers of callbacks that are not part of the load."""

INBOX = "inbox.sqlite3"


def side(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def swap(path: Path) -> None:
    """Put a copy of a file in its place."""
    copy = side(path, ".copy")
    shutil.copyfile(path, copy)
    copy.replace(path)


def overwrite(path: Path) -> None:
    """Write older content over a file, as `cp` does: it stays the same file."""
    path.write_bytes(path.read_bytes()[:8192])


def rewrite(path: Path) -> None:
    """Write a file's own content over it."""
    path.write_bytes(path.read_bytes())


def remove_all(path: Path) -> None:
    for file in path.parent.glob(f"{INBOX}*"):
        file.unlink()


def backup_of(path: Path) -> Path:
    """Return a backup, made while the receiver runs, with all that is acknowledged by then."""
    backup = path.with_name("backup.sqlite3")
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(backup)) as target:
        source.backup(target)
    return backup


def install(path: Path) -> None:
    program = shutil.which("install")
    assert program
    subprocess.run([program, "-m", "600", path.with_name("backup.sqlite3"), path], check=True)


def restore_through_sqlite(path: Path) -> None:
    with (
        closing(sqlite3.connect(path.with_name("backup.sqlite3"))) as source,
        closing(sqlite3.connect(path)) as target,
    ):
        source.backup(target)


def vacuum_over(path: Path) -> None:
    with closing(sqlite3.connect(path.with_name("backup.sqlite3"))) as source:
        path.unlink()
        source.execute("VACUUM INTO ?", (str(path),))


def recreate(path: Path) -> None:
    """Move the folder away, and put a copy of it in its place."""
    folder = path.parent
    folder.rename(folder.with_name("moved"))
    shutil.copytree(folder.with_name("moved"), folder)


def touch_up(path: Path) -> None:
    """Write one page back as it was: nothing but the time of writing tells."""
    with path.open("r+b") as file:
        page = file.read(4096)
        file.seek(0)
        file.write(page)


WAYS: dict[str, Callable[[Path], object]] = {
    "removed": Path.unlink,
    "moved": lambda path: path.rename(side(path, ".old")),
    "replaced by a copy": swap,
    "cut short": lambda path: os.truncate(path, 4096),
    "emptied": lambda path: os.truncate(path, 0),
    "overwritten in place": overwrite,
    "written to in place": touch_up,
    "restored by cp": lambda path: shutil.copyfile(path.with_name("backup.sqlite3"), path),
    "restored by cp -p": lambda path: shutil.copy2(path.with_name("backup.sqlite3"), path),
    "restored by mv": lambda path: path.with_name("backup.sqlite3").replace(path),
    "restored by install": install,
    "restored through SQLite": restore_through_sqlite,
    "restored by VACUUM INTO": vacuum_over,
    "log removed": lambda path: side(path, "-wal").unlink(),
    "log moved": lambda path: side(path, "-wal").rename(side(path, "-wal.old")),
    "log replaced": lambda path: swap(side(path, "-wal")),
    "log emptied": lambda path: os.truncate(side(path, "-wal"), 0),
    "log cut short": lambda path: os.truncate(side(path, "-wal"), 32 + 4120),
    "log overwritten in place": lambda path: rewrite(side(path, "-wal")),
    "index removed": lambda path: side(path, "-shm").unlink(),
    "index replaced": lambda path: swap(side(path, "-shm")),
    "all files removed": remove_all,
    "owner removed": lambda path: side(path, ".owner").unlink(),
    "owner replaced": lambda path: swap(side(path, ".owner")),
    "folder moved": lambda path: path.parent.rename(path.parent.with_name("moved")),
    "folder replaced by a copy": recreate,
}


@pytest.mark.parametrize("way", WAYS)
def test_a_receiver_acknowledges_nothing_more(tmp_path: Path, way: str) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    path = folder / INBOX
    with serving(tmp_path, CLOSED, "--store", f"sqlite:///{path}") as served:
        assert [status(served.post(OUTLINE, outline(number))) for number in range(BEFORE)] == [
            200
        ] * BEFORE
        backup_of(path)
        assert status(served.post(OUTLINE, outline(BEFORE))) == 200
        assert status(served.get("/readyz")) == 200
        WAYS[way](path)
        answers = [
            status(served.post(OUTLINE, outline(BEFORE + 1 + number))) for number in range(AFTER)
        ]
        assert answers == [503] * AFTER
        assert status(served.get("/readyz")) == 503
        assert status(served.get("/healthz")) == 200
        files = {file: file.read_bytes() for file in folder.glob("*")} if folder.exists() else {}
        served.end()
        assert served.process.stderr
        said = served.process.stderr.read().decode().splitlines()
        assert {file: file.read_bytes() for file in files} == files
    first, *rest = said
    assert first.startswith(f"vodhooks: the store fails: {path}")
    assert first.endswith("; nothing is stored until a restart")
    cause = first.removeprefix("vodhooks: the store fails: ")
    assert [line for line in rest if cause not in line] == []


def test_a_restarted_receiver_uses_the_new_file(tmp_path: Path) -> None:
    path = tmp_path / INBOX
    with serving(tmp_path) as served:
        assert status(served.post(OUTLINE, outline(1))) == 200
        backup = backup_of(path)
        assert status(served.post(OUTLINE, outline(2))) == 200
        backup.replace(path)
        assert status(served.post(OUTLINE, outline(3))) == 503
        served.end()
    for ending in ("-wal", "-shm"):
        side(path, ending).unlink()
    with serving(tmp_path) as served:
        assert status(served.post(OUTLINE, outline(4))) == 200
        served.end()
    assert served.kept("identity") == [('["generate_success",1]',), ('["generate_success",4]',)]


@pytest.mark.parametrize("change", ["retarget", "rename the folder behind it"])
def test_a_symbolic_link_is_followed_once(tmp_path: Path, change: str) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "one")
    with serving(tmp_path, CLOSED, "--store", f"sqlite:///{link / INBOX}") as served:
        assert status(served.post(OUTLINE, outline(1))) == 200
        if change == "retarget":
            link.unlink()
            link.symlink_to(tmp_path / "two")
        else:
            (tmp_path / "one").rename(tmp_path / "three")
        assert status(served.post(OUTLINE, outline(2))) == 503
        served.process.kill()


def harmless_backup(path: Path) -> None:
    backup_of(path)
    with closing(sqlite3.connect(path)) as source:
        source.execute("VACUUM INTO ?", (str(path.with_name("vacuumed.sqlite3")),))
    shutil.copyfile(path, path.with_name("plain copy"))


def write_a_row(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT INTO signatures VALUES (x'00', x'00', 0)")


HARMLESS: dict[str, Callable[[Path], object]] = {
    "backups": harmless_backup,
    "readers": lambda path: subprocess.run(
        [sys.executable, "-m", "vodhooks", "inbox", "list", "--store", f"sqlite:///{path}"],
        check=True,
    ),
    "other rights": lambda path: path.chmod(0o640),
    "a hard link": lambda path: os.link(path, path.with_name("link")),
    "a row of another program": write_a_row,
    "a folder moved there and back": lambda path: path.parent.rename(
        path.parent.with_name("away")
    ).rename(path.parent),
}


@pytest.mark.parametrize("way", HARMLESS)
def test_an_unchanged_file_stops_nothing(tmp_path: Path, way: str) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    path = folder / INBOX
    with serving(tmp_path, CLOSED, "--store", f"sqlite:///{path}") as served:
        assert status(served.post(OUTLINE, outline(1))) == 200
        HARMLESS[way](path)
        assert [status(served.post(OUTLINE, outline(number))) for number in range(2, 6)] == [
            200
        ] * 4
        served.end()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM events").fetchone() == (5,)


@pytest.mark.parametrize(
    "way", ["removed", "replaced by a copy", "log removed", "log emptied", "log cut short"]
)
def test_a_file_replaced_before_the_commit_is_ignored(tmp_path: Path, way: str) -> None:
    path = tmp_path / INBOX
    release = own(f"sqlite:///{path}")
    engine = connect(f"sqlite:///{path}")
    inbox = Inbox(engine)
    inbox.keep([accepted(f"{number}") for number in range(BEFORE)])
    connection = engine.connect()
    connection.exec_driver_sql("UPDATE events SET body = zeroblob(100000)")
    WAYS[way](path)
    with pytest.raises(StoreError, match="nothing is stored until a restart"):
        connection.commit()
    connection.close()
    with pytest.raises(StoreError, match="nothing is stored until a restart"):
        inbox.keep([accepted("after")])
    engine.dispose()
    release()


def test_the_log_is_moved_into_the_file_by_its_owner(tmp_path: Path) -> None:
    path = tmp_path / INBOX
    release = own(f"sqlite:///{path}")
    engine = connect(f"sqlite:///{path}")
    inbox = Inbox(engine)
    sizes = []
    for number in range(3000):
        inbox.keep([accepted(f"{number}", body=bytes(3000))])
        sizes.append(side(path, "-wal").stat().st_size)
    assert max(sizes) < 4 * 500 * 4120
    assert path.stat().st_size > 3000 * 3000 // 2
    engine.dispose()
    release()
    assert not side(path, "-wal").exists()


@pytest.mark.parametrize(
    "way", ["removed", "replaced by a copy", "log removed", "all files removed", "folder moved"]
)
def test_displaced_files_hold_all_acknowledged_events(tmp_path: Path, way: str) -> None:
    folder, kept = tmp_path / "folder", tmp_path / "kept"
    folder.mkdir()
    kept.mkdir()
    path = folder / INBOX
    with serving(tmp_path, CLOSED, "--store", f"sqlite:///{path}") as served:
        with Load(served.port) as load:
            load.wait(300)
            for ending in ("", "-wal"):
                os.link(side(path, ending), side(kept / INBOX, ending))
            WAYS[way](path)
            # What had been committed by then may still be on its way to its caller.
            load.wait(CONNECTIONS, 503)
            assert [
                status(served.post(OUTLINE, outline(OTHERS + number))) for number in range(AFTER)
            ] == [503] * AFTER
        served.process.kill()
    assert load.unanswered == 0
    assert not lost(load.acknowledged, f"sqlite:///{kept / INBOX}")
