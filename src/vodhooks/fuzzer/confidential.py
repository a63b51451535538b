"""What must stand in no answer and in no report: secrets, tokens, and signatures that are right."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from vodhooks.vendor.events import sample_signature

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vodhooks.vendor.endpoints import Endpoint

__all__ = ["MASK", "mask", "mask_url", "secrets_in", "signatures_in"]

MASK = "…"
"""What stands in place of what is confidential."""

SHORT = 4
"""How many characters a secret has at least that cannot stand in another text by chance."""

_TIME = re.compile(r"(?<!\d)\d{9,16}(?!\d)")
_TOKEN = re.compile(r"((?:^|[?&\s])token=)[^&\s\"'<]*")
_USERINFO = re.compile(r"(?<=://)[^/?#\s@\"'<]+@")


def secrets_in(text: str, secrets: Iterable[str]) -> Iterator[str]:
    """Yield the secrets that stand in a text, as they are written there."""
    for secret in secrets:
        for spelling in dict.fromkeys((secret, quote(secret, safe=""))):
            if len(secret) >= SHORT and spelling in text:
                yield spelling


def signatures_in(text: str, endpoint: Endpoint, times: str = "") -> Iterator[str]:
    """Yield the right signatures in a text, for times that stand in it or in another."""
    sizes = {
        len(sign)
        for sign in sample_signature(endpoint.channel.signature).values()
        if isinstance(sign, str)
    }
    given = dict.fromkeys(
        found
        for size in sizes
        for found in re.findall(rf"(?<![0-9A-Fa-f])[0-9A-Fa-f]{{{size}}}(?![0-9A-Fa-f])", text)
    )
    if endpoint.signer is None or not given:
        return
    moments = dict.fromkeys(int(found) for found in _TIME.findall(f"{text} {times}"))
    right = {
        endpoint.signer.digest(secret.encode(), moment).lower()
        for secret in endpoint.secrets
        for moment in moments
    }
    yield from (sign for sign in given if sign.lower() in right)


def mask(text: str, endpoint: Endpoint | None, times: str = "") -> str:
    """Return a text without tokens, userinfo in URLs, secrets and right signatures.

    Args:
        text: the text.
        endpoint: what is confidential; None: URLs alone.
        times: another text in which the times stand that signatures are right for.
    """
    text = mask_url(text)
    if endpoint is None:
        return text
    found = {*secrets_in(text, endpoint.confidential), *signatures_in(text, endpoint, times)}
    for secret in sorted(found, key=len, reverse=True):
        text = text.replace(secret, MASK)
    return text


def mask_url(text: str) -> str:
    """Return a URL, or a text with URLs in it, without userinfo and without tokens in queries."""
    return _TOKEN.sub(rf"\1{MASK}", _USERINFO.sub(f"{MASK}@", text))
