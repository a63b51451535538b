"""The rules that every contract here keeps, beyond being JSON Schema and OpenAPI.

A finding is one line: the file, a JSON Pointer into it, what is wrong there and what to do. The checks are grouped by what they
concern: each schema by itself, the examples, openapi.yaml, and the pointers in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vodhooks.codegen.example_rules import broken_examples
from vodhooks.codegen.openapi_rules import broken_openapi
from vodhooks.codegen.schema_rules import broken_schemas

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vodhooks.codegen.sources import Sources

__all__ = ["broken_rules"]


def broken_rules(sources: Sources, *, structure_only: bool = False) -> Iterator[str]:
    """Yield one finding for each place of a contract that breaks a rule.

    What follows from the schemas is looked at only where these are sound.

    Args:
        sources: the contract.
        structure_only: whether it will do that the contract can be read and compared, such as an earlier one that cannot be
            mended any more.
    """
    broken = list(broken_schemas(sources, structure_only=structure_only))
    sound = not (broken or structure_only)
    yield from broken
    yield from broken_openapi(sources, sound=sound)
    if sound:
        yield from broken_examples(sources)
