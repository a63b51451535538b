"""Cases by the names that `vodhooks send --mutate` takes: a case's own, or a short one that is an alias for it."""

from __future__ import annotations

from dataclasses import replace
from fnmatch import fnmatchcase
from itertools import count
from typing import TYPE_CHECKING

from vodhooks.errors import MutationNotFound, SendingError
from vodhooks.fuzzer.attacks import every_case

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vodhooks.fuzzer.attacks.cases import Case
    from vodhooks.vendor.endpoints import Endpoint

__all__ = ["ALIASES", "mutation", "mutations"]

ALIASES: Mapping[str, str] = {
    "bad-sign": "signature/wrong/*-last-digit",
    "no-sign": "signature/missing/all-absent-from-*",
    "lower-case-sign": "signature/spelling/*-lower-case",
    "upper-case-sign": "signature/spelling/*-upper-case",
    "stale": "signature/stale/days-30",
    "future": "signature/future/days-30",
    "no-token": "token/missing/no-query",
    "bad-token": "token/wrong/last-character",
    "wrong-media-type": "header/other-media-type/text",
    "wrong-type": "contract/type/*/object",
    "null-field": "contract/type/*/null",
    "missing-field": "contract/missing/*",
    "unknown-field": "contract/unknown-member/*unknown-string",
    "unknown-value": "contract/unknown-value/*",
    "unknown-kind": "contract/*kind/*unknown",
    "retired-format": "contract/retired/*",
    "duplicate-key": "syntax/duplicate-key/*",
    "not-json": "syntax/not-json/text",
    "trailing-comma": "syntax/lenient/trailing-comma",
    "truncated": "syntax/cut/half",
    "nan": "syntax/number/nan",
    "deep": "size/deep/arrays",
    "bom": "syntax/byte-order-mark",
    "utf-16": "syntax/encoding/utf-16-marked",
    "not-utf-8": "syntax/encoding/latin-1",
    "huge": "size/body/blanks",
    "empty": "syntax/not-json/empty",
}
"""Patterns of a case's name without the channel's and the message's, by the short name. The first case that fits is meant."""


def mutations(endpoint: Endpoint) -> dict[str, Case]:
    """Return the cases for the message of an endpoint: by their short names, where they have one, and then by their own."""
    # Listing the cases makes events of some; the endpoint's own numbers are for what is delivered.
    known = [
        case
        for case in every_case(replace(endpoint, numbers=count(1)))
        if case.message in {"", endpoint.message}
    ]
    short = endpoint.message.rpartition(".")[2] + "/"
    own = {case.name.removeprefix(f"{endpoint.channel.name}/"): case for case in known}
    plain = {name.replace(short, "", 1): case for name, case in own.items()}
    fitting = (
        (alias, name)
        for alias, pattern in ALIASES.items()
        for name in plain
        if fnmatchcase(name, pattern)
    )
    aliases: dict[str, Case] = {}
    for alias, name in fitting:
        aliases.setdefault(alias, plain[name])
    return {**aliases, **own}


def mutation(name: str, endpoint: Endpoint) -> Case:
    """Return the case of a name, short or its own, for the message of an endpoint.

    Raises:
        MutationNotFound: no case is called so.
        SendingError: there is such a case, but not for this message, or not without a secret or token.
    """
    known = mutations(endpoint)
    called = name.removeprefix(f"{endpoint.channel.name}/")
    if called in known:
        return known[called]
    if name in ALIASES:
        raise SendingError(f"{name} does not apply to this {endpoint.message}")
    raise MutationNotFound(name, known)
