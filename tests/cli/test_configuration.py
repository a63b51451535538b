"""Settings come from options, then from the environment, then from the configuration file."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.served import serving
from vodhooks.cli.configuration import apply

Run = Callable[..., subprocess.CompletedProcess[str]]
ROOT = Path(__file__).resolve().parents[2]


def applied(folder: Path, text: str, **environ: str) -> dict[str, str]:
    file = folder / "vodhooks.toml"
    file.write_text(text, encoding="utf-8")
    apply(file, environ)
    return environ


def test_a_key_is_a_setting(tmp_path: Path) -> None:
    text = """
store = "sqlite:///a"
port = 8001
body_seconds = 2.5
count_stored = true
tokens = ["new", "old"]
[max_age]
"polyv.video_outline" = 600
"""
    assert applied(tmp_path, text) == {
        "VODHOOKS_STORE": "sqlite:///a",
        "VODHOOKS_PORT": "8001",
        "VODHOOKS_BODY_SECONDS": "2.5",
        "VODHOOKS_COUNT_STORED": "true",
        "VODHOOKS_TOKENS": "new,old",
        "VODHOOKS_MAX_AGE_POLYV_VIDEO_OUTLINE": "600",
    }


@pytest.mark.parametrize(
    ("environ", "kept"),
    [
        ({"VODHOOKS_TOKENS": "a"}, {"VODHOOKS_TOKENS": "a"}),
        ({"vodhooks_tokens": "a"}, {"vodhooks_tokens": "a"}),
        ({"VODHOOKS_TOKENS_FILE": "f"}, {"VODHOOKS_TOKENS_FILE": "f"}),
        ({}, {"VODHOOKS_TOKENS": "b"}),
    ],
)
def test_the_environment_comes_before_the_file(
    tmp_path: Path, environ: dict[str, str], kept: dict[str, str]
) -> None:
    assert applied(tmp_path, 'tokens = "b"', **environ) == kept
    if not environ:
        kept = {"VODHOOKS_TOKENS_FILE": "b"}
    assert applied(tmp_path, 'tokens_file = "b"', **environ) == kept


@pytest.mark.parametrize("named", ["--config", "VODHOOKS_CONFIG"])
def test_an_option_comes_before_both(vodhooks: Run, tmp_path: Path, named: str) -> None:
    (tmp_path / "c.toml").write_text(f'store = "sqlite:///{tmp_path}/of-the-file.sqlite3"')
    options = ["--config", "c.toml"] if named == "--config" else []
    settings = {} if options else {named: "c.toml"}

    def complaint(*arguments: str, **more: str) -> str:
        done = vodhooks(*options, "inbox", "count", *arguments, settings={**settings, **more})
        assert done.returncode == 2
        return done.stderr

    variable = {"VODHOOKS_STORE": f"sqlite:///{tmp_path}/of-the-variable.sqlite3"}
    option = ("--store", f"sqlite:///{tmp_path}/of-the-option.sqlite3")
    assert "of-the-file" in complaint()
    assert "of-the-variable" in complaint(**variable)
    assert "of-the-option" in complaint(*option, **variable)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("store = ", "c.toml: Invalid value (at end of document)"),
        ("port = 2026-01-01", "c.toml: port: a setting is a string"),
        ("tokens = [1]", "c.toml: tokens: a setting is a string"),
        ("prot = 1", "VODHOOKS_PROT: nothing reads this variable; did you mean VODHOOKS_PORT?"),
    ],
)
def test_what_is_wrong_in_the_file_is_said(
    vodhooks: Run, tmp_path: Path, text: str, complaint: str
) -> None:
    (tmp_path / "c.toml").write_text(text)
    done = vodhooks("--config", "c.toml", "inbox", "count")
    assert done.returncode == 2
    assert complaint in " ".join(done.stderr.split())


def test_a_file_that_is_missing_is_named(vodhooks: Run) -> None:
    done = vodhooks("--config", "nowhere.toml", "contracts")
    assert done.returncode == 2
    assert done.stderr.startswith("vodhooks: nowhere.toml: ")


def test_host_and_port_are_settings(tmp_path: Path) -> None:
    """`serving` gives the port 0 as an option, which comes before the variable."""
    settings = {"VODHOOKS_HOST": "127.0.0.2", "VODHOOKS_PORT": "1", "VODHOOKS_TOKENS": "a"}
    with serving(tmp_path, settings) as served:
        assert f"listening on 127.0.0.2, port {served.port}\n" in served.said
