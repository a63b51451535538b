"""A variable that nothing reads stops every command that reads settings; every variable that is read, or named anywhere, is known."""

from __future__ import annotations

import ast
import inspect
import re
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest

from tests.support.parameters import parameters
from vodhooks.catalogue import catalogue
from vodhooks.cli.settings import environment, known_variables
from vodhooks.signatures.secrets import tokens_setting

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = {
    "serve": ("--port", "0"),
    "pull": ("--once",),
    "serve-tencent": ("--port", "0"),
    "send": ("ucloud.umedia.porn", "--to", "http://127.0.0.1:1"),
    "sign": ("polyv", "1700000000000"),
    "verify": ("polyv", "-"),
    "fuzz": ("http://127.0.0.1:1",),
    "inbox": ("list",),
    "segments": ("-",),
    "drift": (),
}


@pytest.mark.parametrize("command", COMMANDS)
def test_an_unused_variable_stops_the_command(
    vodhooks: Callable[..., subprocess.CompletedProcess[str]], command: str, tmp_path: Path
) -> None:
    settings = {
        "VODHOOKS_POLYV_SECRETS": "s",
        "VODHOOKS_TOKENS": "t",
        "VODHOOKS_TOKENS_POLYV_VIDEO_OUTLIN": "unseen",
    }
    done = vodhooks(command, *COMMANDS[command], settings=settings)
    said = " ".join(done.stderr.replace("│", "").split())
    assert (done.returncode, done.stdout) == (2, "")
    assert (
        "VODHOOKS_TOKENS_POLYV_VIDEO_OUTLIN: nothing reads this variable; did you mean VODHOOKS_TOKENS_POLYV_VIDEO_OUTLINE?"
        in said
    )
    assert "unseen" not in said
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("command", ["contracts", "validate"])
def test_a_command_without_settings_ignores_them(
    vodhooks: Callable[..., subprocess.CompletedProcess[str]], command: str
) -> None:
    assert vodhooks(command, "--help", settings={"VODHOOKS_TOKENZ": ""}).returncode == 0


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("VODHOOKS_POLYV_SECRET", "VODHOOKS_POLYV_SECRETS"),
        ("VODHOOKS_POLYV_SECRETS_FILES", "VODHOOKS_POLYV_SECRETS_FILE"),
        ("vodhooks_tokens", "VODHOOKS_TOKENS"),
        ("VODHOOKS_TENCENT_SIGN_KEY", "VODHOOKS_TENCENT_SIGN_KEYS"),
        ("VODHOOKS_MAX_AGE_UCLOUD_UMEDIA_SLICE", "VODHOOKS_TOKENS_UCLOUD_UMEDIA_SLICE"),
        ("VODHOOKS_MAXBODY", "VODHOOKS_MAX_BODY"),
        ("VODHOOKS_TENCENT_ENDPOINTS", "VODHOOKS_TENCENT_ENDPOINT"),
        ("VODHOOKS_FILE_HOST", "VODHOOKS_FILE_HOSTS"),
        ("VODHOOKS_", None),
        ("VODHOOKS_TEST_INSTALLED", None),
    ],
)
def test_the_nearest_name_is_named(
    monkeypatch: pytest.MonkeyPatch, name: str, nearest: str | None
) -> None:
    monkeypatch.setenv(name, "")
    with pytest.raises(click.BadParameter) as refused:
        environment()
    hint = f"; did you mean {nearest}?" if nearest else ""
    assert str(refused.value) == f"{name}: nothing reads this variable{hint}"


def test_every_known_variable_is_let_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in known_variables():
        monkeypatch.setenv(name, "")
    assert set(environment()) >= known_variables()


def test_each_channel_has_its_variables() -> None:
    for channel in catalogue().channels.values():
        assert {
            tokens_setting(channel.name),
            f"{tokens_setting(channel.name)}_FILE",
        } <= known_variables()


def test_every_variable_of_an_option_is_known() -> None:
    found = {each.envvar for _, each in parameters() if each.envvar}
    assert found == {
        *("VODHOOKS_FILE_HOSTS", "VODHOOKS_FILE_PORTS", "VODHOOKS_FILE_NETWORKS"),
        *("VODHOOKS_HOST", "VODHOOKS_PORT", "VODHOOKS_CONFIG"),
    }
    assert found <= known_variables()


def test_every_command_reads_checked_settings() -> None:
    for file in sorted((ROOT / "src" / "vodhooks" / "cli").glob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        read = [
            node.lineno
            for node in ast.walk(tree)
            if isinstance(node, ast.Attribute) and node.attr in {"environ", "getenv"}
        ]
        assert not read or file.name == Path(inspect.getfile(environment)).name, f"{file}:{read}"


NAMED = re.compile(r"(?<![A-Z_])VODHOOKS_[A-Z_]*[A-Z](?![A-Z_])")
PLACEHOLDERS = {"VODHOOKS_MAX_AGE_ACME_CALLS"}


def test_every_variable_that_anything_names_is_known() -> None:
    files = [
        ROOT / "README.md",
        ROOT / "Makefile",
        ROOT / "SECURITY.md",
        *(ROOT / "docs").rglob("*.md"),
        *(ROOT / "src").rglob("*.py"),
    ]
    named = {name for file in files for name in NAMED.findall(file.read_text(encoding="utf-8"))}
    assert len(named) > 30
    assert named - PLACEHOLDERS <= known_variables()
