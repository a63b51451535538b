"""Attacks with bytes: what is no JSON, what is almost JSON, and JSON that is spelled in unusual ways.

Each begins with a valid delivery, signed, written without blanks, so that nothing but its spelling is to blame.
"""

from __future__ import annotations

from codecs import BOM_UTF8, BOM_UTF16_LE
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import orjson

from vodhooks.fuzzer.attacks.cases import case, rewritten, valid_body
from vodhooks.fuzzer.attacks.rewrites import (
    around,
    cut,
    escaped,
    first_member_again,
    instead,
    recoded,
    reordered,
    spaced,
    with_member,
    with_value,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from vodhooks.fuzzer.attacks.cases import Case
    from vodhooks.vendor.endpoints import Endpoint
    from vodhooks.vendor.requests import Request

__all__ = ["cases"]


_CHANGES: Mapping[str, Mapping[str, Callable[[bytes], bytes]]] = {
    "syntax/not-json": {
        "empty": instead(b""),
        "blank": instead(b" \t\r\n"),
        "text": instead(b"not JSON"),
        "markup": instead(b"<html></html>"),
        "form": lambda body: urlencode({"payload": body}).encode(),
        "binary": instead(bytes(range(256))),
        "nul": instead(b"\0"),
        "two-texts": lambda body: body + body,
        "two-lines": lambda body: body + b"\n" + body + b"\n",
        "bracket-behind": around(after=b"}"),
        "text-behind": around(after=b" x"),
        "nul-behind": around(after=b"\0"),
        "comma-before": around(b","),
        "prefix": around(b")]}',\n"),
    },
    "syntax/cut": {
        "first-byte": lambda body: body[:1],
        "quarter": cut(0.25),
        "half": cut(0.5),
        "three-quarters": cut(0.75),
        "last-byte": lambda body: body[:-1],
        "in-a-key": lambda body: body[:4],
        "in-an-escape": lambda body: body[:-1] + b',"a":"\\u00',
    },
    "syntax/lenient": {
        "line-comment": lambda body: b"{// comment\n" + body[1:],
        "block-comment": lambda body: b"{/* comment */" + body[1:],
        "hash-comment": lambda body: b"# comment\n" + body,
        "single-quotes": lambda body: body.replace(b'"', b"'"),
        "bare-key": with_member(b"unknown:1"),
        "trailing-comma": lambda body: body[:-1] + b",}",
        "trailing-comma-in-array": with_value(b"[1,]"),
        "double-comma": lambda body: body[:-1] + b',,"a":1}',
        "missing-comma": lambda body: body[:-1] + b' "a":1}',
        "missing-value": with_member(b'"a":'),
        "equals-sign": with_member(b'"a"=1'),
        "form-feed": around(b"\f"),
        "no-break-space": around("\u00a0".encode()),
        "capital-literal": with_value(b"True"),
        "undefined": with_value(b"undefined"),
        "escaped-apostrophe": with_value(rb'"\\\'"'),
        "hexadecimal-escape": with_value(rb'"\x41"'),
        "continued-line": with_value(b'"a\\\nb"'),
    },
    "syntax/number": {
        name: with_value(text.encode())
        for name, text in {
            "nan": "NaN",
            "infinity": "Infinity",
            "negative-infinity": "-Infinity",
            "leading-zero": "01",
            "plus": "+1",
            "bare-fraction": ".5",
            "bare-point": "1.",
            "bare-exponent": "1e",
            "hexadecimal": "0x1F",
            "separated": "1_000",
            "minus": "-",
            "other-digits": "\u0661",
        }.items()
    },
    "syntax/control": {
        name: with_value(b'"a%bb"' % character)
        for name, character in {
            "newline": b"\n",
            "tab": b"\t",
            "nul": b"\0",
            "escape": b"\x1b",
            "unit-separator": b"\x1f",
        }.items()
    },
    "syntax/encoding": {
        "utf-16": recoded("utf-16-le"),
        "utf-16-big-endian": recoded("utf-16-be"),
        "utf-16-marked": recoded("utf-16-le", BOM_UTF16_LE),
        "utf-32": recoded("utf-32-le"),
        **{
            name: with_value(b'"a%bb"' % sequence)
            for name, sequence in {
                "latin-1": b"\xe9",
                "gbk": b"\xd6\xd0",
                "lone-continuation": b"\x80",
                "overlong": b"\xc0\xaf",
                "overlong-nul": b"\xc0\x80",
                "surrogate": b"\xed\xa0\x80",
                "surrogate-pair": b"\xed\xa0\xbd\xed\xb8\x80",
                "beyond-unicode": b"\xf4\x90\x80\x80",
                "cut-sequence": b"\xe2\x82",
                "byte-ff": b"\xff",
            }.items()
        },
        "in-a-key": with_member(b'"\xff":1'),
    },
    "syntax/duplicate-key": {
        "same-value": lambda body: first_member_again(
            orjson.dumps(next(iter(orjson.loads(body).values()))), first=True
        )(body),
        "null-first": first_member_again(b"null", first=True),
        "null-last": first_member_again(b"null", first=False),
        "unknown": with_member(b'"a":1,"a":1'),
        "nested": with_value(b'{"a":1,"a":2}'),
        "nested-deeply": with_value(b'[{"a":{"b":[{"c":1,"c":1}]}}]'),
        "escaped": with_member(rb'"ab":1,"\u0061b":2'),
        "nameless": with_member(b'"":1,"":2'),
    },
    "syntax/no-object": {
        "array": around(b"[", b"]"),
        "string": lambda body: orjson.dumps(body.decode()),
        **{
            name: instead(text)
            for name, text in {
                "null": b"null",
                "true": b"true",
                "number": b"1",
                "text": b'""',
            }.items()
        },
        "empty-array": instead(b"[]"),
        "empty-object": instead(b"{}"),
    },
    "syntax/spelling": {
        "white-space": spaced,
        "final-newline": around(after=b"\n"),
        "reordered": reordered,
        "escaped": lambda body: escaped(orjson.loads(body)).encode(),
        "escaped-slash": with_value(rb'"\/"'),
        "surrogate-pair": with_value(rb'"\ud83d\ude00"'),
        "escaped-nul": with_value(rb'"\u0000"'),
        "raw-delete": with_value(b'"\x7f"'),
        "raw-separators": with_value(b'"\xe2\x80\xa8\xe2\x80\xa9"'),
        "negative-zero": with_value(b"-0"),
        "exponent": with_value(b"1E5"),
        "signed-exponent": with_value(b"[1e+5,1E-5,-1.50e+00]"),
        "largest-integer": with_value(b"9223372036854775807"),
        "hundred-levels": with_value(b"[" * 100 + b"]" * 100),
        "thousand-members": with_value(
            b"{" + b",".join(b'"%d":null' % number for number in range(1000)) + b"}"
        ),
    },
    "syntax/byte-order-mark": {
        "": around(BOM_UTF8),
        "alone": instead(BOM_UTF8),
        "twice": around(BOM_UTF8 * 2),
        "behind": around(after=BOM_UTF8),
    },
    "syntax/lone-surrogate": {
        "high": with_value(rb'"\ud800"'),
        "low": with_value(rb'"\udc00"'),
        "swapped": with_value(rb'"\ude00\ud83d"'),
        "in-a-key": with_member(rb'"\ud800":1'),
    },
}


def cases(endpoint: Endpoint) -> Iterator[Case]:
    """Yield the cases for a channel."""
    for check, changes in _CHANGES.items():
        for detail, change in changes.items():
            yield case(endpoint.channel, check, detail, partial(rewritten, change=change))
    if endpoint.signer is not None:
        for name in sorted(endpoint.signature_members):
            yield case(
                endpoint.channel,
                "syntax/duplicate-key",
                f"{name}-wrong-first",
                partial(_signed_twice, name=name, first=True),
            )
            yield case(
                endpoint.channel,
                "syntax/duplicate-key",
                f"{name}-wrong-last",
                partial(_signed_twice, name=name, first=False),
            )


def _signed_twice(endpoint: Endpoint, name: str, *, first: bool) -> Request:
    """Deliver a payload in which a member of the signature is there twice, wrong once."""
    body = valid_body(endpoint)
    wrong = orjson.dumps({name: None})[1:-1]
    return endpoint.request(
        b"{%b,%b" % (wrong, body[1:]) if first else b"%b,%b}" % (body[:-1], wrong)
    )
