"""The rules for whole messages: of bounded size, with examples that keep them without drift and take every branch."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from vodhooks.codegen.bundles import bundle
from vodhooks.codegen.schema_rules import spots
from vodhooks.codegen.sources import message_at
from vodhooks.engines import compile_schema
from vodhooks.errors import GenerationError
from vodhooks.pointers import pointer_of, resolve
from vodhooks.schemas import every_schema, flatten

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vodhooks.codegen.sources import Sources
    from vodhooks.schemas import Schema

__all__ = ["check_examples"]

_REMEDY = {
    "wire": "breaks its schema; mend the example, or the schema if it claims too much",
    "strict": "drifts from its schema; add what it has to the schema, or take it out of the example",
}


def check_examples(sources: Sources) -> Iterator[str]:
    """Yield one finding for each schema that is too large, each example that breaks a rule, each branch that none takes."""
    for path, root in sources.schemas.items():
        try:
            flatten(bundle(sources, message_at(path)))
        except GenerationError as error:
            yield f"schemas/{path}.json#: {error}"
            continue
        for spot in spots(path, root):
            if "examples" in spot.schema:
                for index, places in _refusals(sources, path, spot.place, spot.schema["examples"]):
                    yield f"{spot.at('examples', index)}{places}"
        yield from _check_branches(sources, path)


def _refusals(
    sources: Sources, path: str, place: tuple[str | int, ...], examples: Sequence[Any]
) -> Iterator[tuple[int, str]]:
    refused: set[int] = set()
    for form in ("wire", "strict"):
        schema = _schema_at(sources, path, place, bundle(sources, message_at(path), form))
        engine = compile_schema(schema, "jsonschema-rs")
        for index, example in enumerate(examples):
            if index not in refused and not engine.accepts(example):
                refused.add(index)
                first = min(
                    (fault.place for fault in engine.failures(example)),
                    default=(),
                    key=lambda found: list(map(str, found)),
                )
                yield index, f"{pointer_of(first)}: {_REMEDY[form]}"


def _schema_at(
    sources: Sources, path: str, place: tuple[str | int, ...], bundled: Schema
) -> Schema:
    """Return the schema at a place of a file, as it stands in the file's bundle, with what it refers to."""
    if not place:
        return bundled
    if place[0] == "$defs":
        place = ("$defs", sources.schemas[path]["$defs"][place[1]]["title"], *place[2:])
    found: Any = resolve(bundled, place)
    return {**found, "$defs": bundled.get("$defs", {})} if isinstance(found, dict) else {}


def _check_branches(sources: Sources, path: str) -> Iterator[str]:
    """Yield a finding for each branch of a condition that the examples of a file could do without."""
    examples = sources.schemas[path].get("examples")
    if not examples:
        return
    whole = bundle(sources, message_at(path))
    for place, schema, *_ in every_schema(whole):
        for branch in ("then", "else") if "if" in schema else ():
            without = deepcopy(whole)
            holder: Any = resolve(without, place)
            holder[branch] = False
            if all(map(compile_schema(without, "jsonschema-rs").accepts, examples)):
                title = (
                    schema[branch].get("$ref", "").rpartition("/")[2]
                    or f"the {branch} of {pointer_of(place) or 'the schema'}"
                )
                yield f"schemas/{path}.json#/examples: no example is a {title}; add one"
