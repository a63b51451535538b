"""The contract as people write it: schemas/ and openapi.yaml, read but not judged, and ways to walk through them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urldefrag, urljoin

from vodhooks.pointers import parse_pointer, pointer_of, resolve

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
    "body",
    "body_place",
    "discriminator",
    "every_schema",
    "message_at",
    "operation",
    "options",
    "path_item",
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
            yield from (
                ((keyword, name), item) for name, item in value.items() if isinstance(item, dict)
            )
        elif keyword in LISTS:
            yield from (
                ((keyword, index), item)
                for index, item in enumerate(value)
                if isinstance(item, dict)
            )
        elif keyword in SINGLES and isinstance(value, dict):
            yield (keyword,), value


def every_schema(
    schema: Schema, place: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], Schema]]:
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


def path_item(openapi: dict[str, Any], item: dict[str, Any]) -> dict[str, Any]:
    """Return what the `$ref` of a path or webhook leads to.

    Raises:
        KeyError, ValueError: it leads nowhere.
    """
    found = resolve(openapi, parse_pointer(item["$ref"].removeprefix("#")))
    if not isinstance(found, dict):
        raise KeyError(item["$ref"])
    return found


def operation(openapi: dict[str, Any], item: dict[str, Any]) -> dict[str, Any]:
    """Return the operation behind a path's `$ref`.

    Raises:
        KeyError, TypeError, ValueError: there is none.
    """
    post: dict[str, Any] = path_item(openapi, item)["post"]
    return post


def body(received: dict[str, Any]) -> Schema:
    """Return the schema of what an operation takes, which is the same for each media type.

    Raises:
        KeyError, TypeError: there is none.
    """
    found = resolve(received, body_place(received))
    if not isinstance(found, dict):
        raise KeyError("schema")
    return found


def body_place(received: dict[str, Any]) -> tuple[str, ...]:
    """Return where in an operation the schema of what it takes is.

    Raises:
        KeyError, TypeError: it takes nothing.
    """
    content: dict[str, Any] = received["requestBody"]["content"]
    return ("requestBody", "content", next(iter(content), ""), "schema")


def options(schema: Schema) -> list[str]:
    """Return the schema files that a body is one of, by their paths from the root.

    Raises:
        KeyError, TypeError: a branch is no reference.
    """
    branches: list[dict[str, str]] = schema.get("oneOf") or schema.get("anyOf") or [schema]
    return [branch["$ref"] for branch in branches]


def discriminator(received: dict[str, Any]) -> tuple[str | None, dict[str, str]]:
    """Return the JSON Pointer to what names an operation's message, and message name by value; None where nothing does."""
    found = body(received).get("discriminator")
    if found is None:
        return None, {}
    return pointer_of([found["propertyName"]]), {
        kind: message_at(file) for kind, file in found["mapping"].items()
    }


def message_at(file: str) -> str:
    """Return the full name of the message whose schema a file is."""
    return file.removeprefix("schemas/").removesuffix(".json").replace("/", ".")
