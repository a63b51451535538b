"""What holds for any schema: nothing is fetched, patterns mean the same and take linear time, and both engines find the same faults.

That they agree on the contract's own schemas is tested in tests/contract.
"""

from __future__ import annotations

from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Any

import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from referencing.exceptions import Unresolvable

from vodhooks.engines import KeywordFailure, compile_schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vodhooks.engines import Engine

ENGINES: list[Engine] = ["jsonschema-rs", "jsonschema"]
each_engine = pytest.mark.parametrize("engine", ENGINES)


@contextmanager
def serving() -> Iterator[tuple[str, list[str]]]:
    """Serve a schema that accepts integers, and yield its address and the requests that came."""
    requests: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            requests.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b'{"type": "integer"}')

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 # its name in the base class
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/remote.json", requests
        server.shutdown()


def test_the_server_here_sees_followed_references() -> None:
    with serving() as (address, requests):
        assert jsonschema_rs.Draft202012Validator({"$ref": address}).is_valid(1)
        assert requests == ["/remote.json"]


@pytest.mark.parametrize("keyword", ["$ref", "$dynamicRef"])
def test_a_remote_reference_does_not_compile(keyword: str) -> None:
    with serving() as (address, requests):
        with pytest.raises(jsonschema_rs.ValidationError, match="retrieving it failed"):
            compile_schema({"properties": {"a": {keyword: address}}}, "jsonschema-rs")
        assert requests == []


def test_the_reference_engine_asks_for_nothing_either() -> None:
    with serving() as (address, requests):
        reference = compile_schema({"$ref": address}, "jsonschema")
        with pytest.raises(Unresolvable):
            reference.accepts(1)
        assert requests == []


@pytest.mark.parametrize(
    "reference",
    [
        "file:///etc/hostname",
        "urn:example:schema",
        "#/nowhere",
        "other.json",
        "https://vodhooks.example/v1/x.json",
    ],
)
def test_no_other_reference_leads_anywhere(reference: str) -> None:
    with pytest.raises(jsonschema_rs.ValidationError):
        compile_schema({"$ref": reference}, "jsonschema-rs")


@each_engine
@pytest.mark.parametrize(
    ("pattern", "text", "matches"),
    [
        ("^[0-9]$", "1", True),
        ("^[0-9]$", "1\n", False),
        ("^[0-9]", "1\n", True),
        ("[0-9]$", "a1", True),
        ("[0-9]", "a1b", True),
        ("^[0-9]$", "\u0661", False),
        ("^.$", "\U0001d11e", True),
    ],
)
def test_a_pattern_means_the_same_to_both_engines(
    engine: Engine,
    pattern: str,
    text: str,
    matches: bool,  # noqa: FBT001
) -> None:  # a column
    assert compile_schema({"pattern": pattern}, engine).accepts(text) == matches


def test_a_pattern_takes_linear_time() -> None:
    assert not compile_schema({"pattern": "^(a+)+$"}, "jsonschema-rs").accepts("a" * 100_000 + "!")


@pytest.mark.parametrize("pattern", ["(?=a)b", "(?<!a)b", r"(a)\1"])
def test_a_pattern_that_cannot_does_not_compile(pattern: str) -> None:
    with pytest.raises(jsonschema_rs.ValidationError):
        compile_schema({"pattern": pattern}, "jsonschema-rs")


@each_engine
def test_a_format_is_an_annotation(engine: Engine) -> None:
    for name in ("date-time", "uri", "email", "ipv4", "uuid"):
        assert compile_schema({"format": name}, engine).accepts("none of these")


@each_engine
@pytest.mark.parametrize(
    ("schema", "value", "fault"),
    [
        ({"type": "integer"}, "x", KeywordFailure((), ("type",))),
        (
            {"properties": {"a": {"items": {"type": "integer"}}}},
            {"a": [1, "x"]},
            KeywordFailure(("a", 1), ("properties", "a", "items", "type")),
        ),
        ({"required": ["a"]}, {}, KeywordFailure((), ("required",))),
        ({"$ref": "#/$defs/A", "$defs": {"A": {"type": "null"}}}, 1, KeywordFailure((), ("type",))),
        (
            {"if": {"type": "string"}, "then": {"maxLength": 1}},
            "xx",
            KeywordFailure((), ("then", "maxLength")),
        ),
        (
            {"if": {"type": "string"}, "else": {"maximum": 1}},
            2,
            KeywordFailure((), ("else", "maximum")),
        ),
        ({"not": {"const": 0}}, 0, KeywordFailure((), ("not",))),
        (
            {"anyOf": [{"type": "null"}, {"enum": ["a"]}]},
            1,
            KeywordFailure(
                (),
                ("anyOf",),
                [
                    [KeywordFailure((), ("anyOf", 0, "type"))],
                    [KeywordFailure((), ("anyOf", 1, "enum"))],
                ],
            ),
        ),
    ],
)
def test_a_fault_says_where_and_by_which_rule(
    engine: Engine, schema: dict[str, Any], value: Any, fault: KeywordFailure
) -> None:
    assert compile_schema(schema, engine).failures(value) == [fault]
    assert not compile_schema(schema, engine).accepts(value)


@each_engine
@pytest.mark.parametrize(
    "name", ["", "0", "1", "+1", "-1", "00", "1e0", "a/b", "~", "~1", "$ref", "items", "é"]
)
def test_a_member_without_schema_is_in_its_place(engine: Engine, name: str) -> None:
    contract = compile_schema(
        {"additionalProperties": {"additionalProperties": {"type": "null"}}}, engine
    )
    assert [fault.place for fault in contract.failures({name: {name: 1}})] == [(name, name)]
    assert [fault.place for fault in contract.failures({"a": {"b": 1, name: None}})] == [("a", "b")]


@each_engine
@pytest.mark.parametrize("name", ["-1", "1e0", "a/b", "~", "~1", "$id", "items", "é"])
def test_a_member_with_a_schema_is_in_its_place(engine: Engine, name: str) -> None:
    contract = compile_schema({"properties": {name: {"type": "null"}}}, engine)
    assert [fault.place for fault in contract.failures({name: 1, "": 1, "0": 1})] == [(name,)]


@each_engine
def test_a_valid_value_has_no_faults(engine: Engine) -> None:
    assert compile_schema({"type": "integer", "maximum": 3}, engine).failures(3) == []


NUMBERS = st.one_of(
    st.integers(-(2**63), 2**64 - 1),
    st.integers(2**53 - 2, 2**53 + 2),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
)


@settings(max_examples=2000, deadline=None)
@given(
    st.sampled_from(["minimum", "maximum", "const"]),
    NUMBERS.filter(lambda number: not isinstance(number, bool)),
    NUMBERS,
)
def test_engines_compare_numbers_to_the_last_digit(keyword: str, bound: Any, number: Any) -> None:
    schema = {keyword: bound}
    assert compile_schema(schema, "jsonschema-rs").accepts(number) == compile_schema(
        schema, "jsonschema"
    ).accepts(number)


@given(NUMBERS)
def test_both_engines_tell_integers_alike(number: Any) -> None:
    assert compile_schema({"type": "integer"}, "jsonschema-rs").accepts(number) == compile_schema(
        {"type": "integer"}, "jsonschema"
    ).accepts(number)
