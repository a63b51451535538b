"""The wheel and the sdist hold what their users need, and the same bytes each time."""

from __future__ import annotations

import importlib.metadata
import json
import os
import shutil
import subprocess
import sys
import tarfile
import time
import tomllib
import zipfile
from email.parser import Parser
from importlib.resources import files
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from vodhooks.catalogue import catalogue
from vodhooks.codegen import DECLARATIONS

ROOT = Path(__file__).resolve().parent.parent
VECTORS = ROOT / "tests" / "vectors"

EPOCH = "1700000000"
"""A moment of no meaning, which a zip file can hold: it counts two seconds at a time."""

CORE_MEGABYTES = 30
"""What the core may occupy with what it requires, without the bytecode that Python adds.

Half of it is jsonschema-rs, and two megabytes are the contract.
"""

OFFLINE = """
import sys

def forbid(event, arguments):
    if event.startswith("socket."):
        raise RuntimeError(f"the network is used: {event}")

sys.addaudithook(forbid)
import vodhooks
for name in vodhooks.__all__:
    getattr(vodhooks, name)
from vodhooks.testing import example
import json
event = vodhooks.parse(json.dumps(example("ucloud.umedia.porn")).encode(), "ucloud.umedia.porn")
assert vodhooks.validate(event.model.model_dump(), "ucloud.umedia.porn").valid
print(vodhooks.__file__)
"""


def run(folder: Path, *command: str, **environment: str) -> str:
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def build(project: Path, output: Path, **environment: str) -> None:
    """Run `make build` with the tools of the interpreter that runs the tests; what sets them up is as good as done."""
    tools = (f"BIN={Path(sys.executable).parent}", f"DIST={output}")
    run(project, "make", "--old-file", ".venv/.ready", *tools, "build", **environment)


@pytest.fixture(scope="module")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("dist")
    build(ROOT, output, SOURCE_DATE_EPOCH=EPOCH)
    return output


@pytest.fixture(scope="module")
def unpacked(distributions: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the unpacked wheel, which can be imported from."""
    folder = tmp_path_factory.mktemp("unpacked")
    (wheel,) = distributions.glob("*.whl")
    shutil.unpack_archive(wheel, folder, "zip")
    return folder


def test_a_build_carries_the_time_that_it_is_told(distributions: Path) -> None:
    (sdist,) = distributions.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        assert {member.mtime for member in archive} == {int(EPOCH)}
    (wheel,) = distributions.glob("*.whl")
    assert {member.date_time for member in zipfile.ZipFile(wheel).infolist()} == {
        time.gmtime(int(EPOCH))[:6]
    }


def test_another_clone_builds_the_same_bytes(distributions: Path, tmp_path: Path) -> None:
    (sdist,) = distributions.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    (clone,) = tmp_path.iterdir()
    for file in clone.rglob("*"):
        file.chmod(0o700 if file.is_dir() or file.stat().st_mode & 0o100 else 0o600)
        os.utime(file)
    author = ("-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false")
    run(clone, "git", "init", "--quiet")
    run(clone, "git", "add", "--all")
    run(
        clone,
        "git",
        *author,
        "commit",
        "--quiet",
        "--message",
        "All",
        GIT_COMMITTER_DATE=f"{EPOCH} +0800",
    )
    again = tmp_path / "again"
    build(clone, again, LC_ALL="C", TZ="Asia/Shanghai", PYTHONHASHSEED="1")
    assert {file.name: file.read_bytes() for file in again.iterdir()} == {
        file.name: file.read_bytes() for file in distributions.iterdir()
    }


def test_the_wheel_holds_the_sources_and_nothing_else(unpacked: Path) -> None:
    within = {
        file.relative_to(unpacked).as_posix(): file.read_bytes()
        for file in unpacked.rglob("*")
        if file.is_file()
    }
    sources = {
        file.relative_to(ROOT / home).as_posix(): file.read_bytes()
        for home, package in (("src", "vodhooks"), ("generated", "vodhooks_contracts"))
        for file in (ROOT / home / package).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    sources |= {
        f"vodhooks_contracts/vectors/{file.name}": file.read_bytes() for file in VECTORS.iterdir()
    }
    assert {
        name: content for name, content in within.items() if not name.startswith("vodhooks-")
    } == sources


def test_the_core_parses_without_the_network(unpacked: Path) -> None:
    home = run(unpacked, sys.executable, "-P", "-c", OFFLINE, PYTHONPATH=str(unpacked))
    assert Path(home.strip()).is_relative_to(unpacked)


def test_the_wheel_holds_contract_and_test_vectors(unpacked: Path) -> None:
    contract = unpacked / "vodhooks_contracts"
    forms = ("", "strict")
    wanted = {
        "py.typed",
        "catalogue.json",
        "openapi.json",
        *(f"bundles/{form}/{name}" for form in forms for name in bundles()),
    }
    assert [name for name in wanted if not (contract / name).is_file()] == []
    assert (unpacked / "vodhooks" / "py.typed").is_file()
    vectors = {file.name: file.read_bytes() for file in (contract / "vectors").iterdir()}
    assert vectors == {file.name: file.read_bytes() for file in VECTORS.glob("*")}
    assert len(vectors) == 4


def test_the_package_has_bundles_and_vectors() -> None:
    contract = files("vodhooks_contracts")
    in_checkout = Path(str(contract)).is_relative_to(ROOT / "generated")
    for folder, names in {
        VECTORS if in_checkout else contract / "vectors": {file.name for file in VECTORS.iterdir()},
        contract / "bundles": set(bundles()),
    }.items():
        assert names <= {file.name for file in folder.iterdir()}


def bundles() -> list[str]:
    return [f"{name}.json" for name in catalogue().messages]


def test_the_sdist_holds_the_sources_of_the_contract(distributions: Path) -> None:
    (sdist,) = distributions.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {
        "openapi.yaml",
        "schemas/polyv/video_outline/sign.json",
        "Makefile",
        "LICENSE",
        "tests/conftest.py",
    } <= names
    assert {f"generated/vodhooks_contracts/bundles/{name}" for name in bundles()} <= names
    assert {*(f"tests/vectors/{file.name}" for file in VECTORS.iterdir()), DECLARATIONS} <= names


def core(requirements: list[str] | None) -> set[str]:
    """Return the names of those requirements that no extra brings and that this Python needs."""
    parsed = map(Requirement, requirements or [])
    return {one.name for one in parsed if one.marker is None or one.marker.evaluate({"extra": ""})}


def test_the_core_has_at_most_five_dependencies(unpacked: Path) -> None:
    (metadata,) = unpacked.glob("*.dist-info/METADATA")
    required = Parser().parsestr(metadata.read_text(encoding="utf-8")).get_all("Requires-Dist", [])
    assert core(required) == {
        "jsonschema",
        "jsonschema-rs",
        "orjson",
        "pydantic",
        "typing-extensions",
    }


def test_the_core_and_all_that_it_requires_stay_small(unpacked: Path) -> None:
    (metadata,) = unpacked.glob("*.dist-info/METADATA")
    wanted = core(
        Parser().parsestr(metadata.read_text(encoding="utf-8")).get_all("Requires-Dist", [])
    )
    size = sum(file.stat().st_size for file in unpacked.rglob("*") if file.is_file())
    seen: set[str] = set()
    while wanted - seen:
        name = min(wanted - seen)
        seen.add(name)
        distribution = importlib.metadata.distribution(name)
        wanted |= core(distribution.requires)
        installed = (
            Path(str(file.locate())) for file in distribution.files or [] if file.suffix != ".pyc"
        )
        size += sum(file.stat().st_size for file in installed)
    assert len(seen) > 8
    assert size / 1_000_000 < CORE_MEGABYTES


def test_the_wheel_says_what_it_needs(unpacked: Path) -> None:
    """PEP 770: a list for scanners, in CycloneDX, of exactly the requirements that the metadata has."""
    (info,) = unpacked.glob("vodhooks-*.dist-info")
    text = (info / "sboms" / "vodhooks.cdx.json").read_text(encoding="utf-8")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    found = json.loads(text)
    metadata = Parser().parsestr((info / "METADATA").read_text(encoding="utf-8"))
    itself = found["metadata"]["component"]
    assert itself["purl"] == f"pkg:pypi/vodhooks@{metadata['Version']}"
    parsed = [Requirement(text) for text in metadata.get_all("Requires-Dist") or []]
    needed = {canonicalize_name(one.name) for one in parsed} - {"vodhooks"}
    scopes = {component["name"]: component["scope"] for component in found["components"]}
    assert {*scopes} == needed
    assert {name for name, scope in scopes.items() if scope == "required"} == {
        canonicalize_name(name) for name in core(metadata.get_all("Requires-Dist"))
    }
    [tree] = found["dependencies"]
    assert tree == {
        "ref": itself["bom-ref"],
        "dependsOn": sorted(f"pkg:pypi/{name}" for name in needed),
    }


def test_a_private_base_class_bounds_its_dependency() -> None:
    """Each requirement of uvicorn ends before the next release: the receiver's protocol derives from it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    texts = [text for extra in project["optional-dependencies"].values() for text in extra]
    ranges = [one.specifier for one in map(Requirement, texts) if one.name == "uvicorn"]
    assert len(ranges) == 2
    assert all(any(bound.operator == "<" for bound in each) for each in ranges)
