"""Finds out before anything else whether a receiver can be checked: it answers, and not to everything alike."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from vodhooks.errors import FuzzingError
from vodhooks.payloads.samples import examples
from vodhooks.signatures import scheme
from vodhooks.signatures.secrets import TOKENS, tokens_setting

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from vodhooks.fuzzer.profiles import Profile
    from vodhooks.vendor.connections import Answer
    from vodhooks.vendor.endpoints import Endpoint
    from vodhooks.vendor.transports import Transport

__all__ = ["preflight"]

GARBAGE = b"this is no JSON"

NEAR = 60.0
"""How far ahead an expiry is that is taken for fresh by whoever takes it for the time of sending too, in seconds."""


def preflight(transport: Transport, endpoints: Mapping[str, Endpoint], profile: Profile) -> None:
    """Return if every channel accepts something and not everything.

    Args:
        transport: where to deliver.
        endpoints: what lets deliveries in, by channel.
        profile: what the receiver does differently.

    Raises:
        FuzzingError: a channel cannot be checked; says of each what is wrong, and what to look at.
    """
    complaints: list[str] = []
    for name, endpoint in endpoints.items():
        answer = _best(transport, endpoint, profile)
        if answer.fault == "not connected":
            where = urlsplit(endpoint.url).netloc.rpartition("@")[2]
            raise FuzzingError(f"nothing takes connections at {where}, or TLS fails there")
        complaint = (
            _refusal(answer, endpoint)
            if not _accepts(answer, endpoint, profile)
            else _indifference(transport, endpoint, answer)
        )
        if complaint:
            complaints.append(f"{name}: {complaint}")
    if 0 < len(complaints) < len(endpoints):
        complaints.append(
            "if the receiver is not for all of these channels, say with --channel NAME for which it is"
        )
    if complaints:
        raise FuzzingError("\n".join(complaints))


def _best(transport: Transport, endpoint: Endpoint, profile: Profile) -> Answer:
    """Return the first answer that takes a sample of the contract in, or else the first answer."""
    answers: list[Answer] = []
    for moment in _moments(endpoint):
        for message in endpoint.channel.messages:
            for sample in examples(message):
                event = endpoint.event(message, sample)
                answers.append(transport.send(endpoint.delivery(event, moment)))
                if answers[-1].status is None or _accepts(answers[-1], endpoint, profile):
                    return answers[-1]
    return answers[0]


def _moments(endpoint: Endpoint) -> Iterator[float]:
    """Yield when to sign: now, and when the time in a signature is about now, for those who take its expiry for its making."""
    now = endpoint.clock()
    yield now
    if endpoint.signer is not None and endpoint.signer.LIFETIME:
        yield now - endpoint.signer.LIFETIME + NEAR


def _accepts(answer: Answer, endpoint: Endpoint, profile: Profile) -> bool:
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
        hint = "vendors follow no redirects; give the URL that this one leads to"
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


def _indifference(transport: Transport, endpoint: Endpoint, accepted: Answer) -> str | None:
    """Say that a channel takes everything, if it does."""
    others = {"what is no JSON": endpoint.request(GARBAGE)}
    if endpoint.unauthenticated is not None:
        others["a stranger's"] = endpoint.unauthenticated.delivery()
    if all(transport.send(request).status == accepted.status for request in others.values()):
        alike = " and to ".join(["a valid delivery", *others])
        return f"{accepted.status} to {alike} alike: whatever answers there does not look at what comes"
    return None
