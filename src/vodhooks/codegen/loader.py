"""Reads the contract from a folder and checks the rules that it keeps beyond being JSON Schema and OpenAPI.

Everything wrong is reported at once. A finding is one line: the file, a JSON Pointer into it, what is wrong there and what to
do. The rules are grouped by what they concern: each schema by itself, the examples, openapi.yaml, and the pointers in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vodhooks.codegen.example_rules import check_examples
from vodhooks.codegen.openapi_rules import check_openapi
from vodhooks.codegen.schema_rules import check_schemas
from vodhooks.codegen.sources import Sources
from vodhooks.codegen.yaml_reader import read_yaml
from vodhooks.decoding import decode
from vodhooks.errors import GenerationError, NotJson

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from vodhooks.schemas import Schema

__all__ = ["check_rules", "load"]


def load(root: Path, *, structure_only: bool = False) -> Sources:
    """Read the contract below `root`, and hold it to its rules, or to those of structure alone.

    Raises:
        GenerationError: a file cannot be read or a rule is broken; one finding a place.
    """
    findings: list[str] = []
    sources = Sources(_schemas(root, findings), _openapi(root, findings))
    findings = findings or list(check_rules(sources, structure_only=structure_only))
    if findings:
        raise GenerationError(findings)
    return sources


def check_rules(sources: Sources, *, structure_only: bool = False) -> Iterator[str]:
    """Yield one finding for each place of a contract that breaks a rule.

    What follows from the schemas is looked at only where these are sound.

    Args:
        sources: the contract.
        structure_only: whether it will do that the contract can be read and compared, such as an earlier one that cannot be
            mended any more.
    """
    broken = list(check_schemas(sources, structure_only=structure_only))
    sound = not (broken or structure_only)
    yield from broken
    yield from check_openapi(sources, sound=sound)
    if sound:
        yield from check_examples(sources)


def _schemas(root: Path, findings: list[str]) -> dict[str, Schema]:
    schemas: dict[str, Schema] = {}
    for file in sorted((root / "schemas").rglob("*.json")):
        path = file.relative_to(root / "schemas").with_suffix("").as_posix()
        try:
            schema = decode(file.read_bytes())
        except (OSError, NotJson) as error:
            findings.append(f"schemas/{path}.json: {error}")
            continue
        if isinstance(schema, dict):
            schemas[path] = schema
        else:
            findings.append(f"schemas/{path}.json: not an object")
    if not schemas and not findings:
        findings.append(f"no schemas below {root / 'schemas'}")
    return schemas


def _openapi(root: Path, findings: list[str]) -> dict[str, Any]:
    try:
        return read_yaml(root / "openapi.yaml")
    except GenerationError as error:
        findings.extend(error.findings)
        return {}
