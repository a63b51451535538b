"""The SARIF report is SARIF 2.1.0 and holds a result for each place that matters."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import jsonschema
import pytest

from vodhooks.batch import Tally, Verdict
from vodhooks.reports import Format

Render = Callable[[Format, Iterable[Verdict | Tally]], str]

SCHEMA = json.loads((Path(__file__).parent.parent / "data/sarif-2.1.0-rtm.5.json").read_bytes())
SARIF = jsonschema.Draft4Validator(SCHEMA)


def run_of(text: str) -> Any:
    (run,) = json.loads(text)["runs"]
    return run


def test_the_schema_refuses_what_is_not_sarif(
    rendered: Render, results: list[Verdict | Tally]
) -> None:
    log = json.loads(rendered("sarif", results))
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert not SARIF.is_valid(log)


def test_a_report_of_every_outcome_is_valid(
    rendered: Render, results: list[Verdict | Tally]
) -> None:
    SARIF.validate(json.loads(rendered("sarif", results)))


def test_an_empty_report_is_valid_without_results(rendered: Render) -> None:
    log = rendered("sarif", [Tally("a.ndjson", 5, 0)])
    SARIF.validate(json.loads(log))
    assert run_of(log)["results"] == []
    assert run_of(log)["invocations"] == [{"executionSuccessful": True}]


def test_drift_is_a_warning_and_unknown_kinds_are_not(
    rendered: Render, results: list[Verdict | Tally]
) -> None:
    levels = [
        (result["ruleId"], result["level"])
        for result in run_of(rendered("sarif", results))["results"]
    ]
    assert levels == [
        ("drift", "warning"),
        *[("invalid", "error")] * 3,
        ("not-json", "error"),
        ("not-identified", "error"),
        ("too-large", "error"),
        ("not-json", "error"),
        ("unreadable", "error"),
    ]


def test_a_result_says_where_and_why(rendered: Render, results: list[Verdict | Tally]) -> None:
    assert run_of(rendered("sarif", results))["results"][2] == {
        "ruleId": "invalid",
        "level": "error",
        "message": {
            "text": "/outlineInfo/0/title: expected a string (polyv.video_outline.generate_fail, evidence: sample)"
        },
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "all.ndjson"},
                    "region": {"startLine": 7},
                },
                "logicalLocations": [
                    {"fullyQualifiedName": "/outlineInfo/0/title", "kind": "value"}
                ],
            }
        ],
        "properties": {
            "message": "polyv.video_outline.generate_fail",
            "keyword": "type",
            "evidence": "sample",
        },
    }


def test_a_fault_in_the_text_has_line_and_column(
    rendered: Render, results: list[Verdict | Tally]
) -> None:
    (location,) = run_of(rendered("sarif", results))["results"][4]["locations"]
    assert location["physicalLocation"]["region"] == {"startLine": 9, "startColumn": 5}


def test_every_result_names_a_rule_that_is_described(
    rendered: Render, results: list[Verdict | Tally]
) -> None:
    run = run_of(rendered("sarif", results))
    assert {result["ruleId"] for result in run["results"]} <= {
        rule["id"] for rule in run["tool"]["driver"]["rules"]
    }


def test_an_unreadable_file_makes_a_run_unsuccessful(
    rendered: Render, results: list[Verdict | Tally]
) -> None:
    assert run_of(rendered("sarif", results))["invocations"] == [{"executionSuccessful": False}]


@pytest.mark.parametrize(
    ("source", "scheme"),
    [("samples/a b:c?#%.json", ""), ("c:evil.json", ""), ("/tmp/视频.json", "file")],  # noqa: S108 # a name, no file
)
def test_a_uri_of_a_file_name_resolves_to_it(rendered: Render, source: str, scheme: str) -> None:
    log = rendered("sarif", [Verdict(source, "not-json", "error", detail="empty")])
    SARIF.validate(json.loads(log))
    (location,) = run_of(log)["results"][0]["locations"]
    parts = urlsplit(location["physicalLocation"]["artifactLocation"]["uri"])
    assert (parts.scheme, unquote(parts.path), parts.query, parts.fragment) == (
        scheme,
        source,
        "",
        "",
    )
