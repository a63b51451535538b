"""Runs schemathesis in a process of its own, against a server on loopback that hands over every body that it makes.

The process knows neither the receiver nor a secret: signing, delivering and checking are left to the taker of the bodies.
"""

from __future__ import annotations

import os
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from importlib.util import find_spec
from pathlib import Path
from secrets import token_urlsafe
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import urlsplit

import orjson

from vodhooks.errors import FuzzingError, clip
from vodhooks.vendor.requests import MEDIA_TYPE

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Mapping, Sequence

__all__ = ["Taker", "relay", "require"]

Taker: TypeAlias = "Callable[[str, bytes], None]"
"""Takes the path and the body of a request."""

SETTINGS = """
continue-on-failure = true
suppress-health-check = ["all"]
warnings = false

[generation]
database = "none"

[phases.coverage]
unexpected-methods = []

[phases.fuzzing.generation]
mode = "positive"

[phases.fuzzing.error-feedback]
enabled = false

[phases.fuzzing.extra-data-sources]
responses = false

[phases.stateful]
enabled = false
"""
"""First the samples and what each rule suggests, good and bad, then valid payloads at random, by nothing but the seed.

Invalid ones at random are mostly no JSON at all, or break what the rules have suggested breaking.
"""

WAIT = 600
"""How long schemathesis waits for a body to be taken, in seconds."""

PAUSE = 0.1
"""How long a request is waited for before it is looked whether the process still runs, in seconds."""


def require() -> None:
    """Return if schemathesis is installed.

    Raises:
        ModuleNotFoundError: it is not.
    """
    if find_spec("schemathesis") is None:
        raise ModuleNotFoundError("No module named 'schemathesis'", name="schemathesis")


def relay(
    document: Mapping[str, Any], arguments: Sequence[str], take: Taker, settings: str = SETTINGS
) -> Generator[None]:
    """Run schemathesis over a document, and yield after each request and each pause. When closed, it is ended.

    Args:
        document: the OpenAPI document.
        arguments: further arguments of `schemathesis run`.
        take: takes each body.
        settings: schemathesis.toml.

    Raises:
        FuzzingError: it could not do its job.
    """
    with TemporaryDirectory(prefix="vodhooks-") as name, _Relay(take) as server:
        folder = Path(name)
        folder.joinpath("openapi.json").write_bytes(orjson.dumps(document))
        folder.joinpath("schemathesis.toml").write_text(
            f'base-url = "{server.url}"\n{settings}', encoding="utf-8"
        )
        with (
            open(folder / "log", "wb") as log,
            _started(folder, arguments, log.fileno()) as process,
        ):
            try:
                while process.poll() is None:
                    server.handle_request()
                    yield
            finally:
                process.kill()
        _check(folder, process.returncode, server.taken)


class _Relay(HTTPServer):
    """Answers one request at a time, each on a connection of its own.

    Its URL has a path that cannot be guessed: what it hands over will be signed, which is not for every user of this machine.
    """

    timeout = PAUSE
    taken = 0

    def __init__(self, take: Taker) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self._take = take
        self._root = f"/{token_urlsafe()}"

    @property
    def url(self) -> str:
        """Its URL, to which an operation's path is added."""
        return f"http://127.0.0.1:{self.server_port}{self._root}"

    def take(self, path: str, body: bytes) -> None:
        """Hand over a body that was sent to an operation."""
        root, found, rest = path.partition(self._root)
        if found and not root:
            self.taken += 1
            self._take(rest, body)

    def handle_error(self, request: Any, client_address: object) -> None:
        """Let what goes wrong be seen where the relay is run. That the process has gone is seen there anyway."""
        del client_address
        if not isinstance(sys.exception(), ConnectionError):
            self.shutdown_request(request)
            raise  # noqa: PLE0704 # called where an exception is handled


class _Handler(BaseHTTPRequestHandler):
    server: _Relay  # pyright: ignore[reportIncompatibleVariableOverride] # nothing assigns it but the server itself
    timeout = 10.0

    def do_POST(self) -> None:
        """Hand over what is JSON by its media type. All is well to schemathesis, whatever becomes of it."""
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        if self.headers.get_content_type() == MEDIA_TYPE:
            self.server.take(urlsplit(self.path).path, body)
        self._answer()

    def do_GET(self) -> None:
        """Answer what schemathesis asks before it begins."""
        self._answer()

    def _answer(self) -> None:
        self.send_response(200)
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 # as the standard library calls it
        """Say nothing."""


def _started(folder: Path, arguments: Sequence[str], log: int) -> subprocess.Popen[bytes]:
    command = [
        sys.executable,
        "-m",
        "schemathesis.cli",
        "--config-file",
        str(folder / "schemathesis.toml"),
        "run",
    ]
    command += [str(folder / "openapi.json"), "--workers", "1"]
    command += ["--checks", "not_a_server_error", "--request-timeout", str(WAIT)]
    command += ["--report", "json", "--report-json-path", str(folder / "report.json"), *arguments]
    return subprocess.Popen(
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=subprocess.STDOUT,
        env=_environment(),
    )


def _environment() -> dict[str, str]:
    """Return the environment without what would lead requests astray or change their order."""
    ours = ("VODHOOKS_", "SCHEMATHESIS_", "HYPOTHESIS_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return {**kept, "NO_PROXY": "*", "no_proxy": "*", "PYTHONHASHSEED": "0"}


def _check(folder: Path, code: int, taken: int) -> None:
    """Raise FuzzingError if schemathesis could not do its job."""
    report = folder / "report.json"
    if code and not taken:
        # Nothing has been made yet, so that no payload can be in what it says.
        *_, last = [
            "",
            *(folder / "log").read_text(encoding="utf-8", errors="replace").split("\n\n"),
        ]
        raise FuzzingError(
            f"schemathesis ended with exit code {code}: {clip(' '.join(last.split()), 200)}"
        )
    errors = orjson.loads(report.read_bytes())["errors"] if report.exists() else []
    if code or errors:
        titles = [f": {clip(error['title'])}" for error in errors[:1]]
        raise FuzzingError(f"schemathesis ended with exit code {code}{''.join(titles)}")
