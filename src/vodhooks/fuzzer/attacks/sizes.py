"""Attacks with what is deep, long or large: bodies, nested values and numbers that the contract does not bound."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from vodhooks.fuzzer.attacks.cases import case, rewritten
from vodhooks.fuzzer.attacks.rewrites import instead, with_value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from vodhooks.fuzzer.attacks.cases import Case
    from vodhooks.vendor.endpoints import Endpoint

__all__ = ["cases"]

DEEP = 100_000
"""How many arrays or objects are nested in one another."""

LARGE = 10 * 2**20
"""Size of a body that a receiver may well find too large, in bytes."""

DIGITS = 5_000
"""How many digits a number has that is long."""


_NESTED_ARRAYS = b"[" * DEEP + b"]" * DEEP
_NESTED_OBJECTS = b'{"a":' * DEEP + b"1" + b"}" * DEEP

_CHANGES: Mapping[str, Mapping[str, Callable[[bytes], bytes]]] = {
    "size/deep": {
        "arrays": instead(_NESTED_ARRAYS),
        "objects": instead(_NESTED_OBJECTS),
        "open-arrays": instead(b"[" * DEEP),
        "arrays-inside": with_value(_NESTED_ARRAYS),
        "objects-inside": with_value(_NESTED_OBJECTS),
    },
    "size/number": {
        "2-to-the-63": with_value(b"9223372036854775808"),
        "2-to-the-64": with_value(b"18446744073709551616"),
        "below-64-bits": with_value(b"-9223372036854775809"),
        "long": with_value(b"9" * DIGITS),
        "long-fraction": with_value(b"0." + b"9" * DIGITS),
        "infinite": with_value(b"1e400"),
        "vanishing": with_value(b"1e-400"),
        "huge-exponent": with_value(b"1e999999999"),
    },
    "size/body": {
        "blanks": lambda body: body.ljust(LARGE),
        "string": lambda body: with_value(b'"%b"' % (b"x" * (LARGE - len(body))))(body),
        "array": lambda body: with_value(b"[%b0]" % (b"0," * ((LARGE - len(body)) // 2)))(body),
    },
}


def cases(endpoint: Endpoint) -> Iterator[Case]:
    """Yield the cases for a channel."""
    for check, changes in _CHANGES.items():
        for detail, change in changes.items():
            yield case(endpoint.channel, check, detail, partial(rewritten, change=change))
