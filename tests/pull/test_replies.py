"""Replies of the vendor's API taken apart: what is an event, what confirms it, and what is no reply at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vodhooks.catalogue import bundle
from vodhooks.errors import PullingError
from vodhooks.pull.replies import PulledEvent, api_error, check_confirmation, parse_events

if TYPE_CHECKING:
    from vodhooks.errors import PullingFault

ID = {"RequestId": "1"}
UNFIT = b'"\xe4\xb8"'
"""A string that was cut within a character: no JSON."""


def reply(*items: Any, **others: Any) -> bytes:
    return orjson.dumps({"Response": {"EventSet": items, **ID, **others}})


def raw(*items: bytes) -> bytes:
    return b'{"Response": {"EventSet": [%b], "RequestId": "1"}}' % b", ".join(items)


def fault(text: bytes) -> tuple[PullingFault, str]:
    with pytest.raises(PullingError) as refused:
        parse_events(text)
    return refused.value.kind, refused.value.code


@pytest.mark.parametrize("sample", bundle("tencent.vod.pull_events")["examples"][:3])
def test_an_event_is_the_pushed_one_and_its_handle(sample: dict[str, Any]) -> None:
    found = parse_events(orjson.dumps(sample))
    assert [{"EventHandle": event.handle, **orjson.loads(event.body)} for event in found] == (
        sample["Response"]["EventSet"] or []
    )
    assert not any(b"EventHandle" in event.body for event in found)


@pytest.mark.parametrize(
    ("item", "body", "handle"),
    [
        ({"EventHandle": "h", "EventType": "X"}, b'{"EventType":"X"}', "h"),
        (
            {"EventType": "X", "Nested": {"EventHandle": "kept"}},
            b'{"EventType":"X","Nested":{"EventHandle":"kept"}}',
            None,
        ),
        ({"EventHandle": "", "EventType": "X"}, b'{"EventType":"X"}', None),
        ({"EventHandle": None}, b"{}", None),
        ({"EventHandle": 7}, b"{}", None),
        ({"EventHandle": ["h"]}, b"{}", None),
        (None, b"null", None),
        (7, b"7", None),
        ("text", b'"text"', None),
        ([{"EventHandle": "h"}], b'[{"EventHandle":"h"}]', None),
    ],
)
def test_whatever_is_an_item_is_an_event(item: Any, body: bytes, handle: str | None) -> None:
    assert parse_events(reply(item)) == (PulledEvent(body, handle),)


@pytest.mark.parametrize("nothing", [{"EventSet": None, **ID}, {"EventSet": [], **ID}])
def test_no_events_are_no_failure(nothing: dict[str, Any]) -> None:
    assert parse_events(orjson.dumps({"Response": nothing})) == ()


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"<html>502</html>",
        b"null",
        b"[]",
        b"{}",
        b'"Response"',
        b'{"Response": null}',
        b'{"Response": []}',
        b'{"Response": {}}',
        b'{"Response": {"RequestId": "1"}}',
        b'{"Response": {"EventSet": [], "RequestId": 1}}',
        b'{"Response": {"EventSet": {}, "RequestId": "1"}}',
        b'{"Response": {"EventSet": "h", "RequestId": "1"}}',
        b'{"Response": {"EventSet": [], "EventSet": [NaN], "RequestId": "1"}}',
        b'{"Response": {"EventSet": [NaN], "RequestId": NaN}}',
        b'{"Response": {"Error": null, "RequestId": "1"}}',
        b'{"Response": {"Error": {"Code": "InternalError"}, "RequestId": "1"}}',
        b'{"Response": {"Error": {"Code": 1, "Message": ""}, "RequestId": "1"}}',
        reply({"EventHandle": "h"})[:-20],
        reply({"EventHandle": "h"})[:-2],
        b'{"Response": {"EventSet": [{"EventHandle": "h',
        b"[" * 100_000,
        b'"' * 100_001,
        b'{"Response": {"EventSet": "' + b'\\"' * 100_000,
    ],
)
def test_a_reply_that_breaks_the_contract_is_broken(text: bytes) -> None:
    assert fault(text) == ("broken", "")


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("RequestLimitExceeded", "throttled"),
        ("RequestLimitExceeded.UinLimitExceeded", "throttled"),
        ("InternalError", "unavailable"),
        ("InternalError.UnknownError", "unavailable"),
        ("FailedOperation", "unavailable"),
        ("ServiceUnavailable", "unavailable"),
        ("AuthFailure.SignatureExpire", "clock"),
        ("AuthFailure.SignatureFailure", "credentials"),
        ("AuthFailure.SecretIdNotFound", "credentials"),
        ("UnauthorizedOperation", "credentials"),
        ("ResourceNotFound", "refused"),
        ("InvalidParameterValue.SubAppId", "refused"),
        ("SomethingNew", "refused"),
    ],
)
def test_an_error_code_gives_the_kind_of_failure(code: str, kind: PullingFault) -> None:
    text = orjson.dumps({"Response": {"Error": {"Code": code, "Message": "a secret"}, **ID}})
    assert fault(text) == (kind, code)
    with pytest.raises(PullingError, match=rf"\({code}\)$"):
        check_confirmation(text)


@pytest.mark.parametrize("code", [None, 7, "", "no code, but a payload", "x" * 81, "Line\n"])
def test_text_that_is_no_code_is_not_repeated(code: object) -> None:
    assert str(api_error(code)) == "the vendor's API refuses the call"


@pytest.mark.parametrize(
    "text",
    [b"", b"[]", b'{"Response": 1}', b'{"Response": {}}', b'{"Response": {"RequestId": NaN}}'],
)
def test_a_confirmation_needs_an_answer_that_says_so(text: bytes) -> None:
    with pytest.raises(PullingError, match="cannot be read"):
        check_confirmation(text)


def test_a_confirmation_has_no_events() -> None:
    check_confirmation(orjson.dumps({"Response": ID}))


@pytest.mark.parametrize(
    "value",
    [
        UNFIT,
        b"NaN",
        b"-Infinity",
        b"1e999",
        b"123456789012345678901234567890",
        b'"\\ud83d"',
        b'"\x01"',
        b'{"a":1,"a":2}',
        b"[" * 300 + b"]" * 300,
    ],
    ids=[
        "cut character",
        "NaN",
        "Infinity",
        "1e999",
        "long integer",
        "half a pair",
        "control character",
        "duplicate key",
        "too deep",
    ],
)
def test_an_event_that_is_no_json_holds_up_nothing(value: bytes) -> None:
    good = b'{"EventHandle": "1","EventType": "X"}'
    unfit = (
        b'{"EventType": "Y", "Text": %b, "EventHandle": "2", "More": {"EventHandle": [1, "}"]}}'
        % value
    )
    before, between, after = parse_events(raw(good, unfit, good.replace(b"1", b"3")))
    assert (before, after) == (
        PulledEvent(b'{"EventType": "X"}', "1"),
        PulledEvent(b'{"EventType": "X"}', "3"),
    )
    assert between == PulledEvent(
        b'{"EventType": "Y","Text": %b,"More": {"EventHandle": [1, "}"]}}' % value, "2"
    )


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (b'{"EventHandle": "1", "EventHandle": "2"}', PulledEvent(b"{}", "2")),
        (b'{"EventHandle": %b}' % UNFIT, PulledEvent(b"{}", None)),
        (b'{"EventHandle": "\\u0041", "a": NaN}', PulledEvent(b'{"a": NaN}', "A")),
        (b'{"EventHandle": "1", "EventHandle": NaN}', PulledEvent(b"{}", None)),
        (b'{"EventHandle" : "1", 7}', PulledEvent(b"{7}", "1")),
        (b"NaN", PulledEvent(b"NaN", None)),
        (b'["EventHandle", NaN]', PulledEvent(b'["EventHandle", NaN]', None)),
        (b"{[}]", PulledEvent(b"{[}]", None)),
    ],
)
def test_a_handle_is_found_in_what_is_no_json(item: bytes, expected: PulledEvent) -> None:
    assert parse_events(raw(item)) == (expected,)


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=10,
)
EVENTS = st.dictionaries(st.text(), VALUES, max_size=4) | VALUES
HANDLES = st.text(min_size=1)


@given(st.lists(st.tuples(EVENTS, HANDLES), max_size=4))
def test_what_is_cut_out_of_text_is_what_is_read(items: list[tuple[Any, str]]) -> None:
    listed = [
        {**event, "EventHandle": handle} if isinstance(event, dict) else event
        for event, handle in items
    ]
    read = parse_events(reply(*listed))
    *cut, last = parse_events(raw(*map(orjson.dumps, listed), b"NaN"))
    assert last == PulledEvent(b"NaN", None)
    assert [(orjson.loads(event.body), event.handle) for event in cut] == [
        (orjson.loads(event.body), event.handle) for event in read
    ]


@given(
    st.binary()
    | st.lists(
        st.sampled_from(
            [b'{"Response":', b'{"EventSet":', b"[", b"]", b"{", b"}", b",", b'"', b"\\", b"1"]
        )
    ).map(b"".join)
)
def test_nothing_but_one_exception_comes_of_any_bytes(text: bytes) -> None:
    try:
        parse_events(text)
    except PullingError as error:
        assert error.kind == "broken"  # noqa: PT017 # also no exception is fine
