"""`vodhooks contracts`: which callbacks there are, and how sure their contracts are."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Literal, get_args

import click

from vodhooks.reports.layout import fold_row, terminal_columns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vodhooks.catalogue import Message


@click.command()
@click.option(
    "--format",
    "output",
    type=click.Choice(["text", "json", "schemastore", "vscode"]),
    default="text",
    help="What the list looks like; for editors, a catalogue in SchemaStore's format, or settings of VS Code.",
)
def contracts(*, output: Literal["text", "json", "schemastore", "vscode"]) -> None:
    """List the channels and messages, and how sure their contracts are.

    The counts are of properties that the vendor documents, that stand in a sample alone, and that are our reading.
    """
    import orjson

    from vodhooks.catalogue import editor_catalogue

    if output == "text":
        for line in _lines(_document()):
            click.echo(line)
        return
    made = {"json": _document, "schemastore": editor_catalogue, "vscode": _editor_settings}[output]
    click.echo(orjson.dumps(made(), option=orjson.OPT_INDENT_2))


def _editor_settings() -> dict[str, Any]:
    """Return settings of VS Code: its own for JSON, and those of yaml-language-server for YAML."""
    from vodhooks.catalogue import editor_catalogue

    known = editor_catalogue()["schemas"]
    return {
        "json.schemas": [{"fileMatch": one["fileMatch"], "url": one["url"]} for one in known],
        "yaml.schemas": {one["url"]: one["fileMatch"] for one in known},
    }


def _document() -> dict[str, Any]:
    from vodhooks.catalogue import catalogue

    known = catalogue()
    return {
        "channels": [
            {
                "name": channel.name,
                "path": channel.path,
                "summary": channel.summary,
                "signature": channel.signature,
                "messages": [_message(known.messages[name]) for name in channel.messages],
            }
            for channel in known.channels.values()
        ],
        "replies": [
            _message(message) for message in known.messages.values() if message.channel is None
        ],
    }


def _message(message: Message) -> dict[str, Any]:
    from vodhooks.report import Evidence

    marks = list(message.evidence.values())
    return {
        "name": message.name,
        "summary": message.summary,
        "evidence": {mark: marks.count(mark) for mark in get_args(Evidence)},
    }


def _lines(document: dict[str, Any]) -> Iterator[str]:
    channels = document["channels"]
    heads = ("CHANNEL", "PATH", "SIGNATURE", "SUMMARY")
    yield from _table(
        [
            heads,
            *(
                (each["name"], each["path"], each["signature"] or "none", each["summary"])
                for each in channels
            ),
        ]
    )
    yield ""
    messages = [("MESSAGE", "CHANNEL", "DOCUMENTED", "SAMPLE", "INFERRED")]
    for channel in (*channels, {"name": "none, a reply", "messages": document["replies"]}):
        messages += [
            (each["name"], channel["name"], *map(str, each["evidence"].values()))
            for each in channel["messages"]
        ]
    yield from _table(messages)


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Align columns; those of numbers to the right."""
    columns = terminal_columns(sys.stdout)
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [
            cell.rjust(width) if sample.isdigit() else cell.ljust(width)
            for cell, sample, width in zip(row, rows[-1], widths, strict=True)
        ]
        yield from fold_row(cells, widths, columns)
