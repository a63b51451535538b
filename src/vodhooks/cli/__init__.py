"""The command line: thin commands over the library, one module each.

Exit codes: 0 fine, 1 findings, 2 usage or environment, 130 after an interrupt, 141 after a closed pipe. Results go to
standard output, complaints to standard error.
"""

from __future__ import annotations

import gc
import os
import sys
from io import TextIOWrapper
from typing import NoReturn

from vodhooks.errors import VodhooksError
from vodhooks.reports.escaping import printable

__all__ = ["CLOSED_PIPE", "INTERRUPTED", "main"]

CLOSED_PIPE = 141
"""The exit code of a command whose reader has gone: the one of a process that SIGPIPE ends."""

INTERRUPTED = 130
"""The exit code of a command that Ctrl-C ends, or SIGINT."""

_EXTRAS = {
    "harfile": "fuzz",
    "jinja2": "inspect",
    "markupsafe": "inspect",
    "schemathesis": "fuzz",
    "click": "cli",
    "rich": "cli",
    "yaml": "generate",
    "datamodel_code_generator": "generate",
    "sqlalchemy": "receiver",
    "tenacity": "receiver",
    "prometheus_client": "receiver",
    "pydantic_settings": "cli",
    "starlette": "receiver",
    "uvicorn": "receiver",
    "psycopg": "postgres",
    "certifi": "tencent",
    "h11": "send",
    "httpcore": "tencent",
    "idna": "tencent",
    "nats": "nats",
    "requests": "tencent",
    "tencentcloud": "tencent",
}
"""The extra that installs a module."""


def main() -> None:
    """Run the command that the arguments name, and exit."""
    try:
        _run()
    except BrokenPipeError:
        # The reader has gone: no message. The exit code 1 would mean findings.
        _drop_output()
        sys.exit(CLOSED_PIPE)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except VodhooksError as error:
        _complain(str(error))
    except ModuleNotFoundError as error:
        if error.name not in _EXTRAS:
            raise
        _complain(f"this needs {error.name}: pip install 'vodhooks[{_EXTRAS[error.name]}]'")
    except OSError as error:
        _drop_output()
        _complain(
            f"{error.filename}: {error.strerror}"
            if error.filename is not None
            else str(error.strerror)
        )


def _run() -> None:
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        # Imported objects live until the end: importing them without garbage collection is faster, and freezing
        # them keeps later collections short.
        gc.disable()
        from vodhooks.cli.app import app

        gc.freeze()
        gc.enable()
        app(prog_name="vodhooks")
    finally:
        # An error in writing is reported here, not by the interpreter when it ends.
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.flush()


def _drop_output() -> None:
    """Send the interpreter's last flush to /dev/null."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _complain(text: str) -> NoReturn:
    for line in text.splitlines():
        sys.stderr.write(f"vodhooks: {printable(line)}\n")
    sys.exit(2)
