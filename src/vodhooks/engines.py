"""Compiles JSON Schemas for either of two engines, behind one protocol.

`jsonschema-rs` validates in production; `jsonschema` is the reference that tests hold it against. Neither fetches
anything, and neither's messages are used: they say where a value fails, `vodhooks.validation` says how.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol, cast

import jsonschema_rs
import orjson

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from jsonschema import ValidationError
    from jsonschema.protocols import Validator

    from vodhooks.pointers import JsonValue, Path

__all__ = ["CompiledSchema", "Engine", "KeywordFailure", "compile_schema"]

Engine = Literal["jsonschema-rs", "jsonschema"]

_UNIONS = frozenset({"anyOf", "oneOf"})


class KeywordFailure(NamedTuple):
    """One keyword that a value fails.

    Attributes:
        place: where in the value.
        rule: the keyword's place in the schema as it was reached, the `$ref`s on the way left out.
        branches: for anyOf and oneOf, what each branch objects to.
    """

    place: Path
    rule: Path
    branches: Sequence[Sequence[Any]] = ()


class CompiledSchema(Protocol):
    """A compiled schema."""

    @property
    def accepts(self) -> Callable[[JsonValue], bool]:
        """Whether a value is valid."""
        ...

    def failures(self, value: JsonValue) -> list[KeywordFailure]:
        """Everything that a value fails, in no particular order."""
        ...


def compile_schema(schema: dict[str, Any], engine: Engine) -> CompiledSchema:
    """Compile a schema for an engine."""
    return _Rust(schema) if engine == "jsonschema-rs" else _Python(schema)


class _Rust:
    def __init__(self, schema: dict[str, Any]) -> None:
        self._checks_unknown = b'"additionalProperties":{' in orjson.dumps(schema)
        self._validator = jsonschema_rs.Draft202012Validator(
            schema,
            mask="",
            offline=True,
            validate_formats=False,
            pattern_options=jsonschema_rs.RegexOptions(),
        )
        self.accepts: Callable[[JsonValue], bool] = self._validator.is_valid

    def failures(self, value: JsonValue) -> list[KeywordFailure]:
        failures = [_read_rust_error(error) for error in self._validator.iter_errors(value)]
        if self._checks_unknown and any(_may_misplace(failure, value) for failure in failures):
            return [
                _unmark_names(_read_rust_error(error))
                for error in self._validator.iter_errors(_mark_names(value))
            ]
        return failures


_MARK = "\ue000"
_ODD = re.compile(rf"|\+?[0-9]+|{_MARK}.*", re.DOTALL)


def _may_misplace(failure: KeywordFailure, value: Any) -> bool:
    """Whether a name that no schema knows may be wrong in a place: an empty one is left out, digits become an index."""
    if any(_may_misplace(inner, value) for branch in failure.branches for inner in branch):
        return True
    if "additionalProperties" not in failure.rule[:-1]:
        return False
    for token in failure.place:
        if isinstance(value, dict) and ("" in value or not isinstance(token, str)):
            return True
        value = value[token]
    return isinstance(value, dict) and "" in value


def _mark_names(value: Any) -> Any:
    """Copy a value with a mark before each name that could be taken for an index or nothing; no schema knows such names."""
    if isinstance(value, dict):
        return {
            _MARK + name if _ODD.fullmatch(name) else name: _mark_names(item)
            for name, item in value.items()
        }
    return [_mark_names(item) for item in value] if isinstance(value, list) else value


def _unmark_names(failure: KeywordFailure) -> KeywordFailure:
    place = tuple(
        [step.removeprefix(_MARK) if isinstance(step, str) else step for step in failure.place]
    )
    return KeywordFailure(
        place,
        failure.rule,
        [[_unmark_names(inner) for inner in branch] for branch in failure.branches],
    )


def _read_rust_error(error: jsonschema_rs.ValidationError) -> KeywordFailure:
    rule = tuple([step for step in error.evaluation_path if step != "$ref"])
    if rule[-1] in _UNIONS:
        branches = [
            [_read_rust_error(inner) for inner in branch]
            for branch in getattr(error.kind, "context", ())
        ]
        return KeywordFailure(tuple(error.instance_path), rule, branches)
    return KeywordFailure(tuple(error.instance_path), rule)


class _Python:
    def __init__(self, schema: dict[str, Any]) -> None:
        self._validator = _reference_class()(schema)
        self.accepts: Callable[[JsonValue], bool] = self._validator.is_valid

    def failures(self, value: JsonValue) -> list[KeywordFailure]:
        return [_read_python_error(error) for error in self._validator.iter_errors(value)]


def _read_python_error(error: ValidationError) -> KeywordFailure:
    place, rule = tuple(error.absolute_path), tuple(error.absolute_schema_path)
    if rule[-1] not in _UNIONS:
        return KeywordFailure(place, rule)
    options = cast("list[object]", error.validator_value)
    branches = [
        [KeywordFailure(place, (*rule, index))] if option is False else []
        for index, option in enumerate(options)
    ]
    for inner in error.context or ():
        if inner.schema_path:
            branches[int(inner.schema_path[0])].append(_read_python_error(inner))
    return KeywordFailure(place, rule, branches)


@cache
def _reference_class() -> Callable[[dict[str, Any]], Validator]:
    """The reference with ECMA-262's meaning of `$`, which in Python also matches before a final newline."""
    import re

    from jsonschema import Draft202012Validator, ValidationError, validators
    from referencing import Registry

    compiled = cache(
        lambda pattern: re.compile(f"{pattern[:-1]}\\Z" if pattern.endswith("$") else pattern)
    )

    def pattern(
        _: object, expression: str, instance: object, __: object
    ) -> Iterable[ValidationError]:
        if isinstance(instance, str) and not compiled(expression).search(instance):
            yield ValidationError("does not match")

    extended = validators.extend(Draft202012Validator, {"pattern": pattern})  # type: ignore[no-untyped-call] # untyped there
    return lambda schema: extended(schema, registry=Registry())
