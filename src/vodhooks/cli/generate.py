"""`vodhooks generate`: from the contract's sources to everything below generated/."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def generate(
    *,
    check: Annotated[bool, typer.Option("--check", help="Change nothing; fail where something would change.")] = False,
    root: Annotated[Path, typer.Option(help="The folder that holds schemas/ and openapi.yaml.")] = Path(),
) -> None:
    """Make models, types, bundles and catalogue from schemas/ and openapi.yaml."""
    from vodhooks import generating

    if not check:
        for path in generating.generate(root):
            typer.echo(path)
        return
    findings = generating.check(root)
    for finding in findings:
        typer.echo(finding)
    if findings:
        typer.echo("Run `make generate` and commit what it changes.", err=True)
        raise typer.Exit(1)
