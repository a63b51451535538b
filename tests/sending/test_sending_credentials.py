from __future__ import annotations

import pytest

from vodhooks.catalogue import channel
from vodhooks.errors import SecretError
from vodhooks.sending.credentials import credentials

SECRET = {"VODHOOKS_POLYV_SECRETS": "newest,older"}


def test_the_newest_secret_signs() -> None:
    signer = credentials(channel("polyv.video_outline"), SECRET).signer
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
def test_the_channels_own_newest_token_goes_first(environ: dict[str, str], token: str | None) -> None:
    found = credentials(channel("ucloud.umedia.slice"), environ)
    assert (found.signer, found.token) == (None, token)


def test_a_missing_secret_is_named_unless_nothing_is_to_be_signed() -> None:
    with pytest.raises(SecretError, match="VODHOOKS_POLYV_SECRETS"):
        credentials(channel("polyv.video_outline"), {})
    assert credentials(channel("polyv.video_outline"), {}, signed=False).signer is None


def test_a_token_setting_that_is_empty_is_an_error() -> None:
    with pytest.raises(SecretError, match="VODHOOKS_TOKENS"):
        credentials(channel("ucloud.umedia.slice"), {"VODHOOKS_TOKENS": ""})


def test_credentials_are_not_shown() -> None:
    assert "unguessable" not in repr(credentials(channel("ucloud.umedia.slice"), {"VODHOOKS_TOKENS": "unguessable"}))
