"""GitHub annotations mark files, and nothing in a payload or a file name can end one."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from vodhooks.batch import Tally, Verdict
from vodhooks.report import Report, Violation
from vodhooks.reports import Format

Render = Callable[[Format, Iterable[Verdict | Tally]], str]

EVERYTHING = """\
::warning title=vodhooks%3A drift,file=drift.json::/new: unknown property (polyv.video_outline.generate_fail, drift)
::error title=vodhooks%3A invalid,file=all.ndjson,line=7::missing property "vid" (polyv.video_outline.generate_fail, evidence: documented)
::error title=vodhooks%3A invalid,file=all.ndjson,line=7::/outlineInfo/0/title: expected a string \
(polyv.video_outline.generate_fail, evidence: sample)
::error title=vodhooks%3A invalid,file=all.ndjson,line=7::1,200 more places are left out
::error title=vodhooks%3A not-json,file=all.ndjson,line=9,col=5::ends too early
::error title=vodhooks%3A not-identified,file=all.ndjson,line=10::fits several messages, name one with -m: a, b
::error title=vodhooks%3A too-large,file=large.json::longer than 16 MiB, and therefore not read to its end
::error title=vodhooks%3A not-json::-:2:1: not JSON
::error title=vodhooks%3A unreadable,file=gone.json::No such file or directory
"""


def test_what_matters_becomes_annotations(rendered: Render, results: list[Verdict | Tally]) -> None:
    assert rendered("github", results) == EVERYTHING


def test_nothing_is_written_where_nothing_matters(rendered: Render) -> None:
    assert rendered("github", [Tally("a.ndjson", 5, 3), Verdict("a.json", "valid", "none")]) == ""


def test_names_of_files_are_escaped_as_properties(rendered: Render) -> None:
    verdict = Verdict("a,line=1::b%0A\r\n.json", "not-json", "error", detail="empty")
    assert rendered("github", [verdict]) == (
        "::error title=vodhooks%3A not-json,file=a%2Cline=1%3A%3Ab%250A%0D%0A.json::empty\n"
    )


def test_names_of_members_are_escaped_as_data(rendered: Render) -> None:
    drift = (
        Violation(
            "additionalProperties",
            "/100%\n::stop-commands::x",
            "/additionalProperties",
            "unknown property",
            None,
        ),
    )
    verdict = Verdict("a.json", "drift", "warning", report=Report("m", drift=drift))
    assert rendered("github", [verdict]) == (
        "::warning title=vodhooks%3A drift,file=a.json::/100%25\\n::stop-commands::x: unknown property (drift)\n"
    )
