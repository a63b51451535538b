from __future__ import annotations

from dataclasses import replace

import pytest

from tests.support.endpoints import CHANNELS, MOMENT, SECRET, cases_of, endpoint_at, payload_of
from vodhooks.catalogue import catalogue
from vodhooks.fuzzer.attacks.cases import consequence
from vodhooks.fuzzer.attacks.contract import VARIANTS
from vodhooks.fuzzer.checks import Expectation
from vodhooks.signatures import scheme
from vodhooks.testing import every_boundary, every_break, example

OUTLINE = "polyv.video_outline"
REVIEW = "tencent.vod"


def folder(channel: str, name: str) -> set[str]:
    return {
        case.removeprefix(f"{channel}/")
        for case in cases_of(endpoint_at(channel))
        if case.startswith(f"{channel}/{name}/")
    }


@pytest.mark.parametrize("channel", CHANNELS)
def test_all_payloads_are_sent_without_a_secret(channel: str) -> None:
    messages = catalogue().channels[channel].messages
    told_by = (catalogue().channels[channel].discriminator or "/")[1:]
    share = VARIANTS // len(messages) // 2
    payloads = [
        *(edge.name for message in messages for edge in every_boundary(message, share)),
        *(
            fault.name
            for message in messages
            for fault in every_break(message, share)
            if fault.place != (told_by,)
        ),
    ]
    called = [name for name in cases_of(endpoint_at(channel, secret=False)) if "/contract/" in name]
    assert len(
        [name for name in called if name.endswith(tuple(f"/{payload}" for payload in payloads))]
    ) >= len(payloads)


def test_what_breaks_the_contract_elsewhere_is_signed() -> None:
    endpoint = endpoint_at(OUTLINE)
    payload = payload_of(endpoint, "contract/type/generate_fail/vid/integer")
    assert payload["vid"] == 7
    assert endpoint.signer is not None
    endpoint.signer.verify_payload(payload, now=MOMENT)


def test_only_a_broken_signature_stays_as_it_is() -> None:
    payload = payload_of(
        endpoint_at(OUTLINE), "contract/signature/generate_fail/timestamp/in-digits"
    )
    assert isinstance(payload["timestamp"], str)
    assert payload["sign"] == scheme("polyv-video-outline")(SECRET).sign_payload({}, MOMENT)["sign"]
    assert "sign" not in payload_of(
        endpoint_at(OUTLINE), "contract/signature/generate_fail/sign/missing"
    )


def test_a_sample_keeps_its_signature_without_secret() -> None:
    sample = example(f"{OUTLINE}.generate_fail")
    payload = payload_of(endpoint_at(OUTLINE, secret=False), "contract/sample/generate_fail/0")
    assert (payload["sign"], payload["timestamp"]) == (sample["sign"], sample["timestamp"])


def test_identities_are_fresh_unless_they_are_tested() -> None:
    endpoint = endpoint_at(OUTLINE)
    name = "contract/empty/generate_fail/vid/empty"
    assert payload_of(endpoint, name)["taskId"] != payload_of(endpoint, name)["taskId"]
    assert (
        payload_of(endpoint, "contract/bound/generate_fail/taskId/maximum")["taskId"] == 2**63 - 1
    )
    assert (
        payload_of(endpoint, "contract/out-of-bounds/generate_fail/taskId/more-by-1")["taskId"]
        == 2**63
    )


@pytest.mark.parametrize(
    ("channel", "check"), [(OUTLINE, "contract/kind"), (REVIEW, "contract/unknown-kind")]
)
def test_unknown_kinds_are_expected_by_channel(channel: str, check: str) -> None:
    kinds = {name.rpartition("/")[2] for name in folder(channel, check)}
    assert {"unknown", "other-case", "empty", "prototype"} <= kinds
    assert kinds.isdisjoint({"missing", "null"}) is (check == "contract/unknown-kind")


def test_a_retired_format_has_to_be_refused() -> None:
    payload = payload_of(endpoint_at(REVIEW), "contract/retired/0")
    assert "eventType" in payload
    assert "EventType" not in payload


@pytest.mark.parametrize(
    ("retries", "words"),
    [
        (None, "may be gone at once"),
        (0, "is gone at once"),
        (1, "delivers again, once at most, what is not answered 200"),
        (3, "delivers again, 3 times at most, what is not answered 200"),
    ],
)
def test_a_reason_says_what_becomes_of_the_event(retries: int | None, words: str) -> None:
    channel = catalogue().channels[OUTLINE]
    assert words in consequence(
        replace(channel, delivery=replace(channel.delivery, retries=retries))
    )
    reasons = [
        case.check
        for case in cases_of(endpoint_at(OUTLINE)).values()
        if case.name.startswith(f"{OUTLINE}/contract/")
    ]
    for check in reasons:
        assert ("3 times at most" in check.reason) is (check.expectation is Expectation.ACCEPT)
