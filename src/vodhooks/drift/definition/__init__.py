"""What does the vendor's own definition of its events have that the contract has not? Compared, and proposed as a change.

sources = load(root)
origin = origin_of(sources)
definition = read_definition(find_definition(origin), origin)
changes = compare(definition, origin, sources, date.today())
"""

from __future__ import annotations

from vodhooks.drift.definition.changes import OPENAPI, Change, Changes, compare
from vodhooks.drift.definition.reader import (
    Definition,
    Origin,
    find_definition,
    origin_of,
    read_definition,
)
from vodhooks.drift.definition.report import report_of
from vodhooks.drift.definition.yaml_edits import add_to_yaml

__all__ = [
    "OPENAPI",
    "Change",
    "Changes",
    "Definition",
    "Origin",
    "add_to_yaml",
    "compare",
    "find_definition",
    "origin_of",
    "read_definition",
    "report_of",
]
