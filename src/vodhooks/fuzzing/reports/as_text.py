"""Text for people: the causes, worst first, each with its smallest request, then a table of the channels."""

from __future__ import annotations

from textwrap import fill, indent
from typing import TYPE_CHECKING

from vodhooks.fuzzing.judging import Harm
from vodhooks.fuzzing.reports.exhibits import exhibit, relaxations, summary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from vodhooks.fuzzing.campaigns import Campaign
    from vodhooks.fuzzing.judging import Cause

__all__ = ["render"]

WIDTH = 110


def render(campaign: Campaign, stream: TextIO) -> None:
    """Write the causes, the table and a line that sums it all up."""
    for number, cause in enumerate(campaign.causes, 1):
        stream.writelines(f"{line}\n" for line in _cause(number, cause, campaign.command))
        stream.write("\n")
    stream.writelines(f"{line}\n" for line in _table(campaign))
    stream.writelines(f"relaxed: {item}\n" for item in relaxations(campaign.relaxed))
    stream.writelines(f"{item}\n" for item in campaign.left_out)
    stream.write(f"{summary(campaign)}\n")


def _cause(number: int, cause: Cause, command: str) -> Iterator[str]:
    shown = exhibit(cause.findings[0], command)
    yield f"{number}. {cause.harm.upper()}: {cause.family.title} ({cause.family.name})"
    yield indent(fill(f"{shown.case}: {shown.observed}; expected was {shown.expected}.", WIDTH - 3), "   ")
    yield indent(fill(cause.family.reason, WIDTH - 3), "   ")
    if len(cause.findings) > 1:
        yield f"   The same in {len(cause.findings) - 1} more of these cases."
    if cause.also:
        yield indent(fill(f"It explains {', '.join(family.name for family in cause.also)}.", WIDTH - 3), "   ")
    yield indent(shown.request, "     | ")
    yield f"   Repeat: {shown.repeat}"


def _table(campaign: Campaign) -> Iterator[str]:
    harms = [harm for harm in Harm if any(counts[harm] for _, counts in campaign.by_channel.values())]
    rows = [["CHANNEL", "CASES", *[harm.upper() for harm in harms]]]
    rows += [
        [name, f"{cases:,}", *[str(counts[harm] or "-") for harm in harms]]
        for name, (cases, counts) in campaign.by_channel.items()
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for first, *others in rows:
        numbers = [cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True)]
        yield "  ".join([first.ljust(widths[0]), *numbers])
