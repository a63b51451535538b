"""Is a change of the contract breaking? Answered for each channel and message, for receivers and for senders.

A change breaks receivers where one built for the old contract refuses or misreads what is sent by the new one; it
breaks senders where a receiver built for the new contract refuses or misreads what is sent by the old one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from vodhooks.codegen.assertions import Change, as_json
from vodhooks.codegen.sources import EXTENSION, REPLIES, body_place, discriminator
from vodhooks.compatibility.changes import changes
from vodhooks.compatibility.containment import breaks, contract
from vodhooks.pointers import pointer_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from vodhooks.codegen.sources import Sources
    from vodhooks.compatibility.containment import Contract

__all__ = ["Difference", "Verdict", "compare", "worst"]

Verdict: TypeAlias = Literal["compatible", "unknown", "breaking"]
"""`unknown`: neither of the others was proved, a person must look."""

_RELIED_ON = ("discriminator", "signature", "media-type", "occurred-at", "channel", "kind", "identity")
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
        found.append(Difference(name, "channel", *_certain(facts), facts))
    held, holds = _messages(old), _messages(new)
    for name in holds | held:
        facts = tuple(_message_changes(held.get(name), holds.get(name), before, after))
        receivers, senders = _certain(facts)
        if name in held and name in holds:
            was, now = contract(old, name), contract(new, name)
            places = changes(was, now)
            receivers = worst([receivers, _proved(was, now, [place for place in places if place.harms_receivers])])
            senders = worst([senders, _proved(now, was, [place for place in places if place.harms_senders])])
            facts += places
        found.append(Difference(name, "message", receivers, senders, facts))
    return tuple(difference for difference in found if difference.changes)


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """Return the gravest of several verdicts; of none, `compatible`."""
    found = set(verdicts)
    if "breaking" in found:
        return "breaking"
    return "unknown" if "unknown" in found else "compatible"


def _certain(facts: Iterable[Change]) -> tuple[Verdict, Verdict]:
    """Judge changes of openapi.yaml, which do what harm they may."""
    return (
        "breaking" if any(fact.harms_receivers for fact in facts) else "compatible",
        "breaking" if any(fact.harms_senders for fact in facts) else "compatible",
    )


def _proved(receiver: Contract, sender: Contract, harmful: list[Change]) -> Verdict:
    """Judge changes of a schema, which may make up for one another."""
    if not harmful:
        return "compatible"
    return "breaking" if breaks(receiver, sender) else "unknown"


@dataclass(frozen=True, slots=True)
class _Entry:
    """A channel or message in openapi.yaml: JSON Pointer to it, what it says, and where that is not said below the pointer."""

    at: str
    facts: Mapping[str, Any]
    elsewhere: Mapping[str, str] = field(default_factory=dict)

    @property
    def keeps_unknown(self) -> bool:
        return bool(self.facts.get("unknown-messages") == "keep")


def _channels(sources: Sources) -> dict[str, _Entry]:
    return {
        extension["channel"]: _Entry(
            f"{_pointer(sources, path)}/{EXTENSION}",
            {**extension, "path": path, "discriminator": discriminator(received)[0]},
            {"discriminator": f"{_pointer(sources, path)}{pointer_of(body_place(received))}/discriminator/propertyName"},
        )
        for path, received, extension in sources.channels()
    }


def _messages(sources: Sources) -> dict[str, _Entry]:
    entries: dict[str, _Entry] = {}
    for path, received, extension in sources.channels():
        at = _pointer(sources, path)
        mapping = f"{at}{pointer_of(body_place(received))}/discriminator/mapping"
        kinds = {name: kind for kind, name in discriminator(received)[1].items()}
        for index, entry in enumerate(extension["messages"]):
            facts = {**entry, "channel": extension["channel"], "kind": kinds.get(entry["name"])}
            entries[entry["name"]] = _Entry(f"{at}/{EXTENSION}/messages/{index}", facts, {"kind": mapping})
    replies = enumerate(sources.openapi.get(REPLIES, []))
    return entries | {entry["name"]: _Entry(pointer_of((REPLIES, index)), entry) for index, entry in replies}


def _pointer(sources: Sources, path: str) -> str:
    """Return the JSON Pointer to the operation at a path."""
    item: str = sources.openapi["paths"][path]["$ref"]
    return f"{item.removeprefix('#')}/post"


def _channel_changes(old: _Entry | None, new: _Entry | None) -> Iterator[Change]:
    if old is None or new is None:
        yield from _come_or_gone(old, new, keeps_before=True, keeps_after=False)
        return
    if old.facts["path"] != new.facts["path"]:
        text = f"path was {old.facts['path']}, is {new.facts['path']}"
        yield Change(pointer_of(("paths", new.facts["path"])), text, harms_receivers=True, harms_senders=True)
    yield from _relied_on(old, new)
    if old.keeps_unknown is not new.keeps_unknown:
        text = "unknown messages are kept now" if new.keeps_unknown else "unknown messages are refused now"
        yield Change(f"{new.at}/unknown-messages", text, new.keeps_unknown, old.keeps_unknown)
    before, after = (set(side.facts["delivery"]["success"]) for side in (old, new))
    if before != after:
        text = f"success was {sorted(before)}, is {sorted(after)}"
        yield Change(f"{new.at}/delivery/success", text, not before <= after, not after <= before)


def _message_changes(
    old: _Entry | None, new: _Entry | None, before: Mapping[str, _Entry], after: Mapping[str, _Entry]
) -> Iterator[Change]:
    if old is not None and new is not None:
        yield from _relied_on(old, new)
        return
    come_to = before.get(new.facts.get("channel", "")) if new else None
    gone_from = after.get(old.facts.get("channel", "")) if old else None
    yield from _come_or_gone(
        old,
        new,
        keeps_before=come_to is None or come_to.keeps_unknown,
        keeps_after=gone_from is not None and gone_from.keeps_unknown,
    )


def _come_or_gone(old: _Entry | None, new: _Entry | None, *, keeps_before: bool, keeps_after: bool) -> Iterator[Change]:
    """Tell of what only one contract has; the other side may keep it all the same."""
    if new is not None:
        yield Change(new.at, "added", harms_receivers=not keeps_before)
    elif old is not None:
        yield Change(old.at, "removed", harms_senders=not keeps_after)


def _relied_on(old: _Entry, new: _Entry) -> Iterator[Change]:
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
