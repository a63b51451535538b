"""Events that nothing less than their content identifies: the same task is notified again, and that is no conflict."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

import orjson
import pytest

from vodhooks import Event, parse
from vodhooks.catalogue import catalogue
from vodhooks.catalogue import message as message_of
from vodhooks.classification import classify
from vodhooks.inbox.database import connect
from vodhooks.inbox.queries import EventFilter, iterate_events
from vodhooks.inbox.store import Inbox, ReceivedDelivery
from vodhooks.testing import example, sign
from vodhooks.vendor.events import renumber

if TYPE_CHECKING:
    from pathlib import Path

CHANNEL = "tencent.vod"
PROCEDURE = "tencent.vod.procedure_state_changed"
BY_CONTENT = [
    name
    for name, entry in catalogue().messages.items()
    if entry.channel is not None and not entry.identity
]


def kept(folder: Path, *payloads: Any) -> list[tuple[int, bool]]:
    """Keep deliveries one after the other, and return of each event how often it came, and whether it is a conflict."""
    engine = connect(f"sqlite:///{folder}/inbox.sqlite3")
    inbox = Inbox(engine)
    for number, payload in enumerate(payloads):
        found = classify(orjson.dumps(payload), CHANNEL)
        inbox.keep([ReceivedDelivery.of(found, 10**15 + number)])
    events = [stored.entry for stored in iterate_events(engine, EventFilter())]
    engine.dispose()
    return [(entry.deliveries, entry.conflict) for entry in events]


def states() -> tuple[dict[str, Any], dict[str, Any]]:
    """Return two notifications of one task: while it is worked on, and when it has ended."""
    ended = example(PROCEDURE)
    working = deepcopy(ended)
    working["ProcedureStateChangeEvent"] |= {"Status": "PROCESSING", "MediaProcessResultSet": []}
    return working, ended


def test_events_that_are_notified_repeatedly_are_identified_by_their_content() -> None:
    assert BY_CONTENT == [PROCEDURE, "tencent.vod.media_cast_status_changed"]


def test_the_second_state_of_a_task_is_an_event_and_no_conflict(tmp_path: Path) -> None:
    working, ended = states()
    assert kept(tmp_path, working, ended) == [(1, False), (1, False)]


def test_the_same_state_again_is_the_same_event(tmp_path: Path) -> None:
    working, ended = states()
    pushed = sign({**working, "Other": None}, CHANNEL, "aKey", 1_700_000_000.0)
    pulled = {**working, "EventHandle": "another"}
    assert kept(tmp_path, working, pushed, ended, pulled) == [(3, False), (1, False)]


def test_the_second_event_of_another_kind_of_task_is_a_conflict(tmp_path: Path) -> None:
    """What is notified once has an id: another content under it is not to be expected."""
    first = example("tencent.vod.pull_complete")
    second = deepcopy(first)
    second["PullCompleteEvent"]["Status"] = "PROCESSING"
    assert kept(tmp_path, first, second) == [(1, False), (1, True)]


def test_an_event_says_its_content_for_its_identity() -> None:
    working, ended = states()
    events = [parse(orjson.dumps(each), CHANNEL) for each in (working, ended, {**working, "T": 1})]
    identities = [event.identity for event in events if isinstance(event, Event)]
    assert len({*identities}) == 2
    assert (
        identities[0] == identities[2] == (classify(orjson.dumps(working), CHANNEL).content.hex(),)
    )


@pytest.mark.parametrize("name", catalogue().channels[CHANNEL].messages)
def test_events_that_are_made_have_identities_of_their_own(name: str) -> None:
    sample = example(name)
    made = [renumber(name, sample, number) for number in range(3)]
    found = [classify(orjson.dumps(each), CHANNEL) for each in made]
    assert [each.message for each in found] == [name] * 3
    assert not any(each.drifts for each in found)
    assert len({each.identity for each in found}) == 3


def test_a_list_is_an_identity_too() -> None:
    deleted = example("tencent.vod.file_deleted")
    assert message_of("tencent.vod.file_deleted").identity == (
        "/EventType",
        "/FileDeleteEvent/FileIdSet",
    )
    other = deepcopy(deleted)
    other["FileDeleteEvent"]["FileIdSet"].append("8")
    identities = {classify(orjson.dumps(each), CHANNEL).identity for each in (deleted, other)}
    assert len(identities) == 2
