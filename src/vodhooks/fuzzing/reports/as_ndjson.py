"""NDJSON: a line for each cause, then one with the totals. ASCII only."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from vodhooks.fuzzing.reports.as_json import as_data, totals

if TYPE_CHECKING:
    from typing import TextIO

    from vodhooks.fuzzing.campaigns import Campaign

__all__ = ["render"]


def render(campaign: Campaign, stream: TextIO) -> None:
    """Write the causes, the worst first, and the totals."""
    stream.writelines(f"{json.dumps({'type': 'cause', **as_data(cause, campaign.command)})}\n" for cause in campaign.causes)
    stream.write(f"{json.dumps({'type': 'summary', **totals(campaign)})}\n")
