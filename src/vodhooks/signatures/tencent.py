"""Tencent Cloud VOD's signature of event notifications, for apps that have a SignKey (since 2026-04-29)."""

from __future__ import annotations

import hmac
import re
import time
from hashlib import md5
from math import isfinite
from typing import TYPE_CHECKING, Any, ClassVar

from vodhooks.errors import (
    SecretError,
    SignatureMalformed,
    SignatureMismatch,
    SignatureMissing,
    SignatureStale,
)
from vodhooks.signatures.secrets import as_secrets

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["TencentCallbackSigner"]

VALIDITY = 600
"""How long the vendor's signatures live by default, in seconds."""

_SIGN_KEY = re.compile(rb"[A-Za-z0-9]{1,32}")
_EXPIRY = re.compile(r"[1-9][0-9]{0,11}")


class TencentCallbackSigner:
    """`Sign = MD5(SignKey + T)`, where `T` is when the signature expires, in seconds since the Unix epoch.

    It covers the expiry alone. That both stand at the top level of the body, and in which case the digits are, is our
    reading: they are compared without case.

    Args:
        secrets: the app's SignKey, or several, newest first: the first signs, all verify.
        max_age: how far in the past an expiry may lie, in seconds, for clocks that differ.
        max_ahead: how far in the future, in seconds.
        clock: seconds since the Unix epoch.

    Raises:
        SecretError: no SignKey, an empty one, or one that is not 1 to 32 letters and digits.
    """

    setting: ClassVar[str] = "VODHOOKS_TENCENT_SIGN_KEYS"
    MAX_AGE: ClassVar[float] = 300.0
    MAX_AHEAD: ClassVar[float] = 86_400.0
    LIFETIME: ClassVar[float] = float(VALIDITY)
    """How far ahead of its making a signature's time lies, in seconds: it says when it expires."""

    def __init__(
        self,
        secrets: str | bytes | Sequence[str | bytes],
        *,
        max_age: float = MAX_AGE,
        max_ahead: float = MAX_AHEAD,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._secrets = as_secrets(secrets)
        if not all(_SIGN_KEY.fullmatch(secret) for secret in self._secrets):
            raise SecretError("a SignKey is 1 to 32 letters and digits")
        self._max_age = max_age
        self._max_ahead = max_ahead
        self._clock = clock

    def sign(self, expiry: int) -> str:
        """Return the sign of an expiry in Unix seconds: 32 lower-case hexadecimal digits.

        Raises:
            SignatureMalformed: the expiry is no positive integer of at most 12 digits.
        """
        return _digest(self._secrets[0], _checked(expiry)).decode()

    @staticmethod
    def digest(secret: bytes, expiry: int) -> str:
        """Return what any secret, even an empty one, makes of any expiry: for those who test what a receiver lets in."""
        return _digest(secret, expiry).decode()

    def verify(self, sign: object, expiry: object, *, now: float | None = None) -> None:
        """Return if `sign` was made for `expiry` with one of the SignKeys, and has not expired.

        Args:
            sign: 32 hexadecimal digits in either case.
            expiry: Unix seconds, as an integer or its decimal digits.
            now: seconds since the Unix epoch, instead of the clock's.

        Raises:
            SignatureMissing: one of them is None.
            SignatureMalformed: the sign is no string, or the expiry no positive integer of at most 12 digits.
            SignatureMismatch: any string but the sign of this expiry.
            SignatureStale: authentic, but expired, or valid for longer than is believable.
        """
        if sign is None or expiry is None:
            raise SignatureMissing("Sign or T is missing")
        seconds = _checked(expiry)
        if not isinstance(sign, str):
            raise SignatureMalformed("Sign is not a string")
        given = sign.encode(errors="surrogatepass").lower()
        matches = [hmac.compare_digest(_digest(secret, seconds), given) for secret in self._secrets]
        if not any(matches):
            raise SignatureMismatch("Sign does not match")
        self._check_age(seconds, now)

    def sign_payload(self, payload: dict[str, Any], moment: float) -> dict[str, Any]:
        """Return a copy of a payload with a signature made at `moment`, in seconds since the Unix epoch.

        Raises:
            SignatureMalformed: the moment is none that the scheme can write.
        """
        if not isfinite(moment):
            raise SignatureMalformed("the moment is not a number")
        expiry = int(moment) + VALIDITY
        return {**payload, "Sign": self.sign(expiry), "T": expiry}

    def verify_payload(self, payload: Any, *, now: float | None = None) -> None:
        """Verify the `Sign` and `T` of a decoded payload, as `verify` does."""
        if not isinstance(payload, dict):
            raise SignatureMissing("the payload is no object")
        self.verify(payload.get("Sign"), payload.get("T"), now=now)

    def verify_time(self, payload: Any, *, now: float | None = None) -> None:
        """Return if the time in a decoded payload is fresh, even where the sign does not match; raises as `verify_payload` does."""
        if not isinstance(payload, dict):
            raise SignatureMissing("the payload is no object")
        self._check_age(_checked(payload.get("T")), now)

    def extract_signature(self, payload: Any) -> str:
        """Return the signature in a payload that has been verified: events that share it were not signed apart."""
        return str(payload["Sign"]).lower()

    def _check_age(self, seconds: float, now: float | None) -> None:
        age = (self._clock() if now is None else now) - seconds
        if not -self._max_ahead <= age <= self._max_age:
            excess = age - self._max_age if age > 0 else age + self._max_ahead
            raise SignatureStale("T is outside the freshness window", excess)


def _checked(expiry: object) -> int:
    if isinstance(expiry, int) and not isinstance(expiry, bool) and 0 < expiry < 10**12:
        return expiry
    if isinstance(expiry, str) and _EXPIRY.fullmatch(expiry):
        return int(expiry)
    raise SignatureMalformed("T is not a number of Unix seconds")


def _digest(secret: bytes, expiry: int) -> bytes:
    # The hash is the vendor's choice; the flag lets it work where weak hashes are fenced off.
    return md5(b"%b%d" % (secret, expiry), usedforsecurity=False).hexdigest().encode()
