"""What a receiver does differently from what the contract expects, as its owner declares it in a TOML file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from vodhooks.catalogue import channel as channel_of
from vodhooks.errors import FuzzingError
from vodhooks.fuzzer.checks import Expectation

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from vodhooks.catalogue import Channel
    from vodhooks.fuzzer.checks import Check

__all__ = ["Profile", "profile_from"]

REFUSALS = frozenset(range(400, 500))
"""The statuses that say that the fault is the sender's, RFC 9110."""

PATIENCE_SECONDS = 75.0
"""How long an unfinished request is waited for, in seconds: nginx and Node.js end one after 60."""

ACKNOWLEDGES_ALL = "run/acknowledges-all"
"""The check of receivers that answer everything alike. Where that is accepted, nothing has to be refused."""

Status = Annotated[int, Field(ge=100, le=599)]
Seconds = Annotated[float, Field(gt=0, le=600)]


@dataclass(frozen=True, slots=True)
class Profile:
    """What to expect of a receiver.

    Attributes:
        paths: path by channel, where it is not the one that the contract proposes.
        success: statuses that say that a delivery is in safe hands, by channel, where they are not the vendor's.
        refusals: statuses that count as a refusal.
        expected: expectation by name of a check, instead of the check's own. A folder of checks, such as
            `contract/`, stands for those in it that have to be refused.
        skipped: names of checks, or folders of them, that are not tried.
        slow: how long an answer may take, in seconds.
        timeout: how long an answer is waited for, in seconds.
        patience: how long a request may stay unfinished before the receiver has to end it, in seconds.
    """

    paths: Mapping[str, str] = field(default_factory=dict)
    success: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    refusals: frozenset[int] = REFUSALS
    expected: Mapping[str, Expectation] = field(default_factory=dict)
    skipped: frozenset[str] = frozenset()
    slow: float = 5.0
    timeout: float = 20.0
    patience: float = PATIENCE_SECONDS

    def expects(self, check: Check) -> Check:
        """Return a check with the expectation that this profile has of it; what it names is more than advice."""
        expectation = self.expected.get(check.name)
        if expectation is not None:
            return replace(check, expectation=expectation, advisory=False)
        if check.expectation is Expectation.REFUSE:
            expectation = self.expected.get(check.folder)
        if check.expectation in _REFUSING and self.accepts_all:
            expectation = Expectation.SURVIVE
        return replace(check, expectation=expectation) if expectation else check

    def skips(self, check: Check) -> bool:
        """Whether this profile leaves a check out."""
        return check.name in self.skipped or check.folder in self.skipped

    @property
    def accepts_all(self) -> bool:
        """Whether it is right that everything is answered with success."""
        expected = self.expected.get(ACKNOWLEDGES_ALL, Expectation.REFUSE)
        return ACKNOWLEDGES_ALL in self.skipped or expected not in _REFUSING

    @property
    def names(self) -> frozenset[str]:
        """Names of all checks and folders that it says something about."""
        return self.skipped | self.expected.keys()

    def successes(self, channel: Channel) -> tuple[int, ...]:
        """Return the statuses that say that a delivery on a channel is in safe hands."""
        return self.success.get(channel.name, channel.delivery.success)


_REFUSING = frozenset({Expectation.REFUSE, Expectation.DENY})


class _Channel(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    path: Annotated[str, Field(pattern="^/")] | None = None
    success: Annotated[list[Status], Field(min_length=1)] | None = None


class _Document(BaseModel):
    """A profile as TOML has it."""

    model_config = ConfigDict(extra="forbid", strict=True)

    slow: Seconds = 5.0
    timeout: Seconds = 20.0
    patience: Seconds = PATIENCE_SECONDS
    refusals: Annotated[list[Status], Field(min_length=1)] = sorted(REFUSALS)
    expect: dict[str, Literal["accept", "refuse", "deny", "survive", "keep-quiet", "skip"]] = {}
    channels: dict[str, _Channel] = {}


def profile_from(file: Path) -> Profile:
    """Read a profile from a TOML file.

    Raises:
        FuzzingError: it is no TOML, or says what no profile says.
        ChannelNotFound: it names a channel that the catalogue does not have.
        OSError: the file cannot be read.
    """
    try:
        document = _Document.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        place = ".".join(map(str, first["loc"]))
        raise FuzzingError(f"{file}: {place}: {first['msg']}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise FuzzingError(f"{file}: {error}") from None
    channels = {channel_of(name).name: entry for name, entry in document.channels.items()}
    return Profile(
        paths={name: entry.path for name, entry in channels.items() if entry.path},
        success={name: tuple(entry.success) for name, entry in channels.items() if entry.success},
        refusals=frozenset(document.refusals),
        expected={
            name: Expectation(said) for name, said in document.expect.items() if said != "skip"
        },
        skipped=frozenset(name for name, said in document.expect.items() if said == "skip"),
        slow=document.slow,
        timeout=document.timeout,
        patience=document.patience,
    )
