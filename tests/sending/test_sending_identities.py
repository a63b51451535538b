from __future__ import annotations

from typing import Any

import pytest

from vodhooks.catalogue import bundle, catalogue, channel, message
from vodhooks.errors import SendingError
from vodhooks.pointers import parse_pointer, resolve
from vodhooks.sending.drafts import draft
from vodhooks.testing import sign
from vodhooks.validation import validator

PUSHED = [name for name, known in catalogue().messages.items() if known.channel]
POLYV = "polyv.video_outline.generate_fail"
UCLOUD = "ucloud.umedia.slice"


def identity(name: str, payload: Any) -> tuple[object, ...]:
    return tuple(resolve(payload, parse_pointer(pointer)) for pointer in message(name).identity)


@pytest.mark.parametrize("name", PUSHED)
def test_every_event_has_an_identity_of_its_own_and_keeps_the_contract(name: str) -> None:
    where = message(name).channel or ""
    for payload in bundle(name)["examples"]:
        numbered = [dict(draft(name, payload, 0.0, number=number).payload) for number in range(50)]
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
    assert draft(UCLOUD, payload, 0.0, number=12).payload["task_id"] == other


@pytest.mark.parametrize(("value", "other"), [(30, 42), (-5, 7), (2**63 - 1, 2**63 - 13)])
def test_integers_are_counted_on_or_back_from_their_bound(value: int, other: int) -> None:
    payload = {"callbackType": "generate_fail", "taskId": value, "vid": "v"}
    assert draft(POLYV, payload, 0.0, number=12).payload["taskId"] == other


def test_a_payload_that_breaks_its_contract_is_numbered_all_the_same() -> None:
    assert draft(UCLOUD, {"task_id": 7}, 0.0, number=2).payload == {"task_id": 9}


@pytest.mark.parametrize("payload", [{"retcode": 1}, {"task_id": None}, {"task_id": True}, {"task_id": ["1"]}])
def test_an_identity_that_cannot_vary_is_refused(payload: dict[str, Any]) -> None:
    with pytest.raises(SendingError, match="nothing in the identity \\(/task_id\\)"):
        draft(UCLOUD, payload, 0.0, number=1)
