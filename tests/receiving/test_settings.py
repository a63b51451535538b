"""Who may deliver: closed by default, from variables and from files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson
import pytest
from pydantic import ValidationError
from served import CLOSED

from vodhooks.errors import SecretError
from vodhooks.receiving.decide import Admission, Delivery, Outcome, decide
from vodhooks.receiving.settings import Settings, admissions
from vodhooks.testing import example, sign

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

NOW = 1_700_000_000.0


def test_nothing_set_names_what_is_missing_for_each_channel() -> None:
    with pytest.raises(SecretError) as refused:
        admissions({})
    assert str(refused.value).splitlines() == [
        "polyv.video_outline: nobody is kept out; set VODHOOKS_POLYV_SECRETS or VODHOOKS_TOKENS_POLYV_VIDEO_OUTLINE or VODHOOKS_TOKENS",
        "tencent.vod: nobody is kept out; set VODHOOKS_TENCENT_SIGN_KEYS or VODHOOKS_TOKENS_TENCENT_VOD or VODHOOKS_TOKENS",
        "ucloud.umedia.transcode: nobody is kept out; set VODHOOKS_TOKENS_UCLOUD_UMEDIA_TRANSCODE or VODHOOKS_TOKENS",
        "ucloud.umedia.screenshot: nobody is kept out; set VODHOOKS_TOKENS_UCLOUD_UMEDIA_SCREENSHOT or VODHOOKS_TOKENS",
        "ucloud.umedia.slice: nobody is kept out; set VODHOOKS_TOKENS_UCLOUD_UMEDIA_SLICE or VODHOOKS_TOKENS",
        "ucloud.umedia.porn: nobody is kept out; set VODHOOKS_TOKENS_UCLOUD_UMEDIA_PORN or VODHOOKS_TOKENS",
    ]


@pytest.mark.parametrize("missing", CLOSED)
def test_one_channel_left_open_is_enough_to_refuse(missing: str) -> None:
    with pytest.raises(SecretError, match=missing):
        admissions({name: value for name, value in CLOSED.items() if name != missing})


def test_insecure_lets_everybody_in_where_nothing_is_set() -> None:
    assert set(admissions({}, insecure=True).values()) == {Admission()}


def test_insecure_still_checks_what_is_set() -> None:
    assert admissions({"VODHOOKS_TOKENS": "t"}, insecure=True)["tencent.vod"].tokens == (b"t",)


def test_a_channels_own_tokens_go_before_those_for_all() -> None:
    found = admissions({"VODHOOKS_TOKENS": "all", "VODHOOKS_TOKENS_TENCENT_VOD": "own"})
    assert (found["tencent.vod"].tokens, found["ucloud.umedia.slice"].tokens) == ((b"own",), (b"all",))


@pytest.mark.parametrize("spelling", ["new,old", " new , old ,", "new\nold\n"])
def test_several_tokens_may_be_set(spelling: str) -> None:
    assert admissions({"VODHOOKS_TOKENS": spelling})["tencent.vod"].tokens == (b"new", b"old")


@pytest.mark.parametrize("secret", ["new", "old"])
def test_each_of_several_secrets_lets_the_vendor_in(secret: str) -> None:
    found = admissions({"VODHOOKS_TOKENS_TENCENT_VOD": "t", **CLOSED, "VODHOOKS_POLYV_SECRETS": "new,old"})
    channel = "polyv.video_outline"
    body = orjson.dumps(sign(example(f"{channel}.generate_fail"), channel, secret, NOW))
    assert decide(Delivery(channel, body, "application/json"), found[channel], NOW).outcome is Outcome.ACCEPTED


def test_secrets_and_tokens_are_read_from_files(tmp_path: Path) -> None:
    (tmp_path / "tokens").write_text("new\nold\n")
    assert admissions({"VODHOOKS_TOKENS_FILE": str(tmp_path / "tokens")})["tencent.vod"].tokens == (b"new", b"old")


@pytest.mark.parametrize(
    ("environ", "named"),
    [
        ({"VODHOOKS_TOKENS": ""}, "VODHOOKS_TOKENS"),
        ({"VODHOOKS_TOKENS": " , "}, "VODHOOKS_TOKENS"),
        ({"VODHOOKS_TOKENS_FILE": ""}, "VODHOOKS_TOKENS"),
        ({"VODHOOKS_TOKENS_FILE": "/nowhere"}, "VODHOOKS_TOKENS_FILE"),
        ({"VODHOOKS_TOKENS": "t", "VODHOOKS_TOKENS_TENCENT_VOD": ""}, "VODHOOKS_TOKENS_TENCENT_VOD"),
        ({"VODHOOKS_TOKENS": "t", "VODHOOKS_POLYV_SECRETS": ""}, "VODHOOKS_POLYV_SECRETS"),
        ({"VODHOOKS_TOKENS": "t", "VODHOOKS_TENCENT_SIGN_KEYS": "no key!"}, "SignKey"),
    ],
)
def test_a_setting_that_is_there_and_empty_or_wrong_is_an_error(environ: Mapping[str, str], named: str) -> None:
    for insecure in (False, True):
        with pytest.raises(SecretError, match=named):
            admissions(environ, insecure=insecure)


@pytest.mark.parametrize("name", ["max_body", "body_seconds", "header_seconds", "header_bytes", "connections", "answer_seconds"])
@pytest.mark.parametrize("value", ["0", "-1", "much"])
def test_a_bound_is_a_positive_number(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"VODHOOKS_{name.upper()}", value)
    with pytest.raises(ValidationError):
        Settings()
