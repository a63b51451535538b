"""Finds what real traffic holds that the contract does not know, and proposes a change of the schemas.

    found = gather(read_traffic([Source.of("callbacks.ndjson")]))
    proposal = propose(found, date.today())

`traffic` reads recorded payloads, `observations` checks them and gathers what drifts in bounded memory, `report` turns
that into a document for `vodhooks.reports`, and `proposals` into a change of the schemas.
"""

from __future__ import annotations

from vodhooks.drift.findings import Findings, Place
from vodhooks.drift.observations import gather
from vodhooks.drift.proposals import Proposal, apply, propose
from vodhooks.drift.report import report_of
from vodhooks.drift.traffic import InboxSource, Observation, Skipped, is_url, read_traffic

__all__ = [
    "Findings",
    "InboxSource",
    "Observation",
    "Place",
    "Proposal",
    "Skipped",
    "apply",
    "gather",
    "is_url",
    "propose",
    "read_traffic",
    "report_of",
]
