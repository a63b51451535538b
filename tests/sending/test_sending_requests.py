from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from vodhooks.catalogue import bundle, catalogue, channel, message
from vodhooks.errors import MessageNotFound, SendingError
from vodhooks.sending.drafts import draft
from vodhooks.sending.requests import build, callback_url
from vodhooks.signing import scheme

if TYPE_CHECKING:
    from vodhooks.decoding import JsonValue

NOW = 1_777_600_000.0
PUSHED = [name for name, known in catalogue().messages.items() if known.channel]
POLYV = "polyv.video_outline.generate_fail"
PAYLOAD: dict[str, Any] = {"sign": "old", "timestamp": 1, "callbackType": "generate_fail", "taskId": 30, "vid": "v"}


@pytest.mark.parametrize("name", PUSHED)
def test_a_request_is_signed_at_the_moment_and_goes_to_the_channels_path(name: str) -> None:
    where = channel(message(name).channel or "")
    signer = scheme(where.signature)("secret") if where.signature else None
    for payload in bundle(name)["examples"]:
        request = build(draft(name, payload, NOW), "http://receiver:8000", signer)
        assert request.url == f"http://receiver:8000{where.path}"
        assert request.headers["content-type"] == "application/json"
        sent = json.loads(request.body)
        assert sent.keys() >= {key for key in payload if key not in where.excluded_from_comparison}
        if signer:
            signer.verify_payload(sent, now=NOW)


def test_nothing_of_an_old_signature_is_sent_without_a_signer() -> None:
    sent = json.loads(build(draft(POLYV, PAYLOAD, NOW), "http://receiver").body)
    assert sent == {"callbackType": "generate_fail", "taskId": 30, "vid": "v"}


def test_the_same_draft_is_the_same_request() -> None:
    signer = scheme("polyv-video-outline")("secret")
    assert build(draft(POLYV, PAYLOAD, NOW), "http://receiver", signer) == build(
        draft(POLYV, PAYLOAD, NOW), "http://receiver", signer
    )


def test_values_are_set_before_signing_and_in_the_signature_they_stay_as_set() -> None:
    edits: list[tuple[str, JsonValue]] = [("/vid", "w"), ("/extra", [1]), ("/timestamp", 5)]
    signer = scheme("polyv-video-outline")("secret")
    sent = json.loads(build(draft(POLYV, PAYLOAD, NOW, edits=edits), "http://receiver", signer).body)
    assert (sent["vid"], sent["extra"], sent["timestamp"]) == ("w", [1], 5)
    assert sent["sign"] == signer.sign(int(NOW * 1000))


def test_a_reply_is_not_sent() -> None:
    with pytest.raises(SendingError, match=r"tencent\.vod\.pull_events is a reply that is fetched"):
        draft("tencent.vod.pull_events", {}, NOW)


def test_an_unknown_message_is_refused_with_the_nearest() -> None:
    with pytest.raises(MessageNotFound, match=r"did you mean ucloud\.umedia\.slice"):
        draft("ucloud.umedia.slic", {}, NOW)


@pytest.mark.parametrize(
    ("to", "token", "url"),
    [
        ("http://host:8000", None, "http://host:8000/path"),
        ("http://host:8000/", None, "http://host:8000/"),
        ("https://host/own", None, "https://host/own"),
        ("http://host?a=1", None, "http://host/path?a=1"),
        ("http://host", "t", "http://host/path?token=t"),
        ("http://host?a=1", "t", "http://host/path?a=1&token=t"),
        ("http://host/own?token=mine", "t", "http://host/own?token=mine"),
        ("http://host/own?nottoken=mine#part", "t", "http://host/own?nottoken=mine&token=t"),
        ("http://host", "a&b=/ü", "http://host/path?token=a%26b%3D%2F%C3%BC"),
        ("http://[::1]:8000", None, "http://[::1]:8000/path"),
    ],
)
def test_the_callback_url_is_completed(to: str, token: str | None, url: str) -> None:
    assert callback_url(to, "/path", token) == url


@pytest.mark.parametrize(
    "to", ["", "host:8000", "/path", "ftp://host", "http://", "http://host:x", "http://host:99999", "http://[::1"]
)
def test_what_is_no_url_is_refused_without_being_shown(to: str) -> None:
    with pytest.raises(SendingError, match=r"^the URL to send to is not of the form http://host:port/path$"):
        callback_url(to, "/path")


def test_a_request_shows_neither_its_token_nor_its_body() -> None:
    request = build(draft(POLYV, PAYLOAD, NOW, token="unguessable"), "http://receiver")
    assert "unguessable" not in repr(request)
    assert "generate_fail" not in repr(request)
