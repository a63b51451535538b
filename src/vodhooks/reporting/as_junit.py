"""JUnit XML for build servers: a test case for each document and for each line of a stream that matters.

A suite says how many cases it has before it shows them, so the cases wait in a temporary file.
"""

from __future__ import annotations

from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from vodhooks.reporting.as_text import described
from vodhooks.reporting.escaping import printable
from vodhooks.reporting.verdicts import Totals, Verdict, remarks

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from vodhooks.reporting.verdicts import Outcome, Tally

__all__ = ["attributes", "render", "text_of"]

_IN_MEMORY = 1 << 20
"""How many characters of test cases are kept before they go to a file."""

_SLICE = 1 << 16


def render(results: Iterable[Verdict | Tally], stream: TextIO) -> None:
    """Write one suite. What a stream has only counted becomes one passing case; totals stand in the properties."""
    totals = Totals()
    cases = {"tests": 0, "failures": 0, "errors": 0, "skipped": 0}
    with SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="ascii", newline="\n") as waiting:
        for result in totals.watch(results):
            kind, case = _of_verdict(result) if isinstance(result, Verdict) else _of_tally(result)
            waiting.write(case)
            cases["tests"] += 1
            if kind:
                cases[kind] += 1
        stream.write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n')
        stream.write(f"<testsuite {attributes(name='vodhooks', **{name: str(number) for name, number in cases.items()})}>\n")
        properties = totals.numbers.items()
        stream.write("<properties>\n")
        stream.writelines(f"<property {attributes(name=name, value=str(number))}/>\n" for name, number in properties)
        stream.write("</properties>\n")
        waiting.seek(0)
        while text := waiting.read(_SLICE):
            stream.write(text)
    stream.write("</testsuite>\n</testsuites>\n")


def _of_tally(tally: Tally) -> tuple[str, str]:
    return "", f"<testcase {attributes(classname=tally.source, name=f'{tally.valid + tally.unknown:,} other payloads')}/>\n"


def _of_verdict(verdict: Verdict) -> tuple[str, str]:
    """Return which number of the suite a verdict adds to, if any, and its test case."""
    lines = [described(remark, verdict) for remark in remarks(verdict)]
    kind, inner = _inner(verdict.outcome, lines) if verdict.level == "error" else _tolerated(verdict, lines)
    name = verdict.message or "payload" if verdict.line is None else f"line {verdict.line}"
    return kind, f"<testcase {attributes(classname=verdict.source, name=name)}>{inner}</testcase>\n"


def _inner(outcome: Outcome, lines: list[str]) -> tuple[str, str]:
    kind, element = ("errors", "error") if outcome == "unreadable" else ("failures", "failure")
    return kind, f"<{element} {attributes(type=outcome, message=lines[0] if lines else outcome)}>{text_of(lines)}</{element}>"


def _tolerated(verdict: Verdict, lines: list[str]) -> tuple[str, str]:
    if verdict.outcome == "unknown-kind":
        return "skipped", f"<skipped {attributes(message=lines[0] if lines else verdict.outcome)}/>"
    return "", f"<system-out>{text_of(lines)}</system-out>" if lines else ""


def text_of(lines: list[str]) -> str:
    """Return lines as the text of an element, in ASCII."""
    return _ascii(escape("\n".join(lines)))


def attributes(**values: str) -> str:
    """Return the attributes of an element, in ASCII."""
    return " ".join([f"{name}={_ascii(quoteattr(printable(value)))}" for name, value in values.items()])


def _ascii(text: str) -> str:
    return text.encode("ascii", "xmlcharrefreplace").decode()
