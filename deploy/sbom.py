"""Puts a list of what the wheel needs into it (PEP 770): hatchling runs this hook when it builds a wheel.

The list is CycloneDX 1.6. The wheel brings no code of others along: each component is a requirement, with its range, and the
version that the tests have run with.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

NAME = "vodhooks.cdx.json"


class Sbom(BuildHookInterface):  # type: ignore[type-arg] # its configuration is of no interest
    """Makes the list, and removes the file when it is in the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the list, and have it taken into the wheel."""
        del version
        self._file = Path(self.directory, NAME)
        self._file.parent.mkdir(parents=True, exist_ok=True)
        self._file.write_text(json.dumps(self._document(), indent=2) + "\n", encoding="utf-8")
        build_data["sbom_files"].append(str(self._file))

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the file."""
        del version, build_data, artifact_path
        self._file.unlink()

    def _document(self) -> dict[str, Any]:
        project = self.metadata.core
        itself = f"pkg:pypi/{project.name}@{self.metadata.version}"
        required = [Requirement(text) for text in project.dependencies]
        optional = [
            Requirement(text) for extra in project.optional_dependencies.values() for text in extra
        ]
        needed = {canonicalize_name(one.name) for one in required}
        tested = self._tested()
        found = {
            canonicalize_name(one.name): one
            for one in (*optional, *required)
            if canonicalize_name(one.name) != canonicalize_name(project.name)
        }
        return {
            "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
            "bomFormat": "CycloneDX",
            "specVersion": "1.6",
            "version": 1,
            "metadata": {
                "component": {
                    "type": "library",
                    "bom-ref": itself,
                    "name": project.name,
                    "version": self.metadata.version,
                    "description": project.description,
                    "licenses": [{"license": {"id": project.license_expression}}],
                    "purl": itself,
                }
            },
            "components": [
                {
                    "type": "library",
                    "bom-ref": f"pkg:pypi/{name}",
                    "name": name,
                    "scope": "required" if name in needed else "optional",
                    "purl": f"pkg:pypi/{name}",
                    "properties": [
                        {"name": "vodhooks:range", "value": str(one.specifier) or "any"},
                        {"name": "vodhooks:tested", "value": tested.get(name, "not")},
                    ],
                }
                for name, one in sorted(found.items())
            ],
            "dependencies": [
                {"ref": itself, "dependsOn": [f"pkg:pypi/{name}" for name in sorted(found)]}
            ],
        }

    def _tested(self) -> dict[str, str]:
        """Return the versions that the tests have run with."""
        text = Path(self.root, "constraints.txt").read_text(encoding="utf-8")
        pinned = re.findall(r"^([A-Za-z0-9._-]+)==(\S+)", text, re.MULTILINE)
        return {canonicalize_name(name): version for name, version in pinned}
