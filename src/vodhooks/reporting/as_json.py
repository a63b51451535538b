"""One JSON document for programs: all verdicts, and how many payloads there were of each outcome."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from vodhooks.reporting.as_ndjson import written
from vodhooks.reporting.verdicts import Totals

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from vodhooks.reporting.verdicts import Tally, Verdict

__all__ = ["render"]


def render(results: Iterable[Verdict | Tally], stream: TextIO) -> None:
    """Write an object of `verdicts`, in the order of the input, and `totals`, which come last."""
    totals = Totals()
    stream.write('{"verdicts": [')
    separator = "\n"
    for verdict in totals.count(results):
        stream.write(f"{separator}{written(verdict)}")
        separator = ",\n"
    stream.write(f'\n], "totals": {json.dumps(totals.numbers)}}}\n')
