"""The command line: thin commands over the library, one module each.

Exit codes: 0 fine, 1 findings, 2 usage or environment. Results go to standard output, complaints to standard error.
"""

from __future__ import annotations

import os
import sys

__all__ = ["main"]


def main() -> None:
    """Run the command that the arguments name, and exit."""
    try:
        from vodhooks.cli.app import app
    except ModuleNotFoundError as error:
        sys.exit(_complain(f"the command line needs {error.name}: pip install 'vodhooks[cli]'"))
    from vodhooks.errors import VodhooksError

    try:
        app()
    except VodhooksError as error:
        sys.exit(_complain(str(error)))
    except BrokenPipeError:
        # Whoever read the output has gone; the interpreter must not try to flush the rest.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


def _complain(text: str) -> int:
    for line in text.splitlines():
        sys.stderr.write(f"vodhooks: {line}\n")
    return 2
