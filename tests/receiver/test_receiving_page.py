"""docs/receiving.md says what is so: its tables are compared with the code that they describe."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest

from vodhooks.catalogue import catalogue
from vodhooks.inbox.queries import Flag, InboxSize
from vodhooks.receiver.answers import Refusal
from vodhooks.receiver.decide import Outcome, Reason
from vodhooks.receiver.metrics import Observer
from vodhooks.receiver.settings import Settings
from vodhooks.signatures import scheme
from vodhooks.signatures.secrets import TOKENS

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "receiving.md").read_text(encoding="utf-8")
SIGNED = {
    channel.name: scheme(channel.signature)
    for channel in catalogue().channels.values()
    if channel.signature
}


def table(heading: str) -> list[tuple[str, ...]]:
    """Return the rows of the table whose head begins with a word."""
    found = re.search(rf"^\| {heading} \|.*\n\|[-|]+\n((?:\|.*\n)+)", PAGE, re.MULTILINE)
    assert found
    return [
        tuple(cell.strip() for cell in line.strip("|").split(" | "))
        for line in found[1].splitlines()
    ]


def settings() -> Iterator[tuple[str, str, str]]:
    """Yield each setting of the receiver with its default and what it says."""
    for name, field in Settings.model_fields.items():
        if field.default == {}:
            for channel, kind in SIGNED.items():
                variable = f"VODHOOKS_{name}_{channel.replace('.', '_')}".upper()
                yield f"`{variable}`", f"{getattr(kind, name.upper()):.0f}", str(field.description)
        else:
            default = (
                f"{field.default:.0f}" if isinstance(field.default, float) else str(field.default)
            )
            yield f"`VODHOOKS_{name.upper()}`", default, str(field.description)


def test_the_table_of_settings_is_complete_and_true() -> None:
    assert table(r"variable \| default") == list(settings())


def test_the_table_of_secrets_is_complete() -> None:
    named = {f"`{kind.setting}`" for kind in SIGNED.values()}
    assert [name for name, _ in table(r"variable \| what it holds")] == [
        *sorted(named),
        f"`{TOKENS}`",
        f"`{TOKENS}_<CHANNEL>`",
    ]


def test_every_variable_on_the_page_exists() -> None:
    exact = (
        {name.strip("`") for name, *_ in settings()}
        | {kind.setting for kind in SIGNED.values()}
        | {TOKENS}
    )
    by_channel = {
        f"{TOKENS}_{channel.upper().replace('.', '_')}" for channel in catalogue().channels
    } | {f"{TOKENS}_"}
    assert set(re.findall(r"VODHOOKS_\w+", PAGE)) <= exact | by_channel


RECEIVED = [outcome for outcome in Outcome if outcome is not Outcome.NOT_IDENTIFIED]
"""What a delivery may be: its channel identifies it."""


@pytest.mark.parametrize("outcome", [*RECEIVED, "not-read", "not-stored"])
def test_every_outcome_is_listed(outcome: str) -> None:
    assert any(row[0].startswith(f"`{outcome}`") for row in table("outcome"))


def test_every_status_is_told_and_no_other() -> None:
    documented = {
        int(status) for row in table("outcome") for status in re.findall(r"\d{3}", row[1])
    }
    assert documented == {
        *get_args(Refusal),
        *(
            status
            for channel in catalogue().channels.values()
            for status in channel.delivery.success
        ),
    }


def test_every_reason_is_listed_with_its_status() -> None:
    assert {name for row in table("reason") for name in re.findall(r"`([^`]+)`", row[0])} == set(
        Reason
    )
    assert {int(row[1]) for row in table("reason")} == set(get_args(Refusal)) - {429, 431}


def test_every_metric_is_told_and_no_other() -> None:
    observer = Observer()
    observer.inbox_size = InboxSize(0, 0, 0)
    endings = {"counter": "_total", "info": "_info"}
    names = {
        f"{family.name.removesuffix('_total')}{endings.get(family.type, '')}"
        for family in observer.registry.collect()
    }
    told = [name for row in table("metric") for name in re.findall(r"`([^`]+)`", row[0])]
    assert sorted(told) == sorted(names)


def test_every_flag_is_told() -> None:
    assert [flag for flag in get_args(Flag) if f"- `{flag}`: " not in PAGE] == []
