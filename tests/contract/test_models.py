"""The generated models against the schemas: the schema alone decides, and every known difference is in a committed list."""

from __future__ import annotations

import json
from collections import defaultdict
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.messages import VARIED_MESSAGES
from vodhooks.catalogue import bundle, catalogue
from vodhooks.errors import ViewError
from vodhooks.model import view
from vodhooks.pointers import parse_pointer, resolve
from vodhooks.testing import BrokenPayload, every_fault, examples, payloads
from vodhooks.validation import validate

MESSAGES = catalogue().messages
DIFFERENCES = json.loads((Path(__file__).parent / "model_differences.json").read_bytes())
ONE_OF_EACH: dict[str, list[Any]] = {
    "string": ["7", "true", "text"],
    "boolean": [True],
    "null": [None],
    "number": [0.5],
    "array": [[]],
    "object": [{}],
}

# How fast the machine is, is not the question here.
patient = settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow], database=None
)
each_message = pytest.mark.parametrize("message", VARIED_MESSAGES)


def accepts(message: str, payload: Any) -> bool:
    try:
        view(MESSAGES[message], payload)
    except ViewError:
        return False
    return True


def written(seen: Any, **options: bool) -> Any:
    """Write a view down: a model, or a list of them."""
    return (
        [item.model_dump(**options) for item in seen]
        if isinstance(seen, list)
        else seen.model_dump(**options)
    )


def same(dumped: Any, payload: Any) -> bool:
    """Whether two values are the same JSON, an integer and the float nearest to it included."""
    if isinstance(dumped, dict):
        return dumped.keys() == payload.keys() and all(
            same(dumped[name], payload[name]) for name in dumped
        )
    if isinstance(dumped, list):
        return len(dumped) == len(payload) and all(map(same, dumped, payload))
    if isinstance(dumped, float) and type(payload) is int:
        return dumped == float(payload)
    return type(dumped) is type(payload) and bool(dumped == payload)


@each_message
def test_the_view_accepts_only_listed_broken_payloads(message: str) -> None:
    accepted = [case.name for case in every_fault(message) if accepts(message, case.payload)]
    assert sorted(accepted) == sorted(
        name for entry in DIFFERENCES["accepted"] for name in entry["cases"].get(message, [])
    )


def test_the_view_coerces_only_listed_values() -> None:
    coerced: defaultdict[str, set[str]] = defaultdict(set)
    for message in VARIED_MESSAGES:
        for case in every_fault(message):
            if not accepts(message, case.payload):
                for kind, payload in others(case):
                    if accepts(message, payload):
                        coerced[kind].add(demanded(case))
    assert coerced == {entry["given"]: set(entry["where"]) for entry in DIFFERENCES["coerced"]}


def others(case: BrokenPayload) -> list[tuple[str, Any]]:
    """List payloads that break the same rule as a case with a value of another type, by that type."""
    found: list[tuple[str, Any]] = []
    *above, last = ("payload", *parse_pointer(case.pointer))
    for kind, values in ONE_OF_EACH.items():
        for value in values:
            root: dict[str, Any] = {"payload": deepcopy(case.payload)}
            holder: Any = resolve(root, above)
            holder[int(last) if isinstance(holder, list) else last] = value
            report = validate(root["payload"], case.message)
            if [(item.keyword, item.instance_pointer) for item in report.violations] == [
                (case.keyword, case.pointer)
            ]:
                found.append((kind, root["payload"]))
    return found


def demanded(case: BrokenPayload) -> str:
    """Say what a case's rule demands: one type or several, or else the keyword."""
    rule = parse_pointer(case.rule)
    value = resolve(bundle(case.message), rule)
    return (
        rule[-1]
        if rule[-1] != "type"
        else " or ".join(value)
        if isinstance(value, list)
        else str(value)
    )


@each_message
@patient
@given(data=st.data())
def test_the_view_of_a_valid_payload_dumps_to_it(message: str, data: st.DataObject) -> None:
    payload = data.draw(payloads(message, drift=True))
    assert same(written(view(MESSAGES[message], payload)), payload)


@each_message
def test_the_view_of_an_example_dumps_to_that_example(message: str) -> None:
    for payload in examples(message):
        assert same(written(view(MESSAGES[message], payload)), payload)
        assert same(written(view(MESSAGES[message], payload), exclude_unset=True), payload)


def test_an_integer_viewed_as_number_is_nearest_float() -> None:
    payload = {"retcode": 0, "task_id": "1", "dest_video_url": "", "duration": 2**53 + 1}
    assert validate(payload, "ucloud.umedia.slice").valid
    assert view(MESSAGES["ucloud.umedia.slice"], payload).duration == 2.0**53


@pytest.mark.parametrize("message", sorted(name for name in MESSAGES if name.startswith("ucloud.")))
@patient
@given(data=st.data())
def test_the_view_has_the_class_of_the_taken_branch(message: str, data: st.DataObject) -> None:
    payload = data.draw(payloads(message))
    branch = "Success" if payload["retcode"] == 0 else "Failure"
    assert type(view(MESSAGES[message], payload)).__name__ == f"{MESSAGES[message].title}{branch}"


@patient
@given(payloads("tencent.vod.pull_events"))
def test_the_view_of_a_reply_has_the_class_of_its_kind(payload: dict[str, Any]) -> None:
    seen = view(MESSAGES["tencent.vod.pull_events"], payload).response
    assert (
        type(seen).__name__
        == f"TencentVodPullEvents{'Failure' if 'Error' in payload['Response'] else 'Result'}"
    )
    for event in getattr(seen, "event_set", None) or ():
        assert type(event).__name__ == "TencentVodPulledEvent"
