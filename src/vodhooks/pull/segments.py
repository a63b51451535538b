"""All segments that a review flagged.

An event lists the first ten, and a file lists them all until the vendor deletes it. The media has
such a list, and the cover picture has its own. `vodhooks.pull.downloads` fetches the file safely.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from typing import Any, Final, cast

from vodhooks_contracts.channels import TENCENT_VOD
from vodhooks_contracts.types.tencent.vod.review_audio_video_complete import (
    TencentVodReviewAudioVideoComplete,
)
from vodhooks_contracts.types.tencent.vod.review_segment import TencentVodReviewSegment

from vodhooks.decoding import decode
from vodhooks.errors import ContractViolation, FetchError, FileExpired, FileMissing, NotIdentified
from vodhooks.events import Event, parse
from vodhooks.pointers import parse_pointer, resolve
from vodhooks.pull import downloads
from vodhooks.pull.destinations import AllowList
from vodhooks.pull.downloads import Download
from vodhooks.validation import validator

__all__ = [
    "COVER",
    "HOSTS",
    "MEDIA",
    "MESSAGE",
    "Listing",
    "ReviewedPart",
    "SegmentFile",
    "Segments",
    "all_segments",
    "read_listing",
    "review",
]

MESSAGE: Final = "tencent.vod.review_audio_video_complete"
"""The event that lists segments."""

LISTED: Final = 10
"""Most segments of an event (the vendor's page on SegmentSet). Nothing in it says that there were
more."""

HOSTS: Final = ("vod2.myqcloud.com", "vod-qcloud.com")
"""The domains below which VOD distributes an app's files, unless the app has been given a domain of
its own."""


@dataclass(frozen=True, slots=True)
class ReviewedPart:
    """A part of a file that is reviewed.

    Attributes:
        contract: full name of the message that its segment file is.
        result: JSON Pointer into the event to the result of its review.
    """

    contract: str
    result: str


MEDIA: Final = ReviewedPart("tencent.vod.segment_set_file", "/ReviewAudioVideoCompleteEvent/Output")
COVER: Final = ReviewedPart(
    "tencent.vod.cover_segment_set_file", "/ReviewAudioVideoCompleteEvent/Output/CoverReviewResult"
)


@dataclass(frozen=True, slots=True)
class Listing:
    """The segments of a part that an event lists.

    Attributes:
        items: the first segments; those of a cover have no times.
        url: the file with all of them, or None. It may hold a signature.
        expires_at: when the vendor deletes the file, or None where the event names no time with its
            offset.
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
        host: the host that sent it.
        fetched_at: when it was fetched.
        drifts: whether it holds members that the contract does not know.
        body: the bytes as they were fetched.
    """

    host: str
    fetched_at: datetime
    drifts: bool
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Segments:
    """All segments of a part, and the file with them, or None where the event lists them all."""

    items: list[TencentVodReviewSegment]
    file: SegmentFile | None


def review(body: bytes) -> TencentVodReviewAudioVideoComplete:
    """Parse the body of a review event, pushed or pulled.

    Raises:
        NotJson: the body is not JSON.
        ContractViolation: it breaks the contract of its message.
        NotIdentified: it is an event of another type, which lists no segments.
    """
    event = parse(body, TENCENT_VOD)
    if isinstance(event, Event):
        payload = event.payload
        if payload["EventType"] == "ReviewAudioVideoComplete":
            return payload
    raise NotIdentified("only ReviewAudioVideoComplete events list segments")


def read_listing(
    payload: TencentVodReviewAudioVideoComplete, part: ReviewedPart = MEDIA
) -> Listing:
    """Return the segments of a part that an event lists: none where the part was not reviewed."""
    found = resolve(cast("Any", payload), parse_pointer(part.result))
    result: dict[str, Any] = found if isinstance(found, dict) else {}
    return Listing(
        result.get("SegmentSet") or [],
        result.get("SegmentSetFileUrl") or None,
        _moment(result.get("SegmentSetFileUrlExpireTime") or ""),
    )


_fetch = partial(downloads.fetch, allowed=AllowList(HOSTS))


def _now() -> datetime:
    return datetime.now(UTC)


def all_segments(
    payload: TencentVodReviewAudioVideoComplete,
    part: ReviewedPart = MEDIA,
    *,
    always: bool = False,
    fetch: Callable[[str], Download] = _fetch,
    now: Callable[[], datetime] = _now,
) -> Segments:
    """Return all segments of a part, from the file that lists them if the event may not.

    Args:
        payload: the event's payload, which keeps its contract.
        part: `MEDIA` or `COVER`.
        always: whether to fetch the file also if the event lists fewer than ten segments.
        fetch: fetches the file at a URL; by default only from the vendor's domains and public
            addresses.
        now: returns the time, with its offset.

    Raises:
        FileMissing: the event names no file.
        FileExpired: the vendor has deleted it by now.
        FetchError: it cannot be fetched, or holds fewer segments than the event lists; its
            subclasses say more.
        NotJson: what was fetched is not JSON.
        ContractViolation: it is no list of segments as the contract has them.
    """
    listed = read_listing(payload, part)
    if not (always or listed.may_be_cut):
        return Segments(listed.items, None)
    if listed.url is None:
        raise FileMissing("the event names no file with its segments")
    if listed.expires_at is not None and listed.expires_at <= now():
        raise FileExpired(
            f"the vendor has kept the file with the segments until {listed.expires_at.isoformat()}"
        )
    fetched = fetch(listed.url)
    found = decode(fetched.body)
    report = validator(part.contract).report(found)
    if report.violations:
        raise ContractViolation(report)
    items = cast("list[TencentVodReviewSegment]", found)
    if len(items) < len(listed.items):
        raise FetchError(
            f"the file from {fetched.host} holds {len(items)} segments, and the event lists {len(listed.items)}"
        )
    return Segments(items, SegmentFile(fetched.host, now(), bool(report.drift), fetched.body))


def _moment(text: str) -> datetime | None:
    """Parse a time in ISO 8601.

    A time without an offset might be hours off, so it counts as none.
    """
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
