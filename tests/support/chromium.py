"""A browser on this machine, driven over its own protocol: pages, widths of windows, what scripts make of them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from contextlib import contextmanager
from itertools import count
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pytest
from websockets.sync.client import ClientConnection, connect

if TYPE_CHECKING:
    from collections.abc import Iterator

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
PATIENCE = 60.0
"""How long a page or a script may take, in seconds: the machine may be busy."""


class Tab:
    """A tab of the browser."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection
        self._ids = count(1)
        self.call("Page.enable")

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Call a method of the protocol, and return its result; events that come before it are dropped."""
        number = next(self._ids)
        self._connection.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self._connection.recv(timeout=PATIENCE))
            if answer.get("id") == number:
                assert "error" not in answer, answer["error"]
                result: dict[str, Any] = answer["result"]
                return result

    def resize(self, width: int, height: int = 844) -> None:
        """Give the window the size of a telephone, in CSS pixels."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=True,
        )

    def open(self, url: str) -> None:
        """Open a page, and return when it is laid out."""
        self.evaluate("window.left = true")
        self.call("Page.navigate", url=url)
        self.wait("!window.left && document.readyState === 'complete'")

    def evaluate(self, script: str) -> Any:
        """Return the value of an expression in the page."""
        done = self.call("Runtime.evaluate", expression=script, returnByValue=True)
        assert "exceptionDetails" not in done, done["exceptionDetails"]
        return done["result"].get("value")

    def wait(self, script: str) -> Any:
        """Return the value of an expression as soon as it is true."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            value = self.evaluate(script)
            if value:
                return value
            time.sleep(0.02)
        raise TimeoutError(script)

    def type(self, text: str) -> None:
        """Type a text into what has the focus."""
        self.call("Input.insertText", text=text)


@contextmanager
def browser() -> Iterator[Tab]:
    """Run a browser without a window, and end it afterwards. Skips where none is installed; in CI, that is a failure."""
    if CHROMIUM is None:
        reason = "Chromium is missing"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with TemporaryDirectory() as profile:
        command = [CHROMIUM, "--headless=new", "--no-sandbox", "--disable-gpu"]
        command += ["--allow-file-access-from-files", "--hide-scrollbars", "--no-first-run"]
        command += ["--disable-dev-shm-usage", "--disable-background-networking"]
        command += ["--remote-debugging-port=0", f"--user-data-dir={profile}", "about:blank"]
        with subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
        ) as process:
            try:
                assert process.stderr
                said = next(line for line in process.stderr if "DevTools listening on" in line)
                with connect(said.split()[-1], max_size=None) as main:
                    page = _first_page(main)
                with connect(page, max_size=None) as connection:
                    yield Tab(connection)
            finally:
                process.terminate()
                process.wait()


def _first_page(main: ClientConnection) -> str:
    """Return the address of the page that the browser has opened."""
    main.send(json.dumps({"id": 0, "method": "Target.getTargets"}))
    targets = json.loads(main.recv(timeout=PATIENCE))["result"]["targetInfos"]
    page = next(target["targetId"] for target in targets if target["type"] == "page")
    host, port = main.remote_address[:2]
    return f"ws://{host}:{port}/devtools/page/{page}"
