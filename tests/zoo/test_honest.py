"""Receivers that are right, on servers as they come: nothing fails for them, without a profile."""

from __future__ import annotations

import asyncio
import os
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from tests.zoo.correct import Lenient
from tests.zoo.harness import on_node, served
from tests.zoo.keeper import ENVIRON, Keeper
from vodhooks.fuzzer.effects import from_url
from vodhooks.fuzzer.profiles import Profile
from vodhooks.fuzzer.runs import run
from vodhooks.vendor.endpoints import endpoints_at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from vodhooks.fuzzer.causes import FailureGroup

OUTLINE, SLICE = "polyv.video_outline", "ucloud.umedia.slice"
SHORT = Profile(patience=2.0)
"""No profile, but for how long is waited for what is only noted."""

NGINX = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
CONFIGURATION = """
{user}
worker_processes 1;
daemon off;
pid {folder}/pid;
error_log {folder}/errors;
events {{ worker_connections 512; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    server {{
        listen 127.0.0.1:{port};
        location / {{ proxy_pass {url}; }}
    }}
}}
"""


class Unhurried(Keeper):
    """Has no time limit of its own."""

    patience = 3_600.0


class UnhurriedAndLenient(Lenient):
    """Decompresses too."""

    patience = 3_600.0


class StoresLater(Unhurried):
    """Answers, and stores 20 ms afterwards."""

    async def keep(self, key: Any, body: bytes, payload: Any) -> None:
        del payload
        loop = asyncio.get_running_loop()
        loop.call_later(0.02, lambda: self.events.setdefault(key, []).append(body))


@contextmanager
def behind_nginx(url: str, folder: Path) -> Iterator[str]:
    """Put nginx with its defaults in front of a receiver, and return its URL."""
    assert NGINX
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    user = "" if os.geteuid() else "user root;"  # whose folder it is
    (folder / "nginx.conf").write_text(
        CONFIGURATION.format(user=user, folder=folder, url=url, port=port)
    )
    with subprocess.Popen([NGINX, "-c", str(folder / "nginx.conf")]) as process:
        try:
            deadline = time.monotonic() + 20.0
            while not (folder / "pid").exists() and time.monotonic() < deadline:
                time.sleep(0.05)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def failing(url: str, channels: tuple[str, ...] = (OUTLINE, SLICE)) -> list[str]:
    """Return the causes that fail a run against a receiver that counts its events."""

    def named(group: FailureGroup) -> str:
        first = group.failures[0]
        return f"{group.name}: {first.result.case.name}: {first.observed}"

    endpoints = endpoints_at(url, channels, ENVIRON)
    campaign = run(url, endpoints, SHORT, effects=from_url(f"{url}/stored"))
    assert len(campaign.cases) > 500 * len(channels)
    assert campaign.stopped == ""
    return [named(group) for group in campaign.failing]


@pytest.mark.parametrize(
    ("server", "channels"),
    [
        pytest.param(
            lambda: served(Unhurried().app, HttpToolsProtocol),
            (OUTLINE, SLICE),
            id="uvicorn, httptools",
        ),
        pytest.param(lambda: served(Unhurried().app, H11Protocol), (SLICE,), id="uvicorn, h11"),
        pytest.param(
            lambda: served(UnhurriedAndLenient().app, HttpToolsProtocol), (SLICE,), id="gzip"
        ),
        pytest.param(
            lambda: served(StoresLater().app, HttpToolsProtocol), (SLICE,), id="stores later"
        ),
        pytest.param(lambda: on_node("has-no-limits-of-its-own"), (OUTLINE, SLICE), id="Node.js"),
    ],
)
def test_nothing_fails_on_a_server_as_it_comes(server: Any, channels: tuple[str, ...]) -> None:
    context: AbstractContextManager[str] = server()
    with context as url:
        assert failing(url, channels) == []


def test_nothing_fails_behind_nginx(tmp_path: Path) -> None:
    if NGINX is None:
        pytest.skip("nginx is not installed")
    with (
        served(Unhurried().app, HttpToolsProtocol) as url,
        behind_nginx(url, tmp_path) as front,
    ):
        assert failing(front) == []
