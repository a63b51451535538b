"""Adds to a YAML document as text, so that its comments and its layout stay as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from vodhooks.errors import GenerationError
from vodhooks.pointers import parse_pointer

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

__all__ = ["add_to_yaml"]

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The loader in C, where PyYAML has it, is ten times faster: a document is read once for each line that is added."""


def add_to_yaml(text: str, operations: Iterable[Mapping[str, Any]]) -> str:
    """Return a document with what the `add` operations of a JSON Patch add to its block mappings and sequences.

    Raises:
        GenerationError: a place is none to which a line can be added.
    """
    for operation in operations:
        text = _add(text, operation["path"], operation["value"])
    return text


def _add(text: str, pointer: str, value: Any) -> str:
    *above, last = parse_pointer(pointer)
    holder: Any = yaml.compose(text, Loader=_LOADER)
    for token in above:
        holder = _inner(holder, token)
    if not isinstance(holder, yaml.CollectionNode) or holder.flow_style or not holder.value:
        raise GenerationError([f"openapi.yaml#{pointer}: no block that a line can be added to"])
    lines = text.splitlines(keepends=True)
    if isinstance(holder, yaml.MappingNode):
        indent = " " * holder.value[0][0].start_mark.column
        line = _line_behind(holder, lines)
        written: Sequence[str] = [f"{last}: {_flow(value)}"]
    else:
        first = lines[holder.value[0].start_mark.line]
        indent = first[: len(first) - len(first.lstrip())]
        index = len(holder.value) if last == "-" else int(last)
        is_inside = index < len(holder.value)
        line = holder.value[index].start_mark.line if is_inside else _line_behind(holder, lines)
        written = _item(value)
    lines[line:line] = [f"{indent}{each}\n" for each in written]
    return "".join(lines)


def _inner(node: Any, token: str) -> Any:
    """Return the node at a token, or None."""
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == token), None)
    if isinstance(node, yaml.SequenceNode) and token.isdecimal():
        return node.value[int(token)] if int(token) < len(node.value) else None
    return None


def _line_behind(node: Any, lines: Sequence[str]) -> int:
    """Return the number of the line behind a node, from 0; a collection's own end mark lies behind the comments that follow."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        inner = node.value[-1]
        return _line_behind(inner[1] if isinstance(node, yaml.MappingNode) else inner, lines)
    mark = node.end_mark
    line: int = mark.line + 1 if mark.column else mark.line
    while not lines[line - 1].strip():  # a text of several lines takes the empty ones in
        line -= 1
    return line


def _item(value: Any) -> Sequence[str]:
    if not isinstance(value, dict):
        return [f"- {_flow(value)}"]
    return [
        f"{'- ' if index == 0 else '  '}{key}: {_flow(inner)}"
        for index, (key, inner) in enumerate(value.items())
    ]


def _flow(value: Any) -> str:
    text: str = yaml.safe_dump(value, default_flow_style=True, width=10_000, allow_unicode=True)
    return text.removesuffix("...\n").strip()
