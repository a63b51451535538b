"""`vodhooks generate`: from the contract's sources to everything below generated/."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.option("--check", is_flag=True, help="Change nothing; fail where something would change.")
@click.option(
    "--root",
    type=click.Path(path_type=Path),
    default=Path(),
    help="The folder that holds schemas/ and openapi.yaml.",
)
@click.option(
    "--json2ts",
    type=click.Path(path_type=Path),
    metavar="PROGRAM",
    help="json-schema-to-typescript: make the TypeScript declarations too.",
)
def generate(*, check: bool, root: Path, json2ts: Path | None) -> None:
    """Make models, types, bundles and catalogue from schemas/ and openapi.yaml."""
    from vodhooks import codegen

    if not check:
        for path in codegen.generate(root, json2ts=json2ts):
            click.echo(path)
        return
    findings = codegen.check(root, json2ts=json2ts)
    for finding in findings:
        click.echo(finding)
    if findings:
        click.echo("Run `make generate` and commit what it changes.", err=True)
        raise click.exceptions.Exit(1)
