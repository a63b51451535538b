from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import orjson
import pytest

from tests.support.endpoints import (
    CHANNELS,
    MOMENT,
    SECRET,
    SIGNED,
    TOKEN,
    cases_of,
    endpoint_at,
    payload_of,
    requests_of,
)
from vodhooks.catalogue import catalogue
from vodhooks.errors import SignatureError, SignatureMismatch, SignatureMissing, SignatureStale
from vodhooks.fuzzer.attacks.signatures import OTHER_SECRETS
from vodhooks.fuzzer.checks import Expectation
from vodhooks.signatures import scheme

OUTLINE = "polyv.video_outline"
REVIEW = "tencent.vod"

each_signed = pytest.mark.parametrize("channel", SIGNED)


@each_signed
def test_no_other_secret_makes_a_matching_signature(channel: str) -> None:
    endpoint = endpoint_at(channel)
    assert endpoint.signer is not None
    for detail in OTHER_SECRETS:
        payload = payload_of(endpoint, f"signature/wrong/{detail}-secret")
        with pytest.raises(SignatureMismatch):
            endpoint.signer.verify_payload(payload, now=MOMENT)


@each_signed
def test_a_forged_signature_is_what_its_secret_makes(channel: str) -> None:
    name = catalogue().channels[channel].signature
    assert name is not None
    unauthenticated = scheme(name)(OTHER_SECRETS["another"])
    unauthenticated.verify_payload(
        payload_of(endpoint_at(channel), "signature/wrong/another-secret"), now=MOMENT
    )


@each_signed
@pytest.mark.parametrize("check", ["stale", "future"])
def test_what_is_not_fresh_is_genuine(channel: str, check: str) -> None:
    endpoint = endpoint_at(channel)
    assert endpoint.signer is not None
    found = [
        orjson.loads(request.body)
        for case in cases_of(endpoint).values()
        if case.check.name == f"signature/{check}"
        for request in requests_of(case, endpoint)
    ]
    assert len(found) >= 2
    for payload in found:
        with pytest.raises(SignatureStale):
            endpoint.signer.verify_payload(payload, now=MOMENT)


@each_signed
def test_forged_deliveries_are_refused_by_the_signer(channel: str) -> None:
    endpoint = endpoint_at(channel)
    assert endpoint.signer is not None
    for case in cases_of(endpoint).values():
        if case.check.name.startswith("signature/") and case.check.expectation is Expectation.DENY:
            (request,) = requests_of(case, endpoint)
            with pytest.raises(SignatureError):
                endpoint.signer.verify_payload(orjson.loads(request.body), now=MOMENT)


@each_signed
def test_no_part_of_a_signature_has_to_be_there(channel: str) -> None:
    endpoint = endpoint_at(channel)
    assert endpoint.signer is not None
    for member in endpoint.signature_members:
        payload = payload_of(endpoint, f"signature/missing/{member}-absent")
        assert payload.keys() & endpoint.signature_members == endpoint.signature_members - {member}
        with pytest.raises(SignatureMissing):
            endpoint.signer.verify_payload(payload, now=MOMENT)


def test_every_message_and_unknown_kind_is_forged() -> None:
    assert {"generate_success", "generate_fail"} <= {
        name.rpartition("-")[2]
        for name in cases_of(endpoint_at(OUTLINE))
        if "/signature/missing/all-absent-from-" in name
    }
    assert (
        payload_of(endpoint_at(REVIEW), "signature/wrong/on-an-unknown-kind")["EventType"]
        == "unknownKind"
    )


@pytest.mark.parametrize(
    ("channel", "member", "expectation"),
    [(OUTLINE, "timestamp", Expectation.REFUSE), (REVIEW, "T", Expectation.SURVIVE)],
)
def test_the_contract_says_if_a_time_may_be_text(
    channel: str, member: str, expectation: Expectation
) -> None:
    (case,) = [
        case
        for name, case in cases_of(endpoint_at(channel)).items()
        if name.endswith(f"/{member}-digits")
    ]
    assert case.check.expectation is expectation
    assert payload_of(endpoint_at(channel), case.name.removeprefix(f"{channel}/"))[member].isdigit()


def test_times_are_signed_where_the_scheme_signs_them() -> None:
    payload = payload_of(endpoint_at(OUTLINE), "signature/time/timestamp-most-of-13-digits")
    assert payload["timestamp"] == 10**13 - 1
    assert payload["sign"] == scheme("polyv-video-outline")(SECRET).sign(10**13 - 1)


def test_nothing_is_forged_without_secret_or_token() -> None:
    for channel in CHANNELS:
        checks = {
            case.check.name
            for case in cases_of(endpoint_at(channel, secret=False, token=False)).values()
        }
        assert not [name for name in checks if name.startswith(("signature/", "token/"))]


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
    endpoint = endpoint_at(OUTLINE)
    (request,) = requests_of(cases_of(endpoint)[f"{OUTLINE}/{name}"], endpoint)
    assert parse_qs(urlsplit(request.url).query, keep_blank_values=True) == query
    assert request.headers.get("authorization") == (
        f"Bearer {TOKEN}" if name.endswith("authorization") else None
    )
