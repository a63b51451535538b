"""`vodhooks drift`: reports what the vendor sends that the contract does not know, and proposes a change."""

from __future__ import annotations

import json
import sys
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from vodhooks.cli.completion import files, names
from vodhooks.cli.languages import lang_option
from vodhooks.cli.progress import progress
from vodhooks.reports import Format, render
from vodhooks.reports.escaping import printable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from vodhooks.batch import Source
    from vodhooks.drift import InboxSource
    from vodhooks.translations import Language


@click.command()
@click.argument(
    "files",
    nargs=-1,
    metavar="FILE...",
    shell_complete=files,
    help="Files or patterns; - is standard input. What ends in .ndjson or .jsonl holds a payload on each line, what ends "
    "in .har is an HTTP archive, any other file holds one payload. What `vodhooks inbox export` writes is known by its "
    "looks. The database URL of an inbox will do too; without any file, the inbox of --store is read.",
)
@click.option(
    "--store",
    default="",
    show_default=False,
    help="Database URL of an inbox to read; VODHOOKS_STORE where neither it nor a file is given.",
)
@click.option(
    "--message",
    "--channel",
    "-m",
    metavar="NAME",
    shell_complete=names,
    help="The message, or the channel, of payloads that came without a channel. Without it, their content decides.",
)
@click.option(
    "--definition",
    metavar="FILE",
    shell_complete=files,
    help="Compare the contract with the vendor's own definition of its events instead: a file, or the name of the package "
    "that openapi.yaml says has it. The contract is the folder of --apply, or schemas/ here, and openapi.yaml beside it.",
)
@click.option(
    "--ndjson", is_flag=True, help="Every input, standard input too, holds a payload on each line."
)
@click.option(
    "--format",
    "output",
    type=click.Choice(get_args(Format)),
    default="text",
    help="What the report looks like.",
)
@click.option("--show-values", is_flag=True, help="Quote the payloads in the report.")
@click.option(
    "--patch",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write the change that the contract would need: for each schema file a JSON Patch. It holds the new values of lists.",
)
@click.option(
    "--apply",
    type=click.Path(path_type=Path),
    metavar="SCHEMAS",
    help="Make that change in this folder: the schemas/ of a checkout.",
)
@lang_option
def drift(
    files: tuple[str, ...],
    *,
    store: str,
    message: str | None,
    definition: str | None,
    ndjson: bool,
    output: Format,
    show_values: bool,
    patch: Path | None,
    apply: Path | None,
    language: Language,
) -> None:
    """Gather what payloads hold beyond the contract, place by place.

    Payloads that break the contract are named as well. Exits with 0 if nothing drifts, with 1 if something drifts or breaks the
    contract, and with 2 if something cannot be read, no payload can be identified, or an argument is wrong.
    """
    if definition is not None:
        if files or store or message:
            raise click.BadParameter(
                "it is compared with the contract, and with no payloads", param_hint="--definition"
            )
        raise click.exceptions.Exit(_compare(definition, output, patch, apply, language))
    from vodhooks.drift import gather, propose, read_traffic, report_of

    sources = _sources(files, store, ndjson=ndjson)
    with ExitStack() as stack:
        advance = (
            progress([source.name for source in sources], stack)
            if sys.stderr.isatty()
            else lambda _: None
        )
        found = gather(read_traffic(sources, advance), message)
    render(output, report_of(found, show_values=show_values), sys.stdout, language)
    if patch or apply:
        proposal = propose(found, datetime.now(UTC).date())
        for left in proposal.left:
            place = f"{left.finding.message}: {left.finding.pointer}"
            click.echo(
                f"vodhooks: nothing is proposed for {printable(place)}: {printable(left.reason)}",
                err=True,
            )
        if patch:
            _write_patch(patch, proposal.patches)
        if apply:
            _change(apply, proposal.patches)
    if found.status == 2 and output != "text":
        for skipped in found.skipped.values():
            click.echo(
                f"vodhooks: {printable(skipped.place)}: {printable(skipped.detail)}", err=True
            )
    raise click.exceptions.Exit(found.status)


def _sources(files: tuple[str, ...], store: str, *, ndjson: bool) -> list[Source | InboxSource]:
    from vodhooks.batch import Source, expand
    from vodhooks.drift import InboxSource, is_url

    sources: list[Source | InboxSource] = []
    for pattern in files:
        sources += (
            [InboxSource(pattern)]
            if is_url(pattern)
            else [Source.of(name, ndjson=ndjson) for name in expand(pattern)]
        )
    if store or not files:
        from vodhooks.cli.settings import settings

        sources.append(InboxSource(settings(store).store))
    return sources


def _compare(
    name: str, output: Format, patch: Path | None, apply: Path | None, language: Language
) -> int:
    """Compare a definition with the contract, and return the exit code."""
    from vodhooks.codegen.loader import load
    from vodhooks.drift.definition import (
        OPENAPI,
        add_to_yaml,
        compare,
        find_definition,
        origin_of,
        read_definition,
        report_of,
    )

    folder = apply or Path("schemas")
    # Descriptions may be empty still: those of an earlier run.
    sources = load(folder.parent, structure_only=True)
    origin = origin_of(sources)
    file = find_definition(origin) if name == origin.package else Path(name)
    definition = read_definition(file, origin)
    changes = compare(definition, origin, sources, datetime.now(UTC).date())
    render(output, report_of(changes, definition), sys.stdout, language)
    if patch:
        _write_patch(patch, changes.patches)
    if apply:
        patches = dict(changes.patches)
        additions = patches.pop(OPENAPI, [])
        document = folder / OPENAPI
        text = add_to_yaml(document.read_text(encoding="utf-8"), additions)
        _change(folder, patches)
        document.write_text(text, encoding="utf-8")
    return int(bool(changes.found))


def _write_patch(file: Path, patches: Mapping[str, Sequence[dict[str, Any]]]) -> None:
    text = json.dumps(patches, indent=2, ensure_ascii=False)
    file.write_text(f"{text}\n", encoding="utf-8")


def _change(folder: Path, patches: Mapping[str, Sequence[dict[str, Any]]]) -> None:
    """Change the schema files in a folder: all of the patches, or none."""
    from vodhooks.codegen.layout import lay_out
    from vodhooks.drift import apply

    documents = {
        name: json.loads((folder / name).read_bytes())
        for name, operations in patches.items()
        if operations[0]["path"]  # what is new replaces nothing
    }
    apply(patches, documents)
    for name, document in documents.items():
        (folder / name).write_text(lay_out(document), encoding="utf-8")
        click.echo(f"vodhooks: changed {folder / name}", err=True)
