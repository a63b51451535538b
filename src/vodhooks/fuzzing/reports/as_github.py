"""GitHub annotations: a workflow command for each cause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vodhooks.fuzzing.reports.exhibits import exhibit
from vodhooks.reporting.as_github import annotation

if TYPE_CHECKING:
    from typing import TextIO

    from vodhooks.fuzzing.campaigns import Campaign

__all__ = ["render"]


def render(campaign: Campaign, stream: TextIO) -> None:
    """Write one annotation for each cause; nothing where nothing was found."""
    for cause in campaign.causes:
        shown = exhibit(cause.findings[0], campaign.command)
        text = f"{cause.family.title}: {shown.observed}. {cause.family.reason} Repeat: {shown.repeat}"
        stream.write(annotation("error", {"title": f"vodhooks: {cause.name}"}, text))
