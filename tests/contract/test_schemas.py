"""What every schema owes its reader: sources, evidence, examples that show all there is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema_rs
import orjson
import pytest

from vodhooks import Event, parse
from vodhooks.catalogue import bundle, catalogue
from vodhooks.classification import content_hash
from vodhooks.pointers import parse_pointer, pointer_of, resolve
from vodhooks.testing import examples
from vodhooks.validation import validate

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = {
    path.relative_to(ROOT).as_posix(): json.loads(path.read_bytes())
    for path in sorted(ROOT.glob("schemas/**/*.json"))
}
MESSAGES = catalogue().messages

each_schema = pytest.mark.parametrize("name", SCHEMAS)
each_message = pytest.mark.parametrize("message", sorted(MESSAGES))


def nodes(
    node: Any, path: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], dict[str, Any]]]:
    """Yield a schema and every schema inside it that is no condition, with their paths."""
    if isinstance(node, dict) and path[-1:] not in {("properties",), ("$defs",)}:
        yield path, node
    for key, inner in (
        node.items()
        if isinstance(node, dict)
        else enumerate(node)
        if isinstance(node, list)
        else ()
    ):
        if key not in {"examples", "if", "not", "const", "enum"} or path[-1:] == ("properties",):
            yield from nodes(inner, (*path, key))


def properties(schema: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the schema of every property, by its pointer."""
    return {
        pointer_of(path): node for path, node in nodes(schema) if path[-2:-1] == ("properties",)
    }


def shown(message: str) -> set[str]:
    """Return the pointers of the properties that a message's examples fill."""
    contract = jsonschema_rs.Draft202012Validator(bundle(message))
    units: list[Any] = [
        unit for payload in examples(message) for unit in contract.evaluate(payload).annotations()
    ]
    places = [(unit["schemaLocation"].partition("#")[2], unit["annotations"]) for unit in units]
    return {
        f"{pointer}/{name}"
        for pointer, names in places
        if pointer.endswith("/properties")
        for name in names
    }


@each_schema
def test_a_schema_names_its_sources(name: str) -> None:
    sources = SCHEMAS[name]["x-source"]
    assert sources
    assert all(source["page"] and source["read"] for source in sources)
    assert all(
        source.get("address", "").startswith("https://") or source["withdrawn"]
        for source in sources
    )


@each_schema
def test_each_property_has_a_description_and_evidence(name: str) -> None:
    for pointer, schema in properties(SCHEMAS[name]).items():
        assert schema["description"].endswith("."), pointer
        assert schema["x-evidence"] in {"documented", "sample", "inferred"}, pointer


def test_titles_are_unique() -> None:
    titles = [
        schema["title"]
        for document in SCHEMAS.values()
        for _, schema in nodes(document)
        if "title" in schema
    ]
    assert sorted(titles) == sorted(set(titles))


@each_schema
def test_a_correction_is_a_sentence(name: str) -> None:
    assert all(correction.endswith(".") for correction in SCHEMAS[name].get("x-corrections", []))


@each_message
def test_the_examples_keep_the_contract_without_drift(message: str) -> None:
    assert len(examples(message)) >= 2
    for payload in examples(message):
        report = validate(payload, message)
        assert (report.violations, report.drift) == ((), ())


@each_message
def test_the_examples_together_fill_every_property(message: str) -> None:
    assert set(properties(bundle(message))) - shown(message) == set()


@each_message
def test_examples_take_both_branches_of_conditions(message: str) -> None:
    branches = {
        node[branch].get("$ref", pointer_of((*path, branch))).removeprefix("#")
        for path, node in nodes(bundle(message))
        if "if" in node
        for branch in ("then", "else")
    }
    assert branches <= {pointer.partition("/properties")[0] for pointer in shown(message)}


@each_message
def test_examples_pass_through_parse_on_their_channel(message: str) -> None:
    channel = MESSAGES[message].channel or message
    for payload in examples(message):
        event = parse(orjson.dumps(payload), channel)
        assert isinstance(event, Event)
        assert (event.message, event.payload, event.drifts, event.identity) == (
            message,
            payload,
            False,
            identity(message, payload),
        )


def identity(message: str, payload: dict[str, Any]) -> tuple[Any, ...]:
    entry = MESSAGES[message]
    if entry.channel and not entry.identity:
        return (content_hash(payload, entry.channel).hex(),)
    return tuple(resolve(payload, parse_pointer(pointer)) for pointer in entry.identity)
