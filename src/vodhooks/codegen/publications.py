"""What carries the contract elsewhere: AsyncAPI of what the relay publishes, a catalogue for editors, a package for npm."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vodhooks.codegen.sources import Sources

__all__ = ["asyncapi", "editor_catalogue", "npm_package"]

_SUBJECTS = "vodhooks"
"""What all subjects of the relay begin with: `vodhooks.outbox.relay.SUBJECTS`."""

_SCHEMAS = "#/components/schemas/"
_ENVELOPE = "CloudEvent"
_UNKNOWN = "unknown"

_CLOUD_EVENT: dict[str, Any] = {
    "title": _ENVELOPE,
    "description": "CloudEvents 1.0 in JSON. Without `data` it is a reference: the broker takes none of the event's size.",
    "type": "object",
    "required": ["specversion", "id", "source", "type", "time", "datacontenttype"],
    "properties": {
        "specversion": {"description": "The version of CloudEvents.", "const": "1.0"},
        "id": {
            "description": "The same in every delivery of one event: handle each once.",
            "type": "string",
            "minLength": 1,
        },
        "source": {"description": "The channel that it came on.", "type": "string"},
        "type": {
            "description": "The message's full name; of an unknown one the channel, and its kind.",
            "type": "string",
            "minLength": 1,
        },
        "time": {
            "description": "When it happened; where the vendor does not say, when it arrived.",
            "type": "string",
            "format": "date-time",
        },
        "datacontenttype": {"description": "Of `data`.", "const": "application/json"},
        "dataschema": {"description": "The id of the message's schema.", "type": "string"},
        "dataref": {
            "description": "Instead of `data`: `vodhooks inbox show` has it under this number.",
            "type": "string",
        },
        "flags": {
            "description": "What is odd about it, divided by commas.",
            "type": "string",
            "examples": ["drift,repeated"],
        },
        "data": {
            "description": "The payload, in which zeros stand for the vendor's signature or handle."
        },
    },
    "anyOf": [{"required": ["data"]}, {"required": ["dataref"]}],
}


def asyncapi(sources: Sources, openapi: Mapping[str, Any]) -> dict[str, Any]:
    """Return an AsyncAPI 3 document of what `vodhooks relay` publishes: a subject for each message, and for unknown ones.

    Args:
        sources: the contract.
        openapi: the document that tools digest, which has the schemas.
    """
    known = openapi["components"]["schemas"]
    published = [*_published(sources)]
    messages = {name: _message(name, title, summary) for name, title, summary in published}
    channels = {
        name: {
            "address": f"{_SUBJECTS}.{name}",
            "title": name,
            "summary": message["summary"],
            "messages": {name: {"$ref": f"#/components/messages/{name}"}},
        }
        for name, message in messages.items()
    }
    return {
        "asyncapi": "3.0.0",
        "info": {
            "title": "Callbacks of video-on-demand vendors, relayed",
            "version": openapi["info"]["version"],
            "description": "What `vodhooks relay` publishes to NATS JetStream, at least once and in the order of arrival.",
            "license": {"name": openapi["info"]["license"]["name"]},
        },
        "defaultContentType": "application/cloudevents+json",
        "channels": channels,
        "operations": {
            name: {"action": "send", "channel": {"$ref": f"#/channels/{name}"}} for name in channels
        },
        "components": {
            "messages": messages,
            "schemas": {
                _ENVELOPE: _CLOUD_EVENT,
                **_reachable(known, [title for _, title, _ in published if title]),
            },
        },
    }


def _published(sources: Sources) -> Iterator[tuple[str, str, str]]:
    """Yield name, schema and summary of what the relay publishes; what is unknown has no schema."""
    for _, operation, extension in sources.channels():
        for entry in extension["messages"]:
            schema = sources.schemas[_path(entry["name"])]
            yield entry["name"], schema["title"], schema["description"]
        if extension.get("unknown-messages") == "keep":
            name = f"{extension['channel']}.{_UNKNOWN}"
            yield name, "", f"{operation['summary']}, of a kind that has no contract yet."


def _message(name: str, title: str, summary: str) -> dict[str, Any]:
    own: dict[str, Any] = (
        {"type": {"const": name}, "data": {"$ref": f"{_SCHEMAS}{title}"}}
        if title
        else {"data": {"type": "object"}}
    )
    return {
        "name": name,
        "title": title or name,
        "summary": summary,
        "headers": {
            "type": "object",
            "required": ["Nats-Msg-Id"],
            "properties": {
                "Nats-Msg-Id": {
                    "description": "The event's id, by which the stream takes it once.",
                    "type": "string",
                }
            },
        },
        "payload": {
            "allOf": [
                {"$ref": f"{_SCHEMAS}{_ENVELOPE}"},
                {"type": "object", "properties": own},
            ]
        },
    }


def _reachable(known: Mapping[str, Any], names: list[str]) -> dict[str, Any]:
    """Return the schemas of names, and all that they refer to."""
    found: dict[str, Any] = {}
    waiting = [*names]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = known[name]
            waiting.extend(_references(known[name]))
    return dict(sorted(found.items()))


def _references(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for item in node:
            yield from _references(item)
    elif isinstance(node, dict):
        reference = node.get("$ref")
        if isinstance(reference, str) and reference.startswith(_SCHEMAS):
            yield reference.removeprefix(_SCHEMAS)
        for key, value in node.items():
            if key != "examples":
                yield from _references(value)


def editor_catalogue(sources: Sources) -> dict[str, Any]:
    """Return a catalogue in SchemaStore's format: for each message the names of files that hold such a payload."""
    return {
        "$schema": "https://json.schemastore.org/schema-catalog.json",
        "version": 1,
        "schemas": [
            {
                "name": name,
                "description": sources.schemas[_path(name)]["description"],
                "fileMatch": [
                    f"{name}{middle}.{ending}"
                    for middle in ("", ".*")
                    for ending in ("json", "yaml", "yml")
                ],
                "url": f"bundles/strict/{name}.json",
            }
            for name, _, _ in sources.messages()
        ],
    }


def _path(name: str) -> str:
    return name.replace(".", "/")


def npm_package(openapi: Mapping[str, Any]) -> dict[str, Any]:
    """Return the package.json of a tarball with the declarations and the schemas.

    Args:
        openapi: the document that tools digest, for the version of the contract.
    """
    declarations = "./typescript/vodhooks-contracts.d.ts"
    contracts = "./vodhooks_contracts"
    return {
        "name": "vodhooks-contracts",
        "version": openapi["info"]["version"],
        "description": openapi["info"]["summary"],
        "license": "Apache-2.0",
        "type": "module",
        "types": declarations,
        "exports": {
            ".": {"types": declarations},
            "./bundles/*.json": f"{contracts}/bundles/*.json",
            "./strict/*.json": f"{contracts}/bundles/strict/*.json",
            "./openapi.json": f"{contracts}/openapi.json",
            "./asyncapi.json": f"{contracts}/asyncapi.json",
            "./package.json": "./package.json",
        },
        "files": [
            "typescript/*.d.ts",
            "vodhooks_contracts/asyncapi.json",
            "vodhooks_contracts/bundles",
            "vodhooks_contracts/openapi.json",
        ],
    }
