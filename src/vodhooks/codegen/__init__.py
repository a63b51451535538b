"""What `make generate` runs: from schemas/ and openapi.yaml to everything below generated/.

The files below schemas/ themselves are laid out alike.

The output depends on nothing but the sources and the pinned code generator: the same bytes on every run.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import orjson

from vodhooks.codegen import bundles, documents, publications, typescript
from vodhooks.codegen.layout import lay_out
from vodhooks.codegen.loader import load
from vodhooks.codegen.yaml_reader import read_yaml
from vodhooks.errors import GenerationError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vodhooks.codegen.sources import Sources

__all__ = ["check", "generate"]

PACKAGE = "generated/vodhooks_contracts"
DECLARATIONS = "generated/typescript/vodhooks-contracts.d.ts"
NPM_PACKAGE = "generated/package.json"
PROFILES = ("models", "types")
"""Profiles of the code generator in code_generator.toml, and the folders they fill."""

GENERATED = "generated"
"""The folder in which nothing else stands."""

SCHEMAS = "schemas/"
"""Where the sources stand that are laid out."""

_INIT = f'{documents.HEADER}\n"""The contract in generated form: models, types, bundles and the catalogue."""\n'


def generate(root: Path, *, json2ts: Path | None = None) -> list[str]:
    """Lay out schemas/, write all below generated/ anew, and return the paths that changed.

    Args:
        root: the folder that holds schemas/ and openapi.yaml.
        json2ts: the program of json-schema-to-typescript; without it, the TypeScript declarations are left as they are.

    Raises:
        GenerationError: the sources break a rule, or a code generator fails. Nothing is written then.
    """
    wanted = _build(root, json2ts)
    present = _files_present(root, wanted)
    changed = sorted(
        path for path in wanted.keys() | present.keys() if wanted.get(path) != present.get(path)
    )
    for path in changed:
        file = root / path
        if path in wanted:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(wanted[path])
        else:
            file.unlink()
    for folder in sorted((root / GENERATED).rglob("*"), reverse=True):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
    return changed


def check(root: Path, *, json2ts: Path | None = None) -> list[str]:
    """Return one finding for each file that `generate` would change or that git does not track.

    Args:
        root: the folder that holds schemas/ and openapi.yaml.
        json2ts: the program of json-schema-to-typescript; without it, the TypeScript declarations are not looked at.

    Raises:
        GenerationError: the sources break a rule, or a code generator or git fails.
    """
    wanted = _build(root, json2ts)
    present = _files_present(root, wanted)
    findings = [f"{path}: missing" for path in sorted(wanted.keys() - present.keys())]
    findings += [
        f"{path}: stale, nothing generates it" for path in sorted(present.keys() - wanted.keys())
    ]
    findings += [
        f"{path}: {'laid out otherwise' if path.startswith(SCHEMAS) else 'edited or out of date'}"
        for path in sorted(wanted.keys() & present.keys())
        if wanted[path] != present[path]
    ]
    tracked = _files_in_git(root)
    findings += [
        f"{path}: not tracked by git"
        for path in sorted(wanted)
        if tracked is not None and path not in tracked
    ]
    return findings


def _build(root: Path, json2ts: Path | None) -> Mapping[str, bytes]:
    sources = load(root)
    with TemporaryDirectory() as scratch:
        made = dict(_code(sources, Path(scratch)))
    made["__init__.py"] = _INIT.encode()
    made["py.typed"] = b""
    made["channels.py"] = documents.channel_names(sources).encode()
    made["messages.py"] = documents.message_names(sources).encode()
    made["catalogue.json"] = _json(documents.catalogue(sources))
    openapi = documents.openapi(sources)
    made["openapi.json"] = _json(openapi)
    made["asyncapi.json"] = _json(publications.asyncapi(sources, openapi))
    made["editors.json"] = _json(publications.editor_catalogue(sources))
    for file in sorted((root / SCHEMAS).glob("descriptions.*.yaml")):
        made[f"{file.stem}.json"] = _json(read_yaml(file))
    for name, _, _ in sources.messages():
        made[f"bundles/{name}.json"] = _json(bundles.bundle(sources, name))
        made[f"bundles/strict/{name}.json"] = _json(bundles.bundle(sources, name, "strict"))
    wanted = {f"{PACKAGE}/{path}": content for path, content in made.items()}
    wanted[NPM_PACKAGE] = orjson.dumps(
        publications.npm_package(openapi), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE
    )
    for path, schema in sources.schemas.items():
        wanted[f"{SCHEMAS}{path}.json"] = lay_out(schema).encode()
    if json2ts:
        wanted[DECLARATIONS] = typescript.declarations(sources, json2ts)
    return wanted


def _code(sources: Sources, scratch: Path) -> Iterator[tuple[str, bytes]]:
    """Run the code generator over the schemas in the form that it understands."""
    if find_spec("datamodel_code_generator") is None:
        raise ModuleNotFoundError(
            "No module named 'datamodel_code_generator'", name="datamodel_code_generator"
        )
    # The code generator reads its settings from the pyproject.toml of the folder that it runs in.
    (scratch / "pyproject.toml").write_bytes(
        (files("vodhooks.codegen") / "code_generator.toml").read_bytes()
    )
    for path, schema in sources.schemas.items():
        file = scratch / "schemas" / f"{path}.json"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(_json(bundles.alternatives(schema)))
    with ThreadPoolExecutor(len(PROFILES)) as pool:  # each takes seconds in a process of its own
        for profile, output in zip(
            PROFILES, pool.map(partial(_run_code_generator, scratch), PROFILES), strict=True
        ):
            for file in sorted(output.rglob("*.py")):
                code = file.read_text(encoding="utf-8")
                if file.name == "__init__.py":
                    code = documents.lazy_package(code)
                yield f"{profile}/{file.relative_to(output).as_posix()}", code.encode()


def _run_code_generator(scratch: Path, profile: str) -> Path:
    """Run the code generator over the schemas of a folder, and return the folder of its code."""
    output = scratch / profile
    command = [sys.executable, "-m", "datamodel_code_generator", "--profile", profile]
    command += ["--input", str(scratch / "schemas"), "--output", str(output)]
    done = subprocess.run(command, cwd=scratch, capture_output=True, text=True, check=False)
    if done.returncode:
        raise GenerationError(
            [
                f"the code generator failed on {profile}: {line}"
                for line in done.stderr.splitlines()[-3:]
            ]
        )
    return output


def _files_present(root: Path, wanted: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Return the files below schemas/ and generated/; the declarations where they are made."""
    found = (
        file
        for file in (*(root / GENERATED).rglob("*"), *(root / SCHEMAS).rglob("*.json"))
        if file.is_file() and "__pycache__" not in file.parts
    )
    present = {file.relative_to(root).as_posix(): file.read_bytes() for file in found}
    return {
        path: content for path, content in present.items() if path != DECLARATIONS or path in wanted
    }


def _files_in_git(root: Path) -> set[str] | None:
    """Return the sources and generated files that git would commit, or None without git."""
    git = shutil.which("git")
    if git is None or not (root / ".git").exists():
        return None
    command = [git, "ls-files", "-z", "--", GENERATED, SCHEMAS]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    if done.returncode:
        raise GenerationError([f"git: {line}" for line in done.stderr.splitlines()])
    return set(done.stdout.split("\0"))


def _json(document: object) -> bytes:
    return orjson.dumps(document, option=orjson.OPT_APPEND_NEWLINE)
