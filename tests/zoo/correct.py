"""Correct receivers of different habits: what they do differently they declare in a profile, and nothing is found."""

from __future__ import annotations

import gzip
import hmac
import io
import json
import time
from typing import TYPE_CHECKING, Any

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from flask import Flask, request

from tests.zoo.keeper import SECRET, TOKEN, Keeper, Refusal
from vodhooks.catalogue import catalogue
from vodhooks.decoding import decode
from vodhooks.errors import NotJson, SignatureError, VodhooksError
from vodhooks.events import Event, parse
from vodhooks.fuzzer.checks import Expectation
from vodhooks.fuzzer.profiles import Profile
from vodhooks.signatures import scheme

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from starlette.responses import Response

    from vodhooks.catalogue import Channel
    from vodhooks.fuzzer.applications import Receiver

__all__ = ["CORRECT"]


class Lenient(Keeper):
    """Takes every media type, compressed bodies and a byte order mark, and answers with a body."""

    def check_media_type(self, given: str | None, channel: Channel) -> None:
        del given, channel

    def check_encoding(self, given: str) -> None:
        if given not in {"", "identity", "gzip"}:
            raise Refusal(415)

    def decode(self, body: bytes) -> Any:
        return super().decode(self.plain(body))

    def identify(self, body: bytes, payload: Any, channel: Channel) -> Any:
        return super().identify(self.plain(body), payload, channel)

    def plain(self, body: bytes) -> bytes:
        if body[:2] == b"\x1f\x8b":
            try:
                with gzip.open(io.BytesIO(body)) as file:
                    body = file.read(self.largest + 1)
            except (EOFError, OSError):
                raise Refusal(400) from None
            if len(body) > self.largest:
                raise Refusal(413)
        return body.removeprefix(b"\xef\xbb\xbf")

    def answer(self, channel: Channel) -> Response:
        return JSONResponse({"kept": channel.name})


def keeper() -> tuple[Receiver, Callable[[], int]]:
    kept = Keeper()
    return kept.app, lambda: len(kept.events)


def lenient() -> tuple[Receiver, Callable[[], int]]:
    kept = Lenient()
    return kept.app, lambda: len(kept.events)


def verified(payload: Any, channel: Channel) -> bool:
    try:
        if channel.signature:
            scheme(channel.signature)(SECRET).verify_payload(payload, now=time.time())
    except SignatureError:
        return False
    return True


def key_of(event: Any, payload: Any, channel: Channel) -> str:
    if isinstance(event, Event):
        return json.dumps([channel.name, event.identity])
    return json.dumps(
        [
            channel.name,
            {
                key: value
                for key, value in payload.items()
                if key not in channel.excluded_from_comparison
            },
        ],
        sort_keys=True,
    )


def on_flask() -> tuple[Receiver, Callable[[], int]]:
    """Looks at the token before it reads anything, and says 403 to strangers and 400 to everything else that is wrong."""
    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = 2**20
    kept: dict[str, bytes] = {}

    def receiving(channel: Channel) -> Callable[[], tuple[str, int]]:
        def receive() -> tuple[str, int]:
            if not hmac.compare_digest(request.args.get("token", "").encode(), TOKEN.encode()):
                return "", 403
            if request.headers.get("content-encoding", "identity") != "identity":
                return "", 415
            if channel.media_type and request.mimetype != channel.media_type:
                return "", 415
            body = request.get_data()
            try:
                payload = decode(body)
                if not verified(payload, channel):
                    return "", 403
                event = parse(body, channel.name)
            except VodhooksError:
                return "", 400
            kept.setdefault(key_of(event, payload, channel), body)
            return "kept", 200

        return receive

    for channel in catalogue().channels.values():
        app.add_url_rule(channel.path, channel.name, receiving(channel), methods=["POST"])
    return app, lambda: len(kept)


def on_fastapi() -> tuple[Receiver, Callable[[], int]]:
    """Keeps first and validates later: an authentic delivery gets 200 whatever it is, and what is broken is put aside."""
    app = FastAPI()
    kept: dict[str, bytes] = {}
    aside: list[bytes] = []

    def receiving(channel: Channel) -> Callable[..., Any]:
        async def receive(request: Request) -> JSONResponse:
            token = request.query_params.get("token", "")
            if not hmac.compare_digest(token.encode(errors="replace"), TOKEN.encode()):
                return JSONResponse({}, 401)
            body = b""
            async for chunk in request.stream():
                body += chunk
                if len(body) > 2**21:
                    return JSONResponse({}, 413)
            try:
                payload = decode(body)
            except NotJson:
                return JSONResponse({}, 400)
            if not verified(payload, channel):
                return JSONResponse({}, 401)
            try:
                event = parse(body, channel.name)
            except VodhooksError:
                aside.append(body)
                return JSONResponse({"aside": True})
            kept.setdefault(key_of(event, payload, channel), body)
            return JSONResponse({"kept": True})

        return receive

    for channel in catalogue().channels.values():
        app.post(channel.path)(receiving(channel))
    return app, lambda: len(kept)


VALIDATES_LATER = Profile(
    expected={
        **dict.fromkeys(("contract/", "generated/"), Expectation.SURVIVE),
        **dict.fromkeys(
            ("repeat/broken-contract", "signature/mistyped", "syntax/no-object"),
            Expectation.SURVIVE,
        ),
    }
)

CORRECT: Mapping[str, tuple[Callable[[], tuple[Receiver, Callable[[], int]]], Profile]] = {
    "starlette": (keeper, Profile()),
    "starlette, lenient": (lenient, Profile()),
    "flask, strict": (on_flask, Profile()),
    "fastapi, validates later": (on_fastapi, VALIDATES_LATER),
}
"""Makers of a receiver and of what counts its events, and the receiver's profile, by habit."""
