from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import orjson
import pytest
from aims import CHANNELS, MOMENT, SECRET, SIGNED, TOKEN, aim_at, cases_of, payload_of, requests_of

from vodhooks.catalogue import catalogue
from vodhooks.errors import SignatureError, SignatureMismatch, SignatureMissing, SignatureStale
from vodhooks.fuzzing.attacks.signatures import OTHER_SECRETS
from vodhooks.fuzzing.cases import Expectation
from vodhooks.signing import scheme

OUTLINE = "polyv.video_outline"
REVIEW = "tencent.vod"

each_signed = pytest.mark.parametrize("channel", SIGNED)


@each_signed
def test_each_other_secret_makes_a_signature_that_does_not_match(channel: str) -> None:
    aim = aim_at(channel)
    assert aim.signer is not None
    for detail in OTHER_SECRETS:
        payload = payload_of(aim, f"signature/wrong/{detail}-secret")
        with pytest.raises(SignatureMismatch):
            aim.signer.verify_payload(payload, now=MOMENT)


@each_signed
def test_a_forged_signature_is_what_its_secret_makes(channel: str) -> None:
    name = catalogue().channels[channel].signature
    assert name is not None
    stranger = scheme(name)(OTHER_SECRETS["another"])
    stranger.verify_payload(payload_of(aim_at(channel), "signature/wrong/another-secret"), now=MOMENT)


@each_signed
@pytest.mark.parametrize("family", ["stale", "future"])
def test_what_is_not_fresh_is_genuine(channel: str, family: str) -> None:
    aim = aim_at(channel)
    assert aim.signer is not None
    with pytest.raises(SignatureStale):
        aim.signer.verify_payload(payload_of(aim, f"signature/{family}"), now=MOMENT)


@each_signed
def test_whatever_a_stranger_can_send_is_refused_by_the_signer(channel: str) -> None:
    aim = aim_at(channel)
    assert aim.signer is not None
    for case in cases_of(aim).values():
        if case.family.name.startswith("signature/") and case.family.expectation is Expectation.DENY:
            (request,) = requests_of(case, aim)
            with pytest.raises(SignatureError):
                aim.signer.verify_payload(orjson.loads(request.body), now=MOMENT)


@each_signed
def test_no_part_of_a_signature_has_to_be_there(channel: str) -> None:
    aim = aim_at(channel)
    assert aim.signer is not None
    for member in aim.signing:
        payload = payload_of(aim, f"signature/missing/{member}-absent")
        assert payload.keys() & aim.signing == aim.signing - {member}
        with pytest.raises(SignatureMissing):
            aim.signer.verify_payload(payload, now=MOMENT)


def test_every_message_and_an_unknown_kind_come_from_strangers_too() -> None:
    assert {"generate_success", "generate_fail"} <= {
        name.rpartition("-")[2] for name in cases_of(aim_at(OUTLINE)) if "/signature/missing/all-absent-from-" in name
    }
    assert payload_of(aim_at(REVIEW), "signature/wrong/on-an-unknown-kind")["EventType"] == "unknownMember"


@pytest.mark.parametrize(
    ("channel", "member", "expectation"),
    [(OUTLINE, "timestamp", Expectation.REFUSE), (REVIEW, "T", Expectation.SURVIVE)],
)
def test_the_contract_says_whether_the_time_may_be_written_in_digits(channel: str, member: str, expectation: Expectation) -> None:
    (case,) = [case for name, case in cases_of(aim_at(channel)).items() if name.endswith(f"/{member}-digits")]
    assert case.family.expectation is expectation
    assert payload_of(aim_at(channel), case.name.removeprefix(f"{channel}/"))[member].isdigit()


def test_times_are_signed_where_the_scheme_can_sign_them() -> None:
    payload = payload_of(aim_at(OUTLINE), "signature/time/timestamp-most-of-13-digits")
    assert payload["timestamp"] == 10**13 - 1
    assert payload["sign"] == scheme("polyv-video-outline")(SECRET).sign(10**13 - 1)


def test_without_a_secret_or_a_token_nobody_comes_as_a_stranger() -> None:
    for channel in CHANNELS:
        families = {case.family.name for case in cases_of(aim_at(channel, secret=False, token=False)).values()}
        assert not [name for name in families if name.startswith(("signature/", "token/"))]


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("token/missing/no-query", {}),
        ("token/missing/empty", {"token": [""]}),
        ("token/wrong/all-but-last", {"token": [TOKEN[:-1]]}),
        ("token/wrong/other-case", {"token": [TOKEN.swapcase()]}),
        ("token/escaped", {"token": [TOKEN]}),
        ("token/elsewhere/wrong-and-right", {"token": ["x", TOKEN]}),
        ("token/elsewhere/in-authorization", {}),
    ],
)
def test_the_query_holds_what_the_case_says(name: str, query: dict[str, list[str]]) -> None:
    aim = aim_at(OUTLINE)
    (request,) = requests_of(cases_of(aim)[f"{OUTLINE}/{name}"], aim)
    assert parse_qs(urlsplit(request.url).query, keep_blank_values=True) == query
    assert request.headers.get("authorization") == (f"Bearer {TOKEN}" if name.endswith("authorization") else None)
