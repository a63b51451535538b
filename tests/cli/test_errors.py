"""Whatever goes wrong, the command says it in a line, without a traceback, and exits with 1 or 2."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from vodhooks import __version__

Run = Callable[..., subprocess.CompletedProcess[str]]

MODULE = [sys.executable, "-m", "vodhooks"]


def test_the_version_is_printed(vodhooks: Run) -> None:
    done = vodhooks("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"vodhooks {__version__}\n", "")


def test_the_installed_command_is_the_module() -> None:
    outputs = {
        subprocess.run([*command, "--help"], capture_output=True, check=True).stdout
        for command in ([str(Path(sys.executable).parent / "vodhooks")], MODULE)
    }
    assert len(outputs) == 1


def test_no_arguments_get_the_help(vodhooks: Run) -> None:
    done = vodhooks()
    assert done.returncode == 2
    assert "Usage: vodhooks [OPTIONS] COMMAND [ARGS]..." in done.stdout + done.stderr


@pytest.mark.parametrize(
    "arguments", [("no-such-command",), ("--no-such-option",), ("show", "--no-such-option")]
)
def test_wrong_usage_is_refused(vodhooks: Run, arguments: tuple[str, ...]) -> None:
    done = vodhooks(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Error: No such" in done.stderr


@pytest.mark.parametrize(
    ("module", "command", "extra"),
    [
        ("click", ("--version",), "cli"),
        ("h11", ("send", "ucloud.umedia.slice", "--to", "http://x"), "send"),
        ("jinja2", ("inspect", "--store", "sqlite:///x"), "inspect"),
        ("yaml", ("generate",), "generate"),
        ("yaml", ("diff", ".", "."), "generate"),
        (
            "datamodel_code_generator",
            ("generate", "--check", "--root", str(Path(__file__).parents[2])),
            "generate",
        ),
    ],
)
def test_a_missing_extra_is_named(
    vodhooks: Run, tmp_path: Path, module: str, command: tuple[str, ...], extra: str
) -> None:
    hide(tmp_path, module)
    done = vodhooks(*command, settings={"PYTHONPATH": str(tmp_path)})
    assert (done.returncode, done.stdout, done.stderr) == (
        2,
        "",
        f"vodhooks: this needs {module}: pip install 'vodhooks[{extra}]'\n",
    )


def test_a_missing_module_of_no_extra_is_a_bug(vodhooks: Run, tmp_path: Path) -> None:
    hide(tmp_path, "difflib")
    done = vodhooks("show", "no.such.message", settings={"PYTHONPATH": str(tmp_path)})
    assert done.returncode == 1
    assert "ModuleNotFoundError" in done.stderr


def hide(folder: Path, module: str) -> None:
    """Make Python believe, when started with the folder on its path, that a module is not installed."""
    (folder / "sitecustomize.py").write_text(f"import sys\nsys.modules[{module!r}] = None\n")


def test_a_reader_that_has_gone_needs_no_words() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as output:
        done = subprocess.run(
            [*MODULE, "contracts"], stdout=output, stderr=subprocess.PIPE, timeout=60, check=False
        )
    assert (done.returncode, done.stderr) == (128 + signal.SIGPIPE, b"")


def test_output_that_cannot_be_written_is_told() -> None:
    with Path("/dev/full").open("wb") as output:
        done = subprocess.run(
            [*MODULE, "contracts"], stdout=output, stderr=subprocess.PIPE, timeout=60, check=False
        )
    assert (done.returncode, done.stderr) == (2, b"vodhooks: No space left on device\n")


def test_an_output_that_is_closed_is_no_error() -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", '"$0" -m vodhooks contracts >&-', sys.executable],
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_text_outside_a_terminal_encoding_is_escaped(vodhooks: Run) -> None:
    done = vodhooks("show", "--help", settings={"PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0
    done = vodhooks("show", "é", settings={"PYTHONIOENCODING": "ascii"})
    assert (done.returncode, done.stderr) == (2, "vodhooks: no message is called '\\xe9'\n")


def test_an_interrupt_ends_the_command_quietly(tmp_path: Path) -> None:
    fifo = tmp_path / "payload.json"
    os.mkfifo(fifo)
    command = ["env", "--default-signal=INT", *MODULE, "verify", "polyv", str(fifo)]
    settings = {**os.environ, "VODHOOKS_POLYV_SECRETS": "mySecretKey"}
    with (
        subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=settings
        ) as process,
        fifo.open("wb"),  # opens once the command has, which then waits for what is never written
    ):
        process.send_signal(signal.SIGINT)
        output, complaint = process.communicate(timeout=60)
    assert (process.returncode, output, complaint) == (130, b"", b"")
