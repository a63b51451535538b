"""What the vendor's API answers in place of a result."""

from __future__ import annotations

__all__ = ["ApiError"]


class ApiError(Exception):
    """A call is refused; never leaves the stand-in but as the error in an answer.

    Attributes:
        code: the vendor's error code.
        message: explanation for people.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code)
        self.code = code
        self.message = message
