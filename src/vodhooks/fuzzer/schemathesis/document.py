"""The contract as one flat OpenAPI document, in the form that generators of payloads understand best.

References are resolved and conditions are alternatives of whole objects: a generator that takes a schema apart and breaks
its parts one at a time would otherwise break what another part forgives. It accepts what the contract accepts, and has its
samples.
"""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any

import orjson

from vodhooks.catalogue import catalogue, openapi
from vodhooks.payloads.samples import examples
from vodhooks.schemas import flatten
from vodhooks.vendor.requests import MEDIA_TYPE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vodhooks.catalogue import Channel

__all__ = ["flat", "wire"]


MESSAGES = 4
"""How many messages of a channel a run makes payloads of: a generator makes some hundreds of each."""


def flat(channels: Iterable[Channel], seed: int | None = None) -> dict[str, Any]:
    """Return an OpenAPI document with a flat schema and samples of what each channel takes, and the statuses its vendor wants.

    Args:
        channels: the channels.
        seed: chooses the messages of a channel that has more than `MESSAGES`; None: all are in the document.
    """
    paths = {channel.path: {"post": _operation(channel, seed)} for channel in channels}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Callbacks, flat", "version": "1.0.0"},
        "paths": paths,
    }


def wire(channel: Channel) -> dict[str, Any]:
    """Return the schema of what a channel takes as the contract's OpenAPI document has it, with what it refers to."""
    document: Any = orjson.loads(openapi())
    schema: dict[str, Any] = document["paths"][channel.path]["post"]["requestBody"]["content"][
        MEDIA_TYPE
    ]["schema"]
    return {**schema, "components": document["components"]}


def _operation(channel: Channel, seed: int | None) -> dict[str, Any]:
    messages = channel.messages
    if seed is not None and len(messages) > MESSAGES:
        messages = tuple(Random(seed).sample(messages, MESSAGES))  # noqa: S311 # no secret
    root = wire(channel)
    schema = flatten(_without({*channel.messages} - {*messages}, root), root)
    samples = {
        f"{message}-{number}": sample
        for message in messages
        for number, sample in enumerate(examples(message))
    }
    content = {
        "schema": schema,
        "examples": {name: {"value": sample} for name, sample in samples.items()},
    }
    return {
        "operationId": channel.name,
        "requestBody": {"required": True, "content": {MEDIA_TYPE: content}},
        "responses": {
            str(status): {"description": "Success."} for status in channel.delivery.success
        },
    }


def _without(messages: set[str], root: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of what a channel takes without the alternatives that are some of its messages."""
    titles = {catalogue().messages[message].title for message in messages}
    schema = {
        key: value for key, value in root.items() if key not in {"components", "discriminator"}
    }
    if titles:
        schema["anyOf"] = [
            each for each in root["anyOf"] if each.get("$ref", "").rpartition("/")[2] not in titles
        ]
    return schema
