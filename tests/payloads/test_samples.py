from __future__ import annotations

import pytest

from vodhooks.catalogue import catalogue
from vodhooks.errors import (
    ChannelNotFound,
    MessageNotFound,
    SecretError,
    SignatureMalformed,
    SignatureMismatch,
)
from vodhooks.signatures import scheme
from vodhooks.testing import example, examples, sign
from vodhooks.validation import validate

MOMENT = 1_700_000_000.25
SIGNED = {
    "polyv.video_outline": (
        "polyv.video_outline.generate_success",
        "sign",
        "timestamp",
        1_700_000_000_250,
    ),
    "tencent.vod": ("tencent.vod.review_audio_video_complete", "Sign", "T", 1_700_000_600),
}


def test_an_example_is_the_vendors_sample_first() -> None:
    assert example("polyv.video_outline.generate_fail")["taskId"] == 30
    assert (
        example("polyv.video_outline.generate_fail", 1)
        == examples("polyv.video_outline.generate_fail")[1]
    )


def test_each_example_is_a_deep_copy() -> None:
    first = example("polyv.video_outline.generate_success")
    first["outlineInfo"][0]["summary"].clear()
    assert example("polyv.video_outline.generate_success")["outlineInfo"][0]["summary"]


def test_an_unknown_message_has_no_example() -> None:
    with pytest.raises(MessageNotFound) as caught:
        example("polyv.video_outline.generate_failed")
    assert "polyv.video_outline.generate_fail" in caught.value.nearest


def test_a_sample_too_far_is_an_index_error() -> None:
    with pytest.raises(IndexError):
        example("polyv.video_outline.generate_fail", 99)


@pytest.mark.parametrize("channel", SIGNED)
def test_a_signed_payload_verifies_and_is_valid(channel: str) -> None:
    message, sign_name, moment_name, written = SIGNED[channel]
    payload = example(message)
    before = example(message)
    signed = sign(payload, channel, ["secret", "older"], MOMENT)
    assert payload == before
    assert signed[moment_name] == written
    assert {name for name in signed if signed[name] != payload.get(name)} == {
        sign_name,
        moment_name,
    }
    assert validate(signed, message).valid
    signer = scheme(catalogue().channels[channel].signature or "")
    signer("secret", clock=lambda: MOMENT).verify_payload(signed)
    with pytest.raises(SignatureMismatch):
        signer("older", clock=lambda: MOMENT).verify_payload(signed)


def test_a_signed_payload_is_a_full_copy() -> None:
    payload = example("polyv.video_outline.generate_success")
    sign(payload, "polyv.video_outline", "secret", MOMENT)["outlineInfo"].clear()
    assert payload["outlineInfo"]


def test_an_unsigned_channel_keeps_the_payload() -> None:
    payload = example("ucloud.umedia.slice")
    signed = sign(payload, "ucloud.umedia.slice", "secret", MOMENT)
    assert signed == payload
    assert signed is not payload


def test_signing_complains_as_the_schemes_do() -> None:
    payload = example("polyv.video_outline.generate_fail")
    with pytest.raises(ChannelNotFound):
        sign(payload, "polyv.video_outlines", "secret", MOMENT)
    with pytest.raises(SecretError):
        sign(payload, "polyv.video_outline", "", MOMENT)
    with pytest.raises(SignatureMalformed):
        sign(payload, "polyv.video_outline", "secret", 1.0)


@pytest.mark.parametrize("channel", sorted(catalogue().channels))
def test_each_signature_scheme_of_a_channel_exists(channel: str) -> None:
    name = catalogue().channels[channel].signature
    assert name is None or scheme(name).setting.startswith("VODHOOKS_")
