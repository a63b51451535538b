"""Runs the cases on a receiver of the zoo: in this process, or on a port where sockets matter."""

from __future__ import annotations

import json
import subprocess
import threading
import time
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import uvicorn

from tests.zoo.keeper import ENVIRON, SECRET, TOKEN
from vodhooks.catalogue import catalogue
from vodhooks.fuzzer.applications import served as serving
from vodhooks.fuzzer.effects import from_url
from vodhooks.fuzzer.profiles import Profile
from vodhooks.fuzzer.runs import run, select_cases
from vodhooks.receiver.protocol import ConnectionBounds, bounded_protocol
from vodhooks.vendor.endpoints import endpoints_at

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable, Collection, Iterator

    from starlette.applications import Starlette

    from vodhooks.fuzzer.applications import Receiver
    from vodhooks.fuzzer.attacks.cases import Case
    from vodhooks.fuzzer.causes import FailureGroup
    from vodhooks.fuzzer.effects import Effects

__all__ = ["EVERY_CHANNEL", "caused", "naming", "on_node", "served", "stored_at"]

EVERY_CHANNEL = tuple(catalogue().channels)
ROOT = Path(__file__).parents[2]
SECONDS = 20.0
FIRST = frozenset(
    name for channel in catalogue().channels.values() for name in list(channel.messages)[:2]
)
SAMPLE = "contract/sample"
"""The control: what every receiver has to accept."""


def caused(
    receiver: Receiver,
    count: Effects | None,
    profile: Profile,
    channels: Collection[str] = EVERY_CHANNEL,
    *,
    wanted: Callable[[str], bool] = lambda _: True,
    every_message: bool = True,
) -> list[FailureGroup]:
    """Return what is found of a receiver by the cases of the deterministic layer, or by those whose check is wanted.

    Without every message, of those of a channel with many the first two are tried.
    """
    with serving(receiver, profile.timeout) as url:
        endpoints = endpoints_at(url, channels, ENVIRON, profile.paths)
        cases = [
            replace(case, check=profile.expects(case.check))
            for case in known_cases(tuple(channels))
            if wanted(case.check.name) and not profile.skips(case.check)
            if every_message or not case.message or case.message in FIRST
        ]
        if url != receiver:
            cases = [case for case in cases if not case.check.by_server]
        assert cases
        return list(run(url, endpoints, profile, wanted=cases, effects=count).groups)


@cache
def known_cases(channels: tuple[str, ...]) -> tuple[Case, ...]:
    """Return every case of channels: it takes long to make them, and their attacks are made for each run."""
    return tuple(select_cases(endpoints_at("http://127.0.0.1", channels, ENVIRON), (), Profile()))


def naming(cause: str) -> Callable[[str], bool]:
    """Return whether a check has to run for a cause to be named: those beside which it must stand out, and the control.

    What an answer says is looked for in every answer, whatever check it belongs to.
    """
    check = cause.partition(": ")[2]
    folder = f"{check.partition('/')[0]}/"
    if folder == "answer/":
        return lambda _: True
    return lambda name: name.startswith(folder) or name == SAMPLE


@contextmanager
def served(app: Starlette, protocol: type[asyncio.Protocol] | None = None) -> Iterator[str]:
    """Serve an application on a free port, by a protocol or with bounds on what a connection may do, and return its URL."""
    bounds = ConnectionBounds(
        header_seconds=4.0, body_seconds=60.0, answer_seconds=60.0, idle_seconds=4.0
    )
    config = uvicorn.Config(
        app, port=0, http=protocol or bounded_protocol(bounds), lifespan="off", log_config=None
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        deadline = time.monotonic() + SECONDS
        while not server.started and time.monotonic() < deadline:
            time.sleep(0.01)
        (socket,) = server.servers[0].sockets
        yield f"http://127.0.0.1:{socket.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(SECONDS)


@contextmanager
def on_node(defect: str = "") -> Iterator[str]:
    """Serve the receiver for Node.js, correct or with a defect, and return its URL."""
    settings = {"secret": SECRET, "token": TOKEN, "node": str(ROOT / "tests/node")}
    script = Path(__file__).with_name("receiver.mjs")
    command = [
        "node",
        str(script),
        str(ROOT / "generated/vodhooks_contracts/bundles"),
        json.dumps(settings),
        defect,
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        finally:
            process.terminate()


def stored_at(url: str) -> Effects:
    """Return what counts the events of a receiver that is served."""
    return from_url(f"{url}/stored")
