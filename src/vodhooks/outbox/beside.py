"""Runs another command beside a receiver, as a process that cannot hold up a delivery."""

from __future__ import annotations

import os
import subprocess
import sys
from threading import Event, Thread
from typing import TYPE_CHECKING, NoReturn

from vodhooks.receiver.metrics import say

if TYPE_CHECKING:
    from collections.abc import Sequence

RESTART_SECONDS = 5.0
"""How long to wait before a worker that has ended is started again."""


def start_worker(command: Sequence[str], store: str, subject: str) -> None:
    """Start a command of `vodhooks`, and again whenever it ends, for as long as this process lives.

    It ends with this process, however that ends: its standard input is a pipe from here.

    Args:
        command: its name and arguments; it takes --end-with-input.
        store: URL of the inbox.
        subject: what it is, for a message when it ends, such as "the handlers have".
    """
    # The URL may hold a password, which arguments would show to every user of the machine.
    environ = {**os.environ, "VODHOOKS_STORE": store}
    whole = [sys.executable, "-m", "vodhooks", *command, "--end-with-input"]

    def run() -> NoReturn:
        while True:
            with subprocess.Popen(whole, env=environ, stdin=subprocess.PIPE) as worker:
                code = worker.wait()
            say(f"{subject} ended with {code}, and will start again in {RESTART_SECONDS:g} s")
            Event().wait(RESTART_SECONDS)

    Thread(target=run, name=command[0], daemon=True).start()
