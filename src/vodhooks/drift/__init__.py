"""What has the vendor begun to send that the contract does not know? Gathered over real traffic, and proposed as a change.

    found = gather(traffic([Source.of("callbacks.ndjson")]))
    proposal = propose(found, date.today())

`traffic` reads whatever the traffic was recorded in, `observations` checks it and keeps what drifts in bounded memory,
`report` turns it into a document for `vodhooks.reports`, and `proposals` says how the schemas would have
to change.
"""

from __future__ import annotations

from vodhooks.drift.findings import Findings, Place
from vodhooks.drift.observations import gather
from vodhooks.drift.proposals import Proposal, apply, propose
from vodhooks.drift.report import report_of
from vodhooks.drift.traffic import Observation, Skipped, Store, is_url, traffic

__all__ = [
    "Findings",
    "Observation",
    "Place",
    "Proposal",
    "Skipped",
    "Store",
    "apply",
    "gather",
    "is_url",
    "propose",
    "report_of",
    "traffic",
]
