"""`vodhooks fuzz`: attacks a receiver and says what it gets wrong."""

from __future__ import annotations

import secrets
import signal
import sys
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from vodhooks.cli.completion import cases, channels, checks
from vodhooks.cli.headers import header_option, headers_from, without_values
from vodhooks.cli.inputs import check_writable, read_json
from vodhooks.cli.languages import lang_option
from vodhooks.cli.settings import LARGEST, FiniteRange, environment
from vodhooks.reports import Format, render
from vodhooks.reports.layout import fold_row, terminal_columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import FrameType

    from vodhooks.fuzzer.effects import Effects
    from vodhooks.fuzzer.failures import CaseResult
    from vodhooks.fuzzer.limits import TimeLimit
    from vodhooks.fuzzer.profiles import Profile
    from vodhooks.fuzzer.runs import Campaign, Observer
    from vodhooks.translations import Language


@click.command()
@click.argument(
    "url", metavar="URL", help="The receiver. To a URL without a path each channel's path is added."
)
@click.option(
    "--channel",
    "channels",
    multiple=True,
    shell_complete=channels,
    show_default="all",
    metavar="NAME",
    help="Only this channel; may be repeated.",
)
@click.option(
    "--case",
    multiple=True,
    shell_complete=cases,
    metavar="NAME",
    help="Only this case, or, with a slash at the end, the cases that begin so; may be repeated.",
)
@click.option(
    "--list",
    "listing",
    is_flag=True,
    help="List the cases, what is expected and why, and send nothing.",
)
@click.option(
    "--profile",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="TOML file that says what the receiver does differently.",
)
@click.option(
    "--relax",
    multiple=True,
    shell_complete=checks,
    metavar="CHECK",
    help="Cases of this check need only be survived; may be repeated.",
)
@click.option(
    "--skip",
    multiple=True,
    shell_complete=checks,
    metavar="CHECK",
    help="Leave this check out; may be repeated.",
)
@click.option(
    "--effects",
    default="",
    show_default=False,
    metavar="URL",
    help="Tells how many events the receiver has stored.",
)
@click.option(
    "--effects-command",
    default="",
    show_default=False,
    metavar="COMMAND",
    help="Prints how many events the receiver has stored.",
)
@click.option(
    "--seconds",
    type=FiniteRange(min=0, max=86_400),
    default=10.0,
    help="How long the generated cases may take; 0: none.",
)
@click.option(
    "--time-limit",
    type=FiniteRange(min=1, max=86_400),
    default=600.0,
    metavar="SECONDS",
    help="How long the whole run may take; what was found by then is reported.",
)
@click.option(
    "--seed",
    type=click.IntRange(min=0, max=LARGEST),
    show_default="a new one",
    help="Repeats the generated cases of a run.",
)
@header_option
@click.option(
    "--message",
    "messages",
    type=click.Path(path_type=Path),
    multiple=True,
    metavar="FILE",
    help="A payload, or an array of them, of a kind without a contract, to be tried too; may be repeated.",
)
@click.option(
    "--rate",
    type=FiniteRange(min=0.1),
    show_default="unbounded",
    metavar="PER_SECOND",
    help="How many requests a second at most. Answers of 429 slow the run down by themselves.",
)
@click.option(
    "--format",
    "output",
    type=click.Choice(get_args(Format)),
    default="text",
    help="What the report looks like.",
)
@click.option(
    "--html",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write the report as a page too.",
)
@click.option(
    "--save",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Write each cause as a file that plays its cases again, and as an HTTP archive.",
)
@click.option(
    "--replay",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Play what was saved there, and nothing else.",
)
@click.option(
    "--baseline",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A report in JSON; what it knows is shown and fails nothing.",
)
@click.option("--full", is_flag=True, help="Show whole requests.")
@lang_option
def fuzz(
    url: str,
    *,
    channels: tuple[str, ...],
    case: tuple[str, ...],
    listing: bool,
    profile: Path | None,
    relax: tuple[str, ...],
    skip: tuple[str, ...],
    effects: str,
    effects_command: str,
    seconds: float,
    time_limit: float,
    seed: int | None,
    headers: tuple[str, ...],
    messages: tuple[Path, ...],
    rate: float | None,
    output: Format,
    html: Path | None,
    save: Path | None,
    replay: Path | None,
    baseline: Path | None,
    full: bool,
    language: Language,
) -> None:
    """Attack a receiver with what vendors, networks and strangers may send, and say what it gets wrong.

    Secrets and tokens are the receiver's own, from the same VODHOOKS_* environment variables.
    Exits with 0 if nothing was found that fails, with 1 if something was, and with 2 if the receiver could not be
    checked: it is down, takes no valid delivery, or the run did not come to its end. An interrupt ends the run with a report.
    """
    from vodhooks.catalogue import catalogue
    from vodhooks.fuzzer.attacks.own import with_own
    from vodhooks.fuzzer.collection import causes_in, known_causes, verdicts
    from vodhooks.fuzzer.collection import save as save_causes
    from vodhooks.fuzzer.limits import TimeLimit
    from vodhooks.fuzzer.report import report_of
    from vodhooks.fuzzer.runs import run, select_cases
    from vodhooks.vendor.endpoints import endpoints_at

    if replay and case:
        raise click.BadParameter("--replay and --case exclude one another")
    saved = causes_in(replay) if replay else {}
    names = case or list(dict.fromkeys(name for cause in saved.values() for name in cause.cases))
    known = known_causes(baseline) if baseline else frozenset[str]()
    chosen = channels or _channels_of(names) or list(catalogue().channels)
    expected = _profile(profile, relax, skip)
    endpoints = endpoints_at(
        url, chosen, environment(), expected.paths, headers=headers_from(headers)
    )
    if messages:
        endpoints = with_own(endpoints, [item for file in messages for item in _payloads(file)])
    if listing:
        columns = terminal_columns(sys.stdout)
        for item in select_cases(endpoints, names, expected):
            row = (item.name, item.check.expectation, item.check.title)
            for line in fold_row(row, (0, 0, 0), columns):
                click.echo(line)
        return
    again = [
        *(["--profile", str(profile)] if profile else []),
        *(word for name in relax for word in ("--relax", name)),
        *(word for name in skip for word in ("--skip", name)),
        *(word for file in messages for word in ("--message", str(file))),
        *(word for text in without_values(headers) for word in ("--header", text)),
    ]
    if html:
        check_writable(html)
    if save:
        save.mkdir(parents=True, exist_ok=True)
        check_writable(save / "cause")
    limit = TimeLimit(time_limit)
    with _interruptible(limit) as interrupt, _progress() as observer:
        campaign = run(
            url,
            endpoints,
            expected,
            names=names,
            effects=_effects(effects, effects_command),
            seconds=seconds,
            seed=secrets.randbelow(2**32) if seed is None else seed,
            rate=rate,
            limit=limit,
            observer=observer,
        )
    campaign = replace(
        campaign,
        options=tuple(again),
        known=known,
        verdicts=tuple(verdicts(saved, campaign.failures)),
    )
    render(output, report_of(campaign, full=full), sys.stdout, language)
    if html:
        with html.open("w", encoding="utf-8") as page:
            render("html", report_of(campaign, full=full), page, language)
    if save:
        save_causes(campaign.groups, save, endpoints)
    raise click.exceptions.Exit(interrupt.code or _code(campaign))


def _code(campaign: Campaign) -> int:
    """Return 1 where something fails, and 2 where nothing does but not all has run."""
    if campaign.failing:
        return 1
    return 2 if campaign.stopped else 0


class _Interrupt:
    """What a run was interrupted with.

    Attributes:
        code: the exit code for it, 128 and the number of the signal; 0: it was not interrupted.
    """

    code = 0


@contextmanager
def _interruptible(limit: TimeLimit) -> Iterator[_Interrupt]:
    """End the run on the first SIGINT or SIGTERM, so that what was found is reported; the second ends the process."""
    interrupt = _Interrupt()

    def end(number: int, _: FrameType | None) -> None:
        interrupt.code = 128 + number
        signal.signal(number, former[signal.Signals(number)])
        limit.ask("interrupted")

    numbers = (signal.SIGINT, signal.SIGTERM)
    former = {number: signal.signal(number, end) for number in numbers}
    try:
        yield interrupt
    finally:
        for number in numbers:
            signal.signal(number, former[number])


def _channels_of(names: Iterable[str]) -> list[str]:
    """Return the channels that cases belong to.

    Raises:
        FuzzingError: the name of a case does not begin with one.
    """
    from vodhooks.catalogue import catalogue
    from vodhooks.errors import FuzzingError, clip

    channels = {name: name.partition("/")[0] for name in names}
    for name, channel in channels.items():
        if channel not in catalogue().channels:
            raise FuzzingError(
                f"no case is called {clip(name)!r}: each name begins with its channel; --list shows them"
            )
    return list(dict.fromkeys(channels.values()))


def _payloads(file: Path) -> list[dict[str, Any]]:
    """Return the payload in a file, or the payloads in its array."""
    found = read_json(file)
    items = found if isinstance(found, list) else [found]
    objects = [item for item in items if isinstance(item, dict)]
    if not items or len(objects) < len(items):
        raise click.BadParameter(f"--message {file}: neither a JSON object nor an array of them")
    return objects


def _profile(file: Path | None, relaxed: Iterable[str], skipped: Iterable[str]) -> Profile:
    from vodhooks.fuzzer.checks import Expectation
    from vodhooks.fuzzer.profiles import Profile, profile_from

    declared = profile_from(file) if file else Profile()
    return replace(
        declared,
        expected={**declared.expected, **dict.fromkeys(relaxed, Expectation.SURVIVE)},
        skipped=declared.skipped.union(skipped),
    )


def _effects(url: str, command: str) -> Effects | None:
    from vodhooks.fuzzer.effects import from_command, from_url

    if url and command:
        raise click.BadParameter("--effects and --effects-command exclude one another")
    if url:
        return from_url(url)
    return from_command(command) if command else None


@contextmanager
def _progress() -> Iterator[Observer | None]:
    """Show on a terminal how many cases have run, of how many, and of which channel."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import (
        MofNCompleteColumn,
        Progress,
        SpinnerColumn,
        TextColumn,
        TimeElapsedColumn,
    )

    columns = (
        SpinnerColumn(),
        MofNCompleteColumn(),
        TextColumn("cases"),
        TimeElapsedColumn(),
        TextColumn("{task.description}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)

        class Bar:
            def begin(self, cases: int) -> None:
                bar.update(task, total=cases)

            def done(self, result: CaseResult) -> None:
                shown = bar.tasks[0]
                total = max(shown.total or 0, shown.completed + 1)
                name = result.case.check.name
                bar.update(
                    task, advance=1, total=total, description=f"{result.case.channel} {name}"
                )

        yield Bar()
