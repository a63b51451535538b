"""`vodhooks generate` makes the same bytes anywhere and any time, and `--check` sees whatever differs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.contracts import ROOT, make_small_contract
from vodhooks import codegen
from vodhooks.codegen import DECLARATIONS, PACKAGE, check, generate
from vodhooks.codegen.loader import load
from vodhooks.codegen.typescript import declarations
from vodhooks.errors import GenerationError

JSON2TS = ROOT / "tests" / "node" / "node_modules" / ".bin" / "json2ts"


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small contract and what is generated from it."""
    root = tmp_path_factory.mktemp("small")
    make_small_contract(root, JSON2TS)
    return root


@pytest.fixture
def checkout(generated: Path, tmp_path: Path) -> Path:
    """Return a copy of the small contract and of what is generated from it."""
    return shutil.copytree(generated, tmp_path / "a folder, elsewhere")


def contents(root: Path) -> dict[str, bytes]:
    files = (
        file
        for file in (root / "generated").rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    )
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in files}


def vodhooks(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder."""
    return subprocess.run(
        [sys.executable, "-m", "vodhooks", *arguments],
        cwd=root,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def git(root: Path, *arguments: str) -> None:
    identity = [
        "-c",
        "user.name=Test",
        "-c",
        "user.email=test@example.com",
        "-c",
        "commit.gpgsign=false",
    ]
    subprocess.run(["git", *identity, *arguments], cwd=root, check=True, capture_output=True)  # noqa: S607 # whichever git there is


def test_generating_elsewhere_gives_committed_bytes(tmp_path: Path) -> None:
    root = tmp_path / "a folder, elsewhere"
    shutil.copytree(ROOT / "schemas", root / "schemas")
    shutil.copy(ROOT / "openapi.yaml", root)
    done = vodhooks(root, "generate", "--json2ts", str(JSON2TS), PYTHONHASHSEED="1", LC_ALL="C")
    assert (done.returncode, done.stderr) == (0, "")
    assert contents(root) == contents(ROOT)
    assert sorted(done.stdout.splitlines()) == sorted(contents(ROOT))


@pytest.mark.parametrize(("seed", "locale"), [("1", "C"), ("2", "C.UTF-8")])
def test_the_same_bytes_are_made_each_time(checkout: Path, seed: str, locale: str) -> None:
    before = contents(checkout)
    shutil.rmtree(checkout / "generated")
    done = vodhooks(
        checkout, "generate", "--json2ts", str(JSON2TS), PYTHONHASHSEED=seed, LC_ALL=locale
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert contents(checkout) == before


def test_generating_again_changes_and_prints_nothing(checkout: Path) -> None:
    before = {file: file.stat().st_mtime_ns for file in (checkout / PACKAGE).rglob("*")}
    assert generate(checkout) == []
    assert {file: file.stat().st_mtime_ns for file in (checkout / PACKAGE).rglob("*")} == before


def test_generating_restores_files_and_removes_stale(checkout: Path) -> None:
    before = contents(checkout)
    (checkout / PACKAGE / "channels.py").write_text("edited")
    (checkout / PACKAGE / "catalogue.json").unlink()
    (checkout / PACKAGE / "models" / "gone" / "away").mkdir(parents=True)
    (checkout / PACKAGE / "models" / "gone" / "away" / "stale.py").touch()
    (checkout / DECLARATIONS).unlink()
    (checkout / DECLARATIONS).with_name("stale.d.ts").touch()
    (checkout / "generated" / "stray.txt").touch()
    assert generate(checkout, json2ts=JSON2TS) == [
        "generated/stray.txt",
        "generated/typescript/stale.d.ts",
        DECLARATIONS,
        *(
            f"{PACKAGE}/{name}"
            for name in ("catalogue.json", "channels.py", "models/gone/away/stale.py")
        ),
    ]
    assert contents(checkout) == before
    assert not (checkout / PACKAGE / "models" / "gone").exists()


def test_check_names_every_difference_and_the_command(checkout: Path) -> None:
    untracked = checkout / PACKAGE / "py.typed"
    (checkout / ".gitignore").write_text("py.typed\n")
    git(checkout, "init")
    git(checkout, "add", ".")
    git(checkout, "commit", "-m", "All but one")
    assert check(checkout) == [f"{PACKAGE}/py.typed: not tracked by git"]
    git(checkout, "add", "--force", str(untracked))
    (checkout / DECLARATIONS).write_text("edited")
    clean = vodhooks(checkout, "generate", "--check")  # looks at what it would make
    assert (clean.returncode, clean.stdout, clean.stderr) == (0, "", "")

    (checkout / PACKAGE / "channels.py").write_text("edited")
    (checkout / PACKAGE / "catalogue.json").unlink()
    (checkout / PACKAGE / "stale.py").touch()
    git(checkout, "rm", "--cached", str(untracked))
    found = vodhooks(checkout, "generate", "--check", "--json2ts", str(JSON2TS))
    assert found.returncode == 1
    assert found.stdout.splitlines() == [
        f"{PACKAGE}/catalogue.json: missing",
        f"{PACKAGE}/stale.py: stale, nothing generates it",
        f"{DECLARATIONS}: edited or out of date",
        f"{PACKAGE}/channels.py: edited or out of date",
        f"{PACKAGE}/py.typed: not tracked by git",
    ]
    assert "make generate" in found.stderr
    assert (checkout / PACKAGE / "channels.py").read_text() == "edited"


def test_check_sees_every_stray_file_below_generated(checkout: Path) -> None:
    before = contents(checkout)
    strays = [
        "generated/go/model.go",
        "generated/stray.txt",
        "generated/typescript/other.d.ts",
        f"{PACKAGE}/bundles/old.json",
    ]
    for stray in strays:
        (checkout / stray).parent.mkdir(exist_ok=True)
        (checkout / stray).touch()
    assert check(checkout) == [f"{stray}: stale, nothing generates it" for stray in strays]
    assert generate(checkout) == strays
    assert contents(checkout) == before


def test_a_broken_contract_writes_nothing(checkout: Path) -> None:
    (checkout / "schemas" / "ucloud" / "umedia" / "image.json").write_bytes(b"{}")
    before = contents(checkout)
    done = vodhooks(checkout, "generate")
    assert (done.returncode, done.stdout) == (2, "")
    assert "vodhooks: schemas/ucloud/umedia/image.json#/$id: $id is " in done.stderr
    assert "Traceback" not in done.stderr
    assert contents(checkout) == before


def test_a_failure_of_the_code_generator_is_told(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(codegen, "PROFILES", ("models", "nowhere"))
    with pytest.raises(GenerationError, match="the code generator failed on nowhere: "):
        generate(checkout)


@pytest.mark.parametrize(
    ("program", "told"),
    [
        ("/nowhere", "/nowhere cannot be run: No such file"),
        ("false", "json-schema-to-typescript failed with status 1"),
    ],
)
def test_a_failure_of_the_typescript_generator_shows(
    checkout: Path, program: str, told: str
) -> None:
    with pytest.raises(GenerationError, match=told):
        declarations(load(checkout), Path(shutil.which(program) or program))


def test_a_failure_of_git_is_told(checkout: Path) -> None:
    (checkout / ".git").write_text("gitdir: /nowhere\n")
    with pytest.raises(GenerationError, match="git: fatal: "):
        check(checkout)
