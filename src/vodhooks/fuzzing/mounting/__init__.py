"""Receivers as targets: a URL, or an application in this process, which is called as a server calls it."""

from __future__ import annotations

from inspect import iscoroutinefunction
from typing import TYPE_CHECKING, TypeAlias, cast

from vodhooks.fuzzing.mounting.asgi import InAsgi
from vodhooks.fuzzing.mounting.wsgi import InWsgi
from vodhooks.fuzzing.targets import OverHttp

if TYPE_CHECKING:
    from wsgiref.types import WSGIApplication

    from vodhooks.fuzzing.mounting.asgi import AsgiApplication
    from vodhooks.fuzzing.targets import Target

__all__ = ["InAsgi", "InWsgi", "Receiver", "mounted"]

Receiver: TypeAlias = "str | AsgiApplication | WSGIApplication"
"""A URL, or an application."""


def mounted(receiver: Receiver, timeout: float) -> Target:
    """Return a target for a receiver. An application is taken for ASGI if calling it makes a coroutine, and else for WSGI.

    Args:
        receiver: the receiver.
        timeout: how long an answer may take, in seconds.
    """
    if isinstance(receiver, str):
        return OverHttp(receiver, timeout)
    if iscoroutinefunction(receiver) or iscoroutinefunction(type(receiver).__call__):
        return InAsgi(cast("AsgiApplication", receiver), timeout)
    return InWsgi(cast("WSGIApplication", receiver), timeout)
