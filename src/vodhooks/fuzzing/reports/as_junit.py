"""JUnit XML for build servers: a test case for each case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vodhooks.fuzzing.reports.exhibits import exhibit
from vodhooks.reporting.as_junit import attributes, text_of

if TYPE_CHECKING:
    from typing import TextIO

    from vodhooks.fuzzing.campaigns import Campaign

__all__ = ["render"]


def render(campaign: Campaign, stream: TextIO) -> None:
    """Write one suite."""
    found = {item.tried.case.name: item for item in campaign.findings}
    numbers = {"tests": str(len(campaign.cases)), "failures": str(len(found)), "errors": "0", "skipped": "0"}
    stream.write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n')
    stream.write(f"<testsuite {attributes(name='vodhooks fuzz', time=f'{campaign.seconds:.3f}', **numbers)}>\n")
    for case in campaign.cases:
        stream.write(f"<testcase {attributes(classname=case.channel, name=case.name.removeprefix(f'{case.channel}/'))}>")
        if case.name in found:
            shown = exhibit(found[case.name], campaign.command)
            lines = [f"expected: {shown.expected}", case.family.reason, shown.repeat, "", shown.request]
            message = attributes(type=found[case.name].harm, message=shown.observed)
            stream.write(f"<failure {message}>{text_of(lines)}</failure>")
        stream.write("</testcase>\n")
    stream.write("</testsuite>\n</testsuites>\n")
