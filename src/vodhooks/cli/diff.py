"""`vodhooks diff`: is a change of the contract breaking?"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vodhooks.generating.assertions import Change
    from vodhooks.generating.diffing import Difference, Verdict

_PLACE = "A folder with schemas/ and openapi.yaml, or a git revision."


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help=_PLACE, show_default=False)],
    new: Annotated[str, typer.Argument(metavar="NEW", help=_PLACE, show_default=False)],
    *,
    output: Annotated[Literal["text", "json"], typer.Option("--format", help="What the answer looks like.")] = "text",
) -> None:
    """Say whom a change of the contract breaks.

    Receivers: whether one built for OLD copes with what is sent by NEW. Senders: whether what is sent by OLD is accepted by NEW.
    Exits with 0 if nobody is broken, and with 1 if somebody is or if that is unknown.
    """
    import orjson

    from vodhooks.generating.diffing import compare, worst
    from vodhooks.generating.revisions import sources_at

    found = compare(sources_at(old), sources_at(new))
    receivers = worst(difference.receivers for difference in found)
    senders = worst(difference.senders for difference in found)
    if output == "json":
        document = {"receivers": receivers, "senders": senders, "differences": [asdict(difference) for difference in found]}
        typer.echo(orjson.dumps(document, option=orjson.OPT_INDENT_2))
    else:
        for line in _lines(found):
            typer.echo(line)
        typer.echo(_verdicts(receivers, senders))
    if worst([receivers, senders]) != "compatible":
        raise typer.Exit(1)


def _lines(found: Sequence[Difference]) -> Iterator[str]:
    for difference in found:
        yield f"{difference.name} ({difference.kind}): {_verdicts(difference.receivers, difference.senders)}"
        for change in difference.changes:
            harmed = " and ".join(_harmed(change))
            yield f"  {change.pointer}: {change.text}{harmed and f' [{harmed}]'}"
        if "unknown" in (difference.receivers, difference.senders):
            yield "  neither proved nor disproved: a person must look"
        yield ""


def _harmed(change: Change) -> Iterator[str]:
    if change.harms_receivers:
        yield "receivers"
    if change.harms_senders:
        yield "senders"


def _verdicts(receivers: Verdict, senders: Verdict) -> str:
    return f"{receivers} for receivers, {senders} for senders"
