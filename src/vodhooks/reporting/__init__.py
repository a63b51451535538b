"""What was found in payloads, as values, and how it is shown: text, JSON, NDJSON, JUnit, SARIF, GitHub annotations.

    renderer("sarif")(verdicts, sys.stdout)

Renderers take any iterable and write as they go, so that memory does not grow with the number of verdicts. Where
payloads come from and how they are judged is for `vodhooks.checking`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Literal

from vodhooks.reporting.verdicts import Level, Outcome, Tally, Totals, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import TextIO, TypeAlias

    Renderer: TypeAlias = Callable[[Iterable[Verdict | Tally], TextIO], None]

__all__ = ["Format", "Level", "Outcome", "Tally", "Totals", "Verdict", "renderer"]

Format = Literal["text", "json", "ndjson", "junit", "sarif", "github"]
"""What a report can look like; each has a module of its own."""


def renderer(name: Format) -> Renderer:
    """Return the function that writes verdicts to a text stream in a format; no other format's module is imported."""
    render: Renderer = import_module(f"vodhooks.reporting.as_{name}").render
    return render
