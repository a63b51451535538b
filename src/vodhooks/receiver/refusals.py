"""Keeps refused deliveries apart, never in the way of an answer, and verifies them again when a secret has been mended."""

from __future__ import annotations

import asyncio
import hmac
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from vodhooks.classification import KEPT, classify
from vodhooks.decoding import decode
from vodhooks.errors import StoreError
from vodhooks.inbox.database import translate_database_errors
from vodhooks.inbox.refusals import RefusedDelivery, forget_refused, iterate_refused
from vodhooks.inbox.store import ReceivedDelivery
from vodhooks.receiver.decide import authenticate

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence

    from sqlalchemy import Engine

    from vodhooks.inbox.store import Inbox
    from vodhooks.receiver.decide import AuthPolicy, Decision

FLUSH_SECONDS = 0.1
"""How long a refused delivery waits for others: strangers cost few transactions, however many they send."""

WAITING = 100
"""How many wait at most; more are not kept."""

WAITING_BYTES = 8 * 2**20
"""How many bytes of bodies wait at most."""


class Refusals:
    """Keeps what is refused a few times a second.

    Args:
        keep: stores deliveries, and returns once they are durable; raises StoreError where it cannot.
        fail: takes the cause where they cannot be kept.
    """

    def __init__(
        self,
        keep: Callable[[Sequence[RefusedDelivery]], Awaitable[None]],
        fail: Callable[[str], None],
    ) -> None:
        self._keep = keep
        self._fail = fail
        self._waiting: list[RefusedDelivery] = []
        self._bytes = 0
        self._flushing: asyncio.Task[None] | None = None

    def add(self, decision: Decision, token: str | None, now: float) -> None:
        """Keep a delivery that is not authentic, if it decodes and identifies.

        Args:
            decision: that refuses it.
            token: the token in the URL.
            now: when it arrived, seconds since the Unix epoch.
        """
        size = len(decision.body)
        if (
            decision.rejection is None
            or len(self._waiting) >= WAITING
            or self._bytes + size > WAITING_BYTES
        ):
            return
        found = classify(decision.body, decision.channel)
        if found.outcome not in KEPT or found.refusal:
            return
        self._bytes += size
        self._waiting.append(
            RefusedDelivery(
                decision.channel,
                decision.body,
                round(now * 1e6),
                decision.rejection.reason,
                found.identity,
                found.message,
                _hash(token) if token else None,
            )
        )
        if self._flushing is None:
            self._flushing = asyncio.create_task(self._flush())

    async def close(self) -> None:
        """Wait until what has been added is kept."""
        if self._flushing is not None:
            await self._flushing

    async def _flush(self) -> None:
        while self._waiting:
            await asyncio.sleep(FLUSH_SECONDS)
            batch, self._waiting, self._bytes = self._waiting, [], 0
            try:
                await self._keep(batch)
            except StoreError as error:
                self._fail(str(error))
        self._flushing = None


@dataclass(frozen=True, slots=True)
class Readmitted:
    """A refused delivery, and what became of it: its outcome, or why it is still refused."""

    refused: RefusedDelivery
    outcome: str
    is_kept: bool


def verify_again(
    engine: Engine, inbox: Inbox, policies: Mapping[str, AuthPolicy], channel: str | None = None
) -> Iterator[Readmitted]:
    """Verify refused deliveries with the secrets of now at the time of their arrival, and store those that are authentic.

    What has been stored is not found again, so this may be repeated.

    Args:
        engine: of `vodhooks.inbox.database.connect`.
        inbox: writes through it.
        policies: who may deliver on each channel. A channel that lets everybody in vouches for nothing.
        channel: only of this channel.
    """
    for refused in iterate_refused(engine, channel):
        policy = policies.get(refused.channel)
        if policy is None or policy.is_open:
            yield Readmitted(refused, "nothing-set", is_kept=False)
            continue
        if policy.tokens and not _is_token(refused.token_hash, policy.tokens):
            reason = "token-wrong" if refused.token_hash else "token-missing"
            yield Readmitted(refused, reason, is_kept=False)
            continue
        payload = decode(refused.body)
        rejection = authenticate(payload, policy, refused.received_at / 1e6)
        if rejection:
            yield Readmitted(refused, rejection.reason, is_kept=False)
            continue
        found = classify(refused.body, refused.channel)
        signature = policy.signer.extract_signature(payload) if policy.signer else None
        with translate_database_errors():
            inbox.keep([ReceivedDelivery.of(found, refused.received_at, signature)])
        forget_refused(engine, refused.id)
        yield Readmitted(refused, found.outcome, is_kept=True)


def _hash(token: str) -> bytes:
    return sha256(token.encode(errors="surrogatepass")).digest()


def _is_token(given: bytes | None, known: Sequence[bytes]) -> bool:
    matches = [hmac.compare_digest(given or b"", sha256(each).digest()) for each in known]
    return any(matches)
