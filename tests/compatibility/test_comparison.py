"""Whom a change of the contract breaks: by its facts, by its schemas, and as samples of payloads bear it out."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema_rs
import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from vodhooks.codegen.assertions import Change
from vodhooks.codegen.loader import load
from vodhooks.codegen.sources import BASE, Sources
from vodhooks.compatibility.comparison import Difference, Verdict, compare, worst
from vodhooks.compatibility.containment import contract, covers
from vodhooks.schemas import subschemas

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vodhooks.compatibility.containment import Contract

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
AT = "/components/pathItems/acme.vod/post/x-vodhooks"

TAKES = (
    "/components/pathItems/acme.vod/post/requestBody/content/application~1json/schema/discriminator"
)

MESSAGE = {"name": "acme.vod.done", "identity": ["/id"]}
EXTENSION: dict[str, Any] = {
    "channel": "acme.vod",
    "messages": [MESSAGE],
    "unknown-messages": "refuse",
    "delivery": {"success": [200], "evidence": "documented"},
}
SCHEMA: Schema = {
    "$schema": DIALECT,
    "type": "object",
    "required": ["kind", "id"],
    "properties": {"kind": {"const": "done"}, "id": {"type": "string"}, "note": {"type": "string"}},
    "examples": [{"kind": "done", "id": "1", "note": "words"}],
}


def acme(
    facts: dict[str, Any] | None = None,
    *,
    path: str = "/acme",
    schema: Schema | None = None,
    replies: tuple[str, ...] = (),
    kind: str = "kind",
    kinds: dict[str, str] | None = None,
) -> Sources:
    """Return a made-up contract of one channel, with some facts of its extension and keywords of its schemas changed.

    The discriminator is the member `kind`; `kinds` says which value stands for a message, if not the end of its name.
    """
    extension = {**EXTENSION, **(facts or {})}
    arriving = [message["name"] for message in extension["messages"]]
    refs = {name: f"schemas/{name.replace('.', '/')}.json" for name in arriving}
    mapping = {(kinds or {}).get(name, name.rpartition(".")[2]): refs[name] for name in arriving}
    body = {
        "oneOf": [{"$ref": ref} for ref in refs.values()],
        "discriminator": {"propertyName": kind, "mapping": mapping},
    }
    post = {
        "requestBody": {"content": {"application/json": {"schema": body}}},
        "x-vodhooks": extension,
    }
    names = [message["name"] for message in extension["messages"]] + list(replies)
    schemas = {
        name.replace(".", "/"): {
            **SCHEMA,
            "$id": f"{BASE}{name.replace('.', '/')}.json",
            "title": name.title(),
            **(schema or {}),
        }
        for name in names
    }
    openapi = {
        "paths": {path: {"$ref": "#/components/pathItems/acme.vod"}},
        "components": {"pathItems": {"acme.vod": {"post": post}}},
        "x-vodhooks-replies": [{"name": name} for name in replies],
    }
    return Sources(schemas, openapi)


def without_channels() -> Sources:
    return Sources({}, {"paths": {}})


def channel(receivers: Verdict, senders: Verdict, pointer: str, text: str) -> Difference:
    change = Change(pointer, text, receivers == "breaking", senders == "breaking")
    return Difference("acme.vod", "channel", receivers, senders, (change,))


def message(
    receivers: Verdict, senders: Verdict, pointer: str, text: str, name: str = "acme.vod.done"
) -> Difference:
    change = Change(pointer, text, receivers == "breaking", senders == "breaking")
    return Difference(name, "message", receivers, senders, (change,))


MORE = {"messages": [MESSAGE, {"name": "acme.vod.more", "identity": ["/id"]}]}
KEEPS = {"unknown-messages": "keep"}
TWO_STATUSES = {"delivery": {"success": [200, 204], "evidence": "documented"}}


@pytest.mark.parametrize(
    ("old", "new", "differences"),
    [
        (acme(), acme(), []),
        (
            acme(),
            acme(path="/moved"),
            [channel("breaking", "breaking", "/paths/~1moved", "path was /acme, is /moved")],
        ),
        (
            acme(),
            acme(kind="type"),
            [
                channel(
                    "breaking",
                    "breaking",
                    f"{TAKES}/propertyName",
                    'discriminator was "/kind", is "/type"',
                )
            ],
        ),
        (
            acme(),
            acme({"signature": "acme-2"}),
            [
                channel(
                    "compatible", "breaking", f"{AT}/signature", 'signature was null, is "acme-2"'
                )
            ],
        ),
        (
            acme({"signature": "acme-1"}),
            acme(),
            [
                channel(
                    "breaking", "compatible", f"{AT}/signature", 'signature was "acme-1", is null'
                )
            ],
        ),
        (
            acme({"signature": "acme-1"}),
            acme({"signature": "acme-2"}),
            [
                channel(
                    "breaking", "breaking", f"{AT}/signature", 'signature was "acme-1", is "acme-2"'
                )
            ],
        ),
        (
            acme(),
            acme({"media-type": "application/json"}),
            [
                channel(
                    "compatible",
                    "breaking",
                    f"{AT}/media-type",
                    'media-type was null, is "application/json"',
                )
            ],
        ),
        (
            acme(),
            acme(KEEPS),
            [
                channel(
                    "breaking",
                    "compatible",
                    f"{AT}/unknown-messages",
                    "unknown messages are kept now",
                )
            ],
        ),
        (
            acme(KEEPS),
            acme(),
            [
                channel(
                    "compatible",
                    "breaking",
                    f"{AT}/unknown-messages",
                    "unknown messages are refused now",
                )
            ],
        ),
        (
            acme(),
            acme(TWO_STATUSES),
            [
                channel(
                    "compatible",
                    "breaking",
                    f"{AT}/delivery/success",
                    "success was [200], is [200, 204]",
                )
            ],
        ),
        (
            acme(TWO_STATUSES),
            acme(),
            [
                channel(
                    "breaking",
                    "compatible",
                    f"{AT}/delivery/success",
                    "success was [200, 204], is [200]",
                )
            ],
        ),
        (acme(), acme({"delivery": {"success": [200], "evidence": "inferred"}}), []),
        (
            acme(),
            acme({"messages": [{**MESSAGE, "identity": ["/id", "/kind"]}]}),
            [
                message(
                    "breaking",
                    "breaking",
                    f"{AT}/messages/0/identity",
                    'identity was ["/id"], is ["/id", "/kind"]',
                )
            ],
        ),
        (
            acme(),
            acme(kinds={"acme.vod.done": "ready"}),
            [message("breaking", "breaking", f"{TAKES}/mapping", 'kind was "done", is "ready"')],
        ),
        (
            acme(),
            acme(MORE),
            [message("breaking", "compatible", f"{AT}/messages/1", "added", "acme.vod.more")],
        ),
        (
            acme(MORE),
            acme(),
            [message("compatible", "breaking", f"{AT}/messages/1", "removed", "acme.vod.more")],
        ),
        (
            acme(KEEPS),
            acme({**MORE, **KEEPS}),
            [message("compatible", "compatible", f"{AT}/messages/1", "added", "acme.vod.more")],
        ),
        (
            acme({**MORE, **KEEPS}),
            acme(KEEPS),
            [message("compatible", "compatible", f"{AT}/messages/1", "removed", "acme.vod.more")],
        ),
        (
            acme(),
            acme(replies=("acme.vod.pull",)),
            [
                message(
                    "compatible", "compatible", "/x-vodhooks-replies/0", "added", "acme.vod.pull"
                )
            ],
        ),
        (
            acme(replies=("acme.vod.pull",)),
            acme(),
            [
                message(
                    "compatible", "breaking", "/x-vodhooks-replies/0", "removed", "acme.vod.pull"
                )
            ],
        ),
        (
            without_channels(),
            acme(),
            [
                channel("compatible", "compatible", AT, "added"),
                message("compatible", "compatible", f"{AT}/messages/0", "added"),
            ],
        ),
        (
            acme(),
            without_channels(),
            [
                channel("compatible", "breaking", AT, "removed"),
                message("compatible", "breaking", f"{AT}/messages/0", "removed"),
            ],
        ),
    ],
)
def test_a_changed_fact_names_whom_it_breaks(
    old: Sources, new: Sources, differences: list[Difference]
) -> None:
    assert list(compare(old, new)) == differences


@pytest.mark.parametrize(
    ("old", "new", "receivers", "senders"),
    [
        ({}, {"required": ["kind"]}, "breaking", "compatible"),
        ({}, {"required": ["kind", "id", "note"]}, "compatible", "breaking"),
        (
            {},
            {"properties": {**SCHEMA["properties"], "more": {"type": "string"}}},
            "compatible",
            "unknown",
        ),
        (
            {},
            {"properties": {**SCHEMA["properties"], "more": {"x-strict": {"type": "string"}}}},
            "compatible",
            "compatible",
        ),
        (
            {},
            {"properties": {**SCHEMA["properties"], "note": {"type": "integer"}}},
            "breaking",
            "breaking",
        ),
        ({}, {"description": "Other words."}, None, None),
    ],
)
def test_a_changed_schema_is_checked_for_both_ends(
    old: dict[str, Any], new: dict[str, Any], receivers: Verdict | None, senders: Verdict | None
) -> None:
    found = compare(acme(schema=old), acme(schema=new))
    assert [(each.receivers, each.senders) for each in found] == (
        [(receivers, senders)] if receivers else []
    )


def test_what_is_not_decided_is_unknown() -> None:
    old, new = (
        {
            "properties": {
                **SCHEMA["properties"],
                "note": {"type": "string", "pattern": "^[0-9A-F]{40}$", **bound},
            }
        }
        for bound in ({"maxLength": 40}, {})
    )
    (found,) = compare(acme(schema=old), acme(schema=new))
    assert (found.receivers, found.senders) == ("unknown", "compatible")
    assert found.changes == (
        Change("/properties/note/maxLength", "maxLength was 40, is absent", harms_receivers=True),
    )


def test_the_gravest_verdict_counts() -> None:
    assert worst(["compatible", "unknown", "compatible"]) == "unknown"
    assert worst(["unknown", "breaking", "compatible"]) == "breaking"
    assert worst([]) == "compatible"


# The real contract, changed in small ways: verdicts against samples.

ROOT = Path(__file__).parents[2]


@cache
def real() -> Sources:
    return load(ROOT)


BOUNDS = ("minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems")
DROPPED = {"type", "const", "enum", "pattern", "items", "anyOf", "not", "if", "x-strict", *BOUNDS}


def edits(schema: Schema) -> Iterator[tuple[str, Schema]]:
    """Yield small weakenings and tightenings of a schema, by name."""
    yield from edits_of_members(schema)
    yield from edits_of_types(schema)
    for keyword in BOUNDS:
        if keyword in schema:
            yield f"{keyword} up", {**schema, keyword: schema[keyword] + 1}
            yield f"{keyword} down", {**schema, keyword: schema[keyword] - 1}
    for keyword in sorted(schema.keys() & DROPPED):
        yield f"{keyword} dropped", without(schema, keyword)


def edits_of_members(schema: Schema) -> Iterator[tuple[str, Schema]]:
    members, required = schema.get("properties", {}), schema.get("required", [])
    for name in required:
        yield (
            f"{name} no longer required",
            {**schema, "required": [other for other in required if other != name]},
        )
    for name in members:
        yield f"{name} removed", {**schema, "properties": without(members, name)}
        if name not in required:
            yield f"{name} required", {**schema, "required": [*required, name]}
    if "properties" in schema:
        yield (
            "property added",
            {**schema, "properties": {**members, "addedMember": {"type": "string"}}},
        )


def edits_of_types(schema: Schema) -> Iterator[tuple[str, Schema]]:
    if "type" in schema:
        types = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
        yield "type widened", {**schema, "type": [*types, "boolean"]}
        yield "type narrowed", {**schema, "type": types[0]}
        yield "type changed", {**schema, "type": "boolean"}
        if "string" in types:
            yield "bound added", {**schema, "maxLength": min(8, schema.get("maxLength", 8))}
    if "enum" in schema:
        yield "value added", {**schema, "enum": [*schema["enum"], "added"]}
        yield "value removed", {**schema, "enum": schema["enum"][:-1]}
    if "anyOf" in schema:
        yield "alternative added", {**schema, "anyOf": [*schema["anyOf"], {"type": "boolean"}]}
        yield "first alternative removed", {**schema, "anyOf": schema["anyOf"][1:]}
        yield "last alternative removed", {**schema, "anyOf": schema["anyOf"][:-1]}


def without(mapping: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in mapping.items() if key != name}


def places(
    schema: Schema, place: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], Schema]]:
    yield place, schema
    for step, inner in subschemas(schema):
        yield from places(inner, (*place, *step))


@cache
def changed_contracts() -> list[tuple[str, tuple[str | int, ...], str]]:
    """List every small change of the real contract: file, place and name of the edit."""
    return [
        (path, place, name)
        for path, schema in real().schemas.items()
        for place, inner in places(schema)
        for name, _ in edits(inner)
    ]


def changed(path: str, place: tuple[str | int, ...], name: str) -> Sources:
    schemas = deepcopy(dict(real().schemas))
    target: Any = schemas[path]
    for step in place:
        target = target[step]
    edited = dict(edits(target))[name]
    target.clear()
    target.update(edited)
    return Sources(schemas, real().openapi)


PROBES: tuple[Any, ...] = (
    *(None, True, 0, 1, -1, 3, 0.5, -0.5, 1.5, 100, 100.5, 101),
    *(10**12 - 1, 10**12, 10**13 - 1, 10**13, 2**63 - 1, 2**63),
    *(
        "",
        "x",
        "added",
        "PROCESSING",
        "x" * 50,
        "x" * 51,
        "x" * 1000,
        "x" * 1001,
        "0" * 39,
        "0" * 41,
        "g" * 40,
    ),
    *([], {}, [None], ["x"], [{}], [1] * 4, [1] * 5, {"x": 1}),
)
"""Values at and around the edges of what the real contract allows, and some of each type."""


def samples(value: Any) -> Iterator[Any]:
    """Yield a payload and what one edit at one place makes of it."""
    yield value
    yield from PROBES
    if isinstance(value, dict):
        yield from ({**value, "addedMember": added} for added in ("x", None))
        for name, inner in value.items():
            yield {key: item for key, item in value.items() if key != name}
            yield from ({**value, name: edited} for edited in samples(inner))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from ([*value[:index], edited, *value[index + 1 :]] for edited in samples(inner))


PROOFS: dict[Verdict, tuple[bool | None, ...]] = {
    "compatible": (True, None),
    "unknown": (None, True),
    "breaking": (False, None),
}
"""What `covers` may say of contracts by verdict."""


def some_sample_is_refused(receiver: Contract, sender: Contract) -> bool:
    accepts, sends = (
        jsonschema_rs.Draft202012Validator(
            schema, pattern_options=jsonschema_rs.RegexOptions()
        ).is_valid
        for schema in (receiver.accepted, sender.sent)
    )
    payloads = [*sender.accepted["examples"], *receiver.accepted["examples"]]
    return any(
        sends(sample) and not accepts(sample) for payload in payloads for sample in samples(payload)
    )


@settings(max_examples=12, deadline=None)
@given(st.deferred(lambda: st.sampled_from(changed_contracts())))
def test_verdicts_agree_with_sampled_payloads(edit: tuple[str, tuple[str | int, ...], str]) -> None:
    new = changed(*edit)
    for difference in compare(real(), new):
        was, now = contract(real(), difference.name), contract(new, difference.name)
        assert_borne_out(difference.receivers, was, now)
        assert_borne_out(difference.senders, now, was)


def assert_borne_out(verdict: Verdict, receiver: Contract, sender: Contract) -> None:
    event(verdict)
    assert some_sample_is_refused(receiver, sender) is (verdict == "breaking")
    assert covers(receiver.accepted, sender.sent) in PROOFS[verdict]


@settings(max_examples=8, deadline=None)
@given(st.deferred(lambda: st.sampled_from(changed_contracts())))
def test_reasons_and_verdicts_never_contradict(
    edit: tuple[str, tuple[str | int, ...], str],
) -> None:
    for there, back in zip(
        compare(real(), changed(*edit)), compare(changed(*edit), real()), strict=True
    ):
        assert any(change.harms_receivers for change in there.changes) is (
            there.receivers != "compatible"
        )
        assert any(change.harms_senders for change in there.changes) is (
            there.senders != "compatible"
        )
        assert (there.receivers, there.senders) == (back.senders, back.receivers)
