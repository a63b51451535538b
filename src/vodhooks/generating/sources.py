"""The contract as people write it: schemas/ and openapi.yaml, read but not judged, and ways to walk through them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urldefrag, urljoin

from vodhooks.pointers import parse_pointer, resolve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

__all__ = [
    "BASE",
    "CONDITIONS",
    "EXTENSION",
    "LISTS",
    "MAPS",
    "REPLIES",
    "SINGLES",
    "Schema",
    "Sources",
    "every_schema",
    "operation",
    "rebuilt",
    "subschemas",
]

BASE = "https://vodhooks.example/v1/"
EXTENSION = "x-vodhooks"
REPLIES = "x-vodhooks-replies"
CONDITIONS = frozenset({"if", "not"})
"""Keywords whose schema asks rather than demands."""

MAPS = frozenset({"properties", "$defs"})
LISTS = frozenset({"anyOf", "oneOf"})
SINGLES = frozenset({"items", "additionalProperties", "if", "then", "else", "not"})

Schema = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Sources:
    """The contract as people write it.

    Attributes:
        schemas: every schema file by its path below schemas/ without the ending, such as `tencent/vod/pull_events`.
        openapi: openapi.yaml, parsed.
    """

    schemas: Mapping[str, Schema]
    openapi: dict[str, Any]

    def channels(self) -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
        """Yield path, operation and extension of each channel, in the order of openapi.yaml."""
        for path, item in self.openapi["paths"].items():
            received = operation(self.openapi, item)
            yield path, received, received[EXTENSION]

    def messages(self) -> Iterator[tuple[str, str | None, dict[str, Any]]]:
        """Yield full name, channel (None for a reply) and entry of each message."""
        for _, _, extension in self.channels():
            for entry in extension["messages"]:
                yield entry["name"], extension["channel"], entry
        for entry in self.openapi.get(REPLIES, []):
            yield entry["name"], None, entry

    def follow(self, path: str, reference: str) -> tuple[str, Schema]:
        """Return the file and the schema that a `$ref` in the file at `path` leads to.

        Raises:
            KeyError: it leads nowhere.
        """
        target, fragment = urldefrag(urljoin(f"{BASE}{path}.json", reference))
        file = target.removeprefix(BASE).removesuffix(".json")
        schema = resolve(self.schemas[file], parse_pointer(fragment))
        if not isinstance(schema, dict):
            raise KeyError(reference)
        return file, schema


def subschemas(schema: Schema) -> Iterator[tuple[tuple[str | int, ...], Schema]]:
    """Yield the schemas directly inside a schema, with their places."""
    for keyword, value in schema.items():
        if keyword in MAPS:
            yield from (((keyword, name), item) for name, item in value.items() if isinstance(item, dict))
        elif keyword in LISTS:
            yield from (((keyword, index), item) for index, item in enumerate(value) if isinstance(item, dict))
        elif keyword in SINGLES and isinstance(value, dict):
            yield (keyword,), value


def every_schema(schema: Schema, place: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Schema]]:
    """Yield a schema and every schema inside it, with their places."""
    yield place, schema
    for step, inner in subschemas(schema):
        yield from every_schema(inner, (*place, *step))


def rebuilt(schema: Schema, change: Callable[[str, Schema], Schema]) -> Schema:
    """Return a copy of a schema in which `change(keyword, inner)` stands for every schema directly inside it."""
    copied = dict(schema)
    for (keyword, *rest), inner in subschemas(schema):
        changed = change(str(keyword), inner)
        if not rest:
            copied[str(keyword)] = changed
            continue
        if copied[str(keyword)] is schema[str(keyword)]:
            copied[str(keyword)] = schema[str(keyword)].copy()
        copied[str(keyword)][rest[0]] = changed
    return copied


def operation(openapi: dict[str, Any], item: dict[str, Any]) -> dict[str, Any]:
    """Return the operation behind a path's `$ref`.

    Raises:
        KeyError, TypeError, ValueError: there is none.
    """
    path_item: Any = resolve(openapi, parse_pointer(item["$ref"].removeprefix("#")))
    post: dict[str, Any] = path_item["post"]
    return post
