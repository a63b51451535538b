"""The messages on which tests run that try every rule of a contract: all, but for those that have nothing of their own.

A channel may have dozens of messages whose schemas say the same of other members. Of those the smallest are taken that
together have every kind of schema that the channel has. What only drifts breaks no rule.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import orjson

from vodhooks.catalogue import bundle, catalogue
from vodhooks.schemas import every_schema

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["MESSAGES", "VARIED_MESSAGES"]

_WORDS = frozenset({"title", "description", "examples", "$schema", "$id", "$defs", "properties"})


def _kinds(message: str) -> Iterator[bytes]:
    """Yield what each schema of a message says, without the words and the names in it."""
    forms: tuple[Literal["wire", "strict"], ...] = ("wire", "strict")
    for form in forms:
        for found in every_schema(bundle(message, form)):
            said: dict[str, Any] = {
                key: bool(value) if key in {"enum", "const", "required", "$ref"} else value
                for key, value in found.schema.items()
                if key not in _WORDS
            }
            said |= {key: len(said[key]) for key in ("anyOf", "oneOf") if key in said}
            said |= {key: True for key in ("items", "not", "if", "then", "else") if key in said}
            yield orjson.dumps([form, found.keyword, said], option=orjson.OPT_SORT_KEYS)


def _varied(messages: tuple[str, ...]) -> Iterator[str]:
    seen: set[bytes] = set()
    refusing = [
        name
        for name in messages
        if not catalogue().messages[name].only_drifts and len(orjson.dumps(bundle(name))) < _LARGE
    ]
    for message in sorted(refusing, key=lambda name: (len(orjson.dumps(bundle(name))), name)):
        kinds = set(_kinds(message))
        if kinds - seen:
            seen |= kinds
            yield message


_LARGE = 20_000
"""From which size on, in bytes, a contract has too many rules for all of them to be tried."""

_FEW = 10
"""Up to how many messages of a channel are all taken."""

MESSAGES = tuple(sorted(catalogue().messages))
_MANY = [each.messages for each in catalogue().channels.values() if len(each.messages) > _FEW]
VARIED_MESSAGES = tuple(
    sorted({*MESSAGES}.difference(*_MANY).union(*(_varied(messages) for messages in _MANY)))
)
