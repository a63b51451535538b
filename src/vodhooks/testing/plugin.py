"""The pytest plugin: fixtures for the tests of a service that receives callbacks.

It is loaded in every pytest run of every environment that has vodhooks, so it imports nothing before a fixture is used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["vodhooks_example", "vodhooks_sign"]


@pytest.fixture(scope="session")
def vodhooks_example() -> Callable[..., dict[str, Any]]:
    """`vodhooks_example(message, n=0)`: a fresh copy of a sample payload of a message."""
    from vodhooks.testing import example

    return example


@pytest.fixture(scope="session")
def vodhooks_sign() -> Callable[..., dict[str, Any]]:
    """`vodhooks_sign(payload, channel, secrets, moment=now)`: the payload as the vendor would sign it."""
    import time

    from vodhooks.testing import sign

    def sign_now(
        payload: dict[str, Any],
        channel: str,
        secrets: str | bytes | Sequence[str | bytes],
        moment: float | None = None,
    ) -> dict[str, Any]:
        return sign(payload, channel, secrets, time.time() if moment is None else moment)

    return sign_now
