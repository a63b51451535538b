"""`vodhooks verify`: does this payload come from the vendor?"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from vodhooks.cli.settings import finite
from vodhooks.cli.signers import CHANNEL_HELP, signer
from vodhooks.reports.escaping import printable


def verify(
    channel: Annotated[
        str, typer.Argument(metavar="CHANNEL", help=CHANNEL_HELP, show_default=False)
    ],
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE",
            help="A file that holds one payload; - is standard input.",
            show_default=False,
        ),
    ],
    *,
    at: Annotated[
        float | None,
        typer.Option(
            metavar="SECONDS",
            callback=finite,
            help="The time at which freshness is checked, in Unix seconds.",
            show_default="now",
        ),
    ] = None,
) -> None:
    """Verify the signature of a payload.

    Exits with 0 if it is authentic and with 1 if it is not, or not JSON. The secret is read from the environment variable of the
    channel's scheme, or from the file that the same variable with _FILE appended names.
    """
    from vodhooks.decoding import decode
    from vodhooks.errors import NotJson, SignatureError

    checker = signer(channel)
    body = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    try:
        checker.verify_payload(decode(body), now=at)
    except NotJson as error:
        typer.echo(f"undecodable: {printable(str(error))}")
    except SignatureError as error:
        typer.echo(
            f"{type(error).__name__.removeprefix('Signature').lower()}: {printable(str(error))}"
        )
    else:
        typer.echo("authentic")
        return
    raise typer.Exit(1)
