"""The reference of the public names, whose docstrings are read from the source when the site is built."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["pages"]

_MODULES = (
    "vodhooks",
    "vodhooks.errors",
    "vodhooks.signatures",
    "vodhooks.receiver.decide",
    "vodhooks.receiver.adapters",
    "vodhooks.testing",
)


def pages(_root: Path) -> Iterator[tuple[str, str]]:
    """Yield a page for each public module. A name of several modules is on the most specific page."""
    errors: list[str] = import_module("vodhooks.errors").__all__
    for name in _MODULES:
        shown: list[str] = import_module(name).__all__
        if name == "vodhooks":
            shown = [each for each in shown if each not in {*errors, "errors", "__version__"}]
        members = "".join(f"        - {each}\n" for each in shown)
        yield (
            f"reference/api/{name}.md",
            f"# {name}\n\n::: {name}\n    options:\n      show_root_heading: false\n      members:\n{members}",
        )
