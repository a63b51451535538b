"""The wheel and the sdist hold what their users need, and the same bytes each time."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

from vodhooks.catalogue import catalogue

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "build", "--no-isolation", "--outdir", output, ROOT], check=True, capture_output=True)
    return output


def test_the_wheel_holds_the_package_and_the_contract(distributions: Path) -> None:
    (wheel,) = distributions.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        "vodhooks/py.typed",
        "vodhooks_contracts/py.typed",
        "vodhooks_contracts/catalogue.json",
        "vodhooks_contracts/openapi.json",
    }
    wanted |= {
        f"vodhooks_contracts/bundles/{form}{name}.json" for name in catalogue().messages for form in ("", "strict/", "screen/")
    }
    assert wanted <= names
    assert all(name.startswith(("vodhooks/", "vodhooks_contracts/", "vodhooks-")) for name in names)


def test_the_sdist_holds_the_sources_of_the_contract(distributions: Path) -> None:
    (sdist,) = distributions.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"openapi.yaml", "schemas/polyv/video_outline/sign.json", "Makefile", "LICENSE", "tests/conftest.py"} <= names


def test_the_core_has_at_most_five_dependencies(distributions: Path) -> None:
    (wheel,) = distributions.glob("*.whl")
    archive = zipfile.ZipFile(wheel)
    (metadata,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
    required = Parser().parsestr(archive.read(metadata).decode()).get_all("Requires-Dist", [])
    core = [line for line in required if "extra ==" not in line]
    assert sorted(line.split(">")[0].split("<")[0] for line in core) == ["jsonschema", "jsonschema-rs", "orjson", "pydantic"]
