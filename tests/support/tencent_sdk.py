"""Lends the vendor's own SDK to the tests of both sides of its API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

import pytest
from tencentcloud.common.credential import Credential
from tencentcloud.common.profile.client_profile import ClientProfile
from tencentcloud.common.profile.http_profile import HttpProfile
from tencentcloud.vod.v20180717.vod_client import VodClient

from vodhooks.testing.tencent import SECRET_ID, SECRET_KEY

if TYPE_CHECKING:
    from collections.abc import Iterator


class Sdk(Protocol):
    """Returns a client of the SDK, which has no types."""

    def __call__(
        self, endpoint: str, secret_id: str = SECRET_ID, secret_key: str = SECRET_KEY
    ) -> Any: ...


@pytest.fixture
def sdk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Sdk]:
    """Return a function that makes clients, and close their connections at the end."""
    monkeypatch.delenv("HTTP_PROXY", raising=False)
    monkeypatch.delenv("http_proxy", raising=False)
    clients: list[Any] = []

    def client(endpoint: str, secret_id: str = SECRET_ID, secret_key: str = SECRET_KEY) -> Any:
        profile = ClientProfile(
            httpProfile=HttpProfile(protocol="http", endpoint=endpoint, reqTimeout=10)
        )
        clients.append(VodClient(Credential(secret_id, secret_key), "", profile))
        return clients[-1]

    yield client
    for made in clients:
        made.request.conn._session.close()  # noqa: SLF001 # the SDK has no other way to close
