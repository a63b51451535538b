"""The contract is read from a folder or a git revision, whatever the name of the revision looks like."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from vodhooks.compatibility.revisions import sources_at
from vodhooks.errors import GenerationError

ROOT = Path(__file__).parents[2]
TITLE = "PolyvVideoOutlineSign"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a git repository, as the current folder, that holds the contract under the tag v1 and an edited one after it."""
    shutil.copytree(ROOT / "schemas", tmp_path / "schemas")
    shutil.copy(ROOT / "openapi.yaml", tmp_path)
    monkeypatch.chdir(tmp_path)
    git("init", "--quiet")
    commit("First")
    git("tag", "v1")
    edit(tmp_path, "40", "41")
    commit()
    return tmp_path


def git(*arguments: str) -> str:
    identity = {
        f"GIT_{role}_{part}": "test"
        for role in ("AUTHOR", "COMMITTER")
        for part in ("NAME", "EMAIL")
    }
    command = ["git", "-c", "commit.gpgsign=false", *arguments]
    return subprocess.run(
        command, env={**os.environ, **identity}, check=True, capture_output=True, text=True
    ).stdout


def commit(message: str = "Another") -> None:
    git("add", "--all")
    git("commit", "--quiet", "--message", message)


def edit(root: Path, old: str, new: str) -> None:
    file = root / "schemas/polyv/video_outline/sign.json"
    file.write_text(file.read_text().replace(old, new))


def length(where: str) -> object:
    """Return the bound that the edited contract has other than the first."""
    return sources_at(where).schemas["polyv/video_outline/sign"]["maxLength"]


@pytest.mark.parametrize(
    "revision", ["v1", "HEAD~1", "HEAD^", "v1^{commit}", "v1^{tree}", ":/First"]
)
def test_a_revision_is_read_as_it_was(repository: Path, revision: str) -> None:
    assert length(revision) == 40
    assert length(str(repository)) == 41


def test_a_folder_goes_before_a_revision_of_its_name(repository: Path) -> None:
    (repository / "v1").mkdir()
    shutil.copytree(repository / "schemas", repository / "v1/schemas")
    shutil.copy(repository / "openapi.yaml", repository / "v1")
    assert length("v1") == 41


def test_reading_a_revision_keeps_the_work_tree(repository: Path) -> None:
    edit(repository, "41", "42")
    before = git("status", "--porcelain"), sorted(repository.rglob("*")), git("stash", "list")
    assert length("v1") == 40
    assert (
        git("status", "--porcelain"),
        sorted(repository.rglob("*")),
        git("stash", "list"),
    ) == before
    assert length(".") == 42


def test_a_contract_in_a_subfolder_is_found(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository / "below").mkdir()
    shutil.move(repository / "schemas", repository / "below")
    shutil.move(repository / "openapi.yaml", repository / "below")
    commit()
    monkeypatch.chdir(repository / "below")
    assert length("HEAD") == 41
    with pytest.raises(
        GenerationError, match=r"^v1: the revision holds no schemas and openapi\.yaml$"
    ):
        sources_at("v1")


@pytest.mark.parametrize(
    "name",
    [
        "--output=stolen",
        "-o",
        "--exec=touch stolen",
        "--remote=evil",
        "",
        "no-such-revision",
        "v1..HEAD",
        "v1\nHEAD",
        "0" * 39,
    ],
)
def test_a_name_that_is_no_revision_is_refused(repository: Path, name: str) -> None:
    before = sorted(repository.rglob("*"))
    with pytest.raises(GenerationError) as refused:
        sources_at(name)
    assert str(refused.value).endswith(
        ": neither a folder nor a revision of the git repository here"
    )
    assert sorted(repository.rglob("*")) == before


def test_a_branch_named_like_an_option_is_a_revision(repository: Path) -> None:
    (repository / ".git/refs/heads/--output=stolen").write_text(git("rev-parse", "v1"))
    assert length("--output=stolen") == 40
    assert not (repository / "stolen").exists()


def test_outside_a_repository_there_are_no_revisions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(
        GenerationError, match=r"HEAD: neither a folder nor a revision .* not a git repository"
    ):
        sources_at("HEAD")


def test_without_git_there_are_no_revisions(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(repository))
    with pytest.raises(GenerationError, match=r"^v1: not a folder, and git is not installed$"):
        sources_at("v1")
    assert length(".") == 41


def test_a_contract_breaking_a_rule_names_its_place(repository: Path) -> None:
    edit(repository, TITLE, "sign")
    commit()
    for where in (".", "HEAD"):
        with pytest.raises(GenerationError) as refused:
            sources_at(where)
        assert refused.value.findings == (
            f"{where}: schemas/polyv/video_outline/sign.json#: title is ASCII PascalCase",
        )
