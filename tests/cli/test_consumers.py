"""`vodhooks handle` and `vodhooks relay`: what they refuse, what they list, what they measure."""

from __future__ import annotations

import re
import urllib.request
from typing import TYPE_CHECKING

import pytest

from tests.support.consuming import command, delivery, keep, wait_until

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., subprocess.CompletedProcess[str]]

APP = """
from vodhooks.outbox import Handlers

handlers, bare = Handlers(), Handlers()


@handlers.otherwise
def rest(event):
    if event.payload["taskId"] % 2:
        raise LookupError("of the payload")
"""


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Make handlers in the current folder, and return the URL of an inbox with events in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "app.py").write_text(APP)
    (tmp_path / "misnamed.py").write_text(
        "from vodhooks.outbox import Handlers\nHandlers().on('polyv.video_outlin')\n"
    )
    url = f"sqlite:///{tmp_path / 'inbox.sqlite3'}"
    keep(url, map(delivery, range(4)))
    return url


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ("handle app:bare --name a", "there is no handler for the rest"),
        ("handle app --name a", "no module and attribute"),
        ("handle nowhere:handlers --name a", "there is no module nowhere"),
        ("handle misnamed:x --name a", "did you mean polyv.video_outline"),
        ("handle --name a", "either MODULE:NAME or --dead"),
        ("handle app:handlers --name a --from 1 --since 2026-01-01", "either --from or --since"),
        ("handle app:handlers --name a --rewind", "--rewind needs"),
        ("relay --name a --to https://x/y", "VODHOOKS_RELAY_SECRETS"),
    ],
)
def test_what_cannot_work_is_refused_at_the_start(
    vodhooks: Run, app: str, arguments: str, reason: str
) -> None:
    done = vodhooks(*arguments.split(), "--store", app)
    assert (done.returncode, done.stdout) == (2, "")
    assert reason in " ".join(re.sub("[│\n]", " ", done.stderr).split())


def test_dead_letters_are_listed_and_retried(vodhooks: Run, app: str) -> None:
    named = ("--name", "a", "--store", app)
    done = vodhooks("handle", "app:handlers", *named, "--until-empty", "--tries", "1")
    assert done.returncode == 1
    assert "vodhooks: a: 2 handled, 0 failed, 2 dead" in done.stderr
    assert "LookupError: of the payload" in done.stderr  # for the one who wrote the handler
    listed = vodhooks("handle", *named, "--dead", "list").stdout
    assert listed.count("polyv.video_outline.generate_success  LookupError") == 2
    assert "of the payload" not in listed
    first = listed.split()[0]
    for options, count in ((("--event", first), 1), ((), 1), ((), 0)):
        done = vodhooks("handle", *named, "--dead", "retry", *options)
        assert done.stderr == f"{count} to be tried again\n"
    assert vodhooks("handle", *named, "--dead", "list").stdout == ""


def test_metrics_say_how_far_behind_a_consumer_is(app: str, tmp_path: Path) -> None:
    arguments = ("handle", "app:handlers", "--name", "a", "--store", app, "--metrics-port", "0")
    with command(tmp_path, *arguments) as process:
        assert process.stderr
        port = re.search(rb"port (\d+)", process.stderr.readline())
        assert port

        def metrics() -> str:
            with urllib.request.urlopen(f"http://127.0.0.1:{int(port[1])}/metrics") as answer:
                text: str = answer.read().decode()
            return text

        wait_until(lambda: "vodhooks_outbox_failures 2.0" in metrics())
        found = metrics()
    for line in (
        "vodhooks_outbox_active 1.0",
        "vodhooks_outbox_lag 0.0",
        "vodhooks_outbox_dead 0.0",
        'vodhooks_outbox_events_total{result="handled"} 2.0',
        'vodhooks_outbox_events_total{result="failed"} 2.0',
    ):
        assert line in found
    oldest = re.search(r"^vodhooks_outbox_oldest_seconds (\S+)", found, re.MULTILINE)
    assert oldest
    assert float(oldest[1]) > 0
