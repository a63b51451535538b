"""What schemathesis sends to a receiver that authenticates, recorded for each way to run it, for `mutants` to compare.

Each body is expected to fare as the contract has it, which flatters schemathesis: its own idea of good and bad is taken for
granted. What a receiver refuses before it looks at the contract tells nothing of it: no JSON, and no genuine signature.
"""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Any

import orjson

from vodhooks.catalogue import catalogue, openapi
from vodhooks.decoding import decode
from vodhooks.errors import NotJson
from vodhooks.fuzzer.schemathesis.document import flat
from vodhooks.fuzzer.schemathesis.relay import SETTINGS, relay
from vodhooks.fuzzer.schemathesis.verdicts import broken_members, keeps_contract, prepared

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from vodhooks.pointers import JsonValue

DEFAULTS = """
continue-on-failure = true

[generation]
database = "none"

[phases.coverage]
unexpected-methods = []
"""
"""Settings of schemathesis that are its own, but for going on after a failure, and for remembering none."""

EXAMPLES = 60
"""How many random payloads a channel has in a default run of the generated layer, when all channels are tried."""


def unsigned() -> Iterator[tuple[str, JsonValue, bool]]:
    """Yield channel, payload and whether it is valid of what passes authentication where schemathesis runs as it is."""
    channels = catalogue().channels
    return (delivery for delivery in signed() if channels[delivery[0]].signature is None)


def signed() -> Iterator[tuple[str, JsonValue, bool]]:
    """Yield the same where what it sends is signed before it is sent, over the contract's OpenAPI document as it is."""
    return expected_of(_bodies("openapi"))


def flat_and_signed() -> Iterator[tuple[str, JsonValue, bool]]:
    """Yield the same of the generated layer."""
    return expected_of(_bodies("flat"))


def expected_of(bodies: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, JsonValue, bool]]:
    """Yield channel, payload and whether it is valid for those bodies that reach the contract once signed."""
    for channel, body in bodies:
        with suppress(NotJson):
            payload = prepared(channel, decode(body))
            valid = keeps_contract(channel, payload)
            signable = isinstance(payload, dict) or catalogue().channels[channel].signature is None
            if valid is not None and signable and not broken_members(channel, payload):
                yield channel, payload, valid


@cache
def _bodies(document: str) -> tuple[tuple[str, bytes], ...]:
    channels = {channel.path: channel.name for channel in catalogue().channels.values()}
    whole: Mapping[str, Any] = (
        orjson.loads(openapi()) if document == "openapi" else flat(catalogue().channels.values())
    )
    settings, arguments = (
        (DEFAULTS, []) if document == "openapi" else (SETTINGS, ["--max-examples", str(EXAMPLES)])
    )
    taken: list[tuple[str, bytes]] = []

    def take(path: str, body: bytes) -> None:
        taken.append((channels[path], body))

    for _ in relay(whole, [*arguments, "--seed", "1"], take, settings):
        pass
    return tuple(taken)
