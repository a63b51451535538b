"""The vendors' signature schemes, one module each: they have nothing in common but that they sign and verify.

A signer places a signature in a payload (`sign_payload`) and verifies one (`verify_payload`); `sign` and `verify` take
the scheme's own arguments. Both vendors here sign a point in time and nothing else: a captured pair vouches for any
body until its time is over. Use HTTPS and a callback URL that cannot be guessed. `max_age` and `max_ahead` say how far
that point may lie in the past and in the future; each scheme has defaults of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from vodhooks.errors import SecretError

if TYPE_CHECKING:
    from vodhooks.signatures.polyv import PolyvOutlineSigner
    from vodhooks.signatures.tencent import TencentCallbackSigner

    Signer: TypeAlias = PolyvOutlineSigner | TencentCallbackSigner

__all__ = ["scheme"]


def scheme(name: str) -> type[Signer]:
    """Return the signer class of a scheme that a channel names.

    Raises:
        SecretError: there is no such scheme.
    """
    if name == "polyv-video-outline":
        from vodhooks.signatures.polyv import PolyvOutlineSigner

        return PolyvOutlineSigner
    if name == "tencent-vod-callback":
        from vodhooks.signatures.tencent import TencentCallbackSigner

        return TencentCallbackSigner
    raise SecretError(f"no signature scheme is called {name!r}")
