"""The documentation site, as `make docs` builds it: complete, without a link that points nowhere, and whole without a network."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass, field
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.support.browsers import chromium
from vodhooks.catalogue import catalogue
from vodhooks.cli.app import COMMANDS
from vodhooks.fuzzer.checks import CHECKS
from vodhooks.fuzzer.mutations import ALIASES
from vodhooks.translations import translate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parents[2]
MODULES = (
    "vodhooks.errors",
    "vodhooks.signatures",
    "vodhooks.receiver.decide",
    "vodhooks.receiver.adapters",
    "vodhooks.testing",
)
NOT_PAGES = {"SUMMARY.md"}
SITES = {"en": "", "zh": "zh"}
"""The folder of each language's site in the whole one."""

TELEPHONE = 390
"""How wide the window of a telephone is, in CSS pixels."""

each_site = pytest.mark.parametrize("home", SITES.values(), ids=SITES)
LINKS = {"a": "href"}
ASSETS = {
    "link": "href",
    "script": "src",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "object": "data",
}


@dataclass
class Page(HTMLParser):
    """The links, the assets and the anchors of a page, and its words."""

    links: list[str] = field(default_factory=list)
    assets: list[str] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    words: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.anchors.add(given.get("id") or "")
        for wanted, found in ((LINKS, self.links), (ASSETS, self.assets)):
            if tag in wanted and (target := given.get(wanted[tag])):
                found.append(target)

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("documentation") / "site"
    done = subprocess.run(
        [sys.executable, ROOT / "docs" / "site" / "builder.py", folder],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, Page]:
    found = {}
    for file in site.rglob("*.html"):
        page = found[file] = Page()
        page.feed(file.read_text(encoding="utf-8"))
    return found


def inner(pages: dict[Path, Page], site: Path) -> Iterator[tuple[Path, str]]:
    """Yield each page with each link to a place in the site, but for two pages.

    What is shown for a missing page stands nowhere, and Redoc goes to its own sections by a script.
    """
    for file, page in pages.items():
        for link in page.links:
            if not urlsplit(link).scheme and file.name not in {"404.html", "openapi.html"}:
                yield file.relative_to(site), link


def test_no_link_leads_nowhere(site: Path, pages: dict[Path, Page]) -> None:
    lost = []
    for file, link in inner(pages, site):
        target = urlsplit(urljoin(f"https://site/{file.as_posix()}", link))
        place = site / unquote(target.path).lstrip("/")
        place = place / "index.html" if place.is_dir() else place
        anchored = (
            not target.fragment
            or place not in pages
            or unquote(target.fragment) in pages[place].anchors
        )
        if target.netloc != "site" or not place.is_file() or not anchored:
            lost.append(f"{file}: {link}")
    assert sum(1 for _ in inner(pages, site)) > 1000
    assert not lost


def test_links_to_elsewhere_are_well_formed(pages: dict[Path, Page]) -> None:
    outward = {
        urlsplit(link) for page in pages.values() for link in page.links if urlsplit(link).scheme
    }
    assert outward
    assert [
        url.geturl()
        for url in outward
        if url.scheme != "https" or not re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", url.netloc)
    ] == []


def test_nothing_is_loaded_from_elsewhere(site: Path, pages: dict[Path, Page]) -> None:
    for file, page in pages.items():
        assert page.assets or file.name == "openapi.html"
        assert [
            asset
            for asset in page.assets
            if re.match(r"(\w+:)?//", asset) and not asset.startswith("data:")
        ] == []
        assert [
            asset
            for asset in page.assets
            if file.name != "404.html" and not (file.parent / urlsplit(asset).path).is_file()
        ] == []
    for sheet in site.rglob("*.css"):
        assert not re.search(
            r"(url\(|@import)\s*['\"]?(https?:)?//", sheet.read_text(encoding="utf-8")
        )


def written(home: str) -> set[Path]:
    """Return the pages that are written by hand in a language, by their paths in its site."""
    docs = ROOT / "docs" / home
    pages = (page.relative_to(docs) for page in docs.rglob("*.md") if page.name not in NOT_PAGES)
    return {page for page in pages if home or page.parts[0] not in SITES}


@each_site
def test_every_written_page_is_in_the_contents(home: str, site: Path) -> None:
    contents = (ROOT / "docs" / home / "SUMMARY.md").read_text(encoding="utf-8")
    assert len(written(home)) > 5
    assert [page for page in written(home) if f"({page})" not in contents] == []
    assert [
        page for page in written(home) if not (site / home / page.with_suffix(".html")).is_file()
    ] == []


@pytest.mark.parametrize("message", catalogue().messages)
def test_every_message_has_a_page_with_its_fields(
    message: str, site: Path, pages: dict[Path, Page]
) -> None:
    english, chinese = (
        pages[site / home / "reference" / "messages" / f"{message}.html"] for home in SITES.values()
    )
    for known in catalogue().messages[message].evidence:
        name = known.rpartition("/")[2]
        assert name in english.words
        assert name in chinese.words
    assert {"fields", "examples"} <= english.anchors
    assert {"字段", "示例"} <= chinese.anchors
    summary = catalogue().messages[message].summary
    assert summary in english.words
    assert translate(summary, "zh") in chinese.words


def test_each_page_leads_to_the_other_language(site: Path, pages: dict[Path, Page]) -> None:
    for home in SITES.values():
        for page in written(home):
            file = site / home / page.with_suffix(".html")
            switch = {
                (file.parent / link).resolve() for link in pages[file].links if "#" not in link
            }
            assert {site / "index.html", site / "zh" / "index.html"} <= switch


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = chromium()
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--allow-file-access-from-files"]
        )
        yield opened
        opened.close()


def test_no_page_is_wider_than_a_telephone(site: Path, browser: Browser) -> None:
    """Look at written pages and references; of messages, which are alike, at the longest names."""
    longest = sorted(catalogue().messages, key=len)[-3:]
    names = [f"messages/{name}" for name in (*longest, "tencent.vod.procedure_state_changed")]
    references = [f"reference/{name}.html" for name in ("checks", "messages/index", *names)]
    files = [site / "reference" / f"{name}.html" for name in ("settings", "commands", "openapi")]
    for home in SITES.values():
        places: list[Path | str] = [
            *(page.with_suffix(".html") for page in sorted(written(home))),
            *references,
        ]
        files += [site / home / place for place in places]
    # Scripts would load the whole search on each page.
    page = browser.new_page(java_script_enabled=False, viewport={"width": TELEPHONE, "height": 844})
    wide = {}
    for file in files:
        page.goto(file.as_uri())
        wide[str(file.relative_to(site))] = page.evaluate("document.documentElement.scrollWidth")
    page.close()
    assert len(wide) > 40
    assert {name: width for name, width in wide.items() if width > TELEPHONE} == {}


@pytest.mark.parametrize(
    ("home", "words", "found"),
    [
        ("", "quarantine", "howto/replay-quarantine.html"),
        ("zh", "隔离区", "zh/receiving.html"),
        ("zh", "音视频审核", "zh/reference/messages/tencent.vod.review_audio_video_complete.html"),
        ("zh", "可靠回调", "zh/tencent.html"),
        ("zh", "PullEvents", "zh/tencent.html"),
    ],
)
def test_the_search_finds_pages(
    home: str, words: str, found: str, site: Path, browser: Browser
) -> None:
    page = browser.new_page()
    page.goto((site / home / "index.html").as_uri())
    page.locator(".md-search__button").click()
    page.get_by_role("combobox").fill(words)
    result = page.get_by_role("dialog").locator(f"a[href^='{(site / found).as_uri()}']")
    expect(result.first).to_be_visible(timeout=60_000)
    page.close()


def test_every_command_is_in_the_reference(site: Path, pages: dict[Path, Page]) -> None:
    assert {f"vodhooks-{command}" for command in (*COMMANDS, "inbox-replay")} <= pages[
        site / "reference" / "commands.html"
    ].anchors


def test_every_check_and_alias_is_in_the_reference(site: Path, pages: dict[Path, Page]) -> None:
    words = pages[site / "reference" / "checks.html"].words
    assert [
        name
        for check in CHECKS.values()
        for name in (check.name, check.title, check.reason)
        if name not in words
    ] == []
    assert [alias for alias in ALIASES if alias not in words] == []


def test_every_variable_is_in_the_reference(site: Path, pages: dict[Path, Page]) -> None:
    reference = "".join(
        pages[site / "reference" / f"{page}.html"].words for page in ("settings", "commands")
    )
    named = {
        name
        for page in ("receiving", "tencent")
        for name in re.findall(r"VODHOOKS_\w+[A-Z]", pages[site / f"{page}.html"].words)
    }
    assert len(named) > 20
    assert {name for name in named if name not in reference} == set()


def test_each_page_of_the_inspector_is_shown(site: Path) -> None:
    chromium()  # takes the pictures
    shown = (site / "inspector.html").read_text(encoding="utf-8")
    pictures = {file.name for file in (site / "assets").glob("inspector-*.png")}
    kinds = ("list", "quarantined", "conflict", "rule", "dead", "send", "prune")
    assert pictures == {f"inspector-{kind}.png" for kind in kinds}
    assert [name for name in pictures if f"assets/{name}" not in shown] == []


@pytest.mark.parametrize("module", MODULES)
def test_every_public_name_is_in_the_reference(
    module: str, site: Path, pages: dict[Path, Page]
) -> None:
    shown = pages[site / "reference" / "api" / f"{module}.html"].anchors
    names: list[str] = import_module(module).__all__
    assert {
        name for name in names if not any(anchor.endswith(f".{name}") for anchor in shown)
    } == set()


def test_every_public_name_is_in_the_reference_once(site: Path, pages: dict[Path, Page]) -> None:
    shown = {
        page: pages[site / "reference" / "api" / f"{page}.html"].anchors
        for page in ("vodhooks", "vodhooks.errors")
    }
    names = set(import_module("vodhooks").__all__) - {"errors", "__version__"}
    for name in names:
        assert (
            sum(
                any(anchor.endswith(f".{name}") for anchor in anchors) for anchors in shown.values()
            )
            == 1
        )
