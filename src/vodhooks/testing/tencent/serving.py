"""What `vodhooks serve-tencent` begins with, and what it tells its user."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vodhooks.catalogue import bundle
from vodhooks.decoding import decode
from vodhooks.errors import NotJson
from vodhooks.pull.settings import credentials
from vodhooks.testing.tencent.app import SECRET_ID, SECRET_KEY
from vodhooks.testing.tencent.control import PATH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["event_lines", "example_events", "instructions", "secrets_of"]

_OWN = f"""
export VODHOOKS_TENCENT_SECRET_ID={SECRET_ID}
export VODHOOKS_TENCENT_SECRET_KEY={SECRET_KEY}"""
_INSTRUCTIONS = """\
# vodhooks pull, in another shell{credentials}:
export VODHOOKS_TENCENT_ENDPOINT={endpoint} VODHOOKS_TENCENT_SCHEME=http{own}
vodhooks pull --once

# The vendor's SDK:
HttpProfile(protocol="http", endpoint="{endpoint}", reqTimeout=10)

# One more event, and how many have been pulled and confirmed:
curl -H 'content-type: application/json' -d @event.json http://{endpoint}{path}
curl http://{endpoint}{path}
"""


def secrets_of(environ: Mapping[str, str]) -> dict[str, str]:
    """Return the credentials that `vodhooks pull` would use, SecretKey by SecretId, or else the stand-in's own.

    Raises:
        SecretError: one of the two is set and the other is not, or a file cannot be read.
    """
    if not any(name.startswith("VODHOOKS_TENCENT_SECRET_") for name in environ):
        return {SECRET_ID: SECRET_KEY}
    given = credentials(environ)
    return {given.secret_id: given.secret_key}


def example_events() -> list[dict[str, Any]]:
    """Return the events of the contract's sample replies."""
    replies = bundle("tencent.vod.pull_events")["examples"]
    return [event for reply in replies for event in reply["Response"].get("EventSet") or ()]


def event_lines(lines: Iterable[bytes]) -> Iterator[dict[str, Any]]:
    """Yield the events of an NDJSON file. They need not keep the contract.

    Raises:
        ValueError: a line is no JSON object.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                event = decode(line)
            except NotJson as error:
                raise ValueError(f"line {number}: {error.reason}") from None
            if not isinstance(event, dict):
                raise ValueError(f"line {number}: not a JSON object")
            yield event


def instructions(endpoint: str, secrets: Mapping[str, str]) -> str:
    """Return the lines that point clients at the stand-in. Of credentials they hold only its own, which everybody knows."""
    own = SECRET_ID in secrets
    return _INSTRUCTIONS.format(
        endpoint=endpoint, path=PATH, own=_OWN if own else "", credentials="" if own else " with the same credentials"
    )
