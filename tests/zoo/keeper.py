"""A correct receiver in small. Each of its steps is a method, for a defect to override."""

from __future__ import annotations

import asyncio
import hmac
import json
import time
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

import orjson
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from vodhooks.catalogue import catalogue
from vodhooks.decoding import decode
from vodhooks.errors import NotJson, SignatureError, VodhooksError
from vodhooks.events import Event, parse
from vodhooks.fuzzer.effects import Stored
from vodhooks.signatures import scheme

if TYPE_CHECKING:
    from starlette.requests import Request

    from vodhooks.catalogue import Channel
    from vodhooks.signatures import Signer

__all__ = ["ENVIRON", "SECRET", "TOKEN", "Keeper", "Refusal"]

SECRET = "zookeeper1"
TOKEN = "an-unguessable-token"
ENVIRON = {
    **{
        scheme(channel.signature).setting: SECRET
        for channel in catalogue().channels.values()
        if channel.signature
    },
    "VODHOOKS_TOKENS": TOKEN,
}


class Refusal(Exception):
    """Ends a delivery with a status."""

    def __init__(self, status: int, text: str = "", media_type: str = "text/plain") -> None:
        self.status = status
        self.text = text
        self.media_type = media_type
        super().__init__(str(status))


class Keeper:
    """Receives callbacks and keeps them in memory: one event for each identity, every other body of it beside."""

    largest = 2 * 2**20
    success = 200
    methods: tuple[str, ...] = ("POST",)
    patience = 4.0
    """How long a body may take, in seconds."""
    protocol: type[asyncio.Protocol] | None = None
    """What reads HTTP where it is served on a port, or None for the protocol that is careful."""
    slow = 5.0
    """How long an answer may take before its owner calls it slow, in seconds."""

    def __init__(self) -> None:
        self.events: dict[Any, list[bytes]] = {}

    @property
    def app(self) -> Starlette:
        routes = [
            Route(channel.path, self._endpoint(channel), methods=[*self.methods])
            for channel in catalogue().channels.values()
        ]
        return Starlette(routes=[*routes, Route("/stored", self.stored)])

    def counted(self) -> Stored:
        """Return how many events there are, and the newest: `keep` puts each at the end."""
        newest = next(reversed(self.events.values()), [b"null"])[-1]
        return Stored(len(self.events), json.loads(newest))

    async def stored(self, request: Request) -> Response:
        del request
        return PlainTextResponse(str(len(self.events)))

    def _endpoint(self, channel: Channel) -> Any:
        async def endpoint(request: Request) -> Response:
            try:
                return await self.receive(request, channel)
            except Refusal as refusal:
                return Response(refusal.text, refusal.status, media_type=refusal.media_type)

        return endpoint

    async def receive(self, request: Request, channel: Channel) -> Response:
        self.check_media_type(request.headers.get("content-type"), channel)
        self.check_encoding(request.headers.get("content-encoding", ""))
        body = await self.read(request)
        payload = self.decode(body)
        self.check_token(self.token(request))
        if channel.signature:
            self.check_signature(channel.signature, payload)
        key = self.identify(body, payload, channel)
        await self.keep(key, body, payload)
        return self.answer(channel)

    def check_media_type(self, given: str | None, channel: Channel) -> None:
        if (
            channel.media_type
            and (given or "").partition(";")[0].strip().lower() != channel.media_type
        ):
            raise Refusal(415)

    def check_encoding(self, given: str) -> None:
        if given not in {"", "identity"}:
            raise Refusal(415)

    async def read(self, request: Request) -> bytes:
        body = b""
        try:
            async with asyncio.timeout(self.patience):
                async for chunk in request.stream():
                    body += chunk
                    if len(body) > self.largest:
                        raise Refusal(413)
        except TimeoutError:
            raise Refusal(408) from None
        return body

    def decode(self, body: bytes) -> Any:
        try:
            return decode(body)
        except NotJson:
            raise Refusal(400) from None

    def token(self, request: Request) -> str:
        given = parse_qs(
            request.scope["query_string"].decode("ascii", "replace"), errors="replace"
        ).get("token", [""])
        return str(given[0])

    def check_token(self, given: str) -> None:
        if not hmac.compare_digest(given.encode(), TOKEN.encode()):
            raise Refusal(401)

    def signer(self, signature: str) -> Signer:
        return scheme(signature)(SECRET)

    def check_signature(self, signature: str, payload: Any) -> None:
        try:
            self.signer(signature).verify_payload(payload, now=time.time())
        except SignatureError:
            raise Refusal(401) from None

    def identify(self, body: bytes, payload: Any, channel: Channel) -> Any:
        """Validate a payload and return what identifies its event."""
        try:
            event = parse(body, channel.name)
        except VodhooksError:
            raise Refusal(422) from None
        if isinstance(event, Event):
            return channel.name, orjson.dumps(event.identity)
        kept = {
            name: value
            for name, value in payload.items()
            if name not in channel.excluded_from_comparison
        }
        return channel.name, orjson.dumps(kept, option=orjson.OPT_SORT_KEYS)

    async def keep(self, key: Any, body: bytes, payload: Any) -> None:
        del payload
        self.events.setdefault(key, []).append(body)

    def answer(self, channel: Channel) -> Response:
        del channel
        return Response(status_code=self.success)
