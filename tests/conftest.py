"""Says which package is under test: the checkout's, or with TEST_INSTALLED_VODHOOKS=1 the installed wheel's.

Lends a stand-in for a receiver to those tests that send.
"""

from __future__ import annotations

import os
import re
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

import vodhooks

if TYPE_CHECKING:
    from collections.abc import Iterator

pytest_plugins = [
    "tests.support.databases",
    "tests.support.file_servers",
    "tests.support.tencent_sdk",
]

# In CI the same change always gets the same result; elsewhere each run tries new examples. No example has a time limit:
# on a busy machine that would fail tests that are right.
settings.register_profile("exploring", deadline=None)
settings.register_profile("repeatable", deadline=None, derandomize=True)
settings.load_profile("repeatable" if os.environ.get("CI") else "exploring")

ROOT = Path(__file__).resolve().parent.parent

# What an outer make, a git hook, a CI service or a shell hands down would change what programs do that tests run.
OUTER = re.compile(
    r"MAKE.*|MFLAGS|VODHOOKS_.*|GIT_(DIR|WORK_TREE|INDEX_FILE|PREFIX|OBJECT_DIRECTORY|COMMON_DIR)"
    r"|SOURCE_DATE_EPOCH|PYTEST_ADDOPTS|FORCE_COLOR|NO_COLOR|PY_COLORS|COLUMNS|LINES|GITHUB_ACTIONS"
)
for handed_down in filter(OUTER.fullmatch, list(os.environ)):
    del os.environ[handed_down]
os.environ["LC_ALL"] = "C.UTF-8"  # commands speak the language of the locale


def pytest_report_header() -> str:
    home = Path(vodhooks.__file__).resolve().parent
    installed = bool(os.environ.get("TEST_INSTALLED_VODHOOKS"))
    if installed == home.is_relative_to(ROOT / "src"):
        raise RuntimeError(f"the package under test is not the one that was asked for: {home}")
    return f"vodhooks: {'the installed wheel' if installed else 'the checkout'}"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what each code generator made of openapi.json, where the tests of that have run."""
    reports = [
        report for key in ("passed", "failed") for report in terminalreporter.stats.get(key, ())
    ]
    made = {
        text: report.passed
        for report in reports
        for name, text in report.user_properties
        if name == "generator"
    }
    skipped = [
        report
        for report in terminalreporter.stats.get("skipped", ())
        if "Java is missing" in str(report.longrepr)
    ]
    if not made:
        return
    terminalreporter.section("generators")
    for text in sorted(made):
        terminalreporter.line(text)
    done = [text for text, passed in made.items() if passed and re.search(r": (\d+) of \1 ", text)]
    operations = {text.partition(": ")[2] for text in made}
    terminalreporter.line(
        f"{len(done)} of {len(made)} generators with {' or '.join(sorted(operations))}"
    )
    if skipped:
        terminalreporter.line("Java is missing: what openapi-generator makes was not looked at")


class StandIn:
    """A real HTTP server on loopback that remembers what is posted and answers as it is told.

    Attributes:
        answers: the statuses to answer with, in turn and then the last for good; HANG_UP and SILENCE are none.
        posts: path, headers and body of what was posted.
        url: where it listens, without a path.
    """

    HANG_UP = 0
    SILENCE = -1

    def __init__(self) -> None:
        self.answers = [200]
        self.content = b""
        self.posts: list[tuple[str, dict[str, str], bytes]] = []
        self.over = Event()
        self.server = ThreadingHTTPServer(
            ("127.0.0.1", 0), type("Handler", (_Handler,), {"stand_in": self})
        )
        self.url = f"http://127.0.0.1:{self.server.server_port}"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    stand_in: StandIn

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        told = self.stand_in
        status = told.answers[min(len(told.posts), len(told.answers) - 1)]
        told.posts.append(
            (self.path, {name.lower(): value for name, value in self.headers.items()}, body)
        )
        if status == StandIn.SILENCE:
            told.over.wait(60)
        if status <= 0:
            self.close_connection = True
            return
        self.send_response(status)
        if 300 <= status < 400:
            self.send_header("location", f"{told.url}/elsewhere")
        self.send_header("content-length", str(len(told.content)))
        self.end_headers()
        self.wfile.write(told.content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 # as the standard library calls it
        del format, args


@pytest.fixture
def stand_in() -> Iterator[StandIn]:
    """Run a receiver that is none."""
    told = StandIn()
    thread = Thread(target=told.server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield told
    told.over.set()
    told.server.shutdown()
    thread.join()
    told.server.server_close()
