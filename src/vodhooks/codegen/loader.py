"""Reads the contract from a folder and holds it to its rules. Everything wrong is reported at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vodhooks.codegen.rules import broken_rules
from vodhooks.codegen.sources import Sources
from vodhooks.codegen.yaml_reader import read_yaml
from vodhooks.decoding import decode
from vodhooks.errors import GenerationError, NotJson

if TYPE_CHECKING:
    from pathlib import Path

    from vodhooks.codegen.sources import Schema

__all__ = ["load"]


def load(root: Path, *, structure_only: bool = False) -> Sources:
    """Read the contract below `root`, and hold it to its rules, or to those of structure alone.

    Raises:
        GenerationError: a file cannot be read or a rule is broken; one finding a place.
    """
    findings: list[str] = []
    sources = Sources(_schemas(root, findings), _openapi(root, findings))
    findings = findings or list(broken_rules(sources, structure_only=structure_only))
    if findings:
        raise GenerationError(findings)
    return sources


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
