from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

import pytest

from vodhooks import Event, parse
from vodhooks.catalogue import bundle, catalogue, channel, message
from vodhooks.errors import SendingError
from vodhooks.pointers import parse_pointer, resolve
from vodhooks.testing import sign
from vodhooks.validation import validator
from vodhooks.vendor.events import renumber, set_value

PUSHED = [name for name, known in catalogue().messages.items() if known.channel]
POLYV = "polyv.video_outline.generate_fail"
UCLOUD = "ucloud.umedia.slice"


def identity(name: str, payload: Any) -> str:
    where = message(name).channel or ""
    event = parse(json.dumps(sign(payload, where, "secret", 1.7e9)).encode(), where)
    assert isinstance(event, Event)
    return json.dumps(event.identity)


@pytest.mark.parametrize("name", PUSHED)
def test_every_event_has_its_identity_and_is_valid(name: str) -> None:
    where = message(name).channel or ""
    for payload in bundle(name)["examples"]:
        numbered = [renumber(name, payload, number) for number in range(50)]
        assert len({identity(name, item) for item in numbered}) == 50
        assert identity(name, numbered[0]) == identity(name, payload)
        told_by = parse_pointer(channel(where).discriminator or "/none")
        assert all(resolve(item, told_by) == resolve(payload, told_by) for item in numbered)
        assert all(validator(name).accepts(sign(item, where, "secret", 1.7e9)) for item in numbered)


@pytest.mark.parametrize(
    ("value", "other"),
    [("1", "13"), ("009", "021"), ("task", "task-12"), ("", "-12"), ("1" * 19, "1" * 19 + "-12")],
)
def test_texts_are_counted_on_where_they_are_numbers(value: str, other: str) -> None:
    payload = {"retcode": 1, "task_id": value}
    assert renumber(UCLOUD, payload, 12)["task_id"] == other


@pytest.mark.parametrize(("value", "other"), [(30, 42), (-5, 7), (2**63 - 1, 2**63 - 13)])
def test_integers_count_up_or_down_from_their_bound(value: int, other: int) -> None:
    payload = {"callbackType": "generate_fail", "taskId": value, "vid": "v"}
    assert renumber(POLYV, payload, 12)["taskId"] == other


def test_a_broken_payload_is_numbered_all_the_same() -> None:
    assert renumber(UCLOUD, {"task_id": 7}, 2) == {"task_id": 9}
    assert renumber(UCLOUD, {"task_id": ["1", "8"]}, 2) == {"task_id": ["3", "8"]}


@pytest.mark.parametrize(
    "payload", [{"retcode": 1}, {"task_id": None}, {"task_id": True}, {"task_id": [None]}]
)
def test_an_identity_that_cannot_vary_is_refused(payload: dict[str, Any]) -> None:
    with pytest.raises(SendingError, match="nothing in the identity \\(/task_id\\)"):
        renumber(UCLOUD, payload, 1)


PAYLOAD: dict[str, Any] = {"a": {"b": [1, {"c": 2}]}, "d/e": None}


@pytest.mark.parametrize(
    ("pointer", "value", "changed"),
    [
        ("/f", 3, {**PAYLOAD, "f": 3}),
        ("/a", [], {**PAYLOAD, "a": []}),
        ("/a/b/0", "x", {**PAYLOAD, "a": {"b": ["x", {"c": 2}]}}),
        ("/a/b/1/c", None, {**PAYLOAD, "a": {"b": [1, {"c": None}]}}),
        ("/a/b/2", 3, {**PAYLOAD, "a": {"b": [1, {"c": 2}, 3]}}),
        ("/a/b/-", 3, {**PAYLOAD, "a": {"b": [1, {"c": 2}, 3]}}),
        ("/a/0", 3, {**PAYLOAD, "a": {"b": [1, {"c": 2}], "0": 3}}),
        ("/d~1e", 3, {**PAYLOAD, "d/e": 3}),
        ("/", 3, {**PAYLOAD, "": 3}),
    ],
)
def test_setting_a_value_keeps_the_given_payload(
    pointer: str, value: Any, changed: dict[str, Any]
) -> None:
    given = deepcopy(PAYLOAD)
    assert set_value(given, pointer, value) == changed
    assert given == PAYLOAD


@pytest.mark.parametrize(
    ("pointer", "complaint"),
    [
        ("", "the whole payload"),
        ("a", "begins with a slash"),
        ("/x/y", "/x/y: nothing at /x that could hold it"),
        ("/d~1e/y", "nothing at /d~1e"),
        ("/a/b/3", "3 is no place in an array of 2"),
        ("/a/b/x", "x is no place"),
        ("/a/b/-1", "-1 is no place"),
        ("/a/b/²", "no place"),
        ("/a/b/99999999999", "no place"),
        ("/a/b/-/c", "nothing at /a/b/2"),
    ],
)
def test_what_has_no_place_in_the_payload_is_refused(pointer: str, complaint: str) -> None:
    with pytest.raises(SendingError, match=complaint):
        set_value(PAYLOAD, pointer, 1)
