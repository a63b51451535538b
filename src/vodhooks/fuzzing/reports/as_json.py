"""One JSON document. ASCII only."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from vodhooks.fuzzing.reports.exhibits import exhibit

if TYPE_CHECKING:
    from typing import TextIO

    from vodhooks.fuzzing.campaigns import Campaign
    from vodhooks.fuzzing.judging import Cause

__all__ = ["as_data", "render", "totals"]


def render(campaign: Campaign, stream: TextIO) -> None:
    """Write the totals and all causes."""
    document = {**totals(campaign), "causes": [as_data(cause, campaign.command) for cause in campaign.causes]}
    stream.write(f"{json.dumps(document, indent=2)}\n")


def as_data(cause: Cause, command: str) -> dict[str, Any]:
    """Return a cause for programs."""
    return {
        "harm": str(cause.harm),
        "family": cause.family.name,
        "title": cause.family.title,
        "reason": cause.family.reason,
        "explains": [family.name for family in cause.also],
        "findings": [exhibit(found, command).data for found in cause.findings],
    }


def totals(campaign: Campaign) -> dict[str, Any]:
    """Return what there is to say beside the causes."""
    return {
        "target": campaign.target,
        "seed": campaign.seed,
        "seconds": round(campaign.seconds, 3),
        "cases": len(campaign.cases),
        "channels": {
            name: {"cases": cases, "findings": {str(harm): number for harm, number in counts.items()}}
            for name, (cases, counts) in campaign.by_channel.items()
        },
        "relaxed": {family.name: str(family.expectation) for family in campaign.relaxed},
        "left_out": list(campaign.left_out),
    }
