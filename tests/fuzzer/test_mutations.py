from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from vodhooks.catalogue import catalogue, channel, message
from vodhooks.errors import MutationNotFound, SendingError
from vodhooks.fuzzer.mutations import ALIASES, mutation, mutations
from vodhooks.receiver.decide import AuthPolicy, Decision, Delivery, Outcome, decide
from vodhooks.signatures import scheme
from vodhooks.vendor.endpoints import Endpoint
from vodhooks.vendor.events import pushing_channel
from vodhooks.vendor.requests import RequestBatch

if TYPE_CHECKING:
    from vodhooks.signatures import Signer
    from vodhooks.vendor.requests import Request

NOW = 1_777_600_000.0
TOKEN = "unguessable"
PUSHED = [name for name, known in catalogue().messages.items() if known.channel]
POLYV = "polyv.video_outline.generate_success"
TENCENT = "tencent.vod.review_audio_video_complete"
UCLOUD = "ucloud.umedia.porn"

OUTCOMES = {
    "bad-sign": Outcome.NOT_AUTHENTIC,
    "no-sign": Outcome.NOT_AUTHENTIC,
    "lower-case-sign": Outcome.NOT_AUTHENTIC,
    "upper-case-sign": Outcome.ACCEPTED,
    "stale": Outcome.NOT_AUTHENTIC,
    "future": Outcome.NOT_AUTHENTIC,
    "no-token": Outcome.NOT_AUTHENTIC,
    "bad-token": Outcome.NOT_AUTHENTIC,
    "wrong-media-type": Outcome.WRONG_MEDIA_TYPE,
    "wrong-type": Outcome.QUARANTINED,
    "null-field": Outcome.QUARANTINED,
    "missing-field": Outcome.QUARANTINED,
    "unknown-field": Outcome.ACCEPTED,
    "unknown-value": Outcome.ACCEPTED,
    "unknown-kind": Outcome.QUARANTINED,
    "retired-format": Outcome.QUARANTINED,
    "duplicate-key": Outcome.NOT_JSON,
    "not-json": Outcome.NOT_JSON,
    "trailing-comma": Outcome.NOT_JSON,
    "truncated": Outcome.NOT_JSON,
    "nan": Outcome.NOT_JSON,
    "deep": Outcome.NOT_JSON,
    "bom": Outcome.NOT_JSON,
    "utf-16": Outcome.NOT_JSON,
    "not-utf-8": Outcome.NOT_JSON,
    "huge": Outcome.ACCEPTED,  # how large a body may be is not for the decision to say
    "empty": Outcome.NOT_JSON,
}
KEPT_UNKNOWN = {
    (name, "unknown-kind")
    for entry in catalogue().channels.values()
    if entry.keeps_unknown
    for name in entry.messages
}


def signer(name: str) -> Signer | None:
    signature = channel(message(name).channel or "").signature
    return scheme(signature)("secret") if signature else None


def endpoint(name: str, payload: Any = None, token: str | None = TOKEN) -> Endpoint:
    there = Endpoint(
        pushing_channel(name), "http://receiver", lambda: NOW, signer=signer(name), token=token
    )
    return there.carrying(name, payload)


def request(name: str, mutated: str, payload: Any = None) -> Request:
    there = endpoint(name, payload)
    attack = mutation(mutated, there).attack(there)
    assert isinstance(attack, RequestBatch)
    [only] = attack.requests
    return only


def decided(name: str, sent: Request) -> Decision:
    token = sent.url.partition("?token=")[2] or None
    delivery = Delivery(message(name).channel or "", sent.body, sent.headers["content-type"], token)
    return decide(delivery, AuthPolicy(signer(name), (TOKEN.encode(),)), NOW)


def aliases(there: Endpoint) -> set[str]:
    return mutations(there).keys() & ALIASES.keys()


def test_every_alias_applies_to_some_message() -> None:
    assert list(ALIASES) == list(OUTCOMES)
    assert {alias for name in PUSHED for alias in aliases(endpoint(name))} == set(OUTCOMES)


@pytest.mark.parametrize("name", PUSHED)
def test_a_delivery_without_mutation_has_no_drift(name: str) -> None:
    decision = decided(name, endpoint(name).delivery())
    assert (decision.outcome, decision.message, decision.drift) == (Outcome.ACCEPTED, name, ())


@pytest.mark.parametrize(
    ("name", "mutated"),
    [(name, alias) for name in PUSHED for alias in sorted(aliases(endpoint(name)))],
)
def test_a_mutation_has_the_outcome_of_its_name(name: str, mutated: str) -> None:
    expected = Outcome.UNKNOWN if (name, mutated) in KEPT_UNKNOWN else OUTCOMES[mutated]
    decision = decided(name, request(name, mutated))
    assert decision.outcome is expected
    assert bool(decision.drift) == (mutated in {"unknown-field", "unknown-value"})


def test_no_signature_has_no_mutations() -> None:
    names = aliases(endpoint(UCLOUD))
    assert not names & {
        "bad-sign",
        "no-sign",
        "lower-case-sign",
        "upper-case-sign",
        "stale",
        "future",
    }


def test_a_token_has_no_mutations_where_none_is_sent() -> None:
    assert not aliases(endpoint(UCLOUD, token=None)) & {"no-token", "bad-token"}


def test_the_changed_sign_differs_in_one_digit() -> None:
    right = json.loads(endpoint(POLYV).delivery().body)
    wrong = json.loads(request(POLYV, "bad-sign").body)
    assert wrong["timestamp"] == right["timestamp"]
    assert [a == b for a, b in zip(right["sign"], wrong["sign"], strict=True)] == [True] * 39 + [
        False
    ]


def test_a_case_has_a_name_with_and_without_channel() -> None:
    there = endpoint(POLYV)
    names = ("not-json", "syntax/not-json/text", "polyv.video_outline/syntax/not-json/text")
    assert {mutation(name, there).name for name in names} == {names[-1]}


def test_a_case_of_the_bytes_carries_the_payload() -> None:
    payload = {"retcode": 1, "task_id": "mine"}
    assert json.loads(request(UCLOUD, "bom", payload).body.decode("utf-8-sig")) == payload


@pytest.mark.parametrize(
    ("name", "mutated"),
    [
        (UCLOUD, "bad-sign"),
        (UCLOUD, "unknown-kind"),
        (UCLOUD, "wrong-media-type"),
        (POLYV, "upper-case-sign"),
        (POLYV, "retired-format"),
    ],
)
def test_an_alias_that_does_not_apply_is_refused(name: str, mutated: str) -> None:
    with pytest.raises(SendingError, match=f"^{mutated} does not apply to this {name}$"):
        mutation(mutated, endpoint(name))


def test_an_unknown_mutation_names_the_nearest() -> None:
    with pytest.raises(
        MutationNotFound, match="no mutation is called 'bad-sig'; did you mean bad-sign"
    ):
        mutation("bad-sig", endpoint(POLYV))
