"""The contract as it stands in a folder, or as it stood at a revision of the git repository around the current folder."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from zipfile import ZipFile

from vodhooks.codegen.loader import load
from vodhooks.errors import GenerationError

if TYPE_CHECKING:
    from vodhooks.codegen.sources import Sources

__all__ = ["sources_at"]

_CONTRACT = ("schemas", "openapi.yaml")


def sources_at(where: str) -> Sources:
    """Return the contract at a place. The work tree is never touched.

    Args:
        where: a folder that holds schemas/ and openapi.yaml, or else anything that git takes for one revision.

    Raises:
        GenerationError: it is neither, or the contract there breaks a rule of structure; each finding begins with the place.
    """
    try:
        if where and Path(where).is_dir():
            return load(Path(where), structure_only=True)
        with TemporaryDirectory() as folder:
            ZipFile(BytesIO(_archive(where))).extractall(folder)
            return load(Path(folder), structure_only=True)
    except GenerationError as error:
        raise GenerationError([f"{where}: {finding}" for finding in error.findings]) from None


def _archive(revision: str) -> bytes:
    """Return the contract at a revision as a zip file, whose names cannot lead out of where it is unpacked."""
    git = shutil.which("git")
    if git is None:
        raise GenerationError(["not a folder, and git is not installed"])
    # The name becomes an object id before anything else sees it, so that no name can pass for an option.
    name = [git, "rev-parse", "--quiet", "--verify", "--end-of-options", revision]
    found = subprocess.run(name, capture_output=True, text=True, check=False)
    if found.returncode:
        explanation = f" ({found.stderr.strip()})" if found.stderr else ""
        raise GenerationError(
            [f"neither a folder nor a revision of the git repository here{explanation}"]
        )
    archive = [git, "archive", "--format=zip", found.stdout.strip(), "--", *_CONTRACT]
    done = subprocess.run(archive, capture_output=True, check=False)
    if done.returncode:
        raise GenerationError([f"the revision holds no {' and '.join(_CONTRACT)}"])
    return done.stdout
