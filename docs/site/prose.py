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

    from vodhooks.translations import Language

__all__ = ["pages"]

_BESIDE = ("CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md")

_LINK = re.compile(r"\]\(([^)#:\s]+)(?=[)#])")


def pages(root: Path, language: Language) -> Iterator[tuple[str, str]]:
    """Yield each page's path in a language's site and its text, with links as that site has them."""
    docs = root / "docs"
    home = docs if language == "en" else docs / language
    written = [
        page for page in sorted(home.rglob("*.md")) if home != docs or "zh" not in page.parts
    ]
    beside = [root / name for name in _BESIDE] if language == "en" else []
    for source in (*written, *beside):
        here = str(source.relative_to(root))
        text = _LINK.sub(partial(_moved, page=here), source.read_text(encoding="utf-8"))
        yield str(_place(here)).removeprefix(f"{language}/"), text


def _place(path: str) -> PurePosixPath:
    """Return the path in the site of a file of the repository."""
    return PurePosixPath(path.removeprefix("docs/"))


def _moved(link: re.Match[str], page: str) -> str:
    """Return a link of a page as the site needs it."""
    target = _place(normpath(PurePosixPath(page).parent / link[1]))
    if "zh" in _place(page).parts and "zh" not in target.parts:  # it is a page of the other site
        target = target.with_suffix(".html")
    return f"]({relpath(target, _place(page).parent)}"
