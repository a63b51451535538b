"""The reference receiver: it loses nothing, lets no one in, and is driven by the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vodhooks.receiver.mount import mounted

__all__ = ["mounted"]


def __getattr__(name: str) -> object:
    # `decide` and the settings are imported by those who want no application.
    if name in __all__:
        from vodhooks.receiver import mount

        return getattr(mount, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
