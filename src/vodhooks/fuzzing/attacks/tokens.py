"""Attacks on the token in the callback URL: wrong, missing, or in another place. Only where the aim has one."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import quote

from vodhooks.fuzzing.attacks.making import case, written
from vodhooks.fuzzing.cases import Expectation, Family

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from vodhooks.fuzzing.aiming import Aim
    from vodhooks.fuzzing.cases import Case
    from vodhooks.sending.requests import Request

__all__ = ["cases"]

WRONG = Family(
    "token/wrong",
    Expectation.DENY,
    "a callback URL with a wrong token",
    "The token in the URL is all that a stranger does not know.",
)
MISSING = Family(
    "token/missing",
    Expectation.DENY,
    "a callback URL without its token",
    "A check that is only made where there is something to check keeps nobody out.",
    "token/wrong",
)
ESCAPED = Family(
    "token/escaped",
    Expectation.ACCEPT,
    "the token with its characters percent-encoded",
    "It is the same URL, and HTTP libraries may write it so.",
    "contract/sample",
)
ELSEWHERE = Family(
    "token/elsewhere",
    Expectation.SURVIVE,
    "the right token twice or in another place",
    "Who sends it knows it. Whether it counts is the receiver's choice, but it must not fall over it.",
)

_QUERIES: Mapping[Family, Mapping[str, Callable[[str], str]]] = {
    WRONG: {
        "first-character": lambda token: f"token={quote(_other(token[0]) + token[1:], safe='')}",
        "last-character": lambda token: f"token={quote(token[:-1] + _other(token[-1]), safe='')}",
        "all-but-last": lambda token: f"token={quote(token[:-1], safe='')}",
        "character-behind": lambda token: f"token={quote(token, safe='')}0",
        "other-case": lambda token: f"token={quote(token.swapcase(), safe='')}",
        "any": lambda _: "token=*",
        "accent": lambda _: "token=%C3%A9",
        "no-utf-8": lambda _: "token=%FF%FE",
        "surrogate": lambda _: "token=%ED%A0%80",
        "bad-escape": lambda _: "token=%zz%",
        "long": lambda _: f"token={'x' * 4_000}",
    },
    MISSING: {
        "no-query": lambda _: "",
        "empty": lambda _: "token=",
        "name-only": lambda _: "token",
        "blank": lambda _: "token=%20",
    },
    ESCAPED: {"": lambda token: f"token={''.join(f'%{byte:02X}' for byte in token.encode())}"},
    ELSEWHERE: {
        "right-and-wrong": lambda token: f"token={quote(token, safe='')}&token=x",
        "wrong-and-right": lambda token: f"token=x&token={quote(token, safe='')}",
        "in-an-array": lambda token: f"token[]={quote(token, safe='')}",
        "in-an-object": lambda token: f"token[a]={quote(token, safe='')}",
        "other-name": lambda token: f"TOKEN={quote(token, safe='')}",
        "blank-behind": lambda token: f"token={quote(token, safe='')}%20",
        "nul-behind": lambda token: f"token={quote(token, safe='')}%00",
        "newline-behind": lambda token: f"token={quote(token, safe='')}%0A",
    },
}
"""The query of the callback URL."""


def cases(aim: Aim) -> Iterator[Case]:
    """Yield the cases for a channel."""
    token = aim.token
    if token is None:
        return
    for family, queries in _QUERIES.items():
        for detail, query in queries.items():
            if detail != "other-case" or token.swapcase() != token:
                yield case(aim.channel, family, detail, partial(_queried, query=query(token)))
    for header, value in {"authorization": f"Bearer {token}", "x_token": token, "cookie": f"token={token}"}.items():
        attack = partial(_queried, query="", headers={header: quote(value, safe=" =")})
        yield case(aim.channel, ELSEWHERE, f"in-{header}", attack)


def _queried(aim: Aim, query: str, headers: Mapping[str, str] | None = None) -> Request:
    """Deliver to the callback URL with this query, beside what it has anyway."""
    request = aim.request(written(aim), **(headers or {}))
    bare = aim.url_with(None)
    return replace(request, url=f"{bare}{'&' if '?' in bare else '?'}{query}" if query else bare)


def _other(character: str) -> str:
    return "1" if character == "0" else "0"
