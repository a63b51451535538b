"""The events of Tencent Cloud VOD against the vendor: its SDK, the samples of its definition, and its definition as of today."""

from __future__ import annotations

import json
import warnings
from datetime import date
from pathlib import Path

import orjson
import pytest
from tencentcloud.vod.v20180717 import models

from vodhooks import Event, UnknownEvent, parse, validate
from vodhooks.catalogue import channel, message
from vodhooks.classification import canonical, classify
from vodhooks.codegen.loader import load
from vodhooks.drift.definition import compare, find_definition, origin_of, read_definition
from vodhooks.testing import examples

ROOT = Path(__file__).resolve().parents[2]
CHANNEL = "tencent.vod"
MESSAGES = channel(CHANNEL).messages
SOURCES = load(ROOT, structure_only=True)
ORIGIN = origin_of(SOURCES)
FILE = find_definition(ORIGIN)
EXAMPLES = json.loads(FILE.with_name("examples.json").read_bytes())["actions"]
HISTORY = (ROOT / "tests/data/tencent-events.ndjson").read_bytes().splitlines()
FROM_THE_DEFINITION = {name for name in MESSAGES if message(name).only_drifts}
MADE = [
    name
    for name in MESSAGES
    if any("package" in source for source in SOURCES.schemas[name.replace(".", "/")]["x-source"])
]
"""The messages that were made of the definition; one was described by hand before."""

each_message = pytest.mark.parametrize("name", MESSAGES)


@each_message
def test_an_event_passes_through_the_sdk_and_comes_back_whole(name: str) -> None:
    """Its classes drop what they do not know, with a warning, which is an error here."""
    for sample in examples(name):
        event = {key: value for key, value in sample.items() if key not in {"Sign", "T"}}
        known = models.EventContent()
        known._deserialize(canonical(event))  # noqa: SLF001 # what its client calls
        assert canonical(known._serialize(allow_none=True)) == canonical(event)  # noqa: SLF001


def test_every_event_of_the_definition_has_a_contract_but_those_left_out() -> None:
    definition = read_definition(FILE, ORIGIN)
    events = [member for member in definition.objects[ORIGIN.object] if member.object]
    assert len(events) - len(ORIGIN.left_out) == len(MESSAGES) == 35
    assert len(FROM_THE_DEFINITION) == 22


@pytest.mark.filterwarnings("default::UserWarning")
def test_the_installed_definition_has_nothing_that_the_contract_has_not() -> None:
    """A warning, because it is the vendor who has changed something: run `vodhooks drift --definition tccli --apply schemas`."""
    definition = read_definition(FILE, ORIGIN)
    changes = compare(definition, ORIGIN, SOURCES, date(2026, 1, 1))
    for change in changes.found:
        warnings.warn(
            f"{definition.package} {definition.version}: {change.file}#{change.pointer}: "
            f"{change.kind}: {change.text}",
            stacklevel=1,
        )


@pytest.mark.parametrize("number", range(len(HISTORY)))
def test_what_the_definition_once_showed_is_valid_today(number: int) -> None:
    event = parse(HISTORY[number], CHANNEL)
    assert isinstance(event, Event)
    assert event.drift == ()


def test_the_samples_are_six_years_of_the_definition() -> None:
    assert len(HISTORY) == 31


def test_the_reply_that_the_definition_shows_is_valid() -> None:
    (shown,) = EXAMPLES["PullEvents"]
    report = validate(shown["output"].encode(), "tencent.vod.pull_events")
    assert (report.violations, report.drift) == ((), ())


TASKS = {
    "EditMediaTask": ("EditMediaComplete", "EditMediaCompleteEvent"),
    "ProcedureTask": ("ProcedureStateChanged", "ProcedureStateChangeEvent"),
    "TranscodeTask": ("TranscodeComplete", "TranscodeCompleteEvent"),
    "WechatMiniProgramPublishTask": (
        "WechatMiniProgramPublishComplete",
        "WechatMiniProgramPublishCompleteEvent",
    ),
}
"""Event type and member by the name that a task has in the reply of DescribeTaskDetail."""


def test_the_tasks_that_the_definition_shows_are_what_their_events_hold() -> None:
    shown = [json.loads(each["output"])["Response"] for each in EXAMPLES["DescribeTaskDetail"]]
    tasks = [
        (name, reply[name]) for reply in shown for name in TASKS if reply.get(name) is not None
    ]
    assert {name for name, _ in tasks} == set(TASKS)
    for name, task in tasks:
        event_type, member = TASKS[name]
        event = parse(orjson.dumps({"EventType": event_type, member: task}), CHANNEL)
        assert isinstance(event, Event)
        assert event.drift == ()


@pytest.mark.parametrize(
    ("event_type", "member"),
    [
        ("EditMediaComplete", "EditMediaComplete"),
        ("TranscodeComplete", "TranscodeComplete"),
        ("WechatMiniProgramPublishComplete", "WechatMiniProgramPublishEvent"),
    ],
)
def test_another_name_of_the_member_is_drift(event_type: str, member: str) -> None:
    """Old pages leave `Event` out, and the vendor's own demo shortens a name."""
    body = orjson.dumps({"EventType": event_type, member: {"TaskId": "1-Task-1"}})
    event = parse(body, CHANNEL)
    assert isinstance(event, Event)
    places = [(found.instance_pointer, found.keyword) for found in event.drift]
    assert (f"/{member}", "type") in places
    assert ("", "required") in places


@pytest.mark.parametrize("event_type", ["ReduceMediaBitrateComplete", "ProcessImageAsyncComplete"])
def test_what_has_no_contract_is_an_unknown_event(event_type: str) -> None:
    event = parse(orjson.dumps({"EventType": event_type}), CHANNEL)
    assert isinstance(event, UnknownEvent)


@each_message
def test_a_member_of_another_type_costs_an_event_only_where_a_page_speaks(name: str) -> None:
    sample = examples(name)[-1]
    (member,) = (key for key, value in sample.items() if isinstance(value, dict))
    found = classify(orjson.dumps({**sample, member: [7]}), CHANNEL)
    assert found.outcome == ("accepted" if name in FROM_THE_DEFINITION else "quarantined")
    assert found.drifts is (name in FROM_THE_DEFINITION)


@pytest.mark.parametrize("name", MADE)
def test_nulls_everywhere_keep_the_contract(name: str) -> None:
    sample = examples(name)[0]
    (member,) = (key for key, value in sample.items() if isinstance(value, dict))
    empty = dict.fromkeys(sample[member])
    for payload in ({**sample, member: empty}, {**sample, member: None}):
        assert classify(orjson.dumps(payload), CHANNEL).outcome == "accepted"
