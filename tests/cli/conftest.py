"""Runs the command as its users do, in a process of its own."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.support.commands import run

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path
    from subprocess import CompletedProcess


@pytest.fixture
def vodhooks(tmp_path: Path) -> Callable[..., CompletedProcess[str]]:
    """Return a function that runs `vodhooks` in an empty folder, without any VODHOOKS_* setting but those given."""
    inherited = {
        name: value for name, value in os.environ.items() if not name.startswith("VODHOOKS_")
    }

    def vodhooks(
        *args: str | Path,
        stdin: bytes = b"",
        settings: Mapping[str, str] | None = None,
        folder: Path = tmp_path,
    ) -> CompletedProcess[str]:
        return run([*map(str, args)], {**inherited, **(settings or {})}, stdin, folder)

    return vodhooks
