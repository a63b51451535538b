"""Runs handlers beside a receiver, in a process of their own: what they do cannot hold up a delivery."""

from __future__ import annotations

import os
import subprocess
import sys
from threading import Event, Thread
from typing import NoReturn

from vodhooks.receiver.metrics import say

RESTART_SECONDS = 5.0
"""How long to wait before a worker that has ended is started again."""


def start_worker(handlers: str, name: str, store: str) -> None:
    """Start `vodhooks handle`, and start it again whenever it ends, for as long as this process lives.

    It ends with this process, however that ends: its standard input is a pipe from here.

    Args:
        handlers: module and attribute, such as app:handlers.
        name: of the cursor.
        store: URL of the inbox.
    """
    # The URL may hold a password, which arguments would show to every user of the machine.
    environ = {**os.environ, "VODHOOKS_STORE": store}
    command = [sys.executable, "-m", "vodhooks", "handle", handlers, "--name", name]

    def run() -> NoReturn:
        while True:
            with subprocess.Popen(
                [*command, "--end-with-input"], env=environ, stdin=subprocess.PIPE
            ) as worker:
                code = worker.wait()
            say(f"the handlers have ended with {code}; they start again in {RESTART_SECONDS:g} s")
            Event().wait(RESTART_SECONDS)

    Thread(target=run, name="handlers", daemon=True).start()
