"""What the contract says of a payload that a generator has made up, and how it is signed: afresh, but for what is broken."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from vodhooks.catalogue import bundle
from vodhooks.catalogue import channel as channel_of
from vodhooks.classification import Outcome, classify_payload
from vodhooks.engines import compile_schema
from vodhooks.fuzzer.schemathesis.document import wire
from vodhooks.pointers import parse_pointer, pointer_of, resolve
from vodhooks.vendor.events import sample_signature

if TYPE_CHECKING:
    from collections.abc import Callable

    from vodhooks.pointers import JsonValue
    from vodhooks.vendor.endpoints import Endpoint

__all__ = [
    "broken_members",
    "broken_place",
    "broken_rule",
    "check_of",
    "keeps_contract",
    "prepared",
    "signed_payload",
]

_LARGEST = 2**63
"""The first integer that many languages cannot hold."""


def prepared(channel: str, payload: JsonValue) -> JsonValue:
    """Return a payload with a sample signature, apart from those members that break the contract."""
    signature = sample_signature(channel_of(channel).signature)
    if not isinstance(payload, dict) or not signature:
        return payload
    accepts = _accepts(channel)
    whole = {**payload, **signature}
    if not accepts(whole):
        return whole
    own = {
        name: {key: value for key, value in payload.items() if key == name} for name in signature
    }
    rest = {name: {key: value for key, value in whole.items() if key != name} for name in signature}
    broken = [name for name in signature if not accepts({**rest[name], **own[name]})]
    return {
        **{name: value for name, value in whole.items() if name not in broken},
        **{key: value for name in broken for key, value in own[name].items()},
    }


def broken_members(channel: str, payload: JsonValue) -> frozenset[str]:
    """Return the members of the signature that are broken or missing in a payload that has been prepared."""
    if not isinstance(payload, dict):
        return frozenset()
    signature = sample_signature(channel_of(channel).signature)
    return frozenset(name for name, value in signature.items() if payload.get(name) != value)


def keeps_contract(channel: str, payload: JsonValue) -> bool | None:
    """Return whether a payload that has been prepared keeps the contract of a channel; None where receivers may differ.

    They may where a message without a contract of its own is kept whatever the schema says of it, and with numbers that
    JSON Schema calls integers but many languages do not: 7.0, and what 64 bits do not hold.
    """
    accepts = _accepts(channel)
    valid = accepts(payload)
    if valid is bool(broken_rule(channel, payload)):
        return None
    return None if valid and not accepts(_uneven(payload)) else valid


def check_of(endpoint: Endpoint, payload: JsonValue) -> str | None:
    """Return the name of the check of a payload that has been prepared, or None where receivers may differ."""
    name = endpoint.channel.name
    valid = keeps_contract(name, payload)
    if valid is None or valid:
        return "generated/valid" if valid else None
    unsigned = endpoint.signer is not None and broken_members(name, payload)
    return "generated/unsigned" if unsigned else "generated/invalid"


def signed_payload(endpoint: Endpoint, payload: JsonValue) -> JsonValue:
    """Return a payload that has been prepared, signed now; the members of the signature that are broken stay broken."""
    if not isinstance(payload, dict) or endpoint.signer is None:
        return payload
    broken = broken_members(endpoint.channel.name, payload)
    fresh = {name: value for name, value in endpoint.signed(payload).items() if name not in broken}
    return {**fresh, **{name: value for name, value in payload.items() if name in broken}}


def broken_rule(channel: str, payload: JsonValue) -> str:
    """Return the first rule that a payload breaks, as the schema's JSON Pointer or in words; empty where there is none."""
    found = classify_payload(payload, channel)
    if found.outcome is not Outcome.QUARANTINED or found.report is None:
        return ""
    violation = found.report.violations[0]
    return f"{found.message}#{violation.schema_pointer}" if found.validator else str(violation)


def broken_place(channel: str, payload: JsonValue) -> tuple[str, str]:
    """Return the message of a payload, and the JSON Pointer to the first place where it breaks the contract, if it does."""
    found = classify_payload(payload, channel)
    message = found.message if found.validator and found.message else ""
    if found.outcome is not Outcome.QUARANTINED or found.report is None:
        return message, ""
    violation = found.report.violations[0]
    place = violation.instance_pointer
    if violation.keyword != "required" or not message:
        return message, place
    wanted: Any = resolve(bundle(message), parse_pointer(violation.schema_pointer))
    there: Any = resolve(payload, parse_pointer(place))
    return message, place + pointer_of([next(name for name in wanted if name not in there)])


def _uneven(value: JsonValue) -> JsonValue:
    """Copy a value, with a fraction where a number is not plainly an integer."""
    if isinstance(value, dict):
        return {name: _uneven(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_uneven(item) for item in value]
    plain = not isinstance(value, (int, float)) or (
        isinstance(value, int) and -_LARGEST <= value < _LARGEST
    )
    return value if plain else 0.5


@cache
def _accepts(channel: str) -> Callable[[JsonValue], bool]:
    return compile_schema(wire(channel_of(channel)), "jsonschema-rs").accepts
