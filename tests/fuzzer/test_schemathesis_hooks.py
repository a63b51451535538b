"""schemathesis's own command line with our hooks, against the reference receiver and against one that takes everything."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.support.listening import answer, listening, requests
from tests.support.served import CLOSED, serving
from vodhooks.catalogue import openapi
from vodhooks.fuzzer.effects import Counter, from_url

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterator
    from pathlib import Path

SETTINGS = {**CLOSED, "VODHOOKS_TENCENT_SIGN_KEYS": "aSignKey", "VODHOOKS_TOKENS": "unguessable"}
HOOKS = {"SCHEMATHESIS_HOOKS": "vodhooks.fuzzer.schemathesis.hooks"}
VALID = ("--phases", "examples,fuzzing", "--mode", "positive", "--max-examples", "5", "--seed", "1")
INVALID = ("--phases", "coverage", "--mode", "negative")
FEW_MESSAGES = ("--exclude-path", "/callbacks/tencent/vod")


@pytest.fixture(scope="module")
def receiver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(
        tmp_path_factory.mktemp("receiver"), {**SETTINGS, "VODHOOKS_COUNT_STORED": "true"}
    ) as served:
        yield f"http://127.0.0.1:{served.port}"


def schemathesis(
    folder: Path, url: str, check: str, *options: str, **environ: str
) -> tuple[int, str]:
    """Run schemathesis over the contract's document, and return its exit code and what it says."""
    (folder / "openapi.json").write_bytes(openapi())
    command = [
        sys.executable,
        "-m",
        "schemathesis.cli",
        "run",
        "openapi.json",
        "--url",
        url,
        "--checks",
        check,
    ]
    done = subprocess.run(
        [*command, *(options or VALID), "--workers", "1"],
        cwd=folder,
        env={**os.environ, "NO_PROXY": "*", "COLUMNS": "300", **environ},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    return done.returncode, done.stdout + done.stderr


def test_what_is_signed_is_accepted_and_kept(receiver: str, tmp_path: Path) -> None:
    count = Counter(from_url(f"{receiver}/stored")).now
    before = count()
    code, output = schemathesis(tmp_path, receiver, "keeps_contract", **SETTINGS, **HOOKS)
    assert code == 0, output
    assert count() - before > 20


def test_without_the_hooks_nothing_is_kept(receiver: str, tmp_path: Path) -> None:
    count = Counter(from_url(f"{receiver}/stored")).now
    before = count()
    schemathesis(tmp_path, receiver, "not_a_server_error", **SETTINGS)
    assert count() == before


def test_a_wrong_secret_fails_the_check(receiver: str, tmp_path: Path) -> None:
    code, output = schemathesis(
        tmp_path, receiver, "keeps_contract", **{**SETTINGS, "VODHOOKS_TOKENS": "wrong"}, **HOOKS
    )
    assert code == 1
    assert (
        "refuses the valid: a generated payload that keeps the contract: answered 401; only 200 is success"
        in output
    )


def test_a_receiver_that_accepts_all_fails(tmp_path: Path) -> None:
    def talk(connection: socket.socket) -> None:
        for _ in requests(connection):
            connection.sendall(answer())

    with listening(talk) as url:
        assert schemathesis(tmp_path, url, "keeps_contract", **SETTINGS, **HOOKS)[0] == 0
        code, output = schemathesis(
            tmp_path, url, "keeps_contract", *INVALID, *FEW_MESSAGES, **SETTINGS, **HOOKS
        )
    assert code == 1
    assert (
        "accepts the invalid: a generated payload that breaks the contract: answered 200" in output
    )
