"""Who may deliver: closed by default, from variables and from files; and within which bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson
import pytest
from pydantic import ValidationError

from tests.support.served import CLOSED
from vodhooks.catalogue import catalogue
from vodhooks.errors import SecretError, SignatureStale
from vodhooks.receiver.decide import AuthPolicy, Delivery, Outcome, decide
from vodhooks.receiver.settings import LONGEST, Settings, auth_policies
from vodhooks.signatures import scheme
from vodhooks.signatures.tencent import VALIDITY
from vodhooks.testing import example, sign

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from vodhooks.catalogue import Channel
    from vodhooks.signatures import Signer

NOW = 1_700_000_000.0
SIGNED = [channel for channel in catalogue().channels.values() if channel.signature]


def admitted(environ: Mapping[str, str], *, insecure: bool = False) -> dict[str, AuthPolicy]:
    return auth_policies(Settings(), environ, insecure=insecure)


def test_missing_settings_are_named_for_each_channel() -> None:
    with pytest.raises(SecretError) as refused:
        admitted({})
    assert str(refused.value).splitlines() == [
        "polyv.video_outline: anyone could deliver on this channel; set VODHOOKS_POLYV_SECRETS or VODHOOKS_TOKENS_POLYV_VIDEO_OUTLINE or VODHOOKS_TOKENS",
        "tencent.vod: anyone could deliver on this channel; set VODHOOKS_TENCENT_SIGN_KEYS or VODHOOKS_TOKENS_TENCENT_VOD or VODHOOKS_TOKENS",
        "ucloud.umedia.transcode: anyone could deliver on this channel; set VODHOOKS_TOKENS_UCLOUD_UMEDIA_TRANSCODE or VODHOOKS_TOKENS",
        "ucloud.umedia.screenshot: anyone could deliver on this channel; set VODHOOKS_TOKENS_UCLOUD_UMEDIA_SCREENSHOT or VODHOOKS_TOKENS",
        "ucloud.umedia.slice: anyone could deliver on this channel; set VODHOOKS_TOKENS_UCLOUD_UMEDIA_SLICE or VODHOOKS_TOKENS",
        "ucloud.umedia.porn: anyone could deliver on this channel; set VODHOOKS_TOKENS_UCLOUD_UMEDIA_PORN or VODHOOKS_TOKENS",
    ]


@pytest.mark.parametrize("missing", CLOSED)
def test_one_channel_left_open_is_enough_to_refuse(missing: str) -> None:
    with pytest.raises(SecretError, match=missing):
        admitted({name: value for name, value in CLOSED.items() if name != missing})


def test_insecure_opens_only_unprotected_channels() -> None:
    assert set(admitted({}, insecure=True).values()) == {AuthPolicy.open()}


def test_insecure_still_checks_what_is_set() -> None:
    assert admitted({"VODHOOKS_TOKENS": "t"}, insecure=True)["tencent.vod"].tokens == (b"t",)


def test_tokens_of_a_channel_go_before_those_for_all() -> None:
    found = admitted({"VODHOOKS_TOKENS": "all", "VODHOOKS_TOKENS_TENCENT_VOD": "own"})
    assert (found["tencent.vod"].tokens, found["ucloud.umedia.slice"].tokens) == (
        (b"own",),
        (b"all",),
    )


@pytest.mark.parametrize("spelling", ["new,old", " new , old ,", "new\nold\n"])
def test_several_tokens_may_be_set(spelling: str) -> None:
    assert admitted({"VODHOOKS_TOKENS": spelling})["tencent.vod"].tokens == (b"new", b"old")


@pytest.mark.parametrize("secret", ["new", "old"])
def test_each_of_several_secrets_lets_the_vendor_in(secret: str) -> None:
    found = admitted(
        {"VODHOOKS_TOKENS_TENCENT_VOD": "t", **CLOSED, "VODHOOKS_POLYV_SECRETS": "new,old"}
    )
    channel = "polyv.video_outline"
    body = orjson.dumps(sign(example(f"{channel}.generate_fail"), channel, secret, NOW))
    assert (
        decide(Delivery(channel, body, "application/json"), found[channel], NOW).outcome
        is Outcome.ACCEPTED
    )


def test_secrets_and_tokens_are_read_from_files(tmp_path: Path) -> None:
    (tmp_path / "tokens").write_text("new\nold\n")
    assert admitted({"VODHOOKS_TOKENS_FILE": str(tmp_path / "tokens")})["tencent.vod"].tokens == (
        b"new",
        b"old",
    )


@pytest.mark.parametrize(
    ("environ", "named"),
    [
        ({"VODHOOKS_TOKENS": ""}, "VODHOOKS_TOKENS"),
        ({"VODHOOKS_TOKENS": " , "}, "VODHOOKS_TOKENS"),
        ({"VODHOOKS_TOKENS_FILE": ""}, "VODHOOKS_TOKENS"),
        ({"VODHOOKS_TOKENS_FILE": "/nowhere"}, "VODHOOKS_TOKENS_FILE"),
        (
            {"VODHOOKS_TOKENS": "t", "VODHOOKS_TOKENS_TENCENT_VOD": ""},
            "VODHOOKS_TOKENS_TENCENT_VOD",
        ),
        ({"VODHOOKS_TOKENS": "t", "VODHOOKS_POLYV_SECRETS": ""}, "VODHOOKS_POLYV_SECRETS"),
        ({"VODHOOKS_TOKENS": "t", "VODHOOKS_TENCENT_SIGN_KEYS": "no key!"}, "SignKey"),
        ({"VODHOOKS_TOKENS": "a+b"}, "VODHOOKS_TOKENS .*: a token holds more than letters"),
        (
            {"VODHOOKS_TOKENS": "t", "VODHOOKS_TOKENS_TENCENT_VOD": "good,b d"},
            "VODHOOKS_TOKENS_TENCENT_VOD .*: a token holds more",
        ),
    ],
)
def test_an_empty_or_wrong_setting_is_an_error(environ: Mapping[str, str], named: str) -> None:
    for insecure in (False, True):
        with pytest.raises(SecretError, match=named):
            admitted(environ, insecure=insecure)


@pytest.mark.parametrize(
    "name",
    [
        "max_body",
        "body_seconds",
        "header_seconds",
        "header_bytes",
        "unfinished_bytes",
        "connections",
        "answer_seconds",
    ],
)
@pytest.mark.parametrize("value", ["0", "-1", "much", "", "nan", "inf"])
def test_a_bound_is_a_positive_number(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"VODHOOKS_{name.upper()}", value)
    with pytest.raises(ValidationError):
        Settings()


def variable(side: str, channel: Channel) -> str:
    return f"VODHOOKS_{side.upper()}_{channel.name.upper().replace('.', '_')}"


def signed_time(channel: Channel) -> float:
    """Return the time that a signature made NOW names: the moment itself, or when it expires."""
    return NOW + (VALIDITY if channel.name == "tencent.vod" else 0)


def signer_on(channel: Channel) -> Signer:
    assert channel.signature
    found = admitted({"VODHOOKS_TOKENS": "t", scheme(channel.signature).setting: "key"})[
        channel.name
    ].signer
    assert found
    return found


@pytest.mark.parametrize("channel", SIGNED, ids=lambda channel: channel.name)
@pytest.mark.parametrize(("side", "direction"), [("max_age", 1), ("max_ahead", -1)])
@pytest.mark.parametrize("seconds", [0.5, 30.0, LONGEST])
def test_both_ends_of_the_window_are_set_by_channel(
    monkeypatch: pytest.MonkeyPatch, channel: Channel, side: str, direction: int, seconds: float
) -> None:
    monkeypatch.setenv(variable(side, channel), str(seconds))
    signer = signer_on(channel)
    signed = signer.sign_payload({}, NOW)
    signer.verify_payload(signed, now=signed_time(channel) + direction * seconds)
    with pytest.raises(SignatureStale):
        signer.verify_payload(signed, now=signed_time(channel) + direction * (seconds + 1))


@pytest.mark.parametrize("channel", SIGNED, ids=lambda channel: channel.name)
def test_the_default_window_is_that_of_the_scheme(
    monkeypatch: pytest.MonkeyPatch, channel: Channel
) -> None:
    for other in SIGNED:
        if other is not channel:
            monkeypatch.setenv(variable("max_age", other), "1")
            monkeypatch.setenv(variable("max_ahead", other), "1")
    assert channel.signature
    kind, signer = scheme(channel.signature), signer_on(channel)
    signed = signer.sign_payload({}, NOW)
    for now in (signed_time(channel) + kind.MAX_AGE, signed_time(channel) - kind.MAX_AHEAD):
        signer.verify_payload(signed, now=now)


@pytest.mark.parametrize("side", ["MAX_AGE", "MAX_AHEAD"])
@pytest.mark.parametrize(
    "suffix", ["", "_", "_POLYV", "_UCLOUD_UMEDIA_SLICE", "_POLYV_VIDEO_OUTLINE_"]
)
def test_a_window_of_an_unsigned_channel_is_refused(
    monkeypatch: pytest.MonkeyPatch, side: str, suffix: str
) -> None:
    monkeypatch.setenv(f"VODHOOKS_{side}{suffix}", "60")
    with pytest.raises(ValidationError):
        Settings()


@pytest.mark.parametrize("side", ["max_age", "max_ahead"])
@pytest.mark.parametrize("value", ["0", "-1", "much", "", "nan", "inf", str(LONGEST + 1)])
def test_a_window_has_an_end(monkeypatch: pytest.MonkeyPatch, side: str, value: str) -> None:
    monkeypatch.setenv(variable(side, SIGNED[0]), value)
    with pytest.raises(ValidationError):
        Settings()
