"""`make demo`: what the contract does for a service, on the vendors' own samples. Fails where something surprises."""

from __future__ import annotations

import copy
import sys
from typing import Any

import orjson

from vodhooks import PolyvOutlineSigner, Report, parse, validate
from vodhooks.catalogue import bundle, catalogue
from vodhooks.errors import SignatureError

SECRET = "mySecretKey"
CHANNEL = "polyv.video_outline"
surprises: list[str] = []


def main() -> None:
    """Run the four parts and exit with 1 if one of them did not end as it should."""
    samples()
    signatures()
    broken()
    drifting()
    sys.exit(1 if surprises else 0)


def samples() -> None:
    """Judge every sample payload that the schemas carry."""
    heading("Every sample payload, judged by its contract")
    for name in catalogue().messages:
        reports = [validate(sample, name) for sample in examples(name)]
        say(f"{name:42} {len(reports)} valid", expected=all(report.valid and not report.drift for report in reports))


def signatures() -> None:
    """Verify a genuine callback, and refuse a forged and a stale one."""
    heading("A genuine callback, a forged one and a stale one")
    payload = examples(f"{CHANNEL}.generate_fail")[0]
    signer = PolyvOutlineSigner(SECRET, max_age=3600, clock=lambda: 1_700_000_000.0)
    genuine = signer.sign_payload(payload, 1_700_000_000)
    verdict("genuine", signer, genuine, authentic=True)
    verdict("forged", signer, {**genuine, "timestamp": genuine["timestamp"] + 1}, authentic=False)
    verdict("stale", signer, signer.sign_payload(payload, 1_600_000_000), authentic=False)


def broken() -> None:
    """Say place by place what is wrong with a payload."""
    heading("A broken payload, place by place")
    payload = copy.deepcopy(examples(f"{CHANNEL}.generate_success")[0])
    del payload["vid"]
    payload["taskId"] = "30"
    payload["outlineInfo"][1]["summary"] = None
    report = validate(payload, f"{CHANNEL}.generate_success")
    listing(report)
    say(f"{len(report.violations)} violations", expected=[v.keyword for v in report.violations] == ["required", "type", "type"])


def drifting() -> None:
    """Accept a payload that holds more than the contract knows, and name what is new."""
    heading("A payload with something new in it: accepted, and the news named")
    payload = copy.deepcopy(examples("tencent.vod.review_audio_video_complete")[0])
    payload["ReviewAudioVideoCompleteEvent"]["Output"]["Label"] = "Gambling"
    payload["ReviewAudioVideoCompleteEvent"]["Output"]["ModelVersion"] = 7
    event = parse(orjson.dumps(payload), "tencent.vod")
    report = validate(payload, "tencent.vod.review_audio_video_complete")
    listing(report)
    say(f"accepted as {event!r}", expected=report.valid and len(report.drift) == 2)


def examples(name: str) -> list[dict[str, Any]]:
    """Return the sample payloads of a message."""
    payloads: list[dict[str, Any]] = bundle(name)["examples"]
    return payloads


def verdict(kind: str, signer: PolyvOutlineSigner, payload: dict[str, Any], *, authentic: bool) -> None:
    """Print whether a payload's signature is taken."""
    try:
        signer.verify_payload(payload)
    except SignatureError as error:
        say(f"{kind:8} refused: {error}", expected=not authentic)
    else:
        say(f"{kind:8} authentic", expected=authentic)


def listing(report: Report) -> None:
    """Print the places that a report names."""
    for violation in (*report.violations, *report.drift):
        print(f"  {violation.instance_pointer or '(the whole payload)'}")
        print(f"      {violation.message} ({violation.evidence or 'not in the contract'})")


def heading(text: str) -> None:
    """Print the title of a part."""
    print(f"\n{text}\n{'-' * len(text)}")


def say(text: str, *, expected: bool) -> None:
    """Print a line, and remember whether it surprises."""
    print(f"  {text}" if expected else f"  SURPRISE: {text}")
    if not expected:
        surprises.append(text)


main()
