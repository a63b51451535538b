"""Makes the signer of a channel, with secrets from the environment, for `sign` and `verify`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vodhooks.cli.settings import environment

if TYPE_CHECKING:
    from vodhooks.signatures import Signer

__all__ = ["CHANNEL_HELP", "channel_name", "signer"]

CHANNEL_HELP = "The channel's name, or as many of its first parts as fit no other."


def signer(channel: str) -> Signer:
    """Return the signer of a channel.

    Args:
        channel: name of the channel, or the first parts of it.

    Raises:
        ChannelNotFound: there is no such channel.
        SecretError: the environment holds no secret, or a wrong one.
        click.BadParameter: several channels fit, or the channel has no signature.
    """
    from vodhooks.catalogue import channel as channel_of
    from vodhooks.signatures import scheme
    from vodhooks.signatures.secrets import secrets_from

    found = channel_of(channel_name(channel))
    if found.signature is None:
        raise click.BadParameter(f"{found.name} has no signature")
    kind = scheme(found.signature)
    return kind(secrets_from(environment(), kind.setting))


def channel_name(channel: str) -> str:
    """Return the name of the one channel that begins with the parts that are given; what fits none stays as it is.

    Raises:
        click.BadParameter: several channels fit.
    """
    from vodhooks.catalogue import catalogue

    fitting = [name for name in catalogue().channels if f"{name}.".startswith(f"{channel}.")]
    if len(fitting) > 1:
        raise click.BadParameter(f"{channel} fits several channels, name one: {', '.join(fitting)}")
    return fitting[0] if fitting else channel
