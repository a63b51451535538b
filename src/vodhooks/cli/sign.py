"""`vodhooks sign`: the signature that a vendor would send for a point in time."""

from __future__ import annotations

from typing import Annotated

import typer

from vodhooks.cli.settings import LARGEST
from vodhooks.cli.signers import CHANNEL_HELP, signer


def sign(
    channel: Annotated[
        str, typer.Argument(metavar="CHANNEL", help=CHANNEL_HELP, show_default=False)
    ],
    timestamp: Annotated[
        int,
        typer.Argument(
            metavar="TIMESTAMP",
            min=-LARGEST,
            max=LARGEST,
            help="The point in time, in the unit of the channel's scheme.",
            show_default=False,
        ),
    ],
) -> None:
    """Print the signature of a point in time.

    The secret is read from the environment variable of the channel's scheme, or from the file that the same variable
    with _FILE appended names.
    """
    typer.echo(signer(channel).sign(timestamp))
