from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from vodhooks.catalogue import bundle, catalogue, channel, message
from vodhooks.errors import MessageNotFound, SendingError
from vodhooks.signatures import scheme
from vodhooks.vendor.endpoints import Endpoint
from vodhooks.vendor.events import pushing_channel
from vodhooks.vendor.requests import Request, callback_url, to_bytes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vodhooks.pointers import JsonValue
    from vodhooks.signatures import Signer

NOW = 1_777_600_000.0
PUSHED = [name for name, known in catalogue().messages.items() if known.channel]
POLYV = "polyv.video_outline.generate_fail"
PAYLOAD: dict[str, Any] = {
    "sign": "old",
    "timestamp": 1,
    "callbackType": "generate_fail",
    "taskId": 30,
    "vid": "v",
}


def endpoint(
    name: str,
    payload: Any = None,
    *,
    signer: Signer | None = None,
    edits: Sequence[tuple[str, JsonValue]] = (),
    token: str | None = None,
) -> Endpoint:
    bare = Endpoint(
        pushing_channel(name), "http://receiver:8000", lambda: NOW, signer=signer, token=token
    )
    return bare.carrying(name, payload, edits)


@pytest.mark.parametrize("name", PUSHED)
def test_a_request_is_signed_now_for_its_channel_path(name: str) -> None:
    where = channel(message(name).channel or "")
    signer = scheme(where.signature)("secret") if where.signature else None
    for payload in bundle(name)["examples"]:
        request = endpoint(name, payload, signer=signer).delivery()
        assert request.url == f"http://receiver:8000{where.path}"
        assert request.headers["content-type"] == "application/json"
        sent = json.loads(request.body)
        assert sent.keys() >= {key for key in payload if key not in where.excluded_from_comparison}
        if signer:
            signer.verify_payload(sent, now=NOW)


def test_no_old_signature_is_sent_without_a_signer() -> None:
    sent = json.loads(endpoint(POLYV, PAYLOAD).delivery().body)
    assert sent == {"callbackType": "generate_fail", "taskId": 30, "vid": "v"}


def test_the_same_event_is_the_same_request() -> None:
    signer = scheme("polyv-video-outline")("secret")
    assert (
        endpoint(POLYV, PAYLOAD, signer=signer).delivery()
        == endpoint(POLYV, PAYLOAD, signer=signer).delivery()
    )


def test_values_are_set_before_signing() -> None:
    edits: list[tuple[str, JsonValue]] = [("/vid", "w"), ("/extra", [1]), ("/timestamp", 5)]
    signer = scheme("polyv-video-outline")("secret")
    sent = json.loads(endpoint(POLYV, PAYLOAD, signer=signer, edits=edits).delivery().body)
    assert (sent["vid"], sent["extra"], sent["timestamp"]) == ("w", [1], 5)
    assert sent["sign"] == signer.sign(int(NOW * 1000))


def test_a_reply_is_not_sent() -> None:
    with pytest.raises(SendingError, match=r"tencent\.vod\.pull_events is a reply that is fetched"):
        pushing_channel("tencent.vod.pull_events")


def test_an_unknown_message_names_the_nearest() -> None:
    with pytest.raises(MessageNotFound, match=r"did you mean ucloud\.umedia\.slice"):
        pushing_channel("ucloud.umedia.slic")


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
    "to",
    [
        "",
        "host:8000",
        "/path",
        "ftp://host",
        "http://",
        "http://host:x",
        "http://host:99999",
        "http://[::1",
    ],
)
def test_a_bad_url_is_refused_without_being_shown(to: str) -> None:
    with pytest.raises(
        SendingError, match=r"^the URL to send to is not of the form http://host:port/path$"
    ):
        callback_url(to, "/path")


def test_a_request_shows_neither_token_nor_body() -> None:
    request = endpoint(POLYV, PAYLOAD, token="unguessable").delivery()
    assert "unguessable" not in repr(request)
    assert "generate_fail" not in repr(request)


def test_a_message_of_another_channel_is_not_sent() -> None:
    with pytest.raises(
        SendingError, match=r"ucloud\.umedia\.slice is not delivered on polyv\.video_outline"
    ):
        endpoint(POLYV).carrying("ucloud.umedia.slice")


@pytest.mark.parametrize(
    ("url", "absolute", "lines"),
    [
        ("http://host/a?b=c", False, [b"POST /a?b=c HTTP/1.1", b"host: host"]),
        ("http://host:81", False, [b"POST / HTTP/1.1", b"host: host:81"]),
        ("http://host:81/a?b", True, [b"POST http://host:81/a?b HTTP/1.1", b"host: host:81"]),
        (
            "http://host/\u00fc?\u00fc=%20",
            False,
            [b"POST /%C3%BC?%C3%BC=%20 HTTP/1.1", b"host: host"],
        ),
        (
            "http://b\u00fccher.example/",
            False,
            [b"POST / HTTP/1.1", b"host: xn--bcher-kva.example"],
        ),
        (
            "http://me:p%40ss@host/",
            False,
            [b"POST / HTTP/1.1", b"host: host", b"authorization: Basic bWU6cEBzcw=="],
        ),
    ],
)
def test_a_request_is_written_for_the_wire(url: str, absolute: bool, lines: list[bytes]) -> None:  # noqa: FBT001 # a case
    data = to_bytes(Request(url, {"x-more": "\u00e9"}, b"{}"), absolute=absolute)
    assert data.split(b"\r\n") == [
        *lines,
        "x-more: \u00e9".encode("latin-1"),
        b"content-length: 2",
        b"",
        b"{}",
    ]


@pytest.mark.parametrize(
    "url", ["http://host/\x00", "http://host/a b", "http://host/\r\nx: y", "/path", "http://"]
)
def test_what_no_request_can_ask_for_is_refused(url: str) -> None:
    with pytest.raises(SendingError, match="the URL to send to"):
        to_bytes(Request(url, {}, b""))
