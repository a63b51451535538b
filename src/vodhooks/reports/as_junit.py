"""JUnit XML for build servers: a test case for each checked case. ASCII only.

A suite says how many cases it has before it shows them, so the cases wait in a temporary file.
"""

from __future__ import annotations

from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from vodhooks.reports.escaping import printable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from vodhooks.reports.findings import CheckedCase, ReportDocument

__all__ = ["render"]

_IN_MEMORY = 1 << 20
"""How many characters of test cases are kept before they go to a file."""

_SLICE = 1 << 16

_COUNTED = {"failure": "failures", "error": "errors", "skipped": "skipped"}


def render(document: ReportDocument, stream: TextIO) -> None:
    """Write one suite; what the summary has counted stands in its properties."""
    numbers = {"tests": 0, "failures": 0, "errors": 0, "skipped": 0}
    with SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="ascii", newline="\n") as waiting:
        for case in document.cases:
            names = _attributes(classname=case.group, name=case.name)
            waiting.write(f"<testcase {names}>{_inner(case)}</testcase>\n")
            numbers["tests"] += 1
            if case.status != "passed":
                numbers[_COUNTED[case.status]] += 1
        summary = document.summary()
        time = {} if summary.seconds is None else {"time": f"{summary.seconds:.3f}"}
        counted = {name: str(number) for name, number in numbers.items()}
        stream.write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n')
        stream.write(f"<testsuite {_attributes(name=document.title, **time, **counted)}>\n")
        if summary.counts:
            counts = summary.counts.items()
            properties = [
                f"<property {_attributes(name=name, value=str(count))}/>\n"
                for name, count in counts
            ]
            stream.write(f"<properties>\n{''.join(properties)}</properties>\n")
        waiting.seek(0)
        while text := waiting.read(_SLICE):
            stream.write(text)
    stream.write("</testsuite>\n</testsuites>\n")


def _inner(case: CheckedCase) -> str:
    message = next(iter(case.lines), case.kind)
    match case.status:
        case "passed":
            return f"<system-out>{_text(case.lines)}</system-out>" if case.lines else ""
        case "skipped":
            return f"<skipped {_attributes(message=message)}/>"
        case element:
            return f"<{element} {_attributes(type=case.kind, message=message)}>{_text(case.lines)}</{element}>"


def _text(lines: Iterable[str]) -> str:
    return _ascii(escape("\n".join(map(printable, lines))))


def _attributes(**values: str) -> str:
    return " ".join(
        [f"{name}={_ascii(quoteattr(printable(value)))}" for name, value in values.items()]
    )


def _ascii(text: str) -> str:
    return text.encode("ascii", "xmlcharrefreplace").decode()
