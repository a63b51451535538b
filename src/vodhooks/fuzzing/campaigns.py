"""A run against one receiver, from the aims to the findings, and as a value all that is said about it."""

from __future__ import annotations

import shlex
import time
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import chain, count
from typing import TYPE_CHECKING

from vodhooks.catalogue import catalogue
from vodhooks.catalogue import channel as channel_of
from vodhooks.errors import FuzzingError, clip
from vodhooks.fuzzing.aiming import Aim
from vodhooks.fuzzing.attacks import every_case
from vodhooks.fuzzing.generated import FAMILIES, case_of, generated, is_generated
from vodhooks.fuzzing.judging import Harm, causes, finding
from vodhooks.fuzzing.preflight import preflight
from vodhooks.fuzzing.profiles import Profile
from vodhooks.fuzzing.relaying import require
from vodhooks.fuzzing.running import run
from vodhooks.fuzzing.targets import OverHttp
from vodhooks.sending.credentials import credentials
from vodhooks.sending.requests import callback_url
from vodhooks.signing import scheme
from vodhooks.signing.secrets import TOKENS, optional_secrets_from

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from vodhooks.catalogue import Channel
    from vodhooks.fuzzing.cases import Case, Family
    from vodhooks.fuzzing.effects import Effects
    from vodhooks.fuzzing.judging import Cause, Finding, Tried

__all__ = ["Campaign", "aims_at", "conduct", "named"]


@dataclass(frozen=True)
class Campaign:
    """A run against one receiver.

    Attributes:
        target: the receiver's URL, without a query.
        seed: what the generated layer was seeded with; the same seed gives the same run.
        seconds: how long it took.
        cases: the cases that were tried, in their order.
        findings: what was found.
        relaxed: families of which the profile expects less, or something else, than the contract.
        left_out: what was not tried, and why.
        options: what a command that tries a case again has to say beside the URL and the case.
    """

    target: str
    seed: int
    seconds: float
    cases: tuple[Case, ...]
    findings: tuple[Finding, ...]
    relaxed: tuple[Family, ...] = ()
    left_out: tuple[str, ...] = ()
    options: tuple[str, ...] = ()

    @property
    def command(self) -> str:
        """The command that attacks the same receiver in the same way."""
        return shlex.join(["vodhooks", "fuzz", self.target, *self.options])

    @cached_property
    def causes(self) -> tuple[Cause, ...]:
        """The findings by cause, the worst first."""
        return tuple(causes(self.findings, self.cases))

    @cached_property
    def by_channel(self) -> Mapping[str, tuple[int, Mapping[Harm, int]]]:
        """How many cases each channel had, and how many findings of each harm."""
        tried = Counter(case.channel for case in self.cases)
        found = {name: Counter[Harm]() for name in tried}
        for item in self.findings:
            found[item.tried.case.channel][item.harm] += 1
        return {name: (number, found[name]) for name, number in tried.items()}


def aims_at(url: str, channels: Iterable[str], environ: Mapping[str, str], profile: Profile) -> dict[str, Aim]:
    """Return what is needed to deliver on some channels of a receiver.

    Args:
        url: the receiver's URL; to one without a path each channel's path is added, the profile's or the contract's.
        channels: names of the channels.
        environ: environment variables with the secrets and tokens, named as the receiver names them.
        profile: what the receiver does differently.

    Raises:
        ChannelNotFound: the catalogue has no such channel.
        SecretError: a setting is there and empty or wrong.
        SendingError: the URL is none.
    """
    # Numbers begin at the moment, so that a later run brings other events than an earlier one.
    numbers = count(int(time.time() * 1000))
    aims: dict[str, Aim] = {}
    for name in channels:
        aims[name] = replace(_aim(channel_of(name), url, environ, profile, numbers), others=aims)
    return aims


def _aim(channel: Channel, url: str, environ: Mapping[str, str], profile: Profile, numbers: Iterator[int]) -> Aim:
    kind = scheme(channel.signature) if channel.signature else None
    admitted = credentials(channel, environ, signed=bool(kind and optional_secrets_from(environ, kind.setting)))
    path = profile.paths.get(channel.name, channel.path)
    return Aim(channel, callback_url(url, path), time.time, numbers, admitted.signer, admitted.token)


def named(aims: Mapping[str, Aim], names: Sequence[str], profile: Profile) -> list[Case]:
    """Return the cases of the aims with the expectations of a profile: all, or those named.

    Args:
        aims: what is needed to deliver, by channel.
        names: names of cases; with a slash at the end what several begin with. Empty: every case.
        profile: what the receiver does differently.

    Raises:
        FuzzingError: no case is called so, or no family as the profile says.
    """
    unknown = sorted(set(profile.expected) - _families()) if profile.expected else []
    if unknown:
        raise FuzzingError(f"no family is called {clip(unknown[0])!r}; --list shows the cases of those that there are")
    known = [case for aim in aims.values() for case in every_case(aim)]
    chosen = known if not names else [case for name in names for case in _called(name, known)]
    return [replace(case, family=profile.expects(case.family)) for case in chosen]


@cache
def _families() -> frozenset[str]:
    """Return the names of all families and of their folders, whatever the channels and secrets of a run are."""
    channels = catalogue().channels
    secrets = {scheme(channel.signature).setting: "specimen" for channel in channels.values() if channel.signature}
    aims = aims_at("http://receiver.test", channels, {**secrets, TOKENS: "specimen"}, Profile())
    names = {case.family.name for aim in aims.values() for case in every_case(aim)} | {family.name for family in FAMILIES}
    return frozenset(names | {f"{name.partition('/')[0]}/" for name in names})


def _called(name: str, known: Sequence[Case]) -> list[Case]:
    if is_generated(name):
        return [case_of(name)]
    found = [case for case in known if case.name == name or (name.endswith("/") and case.name.startswith(name))]
    if not found:
        raise FuzzingError(f"no case is called {clip(name)}; --list shows those that there are with the secrets and tokens set")
    return found


def conduct(
    url: str,
    aims: Mapping[str, Aim],
    profile: Profile,
    *,
    names: Sequence[str] = (),
    effects: Effects | None = None,
    seconds: float = 0.0,
    seed: int = 0,
    watch: Callable[[Tried], None] = lambda _: None,
) -> Campaign:
    """Run the cases against a receiver.

    Args:
        url: the receiver's URL.
        aims: what is needed to deliver there, by channel.
        profile: what the receiver does differently.
        names: names of the cases; empty: every case, and the generated ones.
        effects: counts the events in the receiver's store.
        seconds: how long the generated cases may take; 0: there are none.
        seed: of the generated cases.
        watch: told of every case when it has been tried.

    Raises:
        FuzzingError: there is nothing to judge: the receiver is down, takes no valid delivery, or answers everything alike.
        ModuleNotFoundError: cases are to be generated, and schemathesis is not installed.
    """
    start = time.monotonic()
    cases = named(aims, names, profile)
    generating = bool(seconds) and not names
    if generating:
        require()
    tried: list[Case] = []
    findings: list[Finding] = []
    with OverHttp(url, profile.patience) as target:
        preflight(target, aims, profile)
        results = run(cases, target, aims, profile, effects)
        if generating:
            results = chain(results, generated(aims, target, profile, seconds=seconds, seed=seed))
        for result in results:
            watch(result)
            tried.append(result.case)
            found = finding(result, profile)
            if found is not None:
                findings.append(found)
    known = [*(case.family for aim in aims.values() for case in every_case(aim)), *FAMILIES]
    families = {family.name: family for family in known}
    return Campaign(
        callback_url(url, ""),
        seed,
        time.monotonic() - start,
        tuple(tried),
        tuple(findings),
        tuple(changed for family in families.values() if (changed := profile.expects(family)) != family),
        (*_left_out(aims.values(), effects), *_untried(cases, tried)),
    )


def _left_out(aims: Iterable[Aim], effects: Effects | None) -> Iterator[str]:
    """Say what could not be tried."""
    for aim in aims:
        if aim.channel.signature and aim.signer is None:
            yield f"{aim.channel.name}: no secret is set, so that no signature was tried"
        if aim.signer is None and aim.token is None:
            yield f"{aim.channel.name}: neither a secret nor a token is set, so that nobody came as a stranger"
    if effects is None:
        yield "without --effects nothing tells whether what was accepted has been stored, and stored once"


def _untried(cases: Iterable[Case], tried: Iterable[Case]) -> Iterator[str]:
    """Say of how many cases the run has not come to."""
    missing = Counter(case.channel for case in cases)
    missing.subtract(case.channel for case in tried if not is_generated(case.name))
    for channel, number in missing.items():
        if number:
            yield f"{channel}: {number:,} cases were left out, because others were slow or did not end"
