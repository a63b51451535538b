"""The decision on a delivery, outcome by outcome, and what holds for whatever arrives."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vodhooks import PolyvOutlineSigner
from vodhooks.catalogue import catalogue
from vodhooks.errors import ChannelNotFound
from vodhooks.receiving.answers import answer
from vodhooks.receiving.decide import Admission, Decision, Delivery, Outcome, decide
from vodhooks.signing.tencent import TencentCallbackSigner
from vodhooks.testing import example, sign

NOW = 1_700_000_000.0
SECRET = "mySecretKey"
KEY = "mySignKey"
TOKEN = "a-token"
POLYV, TENCENT, SLICE = "polyv.video_outline", "tencent.vod", "ucloud.umedia.slice"
ADMISSIONS = {
    POLYV: Admission(PolyvOutlineSigner(SECRET)),
    TENCENT: Admission(TencentCallbackSigner(KEY), (b"newest", TOKEN.encode())),
    SLICE: Admission(tokens=(b"newest", TOKEN.encode())),
}
SUCCESS = example("polyv.video_outline.generate_success")
REVIEW = example("tencent.vod.review_audio_video_complete")
SLICED = example("ucloud.umedia.slice")


def signed(payload: dict[str, Any], channel: str, moment: float = NOW, secret: str | None = None) -> bytes:
    return orjson.dumps(sign(payload, channel, secret or (SECRET if channel == POLYV else KEY), moment))


def decided(channel: str, body: bytes, token: str | None = TOKEN, media_type: str | None = "application/json") -> Decision:
    return decide(Delivery(channel, body, media_type, token), ADMISSIONS[channel], NOW)


@dataclass(frozen=True)
class Case:
    channel: str
    body: bytes
    outcome: Outcome
    status: int
    reason: str = ""
    delivery: dict[str, Any] = field(default_factory=dict)


CASES = {
    "accepted, signed": Case(POLYV, signed(SUCCESS, POLYV), Outcome.ACCEPTED, 200),
    "accepted, signed and with a token": Case(TENCENT, signed(REVIEW, TENCENT), Outcome.ACCEPTED, 200),
    "accepted, with a token alone": Case(SLICE, orjson.dumps(SLICED), Outcome.ACCEPTED, 200),
    "accepted with a media type's parameter": Case(
        POLYV, signed(SUCCESS, POLYV), Outcome.ACCEPTED, 200, delivery={"media_type": "Application/JSON; charset=utf-8"}
    ),
    "accepted without a media type where none is documented": Case(
        SLICE, orjson.dumps(SLICED), Outcome.ACCEPTED, 200, delivery={"media_type": None}
    ),
    "drifting": Case(POLYV, signed({**SUCCESS, "extra": 1}, POLYV), Outcome.ACCEPTED, 200),
    "of an unknown kind": Case(TENCENT, signed({"EventType": "NewFileUpload"}, TENCENT), Outcome.UNKNOWN, 200),
    "not JSON": Case(POLYV, b"{", Outcome.NOT_JSON, 400, "ends too early at line 1, column 2"),
    "empty": Case(POLYV, b"", Outcome.NOT_JSON, 400, "empty"),
    "a duplicate key": Case(POLYV, b'{"a":1,"a":2}', Outcome.NOT_JSON, 400, "duplicate key 'a' at line 1, column 8"),
    "100,000 brackets": Case(POLYV, b"[" * 100_000, Outcome.NOT_JSON, 400),
    "unsigned": Case(POLYV, b"{}", Outcome.NOT_AUTHENTIC, 401, "sign or timestamp is missing"),
    "no object": Case(POLYV, b"[]", Outcome.NOT_AUTHENTIC, 401, "the payload is no object"),
    "forged": Case(POLYV, signed(SUCCESS, POLYV, secret="other"), Outcome.NOT_AUTHENTIC, 401, "sign does not match"),
    "stale": Case(
        POLYV, signed(SUCCESS, POLYV, NOW - 90_000), Outcome.NOT_AUTHENTIC, 401, "timestamp is outside the freshness window"
    ),
    "without a token": Case(
        SLICE,
        orjson.dumps(SLICED),
        Outcome.NOT_AUTHENTIC,
        401,
        "the token in the URL is missing or wrong",
        {"token": None},
    ),
    "with a wrong token": Case(
        TENCENT,
        signed(REVIEW, TENCENT),
        Outcome.NOT_AUTHENTIC,
        401,
        "the token in the URL is missing or wrong",
        {"token": "a-toke"},
    ),
    "with a token but unsigned": Case(TENCENT, orjson.dumps(REVIEW), Outcome.NOT_AUTHENTIC, 401, "Sign or T is missing"),
    "breaking the contract": Case(POLYV, signed({**SUCCESS, "taskId": "x"}, POLYV), Outcome.QUARANTINED, 422),
    "of a kind that the channel refuses": Case(POLYV, signed({**SUCCESS, "callbackType": "x"}, POLYV), Outcome.QUARANTINED, 422),
    "of another media type": Case(
        POLYV,
        signed(SUCCESS, POLYV),
        Outcome.WRONG_MEDIA_TYPE,
        415,
        "the vendor sends application/json",
        {"media_type": "text/plain"},
    ),
    "without the documented media type": Case(
        POLYV, signed(SUCCESS, POLYV), Outcome.WRONG_MEDIA_TYPE, 415, delivery={"media_type": None}
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_delivery_gets_its_outcome_and_its_status(name: str) -> None:
    case = CASES[name]
    decision = decided(case.channel, case.body, **case.delivery)
    assert (decision.outcome, answer(decision).status) == (case.outcome, case.status)
    assert decision.kept == (case.outcome in {Outcome.ACCEPTED, Outcome.UNKNOWN, Outcome.QUARANTINED})
    assert decision.body == case.body
    if case.reason:
        assert decision.reason == case.reason


def test_an_accepted_delivery_says_all_that_is_kept() -> None:
    decision = decided(POLYV, signed({**SUCCESS, "taskId": 7, "extra": 1}, POLYV))
    assert decision.message == "polyv.video_outline.generate_success"
    assert decision.identity == '["generate_success",7]'
    assert decision.drift == ("/extra",)
    assert decision.occurred_at is not None
    assert decision.occurred_at.timestamp() == NOW
    assert decision.seal == orjson.loads(decision.body)["sign"]
    assert orjson.loads(decision.payload or "") == orjson.loads(decision.body)


def test_a_later_signature_changes_neither_identity_nor_content() -> None:
    first, later = (decided(POLYV, signed(SUCCESS, POLYV, NOW + ahead)) for ahead in (0, 60))
    assert first.body != later.body
    assert (first.identity, first.content) == (later.identity, later.content)


def test_another_content_keeps_the_identity() -> None:
    first, other = (decided(POLYV, signed({**SUCCESS, "vid": vid}, POLYV)) for vid in ("a", "b"))
    assert first.identity == other.identity
    assert first.content != other.content


def test_an_unknown_kind_is_named_and_told_apart_by_its_content() -> None:
    first, other = (decided(TENCENT, signed({"EventType": "FileDeleted", "n": n}, TENCENT)) for n in (1, 2))
    assert (first.message, first.kind) == (None, "FileDeleted")
    assert first.identity != other.identity


def test_quarantine_holds_the_report_but_no_payload() -> None:
    decision = decided(POLYV, signed({**SUCCESS, "taskId": "x"}, POLYV))
    assert decision.payload is None
    assert decision.report is not None
    assert decision.report.violations[0].instance_pointer == "/taskId"
    assert decision.reason == str(decision.report.violations[0])


def test_the_media_type_is_judged_before_the_body() -> None:
    assert decided(POLYV, b"{", media_type="text/plain").outcome is Outcome.WRONG_MEDIA_TYPE


def test_the_body_is_decoded_before_it_is_authenticated() -> None:
    assert decided(SLICE, b"{", token=None).outcome is Outcome.NOT_JSON


@pytest.mark.parametrize("payload", [{"EventType": 1}, {"EventType": "NewFileUpload"}, {"eventType": "old"}, {}])
def test_a_stranger_learns_nothing_of_the_contract(payload: dict[str, Any]) -> None:
    decision = decided(TENCENT, orjson.dumps(payload))
    assert decision.outcome is Outcome.NOT_AUTHENTIC
    assert decision.message is None
    assert decision.report is None


def test_several_tokens_are_known_during_a_rotation() -> None:
    outcomes = [decided(SLICE, orjson.dumps(SLICED), token).outcome for token in ("newest", TOKEN, "oldest")]
    assert outcomes == [Outcome.ACCEPTED, Outcome.ACCEPTED, Outcome.NOT_AUTHENTIC]


def test_a_channel_that_is_not_in_the_catalogue_is_the_callers_mistake() -> None:
    with pytest.raises(ChannelNotFound):
        decide(Delivery("no.channel", b"{}"), Admission(), NOW)


MARK = "payload-value"
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63) | st.floats(allow_nan=False) | st.just(MARK) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(sorted({*SUCCESS, *REVIEW, *SLICED})), inner),
    max_leaves=8,
)
BODIES = st.binary(max_size=200) | VALUES.map(lambda value: orjson.dumps(value) if _writes(value) else b"")
TOKENS = st.none() | st.text() | st.just(TOKEN) | st.just("\ud800")


def _writes(value: object) -> bool:
    try:
        orjson.dumps(value)
    except orjson.JSONEncodeError:
        return False
    return True


@settings(max_examples=500, deadline=None)
@given(channel=st.sampled_from(sorted(catalogue().channels)), body=BODIES, media_type=st.none() | st.text(), token=TOKENS)
def test_whatever_arrives_is_decided_and_answered(channel: str, body: bytes, media_type: str | None, token: str | None) -> None:
    decision = decide(Delivery(channel, body, media_type, token), ADMISSIONS.get(channel, Admission()), NOW)
    assert answer(decision).status in {200, 400, 401, 415, 422}


@settings(max_examples=300, deadline=None)
@given(
    payload=st.fixed_dictionaries({}, optional={name: VALUES for name in sorted({*SUCCESS, "extra"}) if name != "callbackType"}),
    kind=st.sampled_from(["generate_success", "generate_fail", MARK]),
)
def test_no_answer_holds_a_payload_value_or_a_secret(payload: dict[str, Any], kind: str) -> None:
    body = {**payload, "callbackType": kind}
    if not _writes(body):
        return
    for data in (signed(body, POLYV), orjson.dumps(body)):
        decision = decided(POLYV, data, token=f"{MARK}-token")
        shown = f"{decision.reason} {decision.report} {answer(decision).body!r}"
        assert MARK not in shown
        assert SECRET not in shown
        assert decision.seal is None or decision.seal not in shown
