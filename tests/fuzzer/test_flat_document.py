from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema_rs
import openapi_spec_validator
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.messages import VARIED_MESSAGES
from vodhooks.catalogue import Channel, catalogue
from vodhooks.fuzzer.schemathesis.document import MESSAGES, flat, wire
from vodhooks.testing import every_fault, examples, faults, payloads

if TYPE_CHECKING:
    from collections.abc import Iterator

CHANNELS = catalogue().channels
VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "validation.json").read_bytes())[
    "cases"
]

each_channel = pytest.mark.parametrize(
    "channel", CHANNELS.values(), ids=lambda channel: channel.name
)
brisk = settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow], database=None
)


@cache
def validators(name: str) -> tuple[jsonschema_rs.Validator, jsonschema_rs.Validator]:
    channel = CHANNELS[name]
    flattened = flat([channel])["paths"][channel.path]["post"]["requestBody"]["content"][
        "application/json"
    ]["schema"]
    return jsonschema_rs.Draft202012Validator(flattened), jsonschema_rs.Draft202012Validator(
        wire(channel)
    )


def known(channel: Channel) -> Iterator[Any]:
    """Yield every payload that the tests and the contract have for a channel, of all channels' where a vector is concerned."""
    yield from (case["input"]["payload"] for case in VECTORS if "payload" in case["input"])
    for message in channel.messages:
        yield from examples(message)
        if message in VARIED_MESSAGES:
            yield from (fault.payload for fault in every_fault(message))


def schemas(node: Any) -> Iterator[dict[str, Any]]:
    for item in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from schemas(item)
    if isinstance(node, dict):
        yield node


@each_channel
def test_the_flat_schema_agrees_on_known_payloads(channel: Channel) -> None:
    flattened, contract = validators(channel.name)
    verdicts = [
        (flattened.is_valid(payload), contract.is_valid(payload)) for payload in known(channel)
    ]
    assert set(verdicts) == {(True, True), (False, False)}


@each_channel
@brisk
@given(data=st.data())
def test_the_flat_schema_agrees_on_drawn_payloads(channel: Channel, data: st.DataObject) -> None:
    flattened, contract = validators(channel.name)
    message = data.draw(st.sampled_from(sorted({*channel.messages} & {*VARIED_MESSAGES})))
    broken = faults(message).map(lambda fault: fault.payload)
    payload = data.draw(st.one_of(payloads(message), payloads(message, drift=True), broken))
    assert flattened.is_valid(payload) == contract.is_valid(payload)


def test_the_flat_document_holds_no_reference() -> None:
    document = flat(CHANNELS.values())
    contents = [
        item["post"]["requestBody"]["content"]["application/json"]
        for item in document["paths"].values()
    ]
    keywords = {
        keyword
        for content in contents
        for schema in schemas(content["schema"])
        for keyword in schema
    }
    assert keywords & {"$ref", "$defs", "allOf", "if", "then", "else"} == set()


def test_the_flat_document_is_valid_openapi() -> None:
    openapi_spec_validator.validate(flat(CHANNELS.values()))


@each_channel
def test_an_operation_answers_only_with_success(channel: Channel) -> None:
    (item,) = flat([channel])["paths"].values()
    assert list(item) == ["post"]
    assert list(item["post"]["responses"]) == [str(status) for status in channel.delivery.success]
    assert list(item["post"]["requestBody"]["content"]) == ["application/json"]


@each_channel
def test_an_operation_has_the_samples_of_its_messages(channel: Channel) -> None:
    (item,) = flat([channel])["paths"].values()
    given = item["post"]["requestBody"]["content"]["application/json"]["examples"]
    assert [entry["value"] for entry in given.values()] == [
        sample for message in channel.messages for sample in examples(message)
    ]


def test_a_seed_chooses_some_of_many_messages() -> None:
    channel = CHANNELS["tencent.vod"]

    def chosen(seed: int) -> set[str]:
        (item,) = flat([channel], seed)["paths"].values()
        content = item["post"]["requestBody"]["content"]["application/json"]
        alternatives = content["schema"]["anyOf"]
        assert len(alternatives) == MESSAGES + 1  # and the events of unknown kinds
        return {name.rpartition("-")[0] for name in content["examples"]}

    seeds = [chosen(seed) for seed in range(60)]
    assert {len(names) for names in seeds} == {MESSAGES}
    assert chosen(7) == seeds[7]
    assert set.union(*seeds) == {*channel.messages}
