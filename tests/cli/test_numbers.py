"""A number that no command can use is a usage error, in one line and without a traceback."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
import pytest

from tests.support.parameters import parameters
from vodhooks.cli.app import app
from vodhooks.inbox.database import connect

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

LARGEST = 2**63 - 1


NUMBERS = {name: each for name, each in parameters() if "integer" in each.type.name.split()}
FLOATS = {name: each for name, each in parameters() if "float" in each.type.name.split()}
del NUMBERS["inbox show number"]  # it is looked for, and is not there


def test_the_commands_take_whole_numbers() -> None:
    assert {
        "inbox list limit",
        "inbox list before",
        "inbox replay after",
        "send count",
        "sign timestamp",
    } <= NUMBERS.keys()


@pytest.mark.parametrize("name", NUMBERS)
def test_every_whole_number_has_bounds(name: str) -> None:
    parameter = NUMBERS[name]
    assert isinstance(parameter.type, click.IntRange)
    smallest, largest = parameter.type.min, parameter.type.max
    assert smallest is not None
    assert largest is not None
    assert -LARGEST <= smallest <= largest <= LARGEST
    for text in (
        str(largest + 1),
        str(smallest - 1),
        "9" * 20,
        "9" * 5000,
        f"-{'9' * 20}",
        "1.5",
        "",
    ):
        with pytest.raises(click.BadParameter):
            parameter.process_value(click.Context(app), text)


def test_the_commands_take_numbers_that_are_not_whole() -> None:
    assert {
        "send pause",
        "send rate",
        "send timeout",
        "fuzz seconds",
        "verify at",
        "serve-tencent hang",
    } <= FLOATS.keys()


@pytest.mark.parametrize("name", FLOATS)
@pytest.mark.parametrize("text", ["nan", "NaN", "-nan", "inf", "-inf", "Infinity", "1e999"])
def test_every_other_number_is_finite(name: str, text: str) -> None:
    parameter = FLOATS[name]
    with pytest.raises(click.BadParameter):
        parameter.process_value(click.Context(app), text)


@pytest.mark.parametrize(
    "arguments",
    [
        ("inbox", "list", "--limit", "9" * 20),
        ("inbox", "list", "--limit", "0"),
        ("inbox", "list", "--limit", "-1"),
        ("inbox", "list", "--before", "9" * 20),
        ("inbox", "list", "--before", "0"),
        ("inbox", "list", "--before", "-5"),
        ("inbox", "replay", "--to", "http://127.0.0.1:1/", "--after", "9" * 20),
        ("inbox", "export", "--limit", "9" * 20),
        ("validate", "--jobs", "9" * 20, "-"),
    ],
)
def test_a_number_out_of_bounds_is_a_usage_error(
    vodhooks: Callable[..., subprocess.CompletedProcess[str]], arguments: tuple[str, ...]
) -> None:
    done = vodhooks(*arguments, settings={"VODHOOKS_STORE": "sqlite:///nowhere"})
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr
    assert [line for line in done.stderr.splitlines() if "rror" in line or "Invalid value" in line]


@pytest.mark.parametrize("number", ["0", "9" * 20, "9" * 4000])
def test_an_id_that_no_event_can_have_is_not_there(
    vodhooks: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path, number: str
) -> None:
    store = f"sqlite:///{tmp_path / 'inbox'}"
    connect(store).dispose()
    for arguments in (("inbox", "show", number), ("segments", number)):
        done = vodhooks(*arguments, settings={"VODHOOKS_STORE": store})
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.startswith("vodhooks: there is no event ")
