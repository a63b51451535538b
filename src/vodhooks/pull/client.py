"""The two calls of the vendor's API, through the vendor's own SDK. Whatever goes wrong in it is one exception."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tencentcloud.common.credential import Credential
from tencentcloud.common.exception import TencentCloudSDKException
from tencentcloud.common.profile.client_profile import ClientProfile
from tencentcloud.common.profile.http_profile import HttpProfile
from tencentcloud.vod.v20180717.vod_client import VodClient

from vodhooks.errors import PullingError
from vodhooks.pull.replies import NO_EVENT, acknowledged, events, failure
from vodhooks.pull.stopping import Stop
from vodhooks.pull.transport import Transport

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vodhooks.pull.replies import Pulled
    from vodhooks.pull.settings import Credentials, Settings

__all__ = ["Client"]

CALL_SECONDS = 15.0
"""How long a call may take in all, its reply included. The vendor holds a pull for up to 5 seconds and advises to wait 10."""

REPLY_BYTES = 64 * 2**20
"""Largest reply: several times what 16 events of the largest size come to."""


class Client:
    """Pulls and confirms events of one application. Not for several threads at once.

    Args:
        settings: where the API is and how it is called.
        credentials: what calls are signed with.
        stop: the request to end, after which a call is given up soon.
    """

    def __init__(self, settings: Settings, credentials: Credentials, stop: Stop | None = None) -> None:
        self._transport = Transport(settings, stop or Stop(), CALL_SECONDS, REPLY_BYTES)
        profile = ClientProfile(httpProfile=HttpProfile(protocol=settings.scheme, endpoint=settings.endpoint))
        self._sdk: Any = _Signing(Credential(credentials.secret_id, credentials.secret_key), settings.region, profile)
        self._sdk.request = self._transport
        self._application = {} if settings.sub_app_id is None else {"SubAppId": settings.sub_app_id}

    def pull(self) -> tuple[Pulled, ...]:
        """Return the next events, at most 16 as the vendor documents, and none where the queue stays empty for 5 seconds.

        Raises:
            PullingError: the call fails, or its reply breaks the contract.
        """
        try:
            return events(self._call("PullEvents", {}))
        except PullingError as error:
            if error.code == NO_EVENT:
                return ()
            raise

    def confirm(self, handles: Sequence[str]) -> None:
        """Confirm events: they are not pulled again.

        Args:
            handles: at most 16, as the vendor documents.

        Raises:
            PullingError: the call fails; it may have been heard all the same.
        """
        acknowledged(self._call("ConfirmEvents", {"EventHandles": list(handles)}))

    def close(self) -> None:
        """Close the connection."""
        self._transport.close()

    def _call(self, action: str, parameters: dict[str, Any]) -> bytes:
        try:
            reply: bytes = self._sdk.reply(action, {**self._application, **parameters})
        except TencentCloudSDKException as error:
            # Its message may hold what was sent.
            raise failure(error.code) from None
        return reply


class _Signing(VodClient):  # type: ignore[misc] # the SDK has no types
    """The vendor's client without its own look at replies, which trips over what is not JSON before anybody has seen it."""

    def reply(self, action: str, parameters: dict[str, Any]) -> bytes:
        """Sign a call, and return what the transport returns."""
        reply: Any = self._call(action, parameters)
        return reply  # type: ignore[no-any-return] # what the transport returns, and not what the SDK's own would
