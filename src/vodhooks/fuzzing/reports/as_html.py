"""One HTML page that holds all it shows: no script, no font and no image from elsewhere. Whatever a receiver said is escaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from vodhooks.fuzzing.judging import Harm
from vodhooks.fuzzing.reports.exhibits import exhibit, relaxations, summary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from vodhooks.fuzzing.campaigns import Campaign
    from vodhooks.fuzzing.judging import Cause, Finding

__all__ = ["render"]

SHOWN = 20
"""How many findings of a cause are shown with their requests; the others are named."""

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"

_STYLE = """
:root { color-scheme: light dark; --line: #8884; --bad: #b3261e; --good: #2e7d32; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .25rem; }
table { border-collapse: collapse; } td, th { padding: .25rem .75rem; border-bottom: 1px solid var(--line); text-align: right; }
td:first-child, th:first-child { text-align: left; }
.harm { color: var(--bad); font-weight: 600; text-transform: uppercase; font-size: .8rem; letter-spacing: .05em; }
.fine { color: var(--good); font-weight: 600; }
details { border: 1px solid var(--line); border-radius: .4rem; padding: .4rem .8rem; margin: .4rem 0; }
summary { cursor: pointer; overflow-wrap: anywhere; }
pre { overflow-x: auto; background: #8881; padding: .6rem; border-radius: .3rem; white-space: pre-wrap; overflow-wrap: anywhere; }
code { font-family: ui-monospace, monospace; font-size: .9em; }
"""


def render(campaign: Campaign, stream: TextIO) -> None:
    """Write the page."""
    title = f"vodhooks fuzz {escape(campaign.target)}"
    stream.write(
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<style>{_STYLE}</style>\n</head>\n'
        f"<body>\n<h1>{title}</h1>\n<p>{escape(summary(campaign))}</p>\n"
    )
    stream.writelines(_table(campaign))
    stream.writelines(_notes(campaign))
    if not campaign.causes:
        stream.write('<p class="fine">Nothing was found.</p>\n')
    for cause in campaign.causes:
        stream.writelines(_cause(cause, campaign.command))
    stream.write("</body>\n</html>\n")


def _table(campaign: Campaign) -> Iterator[str]:
    head = "".join(f"<th>{escape(harm)}</th>" for harm in Harm)
    yield f"<table>\n<thead><tr><th>channel</th><th>cases</th>{head}</tr></thead>\n<tbody>\n"
    for name, (cases, counts) in campaign.by_channel.items():
        cells = "".join(f"<td>{counts[harm] or '-'}</td>" for harm in Harm)
        yield f"<tr><td>{escape(name)}</td><td>{cases:,}</td>{cells}</tr>\n"
    yield "</tbody>\n</table>\n"


def _notes(campaign: Campaign) -> Iterator[str]:
    notes = [*(f"relaxed: {item}" for item in relaxations(campaign.relaxed)), *campaign.left_out]
    if notes:
        yield f"<ul>{''.join(f'<li>{escape(note)}</li>' for note in notes)}</ul>\n"


def _cause(cause: Cause, command: str) -> Iterator[str]:
    yield f'<section>\n<h2><span class="harm">{escape(cause.harm)}</span> {escape(cause.family.title)}</h2>\n'
    yield f"<p>{escape(cause.family.reason)}</p>\n"
    if cause.also:
        yield f"<p>It explains {', '.join(f'<code>{escape(family.name)}</code>' for family in cause.also)}.</p>\n"
    for number, found in enumerate(cause.findings[:SHOWN]):
        yield from _finding(found, command, opened=number == 0)
    others = cause.findings[SHOWN:]
    if others:
        names = "\n".join(found.tried.case.name for found in others)
        yield f"<details><summary>{len(others):,} more</summary><pre>{escape(names)}</pre></details>\n"
    yield "</section>\n"


def _finding(found: Finding, command: str, *, opened: bool) -> Iterator[str]:
    shown = exhibit(found, command)
    yield f"<details{' open' if opened else ''}><summary><code>{escape(shown.case)}</code>: {escape(shown.observed)}</summary>\n"
    yield f"<p>Expected was {escape(shown.expected)}.</p>\n<pre>{escape(shown.request)}</pre>\n"
    if shown.answer:
        yield f"<p>Answer:</p>\n<pre>{escape(shown.answer)}</pre>\n"
    yield f"<p>Repeat it:</p>\n<pre>{escape(shown.repeat)}</pre>\n</details>\n"
