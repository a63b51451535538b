"""The contract as people write it: schemas/ and openapi.yaml, read and not yet checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urldefrag, urljoin

from vodhooks.pointers import parse_pointer, pointer_of, resolve

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vodhooks.schemas import Schema

__all__ = [
    "BASE",
    "CONTENT",
    "EXTENSION",
    "REPLIES",
    "Sources",
    "body",
    "body_place",
    "discriminator",
    "message_at",
    "operation",
    "options",
    "path_item",
]

BASE = "https://vodhooks.example/v1/"
EXTENSION = "x-vodhooks"
REPLIES = "x-vodhooks-replies"
CONTENT = "content"
"""The identity of an event that nothing less than all of its content identifies."""


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
        """Return the file and the schema that a `$ref` in the file at `path` points to.

        Raises:
            KeyError: it points nowhere.
        """
        target, fragment = urldefrag(urljoin(f"{BASE}{path}.json", reference))
        file = target.removeprefix(BASE).removesuffix(".json")
        schema = resolve(self.schemas[file], parse_pointer(fragment))
        if not isinstance(schema, dict):
            raise KeyError(reference)
        return file, schema


def path_item(openapi: dict[str, Any], item: dict[str, Any]) -> dict[str, Any]:
    """Return what the `$ref` of a path or webhook points to.

    Raises:
        KeyError, ValueError: it points nowhere.
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
