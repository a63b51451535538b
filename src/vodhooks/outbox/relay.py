"""Relays: a NATS JetStream stream or an HTTP endpoint as the sink, with CloudEvents 1.0 in JSON."""

from __future__ import annotations

import asyncio
import re
import time
from base64 import b64decode, b64encode
from contextlib import asynccontextmanager
from hashlib import sha256
from hmac import digest
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from vodhooks.errors import OutboxError, SecretError, SinkUnavailable
from vodhooks.inbox.export import as_cloudevent, as_reference
from vodhooks.receiver.metrics import say

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence

    from nats.aio.client import Client
    from nats.js import JetStreamContext

    from vodhooks.inbox.queries import StoredEvent
    from vodhooks.outbox.loop import Sink, Store
    from vodhooks.outbox.metrics import Observer
    from vodhooks.vendor.transports import Transport

MEDIA_TYPE = "application/cloudevents+json"

SUBJECTS = "vodhooks"
"""What all subjects begin with; the message's full name follows."""

CONNECT_SECONDS = 10.0
"""How long the first connection to a broker may take."""

RECONNECT_SECONDS = 1
"""How long to wait between two attempts to connect to a broker again."""

HEADER_BYTES = 1024
"""What the headers of a message take at most: a broker counts them as payload."""

TOO_LARGE = 10054
"""JetStream's code for a message that is larger than its stream takes: the one that is the event's own."""

BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Statuses of an endpoint that takes nothing for now."""

_STREAM = re.compile(r"[A-Za-z0-9_-]+")


class RequestRefused(Exception):
    """An endpoint does not take an event."""


class JetStreamSink:
    """Publishes events to a stream. It drops what comes twice within its duplicate window, by the id.

    Args:
        client: connected.
        stream: context of the client.
        name: of the stream.
        seconds: how long an acknowledgement may take.
        observer: counts references.
    """

    def __init__(
        self,
        client: Client,
        stream: JetStreamContext,
        name: str,
        seconds: float,
        observer: Observer,
    ) -> None:
        self._client = client
        self._stream = stream
        self._name = name
        self._seconds = seconds
        self._observer = observer

    async def hand_on(self, stored: StoredEvent, _: Store) -> None:
        """Publish an event, and return once the stream has acknowledged it.

        Raises:
            SinkUnavailable: the broker or the stream takes nothing now.
            nats.js.errors.APIError: the stream takes no message so large.
        """
        from nats.errors import Error
        from nats.js.errors import APIError

        body = as_cloudevent(stored)
        if len(body) > self._client.max_payload - HEADER_BYTES:
            body = as_reference(stored)
            self._observer.references.inc()
        entry = stored.entry
        subject = f"{SUBJECTS}.{entry.message or f'{entry.channel}.unknown'}"
        headers = {"Nats-Msg-Id": entry.event_id, "content-type": MEDIA_TYPE}
        try:
            await self._stream.publish(
                subject, body, timeout=self._seconds, stream=self._name, headers=headers
            )
        except APIError as error:
            if error.err_code == TOO_LARGE:
                raise
            raise SinkUnavailable(f"the stream {self._name}: {error.description}") from None
        except (Error, OSError) as error:
            raise SinkUnavailable(f"NATS: {type(error).__name__}: {error}") from None


class EndpointSink:
    """Posts events to a URL, signed as Standard Webhooks.

    Args:
        transport: the HTTP client.
        url: the endpoint.
        keys: secrets, newest first; a request carries a signature with each.
        clock: seconds since the Unix epoch.
    """

    def __init__(
        self,
        transport: Transport,
        url: str,
        keys: Sequence[bytes],
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._transport = transport
        self._url = url
        self._keys = keys
        self._clock = clock

    async def hand_on(self, stored: StoredEvent, _: Store) -> None:
        """Post an event, and return once the endpoint has answered with success.

        Raises:
            SinkUnavailable: it cannot be reached, or says that it takes nothing now.
            RequestRefused: it does not take this event.
        """
        from vodhooks.vendor.requests import Request

        body = as_cloudevent(stored)
        name, moment = stored.entry.event_id, f"{self._clock():.0f}"
        headers = {
            "content-type": MEDIA_TYPE,
            "webhook-id": name,
            "webhook-timestamp": moment,
            "webhook-signature": sign(self._keys, name, moment, body),
        }
        request = Request(self._url, headers, body)
        answer = await asyncio.to_thread(self._transport.send, request)
        if answer.status is None or answer.status in BUSY:
            raise SinkUnavailable(f"the endpoint: {answer.fault or answer.status}")
        if not 200 <= answer.status < 300:
            raise RequestRefused(f"the endpoint has answered {answer.status}")


def sign(keys: Sequence[bytes], name: str, moment: str, body: bytes) -> str:
    """Return the signatures of a message, one with each key.

    https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md#signature-scheme

    Args:
        keys: the keys.
        name: of the message.
        moment: seconds since the Unix epoch, as text.
        body: the bytes of the body.
    """
    signed = f"{name}.{moment}.".encode() + body
    return " ".join(f"v1,{b64encode(digest(key, signed, sha256)).decode()}" for key in keys)


def parse_keys(secrets: Sequence[str]) -> list[bytes]:
    """Return the keys that secrets of the form `whsec_<base64>` stand for.

    Raises:
        SecretError: one has another form, or fewer than 24 bytes.
    """
    keys = []
    for secret in secrets:
        try:
            key = b64decode(secret.removeprefix("whsec_"), validate=True)
        except ValueError:
            key = b""
        if not (secret.startswith("whsec_") and len(key) >= 24):
            raise SecretError("a secret is not whsec_ and at least 24 bytes in base64")
        keys.append(key)
    return keys


@asynccontextmanager
async def open_stream(
    to: str, credentials: str | None, seconds: float, observer: Observer
) -> AsyncIterator[Sink]:
    """Connect to a broker, and make the stream if there is none.

    Args:
        to: `nats://host:4222/STREAM`; hosts may be several, separated by commas.
        credentials: path of a file with credentials, or None.
        seconds: how long an acknowledgement may take.
        observer: reports lost connections.

    Raises:
        OutboxError: the URL has another form.
        SinkUnavailable: no broker can be reached, or the stream cannot be made.
    """
    import nats
    from nats.errors import Error
    from nats.js.errors import NotFoundError

    servers, name = split_target(to)

    async def report(error: Exception) -> None:
        observer.report(f"NATS: {type(error).__name__}: {error}")

    try:
        async with asyncio.timeout(CONNECT_SECONDS):
            client = await nats.connect(
                servers,
                name="vodhooks",
                error_cb=report,
                max_reconnect_attempts=-1,
                reconnect_time_wait=RECONNECT_SECONDS,
                user_credentials=credentials,
            )
    except (Error, OSError) as error:  # TimeoutError is one
        raise SinkUnavailable(f"NATS cannot be reached: {type(error).__name__}") from None
    try:
        stream = client.jetstream()
        try:
            await stream.stream_info(name)
        except NotFoundError:
            await stream.add_stream(name=name, subjects=[f"{SUBJECTS}.>"])
            say(f"made the stream {name} for {SUBJECTS}.>")
        yield JetStreamSink(client, stream, name, seconds, observer)
    except Error as error:
        raise SinkUnavailable(f"the stream {name}: {type(error).__name__}: {error}") from None
    finally:
        await client.close()


@asynccontextmanager
async def open_endpoint(
    to: str, keys: Sequence[bytes], seconds: float, _: Observer
) -> AsyncIterator[Sink]:
    """Open an HTTP client for an endpoint.

    Args:
        to: its URL.
        keys: to sign with.
        seconds: how long connecting, posting and the answer may take together.

    Raises:
        SendingError: it is no URL.
    """
    from vodhooks.vendor.transports import Transport

    with Transport(to, seconds, through_proxy=True) as transport:
        yield EndpointSink(transport, to, keys)


def split_target(to: str) -> tuple[list[str], str]:
    """Return the servers and the stream of a URL such as `nats://a:4222,b:4222/STREAM`.

    Raises:
        OutboxError: it has another form.
    """
    parts = urlsplit(to)
    name = parts.path.removeprefix("/")
    if parts.scheme not in {"nats", "tls"} or not parts.netloc or not _STREAM.fullmatch(name):
        raise OutboxError("a relay goes to nats://host:4222/STREAM or https://host/path")
    userinfo, at, hosts = parts.netloc.rpartition("@")
    return [f"{parts.scheme}://{userinfo}{at}{host}" for host in hosts.split(",")], name
