"""`make docs`: builds the documentation site, from the pages of docs/, from the contract and from the source.

    python docs/site/builder.py FOLDER

The site needs no network, neither to be built nor to be read. A broken link fails the build.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import api
import checks
import commands
import messages
import prose
import screenshots
import variables

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
CONTRACTS = ROOT / "generated" / "vodhooks_contracts"
NODE = ROOT / "tests" / "node"


def main(site: Path) -> None:
    """Build the site, and replace the folder with it."""
    with TemporaryDirectory() as folder:
        stage = Path(folder)
        pages = stage / "pages"
        gather(pages)
        shutil.copy(HERE / "zensical.toml", stage)
        _run(sys.executable, "-m", "zensical", "build", "--strict", cwd=stage)
        shutil.rmtree(site, ignore_errors=True)
        shutil.copytree(stage / "site", site)


def gather(pages: Path) -> None:
    """Write everything that the site is made from into a folder."""
    for source in (prose, messages, commands, checks, variables, api):
        for path, text in source.pages(ROOT):
            place = pages / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")
    shutil.copytree(HERE / "assets", pages / "assets")
    screenshots.add(pages)
    shutil.copy(
        NODE / "node_modules" / "iframe-worker" / "shim" / "index.js",
        pages / "assets" / "iframe-worker.js",
    )
    shutil.copytree(CONTRACTS / "bundles", pages / messages.BUNDLES)
    rendered = pages / "reference" / "openapi.html"
    _run(
        "node_modules/.bin/redocly",
        "build-docs",
        CONTRACTS / "openapi.json",
        "--inlineBundle",
        "--output",
        rendered,
        cwd=NODE,
    )


def _run(*command: str | Path, cwd: Path) -> None:
    """Run a tool, and exit with its output if it fails."""
    environment = {
        **os.environ,
        "REDOCLY_TELEMETRY": "off",
        "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true",
    }
    done = subprocess.run(
        command,
        cwd=cwd,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(done.stdout)


if __name__ == "__main__":
    main(Path(sys.argv[1]).absolute())
