"""The pages that are written by hand: those of docs/, and those of the top folder that they refer to."""

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

_LINK = re.compile(r"\]\(([^)#:\s]+)(?=[)#])")


def pages(root: Path) -> Iterator[tuple[str, str]]:
    """Yield each page's path in the site and its text, with links to the paths of other pages."""
    docs = root / "docs"
    for source in (*sorted(docs.rglob("*.md")), *(root / name for name in _BESIDE)):
        here = str(source.relative_to(root))
        yield (
            str(_place(here)),
            _LINK.sub(partial(_moved, page=here), source.read_text(encoding="utf-8")),
        )


def _place(path: str) -> PurePosixPath:
    """Return the path in the site of a file of the repository."""
    return PurePosixPath(path.removeprefix("docs/"))


def _moved(link: re.Match[str], page: str) -> str:
    """Return a link of a page as the site needs it."""
    target = normpath(PurePosixPath(page).parent / link[1])
    return f"]({relpath(_place(target), _place(page).parent)}"
