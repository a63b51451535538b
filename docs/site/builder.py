"""`make docs`: builds the documentation site, from the pages of docs/, from the contract and from the source.

    python docs/site/builder.py FOLDER

The site needs no network, neither to be built nor to be read. A broken link fails the build. The
Chinese site stands in its folder `zh`, with a search of its own; what is not translated is linked to.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import api
import checks
import commands
import messages
import prose
import screenshots
import variables

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from vodhooks.translations import Language

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
CONTRACTS = ROOT / "generated" / "vodhooks_contracts"
NODE = ROOT / "tests" / "node"

HOMES: Mapping[Language, Mapping[str, str]] = {
    "en": {"ENGLISH": "./index.html", "CHINESE": "./zh/index.html"},
    "zh": {"ENGLISH": "../index.html", "CHINESE": "./index.html"},
}
"""For each language, where the switch leads from its site."""


def main(site: Path) -> None:
    """Build the site, and replace the folder with it."""
    with TemporaryDirectory() as folder:
        stages: dict[Language, Path] = {language: Path(folder, language) for language in HOMES}
        for language, stage in stages.items():
            gather(stage / "pages", language)
            config = (HERE / "zensical.toml").read_text(encoding="utf-8")
            for name, value in {"LANGUAGE": language, **HOMES[language]}.items():
                config = config.replace(f'"{name}"', f'"{value}"')
            (stage / "zensical.toml").write_text(config, encoding="utf-8")
            _run(sys.executable, "-m", "zensical", "build", "--strict", cwd=stage)
        shutil.rmtree(site, ignore_errors=True)
        shutil.copytree(stages["en"] / "site", site)
        shutil.copytree(stages["zh"] / "site", site / "zh")


def gather(pages: Path, language: Language) -> None:
    """Write everything that the site is made from in a language into a folder."""
    for source in (prose, messages, checks):
        _write(pages, source.pages(ROOT, language))
    shutil.copytree(HERE / "assets", pages / "assets")
    screenshots.add(pages)
    shutil.copy(
        NODE / "node_modules" / "iframe-worker" / "shim" / "index.js",
        pages / "assets" / "iframe-worker.js",
    )
    if language != "en":
        return  # what is not translated stands in the English site
    for source in (commands, variables, api):
        _write(pages, source.pages(ROOT))
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


def _write(pages: Path, texts: Iterable[tuple[str, str]]) -> None:
    for path, text in texts:
        place = pages / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")


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
