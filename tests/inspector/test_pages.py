"""What the pages show, in each language: hostile text stays text, and secrets stay hidden."""

from __future__ import annotations

import re
import string
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

import vodhooks.inspector
from tests.support.inspecting import (
    ACCEPTED,
    CONFLICT,
    DRIFTING,
    ELSEWHERE,
    EVENTS,
    HOSTILE,
    QUARANTINED,
    REPEATED,
    SCRIPT,
    SIGN,
    UNKNOWN,
    Browser,
    fill,
    inspecting,
    words,
)
from tests.support.many_events import fill as fill_with_many
from vodhooks.inbox.database import connect
from vodhooks.inspector import payloads
from vodhooks.inspector.texts import LANGUAGES, texts
from vodhooks.inspector.views import PAGE, describe_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

NEWEST = sorted(EVENTS, reverse=True)
HOME = Path(vodhooks.inspector.__file__).parent
HTMX = "d6fdc75f204e6bdefa99b69bf1e6d4ac69b8a364f77929f45c13476b4000f717"
"""The hash of dist/htmx.min.js in htmx.org 2.0.11, as npm has it."""

EVERY_PAGE = [
    "/",
    "/strip",
    "/dead",
    "/send",
    "/send?message=polyv.video_outline.generate_fail",
    "/prune",
    "/?q=window.hit",
    *(f"/events/{number}" for number in EVENTS),
]


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    found = f"sqlite:///{tmp_path_factory.mktemp('inspector') / 'inbox.sqlite3'}"
    fill(found)
    return found


@pytest.fixture(scope="module")
def browser(url: str) -> Iterator[Browser]:
    with inspecting(
        url, receiver="http://user:hunter2@127.0.0.1:9?token=hunter2", targets=["http://t:9/in"]
    ) as found:
        yield found


def listed(html: str) -> list[int]:
    return [int(found) for found in re.findall(r'<tr id="event-(\d+)"', html)]


def test_the_list_has_everything_newest_first(browser: Browser) -> None:
    html = browser.get("/")
    assert listed(html) == NEWEST
    row = words(html.partition('<tr id="event-1"')[2].partition("</tr>")[0])
    assert re.fullmatch(
        r'class="accepted"> [\d-]+ [\d:]+ #1 polyv.video_outline generate_success accepted \u2013'
        r' 1 dead \["generate_success",1\]',
        row,
    )


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("channel=tencent.vod", [UNKNOWN]),
        ("outcome=quarantined", [HOSTILE, QUARANTINED]),
        ("outcome=unknown", [UNKNOWN]),
        ("flag=conflict", [CONFLICT]),
        ("flag=drift", [DRIFTING]),
        ("flag=repeated", [REPEATED]),
        ("flag=drift&channel=tencent.vod", []),
        ("since=2026-01-01T00:00&until=2999-01-01T00:00&outcome=unknown", [UNKNOWN]),
        ("until=2000-01-01", []),
        ("q=another", [CONFLICT]),
        ("q=3", [QUARANTINED]),
        ("before=3.0", [2, 1]),
    ],
)
def test_filters_stand_in_the_address(browser: Browser, query: str, expected: list[int]) -> None:
    html = browser.get(f"/?{query}")
    found = listed(html)
    assert found[: len(expected)] == expected if "q=3" in query else found == expected


@pytest.mark.parametrize(
    "query",
    ["channel=x", "outcome=x", "flag=x", "since=x", "until=99999-01-01", "before=x", "before=1.x"],
)
def test_what_is_no_filter_is_said(browser: Browser, query: str) -> None:
    answer = browser.client.get(f"/?{query}")
    name = query.partition("=")[0]
    assert answer.status_code == 400
    assert f"This is no value for {name}" in answer.text
    assert listed(answer.text) == NEWEST


def test_pages_follow_one_another(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'inbox.sqlite3'}"
    engine = connect(url)
    fill_with_many(engine, 2 * PAGE + 7)
    engine.dispose()
    with inspecting(url) as browser:
        path, found = "/?channel=&since=2020-01-01T00%3A00", []
        while path:
            html = browser.get(path)
            found.append(listed(html))
            following = re.search(r'<a rel="next" href="([^"]+)"', html)
            path = following[1].replace("&amp;", "&") if following else ""
    assert [len(page) for page in found] == [PAGE, PAGE, 7]
    assert [number for page in found for number in page] == list(range(2 * PAGE + 7, 0, -1))


def test_the_strip_says_how_the_inbox_is(browser: Browser) -> None:
    strip = words(browser.get("/strip"))
    for part in (
        r"polyv\.video_outline \d+ s ago",
        "tencent.vod.* ago",
        r"ucloud\.umedia\.slice never",
        "Refused and kept, last hour signature-mismatch 1",
        r"Quarantine 2 \(\d+ KiB\)",
        "Lag of billing 0",
        "Lag of search 3",
        "Dead letters 2",
    ):
        assert re.search(part, strip), (part, strip)


def test_what_breaks_the_contract_is_marked_in_place(browser: Browser) -> None:
    html = browser.get(f"/events/{QUARANTINED}")
    assert re.search(
        r'marked" id="at-\d+"><span class="name">vid</span>\s*<span class="value">\[0\]', html
    )
    said = words(html)
    assert "/vid expected a string documented by the vendor type Id of the video." in said
    (link,) = re.findall(r'href="(/rule\?[^"]+)"', html)
    rule = words(browser.get(link.replace("&amp;", "&")))
    assert "Rule type" in rule
    assert "/properties/vid/type" in rule
    assert "Evidence documented by the vendor" in rule


def test_drift_is_marked_in_place(browser: Browser) -> None:
    html = browser.get(f"/events/{DRIFTING}")
    assert html.count(' marked"') == 2
    assert "/brandNew unknown property not in the contract" in words(html)
    link = next(iter(re.findall(r'href="(/rule\?[^"]+)"', html))).replace("&amp;", "&")
    assert "finds drift, and refuses nothing" in words(browser.get(link))


def test_what_differs_from_an_earlier_delivery_is_shown(browser: Browser) -> None:
    html = browser.get(f"/events/{CONFLICT}")
    assert html.count(' changed"') == 1
    assert 'vid "another" earlier: "c560fac50f' in words(html).replace("vid :", "vid")
    assert "first under the same identity: #1" in words(html)
    assert f"With the same identity: #{CONFLICT}" in words(browser.get(f"/events/{ACCEPTED}"))


def test_handlers_and_files_stand_beside_an_event(browser: Browser) -> None:
    said = words(browser.get(f"/events/{ACCEPTED}"))
    assert "billing dead 8 tries · TimeoutError · 2001-09-09 01:46:40" in said
    assert "search handled" in said
    assert "File tencent.vod.segment_set_file Fetched at 2001-09-09 01:46:40 drift" in said
    assert "billing failed, tried again later" in words(browser.get(f"/events/{CONFLICT}"))
    assert "search waiting" in words(browser.get(f"/events/{UNKNOWN}"))


def test_lines_send_and_validate_it_again(browser: Browser) -> None:
    said = words(browser.get(f"/events/{QUARANTINED}"))
    assert (
        f"vodhooks inbox show {QUARANTINED} --body | vodhooks validate - -m polyv.video_outline.generate_success"
        in said
    )
    assert (
        "vodhooks inbox replay --to http://127.0.0.1:9 --after 2 --limit 1 --outcome quarantined"
        in said
    )
    assert "curl --data-binary @-" in said


@pytest.mark.parametrize("path", EVERY_PAGE)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_has_a_secret_or_markup_of_a_payload(
    browser: Browser, path: str, language: str
) -> None:
    html = browser.get(path, accept_language=language)
    assert SIGN not in html
    assert ELSEWHERE not in html
    assert "hunter2" not in html
    assert "<script>window" not in html
    assert "<img" not in html
    assert "49" not in re.findall(r"onerror=window.hit=1>(\d+)", html)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", html)


@pytest.mark.parametrize("path", [path for path in EVERY_PAGE if path.startswith("/events")])
def test_secrets_are_shown_when_asked_for(browser: Browser, path: str) -> None:
    number = int(path.rpartition("/")[2])
    status, html, _ = browser.post(f"{path}/reveal")
    assert status == 200
    assert (SIGN in html) == (number in {ACCEPTED, CONFLICT, DRIFTING, QUARANTINED, HOSTILE})
    assert (ELSEWHERE in html) == (number == UNKNOWN)
    assert "<script>window" not in html


def test_a_body_is_saved_byte_for_byte(browser: Browser) -> None:
    token = browser.token()
    answer = browser.client.post(
        f"/events/{HOSTILE}/reveal",
        data={"token": token, "as": "file"},
        headers={"origin": browser.home},
    )
    assert answer.headers["content-disposition"] == 'attachment; filename="event-4.json"'
    assert answer.headers["content-type"] == "application/octet-stream"
    assert SIGN.encode() in answer.content


@pytest.mark.parametrize(
    ("value", "masked"),
    [
        ({"sign": "x"}, 1),
        ({"Signature": "x", "deep": [{"accessKey": "x", "API_KEY": "x"}]}, 3),
        ({"url": "https://a/b?x=1&Token=abc&y=2"}, 1),
        ({"tokens": ["a", "b"]}, 2),
        ({"sign": 5, "t": "x", "empty": {"token": ""}}, 0),
        ("no object", 0),
    ],
)
def test_secrets_are_found_by_their_names(value: object, masked: int) -> None:
    shown, number = payloads.mask(value, "a.channel")  # type: ignore[arg-type] # any JSON
    assert number == masked
    assert ("x" in repr(shown).replace("x=1", "")) <= (masked == 0)


def test_a_payload_of_any_size_has_bounded_rows() -> None:
    deep: object = 1
    for _ in range(250):
        deep = {"a": deep}
    assert len(payloads.rows(deep)[0]) == 251  # type: ignore[arg-type] # any JSON
    shown, omitted = payloads.rows([*range(5000)])
    assert (len(shown), omitted) == (payloads.ROWS, 5001 - payloads.ROWS)


@pytest.mark.parametrize(
    ("asked", "language"),
    [
        ({}, "en"),
        ({"accept_language": "zh-CN,zh;q=0.9,en;q=0.8"}, "zh"),
        ({"accept_language": "fr, en;q=0.2, zh;q=0.7"}, "zh"),
        ({"accept_language": "fr;q=x, de"}, "en"),
    ],
)
def test_the_language_is_the_browsers(url: str, asked: dict[str, str], language: str) -> None:
    with inspecting(url) as browser:
        html = browser.get("/", **asked)
        assert texts()["events"][language] in html
        other = "zh" if language == "en" else "en"
        assert texts()["events"][other] in browser.get(f"/?lang={other}", **asked)
        assert texts()["events"][other] in browser.get("/", **asked)


def test_each_text_is_there_in_each_language() -> None:
    for key, found in texts().items():
        assert list(found) == list(LANGUAGES), key
        fields = [
            {name for _, name, _, _ in string.Formatter().parse(text) if name}
            for text in found.values()
        ]
        assert fields[0] == fields[1], key
    assert [text["zh"] for text in texts().values() if not re.search("[一-鿿]", text["zh"])] == []
    used = "".join(file.read_text() for file in [*HOME.glob("*.py"), *HOME.glob("templates/*")])
    unused = [key for key in texts() if not re.search(rf"['\"]{re.escape(key)}['\"]", used)]
    assert [
        key for key in unused if not re.match("outcome_|flag_|state_|evidence_|form_|error_", key)
    ] == []


def test_descriptions_are_those_of_the_contract() -> None:
    message = "polyv.video_outline.generate_fail"
    assert describe_rule(message, "/properties/vid/type", "en").startswith("Id of the video.")
    assert describe_rule(message, "/properties/vid/type", "zh").startswith("视频")
    assert describe_rule(message, "/nothing/there", "zh") == describe_rule(message, "/type", "zh")


def test_what_is_said_of_a_payload_is_in_the_language(url: str) -> None:
    with inspecting(url) as browser:
        assert "expected a string" in browser.get(f"/events/{QUARANTINED}")
        html = browser.get(f"/events/{QUARANTINED}?lang=zh")
        assert "expected" not in html
        assert "应为字符串" in html
        assert "视频" in html


def test_assets_are_whole_and_small() -> None:
    static = HOME / "static"
    assert sha256((static / "htmx.min.js").read_bytes()).hexdigest() == HTMX
    assert "Zero-Clause BSD" in (static / "htmx.LICENSE").read_text(encoding="utf-8")
    assert sum(file.stat().st_size for file in static.iterdir()) <= 150 * 1024


@pytest.mark.parametrize(
    "path",
    [
        "/nothing",
        "/events/99",
        "/events/x",
        f"/events/{2**63}",
        "/events/" + "9" * 5000,
        "/static/../texts.json",
        "/rule",
        "//evil.example/",
        f"/rule?message={quote(SCRIPT)}&pointer=/type",
        "/rule?message=tencent.vod&form=x&pointer=/",
    ],
)
def test_what_is_not_there_is_a_page_too(browser: Browser, path: str) -> None:
    answer = browser.client.get(f"{browser.home}{path}")
    assert answer.status_code == 404
    assert "//evil" not in answer.text


@pytest.mark.parametrize(
    "query", [*(f"notice={key}&n=x&m={2**70}" for key in texts()), "go_on=x", "lang=x", "notice="]
)
def test_no_notice_breaks_a_page(browser: Browser, query: str) -> None:
    assert listed(browser.get(f"/?{query}")) == NEWEST
