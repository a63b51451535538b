"""Runs real proxies in front of a receiver, as people set them up, and real clients."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.support.served import SECONDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["CONFIGURATIONS", "free_port", "proxied", "running", "tool"]

CADDY = """
{{
    admin off
    auto_https off
}}
:{port} {{
    bind 127.0.0.1
    reverse_proxy 127.0.0.1:{upstream}
}}
"""
NGINX = """
daemon off;
master_process off;
pid {folder}/nginx.pid;
error_log stderr;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    map $http_upgrade $connection_upgrade {{
        default upgrade;
        '' '';
    }}
    upstream receiver {{
        server 127.0.0.1:{upstream};
        keepalive 16;
    }}
    server {{
        listen 127.0.0.1:{port};
        location / {{
            proxy_pass http://receiver;
            proxy_http_version 1.1;
            proxy_set_header Upgrade $http_upgrade;
            proxy_set_header Connection $connection_upgrade;
        }}
    }}
}}
"""
CONFIGURATIONS = {
    "caddy": (CADDY, ["caddy", "run", "--adapter", "caddyfile", "--config"]),
    "nginx": (NGINX, ["nginx", "-p", "{folder}", "-c"]),
}
"""The configuration of each proxy, and the command that takes its path."""


def tool(name: str) -> str:
    """Return where a program is, or skip the test and say why where it is not."""
    path = shutil.which(
        name, path=os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"])
    )
    if path is None:
        reason = f"NOT TESTED: no {name} is installed"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return path


@contextmanager
def proxied(name: str, upstream: int, folder: Path) -> Iterator[int]:
    """Run a proxy in front of a port, with its files in a folder, and yield its own port."""
    configuration, _ = CONFIGURATIONS[name]
    port = free_port()
    text = configuration.format(port=port, upstream=upstream, folder=folder)
    with running(name, text, port, folder):
        yield port


def free_port() -> int:
    """Return a port that is free now."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    return port


@contextmanager
def running(name: str, text: str, port: int, folder: Path) -> Iterator[None]:
    """Run a proxy with the text of a configuration, once it listens on its port, with its files in a folder."""
    _, (program, *arguments) = CONFIGURATIONS[name]
    file = folder / f"{name}.conf"
    file.write_text(text)
    command = [
        tool(program),
        *(argument.format(folder=folder) for argument in arguments),
        str(file),
    ]
    homes = dict.fromkeys(("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"), str(folder))
    with (
        open(folder / f"{name}.log", "wb") as log,
        subprocess.Popen(command, stdout=log, stderr=log, env={**os.environ, **homes}) as process,
    ):
        try:
            _wait(port, process, folder / f"{name}.log")
            yield
        finally:
            process.terminate()
            process.wait(SECONDS)


def _wait(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    """Wait until a proxy listens."""
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), SECONDS).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    raise RuntimeError(f"the proxy does not listen: {log.read_text()}")
