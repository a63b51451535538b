"""`make demo`: what the contract does for a service, on the vendors' own samples, and the receiver at work.

Fails where something surprises.
"""

from __future__ import annotations

import copy
import os
import re
import subprocess
import sys
from contextlib import contextmanager, suppress
from tempfile import TemporaryDirectory
from threading import Timer
from typing import TYPE_CHECKING, Any

import orjson

from vodhooks import PolyvOutlineSigner, Report, parse, validate
from vodhooks.catalogue import bundle, catalogue
from vodhooks.errors import SignatureError
from vodhooks.signatures import scheme

if TYPE_CHECKING:
    from collections.abc import Iterator

SECRET = "mySecretKey"
CHANNEL = "polyv.video_outline"
SECONDS = 120.0
"""How long a command may take, and the receiver may live."""

surprises: list[str] = []


def main() -> None:
    """Run the five parts and exit with 1 if one of them did not end as it should."""
    samples()
    signatures()
    broken()
    drifting()
    receiving()
    sys.exit(1 if surprises else 0)


def samples() -> None:
    """Check every sample payload that the schemas carry."""
    heading("Every sample payload, checked against its contract")
    for name in catalogue().messages:
        reports = [validate(sample, name) for sample in examples(name)]
        say(
            f"{name:42} {len(reports)} valid",
            expected=all(report.valid and not report.drift for report in reports),
        )


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
    payload["outlineInfo"][1]["summary"] = "a text"
    report = validate(payload, f"{CHANNEL}.generate_success")
    listing(report)
    say(
        f"{len(report.violations)} violations",
        expected=[v.keyword for v in report.violations] == ["required", "type", "type"],
    )


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


def receiving() -> None:
    """Deliver every message that is pushed to the receiver, forge one, deliver one again, and look into the inbox."""
    heading("The receiver on SQLite: every message delivered, one forged, one retried")
    pushed = [name for name, message in catalogue().messages.items() if message.channel]
    again = f"{CHANNEL}.generate_fail"
    with TemporaryDirectory() as folder:
        export(f"sqlite:///{folder}/inbox.sqlite3")
        with receiver() as (url, page):
            for name in pushed:
                delivery(200, name, "--to", url)
            print("  # a forgery")
            delivery(401, again, "--to", url, "--mutate", "bad-sign")
            print("  # the vendor tries again")
            delivery(200, again, "--to", url)
            print("  # what has arrived")
            listed = vodhooks("inbox", "list").stdout.splitlines()
            print("\n".join(f"  {line}" for line in listed))
            if page:
                print(f"\n  See it on a page: {page}")
                with suppress(EOFError):
                    input("  Enter ends the receiver. ")
    kept = sorted(re.split(" {2,}", line)[4:6] for line in listed[1:])
    expected = sorted([name, "2" if name == again else "1"] for name in pushed)
    say(
        f"{len(kept)} events, none forged; the retry counts on its first delivery",
        expected=kept == expected,
    )


def export(store: str) -> None:
    """Set what the receiver and its visitors need in the environment, and nothing else of theirs."""
    for name in [name for name in os.environ if name.startswith("VODHOOKS_")]:
        del os.environ[name]
    schemes = {channel.signature for channel in catalogue().channels.values() if channel.signature}
    secrets = {scheme(name).setting: SECRET for name in sorted(schemes)}
    for name, value in {**secrets, "VODHOOKS_TOKENS": "myToken", "VODHOOKS_STORE": store}.items():
        print(f"  $ export {name}={value}")
        os.environ[name] = value


@contextmanager
def receiver() -> Iterator[tuple[str, str]]:
    """Run a receiver on a free port; yield its URL and, on a terminal, that of a page over it."""
    inspect = ["--inspect=0"] if sys.stdin.isatty() and sys.stdout.isatty() else []
    print(f"  $ {' '.join(['vodhooks serve --port 0', *inspect])} > deliveries.ndjson &")
    command = [sys.executable, "-m", "vodhooks", "serve", "--port", "0", *inspect]
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as process:
        watchdog = Timer(SECONDS, process.kill)
        watchdog.start()
        try:
            said = url = page = ""
            for line in process.stderr or ():
                said = line.strip()
                say(said, expected=said.startswith("vodhooks: "))
                if "listening" in said and not url:
                    url = f"http://127.0.0.1:{said.rpartition(' ')[2]}"
                page = said.rpartition(" ")[2] if "can be seen" in said else ""
                if url and (page or not inspect):
                    break
            if page:
                watchdog.cancel()  # a person looks at it now
            yield url, page
        finally:
            process.terminate()
            process.wait()
            watchdog.cancel()


def delivery(status: int, *arguments: str) -> None:
    """Send a message, and print the status that the receiver answers."""
    answer = "".join(vodhooks("send", *arguments).stdout.splitlines()[-2:-1])
    say(f"answered {answer.partition(':')[0]}", expected=answer == f"{status}: 1")


def vodhooks(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command, shown as a user would type it."""
    print(f"  $ vodhooks {' '.join(arguments)}", flush=True)
    command = [sys.executable, "-m", "vodhooks", *arguments]
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, timeout=SECONDS, check=False)


def examples(name: str) -> list[dict[str, Any]]:
    """Return the sample payloads of a message."""
    payloads: list[dict[str, Any]] = bundle(name)["examples"]
    return payloads


def verdict(
    kind: str, signer: PolyvOutlineSigner, payload: dict[str, Any], *, authentic: bool
) -> None:
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
