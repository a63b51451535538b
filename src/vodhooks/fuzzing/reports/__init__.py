"""What a run has found, as a value, and how it is shown: text, JSON, NDJSON, JUnit, SARIF, GitHub annotations, HTML.

    renderer("junit")(campaign, sys.stdout)

No secret and no token is in any of them: a case is repeated by its name, and signed afresh.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO, TypeAlias

    from vodhooks.fuzzing.campaigns import Campaign
    from vodhooks.reporting import Format

    Renderer: TypeAlias = Callable[[Campaign, TextIO], None]

__all__ = ["renderer"]


def renderer(name: Format | Literal["html"]) -> Renderer:
    """Return the function that writes a campaign to a text stream in a format; no other format's module is imported."""
    render: Renderer = import_module(f"vodhooks.fuzzing.reports.as_{name}").render
    return render
