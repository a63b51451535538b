"""`vodhooks verify`: does this payload come from the vendor?"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vodhooks.cli.completion import channels, files
from vodhooks.cli.settings import FiniteRange, environment
from vodhooks.cli.signers import CHANNEL_HELP, channel_name, signer
from vodhooks.reports.escaping import printable

if TYPE_CHECKING:
    from collections.abc import Callable

    from vodhooks.errors import SignatureError


@click.command()
@click.argument("channel", shell_complete=channels, metavar="CHANNEL", help=CHANNEL_HELP)
@click.argument(
    "file",
    shell_complete=files,
    metavar="FILE",
    help="A file that holds one payload; - is standard input.",
)
@click.option(
    "--at",
    type=FiniteRange(),
    show_default="now",
    metavar="SECONDS",
    help="The time at which freshness is checked, in Unix seconds.",
)
@click.option(
    "--url",
    default="",
    show_default=False,
    metavar="URL",
    help="The URL that was called: its token is verified, too.",
)
@click.option(
    "--explain", is_flag=True, help="Say of secret, time and token, one by one, which is right."
)
def verify(channel: str, file: str, *, at: float | None, url: str, explain: bool) -> None:
    """Verify the signature of a payload.

    Exits with 0 if it is authentic and with 1 if it is not, or not JSON. No secret and no token is shown. The secret is read from the environment variable of the
    channel's scheme, or from the file that the same variable with _FILE appended names.
    """
    from vodhooks.decoding import decode
    from vodhooks.errors import NotJson

    checker = signer(channel)
    body = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    try:
        payload = decode(body)
    except NotJson as error:
        click.echo(f"undecodable: {printable(str(error))}")
        raise click.exceptions.Exit(1) from None
    failure = _failure(partial(checker.verify_payload, payload, now=at))
    token = _token_remark(channel, url) if url else "not asked for, as no --url is given"
    if failure:
        kind = type(failure).__name__.removeprefix("Signature").lower()
        click.echo(f"{kind}: {printable(str(failure))}")
    else:
        click.echo("token: wrong or missing" if url and token not in _FINE else "authentic")
    if explain:
        late = _failure(partial(checker.verify_time, payload, now=at))
        click.echo(f"secret: {_secret_remark(failure)}")
        click.echo(f"time: {_time_remark(late)}")
        click.echo(f"token: {token}")
    if failure or (url and token not in _FINE):
        raise click.exceptions.Exit(1)


_FINE = ("right", "none is set, so that every URL is taken")


def _failure(verifying: Callable[[], None]) -> SignatureError | None:
    from vodhooks.errors import SignatureError

    try:
        verifying()
    except SignatureError as error:
        return error
    return None


def _secret_remark(failure: SignatureError | None) -> str:
    from vodhooks.errors import SignatureMismatch, SignatureStale

    if failure is None or isinstance(failure, SignatureStale):
        return "right"
    if isinstance(failure, SignatureMismatch):
        return "wrong: none that is set makes this sign of this time"
    return f"not verified: {printable(str(failure))}"


def _time_remark(failure: SignatureError | None) -> str:
    from vodhooks.errors import SignatureStale

    if failure is None:
        return "right"
    if isinstance(failure, SignatureStale):
        way = "too old" if failure.seconds > 0 else "too far ahead"
        return f"wrong: {abs(failure.seconds):.0f} s {way}"
    return f"not verified: {printable(str(failure))}"


def _token_remark(channel: str, url: str) -> str:
    from urllib.parse import parse_qsl, urlsplit

    from vodhooks.receiver.decide import AuthPolicy, check_token
    from vodhooks.signatures.secrets import tokens_from

    tokens = tokens_from(environment(), channel_name(channel))
    if not tokens:
        return _FINE[1]
    given = dict(parse_qsl(urlsplit(url).query, encoding="latin-1")).get("token")
    rejection = check_token(given, AuthPolicy(None, tokens))
    return _FINE[0] if rejection is None else "wrong" if given else "missing"
