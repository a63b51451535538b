"""The callbacks of video-on-demand vendors as a contract: validate them, verify them, turn them into events.

    from vodhooks import parse

    event = parse(body, "polyv.video_outline")
    event.message       # "polyv.video_outline.generate_success"
    event.payload       # the decoded body, typed

Everything is imported on first use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vodhooks import errors
    from vodhooks._version import __version__
    from vodhooks.decoding import decode
    from vodhooks.errors import (
        AmbiguousMessage,
        ContractViolation,
        NotIdentified,
        NotJson,
        SignatureError,
        VodhooksError,
    )
    from vodhooks.events import ChannelName, Event, UnknownEvent, parse
    from vodhooks.report import Report, Violation
    from vodhooks.signatures.polyv import PolyvOutlineSigner
    from vodhooks.signatures.tencent import TencentCallbackSigner
    from vodhooks.validation import Validator, validate, validator

__all__ = [
    "AmbiguousMessage",
    "ChannelName",
    "ContractViolation",
    "Event",
    "NotIdentified",
    "NotJson",
    "PolyvOutlineSigner",
    "Report",
    "SignatureError",
    "TencentCallbackSigner",
    "UnknownEvent",
    "Validator",
    "Violation",
    "VodhooksError",
    "__version__",
    "decode",
    "errors",
    "parse",
    "validate",
    "validator",
]

_HOMES = {
    "_version": ("__version__",),
    "decoding": ("decode",),
    "errors": (
        "AmbiguousMessage",
        "ContractViolation",
        "NotIdentified",
        "NotJson",
        "SignatureError",
        "VodhooksError",
    ),
    "events": ("ChannelName", "Event", "UnknownEvent", "parse"),
    "report": ("Report", "Violation"),
    "signatures.polyv": ("PolyvOutlineSigner",),
    "signatures.tencent": ("TencentCallbackSigner",),
    "validation": ("Validator", "validate", "validator"),
}


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name == "errors":
        return import_module("vodhooks.errors")
    for home, names in _HOMES.items():
        if name in names:
            value: object = getattr(import_module(f"vodhooks.{home}"), name)
            globals()[name] = value
            return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
