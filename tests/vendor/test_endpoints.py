from __future__ import annotations

import pytest

from vodhooks.errors import SecretError, SignatureError
from vodhooks.vendor.endpoints import APART, Endpoint, endpoints_at

POLYV = "polyv.video_outline"
SLICE = "ucloud.umedia.slice"
SECRET = {"VODHOOKS_POLYV_SECRETS": "newest,older"}


def endpoint(name: str, environ: dict[str, str], *, signed: bool = True) -> Endpoint:
    return endpoints_at("http://receiver", [name], environ, signed=signed)[name]


def test_the_newest_secret_signs() -> None:
    signer = endpoint(POLYV, SECRET).signer
    assert signer is not None
    signed = signer.sign_payload({}, 1_777_600_000.0)
    assert signed == type(signer)("newest").sign_payload({}, 1_777_600_000.0)


@pytest.mark.parametrize(
    ("environ", "token"),
    [
        ({}, None),
        ({"VODHOOKS_TOKENS": "all,older"}, "all"),
        ({"VODHOOKS_TOKENS_UCLOUD_UMEDIA_SLICE": "own", "VODHOOKS_TOKENS": "all"}, "own"),
        ({"VODHOOKS_TOKENS_UCLOUD_UMEDIA_PORN": "another"}, None),
    ],
)
def test_the_channels_own_newest_token_goes_first(
    environ: dict[str, str], token: str | None
) -> None:
    found = endpoint(SLICE, environ)
    assert (found.signer, found.token) == (None, token)


def test_a_missing_secret_is_named_unless_unsigned() -> None:
    with pytest.raises(SecretError, match="VODHOOKS_POLYV_SECRETS"):
        endpoint(POLYV, {})
    assert endpoint(POLYV, {}, signed=False).signer is None


def test_a_token_setting_that_is_empty_is_an_error() -> None:
    with pytest.raises(SecretError, match="VODHOOKS_TOKENS"):
        endpoint(SLICE, {"VODHOOKS_TOKENS": ""})


def test_secrets_and_tokens_are_not_shown() -> None:
    assert "unguessable" not in repr(endpoint(SLICE, {"VODHOOKS_TOKENS": "unguessable"}))


def test_endpoints_of_a_receiver_share_their_numbers() -> None:
    found = endpoints_at("http://receiver?a=1", [POLYV, SLICE], SECRET, {SLICE: "/own"})
    assert {name: each.url for name, each in found.items()} == {
        POLYV: "http://receiver/callbacks/polyv/video-outline?a=1",
        SLICE: "http://receiver/own?a=1",
    }
    assert all(each.others == found for each in found.values())
    assert next(found[SLICE].numbers) + APART == next(found[POLYV].numbers)


@pytest.mark.parametrize(
    ("environ", "signer", "token"),
    [
        ({**SECRET, "VODHOOKS_TOKENS": "t"}, True, "t"),
        (SECRET, True, None),
        ({"VODHOOKS_TOKENS": "t"}, False, "tx"),
    ],
)
def test_an_unauthenticated_sender_knows_only_the_url(
    environ: dict[str, str],
    signer: bool,  # noqa: FBT001 # a case
    token: str | None,
) -> None:
    found = endpoint(POLYV, environ, signed=False)
    other = found.unauthenticated
    assert other is not None
    assert other.token == token
    if signer:
        assert found.signer is not None
        assert found.signed({}).keys() == other.signed({}).keys()
        with pytest.raises(SignatureError):
            found.signer.verify_payload(other.signed({}))


def test_all_senders_are_alike_without_authentication() -> None:
    assert endpoint(SLICE, {}).unauthenticated is None
