"""What validation finds, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Evidence", "Report", "Violation"]

Evidence = Literal["documented", "sample", "inferred"]
"""How sure a rule is: stated by the vendor, seen in a vendor's sample, or our reading."""


@dataclass(frozen=True, slots=True)
class Violation:
    """One place where a payload breaks a rule.

    Attributes:
        keyword: the JSON Schema keyword, such as `required`.
        instance_pointer: JSON Pointer to the place in the payload; for a missing member, to the object that lacks it. Where a
            payload's own names make it longer than 200 characters, it is cut and ends in an ellipsis.
        schema_pointer: JSON Pointer to the keyword in the message's bundle; for drift, in its strict schema. Of an event in
            a reply, the name of the event's message and a `#` stand before it.
        message: what was expected there. Holds no payload value unless one was asked for.
        evidence: how sure the rule is, or None for a rule that belongs to no property.
    """

    keyword: str
    instance_pointer: str
    schema_pointer: str
    message: str
    evidence: Evidence | None

    def __str__(self) -> str:
        return f"{self.instance_pointer or 'the whole payload'}: {self.message}"


@dataclass(frozen=True, slots=True)
class Report:
    """The result of validating a payload.

    Attributes:
        message: full name of the message whose contract the payload was validated against.
        violations: where the payload breaks the contract. Empty: it is valid.
        drift: where a valid payload holds what the contract does not know. Of a message that the
            vendor's definition alone describes, every payload is valid.
        omitted: how many further places were found that the report leaves out.
        truncated: whether the search of a large payload ended early; there may be more places.
    """

    message: str
    violations: tuple[Violation, ...] = ()
    drift: tuple[Violation, ...] = ()
    omitted: int = 0
    truncated: bool = False

    @property
    def valid(self) -> bool:
        """Whether the payload keeps the contract, drifting or not."""
        return not self.violations
