"""The decision on a delivery, outcome by outcome, and what holds for whatever arrives."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vodhooks import PolyvOutlineSigner
from vodhooks.catalogue import catalogue
from vodhooks.catalogue import message as message_of
from vodhooks.errors import ChannelNotFound, SecretError
from vodhooks.events import Event, UnknownEvent
from vodhooks.pointers import parse_pointer, put
from vodhooks.receiver.answers import answer
from vodhooks.receiver.decide import AuthPolicy, Decision, Delivery, Outcome, Reason, decide
from vodhooks.signatures.tencent import TencentCallbackSigner
from vodhooks.testing import example, sign

NOW = 1_700_000_000.0
SECRET = "mySecretKey"
KEY = "mySignKey"
TOKEN = "a-token"
POLYV, TENCENT, SLICE = "polyv.video_outline", "tencent.vod", "ucloud.umedia.slice"
POLICIES = {
    POLYV: AuthPolicy(PolyvOutlineSigner(SECRET)),
    TENCENT: AuthPolicy(TencentCallbackSigner(KEY), (b"newest", TOKEN.encode())),
    SLICE: AuthPolicy(tokens=(b"newest", TOKEN.encode())),
}
SUCCESS = example("polyv.video_outline.generate_success")
REVIEW = example("tencent.vod.review_audio_video_complete")
SLICED = example("ucloud.umedia.slice")


def signed(
    payload: dict[str, Any], channel: str, moment: float = NOW, secret: str | None = None
) -> bytes:
    return orjson.dumps(
        sign(payload, channel, secret or (SECRET if channel == POLYV else KEY), moment)
    )


def decided(
    channel: str,
    body: bytes,
    token: str | None = TOKEN,
    media_type: str | None = "application/json",
) -> Decision:
    return decide(Delivery(channel, body, media_type, token), POLICIES[channel], NOW)


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
    "accepted, signed and with a token": Case(
        TENCENT, signed(REVIEW, TENCENT), Outcome.ACCEPTED, 200
    ),
    "accepted, with a token alone": Case(SLICE, orjson.dumps(SLICED), Outcome.ACCEPTED, 200),
    "accepted with a media type's parameter": Case(
        POLYV,
        signed(SUCCESS, POLYV),
        Outcome.ACCEPTED,
        200,
        delivery={"media_type": "Application/JSON; charset=utf-8"},
    ),
    "accepted without a media type where none is documented": Case(
        SLICE, orjson.dumps(SLICED), Outcome.ACCEPTED, 200, delivery={"media_type": None}
    ),
    "drifting": Case(POLYV, signed({**SUCCESS, "extra": 1}, POLYV), Outcome.ACCEPTED, 200),
    "of an unknown kind": Case(
        TENCENT, signed({"EventType": "NotYetKnown"}, TENCENT), Outcome.UNKNOWN, 200
    ),
    "not JSON": Case(POLYV, b"{", Outcome.NOT_JSON, 400, "ends too early at line 1, column 2"),
    "empty": Case(POLYV, b"", Outcome.NOT_JSON, 400, "empty"),
    "a duplicate key": Case(
        POLYV, b'{"a":1,"a":2}', Outcome.NOT_JSON, 400, "duplicate key 'a' at line 1, column 8"
    ),
    "100,000 brackets": Case(POLYV, b"[" * 100_000, Outcome.NOT_JSON, 400),
    "unsigned": Case(POLYV, b"{}", Outcome.NOT_AUTHENTIC, 401, "sign or timestamp is missing"),
    "no object": Case(POLYV, b"[]", Outcome.NOT_AUTHENTIC, 401, "the payload is no object"),
    "forged": Case(
        POLYV,
        signed(SUCCESS, POLYV, secret="other"),
        Outcome.NOT_AUTHENTIC,
        401,
        "sign does not match",
    ),
    "stale": Case(
        POLYV,
        signed(SUCCESS, POLYV, NOW - 90_000),
        Outcome.NOT_AUTHENTIC,
        401,
        "timestamp is outside the freshness window",
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
    "with a token but unsigned": Case(
        TENCENT, orjson.dumps(REVIEW), Outcome.NOT_AUTHENTIC, 401, "Sign or T is missing"
    ),
    "breaking the contract": Case(
        POLYV, signed({**SUCCESS, "taskId": "x"}, POLYV), Outcome.QUARANTINED, 422
    ),
    "signed with a timestamp that is a string": Case(
        POLYV,
        orjson.dumps({**sign(SUCCESS, POLYV, SECRET, NOW), "timestamp": str(round(NOW * 1000))}),
        Outcome.QUARANTINED,
        422,
        "/timestamp: expected an integer",
    ),
    "forged with a timestamp that is a string": Case(
        POLYV,
        orjson.dumps({**sign(SUCCESS, POLYV, "other", NOW), "timestamp": str(round(NOW * 1000))}),
        Outcome.NOT_AUTHENTIC,
        401,
        "sign does not match",
    ),
    "of a kind that the channel refuses": Case(
        POLYV, signed({**SUCCESS, "callbackType": "x"}, POLYV), Outcome.QUARANTINED, 422
    ),
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
    assert decision.kept == (
        case.outcome in {Outcome.ACCEPTED, Outcome.UNKNOWN, Outcome.QUARANTINED}
    )
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
    assert decision.signature == orjson.loads(decision.body)["sign"]
    assert orjson.loads(decision.payload or "") == orjson.loads(decision.body)


def test_a_decision_carries_the_parsed_event() -> None:
    known = decided(POLYV, signed({**SUCCESS, "extra": 1}, POLYV)).event
    assert isinstance(known, Event)
    assert (known.message, known.identity) == (
        "polyv.video_outline.generate_success",
        ("generate_success", SUCCESS["taskId"]),
    )
    assert [found.instance_pointer for found in known.drift] == ["/extra"]
    unknown = decided(TENCENT, signed({"EventType": "NotYetKnown"}, TENCENT)).event
    assert isinstance(unknown, UnknownEvent)
    assert (unknown.channel, unknown.kind) == (TENCENT, "NotYetKnown")
    assert decided(POLYV, signed({**SUCCESS, "taskId": "x"}, POLYV)).event is None
    assert decided(POLYV, signed(SUCCESS, POLYV, secret="other")).event is None


def test_what_is_quarantined_carries_no_signature() -> None:
    decision = decided(POLYV, signed({**SUCCESS, "taskId": "x"}, POLYV))
    assert decision.kept
    assert decision.signature is None


def test_a_later_signature_keeps_identity_and_content() -> None:
    first, later = (decided(POLYV, signed(SUCCESS, POLYV, NOW + ahead)) for ahead in (0, 60))
    assert first.body != later.body
    assert (first.identity, first.content) == (later.identity, later.content)


def test_another_content_keeps_the_identity() -> None:
    first, other = (decided(POLYV, signed({**SUCCESS, "vid": vid}, POLYV)) for vid in ("a", "b"))
    assert first.identity == other.identity
    assert first.content != other.content


def test_an_unknown_kind_is_identified_by_its_content() -> None:
    first, other = (
        decided(TENCENT, signed({"EventType": "NotYetKnown", "n": n}, TENCENT)) for n in (1, 2)
    )
    assert (first.message, first.kind) == (None, "NotYetKnown")
    assert first.identity != other.identity


IDENTITIES = [
    (message, pointer)
    for message in catalogue().messages
    for pointer in message_of(message).identity
]


@pytest.mark.parametrize(("message", "pointer"), IDENTITIES)
@pytest.mark.parametrize("blank", ["", " ", "\t\u3000", None])
def test_a_blank_or_missing_identity_is_never_shared(
    message: str, pointer: str, blank: str | None
) -> None:
    channel = message_of(message).channel
    assert channel
    payload = put(example(message), parse_pointer(pointer), blank)
    first, again, other = (
        decide(Delivery(channel, orjson.dumps(each), "application/json"), AuthPolicy.open(), NOW)
        for each in (payload, payload, {**payload, "other": 1})
    )
    assert first.identity == again.identity
    assert first.identity != other.identity


@pytest.mark.parametrize("length", [200, 201, 2**20])
def test_a_long_name_is_bounded_and_stays_distinct(length: int) -> None:
    names = ["密" * length, "密" * (length - 1) + "x"]
    unknown = [decided(TENCENT, signed({"EventType": name}, TENCENT)) for name in names]
    known = [decided(SLICE, orjson.dumps({**SLICED, "task_id": name})) for name in names]
    for first, other in (unknown, known):
        assert first.identity != other.identity
        assert max(len(first.identity), len(first.kind or "")) < 400
    assert (unknown[0].kind == names[0]) is (length == 200)
    assert [each.outcome for each in unknown + known] == [Outcome.UNKNOWN] * 2 + [
        Outcome.ACCEPTED
    ] * 2
    forged = decided(TENCENT, signed({"EventType": unknown[0].kind}, TENCENT))
    assert (forged.kind == unknown[0].kind) is (length == 200)


def test_quarantine_holds_the_report_but_no_payload() -> None:
    decision = decided(POLYV, signed({**SUCCESS, "taskId": "x"}, POLYV))
    assert decision.payload is None
    assert decision.report is not None
    assert decision.report.violations[0].instance_pointer == "/taskId"
    assert decision.reason == str(decision.report.violations[0])


def test_the_media_type_is_judged_before_the_body() -> None:
    assert decided(POLYV, b"{", media_type="text/plain").outcome is Outcome.WRONG_MEDIA_TYPE


@pytest.mark.parametrize(
    ("token", "reason"), [(None, "token-missing"), ("", "token-missing"), ("a-toke", "token-wrong")]
)
@pytest.mark.parametrize("media_type", ["application/json", "text/plain", None])
@pytest.mark.parametrize("body", [b"{", b"", b"\xff", b"[" * 100_000, signed(REVIEW, TENCENT)])
def test_the_token_is_compared_before_all_else(
    monkeypatch: pytest.MonkeyPatch,
    token: str | None,
    reason: str,
    media_type: str | None,
    body: bytes,
) -> None:
    monkeypatch.setattr("vodhooks.receiver.decide.decode", None)
    decision = decided(TENCENT, body, token, media_type)
    assert (decision.outcome, decision.reason) == (
        Outcome.NOT_AUTHENTIC,
        "the token in the URL is missing or wrong",
    )
    assert decision.rejection
    assert decision.rejection.reason == reason
    assert answer(decision) == answer(decided(TENCENT, b"{}", "another"))


def stale(seconds: float) -> bytes:
    return signed(SUCCESS, POLYV, NOW + seconds)


REJECTIONS: dict[str, tuple[bytes, Reason, float | None, int | None]] = {
    "empty": (b"", Reason.NOT_JSON, None, None),
    "cut short": (b'{"a": 1', Reason.NOT_JSON, None, 7),
    "broken behind other letters": ('{"密钥": x}'.encode(), Reason.NOT_JSON, None, 11),
    "broken in a later line": (b'{"a":\n1,\n}', Reason.NOT_JSON, None, 7),
    "not UTF-8": (b'{"a": "\xff"}', Reason.ENCODING, None, 7),
    "a duplicate key": ('{"密":1,"密":2}'.encode(), Reason.DUPLICATE_KEY, None, 9),
    "an integer beyond 64 bits": (
        b'{"a":99999999999999999999}',
        Reason.NUMBER_OUT_OF_RANGE,
        None,
        5,
    ),
    "too deep": (b"[" * 300 + b"]" * 300, Reason.TOO_DEEP, None, None),
    "too many objects": (b"[" + b"{}," * 2**17 + b"0]", Reason.TOO_MANY_CONTAINERS, None, None),
    "unsigned": (b"{}", Reason.SIGNATURE_MISSING, None, None),
    "a sign that is no text": (
        b'{"sign": 1, "timestamp": 1700000000000}',
        Reason.SIGNATURE_MALFORMED,
        None,
        None,
    ),
    "another secret": (
        signed(SUCCESS, POLYV, secret="other"),
        Reason.SIGNATURE_MISMATCH,
        None,
        None,
    ),
    "an hour too old": (stale(-86_400 - 3600), Reason.SIGNATURE_STALE, 3600, None),
    "a minute too early": (stale(300 + 60), Reason.SIGNATURE_EARLY, 60, None),
    "breaking the contract": (
        signed({**SUCCESS, "taskId": "x"}, POLYV),
        Reason.CONTRACT,
        None,
        None,
    ),
}


@pytest.mark.parametrize("name", REJECTIONS)
def test_a_refusal_has_a_code_and_a_number(name: str) -> None:
    body, reason, seconds, offset = REJECTIONS[name]
    rejection = decided(POLYV, body).rejection
    assert rejection
    assert (rejection.reason, rejection.seconds, rejection.offset) == (reason, seconds, offset)


def test_tencents_expiry_is_off_on_either_side() -> None:
    found = [
        decided(TENCENT, signed(REVIEW, TENCENT, NOW + offset)).rejection
        for offset in (-600 - 310, 86_400)
    ]
    assert [(each.reason, each.seconds) for each in found if each] == [
        ("signature-stale", 10),
        ("signature-early", 600),
    ]


def test_an_incomplete_body_is_refused_even_if_json() -> None:
    decision = decide(
        Delivery(SLICE, orjson.dumps(SLICED), token=TOKEN, is_complete=False), POLICIES[SLICE], NOW
    )
    assert (decision.outcome, decision.reason) == (Outcome.NOT_JSON, "the body ends too early")
    assert decision.rejection
    assert decision.rejection.reason is Reason.CUT_OFF


def test_what_is_accepted_has_no_reason() -> None:
    decision = decided(POLYV, signed(SUCCESS, POLYV))
    assert (decision.rejection, decision.reason) == (None, "")


def test_a_policy_without_authentication_is_explicit() -> None:
    with pytest.raises(SecretError, match=r"AuthPolicy\.open"):
        AuthPolicy()
    with pytest.raises(SecretError, match=r"AuthPolicy\.open"):
        AuthPolicy(None, ())
    assert AuthPolicy.open().is_open
    assert (
        decide(Delivery(SLICE, orjson.dumps(SLICED)), AuthPolicy.open(), NOW).outcome
        is Outcome.ACCEPTED
    )


@pytest.mark.parametrize("tokens", ["text", b"text", ["text"], ("text", b"other"), iter([b"text"])])
def test_tokens_may_be_text_or_bytes_one_or_several(tokens: Any) -> None:
    policy = AuthPolicy(tokens=tokens)
    assert not policy.is_open
    assert (
        decide(Delivery(SLICE, orjson.dumps(SLICED), token="text"), policy, NOW).outcome
        is Outcome.ACCEPTED
    )
    assert (
        decide(Delivery(SLICE, orjson.dumps(SLICED), token="texts"), policy, NOW).outcome
        is Outcome.NOT_AUTHENTIC
    )


@pytest.mark.parametrize(
    "tokens",
    [
        None,
        "",
        [],
        [""],
        [5],
        ["a b"],
        "a+b",
        "a/b",
        b"a%20b",
        "a=",
        "a&b",
        "töken",
        "a\n",
        ["good", "+"],
    ],
)
def test_what_is_no_token_makes_no_policy(tokens: Any) -> None:
    for signer in (None, PolyvOutlineSigner(SECRET)):
        with pytest.raises(SecretError) as refused:
            AuthPolicy(signer, tokens)
        assert "AuthPolicy.open" not in str(refused.value)


def test_every_unreserved_character_fits_in_a_token() -> None:
    token = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~-"
    assert AuthPolicy(tokens=token).tokens == (token.encode(),)
    assert dict(parse_qsl(f"token={token}")) == {"token": token}


@pytest.mark.parametrize(
    "payload", [{"EventType": 1}, {"EventType": "NotYetKnown"}, {"eventType": "old"}, {}]
)
def test_a_stranger_learns_nothing_of_the_contract(payload: dict[str, Any]) -> None:
    decision = decided(TENCENT, orjson.dumps(payload))
    assert decision.outcome is Outcome.NOT_AUTHENTIC
    assert decision.message is None
    assert decision.report is None


def test_several_tokens_are_known_during_a_rotation() -> None:
    outcomes = [
        decided(SLICE, orjson.dumps(SLICED), token).outcome for token in ("newest", TOKEN, "oldest")
    ]
    assert outcomes == [Outcome.ACCEPTED, Outcome.ACCEPTED, Outcome.NOT_AUTHENTIC]


def test_an_unknown_channel_is_an_error_of_the_caller() -> None:
    with pytest.raises(ChannelNotFound):
        decide(Delivery("no.channel", b"{}"), AuthPolicy.open(), NOW)


MARK = "payload-value"
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63)
    | st.floats(allow_nan=False)
    | st.just(MARK)
    | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(sorted({*SUCCESS, *REVIEW, *SLICED})), inner)
    ),
    max_leaves=8,
)
BODIES = st.binary(max_size=200) | VALUES.map(
    lambda value: orjson.dumps(value) if _writes(value) else b""
)
TOKENS = st.none() | st.text() | st.just(TOKEN) | st.just("\ud800")


def _writes(value: object) -> bool:
    try:
        orjson.dumps(value)
    except orjson.JSONEncodeError:
        return False
    return True


@settings(max_examples=500, deadline=None)
@given(
    channel=st.sampled_from(sorted(catalogue().channels)),
    body=BODIES,
    media_type=st.none() | st.text(),
    token=TOKENS,
)
def test_whatever_arrives_is_decided_and_answered(
    channel: str, body: bytes, media_type: str | None, token: str | None
) -> None:
    decision = decide(
        Delivery(channel, body, media_type, token), POLICIES.get(channel, AuthPolicy.open()), NOW
    )
    assert answer(decision).status in {200, 400, 401, 415, 422}


@settings(max_examples=300, deadline=None)
@given(
    payload=st.fixed_dictionaries(
        {},
        optional={name: VALUES for name in sorted({*SUCCESS, "extra"}) if name != "callbackType"},
    ),
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
        assert decision.signature is None or decision.signature not in shown
