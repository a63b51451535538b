"""All segments that a review flagged: an event holds the first ten, a file that the vendor keeps for a while holds the rest too.

The media has such a list, and the cover picture has one of its own.

What to fetch, until when, and by which contract to judge it. How to fetch it safely is for `vodhooks.pull.downloads`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Final, cast

from vodhooks_contracts.channels import TENCENT_VOD

from vodhooks.decoding import decode
from vodhooks.errors import ContractViolation, FetchError, FileExpired, FileMissing, NotIdentified
from vodhooks.events import UnknownEvent, parse
from vodhooks.pointers import parse_pointer, resolve
from vodhooks.pull import downloads
from vodhooks.pull.destinations import Allowed
from vodhooks.validation import validator

if TYPE_CHECKING:
    from collections.abc import Callable

    from vodhooks_contracts.types.tencent.vod.review_audio_video_complete import TencentVodReviewAudioVideoComplete
    from vodhooks_contracts.types.tencent.vod.review_segment import TencentVodReviewSegment

    from vodhooks.pull.downloads import Fetched

__all__ = [
    "COVER",
    "HOSTS",
    "MEDIA",
    "MESSAGE",
    "Listing",
    "Part",
    "SegmentFile",
    "Segments",
    "all_segments",
    "listing",
    "review",
]

MESSAGE: Final = "tencent.vod.review_audio_video_complete"
"""The event that lists segments."""

LISTED: Final = 10
"""How many segments an event lists at most (the vendor's page on SegmentSet). Nothing says that there were more."""

HOSTS: Final = ("vod2.myqcloud.com", "vod-qcloud.com")
"""The domains below which VOD distributes an app's files, unless the app has been given a domain of its own."""


@dataclass(frozen=True, slots=True)
class Part:
    """What of a file was reviewed.

    Attributes:
        contract: full name of the message that its segment file is.
        result: JSON Pointer into the event to what the review found in it.
    """

    contract: str
    result: str


MEDIA: Final = Part("tencent.vod.segment_set_file", "/ReviewAudioVideoCompleteEvent/Output")
COVER: Final = Part("tencent.vod.cover_segment_set_file", "/ReviewAudioVideoCompleteEvent/Output/CoverReviewResult")


@dataclass(frozen=True, slots=True)
class Listing:
    """What an event says of the segments of a part.

    Attributes:
        items: the first of them; those of a cover have no times.
        url: where the file with all of them is, or None. It may hold a signature.
        expires_at: until when, or None where the event names no time with its offset.
    """

    items: list[TencentVodReviewSegment]
    url: str | None = field(repr=False)
    expires_at: datetime | None

    @property
    def may_be_cut(self) -> bool:
        """Whether there may be more segments than it lists."""
        return len(self.items) >= LISTED


@dataclass(frozen=True, slots=True)
class SegmentFile:
    """The file with all segments of a part.

    Attributes:
        host: where it was fetched from.
        fetched_at: when.
        drifts: whether it holds what the contract does not know.
        body: the bytes as they were fetched.
    """

    host: str
    fetched_at: datetime
    drifts: bool
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Segments:
    """All segments of a part, and the file that lists them, or None where the event itself lists them all."""

    items: list[TencentVodReviewSegment]
    file: SegmentFile | None


def review(body: bytes) -> TencentVodReviewAudioVideoComplete:
    """Return the payload of the event that a body is, pushed or as one item of what is pulled.

    Raises:
        NotJson: the body is not JSON.
        ContractViolation: it breaks the contract of its message.
        NotIdentified: it is an event of another type, which lists no segments.
    """
    event = parse(body, TENCENT_VOD)
    if isinstance(event, UnknownEvent):
        raise NotIdentified("only ReviewAudioVideoComplete events list segments")
    return event.payload


def listing(payload: TencentVodReviewAudioVideoComplete, part: Part = MEDIA) -> Listing:
    """Return what an event says of the segments of a part; where that was not reviewed, that there are none."""
    found = resolve(cast("Any", payload), parse_pointer(part.result))
    result: dict[str, Any] = found if isinstance(found, dict) else {}
    return Listing(
        result.get("SegmentSet") or [],
        result.get("SegmentSetFileUrl") or None,
        _moment(result.get("SegmentSetFileUrlExpireTime") or ""),
    )


_fetch = partial(downloads.fetch, allowed=Allowed(HOSTS))


def _now() -> datetime:
    return datetime.now(UTC)


def all_segments(
    payload: TencentVodReviewAudioVideoComplete,
    part: Part = MEDIA,
    *,
    always: bool = False,
    fetch: Callable[[str], Fetched] = _fetch,
    now: Callable[[], datetime] = _now,
) -> Segments:
    """Return all segments of a part, from the file that lists them if the event may not.

    Args:
        payload: the event's payload, which keeps its contract.
        part: `MEDIA` or `COVER`.
        always: whether to fetch the file also if the event lists fewer than ten segments.
        fetch: fetches the file at a URL; from the vendor's domains and from public addresses alone, unless told.
        now: tells the time, with its offset.

    Raises:
        FileMissing: the event names no file.
        FileExpired: the time is past until which the vendor keeps it.
        FetchError: it cannot be fetched, or holds fewer segments than the event lists; its subclasses say more.
        NotJson: what was fetched is not JSON.
        ContractViolation: it is no list of segments as the contract has them.
    """
    listed = listing(payload, part)
    if not (always or listed.may_be_cut):
        return Segments(listed.items, None)
    if listed.url is None:
        raise FileMissing("the event names no file with its segments")
    if listed.expires_at is not None and listed.expires_at <= now():
        raise FileExpired(f"the vendor has kept the file with the segments until {listed.expires_at.isoformat()}")
    fetched = fetch(listed.url)
    found = decode(fetched.body)
    report = validator(part.contract).report(found)
    if report.violations:
        raise ContractViolation(report)
    items = cast("list[TencentVodReviewSegment]", found)
    if len(items) < len(listed.items):
        raise FetchError(f"the file from {fetched.host} holds {len(items)} segments, and the event lists {len(listed.items)}")
    return Segments(items, SegmentFile(fetched.host, now(), bool(report.drift), fetched.body))


def _moment(text: str) -> datetime | None:
    """Return a time in ISO 8601; one without an offset might be hours away, and is as good as none."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
