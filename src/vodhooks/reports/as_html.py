"""One HTML page without scripts, and without fonts or images from elsewhere."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from vodhooks.reports.escaping import printable
from vodhooks.translations import translate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TextIO

    from vodhooks.reports.findings import Finding, ReportDocument
    from vodhooks.translations import Language

__all__ = ["render"]

SHOWN = 20
"""How many findings with the same cause are shown with their requests; the others are named."""

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"

_STYLE = """
:root { color-scheme: light dark; --line: #8884; --bad: #b3261e; --good: #2e7d32; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .25rem; }
table { border-collapse: collapse; } td, th { padding: .25rem .75rem; border-bottom: 1px solid var(--line); text-align: right; }
td:first-child, th:first-child { text-align: left; }
.label { color: var(--bad); font-weight: 600; text-transform: uppercase; font-size: .8rem; letter-spacing: .05em; }
.fine { color: var(--good); font-weight: 600; }
details { border: 1px solid var(--line); border-radius: .4rem; padding: .4rem .8rem; margin: .4rem 0; }
summary { cursor: pointer; overflow-wrap: anywhere; }
pre { overflow-x: auto; background: #8881; padding: .6rem; border-radius: .3rem; white-space: pre-wrap; overflow-wrap: anywhere; }
code { font-family: ui-monospace, monospace; font-size: .9em; }
"""


def render(document: ReportDocument, stream: TextIO) -> None:
    """Write the page. The summary comes first, so that all findings are held until it is known."""
    findings = list(document.findings)
    summary = document.summary()
    title = _text(f"{document.title} {document.target}".rstrip())
    stream.write(
        f'<!doctype html>\n<html lang="{document.language}">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<style>{_STYLE}</style>\n</head>\n'
        f"<body>\n<h1>{title}</h1>\n<p>{_text(summary.line)}</p>\n"
    )
    stream.writelines(_table(summary.table))
    if summary.notes:
        stream.write(f"<ul>{''.join(f'<li>{_text(note)}</li>' for note in summary.notes)}</ul>\n")
    if not findings:
        nothing = translate("Nothing was found.", document.language)
        stream.write(f'<p class="fine">{nothing}</p>\n')
    for finding in findings:
        stream.writelines(_section(finding, document.language))
    stream.write("</body>\n</html>\n")


def _table(table: Sequence[Sequence[str]]) -> Iterator[str]:
    for number, row in enumerate(table):
        tag = "td" if number else "th"
        yield "" if number else "<table>\n"
        yield f"<tr>{''.join(f'<{tag}>{_text(cell)}</{tag}>' for cell in row)}</tr>\n"
    yield "</table>\n" if table else ""


def _section(finding: Finding, language: Language) -> Iterator[str]:
    place = f"{_text(finding.place)}: " if finding.place else ""
    yield f'<section>\n<h2><span class="label">{_text(finding.label)}</span> {place}{_text(finding.text)}</h2>\n'
    shown = (finding, *finding.alike)
    # Where there is evidence, the first detail says what it is evidence of.
    yield from (
        f"<p>{_text(detail)}</p>\n" for detail in finding.details[1 if finding.request else 0 :]
    )
    for number, each in enumerate(shown[:SHOWN]):
        if each.request:
            yield from _evidence(each, language, opened=number == 0)
    others = shown[SHOWN:]
    if others:
        names = "\n".join(_text(other.pointer) for other in others)
        more = translate(f"{len(others):,} more", language)
        yield f"<details><summary>{more}</summary><pre>{names}</pre></details>\n"
    yield "</section>\n"


def _evidence(finding: Finding, language: Language, *, opened: bool) -> Iterator[str]:
    yield f"<details{' open' if opened else ''}><summary>{_text(finding.details[0])}</summary>\n"
    yield f"<pre>{_text(finding.request)}</pre>\n"
    if finding.answer:
        yield f"<p>{translate('Answer:', language)}</p>\n<pre>{_text(finding.answer)}</pre>\n"
    yield f"<p>{translate('Repeat it:', language)}</p>\n<pre>{_text(finding.repeat)}</pre>\n</details>\n"


def _text(text: str) -> str:
    return escape("\n".join(map(printable, text.split("\n"))))
