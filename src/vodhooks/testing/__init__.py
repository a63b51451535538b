"""For other people's tests: payloads, samples and generated ones, the vendors' signatures, and attacks on a receiver.

    from vodhooks.testing import every_boundary, every_fault, example, faults, payloads, sign

    body = sign(example("polyv.video_outline.generate_fail"), "polyv.video_outline", "mySecretKey", time.time())

`payloads` and `faults` are Hypothesis strategies and need Hypothesis, and `receiver_suite` is for pytest and needs what
`vodhooks fuzz` needs; the rest needs nothing more. Everything is imported at first use, because the pytest plugin in this
package is loaded in every run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vodhooks.fuzzer.suite import receiver_suite
    from vodhooks.payloads.boundaries import Boundary, BoundaryPayload, every_boundary
    from vodhooks.payloads.invalid import BrokenPayload, every_break, every_fault
    from vodhooks.payloads.samples import example, examples, sign
    from vodhooks.testing.strategies import faults, payloads

__all__ = [
    "Boundary",
    "BoundaryPayload",
    "BrokenPayload",
    "every_boundary",
    "every_break",
    "every_fault",
    "example",
    "examples",
    "faults",
    "payloads",
    "receiver_suite",
    "sign",
]

_HOMES = {
    "vodhooks.payloads.boundaries": ("Boundary", "BoundaryPayload", "every_boundary"),
    "vodhooks.payloads.invalid": ("BrokenPayload", "every_break", "every_fault"),
    "vodhooks.payloads.samples": ("example", "examples", "sign"),
    "vodhooks.testing.strategies": ("faults", "payloads"),
    "vodhooks.fuzzer.suite": ("receiver_suite",),
}


def __getattr__(name: str) -> object:
    from importlib import import_module

    for home, names in _HOMES.items():
        if name in names:
            value: object = getattr(import_module(home), name)
            globals()[name] = value
            return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
