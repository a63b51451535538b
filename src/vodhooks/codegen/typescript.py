"""TypeScript declarations of the contract, made by json-schema-to-typescript from one schema that holds it all."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING, Any

import orjson

from vodhooks.codegen.bundles import alternatives
from vodhooks.codegen.documents import HEADER
from vodhooks.codegen.sources import body, options
from vodhooks.errors import GenerationError
from vodhooks.schemas import rebuild

if TYPE_CHECKING:
    from pathlib import Path

    from vodhooks.codegen.sources import Sources
    from vodhooks.schemas import Schema

__all__ = ["NAMES", "contract", "declarations"]

NAMES = ("Channels", "Contract", "Messages")
"""What is declared beside the schemas, whose titles are others."""

_BANNER = f"{HEADER.replace('#', '//', 1)}\n/* eslint-disable */"

_DROPPED = ("$schema", "$id", "$defs", "examples")
_OPEN = {"string": (str, "string & {}"), "integer": (int, "number & {}")}
"""The type of the listed values, and what stands for any other: beside plain `string`, editors would not offer the list."""


def declarations(sources: Sources, json2ts: Path) -> bytes:
    """Return the declarations: a type of its title for each schema, `Messages` and `Channels` by name.

    Args:
        sources: the contract.
        json2ts: the program of json-schema-to-typescript.

    Raises:
        GenerationError: the program cannot be run, or fails.
    """
    command = [str(json2ts), "--maxItems=-1", f"--bannerComment={_BANNER}"]
    try:
        done = subprocess.run(
            command, input=orjson.dumps(contract(sources)), capture_output=True, check=False
        )
    except OSError as error:
        raise GenerationError([f"{json2ts} cannot be run: {error.strerror}"]) from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").splitlines()[:3]
        raise GenerationError(
            [f"json-schema-to-typescript failed with status {done.returncode}", *said]
        )
    return done.stdout


def contract(sources: Sources) -> Schema:
    """Return the whole contract as one schema, in the form that the code generator understands."""
    definitions: dict[str, Schema] = {}
    for path, schema in sources.schemas.items():
        for each in (schema, *schema.get("$defs", {}).values()):
            definitions[each["title"]] = _declare(sources, path, alternatives(each))
    messages = {
        name: _reference(sources.schemas[name.replace(".", "/")]["title"])
        for name, _, _ in sources.messages()
    }
    channels = {
        extension["channel"]: _channel_payload(sources, received)
        for _, received, extension in sources.channels()
    }
    definitions["Messages"] = _members(
        "Messages", "Each message by its full name, which names its bundle too.", messages
    )
    definitions["Channels"] = _members("Channels", "What arrives at each channel.", channels)
    parts = {"channels": _reference("Channels"), "messages": _reference("Messages")}
    return {
        **_members("Contract", "All that is declared here.", parts),
        "$defs": dict(sorted(definitions.items())),
    }


def _declare(sources: Sources, path: str, schema: Schema) -> Schema:
    """Return a schema that refers to others by title, and whose open lists distinguish their values from any other."""
    changed = rebuild(schema, lambda _, inner: _declare(sources, path, inner))
    changed = {
        keyword: value
        for keyword, value in changed.items()
        if keyword not in _DROPPED and not keyword.startswith("x-")
    }
    if "$ref" in changed:
        # A description beside a reference would make a copy of the type; beside an allOf it is the member's own.
        reference = _reference(sources.follow(path, changed.pop("$ref"))[1]["title"])
        return {**changed, "allOf": [reference]} if changed else reference
    if "anyOf" in changed:
        listed = {type(value) for branch in changed["anyOf"] for value in branch.get("enum", ())}
        changed["anyOf"] = [_open_branch(branch, listed) for branch in changed["anyOf"]]
    return changed


def _open_branch(branch: Schema, listed: set[type]) -> Schema:
    kind, declared = _OPEN.get(str(branch.get("type")), (None, ""))
    return {**branch, "tsType": declared} if kind in listed else branch


def _channel_payload(sources: Sources, received: dict[str, Any]) -> Schema:
    """Return what a channel's operation takes, of whichever of its shapes."""
    paths = [
        file.removeprefix("schemas/").removesuffix(".json") for file in options(body(received))
    ]
    return {
        "description": received["summary"],
        "anyOf": [_reference(sources.schemas[path]["title"]) for path in paths],
    }


def _members(title: str, description: str, properties: dict[str, Schema]) -> Schema:
    """Return an object of exactly these members."""
    return {
        "title": title,
        "description": description,
        "type": "object",
        "required": list(properties),
        "properties": properties,
        "additionalProperties": False,
    }


def _reference(title: str) -> Schema:
    return {"$ref": f"#/$defs/{title}"}
