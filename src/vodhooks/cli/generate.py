"""`vodhooks generate`: from the contract's sources to everything below generated/."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def generate(
    *,
    check: Annotated[
        bool, typer.Option("--check", help="Change nothing; fail where something would change.")
    ] = False,
    root: Annotated[
        Path, typer.Option(help="The folder that holds schemas/ and openapi.yaml.")
    ] = Path(),
    json2ts: Annotated[
        Path | None,
        typer.Option(
            metavar="PROGRAM",
            help="json-schema-to-typescript: make the TypeScript declarations too.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Make models, types, bundles and catalogue from schemas/ and openapi.yaml."""
    from vodhooks import codegen

    if not check:
        for path in codegen.generate(root, json2ts=json2ts):
            typer.echo(path)
        return
    findings = codegen.check(root, json2ts=json2ts)
    for finding in findings:
        typer.echo(finding)
    if findings:
        typer.echo("Run `make generate` and commit what it changes.", err=True)
        raise typer.Exit(1)
