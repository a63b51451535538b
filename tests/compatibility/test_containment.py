"""Whether one contract takes what another sends: proved, disproved by a payload, or left open."""

from __future__ import annotations

from typing import Any

import pytest

from vodhooks.codegen.sources import BASE, Sources
from vodhooks.compatibility.containment import Contract, breaks, contract, covers
from vodhooks.errors import GenerationError

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def of(schema: dict[str, Any]) -> Contract:
    """Return the contract of a schema that is its sources' only one."""
    whole = {
        "$schema": DIALECT,
        "$id": f"{BASE}acme/done.json",
        "title": "AcmeDone",
        "examples": [{}],
        **schema,
    }
    return contract(Sources({"acme/done": whole}, {}), "acme.done")


def test_only_receivers_accept_unknown_properties() -> None:
    ends = of({"properties": {"a": {"properties": {"b": {}}}}})
    assert "additionalProperties" not in str(ends.accepted)
    assert (
        ends.sent["additionalProperties"],
        ends.sent["properties"]["a"]["additionalProperties"],
    ) == (False, False)


def test_senders_send_unknown_properties_not_drifting() -> None:
    ends = of({"properties": {"a": {}}, "x-strict": {"additionalProperties": {"type": "null"}}})
    assert ends.sent["additionalProperties"] == {"type": "null"}


def test_senders_may_use_any_value_of_an_open_list() -> None:
    open_list = {"anyOf": [{"enum": ["a"]}, {"type": "string"}]}
    assert of(open_list).sent["anyOf"] == open_list["anyOf"]


def test_other_drift_is_sent_all_the_same() -> None:
    assert "maxItems" not in of({"type": "array", "x-strict": {"maxItems": 3}}).sent


def test_a_contract_that_contains_itself_is_refused() -> None:
    endless = {
        "title": "Endless",
        "type": "object",
        "properties": {"again": {"$ref": "#/$defs/endless"}},
    }
    with pytest.raises(GenerationError, match="contains itself"):
        of({"$ref": "#/$defs/endless", "$defs": {"endless": endless}})


@pytest.mark.parametrize(
    ("accepted", "sent", "verdict"),
    [
        ({"type": "number"}, {"type": "integer"}, True),
        ({"type": "string"}, {"type": ["string", "null"]}, False),
        ({"type": "integer"}, {"type": "number"}, None),
        ({"anyOf": [{"enum": ["a"]}, {"type": "string"}]}, {"type": "string"}, True),
        ({"maxLength": 40}, {"type": "string", "pattern": "^[0-9A-F]{40}$"}, None),
        (
            {"$ref": "#/$defs/A", "$defs": {"A": {"maximum": 5}}},
            {"$ref": "#/$defs/A", "$defs": {"A": {"maximum": 4}}},
            True,
        ),
    ],
)
def test_covering_is_proved_disproved_or_neither(
    accepted: dict[str, Any],
    sent: dict[str, Any],
    verdict: bool | None,  # noqa: FBT001
) -> None:  # a case
    assert covers(accepted, sent) is verdict


@pytest.mark.parametrize(
    ("receiver", "sender"),
    [
        ({"required": ["a"]}, {"examples": [{"a": 1}]}),
        (
            {"properties": {"a": {"type": "string"}}},
            {"properties": {"a": {}}, "examples": [{"a": "x"}]},
        ),
        (
            {"properties": {"a": {"enum": ["x"]}}},
            {"properties": {"a": {"enum": ["x", "y"]}}, "examples": [{"a": "x"}]},
        ),
        (
            {"properties": {"a": {"maxItems": 2}}},
            {"properties": {"a": {"type": "array"}}, "examples": [{"a": [1]}]},
        ),
        (
            {"properties": {"a": {"maximum": 9}}},
            {"properties": {"a": {"maximum": 10}}, "examples": [{"a": 1}]},
        ),
        (
            {"properties": {"a": {"type": "string", "pattern": "^[A-F]{2}$"}}},
            {
                "properties": {"a": {"type": "string", "pattern": "^[A-Fa-f]{2}$"}},
                "examples": [{"a": "AB"}],
            },
        ),
    ],
)
def test_a_payload_that_is_sent_and_refused_disproves(
    receiver: dict[str, Any], sender: dict[str, Any]
) -> None:
    assert breaks(of(receiver), of(sender))


def test_nothing_is_disproved_without_a_payload() -> None:
    text = {"type": "string", "pattern": "^[0-9A-F]{40}$"}
    receiver, sender = (
        of({"properties": {"a": {**text, "maxLength": 40}}}),
        of({"properties": {"a": text}}),
    )
    assert covers(receiver.accepted, sender.sent) is None
    assert not breaks(receiver, sender)
