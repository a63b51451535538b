"""The page in a browser: a walk through every page and action, in each language and on a phone.

With and without JavaScript. Nothing that a stranger sends runs there, and axe finds no violation.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.support.browsers import chromium
from tests.support.inspecting import (
    ACCEPTED,
    CHANNEL,
    CONFLICT,
    DRIFTING,
    EVENTS,
    HOSTILE,
    PASSWORD,
    QUARANTINED,
    SCRIPT,
    SIGN,
    UNKNOWN,
    address,
    fill,
    inspecting,
)
from tests.support.served import CLOSED, OUTLINE, outline, serving, status
from vodhooks.inspector.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

    from tests.conftest import StandIn

AXE = Path(__file__).resolve().parents[1] / "node" / "node_modules" / "axe-core" / "axe.min.js"
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
SECONDS = 20.0
LOCALES = {"en": "en-GB", "zh": "zh-CN"}
PAGES = [
    "/",
    "/?outcome=quarantined",
    "/?q=window.hit",
    "/?flag=conflict&channel=ucloud.umedia.porn",
    "/dead",
    f"/send?message={CHANNEL}.generate_fail",
    "/prune",
    "/nothing",
    *(
        f"/events/{number}"
        for number in (ACCEPTED, DRIFTING, QUARANTINED, HOSTILE, UNKNOWN, CONFLICT)
    ),
]


class Walk(NamedTuple):
    """How the pages are walked through."""

    language: str
    width: int
    scripted: bool

    def __str__(self) -> str:
        return f"{self.language}-{self.width}-{'scripted' if self.scripted else 'plain'}"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = chromium()
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A page over an inbox that nothing changes."""
    url = f"sqlite:///{tmp_path_factory.mktemp('browser') / 'inbox.sqlite3'}"
    fill(url)
    with inspecting(url, receiver="http://127.0.0.1:9", targets=["http://127.0.0.1:9"]) as found:
        yield found.home


def opened(context: BrowserContext, home: str) -> tuple[Page, list[str]]:
    """Return a new tab, and what goes wrong in it: errors, dialogs, requests to elsewhere."""
    page = context.new_page()
    page.set_default_timeout(SECONDS * 1000)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("dialog", lambda dialog: faults.append(dialog.message))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.on("request", lambda sent: None if sent.url.startswith(home) else faults.append(sent.url))
    return page, faults


@pytest.mark.parametrize(
    "walk",
    [
        Walk("en", 1280, scripted=True),
        Walk("zh", 390, scripted=True),
        Walk("zh", 1280, scripted=False),
        Walk("en", 390, scripted=False),
    ],
    ids=str,
)
def test_a_walk_through_every_page_and_action(
    browser: Browser, tmp_path: Path, stand_in: StandIn, walk: Walk
) -> None:
    fill(f"sqlite:///{tmp_path / 'inbox.sqlite3'}")
    settings = {**CLOSED, "VODHOOKS_INSPECT_TARGETS": stand_in.url}
    with serving(tmp_path, settings, "--inspect=0") as served:
        home = address(served.process)
        context = browser.new_context(
            viewport={"width": walk.width, "height": 900},
            locale=LOCALES[walk.language],
            java_script_enabled=walk.scripted,
        )
        page, faults = opened(context, home)
        take(page, home, walk)
        context.close()
    assert faults == []
    assert [body for _, _, body in stand_in.posts] != []


def take(page: Page, home: str, walk: Walk) -> None:
    """Click through everything, as a person would."""

    def t(key: str, **named: object) -> str:
        return say(walk.language, key, **named)

    def press(name: str) -> None:
        page.get_by_role("button", name=name, exact=True).first.click()

    def notice(text: str) -> None:
        expect(page.get_by_role("status").filter(has_text=text).first).to_be_visible()
        expect(page.locator("html")).to_have_attribute("lang", re.compile(walk.language))

    page.goto(home)
    expect(page.get_by_role("heading", name=t("inbox"), exact=True)).to_be_visible()
    expect(page.locator("#rows tr")).to_have_count(len(EVENTS))

    page.get_by_label(t("outcome"), exact=True).select_option("quarantined")
    if not walk.scripted:
        press(t("show"))
    expect(page.locator("#rows tr")).to_have_count(2)
    assert "outcome=quarantined" in page.url
    press(t("validate_all"))
    notice(t("moved_all", n=0, m=2))

    page.locator(f"#event-{QUARANTINED} a").click()
    expect(page.locator(".tree .marked")).to_contain_text("vid")
    press(t("validate"))
    notice(t("still"))
    page.get_by_role("link", name="type", exact=True).first.click()
    expect(page.get_by_text(t("evidence_documented"))).to_be_visible()
    page.go_back()

    expect(page.locator(".tree .masked")).to_have_count(1)
    press(t("reveal"))
    expect(page.locator(".tree .masked")).to_have_count(0)
    expect(page.locator("pre").first).to_contain_text(SIGN)
    with page.expect_download() as saved:
        press(t("save"))
    assert SIGN in saved.value.path().read_text(encoding="utf-8")

    page.goto(f"{home}/events/{CONFLICT}")
    expect(page.locator(".tree .changed")).to_contain_text("vid")
    page.get_by_label(t("sign_anew")).check()
    press(t("replay"))
    expect(page.get_by_role("status")).to_contain_text("200")

    act(page, walk)


def act(page: Page, walk: Walk) -> None:
    """Click through what does not begin at an event."""

    def t(key: str, **named: object) -> str:
        return say(walk.language, key, **named)

    def press(name: str) -> None:
        page.get_by_role("button", name=name, exact=True).first.click()

    def notice(text: str) -> None:
        expect(page.get_by_role("status").filter(has_text=text).first).to_be_visible()

    page.get_by_role("navigation").get_by_role("link", name=t("dead_letters")).click()
    page.get_by_role("button", name=f"{t('retry')} #{ACCEPTED}").click()
    notice(t("retried", n=1))
    page.get_by_role("navigation").get_by_role("link", name=t("dead_letters")).click()
    press(t("retry_all"))
    notice(t("retried", n=1))

    page.get_by_role("navigation").get_by_role("link", name=t("send")).click()
    page.get_by_label(t("message"), exact=True).select_option(f"{CHANNEL}.generate_fail")
    press(t("choose"))
    press(t("send_now", name=f"{CHANNEL}.generate_fail"))
    expect(page.get_by_role("status")).to_contain_text("200")
    page.get_by_label(t("mutation")).fill("bad-sign")
    press(t("send_now", name=f"{CHANNEL}.generate_fail"))
    expect(page.get_by_role("status")).to_contain_text("401")

    page.get_by_role("navigation").get_by_role("link", name=t("prune")).click()
    page.get_by_label(t("sure")).check()
    press(t("prune"))
    notice(t("pruned", n=0, m=0))

    other = "zh" if walk.language == "en" else "en"
    page.locator(f"a[hreflang={other}]").click()
    expect(page.get_by_role("heading", name=say(other, "prune"))).to_be_visible()


def test_the_list_is_live_and_has_keys(browser: Browser, tmp_path: Path) -> None:
    with serving(tmp_path, CLOSED, "--inspect=0") as served:
        assert status(served.post(OUTLINE, outline(1))) == 200
        home = address(served.process)
        context = browser.new_context(locale="en-GB")
        page, faults = opened(context, home)
        page.goto(home)
        expect(page.locator("#live")).to_have_text("live", timeout=SECONDS * 1000)
        page.evaluate("window.stayed = 1")
        for task in (2, 3):
            assert status(served.post(OUTLINE, outline(task))) == 200
        rows = page.locator("#rows tr")
        expect(rows).to_have_count(3, timeout=SECONDS * 1000)
        assert [row.get_attribute("id") for row in rows.all()] == ["event-3", "event-2", "event-1"]

        page.keyboard.press("j")
        page.keyboard.press("j")
        expect(page.locator("#event-2 a")).to_be_focused()
        page.keyboard.press("k")
        expect(page.locator("#event-3 a")).to_be_focused()
        page.keyboard.press("/")
        expect(page.locator("#search")).to_be_focused()
        page.keyboard.type("j2")
        expect(page.locator("#search")).to_have_value("j2")
        page.locator("#search").fill("2")
        page.keyboard.press("Enter")
        expect(page.get_by_text("With exactly this id or identity")).to_be_visible()
        assert "q=2" in page.url
        assert page.evaluate("window.stayed") == 1
        page.locator("#search").fill("")
        page.get_by_label("Channel", exact=True).select_option("tencent.vod")
        expect(page.get_by_text("Nothing matches.")).to_be_visible()
        assert status(served.post(OUTLINE, outline(4))) == 200
        page.get_by_label("Channel", exact=True).select_option(CHANNEL)
        expect(rows).to_have_count(4)
        assert status(served.post(OUTLINE, outline(5))) == 200
        expect(rows).to_have_count(5, timeout=SECONDS * 1000)
        page.locator("#event-5 a").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Event #5")).to_be_visible()
        context.close()
    assert faults == []


def test_nothing_that_a_stranger_sends_runs(browser: Browser, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'inbox.sqlite3'}"
    fill(url)
    hostile = outline(9, taskId=SCRIPT, title=SCRIPT)
    with serving(tmp_path, CLOSED, "--inspect=0") as served:
        home = address(served.process)
        context = browser.new_context()
        page, faults = opened(context, home)
        page.goto(home)
        expect(page.locator("#live")).to_have_text("live", timeout=SECONDS * 1000)
        assert status(served.post(OUTLINE, hostile)) == 422
        expect(page.locator("#rows tr")).to_have_count(len(EVENTS) + 1, timeout=SECONDS * 1000)
        assert page.evaluate("window.hit") is None
        page.locator("#search").fill(SCRIPT)
        page.keyboard.press("Enter")
        expect(page.locator("#search")).to_have_value(re.compile("window.hit"))
        for path in [
            *PAGES,
            f"/?q={SCRIPT}",
            f"/rule?message={SCRIPT}",
            f"/?notice={SCRIPT}&n={SCRIPT}",
        ]:
            page.goto(f"{home}{path}")
            assert page.evaluate("window.hit") is None, path
            assert page.evaluate("document.querySelectorAll('main img, main script').length") == 0
            for reveal in page.locator("form[action$=reveal] button").all()[:1]:
                reveal.click()
                page.wait_for_load_state()
                assert page.evaluate("window.hit") is None, path
        context.close()
    # The two that are not there, and say so.
    assert [fault for fault in faults if "404" not in fault] == []


def violations(page: Page) -> list[str]:
    """Return what axe finds wrong on a page."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    result = page.evaluate("axe.run()")
    assert result["passes"]
    return [
        f"{each['id']}: {node['html']}" for each in result["violations"] for node in each["nodes"]
    ]


@pytest.mark.parametrize("scripted", [True, False])
def test_the_password_is_asked_for(browser: Browser, tmp_path: Path, *, scripted: bool) -> None:
    url = f"sqlite:///{tmp_path / 'inbox.sqlite3'}"
    fill(url)
    with inspecting(url, passwords=[PASSWORD]) as served:
        # To a browser its own machine is as good as TLS.
        home = served.home.replace("127.0.0.1", "localhost")
        context = browser.new_context(locale="zh-CN", java_script_enabled=scripted)
        page, faults = opened(context, home)
        page.goto(home)
        if scripted:
            assert violations(page) == []
        for password in ("wrong", PASSWORD):
            page.get_by_label(say("zh", "password")).fill(password)
            page.get_by_role("button", name=say("zh", "log_in")).click()
        expect(page.locator("#rows tr")).to_have_count(len(EVENTS))
        page.get_by_role("button", name=say("zh", "log_out")).click()
        expect(page.get_by_label(say("zh", "password"))).to_be_visible()
        page.goto(home)
        expect(page.get_by_label(say("zh", "password"))).to_be_visible()
        context.close()
    assert [fault for fault in faults if "403" not in fault] == []


@pytest.mark.parametrize(
    ("language", "viewport", "scheme"), [("en", WIDE, "light"), ("zh", NARROW, "dark")]
)
def test_axe_finds_no_violation_and_nothing_overflows(
    browser: Browser, home: str, language: str, viewport: Any, scheme: Any
) -> None:
    context = browser.new_context(viewport=viewport, locale=LOCALES[language], color_scheme=scheme)
    page, _ = opened(context, home)
    found: dict[str, list[str]] = {}
    for number, path in enumerate(PAGES):
        page.goto(f"{home}{path}")
        if scheme == "light" or number % 2 == 0:  # the same markup: what may differ are colours
            found[path] = violations(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"], path
    context.close()
    assert {path: faults for path, faults in found.items() if faults} == {}
