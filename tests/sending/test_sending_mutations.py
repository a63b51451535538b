from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from vodhooks.catalogue import bundle, catalogue, channel, message
from vodhooks.errors import MutationNotFound, SendingError
from vodhooks.receiving.decide import AuthPolicy, Decision, Delivery, Outcome, decide
from vodhooks.sending.drafts import Draft, draft
from vodhooks.sending.mutations import MUTATIONS, applicable, mutation
from vodhooks.sending.requests import build
from vodhooks.signing import scheme

if TYPE_CHECKING:
    from vodhooks.signing import Signer

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
    (name, "unknown-kind") for entry in catalogue().channels.values() if entry.keeps_unknown for name in entry.messages
}


def drafted(name: str, payload: Any = None) -> Draft:
    return draft(name, payload or bundle(name)["examples"][0], NOW, token=TOKEN)


def signer(name: str) -> Signer | None:
    signature = channel(message(name).channel or "").signature
    return scheme(signature)("secret") if signature else None


def decided(name: str, *names: str, payload: Any = None) -> Decision:
    request = build(drafted(name, payload), "http://receiver", signer(name), [MUTATIONS[item] for item in names])
    token = request.url.partition("?token=")[2] or None
    delivery = Delivery(message(name).channel or "", request.body, request.headers["content-type"], token)
    return decide(delivery, AuthPolicy(signer(name), (TOKEN.encode(),)), NOW)


def test_every_mutation_is_foreseen_and_applies_to_some_message() -> None:
    assert list(MUTATIONS) == list(OUTCOMES)
    assert {item.name for name in PUSHED for item in applicable(drafted(name))} == set(OUTCOMES)


@pytest.mark.parametrize("name", PUSHED)
def test_an_unmutated_delivery_is_accepted_without_drift(name: str) -> None:
    decision = decided(name)
    assert (decision.outcome, decision.message, decision.drift) == (Outcome.ACCEPTED, name, ())


@pytest.mark.parametrize(("name", "mutated"), [(name, item.name) for name in PUSHED for item in applicable(drafted(name))])
def test_a_mutation_has_the_outcome_that_its_name_says_and_drifts_if_it_says_so(name: str, mutated: str) -> None:
    expected = Outcome.UNKNOWN if (name, mutated) in KEPT_UNKNOWN else OUTCOMES[mutated]
    decision = decided(name, mutated)
    assert decision.outcome is expected
    assert bool(decision.drift) == (mutated in {"unknown-field", "unknown-value"})


def test_a_signature_has_no_mutations_where_there_is_none() -> None:
    names = {item.name for item in applicable(drafted(UCLOUD))}
    assert not names & {"bad-sign", "no-sign", "lower-case-sign", "upper-case-sign", "stale", "future"}


def test_a_token_has_no_mutations_where_none_is_sent() -> None:
    bare = draft(UCLOUD, bundle(UCLOUD)["examples"][0], NOW)
    assert not {item.name for item in applicable(bare)} & {"no-token", "bad-token"}


def test_the_sign_changes_in_one_digit_and_keeps_its_form() -> None:
    right = json.loads(build(drafted(POLYV), "http://receiver", signer(POLYV)).body)
    wrong = json.loads(build(drafted(POLYV), "http://receiver", signer(POLYV), [MUTATIONS["bad-sign"]]).body)
    assert wrong["timestamp"] == right["timestamp"]
    assert [a == b for a, b in zip(right["sign"], wrong["sign"], strict=True)] == [True] * 39 + [False]


def test_two_mutations_of_the_payload_do_not_undo_one_another() -> None:
    alone = decided(UCLOUD, "unknown-field").drift
    assert set(decided(UCLOUD, "unknown-field", "unknown-value").drift) > set(alone)
    report = decided(POLYV, "wrong-type", "missing-field").report
    assert report is not None
    assert {violation.keyword for violation in report.violations} == {"type", "required"}


def test_mutations_of_different_stages_go_together_in_any_order() -> None:
    chosen = ["bom", "bad-sign", "unknown-field"]
    requests = [
        build(drafted(POLYV), "http://receiver", signer(POLYV), [MUTATIONS[item] for item in order])
        for order in (chosen, chosen[::-1])
    ]
    assert requests[0] == requests[1]
    assert requests[0].body.startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    ("name", "mutated", "payload"),
    [
        (UCLOUD, "bad-sign", None),
        (UCLOUD, "unknown-kind", None),
        (UCLOUD, "wrong-media-type", None),
        (POLYV, "upper-case-sign", None),
        (POLYV, "retired-format", None),
        (POLYV, "unknown-kind", {"taskId": 1}),
        (UCLOUD, "unknown-value", {"retcode": 1, "task_id": "1"}),
    ],
)
def test_a_mutation_that_does_not_apply_is_refused(name: str, mutated: str, payload: Any) -> None:
    with pytest.raises(SendingError, match=f"^{mutated} does not apply to this {name}$"):
        decided(name, mutated, payload=payload)


def test_an_empty_payload_has_no_key_to_duplicate() -> None:
    with pytest.raises(SendingError, match="duplicate-key does not apply"):
        build(draft(UCLOUD, {}, NOW), "http://receiver", None, [MUTATIONS["duplicate-key"]])


def test_a_name_that_no_mutation_has_is_refused_with_the_nearest() -> None:
    with pytest.raises(MutationNotFound, match="no mutation is called 'bad-sig'; did you mean bad-sign"):
        mutation("bad-sig")
