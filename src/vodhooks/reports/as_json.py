"""One JSON document for programs: all records, a line each, and the facts. ASCII only."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from vodhooks.reports.escaping import json_text

if TYPE_CHECKING:
    from typing import TextIO

    from vodhooks.reports.findings import ReportDocument

__all__ = ["render"]


def render(document: ReportDocument, stream: TextIO) -> None:
    """Write an object of the lists of records, in their order, and the facts, which come last."""
    names = iter(document.lists)
    name = next(names)
    stream.write(f"{{{json.dumps(name)}: [")
    separator = "\n"
    for belongs_to, record in document.records:
        while name != belongs_to:
            name = next(names)
            stream.write(f"\n], {json.dumps(name)}: [")
            separator = "\n"
        stream.write(f"{separator}{json_text(record)}")
        separator = ",\n"
    stream.writelines(f"\n], {json.dumps(left)}: [" for left in names)
    stream.write("\n]")
    stream.writelines(
        f", {json.dumps(key)}: {json_text(fact)}" for key, fact in document.summary().facts.items()
    )
    stream.write("}\n")
