"""What a condition of a contract may look like: it asks for one member, and each branch repeats the answer.

So the condition can be read as a union of its branches, which is what generators and the fast check do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vodhooks.codegen.sources import Sources
    from vodhooks.schemas import Schema

__all__ = ["check_condition"]

_SHAPE = "an if asks for one member: type object, required [name], and properties {name: {const: ...}} or {name: {}}"


def check_condition(
    sources: Sources, path: str, schema: Schema, at: Callable[..., str]
) -> Iterator[str]:
    """Yield what is wrong with the condition of a schema, if it has one.

    Args:
        sources: the contract.
        path: the file that the schema stands in.
        schema: the schema.
        at: says where a keyword of the schema stands.
    """
    if schema.keys().isdisjoint({"if", "then", "else"}):
        return
    if not schema.keys() >= {"if", "then", "else"}:
        yield f"{at()}: an if has a then and an else, each whole in itself"
        return
    asked = _member_asked_for(schema["if"])
    if asked is None:
        yield f"{at('if')}: {_SHAPE}"
        return
    name, answer = asked
    for branch, keeps, remedy in (
        ("then", _repeats, _repetition(name, answer)),
        ("else", _negates, _negation(name, answer)),
    ):
        try:
            whole = _follow(sources, path, schema[branch])
        except (KeyError, ValueError):
            continue  # a finding of the $ref itself
        if not keeps(whole, name, answer):
            yield f"{at(branch)}: {branch} does not repeat the condition{'' if branch == 'then' else ' negated'}; give it {remedy}"


def _member_asked_for(condition: Schema) -> tuple[str, Schema] | None:
    """Return the member that a condition asks for, and what it asks of it: a const, or nothing."""
    required, properties = condition.get("required", []), condition.get("properties", {})
    if condition.keys() != {"type", "required", "properties"} or condition["type"] != "object":
        return None
    if (
        len(required) != 1
        or list(properties) != required
        or properties[required[0]].keys() - {"const"}
    ):
        return None
    return required[0], properties[required[0]]


def _follow(sources: Sources, path: str, schema: Schema) -> Schema:
    while "$ref" in schema:
        path, schema = sources.follow(path, schema["$ref"])
    return schema


def _repeats(branch: Schema, name: str, answer: Schema) -> bool:
    if name not in branch.get("required", ()):
        return False
    return "const" not in answer or _same(
        branch["properties"].get(name, {}).get("const", ...), answer["const"]
    )


def _negates(branch: Schema, name: str, answer: Schema) -> bool:
    if "const" not in answer:
        return bool(branch.get("not", {}).get("required") == [name])
    if name not in branch.get("required", ()):
        return False
    member = branch["properties"].get(name, {})
    refused = member.get("not", {})
    listed = [refused["const"]] if "const" in refused else refused.get("enum", [])
    other = [member["const"]] if "const" in member else member.get("enum", [])
    if any(_same(value, answer["const"]) for value in listed):
        return True
    return bool(other) and not any(_same(value, answer["const"]) for value in other)


def _same(one: Any, other: Any) -> bool:
    """Whether two values are the same in JSON: in Python, 1 and true are equal."""
    return bool(one == other) and isinstance(one, bool) is isinstance(other, bool)


def _repetition(name: str, answer: Schema) -> str:
    return f"required [{name}]" + (f" and {name}: {answer}" if answer else "")


def _negation(name: str, answer: Schema) -> str:
    if not answer:
        return f"not: type object, required [{name}], properties {{{name}: {{}}}}"
    return f"required [{name}] and {name}: not: {answer}"
