"""Attacks with bytes: what is no JSON, what is almost JSON, and JSON that is spelled in unusual ways.

Each begins with a valid delivery, signed, written without blanks, so that nothing but its spelling is to blame.
"""

from __future__ import annotations

from codecs import BOM_UTF8, BOM_UTF16_LE
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import orjson

from vodhooks.fuzzing.attacks.making import case, rewritten, written
from vodhooks.fuzzing.attacks.rewriting import (
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
from vodhooks.fuzzing.cases import Expectation, Family

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from vodhooks.fuzzing.aiming import Aim
    from vodhooks.fuzzing.cases import Case
    from vodhooks.sending.requests import Request

__all__ = ["cases"]


def _refused(name: str, title: str, reason: str, implied_by: str | None = "syntax/not-json") -> Family:
    return Family(f"syntax/{name}", Expectation.REFUSE, title, reason, implied_by)


def _accepted(name: str, title: str, reason: str) -> Family:
    return Family(f"syntax/{name}", Expectation.ACCEPT, title, reason, "contract/sample")


def _survived(name: str, title: str, reason: str) -> Family:
    return Family(f"syntax/{name}", Expectation.SURVIVE, title, reason)


NOT_JSON = _refused(
    "not-json",
    "a body that is no JSON",
    "What cannot be read is no event. Answered with success it is lost for good; a refusal lets the vendor try again.",
    None,
)
CUT = _refused(
    "cut",
    "a body that ends too early",
    "A connection that broke off leaves half an event behind; answered with success, the other half is lost.",
)
LENIENT = _refused(
    "lenient",
    "almost JSON, as scripting languages and configuration files have it",
    "Parsers differ in what they make of it, so that two services behind the same receiver see two different events.",
)
NUMBER = _refused(
    "number",
    "a number as JSON does not spell it",
    "NaN, infinity and octal numbers do not survive storing: the next reader refuses the event or reads another number.",
)
CONTROL = _refused(
    "control", "a control character as it is in a string", "RFC 8259 wants it escaped; the next reader refuses it."
)
ENCODING = _refused(
    "encoding",
    "a body that is not UTF-8",
    "RFC 8259 wants UTF-8. Whatever else is read for it becomes other characters, or an error in the store.",
)
DUPLICATE = _refused(
    "duplicate-key",
    "an object with the same key twice",
    "Parsers differ in which of the two they take: what was checked need not be what is acted upon.",
)
OUTER = _refused(
    "no-object",
    "JSON whose outermost value is no object",
    "Every message here is an object; nothing can be read from others.",
    None,
)
SPELLING = _accepted(
    "spelling",
    "valid JSON in an unusual spelling",
    "White space, the order of members, escapes and exponents are the sender's choice, and may change with its software.",
)
MARK = _survived(
    "byte-order-mark", "a byte order mark before the body", "Parsers may ignore it or refuse the body, but not fall over it."
)
SURROGATE = _survived(
    "lone-surrogate",
    "half of a surrogate pair as an escape",
    "The grammar of JSON allows it, but no UTF-8 can hold it: it is refused, or replaced, or fails when it is stored.",
)
_CHANGES: Mapping[Family, Mapping[str, Callable[[bytes], bytes]]] = {
    NOT_JSON: {
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
    CUT: {
        "first-byte": lambda body: body[:1],
        "quarter": cut(0.25),
        "half": cut(0.5),
        "three-quarters": cut(0.75),
        "last-byte": lambda body: body[:-1],
        "in-a-key": lambda body: body[:4],
        "in-an-escape": lambda body: body[:-1] + b',"a":"\\u00',
    },
    LENIENT: {
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
    NUMBER: {
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
    CONTROL: {
        name: with_value(b'"a%bb"' % character)
        for name, character in {
            "newline": b"\n",
            "tab": b"\t",
            "nul": b"\0",
            "escape": b"\x1b",
            "unit-separator": b"\x1f",
        }.items()
    },
    ENCODING: {
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
    DUPLICATE: {
        "same-value": lambda body: first_member_again(orjson.dumps(next(iter(orjson.loads(body).values()))), first=True)(body),
        "null-first": first_member_again(b"null", first=True),
        "null-last": first_member_again(b"null", first=False),
        "unknown": with_member(b'"a":1,"a":1'),
        "nested": with_value(b'{"a":1,"a":2}'),
        "nested-deeply": with_value(b'[{"a":{"b":[{"c":1,"c":1}]}}]'),
        "escaped": with_member(rb'"ab":1,"\u0061b":2'),
        "nameless": with_member(b'"":1,"":2'),
    },
    OUTER: {
        "array": around(b"[", b"]"),
        "string": lambda body: orjson.dumps(body.decode()),
        **{name: instead(text) for name, text in {"null": b"null", "true": b"true", "number": b"1", "text": b'""'}.items()},
        "empty-array": instead(b"[]"),
        "empty-object": instead(b"{}"),
    },
    SPELLING: {
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
        "thousand-members": with_value(b"{" + b",".join(b'"%d":null' % number for number in range(1000)) + b"}"),
    },
    MARK: {"": around(BOM_UTF8), "alone": instead(BOM_UTF8), "twice": around(BOM_UTF8 * 2), "behind": around(after=BOM_UTF8)},
    SURROGATE: {
        "high": with_value(rb'"\ud800"'),
        "low": with_value(rb'"\udc00"'),
        "swapped": with_value(rb'"\ude00\ud83d"'),
        "in-a-key": with_member(rb'"\ud800":1'),
    },
}


def cases(aim: Aim) -> Iterator[Case]:
    """Yield the cases for a channel."""
    for family, changes in _CHANGES.items():
        for detail, change in changes.items():
            yield case(aim.channel, family, detail, partial(rewritten, change=change))
    if aim.signer is not None:
        for name in sorted(aim.signing):
            yield case(aim.channel, DUPLICATE, f"{name}-wrong-first", partial(_signed_twice, name=name, first=True))
            yield case(aim.channel, DUPLICATE, f"{name}-wrong-last", partial(_signed_twice, name=name, first=False))


def _signed_twice(aim: Aim, name: str, *, first: bool) -> Request:
    """Deliver a payload in which a member of the signature is there twice, wrong once."""
    body = written(aim)
    wrong = orjson.dumps({name: None})[1:-1]
    return aim.request(b"{%b,%b" % (wrong, body[1:]) if first else b"%b,%b}" % (body[:-1], wrong))
