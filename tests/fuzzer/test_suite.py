"""`receiver_suite` in other people's tests."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.careful import Careful, serving
from vodhooks.fuzzer.checks import CHECKS
from vodhooks.receiver.settings import Settings, auth_policies

if TYPE_CHECKING:
    import socket
    from pathlib import Path

CHANNEL = "polyv.video_outline"
ENVIRON = {"VODHOOKS_POLYV_SECRETS": "secret"}

CODE = """
import time
import flask
from vodhooks import PolyvOutlineSigner, parse
from vodhooks.errors import NotJson, SignatureError, VodhooksError
from vodhooks.decoding import decode

SIGNER = PolyvOutlineSigner("secret")
EVENTS = {}
app = flask.Flask("receiver")

@app.post("/callbacks/polyv/video-outline")
def take():
    if flask.request.mimetype != "application/json" or flask.request.headers.get("content-encoding", "identity") != "identity":
        return "", 415
    body = flask.request.get_data()
    try:
        payload = decode(body)
        SIGNER.verify_payload(payload)
        event = parse(body, "polyv.video_outline")
    except SignatureError:
        return "", 401
    except VodhooksError:
        return "", 400
    EVENTS.setdefault(KEY, payload)
    return "", 200
"""
KEY = '(payload["taskId"], payload["callbackType"])'
CORRECT = CODE.replace("KEY", KEY)
SUITE = """
from vodhooks.testing import receiver_suite
from {module} import app, EVENTS

test_receiver = receiver_suite(
    app, channels=["polyv.video_outline"], environ={{"VODHOOKS_POLYV_SECRETS": "secret"}}, effects=lambda: len(EVENTS)
)
"""


COPIES = {"same", "signed-afresh", "rewritten", "at-once", "after-others", "after-window"}
APPS = {
    "correct": CORRECT,
    "lets_in": CORRECT.replace('"", 401', '"", 200'),
    "repeats": CODE.replace("KEY", "object()"),
    "fails": CORRECT.replace("EVENTS.setdefault", f"assert {KEY} not in EVENTS; EVENTS.setdefault"),
    "deaf": "EVENTS = {}\ndef app(environ, start):\n    start('404 Not Found', [])\n    return []\n",
}
SELECTED = "correct or (deaf and repeat) or (not deaf and repeat and not served) or (served and (socket/silent or socket/stalled or framing/cut))"


class Counting(Careful):
    """Counts how many clients it serves at a time."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.lock = Lock()
        self.now = self.most = 0

    def converse(self, connection: socket.socket) -> None:
        with self.lock:
            self.now += 1
            self.most = max(self.most, self.now)
        super().converse(connection)
        with self.lock:
            self.now -= 1


@dataclass(frozen=True)
class Ran:
    """A run of pytest over suites of all these receivers."""

    folder: Path
    output: str
    served_at_a_time: int

    def cases(self, outcome: str, module: str) -> list[str]:
        """Return the names of a module's cases with an outcome, without their channel."""
        found = re.findall(
            rf"^test_{module}\.py::test_receiver\[{CHANNEL}/(\S+)\] {outcome}",
            self.output,
            re.MULTILINE,
        )
        return [str(name) for name in found]


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    folder = tmp_path_factory.mktemp("suites")
    for name, code in APPS.items():
        (folder / f"{name}.py").write_text(code)
        (folder / f"test_{name}.py").write_text(SUITE.format(module=name))
    receiver = Counting(CHANNEL, auth_policies(Settings(), ENVIRON, insecure=True)[CHANNEL])
    with serving(receiver) as url:
        (folder / "served.py").write_text(f"app = {url!r}\nEVENTS = None\n")
        (folder / "test_served.py").write_text(
            SUITE.format(module="served").replace("lambda: len(EVENTS)", "EVENTS")
        )
        output = pytest_in(folder, "-v", "-k", SELECTED)
    return Ran(folder, output, receiver.most)


def pytest_in(folder: Path, *arguments: str) -> str:
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:schemathesis",
        "-W",
        "error",
        *arguments,
    ]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, timeout=300
    )
    return done.stdout


def test_a_correct_application_passes_every_case(ran: Ran) -> None:
    assert len(ran.cases("PASSED", "correct")) > 500
    assert ran.cases("(?!PASSED)", "correct") == []


def test_an_application_is_not_blamed_for_its_server(ran: Ran) -> None:
    passed = ran.cases("PASSED", "correct")
    assert {"socket/gone", "socket/slow-body", "framing/cut-off"} <= set(passed)
    assert {case for case in passed if CHECKS.get(case) and CHECKS[case].by_server} == set()


@pytest.mark.parametrize(
    ("module", "broken"),
    [
        ("lets_in", {"stranger"}),
        ("repeats", COPIES),
        ("fails", {*COPIES, "other-body", "other-bodies-at-once"}),
    ],
)
def test_a_broken_application_fails_what_it_breaks(ran: Ran, module: str, broken: set[str]) -> None:
    assert set(ran.cases("FAILED", module)) == {f"repeat/{detail}" for detail in broken}
    assert ran.cases("PASSED", module)


def test_accepting_nothing_fails_once_and_skips_more(ran: Ran) -> None:
    assert len(ran.cases("FAILED", "deaf")) == 1
    assert len(ran.cases("SKIPPED", "deaf")) > 10
    assert ran.cases("PASSED", "deaf") == []
    assert (
        "FuzzingError: polyv.video_outline: 404 to a valid delivery: is /callbacks/polyv/video-outline where"
        in ran.output
    )


def test_a_url_is_tried_with_sockets_at_the_same_time(ran: Ran) -> None:
    passed = ["socket/silent", "socket/stalled-headers", "socket/stalled-body", "framing/cut-off"]
    assert ran.cases("PASSED", "served") == passed
    assert ran.cases("(?!PASSED)", "served") == []
    assert ran.served_at_a_time >= 3


def test_a_failure_names_the_finding_and_its_command(ran: Ran) -> None:
    # Where CI is set, pytest says it again in its summary.
    [line] = set(re.findall(r"^again: pytest '(test_lets_in.py::.*)'$", ran.output, re.MULTILINE))
    output = pytest_in(ran.folder, "-q", line)
    assert output.count("polyv.video_outline/repeat/stranger") > 0
    assert "1 failed in" in output
    for words in (
        "lets strangers in: answered 200",
        "expected of a stranger's delivery, whose effect is counted: a refusal, such as 401 or 403",
        "POST /callbacks/polyv/video-outline",
    ):
        assert words in output
