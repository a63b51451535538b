"""`vodhooks fuzz` against the reference receiver, as its owner runs it."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from subprocess import CompletedProcess
from typing import TYPE_CHECKING

import pytest

from tests.support.listening import answer, listening, requests
from tests.support.served import CLOSED, serving

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import StandIn

Run = Callable[..., CompletedProcess[str]]
WRONG = "polyv.video_outline/signature/wrong/"
PATIENCE = 120.0
CASES = 10
"""How many deliveries have to have come before a run is interrupted."""
QUIET = 2.0
"""How long nothing may have come, in seconds, because all has run but what waits."""


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(
        tmp_path_factory.mktemp("receiver"), {**CLOSED, "VODHOOKS_COUNT_STORED": "true"}
    ) as served:
        yield f"http://127.0.0.1:{served.port}"


@pytest.fixture(scope="module")
def open_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A receiver that knows no secret, and so takes every signature for good."""
    with serving(tmp_path_factory.mktemp("receiver"), {}, "--insecure") as served:
        yield f"http://127.0.0.1:{served.port}"


def test_nothing_found_is_exit_code_0(vodhooks: Run, url: str) -> None:
    done = vodhooks(
        "fuzz",
        url,
        "--case",
        WRONG,
        "--case",
        "ucloud.umedia.porn/repeat/",
        "--effects",
        f"{url}/stored",
        settings=CLOSED,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0].split() == ["CHANNEL", "CASES"]
    assert done.stdout.endswith("nothing found\n")
    assert "without --effects" not in done.stdout


def test_a_finding_is_exit_code_1_and_can_be_repeated(
    vodhooks: Run, open_url: str, tmp_path: Path
) -> None:
    done = vodhooks(
        "fuzz",
        open_url,
        "--case",
        WRONG,
        "--format",
        "json",
        "--html",
        "report.html",
        settings=CLOSED,
    )
    assert done.returncode == 1
    (cause,) = json.loads(done.stdout)["causes"]
    assert (cause["harm"], cause["family"]) == ("lets strangers in", "signature/wrong")
    program, *again = cause["findings"][0]["repeat"].split()
    assert program == "vodhooks"
    repeated = vodhooks(*again, settings=CLOSED)
    assert repeated.returncode == 1
    assert "1. LETS STRANGERS IN" in repeated.stdout
    assert "lets strangers in" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_what_a_profile_relaxes_is_not_found_and_told(
    vodhooks: Run, open_url: str, tmp_path: Path
) -> None:
    (tmp_path / "mine.toml").write_text(
        '[expect]\n"signature/wrong" = "survive"\n', encoding="utf-8"
    )
    for relaxed in (["--profile", "mine.toml"], ["--relax", "signature/wrong"]):
        done = vodhooks("fuzz", open_url, "--case", WRONG, *relaxed, settings=CLOSED)
        assert done.returncode == 0
        assert "relaxed: signature/wrong: any answer in time" in done.stdout


def test_a_case_is_tried_again_under_the_same_profile(
    vodhooks: Run, open_url: str, tmp_path: Path
) -> None:
    (tmp_path / "mine.toml").write_text("slow = 4\n", encoding="utf-8")
    done = vodhooks(
        "fuzz",
        open_url,
        "--case",
        WRONG,
        "--profile",
        "mine.toml",
        "--relax",
        "size/deep",
        settings=CLOSED,
    )
    assert (
        f"Repeat: vodhooks fuzz {open_url} --profile mine.toml --relax size/deep --case {WRONG}"
        in done.stdout
    )


def test_the_list_has_expectations_and_sends_nothing(vodhooks: Run) -> None:
    done = vodhooks("fuzz", "http://127.0.0.1:9", "--case", WRONG, "--list", settings=CLOSED)
    assert done.returncode == 0
    assert (
        f"{WRONG}another-secret  deny  a signature that was made without the secret\n"
        in done.stdout
    )


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--case", "polyv.video_outline/signature/rong"], "no case is called"),
        (["--channel", "polyv.video"], "no channel is called 'polyv.video'"),
        (["--effects", "http://x/", "--effects-command", "x"], "exclude one another"),
        (["--profile", "absent.toml"], "absent.toml"),
        (["--relax", "signature/rong"], "no check is called 'signature/rong'"),
    ],
)
def test_wrong_usage_is_exit_code_2(vodhooks: Run, arguments: list[str], complaint: str) -> None:
    done = vodhooks("fuzz", "http://127.0.0.1:9", *arguments, settings=CLOSED)
    assert (done.returncode, done.stdout) == (2, "")
    assert complaint in done.stderr


def test_a_receiver_that_is_down_is_exit_code_2(vodhooks: Run) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        done = vodhooks("fuzz", f"http://127.0.0.1:{taken.getsockname()[1]}", settings=CLOSED)
    assert (done.returncode, done.stdout) == (2, "")
    assert "nothing takes connections" in done.stderr


def test_a_receiver_of_another_secret_is_exit_code_2(vodhooks: Run, url: str) -> None:
    done = vodhooks(
        "fuzz", url, "--case", WRONG, settings={**CLOSED, "VODHOOKS_POLYV_SECRETS": "another"}
    )
    assert done.returncode == 2
    assert "is VODHOOKS_POLYV_SECRETS the receiver's secret" in done.stderr


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_ends_the_run_with_a_report(number: signal.Signals, tmp_path: Path) -> None:
    seen: list[float] = []

    def accept_all(connection: socket.socket) -> None:
        for _ in requests(connection):
            seen.append(time.monotonic())
            connection.sendall(answer())

    with listening(accept_all) as url:
        page = tmp_path / "report.html"
        command = [sys.executable, "-m", "vodhooks", "fuzz", url, "--format", "json"]
        command += ["--case", WRONG, "--case", "polyv.video_outline/socket/silent"]
        with subprocess.Popen(
            [*command, "--html", str(page)],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, **CLOSED},
        ) as process:
            deadline = time.monotonic() + PATIENCE
            while time.monotonic() < deadline and not (
                len(seen) > CASES and time.monotonic() - seen[-1] > QUIET
            ):
                time.sleep(0.1)
            process.send_signal(number)
            said, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode == 128 + number
    document = json.loads(said)
    assert [cause["family"] for cause in document["causes"]] == ["signature/wrong"]
    assert document["stopped"] == "interrupted"
    assert "lets strangers in" in page.read_text(encoding="utf-8")


def test_saved_causes_replay_and_known_ones_pass(
    vodhooks: Run, open_url: str, url: str, tmp_path: Path
) -> None:
    first = vodhooks(
        *("fuzz", open_url, "--case", WRONG, "--format", "json", "--save", "found"),
        settings=CLOSED,
    )
    assert first.returncode == 1
    (tmp_path / "report.json").write_text(first.stdout, encoding="utf-8")
    known = vodhooks(
        "fuzz", open_url, "--case", WRONG, "--baseline", "report.json", settings=CLOSED
    )
    assert known.returncode == 0
    assert "1. KNOWN, LETS STRANGERS IN" in known.stdout
    still = vodhooks("fuzz", open_url, "--replay", "found", settings=CLOSED)
    assert still.returncode == 1
    assert "still: lets strangers in: signature/wrong (found/signature-wrong-" in still.stdout
    fixed = vodhooks("fuzz", url, "--replay", "found", settings=CLOSED)
    assert fixed.returncode == 0
    assert "fixed: lets strangers in: signature/wrong" in fixed.stdout


def test_an_unfinished_run_is_exit_code_2(vodhooks: Run, url: str) -> None:
    done = vodhooks(
        *("fuzz", url, "--case", WRONG, "--effects-command", "false"),
        *("--case", "polyv.video_outline/repeat/once"),
        settings=CLOSED,
    )
    assert done.returncode == 2
    assert done.stdout.splitlines()[-1].endswith(
        "nothing found; not finished: false does not say how many events are stored: exit code 1; "
        "from polyv.video_outline/repeat/once on nothing was counted"
    )


def test_payloads_of_kinds_without_a_contract_are_tried_too(
    vodhooks: Run, url: str, tmp_path: Path
) -> None:
    event = {"EventType": "SomethingNew", "SomethingNewEvent": {"FileId": "5285485487985271487"}}
    (tmp_path / "upload.json").write_text(json.dumps([event, {**event, "EventType": "Other"}]))
    command = ("fuzz", url, "--message", "upload.json", "--case", "tencent.vod/own/")
    listed = vodhooks(*command, "--list", settings=CLOSED)
    assert "tencent.vod/own/shape/1/SomethingNewEvent/FileId/null  survive" in listed.stdout
    done = vodhooks(*command, "--rate", "500", "--effects", f"{url}/stored", settings=CLOSED)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    (tmp_path / "upload.json").write_text("[7]")
    wrong = vodhooks(*command, settings=CLOSED)
    assert wrong.returncode == 2
    assert "neither a JSON object nor an array of them" in wrong.stderr


@pytest.mark.parametrize("option", ["--html", "--save"])
def test_where_a_report_cannot_be_written_no_case_runs(
    vodhooks: Run, tmp_path: Path, stand_in: StandIn, option: str
) -> None:
    (tmp_path / "file").write_text("")
    done = vodhooks("fuzz", stand_in.url, option, "file/below", settings=CLOSED)
    assert (done.returncode, stand_in.posts) == (2, [])
    assert done.stderr == f"vodhooks: file/below: {os.strerror(20)}\n"


def test_a_case_of_no_channel_is_an_unknown_case(vodhooks: Run) -> None:
    done = vodhooks("fuzz", "http://receiver.test", "--case", "sizes/huge")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("vodhooks: no case is called 'sizes/huge': each name begins with")
