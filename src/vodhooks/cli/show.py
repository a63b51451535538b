"""`vodhooks show`: one message, as an overview for people, as its JSON Schema, or as a sample payload."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from vodhooks.cli.completion import messages
from vodhooks.cli.languages import lang_option
from vodhooks.cli.settings import LARGEST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vodhooks.translations import Language

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
@lang_option
def show(
    name: str,
    number: int | None,
    *,
    as_bundle: bool,
    strict: bool,
    example: bool,
    language: Language,
) -> None:
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
        for line in _overview(name, language):
            click.echo(line)


def _overview(name: str, language: Language) -> Iterator[str]:
    from vodhooks.catalogue import bundle, channel
    from vodhooks.catalogue import message as message_of
    from vodhooks.cli.outline import Alternative, outline
    from vodhooks.reports.columns import pad, wrap
    from vodhooks.translations import translate

    say = partial(translate, language=language)
    message = message_of(name)
    identity = ", ".join(message.identity) or say("the content" if message.channel else "none")
    whose = [
        say("the vendor's" if number in message.vendor_samples else "ours")
        for number in range(len(bundle(name)["examples"]))
    ]
    facts = {
        "message": message.name,
        "id": message.id,
        "channel": f"{message.channel}, POST {channel(message.channel).path}"
        if message.channel
        else say("none, a reply"),
        "identity": identity,
        "samples": ", ".join(f"{number} {owner}" for number, owner in enumerate(whose)),
    }
    if message.only_drifts:
        facts["evidence"] = say("the vendor's definition alone: what breaks the contract is drift")
    yield from wrap(say(message.summary), _WIDTH)
    yield ""
    for fact, value in facts.items():
        yield f"{pad(say(fact), 10)}{value}"
    yield ""
    for entry in outline(message):
        if isinstance(entry, Alternative):
            yield ""
            what = f"{entry.pointer or say('the payload')}{say(' as ')}{entry.title}"
            yield from wrap(f"{what}: {say(entry.description)}", _WIDTH)
            yield ""
        else:
            need = say("required" if entry.required else "optional")
            yield f"{entry.pointer}  {entry.type}, {need}, {say(entry.evidence)}"
            yield from wrap(
                say(entry.description), _WIDTH, initial_indent="    ", subsequent_indent="    "
            )
