"""Texts of the page in each language, from `texts.json`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import orjson

if TYPE_CHECKING:
    from starlette.requests import Request

LANGUAGES = {"en": "English", "zh": "中文"}
"""The languages by their codes, the first for all who ask for none of them."""


@cache
def texts() -> dict[str, dict[str, str]]:
    """Return each text by its key and the language's code."""
    found: dict[str, dict[str, str]] = orjson.loads(
        (files("vodhooks.inspector") / "texts.json").read_bytes()
    )
    return found


def say(language: str, key: str, **named: object) -> str:
    """Return a text, with values filled in."""
    return texts()[key][language].format(**named)


def choose_language(request: Request) -> str:
    """Return the language that is asked for now, or was before, or that the browser prefers."""
    for asked in (request.query_params.get("lang"), request.cookies.get("vodhooks-language")):
        if asked in LANGUAGES:
            return asked
    wanted: list[tuple[float, str]] = []
    for part in request.headers.get("accept-language", "")[:500].split(","):
        name, _, weight = part.partition(";")
        try:
            quality = float(weight.strip().removeprefix("q=") or 1)
        except ValueError:
            continue
        wanted.append((-quality, name.strip().lower().partition("-")[0]))
    known = [
        name for quality, name in sorted(wanted, key=lambda each: each[0]) if name in LANGUAGES
    ]
    return known[0] if known else next(iter(LANGUAGES))
