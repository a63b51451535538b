"""`vodhooks show`: one message, as an overview for people, as its JSON Schema, or as a sample payload."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Annotated

import typer

from vodhooks.cli.settings import LARGEST

if TYPE_CHECKING:
    from collections.abc import Iterator

_WIDTH = 100


def show(
    name: Annotated[
        str, typer.Argument(metavar="MESSAGE", help="Full name of the message.", show_default=False)
    ],
    number: Annotated[
        int | None,
        typer.Argument(
            metavar="N",
            min=0,
            max=LARGEST,
            help="Which sample payload, from 0; with --example.",
            show_default="0",
        ),
    ] = None,
    *,
    as_bundle: Annotated[
        bool, typer.Option("--bundle", help="Print the self-contained JSON Schema.")
    ] = False,
    strict: Annotated[
        bool,
        typer.Option(
            "--strict", help="With --bundle: the strict schema, which also refuses drift."
        ),
    ] = False,
    example: Annotated[bool, typer.Option("--example", help="Print a sample payload.")] = False,
) -> None:
    """Show the fields of a message, its schema, or a sample payload.

    Each field stands with its JSON Pointer (* is any index), its type, whether it is required, and how sure that is.
    """
    import orjson

    from vodhooks.catalogue import bundle

    if as_bundle and example:
        raise typer.BadParameter("--bundle and --example exclude one another")
    if strict and not as_bundle:
        raise typer.BadParameter("--strict goes with --bundle")
    if number is not None and not example:
        raise typer.BadParameter("N goes with --example")
    schema = bundle(name, "strict" if strict else "wire")
    if as_bundle:
        typer.echo(orjson.dumps(schema, option=orjson.OPT_INDENT_2))
    elif example:
        samples = schema["examples"]
        if (number or 0) >= len(samples):
            raise typer.BadParameter(
                f"{name} has {len(samples)} sample payloads, from 0 to {len(samples) - 1}"
            )
        typer.echo(orjson.dumps(samples[number or 0], option=orjson.OPT_INDENT_2))
    else:
        for line in _overview(name):
            typer.echo(line)


def _overview(name: str) -> Iterator[str]:
    from vodhooks.catalogue import channel
    from vodhooks.catalogue import message as message_of
    from vodhooks.cli.outline import Alternative, outline

    message = message_of(name)
    yield from wrap(message.summary, _WIDTH)
    yield ""
    yield f"message   {message.name}"
    yield f"id        {message.id}"
    yield f"channel   {f'{message.channel}, POST {channel(message.channel).path}' if message.channel else 'none, a reply'}"
    identity = ", ".join(message.identity) or ("the content" if message.channel else "none")
    yield f"identity  {identity}"
    if message.only_drifts:
        yield "evidence  the vendor's definition alone: what breaks the contract is drift"
    yield ""
    for entry in outline(message):
        if isinstance(entry, Alternative):
            yield ""
            yield from wrap(
                f"{entry.pointer or 'the payload'} as {entry.title}: {entry.description}", _WIDTH
            )
            yield ""
        else:
            need = "required" if entry.required else "optional"
            yield f"{entry.pointer}  {entry.type}, {need}, {entry.evidence}"
            yield from wrap(
                entry.description, _WIDTH, initial_indent="    ", subsequent_indent="    "
            )
