"""On a terminal, tables and reports are as wide as its window; help needs no more than 80 columns."""

from __future__ import annotations

import json
import re
import shlex
from typing import TYPE_CHECKING

import click
import pytest
from click.testing import CliRunner

from tests.support.served import CLOSED
from tests.support.terminals import on_terminal
from vodhooks.catalogue import catalogue
from vodhooks.classification import classify
from vodhooks.cli.app import app
from vodhooks.inbox.database import connect
from vodhooks.inbox.store import Inbox, ReceivedDelivery
from vodhooks.reports.layout import continue_command, fold_row
from vodhooks.testing import example

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.conftest import StandIn

WIDTHS = (80, 120)
LONG = max(catalogue().messages, key=len)


@pytest.mark.parametrize("columns", WIDTHS)
def test_the_list_of_contracts_fits(columns: int, tmp_path: Path) -> None:
    code, lines = on_terminal(["contracts"], columns, tmp_path)
    assert code == 0
    assert max(map(len, lines)) <= columns
    words = " ".join(lines).split()
    assert {*catalogue().messages, *catalogue().channels} <= {*words}
    assert {channel.path for channel in catalogue().channels.values()} <= {*words}


@pytest.mark.parametrize("columns", WIDTHS)
def test_the_list_of_events_fits(columns: int, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/inbox.sqlite3"
    engine = connect(url)
    names = [LONG, "polyv.video_outline.generate_success"]
    for name in names:
        channel = catalogue().messages[name].channel or ""
        found = classify(json.dumps(example(name)).encode(), channel)
        Inbox(engine).keep([ReceivedDelivery.of(found, 1_700_000_000_000_000)])
    engine.dispose()
    code, lines = on_terminal(["inbox", "list", "--store", url], columns, tmp_path)
    assert code == 0
    assert max(map(len, lines)) <= columns
    words = " ".join(lines).split()
    assert words[:7] == ["ID", "RECEIVED", "CHANNEL", "OUTCOME", "MESSAGE", "DELIVERIES", "FLAGS"]
    assert {*names} <= {*words}


@pytest.mark.parametrize("columns", WIDTHS)
def test_the_report_of_a_fuzz_run_fits(columns: int, tmp_path: Path, stand_in: StandIn) -> None:
    """A receiver that takes everything has findings of many kinds, with requests and commands."""
    arguments = ["fuzz", stand_in.url, "--channel", "polyv.video_outline"]
    chosen = ["--case", "polyv.video_outline/signature/", "--seconds", "0", "--seed", "1"]
    code, lines = on_terminal([*arguments, *chosen], columns, tmp_path, CLOSED)
    assert code == 1
    assert [line for line in lines if len(line) > columns] == []
    text = "\n".join(lines)
    repeats = re.findall(r"Repeat: (vodhooks(?:.* \\\n)*.*)", text)
    assert repeats
    for command in repeats:
        assert shlex.split(command.replace("\\\n", ""))[:3] == ["vodhooks", "fuzz", stand_in.url]


@pytest.mark.parametrize("columns", WIDTHS)
def test_the_list_of_cases_fits(columns: int, tmp_path: Path) -> None:
    arguments = ["fuzz", "http://receiver.test", "--channel", "polyv.video_outline", "--list"]
    code, lines = on_terminal(arguments, columns, tmp_path, CLOSED)
    assert code == 0
    assert max(map(len, lines)) <= columns
    piped = CliRunner().invoke(app, arguments, env=CLOSED).output
    assert "".join("".join(lines).split()) == "".join(piped.split())


def commands(command: click.Command, *path: str) -> Iterator[tuple[list[str], click.Command]]:
    yield [*path], command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from commands(inner, *path, name)


def test_all_help_is_whole_at_80_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    for path, command in commands(app):
        text = CliRunner().invoke(app, [*path, "--help"], prog_name="vodhooks").output
        assert max(map(len, text.splitlines())) <= 80, path
        words = " ".join(text.split())
        for parameter in command.params:
            said = getattr(parameter, "help", None) or ""
            assert " ".join(said.split()) in words, (path, parameter.name)
        for _, inner in commands(command):
            if inner.help and (inner is command or isinstance(command, click.Group)):
                sentence = " ".join(inner.help.split("\n\n")[0].split())
                assert inner is not command or sentence in words, path


@pytest.mark.parametrize("columns", [20, 40, 80, 120])
def test_a_row_is_folded_and_loses_nothing(columns: int) -> None:
    cells = ["a", "two words", "x" * 30, "", "many words " * 20]
    folded = [*fold_row(cells, [3, 9, 12, 5, 0], columns)]
    assert max(map(len, folded)) <= columns
    assert "".join("".join(folded).split()) == "".join("".join(cells).split())


def test_a_row_that_goes_to_a_program_is_one_line() -> None:
    assert [*fold_row(["a", "b" * 300], [3, 2], None)] == [f"a    {'b' * 300}"]


def test_a_folded_command_is_the_same_command() -> None:
    command = shlex.join(
        ["vodhooks", "fuzz", "http://h", *(["--case", "a b"] * 20), "--header", "x: ${Y}"]
    )
    lines = [*continue_command(command, 40)]
    assert max(map(len, lines)) <= 40
    assert shlex.split("\n".join(lines).replace("\\\n", "")) == shlex.split(command)
