"""A command that is forked off an imported one does what one does that starts from nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from vodhooks.cli import app

if TYPE_CHECKING:
    from collections.abc import Callable
    from subprocess import CompletedProcess

SETTINGS = {"VODHOOKS_POLYV_SECRETS": "mySecretKey"}
COMMANDS = {
    "contracts": (),
    "show": ("ucloud.umedia.slice",),
    "validate": ("-",),
    "drift": ("-",),
    "sign": ("polyv", "1700000000000"),
    "verify": ("polyv", "-"),
    "send": ("ucloud.umedia.slice", "--mutate", "list"),
    "fuzz": ("http://127.0.0.1:1",),
    "serve": ("--port", "0"),
    "handle": ("json:loads", "--name", "billing"),
    "relay": ("--name", "billing", "--to", "nats://127.0.0.1:1/EVENTS"),
    "pull": ("--once",),
    "inspect": ("--port", "0", "--store", "sqlite:///none.sqlite3"),
    "serve-tencent": ("--port", "0", "--events", "-"),
    "segments": ("-",),
    "generate": (),
    "diff": (".", "."),
    "inbox": ("list",),
}


def test_every_command_is_compared() -> None:
    assert set(app.COMMANDS) == set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_fork_does_what_a_new_process_does(
    vodhooks: Callable[..., CompletedProcess[str]], command: str
) -> None:
    forked, new = (
        vodhooks(command, *COMMANDS[command], stdin=b"[]", settings={**SETTINGS, **python})
        for python in ({}, {"PYTHONHASHSEED": "1"})
    )
    assert (forked.returncode, forked.stdout, forked.stderr) == (
        new.returncode,
        new.stdout,
        new.stderr,
    )
    assert forked.stdout or forked.stderr
