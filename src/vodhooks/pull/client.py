"""The two calls of the vendor's API. The vendor's SDK signs them; they are sent here.

The SDK's own transport reads replies whole, decompressed, and for as long as a byte arrives now and
then. Here a call is bounded in time and its reply in size, and every failure is a PullingError.
"""

from __future__ import annotations

import ssl
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

import certifi
import httpcore
from requests.utils import (
    get_auth_from_url,
    get_environ_proxies,
    prepend_scheme_if_needed,
    select_proxy,
    urldefragauth,
)
from tencentcloud.common.credential import Credential
from tencentcloud.common.exception import TencentCloudSDKException
from tencentcloud.common.profile.client_profile import ClientProfile
from tencentcloud.common.profile.http_profile import HttpProfile
from tencentcloud.vod.v20180717.vod_client import VodClient

from vodhooks.errors import PullingError
from vodhooks.pull.deadlines import Stop
from vodhooks.pull.network import Network
from vodhooks.pull.replies import NO_EVENT, PulledEvent, api_error, check_confirmation, parse_events
from vodhooks.pull.settings import Credentials, Settings

CALL_SECONDS = 15.0
"""How long a call may take, its reply included. The vendor holds a pull for up to 5 seconds and
advises to wait 10."""

REPLY_BYTES = 64 * 2**20
"""Largest reply: several times the size of 16 events of the largest size."""

_OK = 200
_FAILURES = (
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.ProxyError,
    httpcore.TimeoutException,
    httpcore.UnsupportedProtocol,
    OSError,
    UnicodeError,  # a host that no resolver takes
)


class Client:
    """Pulls and confirms events of one application. Not for several threads at once.

    Args:
        settings: where the API is and how it is called.
        credentials: what calls are signed with.
        stop: the request to stop, after which a call is given up soon.
    """

    def __init__(
        self, settings: Settings, credentials: Credentials, stop: Stop | None = None
    ) -> None:
        self._transport = _Transport(settings, stop or Stop(), CALL_SECONDS, REPLY_BYTES)
        profile = ClientProfile(
            httpProfile=HttpProfile(protocol=settings.scheme, endpoint=settings.endpoint)
        )
        self._sdk: Any = _Sdk(
            Credential(credentials.secret_id, credentials.secret_key), settings.region, profile
        )
        self._sdk.request = self._transport
        self._application = {} if settings.sub_app_id is None else {"SubAppId": settings.sub_app_id}

    def pull(self) -> tuple[PulledEvent, ...]:
        """Return the next events: at most 16, or none where the queue stays empty for 5 seconds.

        Raises:
            PullingError: the call fails, or its reply breaks the contract.
        """
        try:
            return parse_events(self._call("PullEvents", {}))
        except PullingError as error:
            if error.code == NO_EVENT:
                return ()
            raise

    def confirm(self, handles: Sequence[str]) -> None:
        """Confirm events, so that they are not pulled again.

        Args:
            handles: at most 16, as the vendor documents.

        Raises:
            PullingError: the call fails; the vendor may have received it all the same.
        """
        check_confirmation(self._call("ConfirmEvents", {"EventHandles": list(handles)}))

    def close(self) -> None:
        """Close the connection."""
        self._transport.close()

    def _call(self, action: str, parameters: dict[str, Any]) -> bytes:
        try:
            reply: bytes = self._sdk.reply(action, {**self._application, **parameters})
        except TencentCloudSDKException as error:
            # Its message may hold what was sent.
            raise api_error(error.code) from None
        return reply


class _Sdk(VodClient):  # type: ignore[misc] # the SDK has no types
    """The vendor's client without its parsing of replies, which fails on broken JSON."""

    def reply(self, action: str, parameters: dict[str, Any]) -> bytes:
        """Sign a call, and return what the transport returns."""
        reply: Any = self._call(action, parameters)
        return reply  # type: ignore[no-any-return] # what the transport returns, and not what the SDK's own would


class _SignedRequest(Protocol):
    """A request as the SDK makes it."""

    host: str
    method: str
    uri: str
    header: Mapping[str, str]
    data: str


class _Transport:
    """Takes the place of the SDK's `ApiRequest`. Not for several threads at once.

    Args:
        settings: where the API is.
        stop: the request to stop, after which a call is given up soon.
        seconds: how long a call may take: resolving, connecting, waiting and every byte.
        size: largest reply, in bytes.
    """

    def __init__(self, settings: Settings, stop: Stop, seconds: float, size: int) -> None:
        self._scheme = settings.scheme
        self._stop = stop
        self._seconds = seconds
        self._size = size
        self._network = Network(stop.limit(seconds))
        context = ssl.create_default_context(cafile=certifi.where())
        proxy = None if settings.is_local else _proxy(f"{settings.scheme}://{settings.endpoint}")
        self._pool = httpcore.ConnectionPool(
            context, proxy, max_connections=1, network_backend=self._network
        )

    def send_request(self, request: _SignedRequest) -> bytes:
        """Return the body of the reply.

        Raises:
            PullingError: there is none in time, it is no HTTP, its status is not 200, or it is
                larger than the bound.
        """
        self._network.left = self._stop.limit(self._seconds)
        url = f"{self._scheme}://{request.host}{request.uri}"
        # Without compression, the size on the wire is the size in memory.
        headers: list[tuple[bytes | str, bytes | str]] = [
            *request.header.items(),
            ("Accept-Encoding", "identity"),
        ]
        try:
            with self._pool.stream(
                request.method, url, headers=headers, content=request.data.encode()
            ) as response:
                return self._read(response)
        except _FAILURES:
            raise PullingError("unavailable") from None

    def close(self) -> None:
        self._pool.close()

    def _read(self, response: httpcore.Response) -> bytes:
        if response.status != _OK:
            raise api_error("ServerNetworkError")
        if any(
            name.lower() == b"content-encoding" and value.lower() != b"identity"
            for name, value in response.headers
        ):
            raise PullingError("broken")
        body = bytearray()
        for chunk in response.iter_stream():
            body += chunk
            if len(body) > self._size:
                raise PullingError("broken")
        return bytes(body)


def _proxy(url: str) -> httpcore.Proxy | None:
    """Return the proxy that the environment names for a URL, or None."""
    name = select_proxy(url, get_environ_proxies(url))
    if not name:
        return None
    proxy = prepend_scheme_if_needed(name, "http")
    user, password = get_auth_from_url(proxy)
    return httpcore.Proxy(urldefragauth(proxy), auth=(user, password) if user else None)
