"""`vodhooks show`: one message, as an overview for people, as its JSON Schema, or as a sample payload."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

import click

from vodhooks.cli.completion import messages
from vodhooks.cli.settings import LARGEST

if TYPE_CHECKING:
    from collections.abc import Iterator

_WIDTH = 100


@click.command()
@click.argument(
    "name", shell_complete=messages, metavar="MESSAGE", help="Full name of the message."
)
@click.argument(
    "number",
    type=click.IntRange(min=0, max=LARGEST),
    required=False,
    metavar="N",
    help="Which sample payload, from 0; with --example.",
)
@click.option("--bundle", "as_bundle", is_flag=True, help="Print the self-contained JSON Schema.")
@click.option(
    "--strict", is_flag=True, help="With --bundle: the strict schema, which also refuses drift."
)
@click.option("--example", is_flag=True, help="Print a sample payload.")
def show(name: str, number: int | None, *, as_bundle: bool, strict: bool, example: bool) -> None:
    """Show the fields of a message, its schema, or a sample payload.

    Each field stands with its JSON Pointer (* is any index), its type, whether it is required, and how sure that is.
    """
    import orjson

    from vodhooks.catalogue import bundle

    if as_bundle and example:
        raise click.BadParameter("--bundle and --example exclude one another")
    if strict and not as_bundle:
        raise click.BadParameter("--strict goes with --bundle")
    if number is not None and not example:
        raise click.BadParameter("N goes with --example")
    schema = bundle(name, "strict" if strict else "wire")
    if as_bundle:
        click.echo(orjson.dumps(schema, option=orjson.OPT_INDENT_2))
    elif example:
        samples = schema["examples"]
        if (number or 0) >= len(samples):
            raise click.BadParameter(
                f"{name} has {len(samples)} sample payloads, from 0 to {len(samples) - 1}"
            )
        click.echo(orjson.dumps(samples[number or 0], option=orjson.OPT_INDENT_2))
    else:
        for line in _overview(name):
            click.echo(line)


def _overview(name: str) -> Iterator[str]:
    from vodhooks.catalogue import bundle, channel
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
    numbers = range(len(bundle(message.name)["examples"]))
    whose = ("the vendor's" if number in message.vendor_samples else "ours" for number in numbers)
    yield f"samples   {', '.join(f'{number} {owner}' for number, owner in enumerate(whose))}"
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
