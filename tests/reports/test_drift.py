"""Reports name places and shapes; values appear only where they were asked for."""

from __future__ import annotations

import json
from copy import deepcopy
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from vodhooks.drift.observations import gather
from vodhooks.drift.report import report_of
from vodhooks.drift.traffic import Observation, Skipped
from vodhooks.reports import Format, render
from vodhooks.testing import example

if TYPE_CHECKING:
    from vodhooks.drift.findings import Findings

OUTLINE = "polyv.video_outline.generate_success"
START = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def sample() -> Findings:
    first, second, broken = (deepcopy(example(OUTLINE)) for _ in range(3))
    first["cover"] = {
        "url": "https://secret.example/",
        "size": [4711, 4711],
        "bad\n\u202ename": None,
    }
    second["outlineInfo"][0]["score"] = 4711
    second["outlineInfo"][1]["score"] = 4711.5
    broken["vid"] = 4711
    return gather(
        [
            Observation(first, None, "inbox:1", START, START),
            Observation(second, None, "a\nb:2"),
            Observation(broken, None, "t:3"),
            Observation({"EventType": "NotYetKnown"}, None, "t:4"),
            Skipped("not-json", "t:5", "blank"),
        ]
    )


def shown(name: Format, found: Findings, *, show_values: bool = False) -> str:
    stream = StringIO()
    render(name, report_of(found, show_values=show_values), stream)
    return stream.getvalue()


def rendered(name: Format, *, show_values: bool = False) -> str:
    return shown(name, sample(), show_values=show_values)


def test_text_says_where_how_often_when_and_what() -> None:
    assert rendered("text") == (
        f"{OUTLINE}: drift: /cover: unknown property\n"
        "  seen once in 1 of 3 payloads, first 2026-01-02 03:04:05 at inbox:1, last 2026-01-02 03:04:05 at inbox:1\n"
        '  as 1 object {"url": 1 string of 23 characters (url 1); "size": 1 array of 2 items [2 integers]; '
        '"bad\\n\\u202ename": 1 null}\n'
        f"{OUTLINE}: drift: /outlineInfo/*/score: unknown property\n"
        "  seen 2 times in 1 of 3 payloads, first at a\\nb:2, last at a\\nb:2\n"
        "  as 1 integer, 1 number\n"
        f"{OUTLINE}: violation: /vid: expected a string\n"
        "  seen once in 1 of 3 payloads, first at t:3, last at t:3\n"
        "  as 1 integer\n"
        "tencent.vod: 1 of kinds that have no contract: NotYetKnown 1, first at t:4, last at t:4\n"
        "t:5: not-json: blank\n"
        "5 payloads: 2 drifting, 1 breaking the contract, 1 of an unknown kind, 1 not JSON\n"
    )


def test_of_what_cannot_be_judged_the_first_is_told() -> None:
    found = gather(
        Skipped("too-large", f"t:{number}", "longer than 16 MiB") for number in range(1, 1201)
    )
    assert shown("text", found).splitlines() == [
        "t:1: too-large: longer than 16 MiB; the first of 1,200",
        "1,200 payloads: 1,200 too large",
    ]


def test_text_says_values_where_asked() -> None:
    text = rendered("text", show_values=True)
    assert (
        "  as 1 integer from 4,711 to 4,711.5, 1 number from 4,711 to 4,711.5\n  values: 4711, 4711.5\n"
        in text
    )


@pytest.mark.parametrize("name", get_args(Format))
def test_no_format_tells_a_value_unless_asked(name: Format) -> None:
    assert not {"4711", "4,711", "secret", "Secret"} & {
        word for word in ("4711", "4,711", "secret", "Secret") if word in rendered(name)
    }
    assert "4711" in rendered(name, show_values=True) or "4,711" in rendered(name, show_values=True)


@pytest.mark.parametrize("name", ["json", "ndjson", "junit", "sarif", "github"])
def test_formats_for_programs_are_ascii(name: Format) -> None:
    assert rendered(name).isascii()


def test_json_holds_it_all() -> None:
    document = json.loads(rendered("json"))
    cover, score = document["drift"]
    assert cover == {
        "kind": "unknown-member",
        "message": OUTLINE,
        "pointer": "/cover",
        "many_names": False,
        "keyword": "additionalProperties",
        "schema_pointer": "/additionalProperties",
        "expected": "unknown property",
        "count": 1,
        "payloads": 1,
        "of_payloads": 3,
        "first": {"place": "inbox:1", "at": "2026-01-02T03:04:05+00:00"},
        "last": {"place": "inbox:1", "at": "2026-01-02T03:04:05+00:00"},
        "shape": {
            "types": {"object": 1},
            "members": {
                "url": {"types": {"string": 1}, "lengths": [23, 23], "formats": {"url": 1}},
                "size": {
                    "types": {"array": 1},
                    "sizes": [2, 2],
                    "items": {"types": {"integer": 2}},
                },
                "bad\n\u202ename": {"types": {"null": 1}},
            },
        },
    }
    assert score["first"] == {"place": "a\nb:2", "at": None}
    assert [each["pointer"] for each in document["violations"]] == ["/vid"]
    assert document["unknown_kinds"][0]["count"] == 1
    assert document["unusable"] == [{"kind": "not-json", "place": "t:5", "detail": "blank"}]
    assert {name: count for name, count in document["payloads"].items() if count} == {
        "drifting": 2,
        "broken": 1,
        "unknown-kind": 1,
        "not-json": 1,
    }


def test_ndjson_is_a_line_for_each_place_and_channel() -> None:
    kinds = [json.loads(line)["kind"] for line in rendered("ndjson").splitlines()]
    assert kinds == ["unknown-member", "unknown-member", "violation", "unknown-kind"]


def test_github_is_told_in_annotations_of_one_line() -> None:
    lines = rendered("github").splitlines()
    assert [line.partition("::")[2].partition(":")[0].partition(" ")[0] for line in lines] == [
        "warning",
        "warning",
        "error",
    ]
    assert lines[0].startswith(
        f"::warning title=vodhooks%3A drift::{OUTLINE}: drift: /cover: unknown property; seen once in "
    )


def test_sarif_is_valid_and_has_each_place() -> None:
    document = json.loads(rendered("sarif"))
    jsonschema.validate(
        document, json.loads(Path("tests/data/sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
    )
    results = [
        (each["ruleId"], each["level"], each["properties"]["kind"])
        for each in document["runs"][0]["results"]
    ]
    assert results == [("drift", "warning", "unknown-member")] * 2 + [
        ("violation", "error", "violation")
    ]


def test_junit_fails_drift_and_broken_contracts() -> None:
    suite = ET.fromstring(rendered("junit"))[0]  # noqa: S314 # it is our own
    assert (suite.get("tests"), suite.get("failures")) == ("3", "3")
    cases = [
        (case.get("name"), [child.tag for child in case]) for case in suite.findall("testcase")
    ]
    assert cases == [
        ("/cover", ["failure"]),
        ("/outlineInfo/*/score", ["failure"]),
        ("/vid", ["failure"]),
    ]


def test_the_words_for_a_shape_are_bounded() -> None:
    payload: dict[str, Any] = {
        **example(OUTLINE),
        "new": {f"member-{number:03}": number for number in range(60)},
    }
    lines = shown("text", gather([Observation(payload, None, "t:1")])).splitlines()
    assert max(map(len, lines)) < 600
