"""Runs the command as its users do, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from tests.support.commands import Commands


@pytest.fixture
def vodhooks(tmp_path: Path, commands: Commands) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Return a function that runs `vodhooks` in an empty folder, without any VODHOOKS_* setting but those given."""
    inherited = {
        name: value for name, value in os.environ.items() if not name.startswith("VODHOOKS_")
    }

    def run(
        *args: str | Path,
        stdin: bytes = b"",
        settings: Mapping[str, str] | None = None,
        folder: Path = tmp_path,
    ) -> subprocess.CompletedProcess[str]:
        arguments, environment = [*map(str, args)], {**inherited, **(settings or {})}
        if not any(name.startswith("PYTHON") for name in settings or ()):
            return commands.run(arguments, stdin=stdin, environment=environment, folder=folder)
        command = [sys.executable, "-m", "vodhooks", *arguments]
        done = subprocess.run(
            command,
            input=stdin,
            env=environment,
            cwd=folder,
            capture_output=True,
            timeout=60,
            check=False,
        )
        return subprocess.CompletedProcess(
            command, done.returncode, done.stdout.decode(), done.stderr.decode()
        )

    return run
