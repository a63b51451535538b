"""Every exception that leaves the public API.

    VodhooksError
    ├── NotJson                     the bytes are not acceptable JSON
    │   ├── WrongEncoding           not UTF-8, or with a byte order mark
    │   ├── DuplicateKey            an object names a member twice
    │   ├── NumberOutOfRange        NaN, Infinity, 1e400, an integer beyond 64 bits
    │   ├── TooDeep                 nested deeper than the bound
    │   └── TooManyContainers       more arrays and objects than the bound
    ├── NameNotFound                a name the catalogue does not know
    │   ├── ChannelNotFound
    │   ├── MessageNotFound
    │   └── MutationNotFound
    ├── NotIdentified               no contract fits the payload
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
    ├── PullingError                a call of a vendor's API has failed; says of which kind
    ├── FuzzingError                a receiver cannot be fuzzed as asked
    ├── ListenError                 the sockets that are handed over are none to listen on
    ├── StoreError                  the inbox cannot be opened as asked
    ├── OutboxError                 handlers or a relay cannot be used as asked
    │   └── SinkUnavailable         no event can be handed on for now; handlers may raise it
    ├── FetchError                  a file that an event names cannot be had
    │   ├── FetchRefused            its URL is not one that files are fetched from
    │   ├── FetchTooLarge           it is larger than the bound
    │   ├── FetchTooSlow            it takes longer than the bound
    │   ├── FileExpired             the vendor keeps it no longer
    │   └── FileMissing             the event names none
    └── GenerationError             the contract's sources break a rule; holds the findings

No message holds a payload value or a secret. The names of members may appear.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vodhooks.report import Report

__all__ = [
    "AmbiguousMessage",
    "ChannelNotFound",
    "ContractViolation",
    "DuplicateKey",
    "FetchError",
    "FetchRefused",
    "FetchTooLarge",
    "FetchTooSlow",
    "FileExpired",
    "FileMissing",
    "FuzzingError",
    "GenerationError",
    "ListenError",
    "MessageNotFound",
    "MutationNotFound",
    "NameNotFound",
    "NotIdentified",
    "NotJson",
    "NumberOutOfRange",
    "OutboxError",
    "PullingError",
    "SecretError",
    "SendingError",
    "SignatureError",
    "SignatureMalformed",
    "SignatureMismatch",
    "SignatureMissing",
    "SignatureStale",
    "SinkUnavailable",
    "StoreError",
    "TooDeep",
    "TooManyContainers",
    "ViewError",
    "VodhooksError",
    "WrongEncoding",
]


class VodhooksError(Exception):
    """The base of every exception that this package raises on purpose."""

    def __reduce__(self) -> tuple[object, ...]:
        """Support copying and pickling: `args` are not the arguments of `__init__`."""
        return _rebuild, (type(self), self.args), vars(self)


class NotJson(VodhooksError):
    """The bytes are not JSON as RFC 8259 and the bounds of this package have it.

    Attributes:
        reason: what is wrong, without a place.
        line: line of the fault, from 1, or None where it has no place.
        column: column of the fault in characters, from 1, or None.
        offset: the byte of the fault, from 0, or None.
    """

    def __init__(
        self,
        reason: str,
        line: int | None = None,
        column: int | None = None,
        offset: int | None = None,
    ) -> None:
        self.reason = reason
        self.line = line
        self.column = column
        self.offset = offset
        super().__init__(reason if line is None else f"{reason} at line {line}, column {column}")


class WrongEncoding(NotJson):
    """The bytes are not UTF-8 without a byte order mark."""


class DuplicateKey(NotJson):
    """An object names a member twice; `key` is its name, and the place that of the second time. A long text leaves both out."""

    def __init__(
        self,
        key: str | None,
        line: int | None = None,
        column: int | None = None,
        offset: int | None = None,
    ) -> None:
        self.key = key
        super().__init__(
            "duplicate key" if key is None else f"duplicate key {clip(key)!r}", line, column, offset
        )


class NumberOutOfRange(NotJson):
    """A number that JSON does not have, or that 64 bits do not hold."""


class TooDeep(NotJson):
    """Arrays and objects nested deeper than `vodhooks.decoding.MAX_DEPTH`."""


class TooManyContainers(NotJson):
    """More arrays and objects than `vodhooks.decoding.MAX_CONTAINERS`."""


class NameNotFound(VodhooksError):
    """A name that the catalogue does not know; `nearest` holds the known names most like it."""

    kind = "name"

    def __init__(self, name: str, known: Iterable[str]) -> None:
        from difflib import get_close_matches

        self.name = name
        self.nearest: tuple[str, ...] = tuple(
            get_close_matches(name, sorted(known), n=3, cutoff=0.4)
        )
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
    """No contract fits the payload."""

    def __init__(
        self, explanation: str = "no contract recognises this payload; name its message or channel"
    ) -> None:
        super().__init__(explanation)


class AmbiguousMessage(NotIdentified):
    """Several contracts fit the payload; `candidates` holds their names, sorted."""

    def __init__(self, candidates: Sequence[str]) -> None:
        self.candidates: tuple[str, ...] = tuple(candidates)
        super().__init__(
            f"this payload fits several messages, name one: {', '.join(self.candidates)}"
        )


class ContractViolation(VodhooksError):
    """The payload breaks the contract of its message; `report` says where."""

    def __init__(self, report: Report) -> None:
        self.report = report
        super().__init__(report)

    def __str__(self) -> str:
        first, *rest = self.report.violations
        others = len(rest) + self.report.omitted
        more = (
            f" (and {'at least ' if self.report.truncated else ''}{others} more)" if others else ""
        )
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
    """The sign is authentic, but its time is outside the freshness window.

    Attributes:
        seconds: by how much: positive if the time is too old, negative if it lies too far ahead.
    """

    def __init__(self, explanation: str, seconds: float = 0.0) -> None:
        self.seconds = seconds
        super().__init__(explanation)


class SecretError(VodhooksError):
    """A secret is absent, empty or of a form that the scheme does not allow."""


class SendingError(VodhooksError):
    """A delivery cannot be made as asked: a reply that no vendor sends, an edit without a place, a text that is no URL."""


class FuzzingError(VodhooksError):
    """A receiver cannot be fuzzed as asked: it is down, takes no valid delivery, answers everything alike, or the profile is wrong."""


class PullingError(VodhooksError):
    """A call of a vendor's API has failed.

    Attributes:
        kind: how it has failed.
        code: the vendor's word for it, where there is one.
    """

    def __init__(self, kind: PullingFault, code: str = "") -> None:
        self.kind: PullingFault = kind
        self.code = code
        super().__init__(f"{_FAULTS[kind]} ({code})" if code else _FAULTS[kind])


PullingFault = Literal["broken", "clock", "credentials", "refused", "throttled", "unavailable"]

_FAULTS: dict[PullingFault, str] = {
    "broken": "the vendor's API answers what cannot be read",
    "clock": "the vendor's API finds that this machine's clock is wrong",
    "credentials": "the vendor's API does not take the credentials",
    "refused": "the vendor's API refuses the call",
    "throttled": "the vendor's API is called too often",
    "unavailable": "the vendor's API cannot be reached or does not work",
}


class ListenError(VodhooksError):
    """The sockets that a service manager hands over are none that the receiver can listen on."""


class StoreError(VodhooksError):
    """The inbox cannot be opened as asked: a wrong URL, or an SQLite file that another process owns."""


class OutboxError(VodhooksError):
    """Handlers or a relay cannot be used as asked: two for one name, none for the rest, a target that is none."""


class SinkUnavailable(OutboxError):
    """No event can be handed on for now, and none is to blame: the consumer waits, and tries the same event again."""


class FetchError(VodhooksError):
    """A file that an event names cannot be had. Of its URL no message holds more than the host."""


class FetchRefused(FetchError):
    """A URL, what its host resolves to, or where it redirects, is not where files may be fetched from."""


class FetchTooLarge(FetchError):
    """A file is larger than the bound."""


class FetchTooSlow(FetchError):
    """A file takes longer than the bound."""


class FileExpired(FetchError):
    """The vendor keeps a file no longer: the time is past that the event says."""


class FileMissing(FetchError):
    """The event names no file."""


class GenerationError(VodhooksError):
    """The contract's sources break a rule; `findings` holds one line for each place."""

    def __init__(self, findings: Sequence[str]) -> None:
        self.findings: tuple[str, ...] = tuple(findings)
        super().__init__("\n".join(self.findings))


def _rebuild(kind: type[VodhooksError], args: tuple[object, ...]) -> VodhooksError:
    return kind.__new__(kind, *args)


def clip(text: str, limit: int = 80) -> str:
    """Shorten a name of foreign origin to `limit` characters."""
    return text if len(text) <= limit else text[: limit - 1] + "…"
