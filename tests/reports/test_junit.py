"""The JUnit report has a test case for each document and for each line that matters."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from xml.etree import ElementTree as ET

from vodhooks.batch import Tally, Verdict
from vodhooks.reports import Format

Render = Callable[[Format, Iterable[Verdict | Tally]], str]


def suite_of(text: str) -> ET.Element:
    (suite,) = ET.fromstring(text).findall("testsuite")  # noqa: S314 # our own report
    return suite


def test_the_suite_says_how_many_cases_it_has(
    rendered: Render, results: list[Verdict | Tally]
) -> None:
    suite = suite_of(rendered("junit", results))
    assert suite.attrib == {
        "name": "vodhooks",
        "tests": "10",
        "failures": "5",
        "errors": "1",
        "skipped": "1",
    }
    assert len(suite.findall("testcase")) == 10
    assert [len(suite.findall(f"testcase/{kind}")) for kind in ("failure", "error", "skipped")] == [
        5,
        1,
        1,
    ]


def test_cases_are_named_by_source_and_line(
    rendered: Render, results: list[Verdict | Tally]
) -> None:
    cases = suite_of(rendered("junit", results)).findall("testcase")
    assert [(case.attrib["classname"], case.attrib["name"]) for case in cases] == [
        ("valid.json", "polyv.video_outline.generate_fail"),
        ("kind.json", "payload"),
        ("drift.json", "polyv.video_outline.generate_fail"),
        ("all.ndjson", "line 7"),
        ("all.ndjson", "line 9"),
        ("all.ndjson", "line 10"),
        ("all.ndjson", "99,997 other payloads"),
        ("large.json", "payload"),
        ("-", "line 2"),
        ("gone.json", "payload"),
    ]


def test_a_failure_names_each_place(rendered: Render, results: list[Verdict | Tally]) -> None:
    failure = suite_of(rendered("junit", results)).findall("testcase/failure")[0]
    assert failure.attrib == {
        "type": "invalid",
        "message": 'missing property "vid" (polyv.video_outline.generate_fail, evidence: documented)',
    }
    assert (failure.text or "").splitlines() == [
        'missing property "vid" (polyv.video_outline.generate_fail, evidence: documented)',
        "/outlineInfo/0/title: expected a string (polyv.video_outline.generate_fail, evidence: sample)",
        "1,200 more places are left out",
    ]


def test_drift_passes_with_a_note_unless_an_error(
    rendered: Render, results: list[Verdict | Tally]
) -> None:
    (drift,) = [
        result for result in results if isinstance(result, Verdict) and result.outcome == "drift"
    ]
    (told,) = suite_of(rendered("junit", [drift])).findall("testcase/system-out")
    assert told.text == "/new: unknown property (polyv.video_outline.generate_fail, drift)"
    assert suite_of(rendered("junit", [replace(drift, level="error")])).attrib["failures"] == "1"


def test_the_totals_are_properties(rendered: Render, results: list[Verdict | Tally]) -> None:
    properties = suite_of(rendered("junit", results)).findall("properties/property")
    found = {entry.attrib["name"]: int(entry.attrib["value"]) for entry in properties}
    assert (found["payloads"], found["valid"], found["unknown-kind"], found["not-json"]) == (
        100_005,
        99_991,
        8,
        2,
    )
