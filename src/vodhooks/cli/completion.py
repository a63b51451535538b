"""Completes names at the shell's prompt: of messages, channels, mutations, checks and files.

Bash:  eval "$(_VODHOOKS_COMPLETE=bash_source vodhooks)"
Zsh:   eval "$(_VODHOOKS_COMPLETE=zsh_source vodhooks)"
Fish:  _VODHOOKS_COMPLETE=fish_source vodhooks | source
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from click import Context, Parameter

    from vodhooks.catalogue import Channel, Message

__all__ = ["cases", "channels", "checks", "files", "messages", "mutations", "names"]


def messages(_: Context, __: Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the messages whose names begin so."""
    from vodhooks.catalogue import catalogue

    return _begun(catalogue().messages.values(), incomplete)


def channels(_: Context, __: Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the channels whose names begin so."""
    from vodhooks.catalogue import catalogue

    return _begun(catalogue().channels.values(), incomplete)


def names(ctx: Context, param: Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the messages and channels whose names begin so, each name once."""
    found = [*messages(ctx, param, incomplete), *channels(ctx, param, incomplete)]
    return [*{item.value: item for item in found}.values()]


def mutations(_: Context, __: Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the short names of fuzz cases that begin so, and `list`."""
    from vodhooks.fuzzer.mutations import ALIASES

    return _starting(["list", *ALIASES], incomplete)


def checks(_: Context, __: Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the checks whose names begin so."""
    from vodhooks.fuzzer.checks import CHECKS

    return [
        CompletionItem(name, help=check.title)
        for name, check in CHECKS.items()
        if name.startswith(incomplete)
    ]


def cases(_: Context, __: Parameter, incomplete: str) -> list[CompletionItem]:
    """Return what the names of cases begin with: a channel, and then what its checks have in common."""
    from vodhooks.catalogue import catalogue
    from vodhooks.fuzzer.checks import CHECKS

    folders = dict.fromkeys(check.folder for check in CHECKS.values())
    return _starting(
        (f"{channel}/{folder}" for channel in catalogue().channels for folder in folders),
        incomplete,
    )


def files(_: Context, __: Parameter, incomplete: str) -> list[CompletionItem]:
    """Have the shell complete the path of a file."""
    return [CompletionItem(incomplete, type="file")]


def _starting(known: Iterable[str], incomplete: str) -> list[CompletionItem]:
    return [CompletionItem(name) for name in known if name.startswith(incomplete)]


def _begun(known: Iterable[Message] | Iterable[Channel], incomplete: str) -> list[CompletionItem]:
    """Return those whose names begin so."""
    return [
        CompletionItem(each.name, help=each.summary)
        for each in known
        if each.name.startswith(incomplete)
    ]
