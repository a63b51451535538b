"""Every exception that leaves the public API.

    VodhooksError
    ├── NotJson                     the bytes are not acceptable JSON
    │   ├── WrongEncoding           not UTF-8, or with a byte order mark
    │   ├── DuplicateKey            an object names a member twice
    │   ├── NumberOutOfRange        NaN, Infinity, 1e400, an integer beyond 64 bits
    │   └── TooDeep                 nested deeper than the bound
    ├── NameNotFound                a name the catalogue does not know
    │   ├── ChannelNotFound
    │   ├── MessageNotFound
    │   └── MutationNotFound
    ├── NotIdentified               nothing tells which message a payload is
    │   └── AmbiguousMessage        several messages fit; names them
    ├── ContractViolation           the payload breaks the contract; holds the report
    ├── ViewError                   the payload keeps its contract, but its pydantic model cannot hold it
    ├── SignatureError
    │   ├── SignatureMissing        the payload carries no signature
    │   ├── SignatureMalformed      a sign of the wrong type, or a time of the wrong type or form
    │   ├── SignatureMismatch       made with another secret, or for another timestamp
    │   └── SignatureStale          authentic, but outside the freshness window
    ├── SecretError                 a secret that is absent, empty or of the wrong form
    ├── SendingError                a delivery cannot be made as asked
    ├── StoreError                  the inbox cannot be opened as asked
    └── GenerationError             the contract's sources break a rule; holds the findings

No message holds a payload value or a secret. The names of members may appear.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vodhooks.validation import Report

__all__ = [
    "AmbiguousMessage",
    "ChannelNotFound",
    "ContractViolation",
    "DuplicateKey",
    "GenerationError",
    "MessageNotFound",
    "MutationNotFound",
    "NameNotFound",
    "NotIdentified",
    "NotJson",
    "NumberOutOfRange",
    "SecretError",
    "SendingError",
    "SignatureError",
    "SignatureMalformed",
    "SignatureMismatch",
    "SignatureMissing",
    "SignatureStale",
    "StoreError",
    "TooDeep",
    "ViewError",
    "VodhooksError",
    "WrongEncoding",
]


class VodhooksError(Exception):
    """The root: whatever this package raises on purpose."""

    def __reduce__(self) -> tuple[object, ...]:
        """Let copies and other processes have it as it is: `args` are not what `__init__` was given."""
        return _remade, (type(self), self.args), vars(self)


class NotJson(VodhooksError):
    """The bytes are not JSON as RFC 8259 and the bounds of this package have it.

    Attributes:
        reason: what is wrong, without a place.
        line: line of the fault, from 1, or None where it has no place.
        column: column of the fault in characters, from 1, or None.
    """

    def __init__(self, reason: str, line: int | None = None, column: int | None = None) -> None:
        self.reason = reason
        self.line = line
        self.column = column
        super().__init__(reason if line is None else f"{reason} at line {line}, column {column}")


class WrongEncoding(NotJson):
    """The bytes are not UTF-8 without a byte order mark."""


class DuplicateKey(NotJson):
    """An object names a member twice; `key` is its name."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(f"duplicate key {clip(key)!r}")


class NumberOutOfRange(NotJson):
    """A number that JSON does not have, or that 64 bits do not hold."""


class TooDeep(NotJson):
    """Arrays and objects nested deeper than `vodhooks.decoding.MAX_DEPTH`."""


class NameNotFound(VodhooksError):
    """A name that the catalogue does not know; `nearest` holds the known names most like it."""

    kind = "name"

    def __init__(self, name: str, known: Iterable[str]) -> None:
        from difflib import get_close_matches

        self.name = name
        self.nearest = tuple(get_close_matches(name, sorted(known), n=3, cutoff=0.4))
        hint = f"; did you mean {' or '.join(self.nearest)}?" if self.nearest else ""
        super().__init__(f"no {self.kind} is called {clip(name)!r}{hint}")


class ChannelNotFound(NameNotFound):
    """A channel name that the catalogue does not know."""

    kind = "channel"


class MessageNotFound(NameNotFound):
    """A message name that the catalogue does not know."""

    kind = "message"


class MutationNotFound(NameNotFound):
    """A name that no mutation of a delivery has."""

    kind = "mutation"


class NotIdentified(VodhooksError):
    """Nothing in the payload tells which message it is."""

    def __init__(self, explanation: str = "no contract recognises this payload; name its message or channel") -> None:
        super().__init__(explanation)


class AmbiguousMessage(NotIdentified):
    """Several contracts fit the payload; `candidates` holds their names, sorted."""

    def __init__(self, candidates: Sequence[str]) -> None:
        self.candidates = tuple(candidates)
        super().__init__(f"this payload fits several messages, name one: {', '.join(self.candidates)}")


class ContractViolation(VodhooksError):
    """The payload breaks the contract of its message; `report` says where."""

    def __init__(self, report: Report) -> None:
        self.report = report
        super().__init__(report)

    def __str__(self) -> str:
        first, *rest = self.report.violations
        others = len(rest) + self.report.omitted
        more = f" (and {others} more)" if others else ""
        return f"{self.report.message}: {first}{more}"


class ViewError(VodhooksError):
    """The payload keeps its contract, but its pydantic model cannot hold it, as an integer that is written 1e300."""


class SignatureError(VodhooksError):
    """The payload is not shown to come from the vendor."""


class SignatureMissing(SignatureError):
    """The payload carries no signature."""


class SignatureMalformed(SignatureError):
    """A sign of the wrong type, or a time of the wrong type or form."""


class SignatureMismatch(SignatureError):
    """The sign was made with another secret or for another timestamp."""


class SignatureStale(SignatureError):
    """The sign is authentic, but its time is outside the freshness window."""


class SecretError(VodhooksError):
    """A secret is absent, empty or of a form that the scheme does not allow."""


class SendingError(VodhooksError):
    """A delivery cannot be made as asked: a reply that no vendor sends, an edit without a place, a URL that is none."""


class StoreError(VodhooksError):
    """The inbox cannot be opened as asked: a wrong URL, or an SQLite file that another process owns."""


class GenerationError(VodhooksError):
    """The contract's sources break a rule; `findings` holds one line for each place."""

    def __init__(self, findings: Sequence[str]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(self.findings))


def _remade(kind: type[VodhooksError], args: tuple[object, ...]) -> VodhooksError:
    return kind.__new__(kind, *args)


def clip(text: str, limit: int = 80) -> str:
    """Shorten a name of foreign origin to `limit` characters."""
    return text if len(text) <= limit else text[: limit - 1] + "…"
