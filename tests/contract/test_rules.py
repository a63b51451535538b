"""Each rule of each wire schema earns its place: there is a payload that only it refuses, or a reason why there is none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.messages import VARIED_MESSAGES
from vodhooks.catalogue import bundle
from vodhooks.engines import compile_schema
from vodhooks.pointers import parse_pointer, pointer_of, resolve
from vodhooks.testing import every_fault, examples

if TYPE_CHECKING:
    from collections.abc import Iterator

MESSAGES = VARIED_MESSAGES
REDUNDANT = json.loads((Path(__file__).parent / "redundant_rules.json").read_bytes())
ASSERTIONS = {"type", "const", "enum", "required", "pattern", "not"} | {
    bound for what in ("imum", "Length", "Items") for bound in (f"min{what}", f"max{what}")
}


def assertions(node: Any, *, path: tuple[str | int, ...] = ()) -> Iterator[str]:
    """Yield the pointer of each assertion below a node of a bundle, whatever kind of node it is; of `required`, each name's."""
    members: Any = (
        enumerate(node)
        if isinstance(node, list)
        else node.items()
        if isinstance(node, dict)
        else ()
    )
    named = path[-1:] in {("properties",), ("$defs",)} and path[-2:-1] not in {
        ("properties",),
        ("$defs",),
    }
    for key, inner in members:
        if named or key not in ASSERTIONS | {"if", "examples"}:
            yield from assertions(inner, path=(*path, key))
        elif key == "required":
            yield from (pointer_of((*path, key, index)) for index in range(len(inner)))
        elif key in ASSERTIONS:
            yield pointer_of((*path, key))


def conditions(node: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Yield the path of each schema with a condition."""
    if isinstance(node, dict) and "if" in node:
        yield path
    members: Any = (
        enumerate(node)
        if isinstance(node, list)
        else node.items()
        if isinstance(node, dict)
        else ()
    )
    for key, inner in members:
        yield from conditions(inner, (*path, key))


def without(schema: dict[str, Any], pointer: str) -> dict[str, Any]:
    """Take a rule out of a schema."""
    *above, last = parse_pointer(pointer)
    holder: Any = resolve(schema, above)
    del holder[int(last) if isinstance(holder, list) else last]
    return schema


def redundant(message: str) -> set[str]:
    return {rule for entry in REDUNDANT for rule in entry["rules"].get(message, [])}


@pytest.mark.parametrize("message", MESSAGES)
def test_each_rule_has_a_case_or_a_committed_reason(message: str) -> None:
    rules = list(assertions(bundle(message)))
    tried = [case.rule for case in every_fault(message)]
    assert len(rules) > 5
    assert sorted([*tried, *redundant(message)]) == sorted(rules)


def test_the_redundant_rules_name_existing_messages() -> None:
    assert {message for entry in REDUNDANT for message in entry["rules"]} <= set(MESSAGES)


@pytest.mark.parametrize("message", MESSAGES)
def test_the_reference_engine_names_the_same_rule(message: str) -> None:
    contract = compile_schema(bundle(message), "jsonschema")
    for case in every_fault(message):
        assert not contract.accepts(case.payload), case.name
        assert compile_schema(without(bundle(message), case.rule), "jsonschema").accepts(
            case.payload
        ), case.name


@pytest.mark.parametrize("message", MESSAGES)
@pytest.mark.parametrize("decided", [True, False])
def test_each_condition_decides_something(message: str, *, decided: bool) -> None:
    for path in conditions(bundle(message)):
        schema = bundle(message)
        holder: Any = resolve(schema, path)
        holder["if"] = decided
        assert not all(map(compile_schema(schema, "jsonschema-rs").accepts, examples(message))), (
            path
        )
