"""`make docs`: builds the documentation site, from the pages of docs/, from the contract and from the source.

    python docs/site/building.py FOLDER

The site needs no network, neither to be built nor to be read. A link that leads nowhere fails the build.
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
import variables
import written

ROOT = Path(__file__).resolve().parents[2]
CONTRACTS = ROOT / "generated" / "vodhooks_contracts"
NODE = ROOT / "tests" / "node"


def main(site: Path) -> None:
    """Build the site, and put it in the place of what is there."""
    with TemporaryDirectory() as folder:
        stage = Path(folder)
        pages = stage / "pages"
        gather(pages)
        shutil.copy(ROOT / "docs" / "zensical.toml", stage)
        _run(sys.executable, "-m", "zensical", "build", "--strict", cwd=stage)
        shutil.rmtree(site, ignore_errors=True)
        shutil.copytree(stage / "site", site)


def gather(pages: Path) -> None:
    """Put into a folder all that the site is made from."""
    for source in (written, messages, commands, checks, variables, api):
        for path, text in source.pages(ROOT):
            place = pages / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")
    shutil.copytree(ROOT / "docs" / "assets", pages / "assets")
    shutil.copy(NODE / "node_modules" / "iframe-worker" / "shim" / "index.js", pages / "assets" / "iframe-worker.js")
    shutil.copytree(CONTRACTS / "bundles", pages / messages.BUNDLES, ignore=shutil.ignore_patterns("screen"))
    rendered = pages / "reference" / "openapi.html"
    _run("node_modules/.bin/redocly", "build-docs", CONTRACTS / "openapi.json", "--inlineBundle", "--output", rendered, cwd=NODE)


def _run(*command: str | Path, cwd: Path) -> None:
    """Run a tool, and show what it says if it fails."""
    environment = {**os.environ, "REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true"}
    done = subprocess.run(
        command, cwd=cwd, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    if done.returncode:
        sys.exit(done.stdout)


if __name__ == "__main__":
    main(Path(sys.argv[1]).absolute())
