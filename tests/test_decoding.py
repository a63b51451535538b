"""Decoding against its vectors, and against the standard library on whatever Hypothesis thinks of."""

from __future__ import annotations

import base64
import gc
import json
import math
import re
from contextlib import suppress
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from vodhooks.decoding import MAX_CONTAINERS, MAX_DEPTH, SEARCHED, decode
from vodhooks.errors import (
    DuplicateKey,
    NotJson,
    NumberOutOfRange,
    TooDeep,
    TooManyContainers,
    WrongEncoding,
)

CASES = json.loads((Path(__file__).parent / "vectors" / "decoding.json").read_bytes())["cases"]
HOSTILE = settings(max_examples=600, deadline=None)


def bytes_of(given_as: dict[str, Any]) -> bytes:
    if "base64" in given_as:
        return base64.b64decode(given_as["base64"])
    if "repeat" in given_as:
        return "".join(text * count for text, count in given_as["repeat"]).encode()
    return str(given_as["text"]).encode()


def same(one: object, other: object) -> bool:
    """Whether two values are the same to the last detail: 1 is not 1.0, nor 0.0 -0.0, nor True 1, and members have an order."""
    return repr(one) == repr(other)


@pytest.mark.parametrize(
    "case", [case for case in CASES if "accepted" in case["result"]], ids=lambda case: case["id"]
)
def test_a_good_text_is_decoded_exactly(case: dict[str, Any]) -> None:
    body = bytes_of(case["input"])
    assert same(decode(body), case["result"].get("value", json.loads(body)))


@pytest.mark.parametrize(
    "case", [case for case in CASES if "error" in case["result"]], ids=lambda case: case["id"]
)
def test_a_bad_text_is_refused_by_class_and_place(case: dict[str, Any]) -> None:
    with pytest.raises(NotJson) as refused:
        decode(bytes_of(case["input"]))
    error, expected = refused.value, case["result"]
    byte = re.search(r"at byte (\d+)", str(error))
    told = {
        "error": type(error).__name__,
        "line": error.line,
        "column": error.column,
        "byte": int(byte[1]) if byte else None,
        "key": error.key if isinstance(error, DuplicateKey) else None,
    }
    assert {name: value for name, value in told.items() if value is not None} == expected


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
def test_a_body_may_be_any_kind_of_bytes(kind: type) -> None:
    assert decode(kind(b'{"a": 1}')) == {"a": 1}
    with pytest.raises(DuplicateKey):
        decode(kind(b'{"a": 1, "a": 2}'))
    with pytest.raises(NotJson, match="empty"):
        decode(kind(b""))


@pytest.mark.parametrize("body", ["{}", "{", '{"a": 1}', None, 1, ["{}"], {"a": 1}])
def test_a_body_is_bytes(body: Any) -> None:
    with pytest.raises(TypeError, match="a body is bytes, not "):
        decode(body)


def test_a_refusal_reads_as_a_sentence_with_its_place() -> None:
    with pytest.raises(NotJson) as refused:
        decode(b'{\n  "a": 1,\n}')
    assert (str(refused.value), refused.value.reason) == (
        "not JSON at line 2, column 9",
        "not JSON",
    )


@pytest.mark.parametrize("spelled", ["secret", "\\u0073ecret", "4711e999", "47110815471108154711"])
def test_a_refusal_never_quotes_a_value(spelled: str) -> None:
    for text in (
        f'{{"a": "{spelled}", "a": 1}}',
        f'{{"a": {spelled}}}',
        f'["{spelled}" 1]',
        f'["{spelled}\\ud800"]',
    ):
        with pytest.raises(NotJson) as refused:
            decode(text.encode())
        assert "ecret" not in str(refused.value)
        assert "4711" not in str(refused.value)


def test_a_long_duplicate_key_is_clipped_in_messages() -> None:
    key = "k" * 10_000
    with pytest.raises(DuplicateKey) as refused:
        decode(f'{{"{key}": 1, "{key}": 2}}'.encode())
    assert refused.value.key == key
    assert len(str(refused.value)) < 150


@pytest.mark.parametrize(
    ("length", "key", "line"), [(SEARCHED, "a", 2), (SEARCHED + 1, None, None)]
)
def test_a_duplicate_key_has_a_place_where_cheap(
    length: int, key: str | None, line: int | None
) -> None:
    body = b'{"a": 1,\n "a": 2}'
    with pytest.raises(DuplicateKey) as refused:
        decode(body.ljust(length))
    assert (refused.value.key, refused.value.line, refused.value.column) == (key, line, line)


@pytest.mark.parametrize(("length", "place"), [(SEARCHED, (2, 6)), (SEARCHED + 1, (None, None))])
def test_a_long_integer_has_a_place_where_cheap(
    length: int, place: tuple[int | None, int | None]
) -> None:
    with pytest.raises(NumberOutOfRange) as refused:
        decode(b'{"a": "18446744073709551616",\n"b": 18446744073709551616}'.ljust(length))
    assert (refused.value.line, refused.value.column) == place


# What the standard library makes of a text. Slow and obvious, where `decode` is fast.


def depth_of(value: object) -> int:
    """Count levels without recursion."""
    deepest, row = 0, [value]
    while row := [item for item in row if isinstance(item, (dict, list))]:
        deepest += 1
        row = [
            inner for item in row for inner in (item.values() if isinstance(item, dict) else item)
        ]
    return deepest


class Lenient:
    """The standard library's parser, noting every reason that there is to refuse a text."""

    def __init__(self) -> None:
        self.faults: set[type[NotJson]] = set()

    def members(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        if len({key for key, _ in pairs}) < len(pairs):
            self.faults.add(DuplicateKey)
        return dict(pairs)

    def integer(self, digits: str) -> float:
        if len(digits) <= 20 and -(2**63) <= int(digits) < 2**64:
            return int(digits)
        return self.no_number(digits)

    def fraction(self, digits: str) -> float:
        return self.no_number(digits) if math.isinf(float(digits)) else float(digits)

    def no_number(self, _: str) -> float:
        self.faults.add(NumberOutOfRange)
        return math.nan

    def parse(self, body: bytes) -> object:
        try:
            value = json.loads(
                body.decode(),
                object_pairs_hook=self.members,
                parse_int=self.integer,
                parse_float=self.fraction,
                parse_constant=self.no_number,
            )
            json.dumps(value, ensure_ascii=False).encode()
        except json.JSONDecodeError:
            # Only the first fault is told, and this parser need not have come as far.
            self.faults |= {WrongEncoding, NotJson, NumberOutOfRange}
        except UnicodeDecodeError:
            self.faults.add(WrongEncoding)
        except UnicodeEncodeError:
            self.faults.add(NotJson)
        else:
            if depth_of(value) > MAX_DEPTH:
                self.faults.add(TooDeep)
            return value
        return None


def agree(body: bytes) -> None:
    lenient = Lenient()
    value = lenient.parse(body)
    if not lenient.faults:
        assert same(decode(body), value)
        return
    with pytest.raises(NotJson) as refused:
        decode(body)
    assert type(refused.value) in lenient.faults


blanks = st.text("\t\n\r ", max_size=2)
hostile_characters = st.sampled_from(
    [
        "a",
        "b",
        '"',
        "\\",
        "/",
        "u0022",
        "\x00",
        "\x1f",
        "\x7f",
        "é",
        "\u2028",
        "😀",
        "0" * 20,
        "e+",
        ",",
    ]
)
numbers = st.one_of(
    st.integers().map(str),
    st.integers(2**63 - 2, 2**63 + 2).map(str),
    st.integers(2**64 - 2, 2**64 + 2).map(str),
    st.integers(-(2**63) - 2, -(2**63) + 2).map(str),
    st.integers(10**18, 10**24).map(str),
    st.floats(allow_nan=False, allow_infinity=False).map(repr),
    st.builds(
        "{}{}.{}e{}".format,
        st.sampled_from(["", "-"]),
        st.integers(0, 10**20),
        st.integers(0, 10**20),
        st.integers(-420, 420),
    ),
    st.sampled_from(
        [
            "-0",
            "-0.0",
            "0e0",
            "1E5",
            "1e-0",
            "1e+16",
            "1e15",
            "123456789012345680.0",
            "1e400",
            "NaN",
            "-Infinity",
            "9" * 400,
        ]
    ),
)


@st.composite
def spelled(draw: st.DrawFn, text: str) -> str:
    """Spell a string in any of the ways that JSON has."""
    pieces: list[str] = []
    for character in text:
        units = character.encode("utf-16-be").hex()
        escaped = "".join(f"\\u{units[start : start + 4]}" for start in range(0, len(units), 4))
        ways = [escaped, escaped.upper().replace("\\U", "\\u"), json.dumps(character)[1:-1]]
        if character >= " " and character not in '"\\':
            ways += [character] * 3
        if character == "/":
            ways.append("\\/")
        pieces.append(draw(st.sampled_from(ways)))
    return f'"{"".join(pieces)}"'


strings = st.lists(hostile_characters, max_size=4).map("".join).flatmap(spelled)


def arrays(items: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(
        lambda inner, blank: f"[{blank}{','.join(inner)}{blank}]",
        st.lists(items, max_size=4),
        blanks,
    )


def objects(items: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    member = st.builds("{1}{0}{1}:{1}{2}{1}".format, strings, blanks, items)
    return st.lists(member, max_size=4).map(lambda inner: f"{{{','.join(inner)}}}")


texts = st.builds(
    "{1}{0}{1}".format,
    st.recursive(
        st.one_of(numbers, strings, st.sampled_from(["true", "false", "null"])),
        lambda inner: arrays(inner) | objects(inner),
        max_leaves=12,
    ),
    blanks,
)


@HOSTILE
@given(texts)
@example('{"a":"\\u0022\\u0022","a":1}')
@example('{"a":1,"b":"\\u0022\\u0022","a":2}')
@example('{"a":18446744073709551616,"b":1e-7}')
@example('{"":"","":""}')
def test_a_hostile_text_is_decoded_as_by_the_stdlib(text: str) -> None:
    agree(text.encode())


@HOSTILE
@given(texts, st.data())
def test_a_text_of_a_changed_byte_is_decoded_likewise(text: str, data: st.DataObject) -> None:
    body = text.encode()
    start = data.draw(st.integers(0, len(body)), label="start")
    end = data.draw(st.integers(start, min(start + 2, len(body))), label="end")
    agree(
        body[:start]
        + data.draw(
            st.sampled_from(
                [b"", b",", b'"', b"\\", b"0", b"-", b"e", b"}", b"\x00", b"\xff", b" "]
            )
        )
        + body[end:]
    )


values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@HOSTILE
@given(
    values,
    st.fixed_dictionaries({"indent": st.sampled_from([None, 2]), "ensure_ascii": st.booleans()}),
)
def test_text_of_the_stdlib_decodes_to_the_same_value(
    value: object, spelling: dict[str, Any]
) -> None:
    assert same(decode(json.dumps(value, **spelling).encode()), value)


@HOSTILE
@given(values, st.data())
def test_one_duplicate_member_is_found_anywhere(value: object, data: st.DataObject) -> None:
    key = data.draw(st.text(), label="key")
    first, second = data.draw(values, label="first"), data.draw(values, label="second")
    member = orjson.dumps(key)
    before = (
        b'{"value":'
        + orjson.dumps(value)
        + b',"twice":[{'
        + member
        + b":"
        + orjson.dumps(first)
        + b","
    )
    with pytest.raises(DuplicateKey) as refused:
        decode(before + member + b":" + orjson.dumps(second) + b"}]}")
    assert isinstance(refused.value, DuplicateKey)
    assert (refused.value.key, refused.value.line, refused.value.column) == (
        key,
        1,
        len(before.decode()) + 1,
    )


@HOSTILE
@given(st.integers(2**64) | st.integers(max_value=-(2**63) - 1), values)
def test_one_integer_beyond_64_bits_is_found_anywhere(number: int, value: object) -> None:
    text = json.dumps({"value": value, "taskId": number}, ensure_ascii=False)
    with pytest.raises(NumberOutOfRange) as refused:
        decode(text.encode())
    assert (refused.value.line, refused.value.column) == (
        1,
        text.rindex('"taskId": ') + len('"taskId": ') + 1,
    )


@given(st.binary())
def test_any_bytes_raise_only_errors_of_this_package(body: bytes) -> None:
    agree(body)


@given(
    st.integers(1, 600),
    st.sampled_from(['{"a":', "[", "[{", '[{"a":[']),
    st.sampled_from(["", "1", "[]", "{}"]),
)
def test_the_bound_of_depth_holds_for_any_mixture(times: int, opening: str, inside: str) -> None:
    opening, inside = (
        (opening, inside) if not opening.endswith("{") else (opening + '"":', inside or "0")
    )
    closing = "".join(
        {"{": "}", "[": "]"}[character] for character in reversed(opening) if character in "{["
    )
    body = f"{opening * times}{inside or ('0' if opening.endswith(':') else '')}{closing * times}".encode()
    if len(closing) * times > 900:  # the standard library does not go deeper
        with pytest.raises(TooDeep):
            decode(body)
    else:
        agree(body)


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["[]", "{}", '{"[":"]"}', r'["\"[","\\\\"]', '"{[\\\\"', '"[[[["', r'"\\\"{"', "1"]
        ),
        min_size=1,
        max_size=6,
    ),
    st.integers(-2, 2),
    st.sampled_from([bytes, bytearray, memoryview]),
)
def test_brackets_anywhere_do_not_disturb_the_count(
    items: list[str], beyond: int, kind: type
) -> None:
    opened = sum(type(json.loads(item)) in {list, dict} for item in items)
    times = (MAX_CONTAINERS - 1) // opened if opened else 70_000
    rest = max(MAX_CONTAINERS - 1 - times * opened + beyond, 0) if opened else 0
    body = kind(f"[{','.join(items * times + ['[]'] * rest)}]".encode())
    if opened and beyond > 0:
        with pytest.raises(TooManyContainers, match="more than 120,000 arrays and objects"):
            decode(body)
    else:
        assert len(decode(body)) == len(items) * times + rest  # type: ignore[arg-type]


# Large texts: the same answer, without a second parse.

digits = (
    st.sampled_from([18, 19, 20, 21, 40])
    .flatmap(lambda count: st.integers(10 ** (count - 1), 10**count - 1))
    .map(str)
)
near_bounds = st.sampled_from([2**64, 2**64 - 1, 2**64 + 1, 2**63, 2**63 + 1, 10**19, 10**18]).map(
    str
)
long_numbers = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", "-", "0.", "-0.", "1e-", "1e+", "1E", "-1.5e-0"]),
    st.one_of(digits, near_bounds, near_bounds.map(lambda number: "0" * 19 + number)),
    st.sampled_from(["", "", ".0", "e0", "E-0", "e-30"]),
)
quoted = st.builds(
    '"{}{}{}"'.format,
    st.sampled_from(["", "\\\\", '\\"', "\\\\\\\\", "\\u0022"]),
    long_numbers,
    st.sampled_from(["", '\\"', "\\\\"]),
)


@HOSTILE
@given(texts)
def test_a_large_text_is_judged_as_a_small_one(text: str) -> None:
    agree(text.encode() + b" " * SEARCHED)


@HOSTILE
@given(
    st.lists(
        st.one_of(long_numbers, quoted, quoted.map(lambda name: f"{{{name}:[]}}")), max_size=8
    ),
    st.sampled_from([0, SEARCHED]),
)
@example(["1" * 300 + ".5", "-" + "1" * 300], 0)
@example(['"18446744073709551616"', '"', "18446744073709551616"], SEARCHED)
def test_long_numbers_are_distinguished_anywhere(items: list[str], blanks: int) -> None:
    agree(f"[{','.join(items)}]".encode() + b" " * blanks)


LARGE = {
    "arrays in arrays": b"[" + (b"[" * 120 + b"]" * 120 + b",") * 400 + b"%b]",
    "a duplicate key at the end": b"[" + b'{"a":0},' * 12_000 + b'{"a":%b,"a":1}]',
    "quotes as escapes": b"[" + rb'"\u0022\"\\",' * 8_000 + b"%b]",
    "large floats": b"[" + b"1e300," * 16_000 + b"%b]",
    "blanks": b"[" + b"1 , " * 24_000 + b"%b]",
    "integers that are long enough": b"["
    + b"18446744073709551615,-9223372036854775808," * 2_000
    + b"1e300,%b]",
}


@pytest.mark.parametrize("name", LARGE)
@pytest.mark.parametrize(
    "last", [b"1", b"18446744073709551616", b"-9223372036854775809", b'{"\\u0061":1,"a":2}']
)
def test_a_large_text_never_meets_the_slow_parser(
    name: str, last: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = LARGE[name] % last
    lenient = Lenient()
    value = lenient.parse(body)
    monkeypatch.setattr(json, "loads", None)
    if lenient.faults:
        with pytest.raises(tuple(lenient.faults)):
            decode(body)
    else:
        assert same(decode(body), value)


@pytest.mark.parametrize("body", [b"[1" + b",1" * SEARCHED + b"]", b"[1" + b",1" * SEARCHED])
def test_garbage_collection_is_left_as_it_was(body: bytes) -> None:
    def decoded() -> tuple[bool, int]:
        with suppress(NotJson):
            decode(body)
        return gc.isenabled(), gc.get_freeze_count() - before

    before = gc.get_freeze_count()  # Python 3.12 begins with some
    assert decoded() == (True, 0)
    gc.disable()
    try:
        assert decoded() == (False, 0)
    finally:
        gc.enable()
    gc.freeze()
    try:
        frozen = gc.get_freeze_count()
        is_enabled, still_frozen = decoded()
        assert is_enabled
        assert 0 < still_frozen <= frozen
    finally:
        gc.unfreeze()
