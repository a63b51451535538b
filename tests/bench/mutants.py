"""`make mutants`: which faults in a receiver's schemas are seen, by the cases here and by other fuzzers, side by side.

Every keyword of the messages that are tried is weakened and tightened, one at a time, in all ways that make sense for it. A
mutant is a receiver that validates by contracts of which one was so changed. It is caught by a delivery for which it decides
otherwise than the delivery expects. Nothing is sent: only the decision on the decoded payload is asked for.
"""

from __future__ import annotations

import json
import time
from contextlib import suppress
from functools import cache
from itertools import chain, count, starmap
from pathlib import Path as File
from typing import TYPE_CHECKING, NamedTuple

from tests.bench.mutating import MUTATED_MESSAGES, every_mutant
from tests.support import recorded
from vodhooks.catalogue import bundle, catalogue
from vodhooks.compatibility.containment import covers
from vodhooks.decoding import decode
from vodhooks.engines import compile_schema
from vodhooks.errors import NotJson, SignatureError
from vodhooks.fuzzer.attacks import contract, syntax
from vodhooks.fuzzer.checks import Expectation
from vodhooks.pointers import parse_pointer, resolve
from vodhooks.signatures import scheme
from vodhooks.vendor.endpoints import Endpoint
from vodhooks.vendor.requests import RequestBatch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tests.bench.mutating import Mutant
    from vodhooks.catalogue import Channel
    from vodhooks.pointers import JsonValue

EQUIVALENT = File(__file__).with_name("equivalent_mutants.json")
"""Mutants that are equivalent although nothing here proves it, and why they are."""

SECRET = "mySecretKey"
MOMENT = 1_700_000_000.0


class Delivery(NamedTuple):
    """A payload that some fuzzer sends on a channel, and whether it expects it to be accepted."""

    channel: str
    payload: JsonValue
    accepted: bool


def caught(candidates: Iterable[Mutant], corpus: Iterable[Delivery]) -> set[str]:
    """Return the names of the mutants that a corpus catches."""
    by_channel: dict[str, list[Delivery]] = {}
    # What is refused comes first: there is less of it, and it is checked faster.
    for delivery in sorted(corpus, key=lambda delivery: delivery.accepted):
        by_channel.setdefault(delivery.channel, []).append(delivery)
    others: dict[str, list[bool]] = {}
    found: set[str] = set()
    for mutant in candidates:
        channel = _channel_of(mutant.message)
        deliveries = by_channel.get(channel.name, [])
        if mutant.message not in others:
            others[mutant.message] = [
                _fits_another(delivery.payload, mutant.message) for delivery in deliveries
            ]
        accepts = compile_schema(mutant.schema, "jsonschema-rs").accepts
        if any(
            (fits or accepts(delivery.payload)) != delivery.accepted
            for delivery, fits in zip(deliveries, others[mutant.message], strict=True)
        ):
            found.add(mutant.name)
    return found


def equivalent(mutant: Mutant) -> bool:
    """Whether a mutant provably accepts what the contract accepts, and nothing else."""
    whole = bundle(mutant.message)
    return covers(mutant.schema, whole) is True and covers(whole, mutant.schema) is True


def _channel_of(message: str) -> Channel:
    return catalogue().channels[catalogue().messages[message].channel or ""]


def _fits_another(payload: JsonValue, message: str) -> bool:
    """Whether a receiver takes a payload for another message than this, or for one of an unknown kind."""
    channel = _channel_of(message)
    kind = resolve(payload, parse_pointer(channel.discriminator)) if channel.discriminator else None
    unknown = (
        channel.keeps_unknown and isinstance(kind, str) and kind not in channel.message_by_kind
    )
    return unknown or any(
        _accepts(other)(payload) for other in channel.messages if other != message
    )


@cache
def _accepts(message: str) -> Callable[[JsonValue], bool]:
    return compile_schema(bundle(message), "jsonschema-rs").accepts


@cache
def own_cases() -> tuple[Delivery, ...]:
    """Return what the deterministic cases deliver, once with the secrets and once without.

    What a receiver decides before it looks at a contract tells nothing of its contracts: no JSON, no genuine signature, and
    deliveries from which it need only come out alive. The contract of a signature's own members is seen without a secret only.
    """
    return (*signed_cases(), *_deliveries(signed=False))


def signed_cases() -> tuple[Delivery, ...]:
    """Return what the deterministic cases deliver with the secrets alone, as in a run against a receiver in production."""
    return _deliveries(signed=True)


@cache
def _deliveries(*, signed: bool) -> tuple[Delivery, ...]:
    return tuple(
        delivery
        for channel in catalogue().channels.values()
        for delivery in _own(channel, signed=signed)
    )


def _own(channel: Channel, *, signed: bool) -> Iterator[Delivery]:
    signer = scheme(channel.signature)(SECRET) if signed and channel.signature else None
    endpoint = Endpoint(channel, "http://receiver.example", lambda: MOMENT, count(1), signer)
    mutated = [message for message in channel.messages if message in MUTATED_MESSAGES]
    every_case = chain.from_iterable(contract.every_case(endpoint, each) for each in mutated)
    for case in chain(contract.cases(endpoint), syntax.cases(endpoint), every_case):
        attack = case.attack(endpoint)
        if case.check.expectation is Expectation.SURVIVE or not isinstance(attack, RequestBatch):
            continue
        for request in attack.requests:
            with suppress(NotJson, SignatureError):
                payload = decode(request.body)
                if signer is not None:
                    signer.verify_payload(payload, now=MOMENT)
                yield Delivery(channel.name, payload, case.check.expectation is Expectation.ACCEPT)


def schemathesis_cases() -> Iterator[Delivery]:
    """Yield what schemathesis delivers as it is: where a signature is asked for, nothing that is looked at."""
    return starmap(Delivery, recorded.unsigned())


def signed_schemathesis_cases() -> Iterator[Delivery]:
    """Yield what schemathesis delivers if somebody signs it."""
    return starmap(Delivery, recorded.signed())


def generated_cases() -> Iterator[Delivery]:
    """Yield what the generated layer delivers: schemathesis over a flat document, signed."""
    return starmap(Delivery, recorded.flat_and_signed())


CORPORA: dict[str, Callable[[], Iterable[Delivery]]] = {
    "schemathesis": schemathesis_cases,
    "schemathesis, signed": signed_schemathesis_cases,
    "ours, generated": generated_cases,
    "ours, with secrets only": signed_cases,
    "ours": own_cases,
    "ours, both": lambda: chain(own_cases(), generated_cases()),
}
"""Who sends what, by the name of the column."""


def explained() -> dict[str, str]:
    """Return why a mutant is equivalent, by its name, for those of which nothing here proves it."""
    entries = json.loads(EQUIVALENT.read_text(encoding="utf-8"))
    return {name: entry["reason"] for entry in entries for name in entry["mutants"]}


def main() -> None:
    """Print the table."""
    start = time.perf_counter()
    everything = every_mutant()
    found = {name: caught(everything, corpus()) for name, corpus in CORPORA.items()}
    missed = [
        mutant for mutant in everything if not any(mutant.name in names for names in found.values())
    ]
    reasons = explained()
    proved = {mutant.name for mutant in missed if mutant.name not in reasons and equivalent(mutant)}
    print(f"{len(everything)} mutants in {time.perf_counter() - start:.0f} s")
    print(
        f"{len(proved)} provably equivalent, {len(reasons)} equivalent for the reasons in {EQUIVALENT.name}"
    )
    total = len(everything) - len(proved) - len(reasons)
    print(f"\ncaught of the other {total}:")
    for name, names in found.items():
        print(f"  {name:30}{len(names):6}{len(names) / total:8.1%}")
    for mutant in missed:
        if mutant.name not in proved and mutant.name not in reasons:
            print(f"missed by all: {mutant.name}")


if __name__ == "__main__":
    main()
