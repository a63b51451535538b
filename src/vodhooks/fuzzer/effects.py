"""Counts the events that a receiver has stored, and reads the newest where it can be had: asks a URL, or runs a command."""

from __future__ import annotations

import shlex
import subprocess
import time
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias
from urllib.parse import urlsplit

import orjson

from vodhooks.errors import FuzzingError
from vodhooks.fuzzer.confidential import mask_url
from vodhooks.pointers import ABSENT
from vodhooks.vendor.connections import get
from vodhooks.vendor.requests import callback_url

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Counter", "Effects", "Stored", "from_command", "from_url"]


class Stored(NamedTuple):
    """What a receiver has stored.

    Attributes:
        events: how many events.
        newest: the payload of the one that was stored last, or ABSENT where only the number is known.
    """

    events: int
    newest: Any = ABSENT


Effects: TypeAlias = "Callable[[], int | Stored]"
"""Returns how many events the receiver has stored, and the newest where it can."""

SECONDS = 10.0
"""How long counting may take, in seconds."""

SETTLE_SECONDS = 2.0
"""How long a receiver that has answered may take to store what it has accepted, in seconds."""

REST_SECONDS = 0.4
"""How long the number of events has to stay the same until it is believed, at most, in seconds."""

LOOK_SECONDS = 0.01
"""How long to wait before the number of stored events is looked at again at first, in seconds."""

LONGEST_LOOK_SECONDS = 0.1
"""How long that becomes, in seconds."""


class Counter:
    """Counts events, and waits for receivers that store behind their answers.

    Attributes:
        is_careful: whether it always waits until the number stays the same, as it does once it has been found too early.
        fault: why counting has failed; empty: it has not.

    Args:
        effects: returns how many events the receiver has stored.
    """

    def __init__(self, effects: Effects) -> None:
        self.is_careful: bool = False
        self.fault: str = ""
        self._effects = effects
        self._patience = SETTLE_SECONDS
        self._lag = 0.0
        self._last: int | None = None

    def now(self) -> int:
        """Return how many events there are.

        Raises:
            FuzzingError: that is not to be had.
        """
        return self._read().events

    def newest(self) -> Any:
        """Return the payload of the event that was stored last, or ABSENT where that is not to be had."""
        try:
            return self._read().newest
        except FuzzingError:
            return ABSENT

    def before(self, *, careful: bool = False) -> int | None:
        """Return how many events there are before something is delivered; None where that is not to be had."""
        try:
            stored = self.now()
            if stored == self._last:
                return stored
            # At first it is not known how late a receiver stores what it was delivered before.
            return self._at_rest(stored, careful=careful or self._last is None)
        except FuzzingError:
            return None

    def settled(self, expected: int, *, careful: bool = False) -> int | None:
        """Return how many events there are, and where there are less than expected, wait a while for them; None as before."""
        try:
            self._last = self._at_rest(self._awaited(expected), careful=careful)
        except FuzzingError:
            return None
        return self._last

    def _read(self) -> Stored:
        """Ask the receiver, and note what went wrong."""
        try:
            stored = self._effects()
        except FuzzingError as error:
            self.fault = str(error)
            raise
        return Stored(stored) if isinstance(stored, int) else stored

    def _awaited(self, expected: int) -> int:
        start = time.monotonic()
        step = LOOK_SECONDS
        while (stored := self.now()) < expected:
            if time.monotonic() - start >= self._patience:
                # A receiver that was waited for in vain will hardly be worth it next time.
                self._patience /= 2
                return stored
            time.sleep(step)
            step = min(2 * step, LONGEST_LOOK_SECONDS)
        if step > LOOK_SECONDS:  # it stores behind its answers
            self.is_careful = True
            self._lag = max(self._lag, time.monotonic() - start)
        return stored

    def _at_rest(self, stored: int, *, careful: bool) -> int:
        """Wait until a number has stayed the same for some time, where that is asked for, and return it."""
        if not careful and not self.is_careful:
            return stored
        rest = REST_SECONDS if careful else min(max(3 * self._lag, LOOK_SECONDS), REST_SECONDS)
        deadline = time.monotonic() + SETTLE_SECONDS
        same_since = time.monotonic()
        while time.monotonic() < min(same_since + rest, deadline):
            time.sleep(rest / 4)
            if (now := self.now()) != stored:
                stored, same_since = now, time.monotonic()
        return stored


def from_url(url: str, seconds: float = SECONDS) -> Effects:
    """Return a counter that asks a URL, which answers a number or `{"events": number}` as JSON.

    Beside the number, `"event"` may hold the payload of the event that was stored last.

    Args:
        url: the URL; no redirect is followed.
        seconds: how long an answer may take.

    Returns:
        A counter that raises FuzzingError where there is no number to be had.

    Raises:
        SendingError: the URL is none.
    """
    asked = callback_url(url, "/")
    place = mask_url(urlsplit(asked)._replace(query="").geturl())

    def count() -> int | Stored:
        try:
            answer = get(asked, seconds)
        except OSError:
            raise FuzzingError(
                f"{place} does not say how many events are stored: no answer within {seconds:g} s"
            ) from None
        if answer.status != 200:
            raise FuzzingError(f"{place} does not say how many events are stored: {answer.status}")
        return _stored(bytes(answer.body), place)

    return count


def from_command(command: str, seconds: float = SECONDS) -> Effects:
    """Return a counter that runs a command, without a shell, which prints what a URL would answer.

    Args:
        command: the command and its arguments, quoted as for a shell.
        seconds: how long it may take.

    Returns:
        A counter that raises FuzzingError where there is no number to be had.

    Raises:
        FuzzingError: the command is empty, or its quotes do not match.
    """
    try:
        arguments = shlex.split(command)
    except ValueError as error:
        raise FuzzingError(f"the command that counts events: {error}") from None
    if not arguments:
        raise FuzzingError("the command that counts events is empty")
    name = arguments[0]

    def count() -> int | Stored:
        try:
            done = subprocess.run(
                arguments,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                timeout=seconds,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise FuzzingError(
                f"{name} does not say how many events are stored: not done within {seconds:g} s"
            ) from None
        except OSError as error:
            raise FuzzingError(
                f"{name} does not say how many events are stored: {error.strerror}"
            ) from None
        if done.returncode != 0:
            raise FuzzingError(
                f"{name} does not say how many events are stored: exit code {done.returncode}"
            )
        return _stored(done.stdout, name)

    return count


def _stored(said: bytes, whose: str) -> int | Stored:
    try:
        value = orjson.loads(said)
    except orjson.JSONDecodeError:
        value = None
    number, newest = (
        (value.get("events"), value.get("event", ABSENT))
        if isinstance(value, dict)
        else (value, ABSENT)
    )
    if type(number) is not int or number < 0:
        raise FuzzingError(
            f'{whose} does not say how many events are stored: neither a number nor {{"events": number}}'
        )
    return number if newest is ABSENT else Stored(number, newest)
