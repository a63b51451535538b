"""Finds out before anything else whether a receiver can be checked: each channel accepts some sample of the contract."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from vodhooks.errors import FuzzingError
from vodhooks.fuzzer.attacks.cases import Case
from vodhooks.fuzzer.checks import CHECKS, Expectation
from vodhooks.fuzzer.failures import CaseResult
from vodhooks.fuzzer.profiles import ACKNOWLEDGES_ALL
from vodhooks.payloads.samples import examples
from vodhooks.signatures import scheme
from vodhooks.signatures.secrets import TOKENS, tokens_setting
from vodhooks.vendor.connections import Answer
from vodhooks.vendor.requests import RequestBatch

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vodhooks.fuzzer.profiles import Profile
    from vodhooks.vendor.endpoints import Endpoint
    from vodhooks.vendor.requests import Request
    from vodhooks.vendor.transports import Transport

__all__ = ["Probe", "is_accepted", "preflight"]

GARBAGE = b"this is no JSON"

NEAR = 60.0
"""How far ahead an expiry is that is taken for fresh as a time of sending too, in seconds."""


@dataclass(frozen=True, slots=True)
class Probe:
    """A delivery that a channel accepts while all is well with it.

    Attributes:
        endpoint: what lets deliveries in.
        message: full name of the message.
        sample: its payload.
        answer: what it was answered at first.
        alike: what was answered the same and should not have been: by a receiver that does not look at what comes; or None.
        ahead: how many seconds from now it is signed.
    """

    endpoint: Endpoint
    message: str
    sample: Mapping[str, Any]
    answer: Answer
    alike: CaseResult | None = None
    ahead: float = 0.0

    def request(self) -> Request:
        """Return the delivery with an identity of its own, signed now."""
        event = self.endpoint.event(self.message, self.sample)
        return self.endpoint.delivery(event, self.endpoint.clock() + self.ahead)


def preflight(
    transport: Transport, endpoints: Mapping[str, Endpoint], profile: Profile
) -> dict[str, Probe]:
    """Return by channel a delivery that is accepted.

    Args:
        transport: where to deliver.
        endpoints: what lets deliveries in, by channel.
        profile: what the receiver does differently.

    Raises:
        FuzzingError: a channel accepts nothing; says of each what is wrong, and what to look at.
    """
    probes: dict[str, Probe] = {}
    complaints: list[str] = []
    for name, endpoint in endpoints.items():
        probe = _best(transport, endpoint, profile)
        if probe.answer.fault == "not connected":
            where = urlsplit(endpoint.url).netloc.rpartition("@")[2]
            raise FuzzingError(f"nothing takes connections at {where}: {probe.answer.detail}")
        if is_accepted(probe.answer, endpoint, profile):
            probes[name] = replace(probe, alike=_alike(transport, endpoint, probe.answer, profile))
        else:
            complaints.append(f"{name}: {_refusal(probe.answer, endpoint)}")
    if 0 < len(complaints) < len(endpoints):
        complaints.append(
            "if the receiver is not for all of these channels, say with --channel NAME for which it is"
        )
    if complaints:
        raise FuzzingError("\n".join(complaints))
    return probes


def _best(transport: Transport, endpoint: Endpoint, profile: Profile) -> Probe:
    """Return the first sample of the contract that is accepted, or else the first."""
    probes: list[Probe] = []
    for ahead in _moments(endpoint):
        for message in endpoint.channel.messages:
            for sample in examples(message):
                probe = Probe(endpoint, message, sample, _UNASKED, None, ahead)
                probes.append(replace(probe, answer=transport.send(probe.request())))
                answer = probes[-1].answer
                if answer.status is None or is_accepted(answer, endpoint, profile):
                    return probes[-1]
    return probes[0]


_UNASKED = Answer(None, 0.0)


def _moments(endpoint: Endpoint) -> Iterator[float]:
    """Yield by how many seconds from now to sign: for those who take a signature's expiry for its making, the other is about now."""
    yield 0.0
    if endpoint.signer is not None and endpoint.signer.LIFETIME:
        yield NEAR - endpoint.signer.LIFETIME


def is_accepted(answer: Answer, endpoint: Endpoint, profile: Profile) -> bool:
    """Whether an answer looks like success; whether to the vendor as well is for the cases to say."""
    return answer.status is not None and (
        200 <= answer.status < 300 or answer.status in profile.successes(endpoint.channel)
    )


def _refusal(answer: Answer, endpoint: Endpoint) -> str:
    """Say what a valid delivery was answered, and what to look at."""
    status = answer.status
    if status is None:
        what = (
            f"no answer within {answer.seconds:.1f} s"
            if answer.fault == "timed out"
            else "the connection ended without an answer"
        )
        return f"{what} to a valid delivery: does this port speak {urlsplit(endpoint.url).scheme}, and does the receiver work?"
    if status in {401, 403}:
        hint = _credentials(endpoint)
    elif status in {404, 405}:
        hint = f"is {urlsplit(endpoint.url).path} where the receiver takes this channel? A profile can name another path"
    elif 300 <= status < 400:
        hint = "vendors follow no redirects; give the URL that this one points to"
    elif status >= 500:
        hint = "the receiver, or what stands in front of it, does not work"
    else:
        hint = f"the receiver takes none of the contract's samples; {_credentials(endpoint)}"
    return f"{status} to a valid delivery: {hint}"


def _credentials(endpoint: Endpoint) -> str:
    """Ask about what should let deliveries in."""
    setting = scheme(endpoint.channel.signature).setting if endpoint.channel.signature else None
    own = tokens_setting(endpoint.channel.name)
    questions: list[str] = []
    if endpoint.signer is not None:
        questions.append(f"is {setting} the receiver's secret, and is its clock right?")
    elif setting:
        questions.append(f"{setting} is not set, so that nothing was signed.")
    if endpoint.token is not None:
        questions.append(
            f"is the token the one that the receiver knows? It is the one in {own}, or else in {TOKENS}."
        )
    else:
        questions.append(f"{own} is not set, nor {TOKENS}, so that the URL had no token.")
    questions.append(
        "Each of these variables may end in _FILE and name a file; what a gateway wants is for --header."
    )
    return " ".join(questions)


def _alike(
    transport: Transport, endpoint: Endpoint, accepted: Answer, profile: Profile
) -> CaseResult | None:
    """Return what is answered like a valid delivery, if everything is."""
    check = CHECKS[ACKNOWLEDGES_ALL]
    requests = [endpoint.request(GARBAGE)]
    if endpoint.unauthenticated is not None:
        requests.append(endpoint.unauthenticated.delivery())
        check = replace(check, expectation=Expectation.DENY)
    answers = tuple(transport.send(request) for request in requests)
    if any(answer.status != accepted.status for answer in answers) or profile.accepts_all:
        return None
    batch = RequestBatch(tuple(requests))
    name = endpoint.channel.name
    case = Case(f"{name}/{check.name}", check, name, lambda _: batch)
    return CaseResult(case, batch, answers)
