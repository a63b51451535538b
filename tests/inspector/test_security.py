"""The page is for its own user: other sites, other hosts and strangers get nothing."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import orjson
import pytest

from tests.support.inspecting import ACCEPTED, PASSWORD, Browser, fill, inspecting, log_in
from vodhooks.errors import SecretError
from vodhooks.inspector.security import (
    ATTEMPTS,
    HEADERS,
    SESSION_SECONDS,
    SESSIONS,
    WINDOW_SECONDS,
    Password,
    Sessions,
)
from vodhooks.inspector.server import serve

if TYPE_CHECKING:
    from collections.abc import Iterator

POSTS = [
    "/logout",
    "/dead",
    f"/events/{ACCEPTED}/reveal",
    f"/events/{ACCEPTED}/validate",
    f"/events/{ACCEPTED}/replay",
    "/quarantine",
    "/send",
    "/prune",
]
GETS = ["/", "/strip", "/live?after=0", f"/events/{ACCEPTED}", "/dead", "/rule", "/send", "/prune"]


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    found = f"sqlite:///{tmp_path_factory.mktemp('guarded') / 'inbox.sqlite3'}"
    fill(found)
    return found


@pytest.fixture(scope="module")
def browser(url: str) -> Iterator[Browser]:
    with inspecting(url, targets=["http://127.0.0.1:9"]) as found:
        yield found


def routes(posting: bool) -> set[str]:  # noqa: FBT001 # which of the two
    """Return what the application has, as its source says it."""
    source = (Path(serve.__code__.co_filename).parent / "app.py").read_text(encoding="utf-8")
    table = source.partition("posts: dict" if posting else "gets = {")[2].partition("\n    }")[0]
    return {
        re.sub(r"\{number\}", str(ACCEPTED), path) for path in re.findall(r'"(/[^"]*)":', table)
    }


def test_all_addresses_are_tested() -> None:
    assert routes(posting=True) == {*POSTS, "/login"}
    assert routes(posting=False) == {
        *(path.partition("?")[0] for path in GETS),
        "/login",
        "/static/{name}",
    }


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8001", 200),
        ("localhost:9000", 200),
        ("LOCALHOST", 200),
        ("[::1]:1", 200),
        ("evil.example", 421),
        ("evil.example:8001", 421),
        ("127.0.0.1.evil.example", 421),
        ("localhost@evil.example", 421),
        ("[", 421),
        ("192.168.1.2:8001", 421),
    ],
)
def test_only_known_hosts_are_served(browser: Browser, host: str, status: int) -> None:
    for path in ("/", "/login", "/static/inspector.css"):
        answer = browser.client.get(path, headers={"host": host})
        assert answer.status_code == (status if status != 200 or path != "/login" else 303)


def test_further_hosts_are_served_by_name(url: str) -> None:
    with inspecting(url, hosts=["Inbox.example"]) as browser:
        assert browser.client.get("/", headers={"host": "inbox.example"}).status_code == 200


@pytest.mark.parametrize("path", [*POSTS, "/login"])
@pytest.mark.parametrize(
    "origin",
    ["", "null", "http://evil.example", "http://127.0.0.1:1", "http://localhost", "http://[", "x"],
)
def test_forms_of_other_pages_are_refused(browser: Browser, path: str, origin: str) -> None:
    headers = {"origin": origin} if origin else {}
    answer = browser.client.post(path, data={"token": browser.token()}, headers=headers)
    assert answer.status_code == 403


@pytest.mark.parametrize(
    ("site", "mode", "status"),
    [
        ("same-origin", "cors", 200),
        ("none", "navigate", 200),
        ("cross-site", "navigate", 200),
        ("cross-site", "no-cors", 403),
        ("same-site", "cors", 403),
    ],
)
def test_other_pages_can_only_link_here(
    browser: Browser, site: str, mode: str, status: int
) -> None:
    headers = {"sec-fetch-site": site, "sec-fetch-mode": mode}
    for path in ("/", "/strip", "/static/inspector.js"):
        assert browser.client.get(path, headers=headers).status_code == status


@pytest.mark.parametrize("path", [*POSTS, "/login"])
@pytest.mark.parametrize("token", [None, "", "0" * 64, "ü", "another"])
def test_forms_without_the_sessions_token_are_refused(
    browser: Browser, path: str, token: str | None
) -> None:
    if token == "another":
        with httpx.Client(base_url=browser.home) as other:
            token = Browser(other).token()
    data = {} if token is None else {"token": token}
    answer = browser.client.post(path, data=data, headers={"origin": browser.home})
    assert answer.status_code == 403


@pytest.mark.parametrize("path", POSTS)
def test_nothing_is_done_by_a_link(browser: Browser, path: str) -> None:
    if path not in {"/dead", "/send", "/prune"}:
        assert browser.client.get(path).status_code == 405
    for method in ("PUT", "DELETE", "PATCH", "OPTIONS"):
        answer = browser.client.request(method, path, headers={"origin": browser.home})
        assert answer.status_code == 405


@pytest.mark.parametrize("path", [*GETS[:2], *GETS[3:], "/nothing", "/static/inspector.js"])
def test_every_answer_has_its_headers(browser: Browser, path: str) -> None:
    for answer in (
        browser.client.get(path),
        browser.client.get(path, headers={"host": "evil.example"}),
        browser.client.post(path),
    ):
        assert {name: answer.headers[name] for name in HEADERS} == HEADERS
        assert "access-control-allow-origin" not in answer.headers
        kept = "max-age=86400" if path.startswith("/static") and answer.is_success else "no-store"
        assert answer.headers["cache-control"] == kept
    policy = HEADERS["content-security-policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy


@pytest.mark.parametrize("path", [path for path in GETS if "live" not in path])
def test_no_page_has_inline_script_or_style(browser: Browser, path: str) -> None:
    found: list[tuple[str, dict[str, str | None]]] = []

    class Tags(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.append((tag, dict(attrs)))

    Tags().feed(browser.client.get(path).text)
    names = {name for _, attributes in found for name in attributes}
    assert not {name for name in names if name == "style" or name.startswith("on")}
    assert "style" not in {tag for tag, _ in found}
    scripts = {str(attributes.get("src")) for tag, attributes in found if tag == "script"}
    assert all(source.startswith("/static/") for source in scripts)
    links = {str(each.get("href")) for _, each in found if "href" in each}
    assert all(re.match(r"[/?#](?!/)", link) for link in links)


@pytest.fixture(scope="module")
def stranger(url: str) -> Iterator[Browser]:
    with inspecting(url, passwords=[PASSWORD]) as found:
        yield found


@pytest.mark.parametrize("path", [*GETS, *POSTS])
def test_strangers_see_nothing_without_the_password(stranger: Browser, path: str) -> None:
    headers = {"origin": stranger.home}
    if path in POSTS:
        answer = stranger.client.post(path, data={"token": "x"}, headers=headers)
    else:
        answer = stranger.client.get(path)
    assert answer.status_code == (303 if path == "/" else 401)
    assert answer.headers.get("location", "/login") == "/login"
    assert len(answer.content) < 50


def test_the_password_opens_a_session(url: str) -> None:
    with inspecting(url, passwords=[PASSWORD, "the one of before"]) as browser:
        assert log_in(browser, "no").status_code == 403
        first = browser.client.get("/login").headers["set-cookie"].partition(";")[0]
        answer = log_in(browser, "the one of before", first)
        assert (answer.status_code, answer.headers["location"]) == (303, "/")
        cookie, *attributes = answer.headers["set-cookie"].split("; ")
        assert cookie.startswith("__Host-vodhooks-inspect=")
        assert cookie != first  # one that a stranger may have set opens nothing
        assert sorted(attributes) == ["HttpOnly", "Path=/", "SameSite=Strict", "Secure"]
        page = browser.client.get("/", headers={"cookie": cookie})
        assert page.status_code == 200
        assert browser.client.get("/", headers={"cookie": first}).status_code == 303
        token = re.search(r'name="token" value="(\w+)"', page.text)
        assert token
        headers = {"origin": browser.home, "cookie": cookie}
        browser.client.post("/logout", data={"token": token[1]}, headers=headers)
        assert browser.client.get("/", headers={"cookie": cookie}).status_code == 303


def test_passwords_can_be_tried_a_few_times_a_minute() -> None:
    now = [0.0]
    password = Password([PASSWORD], clock=lambda: now[0])
    for _ in range(ATTEMPTS):
        assert password.check("wrong") is False
    assert password.check(PASSWORD) is None
    now[0] = WINDOW_SECONDS
    for _ in range(2 * ATTEMPTS):
        assert password.check(PASSWORD) is True
    assert password.check("\udcff") is False


def test_too_many_passwords_are_answered_with_429(url: str) -> None:
    with inspecting(url, passwords=[PASSWORD]) as browser:
        statuses = [log_in(browser, "wrong").status_code for _ in range(ATTEMPTS)]
        answer = log_in(browser, PASSWORD)
        assert statuses == [403] * ATTEMPTS
        assert (answer.status_code, answer.headers["retry-after"]) == (429, "60")


def test_sessions_end() -> None:
    now = [0.0]
    sessions = Sessions(Password([PASSWORD]), clock=lambda: now[0])
    first = sessions.log_in()
    assert sessions.is_open(first)
    now[0] = SESSION_SECONDS
    assert not sessions.is_open(first)
    later = [sessions.log_in() for _ in range(SESSIONS + 1)]
    assert [sessions.is_open(each) for each in (later[0], *later[-2:])] == [False, True, True]
    assert not sessions.is_token("", sessions.token(""))


def test_what_is_too_large_or_no_form_is_refused(browser: Browser) -> None:
    headers = {"origin": browser.home, "content-type": "application/x-www-form-urlencoded"}
    for body, status in ((b"a" * 70_000, 413), (b"\xff", 400), (b"&a=1" * 60, 400)):
        assert browser.client.post("/prune", content=body, headers=headers).status_code == status


@pytest.mark.parametrize(
    ("host", "hosts", "environ", "complaint"),
    [
        ("0.0.0.0", (), {}, "needs a password"),  # noqa: S104 # is refused
        ("192.0.2.1", ("x",), {}, "needs a password"),
        ("0.0.0.0", (), {"VODHOOKS_INSPECT_PASSWORD": PASSWORD}, "--allow-host"),  # noqa: S104 # is refused
        ("127.0.0.1", (), {"VODHOOKS_INSPECT_PASSWORD": "short"}, "12 characters"),
        ("127.0.0.1", (), {"VODHOOKS_INSPECT_PASSWORD": ""}, "holds no secret"),
    ],
)
def test_it_is_never_open_beyond_loopback(
    url: str, host: str, hosts: tuple[str, ...], environ: dict[str, str], complaint: str
) -> None:
    with pytest.raises(SecretError, match=complaint):
        serve(url, environ, host, 0, hosts=hosts, mutations=None)  # type: ignore[arg-type] # never gets there


def test_each_action_leaves_a_line(browser: Browser, capsys: pytest.CaptureFixture[str]) -> None:
    browser.post("/dead", cursor="search")
    browser.post(f"/events/{ACCEPTED}/reveal")
    browser.post("/events/77/validate")
    lines = [orjson.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(each["audit"], each["asked"], each["result"]) for each in lines] == [
        ("retry-dead-letter", {"cursor": "search"}, 303),
        ("reveal", {"number": str(ACCEPTED)}, 200),
        ("validate-quarantine", {"number": "77"}, 404),
    ]
    assert {each["client"] for each in lines} == {"127.0.0.1"}


def test_no_line_has_a_password(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    with inspecting(url, passwords=[PASSWORD]) as browser:
        log_in(browser, PASSWORD)
    (line,) = capsys.readouterr().out.splitlines()
    assert PASSWORD not in line
    assert orjson.loads(line)["audit"] == "log-in"
