"""What a receiver is tried with: cases, each of a family that says what is expected and why. Values only."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    from vodhooks.fuzzing.aiming import Aim
    from vodhooks.sending.requests import Request

__all__ = ["Attack", "Case", "Ending", "Expectation", "Family", "Script", "Step", "Volley"]


class Expectation(StrEnum):
    """What a receiver has to answer."""

    ACCEPT = "accept"
    """A status that the vendor takes for success."""
    REFUSE = "refuse"
    """A status that says that the fault is the sender's."""
    DENY = "deny"
    """The same, and the sender is a stranger."""
    SURVIVE = "survive"
    """Anything in time but an error of the server."""


@dataclass(frozen=True, slots=True)
class Family:
    """Cases that try the same thing.

    Attributes:
        name: such as `signature/missing`; stable.
        expectation: what a receiver has to answer.
        title: what the deliveries have in common, as a noun phrase: `a body without its signature`.
        reason: why it matters, for a person who has to decide.
        implied_by: name of a family whose failure explains the failure of this one, or None.
        may_close: whether closing the connection without an answer will do as well.
    """

    name: str
    expectation: Expectation
    title: str
    reason: str
    implied_by: str | None = None
    may_close: bool = False


@dataclass(frozen=True, slots=True)
class Volley:
    """Deliveries over HTTP, one after the other or all at once; each must be answered as the family expects.

    Attributes:
        requests: the deliveries.
        together: whether they are sent at once.
        stored: how many events there may be more in the store afterwards, at least and at most; None where the
            number says nothing.
    """

    requests: tuple[Request, ...]
    together: bool = False
    stored: tuple[int, int] | None = None


class Ending(Enum):
    """How a client stops sending."""

    HALF = "it sends nothing more, and still listens"
    GONE = "it has gone"


Step: TypeAlias = bytes | float | Ending
"""Bytes to send; seconds to wait, or less where an answer comes; or the end."""


@dataclass(frozen=True, slots=True)
class Script:
    """Bytes written to sockets of their own, at a pace of their own.

    From the first step to the last answer they have as long as the profile has patience.

    Attributes:
        steps: what happens on each socket.
        answers: which answer on a socket is judged, from 1.
        connections: how many sockets there are.
        meanwhile: a delivery that is made when all steps are done. If there is one, its answer is judged instead.
    """

    steps: tuple[Step, ...]
    answers: int = 1
    connections: int = 1
    meanwhile: Request | None = None


Attack: TypeAlias = Volley | Script


@dataclass(frozen=True, slots=True)
class Case:
    """One thing that a receiver is tried with.

    Attributes:
        name: `<channel>/<family>` and, where a family has several cases on a channel, `/<detail>`; stable.
        family: what it tries, what is expected and why.
        channel: name of the channel that it is delivered on.
        attack: makes what is sent, signed for the moment at which it is called.
        alone: whether nothing else may be sent meanwhile.
        script: whether its attack is a script, which takes a target with sockets.
    """

    name: str
    family: Family
    channel: str
    attack: Callable[[Aim], Attack]
    alone: bool = False
    script: bool = False
