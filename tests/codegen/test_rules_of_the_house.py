"""Every rule for the contract's sources: a small contract breaks it, and the finding says where."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

import orjson
import pytest
import yaml

from vodhooks.codegen.loader import load
from vodhooks.errors import GenerationError
from vodhooks.pointers import parse_pointer, resolve

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MESSAGE = "schemas/acme/call/done.json"
SHARED = "schemas/acme/call/id.json"

DONE: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "https://vodhooks.example/v1/acme/call/done.json",
    "title": "AcmeCallDone",
    "description": "Something is done.",
    "x-source": [{"page": "a page", "address": "https://acme.example/", "read": "2026-01-01"}],
    "type": "object",
    "required": ["id", "kind"],
    "properties": {
        "id": {
            "description": "Which.",
            "x-evidence": "documented",
            "x-required-evidence": "documented",
            "$ref": "id.json",
        },
        "kind": {
            "description": "What.",
            "x-evidence": "documented",
            "x-required-evidence": "sample",
            "const": "done",
        },
        "note": {
            "description": "Words.",
            "x-evidence": "sample",
            "type": "string",
            "not": {"enum": ["other"]},
        },
    },
    "examples": [{"id": "1", "kind": "done"}],
}
ID: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "https://vodhooks.example/v1/acme/call/id.json",
    "title": "AcmeCallId",
    "description": "An id.",
    "x-source": [{"page": "a page", "address": "https://acme.example/", "read": "2026-01-01"}],
    "type": "string",
    "pattern": "^[0-9]+$",
    "x-strict": {"maxLength": 9},
}
BODY = {
    "oneOf": [{"$ref": MESSAGE}],
    "discriminator": {"propertyName": "kind", "mapping": {"done": MESSAGE}},
}
OPERATION: dict[str, Any] = {
    "operationId": "receiveAcme",
    "summary": "Something is done",
    "requestBody": {"content": {"application/json": {"schema": BODY}}},
    "x-vodhooks": {
        "channel": "acme.call",
        "messages": [{"name": "acme.call.done", "identity": ["/id"]}],
        "media-type": "application/json",
        "unknown-messages": "refuse",
        "delivery": {"success": [200], "evidence": "inferred"},
    },
}
OPENAPI: dict[str, Any] = {
    "paths": {"/callbacks/acme": {"$ref": "#/components/pathItems/acme"}},
    "webhooks": {"acme.call": {"$ref": "#/components/pathItems/acme"}},
    "components": {"pathItems": {"acme": {"post": OPERATION}}},
}

Contract = dict[str, Any]
WRITERS: dict[str, Callable[[Any], bytes]] = {
    ".json": orjson.dumps,
    ".yaml": lambda content: yaml.safe_dump(content).encode(),
}


def contract() -> Contract:
    """Return a small contract that breaks no rule: the files by path, for a test to change."""
    return deepcopy({MESSAGE: DONE, SHARED: ID, "openapi.yaml": OPENAPI})


def findings(folder: Path, files: Contract) -> list[str]:
    """Write a contract down and return what loading it finds; bytes are written as they are."""
    for name, content in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        written = content if isinstance(content, bytes) else WRITERS[file.suffix](content)
        file.write_bytes(written)
    try:
        load(folder)
    except GenerationError as error:
        return list(error.findings)
    return []


def put(files: Contract, place: str, value: Any) -> None:
    """Put a value at a place, such as `openapi.yaml#/paths`, of a contract; `...` takes away what is there."""
    file, _, pointer = place.partition("#")
    *above, last = (file, *parse_pointer(pointer))
    holder: Any = resolve(files, above)
    key: Any = int(last) if isinstance(holder, list) else last
    if value is ...:
        del holder[key]
    else:
        holder[key] = value


POST = "openapi.yaml#/components/pathItems/acme/post"
PATH = "openapi.yaml#/paths/~1callbacks~1acme"
NONE = "openapi.yaml#/paths: no messages"
SHAPE = f"{PATH}: is a $ref to a path item with a post that has a summary, x-vodhooks and a body of $refs"
HERE = f"{POST}/x-vodhooks"
UNUSED = f"{SHARED}#: nothing refers to this schema; add it to a message, or delete it"
ALONE = f"{MESSAGE}#: nothing refers to this schema; add it to a message, or delete it"
TWIN = {**ID, "$id": "https://vodhooks.example/v1/acme/call/twin.json"}

NAMED_ONLY = (
    "a condition looks at members by their names, at nothing else that an excerpt may leave out"
)

BROKEN: dict[str, tuple[str, Any, list[str]]] = {
    "a file that is not JSON": (SHARED, b"{", [f"{SHARED}: ends too early at line 1, column 2"]),
    "a file that names a member twice": (
        SHARED,
        b'{"a": 1, "a": 1}',
        [f"{SHARED}: duplicate key 'a'"],
    ),
    "a file that is no object": (SHARED, [], [f"{SHARED}: not an object"]),
    "no JSON Schema": (f"{SHARED}#/type", "text", [f"{SHARED}#/type: not a JSON Schema: "]),
    "another dialect": (
        f"{SHARED}#/$schema",
        "http://json-schema.org/draft-07/schema#",
        [f"{SHARED}#/$schema: $schema is https://json-schema.org/draft/2020-12/schema"],
    ),
    "an $id that is not the path": (
        f"{SHARED}#/$id",
        "https://vodhooks.example/v1/id.json",
        [f"{SHARED}#/$id: $id is https://vodhooks.example/v1/acme/call/id.json"],
    ),
    "no source": (
        f"{SHARED}#/x-source",
        ...,
        [
            f"{SHARED}#/x-source: x-source names each page and when it was read, and its address as https://..."
        ],
    ),
    "a source without a date": (
        f"{SHARED}#/x-source",
        [{"page": "a page"}],
        [
            f"{SHARED}#/x-source: x-source names each page and when it was read, and its address as https://..."
        ],
    ),
    "a source that is a text": (
        f"{SHARED}#/x-source",
        "a page",
        [
            f"{SHARED}#/x-source: x-source names each page and when it was read, and its address as https://..."
        ],
    ),
    "a vendor's example that is not there": (
        f"{SHARED}#/x-vendor-examples",
        [99],
        [
            f"{SHARED}#/x-vendor-examples: x-vendor-examples has the numbers, from 0, of those examples that are the vendor's"
        ],
    ),
    "a keyword that is not used": (
        f"{SHARED}#/multipleOf",
        2,
        [f"{SHARED}#: the keyword multipleOf is not used here; see docs/howto/add-a-vendor.md"],
    ),
    "an if without an else": (
        f"{SHARED}#/if",
        {"type": "string", "minLength": 2},
        [f"{SHARED}#: an if has a then and an else, each whole in itself"],
    ),
    "a condition on items": (
        f"{SHARED}#/not",
        {"type": "array", "items": {"const": 1}},
        [f"{SHARED}#/not/items: {NAMED_ONLY}"],
    ),
    "a condition on other members": (
        f"{SHARED}#/not",
        {"type": "object", "properties": {"a": {"type": "object", "additionalProperties": False}}},
        [f"{SHARED}#/not/properties/a/additionalProperties: {NAMED_ONLY}"],
    ),
    "a boolean for a property": (
        f"{MESSAGE}#/properties/note",
        False,
        [f"{MESSAGE}#: properties holds schemas; only additionalProperties may be true or false"],
    ),
    "a boolean among alternatives": (
        f"{SHARED}#/anyOf",
        [True],
        [f"{SHARED}#: anyOf holds schemas; only additionalProperties may be true or false"],
    ),
    "a boolean for items": (
        f"{SHARED}#/items",
        False,
        [
            f"{SHARED}#: items holds schemas; only additionalProperties may be true or false",
            f"{SHARED}#/items: items speaks of array; say so with type beside it",
        ],
    ),
    "a property without a description": (
        f"{MESSAGE}#/properties/note/description",
        ...,
        [f"{MESSAGE}#/properties/note: a property has a description"],
    ),
    "a property without evidence": (
        f"{MESSAGE}#/properties/note/x-evidence",
        ...,
        [
            f"{MESSAGE}#/properties/note: a property has x-evidence, one of documented, sample, inferred"
        ],
    ),
    "a property with other evidence": (
        f"{MESSAGE}#/properties/note/x-evidence",
        "rumour",
        [
            f"{MESSAGE}#/properties/note: a property has x-evidence, one of documented, sample, inferred"
        ],
    ),
    "a property that reads as an index": (
        f"{MESSAGE}#/properties/7",
        DONE["properties"]["note"],
        [
            f"{MESSAGE}#/properties/7: no property is called '7', which an engine would take for something else"
        ],
    ),
    "a property without a name": (
        f"{MESSAGE}#/properties/",
        DONE["properties"]["note"],
        [
            f"{MESSAGE}#/properties/: no property is called '', which an engine would take for something else"
        ],
    ),
    "a pattern that looks ahead": (
        f"{SHARED}#/pattern",
        "^(?=a)",
        [f"{SHARED}#: pattern is one that every engine takes, without looking around or back"],
    ),
    "a pattern that looks ahead in x-strict": (
        f"{SHARED}#/x-strict",
        {"pattern": "^(?=a)"},
        [f"{SHARED}#: pattern is one that every engine takes, without looking around or back"],
    ),
    "an x-strict that is no schema": (
        f"{SHARED}#/x-strict",
        True,
        [f"{SHARED}#: x-strict holds assertions and additionalProperties"],
    ),
    "an x-strict that restructures": (
        f"{SHARED}#/x-strict",
        {"properties": {}},
        [f"{SHARED}#: x-strict holds assertions and additionalProperties"],
    ),
    "an x-strict that is no JSON Schema": (
        f"{SHARED}#/x-strict",
        {"type": "text"},
        [f"{SHARED}#: x-strict is not a JSON Schema: "],
    ),
    "a reference in a condition": (
        f"{MESSAGE}#/properties/note/not",
        {"$ref": "id.json"},
        [f"{MESSAGE}#/properties/note/not: a condition refers to nothing"],
    ),
    "a reference that points nowhere": (
        f"{MESSAGE}#/properties/id/$ref",
        "ids.json",
        [f"{MESSAGE}#/properties/id: $ref ids.json points nowhere", UNUSED],
    ),
    "a reference to a schema without a title": (
        f"{MESSAGE}#/properties/id/$ref",
        "#/properties/note",
        [f"{MESSAGE}#/properties/id: $ref points to a schema without a title", UNUSED],
    ),
    "a schema without a description": (
        f"{SHARED}#/description",
        ...,
        [f"{SHARED}#: a schema has a description"],
    ),
    "a title that names no class": (
        f"{SHARED}#/title",
        "acme id",
        [f"{SHARED}#: title is ASCII PascalCase"],
    ),
    "a title that the declarations need": (
        f"{SHARED}#/title",
        "Messages",
        [f"{SHARED}#: title Messages is taken by the TypeScript declarations"],
    ),
    "a title that is taken": (
        "schemas/acme/call/twin.json",
        TWIN,
        [
            f"schemas/acme/call/twin.json#: title AcmeCallId is taken by {SHARED}#",
            "schemas/acme/call/twin.json#: nothing refers to this schema; add it to a message, or delete it",
        ],
    ),
    "a definition without a title": (
        f"{SHARED}#/$defs",
        {"part": {"type": "string", "description": "A part."}},
        [
            f"{SHARED}#/$defs/part: title is ASCII PascalCase",
            f"{SHARED}#/$defs/part: nothing refers to this part; use it, or delete it",
        ],
    ),
    "an openapi.yaml that is no YAML": (
        "openapi.yaml",
        b"{",
        ["openapi.yaml:1:2: expected the node content, but found '<stream end>'"],
    ),
    "an openapi.yaml that is no mapping": ("openapi.yaml", b"[]", ["openapi.yaml: not a mapping"]),
    "a number for a key": (
        f"{POST}/responses",
        {200: {}},
        ["openapi.yaml: holds what JSON has not; quote statuses and dates"],
    ),
    "a date": (
        "openapi.yaml",
        b"read: 2026-01-01",
        ["openapi.yaml: holds what JSON has not; quote statuses and dates"],
    ),
    "no paths": ("openapi.yaml#/paths", ..., [NONE]),
    "paths that are a list": ("openapi.yaml#/paths", [], [NONE]),
    "a path that refers to nothing": ("openapi.yaml#/paths/~1callbacks~1acme", {}, [SHAPE]),
    "a path item without a post": ("openapi.yaml#/components/pathItems/acme", {}, [SHAPE]),
    "an operation without an extension": (f"{POST}/x-vodhooks", ..., [SHAPE]),
    "an operation without a summary": (f"{POST}/summary", ..., [SHAPE]),
    "a body that refers to no schema": (
        f"{POST}/requestBody/content/application~1json/schema",
        {"type": "object"},
        [SHAPE],
    ),
    "an extension that breaks its schema": (
        f"{POST}/x-vodhooks/channel",
        "Acme",
        [f'{HERE}/channel: "Acme" does not match '],
    ),
    "a discriminator without a value for its message": (
        f"{POST}/requestBody/content/application~1json/schema/discriminator/mapping",
        {},
        [f"{POST}/requestBody: the discriminator's mapping has one value for acme.call.done"],
    ),
    "a message without a schema": (
        f"{POST}/x-vodhooks/messages/0/name",
        "acme.call.gone",
        [
            f"{POST}/requestBody: the request body does not refer to the schema of acme.call.gone",
            f"{HERE}/messages: no entry for acme.call.done, which the request body refers to; add it",
            f"{POST}/requestBody: the discriminator's mapping has one value for acme.call.gone",
            f"{POST}/requestBody: the discriminator's mapping points from done to acme.call.done, which has no entry",
            f"{HERE}/messages/0: acme.call.gone has no schema at schemas/acme/call/gone.json",
        ],
    ),
    "a message without examples": (
        f"{MESSAGE}#/examples",
        ...,
        [f"{MESSAGE}#: a message has examples"],
    ),
    "a message that the body does not refer to": (
        f"{POST}/requestBody/content/application~1json/schema/oneOf",
        [{"$ref": SHARED}],
        [
            f"{POST}/requestBody: the request body does not refer to the schema of acme.call.done",
            f"{HERE}/messages: no entry for acme.call.id, which the request body refers to; add it",
        ],
    ),
    "a message that stands twice": (
        "openapi.yaml#/x-vodhooks-replies",
        [{"name": "acme.call.done"}],
        ["openapi.yaml#/x-vodhooks-replies/0: acme.call.done stands twice"],
    ),
    "a path item that stands twice": (
        "openapi.yaml#/paths/~1callbacks~1again",
        {"$ref": "#/components/pathItems/acme"},
        ["openapi.yaml#/paths/~1callbacks~1again: another path points to the same path item"],
    ),
    "a signature scheme that there is not": (
        f"{POST}/x-vodhooks/signature",
        "rot13",
        [f"{HERE}/signature: no signature scheme is called 'rot13'"],
    ),
    "replies that are no list": (
        "openapi.yaml#/x-vodhooks-replies",
        {},
        ["openapi.yaml#/x-vodhooks-replies: {} is not of type "],
    ),
    "a reply without a name": (
        "openapi.yaml#/x-vodhooks-replies",
        [{}],
        ['openapi.yaml#/x-vodhooks-replies/0: "name" is a required property'],
    ),
    "a reference to a schema file that there is not": (
        "openapi.yaml#/components/schemas",
        {"A": {"$ref": "schemas/a.json"}},
        ["openapi.yaml: $ref schemas/a.json points nowhere"],
    ),
}


def test_the_small_contract_breaks_no_rule(tmp_path: Path) -> None:
    assert findings(tmp_path, contract()) == []


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_rule_is_found_with_its_place(case: str, tmp_path: Path) -> None:
    place, value, expected = BROKEN[case]
    files = contract()
    put(files, place, value)
    found = findings(tmp_path, files)
    assert len(found) == len(expected), found
    assert all(finding.startswith(start) for finding, start in zip(found, expected, strict=True)), (
        found
    )


def test_a_channel_stands_once(tmp_path: Path) -> None:
    files = contract()
    put(
        files,
        "openapi.yaml#/components/pathItems/again",
        {"post": {**OPERATION, "operationId": "receiveAgain"}},
    )
    put(files, "openapi.yaml#/paths/~1callbacks~1again", {"$ref": "#/components/pathItems/again"})
    again = "openapi.yaml#/components/pathItems/again/post/x-vodhooks"
    assert findings(tmp_path, files) == [
        f"{again}/channel: the channel acme.call stands twice, or differs from another in dots alone",
        f"{again}/messages/0: acme.call.done stands twice",
    ]


def test_all_findings_are_told_at_once(tmp_path: Path) -> None:
    files = contract()
    put(files, f"{SHARED}#/x-source", ...)
    put(files, f"{MESSAGE}#/examples", ...)
    assert findings(tmp_path, files) == [
        f"{SHARED}#/x-source: x-source names each page and when it was read, and its address as https://...",
        f"{MESSAGE}#: a message has examples",
    ]


def test_a_folder_without_a_contract_is_told(tmp_path: Path) -> None:
    found = findings(tmp_path, {})
    assert [finding.split(":")[0] for finding in found] == [
        f"no schemas below {tmp_path / 'schemas'}",
        "openapi.yaml",
    ]


def test_a_folder_that_is_named_like_a_schema_is_told(tmp_path: Path) -> None:
    (tmp_path / "schemas" / "odd.json").mkdir(parents=True)
    assert any(
        finding.startswith("schemas/odd.json: ") for finding in findings(tmp_path, contract())
    )
