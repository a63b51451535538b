"""`vodhooks fuzz`: attacks a receiver and says what it gets wrong."""

from __future__ import annotations

import secrets
import signal
import sys
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vodhooks.cli.headers import HeaderOption, headers_from, without_values
from vodhooks.cli.settings import LARGEST, environment, finite
from vodhooks.reports import Format, render

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

    from vodhooks.fuzzer.effects import Effects
    from vodhooks.fuzzer.failures import CaseResult
    from vodhooks.fuzzer.limits import TimeLimit
    from vodhooks.fuzzer.profiles import Profile
    from vodhooks.fuzzer.runs import Campaign, Watcher


def fuzz(
    url: Annotated[
        str,
        typer.Argument(
            metavar="URL",
            help="The receiver. To a URL without a path each channel's path is added.",
            show_default=False,
        ),
    ],
    *,
    channels: Annotated[
        list[str] | None,
        typer.Option(
            "--channel",
            metavar="NAME",
            help="Only this channel; may be repeated.",
            show_default="all",
        ),
    ] = None,
    case: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            help="Only this case, or, with a slash at the end, the cases that begin so; may be repeated.",
            show_default=False,
        ),
    ] = None,
    listing: Annotated[
        bool,
        typer.Option("--list", help="List the cases, what is expected and why, and send nothing."),
    ] = False,
    profile: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="TOML file that says what the receiver does differently.",
            show_default=False,
        ),
    ] = None,
    relax: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CHECK",
            help="Cases of this check need only be survived; may be repeated.",
            show_default=False,
        ),
    ] = None,
    skip: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CHECK",
            help="Leave this check out; may be repeated.",
            show_default=False,
        ),
    ] = None,
    effects: Annotated[
        str,
        typer.Option(
            metavar="URL", help="Tells how many events the receiver has stored.", show_default=False
        ),
    ] = "",
    effects_command: Annotated[
        str,
        typer.Option(
            metavar="COMMAND",
            help="Prints how many events the receiver has stored.",
            show_default=False,
        ),
    ] = "",
    seconds: Annotated[
        float,
        typer.Option(
            min=0,
            max=86_400,
            callback=finite,
            help="How long the generated cases may take; 0: none.",
        ),
    ] = 10.0,
    time_limit: Annotated[
        float,
        typer.Option(
            metavar="SECONDS",
            min=1,
            max=86_400,
            callback=finite,
            help="How long the whole run may take; what was found by then is reported.",
        ),
    ] = 600.0,
    seed: Annotated[
        int | None,
        typer.Option(
            min=0,
            max=LARGEST,
            help="Repeats the generated cases of a run.",
            show_default="a new one",
        ),
    ] = None,
    headers: HeaderOption = None,
    messages: Annotated[
        list[Path] | None,
        typer.Option(
            "--message",
            metavar="FILE",
            help="A payload, or an array of them, of a kind without a contract, to be tried too; may be repeated.",
            show_default=False,
        ),
    ] = None,
    rate: Annotated[
        float | None,
        typer.Option(
            metavar="PER_SECOND",
            min=0.1,
            callback=finite,
            help="How many requests a second at most. Answers of 429 slow the run down by themselves.",
            show_default="unbounded",
        ),
    ] = None,
    output: Annotated[
        Format, typer.Option("--format", help="What the report looks like.")
    ] = "text",
    html: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write the report as a page too.", show_default=False),
    ] = None,
    save: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="Write each cause as a file that plays its cases again, and as an HTTP archive.",
            show_default=False,
        ),
    ] = None,
    replay: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="Play what was saved there, and nothing else.", show_default=False
        ),
    ] = None,
    baseline: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="A report in JSON; what it knows is shown and fails nothing.",
            show_default=False,
        ),
    ] = None,
    full: Annotated[bool, typer.Option("--full", help="Show whole requests.")] = False,
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
        raise typer.BadParameter("--replay and --case exclude one another")
    saved = causes_in(replay) if replay else {}
    names = case or list(dict.fromkeys(name for cause in saved.values() for name in cause.cases))
    known = known_causes(baseline) if baseline else frozenset[str]()
    chosen = channels or _channels_of(names) or list(catalogue().channels)
    expected = _profile(profile, relax or [], skip or [])
    endpoints = endpoints_at(
        url, chosen, environment(), expected.paths, headers=headers_from(headers or ())
    )
    if messages:
        endpoints = with_own(endpoints, [item for file in messages for item in _payloads(file)])
    if listing:
        for item in select_cases(endpoints, names, expected):
            typer.echo(f"{item.name}  {item.check.expectation}  {item.check.title}")
        return
    again = [
        *(["--profile", str(profile)] if profile else []),
        *(word for name in relax or [] for word in ("--relax", name)),
        *(word for name in skip or [] for word in ("--skip", name)),
        *(word for file in messages or [] for word in ("--message", str(file))),
        *(word for text in without_values(headers or ()) for word in ("--header", text)),
    ]
    limit = TimeLimit(time_limit)
    with _interruptible(limit) as interrupt, _progress() as watcher:
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
            watcher=watcher,
        )
    campaign = replace(
        campaign,
        options=tuple(again),
        known=known,
        verdicts=tuple(verdicts(saved, campaign.failures)),
    )
    render(output, report_of(campaign, full=full), sys.stdout)
    if html:
        with html.open("w", encoding="utf-8") as page:
            render("html", report_of(campaign, full=full), page)
    if save:
        save_causes(campaign.groups, save, endpoints)
    raise typer.Exit(interrupt.code or _code(campaign))


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


def _channels_of(names: list[str]) -> list[str]:
    """Return the channels that cases belong to."""
    return list(dict.fromkeys(name.partition("/")[0] for name in names))


def _payloads(file: Path) -> list[dict[str, Any]]:
    """Return the payload in a file, or the payloads in its array."""
    from vodhooks.decoding import decode

    found = decode(file.read_bytes())
    items = found if isinstance(found, list) else [found]
    objects = [item for item in items if isinstance(item, dict)]
    if not items or len(objects) < len(items):
        raise typer.BadParameter(f"--message {file}: neither a JSON object nor an array of them")
    return objects


def _profile(file: Path | None, relaxed: list[str], skipped: list[str]) -> Profile:
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
        raise typer.BadParameter("--effects and --effects-command exclude one another")
    if url:
        return from_url(url)
    return from_command(command) if command else None


@contextmanager
def _progress() -> Iterator[Watcher | None]:
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
