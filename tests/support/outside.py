"""Runs the tools of other people that the tests hold the contract against, none of which may need the network."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
NODE = ROOT / "tests" / "node"
LOCKED_UP = dict.fromkeys(
    ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), "http://127.0.0.1:9"
)


def run(*command: object, text: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a tool that must not need the network."""
    return subprocess.run(
        [str(word) for word in command],
        cwd=NODE,
        env={**os.environ, **LOCKED_UP, **environment},
        input=text,
        capture_output=True,
        text=True,
        check=False,
    )


def node(*command: object, text: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a script of Node.js that is stopped if it tries to use the network."""
    assert (NODE / "node_modules" / "ajv").is_dir(), (
        "tests/node/node_modules is missing: `make test` installs it"
    )
    program = shutil.which("node")
    assert program, (
        "Node.js is missing: these tests hold the contract against ajv, redocly and TypeScript"
    )
    return run(program, "--require", NODE / "offline.cjs", *command, text=text, **environment)
