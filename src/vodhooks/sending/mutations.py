"""What can be wrong with a delivery, by name. Each mutation tells from the draft and its contract whether it applies.

Where a mutation must break the contract, or must not, that is tried and not believed.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import islice
from typing import TYPE_CHECKING, Any

import orjson

from vodhooks.errors import MutationNotFound
from vodhooks.pointers import ABSENT, parse_pointer, places, put, resolve
from vodhooks.sending.drafts import Draft, specimen
from vodhooks.validation import validator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from vodhooks.decoding import JsonValue

__all__ = ["MUTATIONS", "Mutation", "Stage", "applicable", "mutation"]

FAR = 30 * 86_400.0
"""How far from now a moment is that no receiver should take for fresh, in seconds."""

HUGE = 16 * 2**20
"""Size of a body that no receiver should read to its end, in bytes."""

DEEP = 100_000
"""How many arrays are nested in a body that no receiver should parse."""

TRIED = 1_000
"""In how many places of a payload a mutation is tried at most."""

STRANGER = "unknownMember"
STRANGE_KIND = "unknownKind"


class Stage(IntEnum):
    """When a mutation happens: before signing, after it, or to the bytes."""

    PAYLOAD = 1
    SIGNATURE = 2
    BODY = 3


@dataclass(frozen=True, slots=True)
class Mutation:
    """A way in which a delivery can be wrong.

    Attributes:
        name: such as `bad-sign`.
        sentence: what it does.
        stage: when it happens.
        change: returns the changed draft, or None where the mutation does not apply.
    """

    name: str
    sentence: str
    stage: Stage
    change: Callable[[Draft], Draft | None]


def mutation(name: str) -> Mutation:
    """Return the mutation of a name.

    Raises:
        MutationNotFound: there is none.
    """
    if name not in MUTATIONS:
        raise MutationNotFound(name, MUTATIONS)
    return MUTATIONS[name]


def applicable(draft: Draft) -> list[Mutation]:
    """Return the mutations that apply to a draft, in the order in which they are listed."""
    signed = replace(draft, signature=specimen(draft.channel.signature))
    written = replace(signed, body=signed.written)
    return [item for item in MUTATIONS.values() if item.change(written) is not None]


def _shifted(draft: Draft, seconds: float) -> Draft | None:
    return replace(draft, moment=draft.moment + seconds) if draft.channel.signature else None


def _resigned(draft: Draft, change: Callable[[str], str]) -> Draft | None:
    """Change the sign: of a signature's members the text, where the others are the time that it covers."""
    changed = {name: change(value) if isinstance(value, str) else value for name, value in draft.signature.items()}
    return replace(draft, signature=changed) if changed != draft.signature else None


def _first(draft: Draft, others: Callable[[Any], Iterator[object]], *, drifting: bool = False) -> Draft | None:
    """Change the first place where another value breaks the contract, or with `drifting` where it only drifts."""

    def found(payload: Mapping[str, Any]) -> tuple[int, int]:
        report = validator(draft.message).report({**payload, **specimen(draft.channel.signature)})
        return len(report.violations) + report.omitted, len(report.drift)

    told_by = parse_pointer(draft.channel.discriminator or "")
    broken, drift = found(draft.payload)
    for place, value in islice(places(dict(draft.payload)), TRIED):
        for other in others(value) if place != told_by else ():
            changed = put(draft.payload, place, other)
            now_broken, now_drift = found(changed)
            if (now_broken == broken and now_drift > drift) if drifting else now_broken > broken:
                return replace(draft, payload=changed)
    return None


def _other_types(value: JsonValue) -> Iterator[object]:
    """Yield values of other types, the one that is easily taken for the right one first."""
    if isinstance(value, (bool, int, float)):
        yield orjson.dumps(value).decode()
    yield from ([] if isinstance(value, dict) else {}, 7 if isinstance(value, str) else "7")


def _other_values(value: JsonValue) -> Iterator[object]:
    """Yield values of the same type that no list of known ones holds."""
    if isinstance(value, str):
        yield f"{value}~"
    elif isinstance(value, int) and not isinstance(value, bool):
        yield value + 97


def _unknown_kind(draft: Draft, *, retired: bool = False) -> Draft | None:
    """Name a kind of message that there is none of, or, with `retired`, name it as a format that was given up did."""
    place = parse_pointer(draft.channel.discriminator or "")
    kind = resolve(dict(draft.payload), place) if place else ABSENT
    if kind is ABSENT:
        return None
    if not retired:
        return replace(draft, payload=put(draft.payload, place, STRANGE_KIND))
    for format_ in draft.channel.retired:
        old: Any = kind
        for token in reversed(parse_pointer(format_.pointer)):
            old = {token: old}
        return replace(draft, payload={**put(draft.payload, place, ABSENT), **old})
    return None


def _twice(draft: Draft) -> Draft | None:
    for name, value in draft.members.items():
        return replace(draft, body=b"{" + orjson.dumps({name: value})[1:-1] + b"," + draft.body[1:])
    return None


def _rewritten(change: Callable[[bytes], bytes]) -> Callable[[Draft], Draft]:
    return lambda draft: replace(draft, body=change(draft.body))


def _listed(*mutations: Mutation) -> dict[str, Mutation]:
    return {item.name: item for item in mutations}


MUTATIONS = _listed(
    Mutation("bad-sign", "The sign has one wrong digit.", Stage.SIGNATURE, lambda d: _resigned(d, _misspelt)),
    Mutation(
        "no-sign",
        "Nothing of the signature is there.",
        Stage.SIGNATURE,
        lambda d: replace(d, signature={}) if d.channel.signature else None,
    ),
    Mutation("lower-case-sign", "The sign is written in lower case.", Stage.SIGNATURE, lambda d: _resigned(d, str.lower)),
    Mutation("upper-case-sign", "The sign is written in upper case.", Stage.SIGNATURE, lambda d: _resigned(d, str.upper)),
    Mutation("stale", "Signed 30 days ago.", Stage.PAYLOAD, lambda d: _shifted(d, -FAR)),
    Mutation("future", "Signed 30 days from now.", Stage.PAYLOAD, lambda d: _shifted(d, FAR)),
    Mutation(
        "no-token",
        "The callback URL has no token.",
        Stage.PAYLOAD,
        lambda d: replace(d, token=None) if d.token is not None else None,
    ),
    Mutation(
        "bad-token",
        "The callback URL has a wrong token.",
        Stage.PAYLOAD,
        lambda d: replace(d, token=_misspelt(d.token)) if d.token is not None else None,
    ),
    Mutation(
        "wrong-media-type",
        "The Content-Type is not the one that the vendor documents.",
        Stage.PAYLOAD,
        lambda d: replace(d, media_type="text/plain") if d.channel.media_type else None,
    ),
    Mutation("wrong-type", "A value has a type that the contract refuses.", Stage.PAYLOAD, lambda d: _first(d, _other_types)),
    Mutation("null-field", "A value is null that may not be.", Stage.PAYLOAD, lambda d: _first(d, lambda _: iter((None,)))),
    Mutation(
        "missing-field", "A member is missing that must be there.", Stage.PAYLOAD, lambda d: _first(d, lambda _: iter((ABSENT,)))
    ),
    Mutation(
        "unknown-field",
        "A member that the contract does not know; no reason to refuse it.",
        Stage.PAYLOAD,
        lambda d: replace(d, payload={**d.payload, STRANGER: "unknown"}),
    ),
    Mutation(
        "unknown-value",
        "A value that the contract does not know; no reason to refuse it.",
        Stage.PAYLOAD,
        lambda d: _first(d, _other_values, drifting=True),
    ),
    Mutation("unknown-kind", "The kind of message is one without a contract.", Stage.PAYLOAD, _unknown_kind),
    Mutation(
        "retired-format",
        "The kind of message stands where a format had it that the vendor has given up.",
        Stage.PAYLOAD,
        lambda d: _unknown_kind(d, retired=True),
    ),
    Mutation("duplicate-key", "The first member is there twice.", Stage.BODY, _twice),
    Mutation("not-json", "The body is text that is no JSON.", Stage.BODY, _rewritten(lambda _: b"not JSON")),
    Mutation("trailing-comma", "The last member has a comma behind it.", Stage.BODY, _rewritten(lambda body: body[:-1] + b",}")),
    Mutation("truncated", "The body ends in its middle.", Stage.BODY, _rewritten(lambda body: body[: len(body) // 2])),
    Mutation(
        "nan", "A number is NaN, which JSON does not have.", Stage.BODY, _rewritten(lambda body: body[:-1] + b',"nan":NaN}')
    ),
    Mutation("deep", "100,000 arrays within one another.", Stage.BODY, _rewritten(lambda _: b"[" * DEEP + b"]" * DEEP)),
    Mutation("bom", "The body begins with a byte order mark.", Stage.BODY, _rewritten(lambda body: BOM_UTF8 + body)),
    Mutation(
        "utf-16", "The body is UTF-16.", Stage.BODY, _rewritten(lambda body: body.decode(errors="replace").encode("utf-16"))
    ),
    Mutation(
        "not-utf-8", "A byte that UTF-8 does not have.", Stage.BODY, _rewritten(lambda body: body.replace(b'"', b'"\xff', 1))
    ),
    Mutation("huge", "The body has 16 MiB of white space behind it.", Stage.BODY, _rewritten(lambda body: body + b" " * HUGE)),
    Mutation("empty", "The body is empty.", Stage.BODY, _rewritten(lambda _: b"")),
)
"""The mutations by name."""


def _misspelt(text: str) -> str:
    """Change the last character, and neither the length nor, of a number in any base, the form."""
    return text[:-1] + ("1" if text.endswith("0") else "0")
