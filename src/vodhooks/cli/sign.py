"""`vodhooks sign`: the signature that a vendor would send for a point in time."""

from __future__ import annotations

import click

from vodhooks.cli.completion import channels
from vodhooks.cli.settings import LARGEST
from vodhooks.cli.signers import CHANNEL_HELP, signer


@click.command()
@click.argument("channel", shell_complete=channels, metavar="CHANNEL", help=CHANNEL_HELP)
@click.argument(
    "timestamp",
    type=click.IntRange(min=-LARGEST, max=LARGEST),
    metavar="TIMESTAMP",
    help="The point in time, in the unit of the channel's scheme.",
)
def sign(channel: str, timestamp: int) -> None:
    """Print the signature of a point in time.

    The secret is read from the environment variable of the channel's scheme, or from the file that the same variable
    with _FILE appended names.
    """
    click.echo(signer(channel).sign(timestamp))
