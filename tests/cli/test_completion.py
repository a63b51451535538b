"""The shell completes names of messages, channels, mutations and checks, and paths where a file is meant."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest
from click.shell_completion import BashComplete

from vodhooks.catalogue import catalogue
from vodhooks.cli.app import app
from vodhooks.fuzzer.checks import CHECKS
from vodhooks.fuzzer.mutations import ALIASES

if TYPE_CHECKING:
    from collections.abc import Iterator

VARIABLE = "_VODHOOKS_COMPLETE"
MESSAGES = [*catalogue().messages]
CHANNELS = [*catalogue().channels]


def complete(*words: str) -> list[tuple[str, str]]:
    """Return type and value of what may stand in place of the last word."""
    *before, last = words
    found = BashComplete(app, {}, "vodhooks", VARIABLE).get_completions(before, last)
    return [(item.type, item.value) for item in found]


def plain(names: list[str]) -> list[tuple[str, str]]:
    return [("plain", name) for name in names]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("show", ""), plain(MESSAGES)),
        (("send", "polyv."), plain([name for name in MESSAGES if name.startswith("polyv.")])),
        (("send", MESSAGES[0], "--mutate", ""), plain(["list", *ALIASES])),
        (("validate", "-m", ""), plain([*dict.fromkeys([*MESSAGES, *CHANNELS])])),
        (("drift", "--channel", "ucloud.umedia.p"), plain(["ucloud.umedia.porn"])),
        (("sign", ""), plain(CHANNELS)),
        (("verify", ""), plain(CHANNELS)),
        (("fuzz", "--channel", ""), plain(CHANNELS)),
        (("fuzz", "--relax", ""), plain([*CHECKS])),
        (("fuzz", "--skip", "size/"), plain([name for name in CHECKS if name.startswith("size/")])),
        (("fuzz", "--case", "tencent.vod/tok"), plain(["tencent.vod/token/"])),
        (("inbox", "list", "--channel", "t"), plain(["tencent.vod"])),
        (("show", "nothing-like-it"), []),
    ],
)
def test_names_are_completed(words: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert complete(*words) == expected


def parameters(command: click.Command, *path: str) -> Iterator[tuple[str, click.Parameter]]:
    """Yield each parameter below a command, with where it is."""
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from parameters(inner, *path, name)
    for parameter in command.params:
        yield " ".join([*path, parameter.opts[-1]]), parameter


def test_whatever_takes_a_name_or_a_file_is_completed() -> None:
    context = click.Context(app)
    kinds = ("MESSAGE", "CHANNEL", "CHECK", "FILE", "FILE...", "DIR")
    silent = [
        where
        for where, parameter in parameters(app)
        if parameter.make_metavar(context) in kinds
        and not parameter.shell_complete(context, "")
        and not parameter.shell_complete(context, "p")
    ]
    assert silent == []


def test_the_line_of_the_documentation_enables_it_in_bash(tmp_path: Path) -> None:
    bash = shutil.which("bash")
    assert bash is not None
    page = Path(__file__).resolve().parents[2] / "docs/howto/shell.md"
    [line] = re.findall(r'^    (eval "\$\(.*)$', page.read_text(encoding="utf-8"), re.MULTILINE)
    script = f"""{line}
        COMP_WORDS=(vodhooks show ucloud.umedia.) COMP_CWORD=2
        _vodhooks_completion vodhooks
        printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    folder = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    done = subprocess.run(
        [bash, "--norc", "-c", script],
        env={**os.environ, "PATH": folder},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == [name for name in MESSAGES if name.startswith("ucloud.umedia.")]
