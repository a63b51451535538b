"""A draft becomes a request, signed and mutated. Pure."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, quote, urlsplit

from vodhooks import __version__
from vodhooks.errors import SendingError
from vodhooks.sending.drafts import specimen
from vodhooks.sending.mutations import Stage

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from vodhooks.sending.drafts import Draft
    from vodhooks.sending.mutations import Mutation
    from vodhooks.signing import Signer

__all__ = ["Request", "build", "callback_url"]


@dataclass(frozen=True, slots=True)
class Request:
    """A POST to a callback URL.

    Attributes:
        url: the callback URL; not shown, as it may hold a token.
        headers: the headers beside those that every HTTP client sends.
        body: the bytes of the body.
    """

    url: str = field(repr=False)
    headers: Mapping[str, str]
    body: bytes = field(repr=False)


def build(draft: Draft, to: str, signer: Signer | None = None, mutations: Sequence[Mutation] = ()) -> Request:
    """Return the request that delivers a draft.

    Args:
        draft: what to deliver.
        to: the callback URL, or a server's URL, to which the channel's path is appended.
        signer: signs it; without one nothing is signed.
        mutations: what is wrong with it, each at its stage, in this order within a stage.

    Raises:
        SendingError: the URL is none, or a mutation does not apply.
    """
    draft = _mutated(draft, Stage.PAYLOAD, mutations)
    if signer:
        signed = signer.sign_payload(dict(draft.payload), draft.moment)
        draft = replace(draft, signature={name: signed[name] for name in specimen(draft.channel.signature)})
    draft = _mutated(draft, Stage.SIGNATURE, mutations)
    draft = _mutated(replace(draft, body=draft.written), Stage.BODY, mutations)
    headers = {"content-type": draft.media_type, "user-agent": f"vodhooks/{__version__}"}
    return Request(callback_url(to, draft.channel.path, draft.token), headers, draft.body)


def callback_url(to: str, path: str, token: str | None = None) -> str:
    """Return the URL to deliver to: with `path` where `to` has none, and with the token unless its query has one.

    Raises:
        SendingError: `to` is no absolute HTTP URL.
    """
    parts = _split(to)
    query = parts.query
    if token is not None and not any(item.partition("=")[0] == "token" for item in query.split("&")):
        query = "&".join(filter(None, (query, f"token={quote(token, safe='')}")))
    return parts._replace(path=parts.path or path, query=query, fragment="").geturl()


def _split(to: str) -> SplitResult:
    with suppress(ValueError):
        parts = urlsplit(to)
        if parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0:
            return parts
    raise SendingError("the URL to send to is not of the form http://host:port/path")


def _mutated(draft: Draft, stage: Stage, mutations: Sequence[Mutation]) -> Draft:
    for mutation in mutations:
        if mutation.stage is stage:
            changed = mutation.change(draft)
            if changed is None:
                raise SendingError(f"{mutation.name} does not apply to this {draft.message}")
            draft = changed
    return draft
