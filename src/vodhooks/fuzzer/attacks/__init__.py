"""The cases of the deterministic layer: from the contract's rules and samples, the same ones in the same order every time.

One module for each thing that is attacked; each has `cases(endpoint)`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vodhooks.fuzzer.attacks.cases import Case
    from vodhooks.vendor.endpoints import Endpoint

__all__ = ["every_case"]

MODULES = (
    "contract",
    "syntax",
    "sizes",
    "headers",
    "signatures",
    "tokens",
    "repeats",
    "fetches",
    "own",
    "sockets",
    "framing",
)
"""What is attacked, in this order."""


def every_case(endpoint: Endpoint) -> Iterator[Case]:
    """Yield every case for a channel. What the endpoint has no secret or token for is left out."""
    for name in MODULES:
        yield from import_module(f"vodhooks.fuzzer.attacks.{name}").cases(endpoint)
