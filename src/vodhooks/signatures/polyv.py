"""Polyv's signature of video outline callbacks. Its other callbacks are signed in other ways."""

from __future__ import annotations

import hmac
import re
import time
from hashlib import sha1
from math import isfinite
from typing import TYPE_CHECKING, Any, ClassVar

from vodhooks.errors import SignatureMalformed, SignatureMismatch, SignatureMissing, SignatureStale
from vodhooks.signatures.secrets import as_secrets

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["PolyvOutlineSigner"]

_DIGITS = re.compile("[0-9]{13}")


class PolyvOutlineSigner:
    """`sign = UPPER(SHA1(secretKey + timestamp + timestamp + secretKey))`; the timestamp really is there twice.

    It covers the timestamp alone. The vendor does not say whether a retry has a new timestamp, nor when it comes, so
    the freshness window is wide unless narrowed. Source: the vendor's page on video outline callbacks.

    Args:
        secrets: the VOD secretKey (not the live appSecret), or several, newest first: the first signs, all verify.
        max_age: how far in the past a timestamp may lie, in seconds.
        max_ahead: how far in the future, in seconds.
        clock: seconds since the Unix epoch.

    Raises:
        SecretError: no secret, or an empty one.
    """

    setting: ClassVar[str] = "VODHOOKS_POLYV_SECRETS"
    MAX_AGE: ClassVar[float] = 86_400.0
    MAX_AHEAD: ClassVar[float] = 300.0
    LIFETIME: ClassVar[float] = 0.0
    """How far ahead of its making a signature's time lies, in seconds: it says when it was made."""

    def __init__(
        self,
        secrets: str | bytes | Sequence[str | bytes],
        *,
        max_age: float = MAX_AGE,
        max_ahead: float = MAX_AHEAD,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._secrets = as_secrets(secrets)
        self._max_age = max_age
        self._max_ahead = max_ahead
        self._clock = clock

    def sign(self, timestamp: int) -> str:
        """Return the sign of a timestamp in milliseconds: 40 upper-case hexadecimal digits.

        Raises:
            SignatureMalformed: the timestamp is no integer of 13 digits.
        """
        return _digest(self._secrets[0], _checked(timestamp)).decode()

    @staticmethod
    def digest(secret: bytes, timestamp: int) -> str:
        """Return what any secret, even an empty one, makes of any timestamp: for those who test what a receiver lets in."""
        return _digest(secret, timestamp).decode()

    def verify(self, sign: object, timestamp: object, *, now: float | None = None) -> None:
        """Return if `sign` was made for `timestamp` with one of the secrets, and the timestamp is fresh.

        Args:
            sign: 40 upper-case hexadecimal digits.
            timestamp: milliseconds since the Unix epoch. As a string it is signed just so: that breaks the contract, and
                is authentic all the same.
            now: seconds since the Unix epoch, instead of the clock's.

        Raises:
            SignatureMissing: one of them is None.
            SignatureMalformed: the sign is no string, or the timestamp not 13 digits.
            SignatureMismatch: any string but the sign of this timestamp.
            SignatureStale: authentic, but outside the freshness window.
        """
        if sign is None or timestamp is None:
            raise SignatureMissing("sign or timestamp is missing")
        moment = _checked(_as_integer(timestamp))
        if not isinstance(sign, str):
            raise SignatureMalformed("sign is not a string")
        given = sign.encode(errors="surrogatepass")
        matches = [hmac.compare_digest(_digest(secret, moment), given) for secret in self._secrets]
        if not any(matches):
            raise SignatureMismatch("sign does not match")
        self._check_age(moment / 1000, now)

    def sign_payload(self, payload: dict[str, Any], moment: float) -> dict[str, Any]:
        """Return a copy of a payload with the sign and timestamp of `moment`, in seconds since the Unix epoch.

        Raises:
            SignatureMalformed: the moment is none that the scheme can write.
        """
        if not isfinite(moment * 1000):
            raise SignatureMalformed("the moment is not a number")
        timestamp = int(moment * 1000)
        return {**payload, "sign": self.sign(timestamp), "timestamp": timestamp}

    def verify_payload(self, payload: Any, *, now: float | None = None) -> None:
        """Verify the `sign` and `timestamp` of a decoded payload, as `verify` does."""
        if not isinstance(payload, dict):
            raise SignatureMissing("the payload is no object")
        self.verify(payload.get("sign"), payload.get("timestamp"), now=now)

    def verify_time(self, payload: Any, *, now: float | None = None) -> None:
        """Return if the time in a decoded payload is fresh, even where the sign does not match; raises as `verify_payload` does."""
        if not isinstance(payload, dict):
            raise SignatureMissing("the payload is no object")
        self._check_age(_checked(_as_integer(payload.get("timestamp"))) / 1000, now)

    def extract_signature(self, payload: Any) -> str:
        """Return the signature in a payload that has been verified: events that share it were not signed apart."""
        return str(payload["sign"])

    def _check_age(self, seconds: float, now: float | None) -> None:
        age = (self._clock() if now is None else now) - seconds
        if not -self._max_ahead <= age <= self._max_age:
            excess = age - self._max_age if age > 0 else age + self._max_ahead
            raise SignatureStale("timestamp is outside the freshness window", excess)


def _as_integer(timestamp: object) -> object:
    """Return the integer that a string of 13 digits spells, and anything else as it is."""
    return (
        int(timestamp) if isinstance(timestamp, str) and _DIGITS.fullmatch(timestamp) else timestamp
    )


def _checked(timestamp: object) -> int:
    if (
        not isinstance(timestamp, int)
        or isinstance(timestamp, bool)
        or not 10**12 <= timestamp < 10**13
    ):
        raise SignatureMalformed("timestamp is not an integer of 13 digits")
    return timestamp


def _digest(secret: bytes, timestamp: int) -> bytes:
    # The hash is the vendor's choice; the flag lets it work where weak hashes are fenced off.
    return (
        sha1(b"%b%d%d%b" % (secret, timestamp, timestamp, secret), usedforsecurity=False)
        .hexdigest()
        .upper()
        .encode()
    )
