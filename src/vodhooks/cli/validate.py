"""`vodhooks validate`: check files, NDJSON streams and standard input against the contracts, and report."""

from __future__ import annotations

import gc
import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING, Literal, get_args

import click

from vodhooks.cli.completion import files, names
from vodhooks.cli.languages import lang_option
from vodhooks.cli.progress import progress
from vodhooks.cli.settings import LARGEST
from vodhooks.reports import Format, render
from vodhooks.reports.escaping import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vodhooks.batch import Tally, Verdict
    from vodhooks.translations import Language

EngineName = Literal["jsonschema-rs", "jsonschema"]
"""As in `vodhooks.engines`, which would make every command wait for an engine."""


@click.command()
@click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="FILE...",
    shell_complete=files,
    help="Files or patterns such as 'samples/**/*.json'; - is standard input. A file that ends in .ndjson or .jsonl "
    "holds a payload on each line, blank lines aside; any other file holds one payload. "
    "No payload may be longer than 16 MiB; files may be of any size.",
)
@click.option(
    "--message",
    "-m",
    metavar="NAME",
    shell_complete=names,
    help="The payloads' message, or the channel they arrived on. Without it, their content decides.",
)
@click.option(
    "--ndjson", is_flag=True, help="Every input, standard input too, holds a payload on each line."
)
@click.option(
    "--strict", is_flag=True, help="Fail on drift, and on kinds of message without a contract."
)
@click.option(
    "--format",
    "output",
    type=click.Choice(get_args(Format)),
    default="text",
    help="What the report looks like.",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1, max=1024),
    default=1,
    help="How many processes work at most. The report's order stays that of the input.",
)
@click.option(
    "--engine",
    type=click.Choice(get_args(EngineName)),
    default="jsonschema-rs",
    help="The engine; jsonschema is the slow reference.",
)
@click.option(
    "--limit",
    type=click.IntRange(min=1, max=LARGEST),
    default=100,
    help="How many places are reported for each payload.",
)
@click.option("--show-values", is_flag=True, help="Quote the payloads in the report.")
@lang_option
def validate(
    files: tuple[str, ...],
    *,
    message: str | None,
    ndjson: bool,
    strict: bool,
    output: Format,
    jobs: int,
    engine: EngineName,
    limit: int,
    show_values: bool,
    language: Language,
) -> None:
    """Check payloads against the contracts.

    Exits with 0 if all are fine, with 1 if any is not, and with 2 if a file cannot be read or an argument is wrong.
    """
    from vodhooks.batch import Rules, Source, Totals, check, expand
    from vodhooks.batch.report import report_of

    gc.freeze()  # processes that are forked share it all, as long as no collection looks through it
    rules = Rules(message, strict, engine, limit, show_values)
    sources = [Source.of(name, ndjson=ndjson) for pattern in files for name in expand(pattern)]
    totals = Totals()
    with ExitStack() as stack:
        advance = (
            progress([source.name for source in sources], stack)
            if sys.stderr.isatty()
            else lambda _: None
        )
        results: Iterable[Verdict | Tally] = check(sources, rules, jobs=jobs, advance=advance)
        if sys.stdout.isatty():
            results = _hide_bar_at_verdict(results, stack)
        elif output != "text":
            results = _report_unreadable(results)
        render(output, report_of(results, totals), sys.stdout, language)
    raise click.exceptions.Exit(2 if totals.counts["unreadable"] else int(totals.failed))


def _report_unreadable(results: Iterable[Verdict | Tally]) -> Iterator[Verdict | Tally]:
    """Yield results, and name unreadable sources on standard error too: the report goes to a program."""
    from vodhooks.batch import Verdict

    for result in results:
        if isinstance(result, Verdict) and result.outcome == "unreadable":
            click.echo(
                f"vodhooks: {printable(result.source)}: {printable(result.detail)}", err=True
            )
        yield result


def _hide_bar_at_verdict(
    results: Iterable[Verdict | Tally], bar: ExitStack
) -> Iterator[Verdict | Tally]:
    """Yield results, and close the progress bar at the first verdict, which the same terminal shows."""
    from vodhooks.batch import Verdict

    for result in results:
        if isinstance(result, Verdict):
            bar.close()
        yield result
    bar.close()
