"""The two calls of the vendor's API, through the vendor's own SDK. Whatever goes wrong in it is one exception."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from requests import RequestException, Session
from requests.utils import get_environ_proxies
from tencentcloud.common.credential import Credential
from tencentcloud.common.exception import TencentCloudSDKException
from tencentcloud.common.profile.client_profile import ClientProfile
from tencentcloud.common.profile.http_profile import HttpProfile
from tencentcloud.vod.v20180717.vod_client import VodClient

from vodhooks.errors import PullingError
from vodhooks.pull.replies import NO_EVENT, acknowledged, events, failure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vodhooks.pull.replies import Pulled
    from vodhooks.pull.settings import Credentials, Settings

__all__ = ["Client"]

TIMEOUT_SECONDS = 10
"""How long the vendor may be silent. It holds a pull for up to 5 seconds and advises 10."""


class Client:
    """Pulls and confirms events of one application. Not for several threads at once.

    Args:
        settings: where the API is and how it is called.
        credentials: what calls are signed with.
    """

    def __init__(self, settings: Settings, credentials: Credentials) -> None:
        profile = ClientProfile(
            httpProfile=HttpProfile(protocol=settings.scheme, endpoint=settings.endpoint, reqTimeout=TIMEOUT_SECONDS)
        )
        self._sdk: Any = _Raw(Credential(credentials.secret_id, credentials.secret_key), settings.region, profile)
        connection = self._sdk.request.conn
        # The SDK asks whether the host, port and all, is part of NO_PROXY. Here it is read as everybody else reads it.
        connection.proxy = {} if settings.is_local else get_environ_proxies(f"{settings.scheme}://{settings.endpoint}")
        self._session: Session = connection._session  # noqa: SLF001 # there is no other way in
        # requests would look through the environment at each call, and let a .netrc replace the signature.
        self._session.trust_env = False
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
        self._session.close()

    def _call(self, action: str, parameters: dict[str, Any]) -> bytes:
        try:
            reply: bytes = self._sdk.call(action, {**self._application, **parameters})
        except TencentCloudSDKException as error:
            # Its message holds the reply.
            raise failure(error.code) from None
        except RequestException:
            raise PullingError("unavailable") from None
        return reply


class _Raw(VodClient):  # type: ignore[misc] # the SDK has no types
    """The vendor's client without its own look at replies, which trips over what is not JSON before anybody has seen it."""

    def _check_error(self, resp: object) -> None:
        """Leave it to the contract, also where the Content-Type is not quite what the SDK expects."""
