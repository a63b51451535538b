"""Translates what people read: what the contract says of messages and fields, and reports.

English is the source. Another language has two tables by the English text: the descriptions,
which `make generate` takes from schemas/, and the sentences of this package in
`texts.LANGUAGE.json`. They are read at first use, and only for that language. What has no
translation stays English.

A sentence with values is a pattern: `{}` stands for any text, `{n}` for a number, `{name}` for a
text without blanks, `{text}` for one that has a translation itself, and `{s}` for the ending of a
plural. Its translation names the values `{0}`, `{1}` and so on. Patterns are tried in the order of
their file, special ones before general ones.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from os.path import dirname, join
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias, get_args

import orjson

from vodhooks import catalogue
from vodhooks.pointers import ABSENT, parse_pointer, resolve

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["LANGUAGES", "Language", "description", "language_of", "sentences", "translate"]

Language: TypeAlias = Literal["en", "zh"]

LANGUAGES: tuple[Language, ...] = get_args(Language)

_TRANSLATED = frozenset(LANGUAGES) - {"en"}

_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")
"""The variables that name the language of messages, the first that is set decides."""

_LONGEST = 2000
"""How long a sentence may be that is compared with patterns, in characters."""

_HOLES = {"{}": "(.+)", "{n}": r"(-?\d[\d,.]*)", "{name}": r"(\S+)", "{text}": "(.+)", "{s}": "s?"}
_HOLE = re.compile(r"\{(?:n|name|s|text)?\}")


class _Pattern(NamedTuple):
    expression: re.Pattern[str]
    translated: tuple[bool, ...]
    """For each place, whether what stands there is translated too."""
    translation: str


def language_of(environ: Mapping[str, str]) -> Language:
    """Return the language that the locale of an environment asks for, or English."""
    locale = next((environ[name] for name in _LOCALE if environ.get(name)), "")
    named = re.split("[_.@-]", locale.lower())[0]
    known: dict[str, Language] = {language: language for language in LANGUAGES}
    return known.get(named, "en")


def translate(text: str, language: str) -> str:
    """Return an English text in a language, or as it is where it has no translation there."""
    return (_translation(text, language) or text) if language in _TRANSLATED else text


def description(message: str, pointer: str, language: str = "en") -> str:
    """Return what a field of a message means, or, for the pointer "", what the message is.

    Args:
        message: full name of the message.
        pointer: JSON Pointer to the field in a payload; `*` may stand for any index.
        language: the language; what has no translation is English.

    Returns:
        One or two sentences; nothing where the contract has no such field.

    Raises:
        MessageNotFound: there is no such message.
    """
    root = _bundle(message)
    found: list[dict[str, Any]] = [root]
    for step in parse_pointer(pointer):
        found = [
            inner
            for schema in found
            for form in _forms(root, schema)
            if (inner := _inner(form, step)) is not None
        ]
    texts = (schema["description"] for schema in found if "description" in schema)
    return translate(next(texts, ""), language)


def sentences(language: str) -> Mapping[str, str]:
    """Return the sentences of this package in a language by the English ones; none in English."""
    return _sentences(language) if language in _TRANSLATED else {}


@lru_cache(maxsize=4096)
def _translation(text: str, language: str) -> str | None:
    exact = _sentences(language).get(text) or catalogue.descriptions(language).get(text)
    if exact or len(text) > _LONGEST:
        return exact
    matches = ((pattern, pattern.expression.fullmatch(text)) for pattern in _patterns(language))
    filled = (_filled(pattern, match, language) for pattern, match in matches if match)
    return next((one for one in filled if one is not None), None)


def _filled(pattern: _Pattern, match: re.Match[str], language: str) -> str | None:
    """Return a translation with its values, or None where a value lacks the one it needs."""
    values = [
        _translation(value, language) if translated else value
        for value, translated in zip(match.groups(), pattern.translated, strict=True)
    ]
    return None if None in values else pattern.translation.format(*values)


@cache
def _sentences(language: str) -> dict[str, str]:
    with open(join(dirname(__file__), f"texts.{language}.json"), "rb") as file:
        table: dict[str, str] = orjson.loads(file.read())
    return table


@cache
def _patterns(language: str) -> tuple[_Pattern, ...]:
    return tuple(
        _pattern(text, translation)
        for text, translation in _sentences(language).items()
        if _HOLE.search(text)
    )


def _pattern(text: str, translation: str) -> _Pattern:
    holes = _HOLE.findall(text)
    first, *rest = map(re.escape, _HOLE.split(text))
    expression = first + "".join(
        _HOLES[hole] + part for hole, part in zip(holes, rest, strict=True)
    )
    translated = tuple(hole == "{text}" for hole in holes if hole != "{s}")
    return _Pattern(re.compile(expression, re.DOTALL), translated, translation)


@lru_cache(maxsize=8)
def _bundle(message: str) -> dict[str, Any]:
    return catalogue.bundle(message)


def _forms(root: dict[str, Any], schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield a schema, what it refers to, and the alternatives that it has."""
    yield schema
    inner = [schema[keyword] for keyword in ("then", "else") if keyword in schema]
    inner += [*schema.get("anyOf", ()), *schema.get("oneOf", ())]
    if "$ref" in schema:
        inner.append(resolve(root, parse_pointer(schema["$ref"].removeprefix("#"))))
    for each in inner:
        if isinstance(each, dict):
            yield from _forms(root, each)


def _inner(schema: dict[str, Any], step: str) -> dict[str, Any] | None:
    """Return the schema of a member or an item, or None."""
    found = schema.get("properties", {}).get(step, ABSENT)
    if found is ABSENT and (step == "*" or step.isdecimal()):
        found = schema.get("items")
    return found if isinstance(found, dict) else None
