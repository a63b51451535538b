"""The pages that are written by hand: those of docs/, and those of the repository that they refer to."""

from __future__ import annotations

import re
from functools import partial
from os.path import normpath, relpath
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["pages"]

_BESIDE = ("CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md")
_FRAGMENTS = "changes"
"""The folder of what will be in the changelog."""

_LINK = re.compile(r"\]\(([^)#:\s]+)(?=[)#])")


def pages(root: Path) -> Iterator[tuple[str, str]]:
    """Yield each page's place in the site and its text, whose links lead to the places of the others."""
    docs = root / "docs"
    inside = (source for source in sorted(docs.rglob("*.md")) if source.parent.name != _FRAGMENTS)
    for source in (*inside, *(root / name for name in _BESIDE)):
        here = str(source.relative_to(root))
        yield str(_place(here)), _LINK.sub(partial(_moved, page=here), source.read_text(encoding="utf-8"))


def _place(path: str) -> PurePosixPath:
    """Return where in the site a file of the repository stands."""
    return PurePosixPath(path.removeprefix("docs/"))


def _moved(link: re.Match[str], page: str) -> str:
    """Return a link of a page as it has to be in the site."""
    target = normpath(PurePosixPath(page).parent / link[1])
    return f"]({relpath(_place(target), _place(page).parent)}"
