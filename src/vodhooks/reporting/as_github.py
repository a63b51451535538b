"""GitHub annotations: workflow commands that mark errors and warnings in a pull request's files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vodhooks.reporting.as_text import described
from vodhooks.reporting.escaping import printable
from vodhooks.reporting.verdicts import Totals, remarks

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import TextIO

    from vodhooks.reporting.verdicts import Tally, Verdict

__all__ = ["annotation", "render"]

_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render(results: Iterable[Verdict | Tally], stream: TextIO) -> None:
    """Write one annotation for each place that matters; nothing where none does."""
    for verdict in Totals().count(results):
        if verdict.level in {"warning", "error"}:
            # Standard input is no file that could be marked, so that its line goes into the text.
            before = f"{verdict.place}: " if verdict.source == "-" else ""
            texts = (f"{before}{described(remark, verdict)}" for remark in remarks(verdict))
            stream.writelines(annotation(verdict.level, _place(verdict), text) for text in texts)


def annotation(level: str, properties: Mapping[str, str], text: str) -> str:
    """Return the line that annotates with a text, in a place that properties such as `file` and `line` name."""
    place = ",".join([f"{name}={printable(value.translate(_PROPERTY))}" for name, value in properties.items()])
    return f"::{level} {place}::{printable(text.translate(_DATA))}\n"


def _place(verdict: Verdict) -> dict[str, str]:
    properties = {"title": f"vodhooks: {verdict.outcome}"}
    if verdict.source != "-":
        lines = {"line": verdict.line, "col": verdict.column}
        properties |= {"file": verdict.source} | {name: str(number) for name, number in lines.items() if number is not None}
    return properties
