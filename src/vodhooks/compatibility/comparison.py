"""Is a change of the contract breaking? Answered for each channel and message, for receivers and for senders.

A change breaks receivers where one built for the old contract refuses or misreads what is sent by the new one; it
breaks senders where a receiver built for the new contract refuses or misreads what is sent by the old one.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from vodhooks.codegen.assertions import Change, as_json, assertions
from vodhooks.codegen.sources import EXTENSION, REPLIES, body_place, discriminator, path_item
from vodhooks.compatibility.changes import changes
from vodhooks.compatibility.containment import breaks, contract
from vodhooks.pointers import parse_pointer, pointer_of, resolve

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from vodhooks.codegen.sources import Sources
    from vodhooks.compatibility.containment import Contract

__all__ = ["Difference", "Verdict", "compare", "worst"]

Verdict: TypeAlias = Literal["compatible", "unknown", "breaking"]
"""`unknown`: neither of the others was proved, a person must look."""

DRIFT = " (drift becomes an error)"
"""What is said of a change that may do so."""

_RELIED_ON = (
    "discriminator",
    "signature",
    "media-type",
    "occurred-at",
    "channel",
    "kind",
    "identity",
)
"""What a receiver relies on where the contract says it: one built for the old contract on the old value."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs about one channel or message between two versions of the contract.

    Attributes:
        name: name of the channel, or full name of the message.
        kind: which of them it is.
        receivers: whether it breaks those who receive.
        senders: whether it breaks those who send.
        changes: what has changed, one thing each.
    """

    name: str
    kind: Literal["channel", "message"]
    receivers: Verdict
    senders: Verdict
    changes: tuple[Change, ...]


def compare(old: Sources, new: Sources) -> tuple[Difference, ...]:
    """Return what differs: channels, then messages, each in the order of the new contract, what is gone last."""
    found: list[Difference] = []
    before, after = _channels(old), _channels(new)
    for name in after | before:
        facts = tuple(_channel_changes(before.get(name), after.get(name)))
        found.append(Difference(name, "channel", *_verdicts_on_facts(facts), facts))
    held, holds = _messages(old), _messages(new)
    for name in holds | held:
        facts = tuple(_message_changes(held.get(name), holds.get(name), before, after))
        receivers, senders = _verdicts_on_facts(facts)
        if name in held and name in holds:
            was, now = contract(old, name), contract(new, name)
            places = changes(was, now)
            receivers = worst(
                [
                    receivers,
                    _verdict_on_schema(
                        was, now, [place for place in places if place.harms_receivers]
                    ),
                ]
            )
            senders = worst(
                [
                    senders,
                    _verdict_on_schema(
                        now, was, [place for place in places if place.harms_senders]
                    ),
                ]
            )
            places, hardened = _with_drift(was, now, places)
            receivers = worst(
                [
                    receivers,
                    "unknown" if any(each.harms_receivers for each in hardened) else "compatible",
                ]
            )
            senders = worst(
                [
                    senders,
                    "unknown" if any(each.harms_senders for each in hardened) else "compatible",
                ]
            )
            facts += places
        found.append(Difference(name, "message", receivers, senders, facts))
    return tuple(difference for difference in found if difference.changes)


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """Return the gravest of several verdicts; of none, `compatible`."""
    found = set(verdicts)
    if "breaking" in found:
        return "breaking"
    return "unknown" if "unknown" in found else "compatible"


def _verdicts_on_facts(facts: Iterable[Change]) -> tuple[Verdict, Verdict]:
    """Return the verdicts on changes of openapi.yaml, which do what harm they may."""
    return (
        "breaking" if any(fact.harms_receivers for fact in facts) else "compatible",
        "breaking" if any(fact.harms_senders for fact in facts) else "compatible",
    )


def _verdict_on_schema(receiver: Contract, sender: Contract, harmful: list[Change]) -> Verdict:
    """Return the verdict on changes of a schema, which may make up for one another."""
    if not harmful:
        return "compatible"
    return "breaking" if breaks(receiver, sender) else "unknown"


def _with_drift(
    old: Contract, new: Contract, places: Iterable[Change]
) -> tuple[tuple[Change, ...], list[Change]]:
    """Return changes together with whom they may harm where drift of one contract is an error of the other, and these alone."""
    drifting = {
        (change.pointer, change.text): change
        for change in changes(replace(old, sent=old.accepted), replace(new, sent=new.accepted))
    }
    every: list[Change] = []
    hardened: list[Change] = []
    for place in places:
        also = drifting.get((place.pointer, place.text), place)
        if (also.harms_receivers, also.harms_senders) > (
            place.harms_receivers,
            place.harms_senders,
        ):
            hardened.append(also)
            every.append(replace(also, text=f"{place.text}{DRIFT}"))
        else:
            every.append(place)
    return tuple(every), hardened


def _parameter_changes(old: _Entry, new: _Entry) -> Iterator[Change]:
    before, after = old.facts["parameters"], new.facts["parameters"]
    for where, name in after | before:
        was, now = before.get((where, name), {}), after.get((where, name), {})
        at = f"{new.operation}/parameters"
        required, requires = was.get("required", False), now.get("required", False)
        if required != requires:
            text = f"the {where} parameter {name} is {'required now' if requires else 'no longer required'}"
            yield Change(at, text, required, requires)
        elif not was or not now:
            yield Change(at, f"the {where} parameter {name} was {'added' if now else 'removed'}")
        if was and now:
            for change in assertions(was.get("schema", {}), now.get("schema", {})):
                yield replace(
                    change, pointer=at, text=f"the {where} parameter {name}: {change.text}"
                )


def _security_changes(old: _Entry, new: _Entry) -> Iterator[Change]:
    """Yield what has changed in the ways to authenticate, of which a sender takes any one and a receiver knows all."""
    before, after = old.facts["security"], new.facts["security"]
    if before.keys() != after.keys():
        text = f"security was {_ways(before)}, is {_ways(after)}"
        yield Change(
            f"{new.operation}/security",
            text,
            not after.keys() <= before.keys(),
            not before.keys() <= after.keys(),
        )


def _ways(security: Mapping[str, str]) -> str:
    return " or ".join(security.values()) or "none"


@dataclass(frozen=True, slots=True)
class _Entry:
    """A channel or message in openapi.yaml: JSON Pointer to it, what it says, and where that is not said below the pointer."""

    at: str
    facts: Mapping[str, Any]
    elsewhere: Mapping[str, str] = field(default_factory=dict)
    operation: str = ""

    @property
    def keeps_unknown(self) -> bool:
        return bool(self.facts.get("unknown-messages") == "keep")


def _channels(sources: Sources) -> dict[str, _Entry]:
    return {
        extension["channel"]: _Entry(
            f"{_pointer(sources, path)}/{EXTENSION}",
            {
                **extension,
                "path": path,
                "discriminator": discriminator(received)[0],
                "parameters": _parameters(sources, path, received),
                "security": _security(sources, received),
            },
            {
                "discriminator": f"{_pointer(sources, path)}{pointer_of(body_place(received))}/discriminator/propertyName"
            },
            _pointer(sources, path),
        )
        for path, received, extension in sources.channels()
    }


def _parameters(
    sources: Sources, path: str, received: dict[str, Any]
) -> dict[tuple[str, str], dict[str, Any]]:
    """Return the parameters of an operation by place and name; its own go before those of its path."""
    item = path_item(sources.openapi, sources.openapi["paths"][path])
    found = [
        _follow(sources, each)
        for each in (*item.get("parameters", ()), *received.get("parameters", ()))
    ]
    return {(each["in"], each["name"]): each for each in found if {"in", "name"} <= each.keys()}


def _security(sources: Sources, received: dict[str, Any]) -> dict[str, str]:
    """Return the ways to authenticate at an operation: their names, by all that their schemes say but for words."""
    ways: list[dict[str, list[str]]] = received.get(
        "security", sources.openapi.get("security", [])
    ) or [{}]
    schemes = sources.openapi.get("components", {}).get("securitySchemes", {})
    return {
        as_json(
            [
                [_plain(_follow(sources, schemes.get(name))), scopes]
                for name, scopes in sorted(way.items())
            ]
        ): " and ".join(sorted(way)) or "none"
        for way in ways
    }


def _follow(sources: Sources, node: Any) -> dict[str, Any]:
    """Return what a parameter or scheme says, references followed; nothing where one points nowhere."""
    while isinstance(node, dict) and "$ref" in node:
        node = resolve(sources.openapi, parse_pointer(node["$ref"].removeprefix("#")))
    return node if isinstance(node, dict) else {}


def _plain(scheme: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in scheme.items() if key != "description"}


def _messages(sources: Sources) -> dict[str, _Entry]:
    entries: dict[str, _Entry] = {}
    for path, received, extension in sources.channels():
        at = _pointer(sources, path)
        mapping = f"{at}{pointer_of(body_place(received))}/discriminator/mapping"
        kinds = {name: kind for kind, name in discriminator(received)[1].items()}
        for index, entry in enumerate(extension["messages"]):
            facts = {**entry, "channel": extension["channel"], "kind": kinds.get(entry["name"])}
            entries[entry["name"]] = _Entry(
                f"{at}/{EXTENSION}/messages/{index}", facts, {"kind": mapping}
            )
    replies = enumerate(sources.openapi.get(REPLIES, []))
    return entries | {
        entry["name"]: _Entry(pointer_of((REPLIES, index)), entry) for index, entry in replies
    }


def _pointer(sources: Sources, path: str) -> str:
    """Return the JSON Pointer to the operation at a path."""
    item: str = sources.openapi["paths"][path]["$ref"]
    return f"{item.removeprefix('#')}/post"


def _channel_changes(old: _Entry | None, new: _Entry | None) -> Iterator[Change]:
    if old is None or new is None:
        yield from _appearance(old, new, keeps_before=True, keeps_after=False)
        return
    if old.facts["path"] != new.facts["path"]:
        text = f"path was {old.facts['path']}, is {new.facts['path']}"
        yield Change(
            pointer_of(("paths", new.facts["path"])), text, harms_receivers=True, harms_senders=True
        )
    yield from _compare_facts(old, new)
    yield from _security_changes(old, new)
    yield from _parameter_changes(old, new)
    if old.keeps_unknown is not new.keeps_unknown:
        text = (
            "unknown messages are kept now"
            if new.keeps_unknown
            else "unknown messages are refused now"
        )
        yield Change(f"{new.at}/unknown-messages", text, new.keeps_unknown, old.keeps_unknown)
    before, after = (set(side.facts["delivery"]["success"]) for side in (old, new))
    if before != after:
        text = f"success was {sorted(before)}, is {sorted(after)}"
        yield Change(f"{new.at}/delivery/success", text, not before <= after, not after <= before)


def _message_changes(
    old: _Entry | None,
    new: _Entry | None,
    before: Mapping[str, _Entry],
    after: Mapping[str, _Entry],
) -> Iterator[Change]:
    if old is not None and new is not None:
        yield from _compare_facts(old, new)
        was, now = old.facts.get("evidence"), new.facts.get("evidence")
        if was != now:
            text = "is drift" if now else "is refused"
            yield Change(
                f"{new.at}/evidence",
                f"what breaks the contract {text} now",
                harms_senders=now is None,
            )
        return
    come_to = before.get(new.facts.get("channel", "")) if new else None
    gone_from = after.get(old.facts.get("channel", "")) if old else None
    yield from _appearance(
        old,
        new,
        keeps_before=come_to is None or come_to.keeps_unknown,
        keeps_after=gone_from is not None and gone_from.keeps_unknown,
    )


def _appearance(
    old: _Entry | None, new: _Entry | None, *, keeps_before: bool, keeps_after: bool
) -> Iterator[Change]:
    """Yield that only one contract has something; the other side may keep it all the same."""
    if new is not None:
        yield Change(new.at, "added", harms_receivers=not keeps_before)
    elif old is not None:
        yield Change(old.at, "removed", harms_senders=not keeps_after)


def _compare_facts(old: _Entry, new: _Entry) -> Iterator[Change]:
    for fact in _RELIED_ON:
        before, after = old.facts.get(fact), new.facts.get(fact)
        if before != after:
            text = f"{fact} was {as_json(before)}, is {as_json(after)}"
            yield Change(
                new.elsewhere.get(fact, f"{new.at}/{fact}"),
                text,
                harms_receivers=before is not None,
                harms_senders=after is not None,
            )
