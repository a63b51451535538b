"""For other people's tests: sample and generated payloads, valid or broken in one place, and the vendors' signatures.

    from vodhooks.testing import every_fault, example, faults, payloads, sign

    body = sign(example("polyv.video_outline.generate_fail"), "polyv.video_outline", "mySecretKey", time.time())

`payloads` and `faults` are Hypothesis strategies and need Hypothesis; the rest needs nothing more. Everything is imported
on first use, because the pytest plugin beside it is loaded in every run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vodhooks.testing.breaking import BrokenPayload, every_fault
    from vodhooks.testing.samples import example, examples, sign
    from vodhooks.testing.strategies import faults, payloads

__all__ = ["BrokenPayload", "every_fault", "example", "examples", "faults", "payloads", "sign"]

_HOMES = {
    "breaking": ("BrokenPayload", "every_fault"),
    "samples": ("example", "examples", "sign"),
    "strategies": ("faults", "payloads"),
}


def __getattr__(name: str) -> object:
    from importlib import import_module

    for home, names in _HOMES.items():
        if name in names:
            value: object = getattr(import_module(f"vodhooks.testing.{home}"), name)
            globals()[name] = value
            return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
