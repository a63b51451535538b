"""How a run is shown, whatever a receiver answered."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from tests.support.browsers import chromium
from vodhooks.fuzzer.attacks.cases import Case
from vodhooks.fuzzer.checks import Check, Expectation, Severity
from vodhooks.fuzzer.failures import CaseResult, Failure
from vodhooks.fuzzer.report import report_of
from vodhooks.fuzzer.runs import Campaign
from vodhooks.reports import Format, render
from vodhooks.vendor.connections import Answer
from vodhooks.vendor.requests import Request, RequestBatch
from vodhooks.vendor.scripts import Script

if TYPE_CHECKING:
    from vodhooks.fuzzer.attacks.cases import Attack

CHANNEL = "polyv.video_outline"
TARGET = "http://127.0.0.1:8000"
HOSTILE = "<script>alert(1)</script>\x1b[31m ]]> ::error:: \u202e"
MISSING = Check("signature/missing", Expectation.DENY, "no sign", "Anybody can send it.")
STALLED = Check(
    "sockets/stalled", Expectation.REFUSE, "a body that never ends", "It holds a connection."
)
FORMATS = (*get_args(Format), "html")


def found(check: Check, severity: Severity, attack: Attack, detail: str) -> Failure:
    answer = Answer(200, 0.01, None, HOSTILE.encode())
    case = Case(f"{CHANNEL}/{check.name}/{detail}", check, CHANNEL, lambda _: attack)
    return Failure(severity, CaseResult(case, attack, (answer,)), answer, "answered 200")


REQUEST = Request(
    f"{TARGET}/hook?token=s3cret",
    {"content-type": "application/json", "cookie": "token=s3cret"},
    f'{{"a": "{HOSTILE}"}}'.encode(),
)
SHORT = found(MISSING, Severity.LETS_IN, RequestBatch((REQUEST,)), "short")
LONG = found(
    MISSING, Severity.LETS_IN, RequestBatch((Request(REQUEST.url, {}, b"x" * 9_000),)), "long"
)
SLOW = found(
    STALLED, Severity.SLOW, Script((b"POST /hook?token=s3cret HTTP/1.1\r\n\r\n", 1.5, b"{")), "body"
)
FINE = Case(
    f"{CHANNEL}/contract/sample/0",
    Check("contract/sample", Expectation.ACCEPT, "a sample", "It comes."),
    CHANNEL,
    lambda _: RequestBatch(()),
)
SOME = Campaign(
    TARGET,
    7,
    1.25,
    (FINE, *(item.result.case for item in (SLOW, LONG, SHORT))),
    (SLOW, LONG, SHORT),
    (Check("syntax/bom", Expectation.SURVIVE, "a byte order mark", "Some send it."),),
    ("without --effects nothing is counted",),
)
NONE = Campaign(TARGET, 7, 1.25, (FINE,), ())


def shown(campaign: Campaign, name: Format | Literal["html"]) -> str:
    stream = StringIO()
    render(name, report_of(campaign), stream)
    return stream.getvalue()


def test_text_has_the_worst_causes_first_and_a_table() -> None:
    text = shown(SOME, "text")
    assert text.index("1. LETS STRANGERS IN: no sign (signature/missing)") < text.index(
        "2. SLOW: a body that never ends"
    )
    assert f"Repeat: vodhooks fuzz {TARGET} --case {CHANNEL}/signature/missing/short\n" in text
    assert "The same in 1 more case, of signature/missing." in text
    assert "To mend it: Refuse what has no signature: a missing one is a wrong one." in text
    assert "To accept it: --relax signature/missing" in text
    assert "Answer: <script>alert(1)</script>" in text
    assert "# 1.5 s later" in text
    assert "relaxed: syntax/bom: any answer in time, but none of 500 and above will do\n" in text
    assert text.endswith(
        "CHANNEL              CASES  LETS STRANGERS IN  SLOW\n"
        f"{CHANNEL}      4                  2     1\n"
        "relaxed: syntax/bom: any answer in time, but none of 500 and above will do\n"
        "without --effects nothing is counted\n"
        "4 cases in 1.2 s (seed 7): 2 causes of 3 findings\n"
    )


@pytest.mark.parametrize("name", FORMATS)
def test_the_repeat_command_has_profile_and_counter(name: Format | Literal["html"]) -> None:
    report = shown(
        replace(SOME, options=("--profile", "mine.toml"), failures=(replace(SHORT, answer=None),)),
        name,
    )
    assert (
        f"vodhooks fuzz {TARGET} --profile mine.toml --case {CHANNEL}/signature/missing/short --effects URL"
        in report
    )


def test_text_says_when_nothing_was_found() -> None:
    assert shown(NONE, "text").endswith("1 case in 1.2 s (seed 7): nothing found\n")


def test_json_has_all_of_it() -> None:
    document = json.loads(shown(SOME, "json"))
    assert [
        (cause["harm"], cause["family"], len(cause["findings"])) for cause in document["causes"]
    ] == [
        ("lets strangers in", "signature/missing", 2),
        ("slow", "sockets/stalled", 1),
    ]
    assert document["causes"][0]["findings"][0]["case"] == SHORT.result.case.name
    assert document["channels"] == {
        CHANNEL: {"cases": 4, "findings": {"lets strangers in": 2, "slow": 1}}
    }
    assert document["relaxed"] == {"syntax/bom": "survive"}


def test_ndjson_has_a_line_for_each_cause_and_totals() -> None:
    lines = [json.loads(line) for line in shown(SOME, "ndjson").splitlines()]
    assert [line["type"] for line in lines] == ["cause", "cause", "summary"]
    assert lines[-1]["cases"] == 4


def test_junit_has_a_test_for_each_case() -> None:
    suite = ET.fromstring(shown(SOME, "junit"))[0]  # noqa: S314 # it is our own
    assert (suite.get("tests"), suite.get("failures")) == ("4", "3")
    failed = {case.get("name"): case[0].get("message") for case in suite if len(case)}
    assert failed == dict.fromkeys(
        ["sockets/stalled/body", "signature/missing/long", "signature/missing/short"],
        "answered 200",
    )


def test_sarif_is_valid_and_has_each_finding() -> None:
    schema = json.loads(Path("tests/data/sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
    for campaign in (SOME, NONE):
        document = json.loads(shown(campaign, "sarif"))
        jsonschema.validate(document, schema)
        assert len(document["runs"][0]["results"]) == len(campaign.failures)


def test_github_gets_an_annotation_for_each_cause() -> None:
    lines = shown(SOME, "github").splitlines()
    assert [line.partition("::")[2].partition("::")[0] for line in lines] == [
        "error title=vodhooks%3A lets strangers in%3A signature/missing",
        "error title=vodhooks%3A slow%3A sockets/stalled",
    ]
    assert shown(NONE, "github") == ""


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_shows_a_token_or_raw_answers(name: Format) -> None:
    text = shown(SOME, name)
    assert "s3cret" not in text
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "x" * 2_000 not in text
    if name in {"html", "junit"}:
        assert "<script" not in text


def test_the_page_fetches_nothing() -> None:
    page = shown(SOME, "html")
    assert "default-src &#x27;none&#x27;" in page
    assert not [word for word in ("src=", "href=", "@import", "url(") if word in page]


def test_the_page_opens_in_a_browser(tmp_path: Path) -> None:
    browser = chromium()
    page = tmp_path / "report.html"
    page.write_text(shown(SOME, "html"), encoding="utf-8")
    command = [
        browser,
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        f"--user-data-dir={tmp_path / 'profile'}",
    ]
    done = subprocess.run(
        [*command, "--virtual-time-budget=2000", "--dump-dom", page.as_uri()],
        capture_output=True,
        timeout=60,
        check=True,
    )
    dom = done.stdout.decode()
    assert "<h2>" in dom
    assert dom.count("<details") == 3
    assert "&lt;script&gt;" in dom
