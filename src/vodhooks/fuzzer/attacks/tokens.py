"""Attacks on the token in the callback URL: wrong, missing, or in another place. Only where the endpoint has one."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, quote, urlsplit

from vodhooks.fuzzer.attacks.cases import case, valid_body

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from vodhooks.fuzzer.attacks.cases import Case
    from vodhooks.vendor.endpoints import Endpoint
    from vodhooks.vendor.requests import Request

__all__ = ["cases"]


_QUERIES: Mapping[str, Mapping[str, Callable[[str], str]]] = {
    "token/wrong": {
        "first-character": lambda token: f"token={quote(_other(token[0]) + token[1:], safe='')}",
        "last-character": lambda token: f"token={quote(token[:-1] + _other(token[-1]), safe='')}",
        "all-but-last": lambda token: f"token={quote(token[:-1], safe='')}",
        "character-behind": lambda token: f"token={quote(token, safe='')}0",
        "other-case": lambda token: f"token={quote(token.swapcase(), safe='')}",
        "half": lambda token: f"token={quote(token[: len(token) // 2], safe='')}",
        "one-character": lambda token: f"token={quote(token[0], safe='')}",
        "character-before": lambda token: f"token=0{quote(token, safe='')}",
        "doubled": lambda token: f"token={quote(token * 2, safe='')}",
        "any": lambda _: "token=*",
        "accent": lambda _: "token=%C3%A9",
        "no-utf-8": lambda _: "token=%FF%FE",
        "surrogate": lambda _: "token=%ED%A0%80",
        "bad-escape": lambda _: "token=%zz%",
        "long": lambda _: f"token={'x' * 4_000}",
    },
    "token/missing": {
        "no-query": lambda _: "",
        "empty": lambda _: "token=",
        "name-only": lambda _: "token",
        "blank": lambda _: "token=%20",
    },
    "token/escaped": {
        "": lambda token: f"token={''.join(f'%{byte:02X}' for byte in token.encode())}"
    },
    "token/elsewhere": {
        "right-and-wrong": lambda token: f"token={quote(token, safe='')}&token=x",
        "wrong-and-right": lambda token: f"token=x&token={quote(token, safe='')}",
        "in-an-array": lambda token: f"token[]={quote(token, safe='')}",
        "in-an-object": lambda token: f"token[a]={quote(token, safe='')}",
        "other-parameter": lambda token: f"token=x&state={quote(token, safe='')}",
        "other-name": lambda token: f"TOKEN={quote(token, safe='')}",
        "blank-behind": lambda token: f"token={quote(token, safe='')}%20",
        "nul-behind": lambda token: f"token={quote(token, safe='')}%00",
        "newline-behind": lambda token: f"token={quote(token, safe='')}%0A",
    },
}
"""The query of the callback URL."""


def cases(endpoint: Endpoint) -> Iterator[Case]:
    """Yield the cases for a channel."""
    token = endpoint.token
    if token is None:
        return
    for check, queries in _QUERIES.items():
        for detail, query in queries.items():
            if check != "token/wrong" or parse_qs(query(token)).get("token") != [token]:
                yield case(endpoint.channel, check, detail, partial(_queried, query=query(token)))
    for header, value in {
        "authorization": f"Bearer {token}",
        "x_token": token,
        "cookie": f"token={token}",
    }.items():
        attack = partial(_queried, query="", headers={header: quote(value, safe=" =")})
        yield case(endpoint.channel, "token/elsewhere", f"in-{header}", attack)
    yield case(endpoint.channel, "token/elsewhere", "in-path", _in_path)


def _queried(endpoint: Endpoint, query: str, headers: Mapping[str, str] | None = None) -> Request:
    """Deliver to the callback URL with this query, beside what it has anyway."""
    request = endpoint.request(valid_body(endpoint), **(headers or {}))
    bare = endpoint.url_with(None)
    return replace(request, url=f"{bare}{'&' if '?' in bare else '?'}{query}" if query else bare)


def _in_path(endpoint: Endpoint) -> Request:
    request = _queried(endpoint, "")
    parts = urlsplit(request.url)
    path = f"{parts.path}/{quote(endpoint.token or '', safe='')}"
    return replace(request, url=parts._replace(path=path).geturl())


def _other(character: str) -> str:
    return "1" if character == "0" else "0"
