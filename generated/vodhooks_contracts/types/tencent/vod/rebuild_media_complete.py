# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from .media_meta_data import TencentVodMediaMetaData


class TencentVodRepairInfo(TypedDict):
    """Settings for repairing the picture."""

    Switch: NotRequired[Literal["ON", "OFF", ""] | str | None]
    """ON switches it on, OFF leaves it off."""
    Type: NotRequired[Literal["weak", "normal", "strong", ""] | str | None]
    """How strongly to repair: weak, normal or strong."""


class TencentVodVideoFrameInterpolationInfo(TypedDict):
    """Settings for adding frames between frames."""

    Switch: NotRequired[Literal["ON", "OFF", ""] | str | None]
    """ON switches it on, OFF leaves it off."""
    Fps: NotRequired[int | None]
    """Frames per second to reach, more than 0 and at most 100; by default as in the source."""


class TencentVodSuperResolutionInfo(TypedDict):
    """Settings for enlarging the picture with more detail."""

    Switch: NotRequired[Literal["ON", "OFF", ""] | str | None]
    """ON switches it on, OFF leaves it off."""
    Type: NotRequired[Literal["lq", "hq", ""] | str | None]
    """lq for noisy sources of low resolution, hq for sources of high resolution."""
    Size: NotRequired[int | None]
    """Factor of enlargement; only 2 exists."""


class TencentVodHDRInfo(TypedDict):
    """Settings for changing to HDR."""

    Switch: NotRequired[Literal["ON", "OFF", ""] | str | None]
    """ON switches it on, OFF leaves it off."""
    Type: NotRequired[str | None]
    """Kind of HDR: hdr10 or hlg."""


class TencentVodVideoDenoiseInfo(TypedDict):
    """Settings for removing noise from the picture."""

    Switch: NotRequired[Literal["ON", "OFF", ""] | str | None]
    """ON switches it on, OFF leaves it off."""
    Type: NotRequired[Literal["weak", "strong", ""] | str | None]
    """How strongly to remove noise: weak or strong."""


class TencentVodAudioDenoiseInfo(TypedDict):
    """Settings for removing noise from the sound."""

    Switch: NotRequired[Literal["ON", "OFF", ""] | str | None]
    """ON switches it on, OFF leaves it off."""
    Type: NotRequired[Literal["normal", ""] | str | None]
    """How strongly to remove noise: normal."""


class TencentVodColorEnhanceInfo(TypedDict):
    """Settings for stronger colours."""

    Switch: NotRequired[Literal["ON", "OFF", ""] | str | None]
    """ON switches it on, OFF leaves it off."""
    Type: NotRequired[Literal["weak", "normal", "strong", ""] | str | None]
    """How strong to make the colours: weak, normal or strong."""


class TencentVodSharpEnhanceInfo(TypedDict):
    """Settings for sharper detail."""

    Switch: NotRequired[Literal["ON", "OFF", ""] | str | None]
    """ON switches it on, OFF leaves it off."""
    Intensity: NotRequired[float | None]
    """Strength from 0.0 to 1.0; used where Switch is ON."""


class TencentVodFaceEnhanceInfo(TypedDict):
    """Settings for improving faces."""

    Switch: NotRequired[Literal["ON", "OFF", ""] | str | None]
    """ON switches it on, OFF leaves it off."""
    Intensity: NotRequired[float | None]
    """Strength from 0.0 to 1.0; used where Switch is ON."""


class TencentVodLowLightEnhanceInfo(TypedDict):
    """Settings for brightening dark pictures."""

    Switch: NotRequired[Literal["ON", "OFF", ""] | str | None]
    """ON switches it on, OFF leaves it off."""
    Type: NotRequired[Literal["normal", ""] | str | None]
    """How strongly to brighten: normal."""


class TencentVodScratchRepairInfo(TypedDict):
    """Settings for removing scratches."""

    Switch: NotRequired[Literal["ON", "OFF", ""] | str | None]
    """ON switches it on, OFF leaves it off."""
    Intensity: NotRequired[float | None]
    """Strength from 0.0 to 1.0; used where Switch is ON."""
    Type: NotRequired[Literal["normal", ""] | str | None]
    """How to remove scratches: normal."""


class TencentVodArtifactRepairInfo(TypedDict):
    """Settings for removing compression artefacts."""

    Switch: NotRequired[Literal["ON", "OFF", ""] | str | None]
    """ON switches it on, OFF leaves it off."""
    Type: NotRequired[Literal["weak", "strong", ""] | str | None]
    """How strongly to remove artefacts: weak or strong."""


class TencentVodRebuildMediaTargetVideoStream(TypedDict):
    """Settings for the video stream of the improved file."""

    Codec: NotRequired[Literal["libx264", "libx265", "av1", ""] | str | None]
    """Codec to use: libx264, libx265 or av1."""
    Bitrate: NotRequired[int | None]
    """Bit rate in kbit/s, 128 to 35000; 0 is automatic."""
    Fps: NotRequired[int | None]
    """Frames per second, 0 to 100; 0 is as in the source."""
    ResolutionAdaptive: NotRequired[Literal["open", "close", ""] | str | None]
    """open: Width is the long side and Height the short side; close: they are width and height."""
    Width: NotRequired[int | None]
    """Greatest width (or long side) in pixels; 0 follows Height, or the source where both are 0."""
    Height: NotRequired[int | None]
    """Greatest height (or short side) in pixels; 0 follows Width, or the source where both are 0."""
    FillType: NotRequired[Literal["stretch", "black", ""] | str | None]
    """What to do where the aspect ratio differs: stretch, or black borders."""
    Gop: NotRequired[int | None]
    """Distance between key frames, in frames; 0 is automatic."""


class TencentVodRebuildMediaTargetAudioStream(TypedDict):
    """Settings for the audio stream of the improved file."""

    Codec: NotRequired[Literal["libmp3lame", "flac", "libfdk_aac", "ac3", "mp2", ""] | str | None]
    """Codec to use; which ones are allowed depends on the container."""
    Bitrate: NotRequired[int | None]
    """Bit rate in kbit/s, 26 to 256; 0 is automatic."""
    SampleRate: NotRequired[int | None]
    """Sampling rate in hertz."""
    AudioChannel: NotRequired[int | None]
    """Number of audio channels: 1, 2 or 6."""


class TencentVodRebuildMediaTaskOutput(TypedDict):
    """The file that a task that improves picture and sound made."""

    FileType: NotRequired[str | None]
    """Format of the file, such as mp4."""
    FileUrl: NotRequired[str | None]
    """Address of the new media file."""
    FileId: NotRequired[str | None]
    """Id of the new media file: decimal digits, sent as a string."""
    MediaName: NotRequired[str | None]
    """Name of the new file, at most 64 characters."""
    ClassId: NotRequired[int | None]
    """Id of the category of the file."""
    ExpireTime: NotRequired[str | None]
    """When the new file is deleted, ISO 8601."""


class TencentVodRebuildMediaTargetInfo(TypedDict):
    """What the improved file shall be like."""

    MediaName: NotRequired[str | None]
    """Name of the new file, at most 64 characters."""
    Description: NotRequired[str | None]
    """Description of the new file, at most 128 characters."""
    ClassId: NotRequired[int | None]
    """Id of the category of the file."""
    ExpireTime: NotRequired[str | None]
    """When the new file shall be deleted, ISO 8601."""
    Container: NotRequired[str | None]
    """Container format to make: mp4, flv or hls."""
    VideoStream: NotRequired[TencentVodRebuildMediaTargetVideoStream | None]
    """Settings for the video stream."""
    AudioStream: NotRequired[TencentVodRebuildMediaTargetAudioStream | None]
    """Settings for the audio stream."""
    RemoveVideo: NotRequired[int | None]
    """1 leaves the video out, 0 keeps it."""
    RemoveAudio: NotRequired[int | None]
    """1 leaves the audio out, 0 keeps it."""


class TencentVodRebuildMediaTaskInput(TypedDict):
    """What a task that improves picture and sound was given."""

    FileId: NotRequired[str | None]
    """Id of the media file: decimal digits, sent as a string."""
    StartTimeOffset: NotRequired[float | None]
    """Where in the source to begin, in seconds; the start where absent."""
    EndTimeOffset: NotRequired[float | None]
    """Where in the source to end, in seconds; the end where absent."""
    Definition: NotRequired[int | None]
    """Id of the template."""
    RepairInfo: NotRequired[TencentVodRepairInfo | None]
    """Settings for repairing the picture."""
    VideoFrameInterpolationInfo: NotRequired[TencentVodVideoFrameInterpolationInfo | None]
    """Settings for adding frames between frames."""
    SuperResolutionInfo: NotRequired[TencentVodSuperResolutionInfo | None]
    """Settings for enlarging the picture with more detail."""
    HDRInfo: NotRequired[TencentVodHDRInfo | None]
    """Settings for changing to HDR."""
    VideoDenoiseInfo: NotRequired[TencentVodVideoDenoiseInfo | None]
    """Settings for removing noise from the picture."""
    AudioDenoiseInfo: NotRequired[TencentVodAudioDenoiseInfo | None]
    """Settings for removing noise from the sound."""
    ColorInfo: NotRequired[TencentVodColorEnhanceInfo | None]
    """Settings for stronger colours."""
    SharpInfo: NotRequired[TencentVodSharpEnhanceInfo | None]
    """Settings for sharper detail."""
    FaceInfo: NotRequired[TencentVodFaceEnhanceInfo | None]
    """Settings for improving faces."""
    LowLightInfo: NotRequired[TencentVodLowLightEnhanceInfo | None]
    """Settings for brightening dark pictures."""
    ScratchRepairInfo: NotRequired[TencentVodScratchRepairInfo | None]
    """Settings for removing scratches."""
    ArtifactRepairInfo: NotRequired[TencentVodArtifactRepairInfo | None]
    """Settings for removing compression artefacts."""
    TargetInfo: NotRequired[TencentVodRebuildMediaTargetInfo | None]
    """What the new file shall be like."""


class TencentVodRebuildMediaTask(TypedDict):
    """A task that improves picture and sound (older form; see QualityEnhanceTask)."""

    TaskId: NotRequired[str | None]
    """Id of the task; no form is promised."""
    Status: NotRequired[Literal["PROCESSING", "FINISH", ""] | str | None]
    """State of the task: PROCESSING or FINISH. FINISH covers failure too: see ErrCodeExt."""
    ErrCode: NotRequired[int | None]
    """0 for success; 40000 wrong parameters, 60000 faulty source file, 70000 fault of the vendor (try again)."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    ErrCodeExt: NotRequired[str | None]
    """Empty for success; otherwise a dotted error code of an open list."""
    Progress: NotRequired[int | None]
    """Progress in percent, from 0 to 100."""
    Input: NotRequired[TencentVodRebuildMediaTaskInput | None]
    """What the task was given."""
    Output: NotRequired[TencentVodRebuildMediaTaskOutput | None]
    """What the task made or found."""
    MetaData: NotRequired[TencentVodMediaMetaData | None]
    """Technical data of the new file."""
    SessionId: NotRequired[str | None]
    """Deduplication id that the caller gave when starting the task, at most 50 characters."""
    SessionContext: NotRequired[str | None]
    """What the caller gave along when starting the task, at most 1000 characters."""


class TencentVodRebuildMediaComplete(TypedDict):
    """Sent when a task of the older form that improves picture and sound has ended; not recommended any more."""

    EventHandle: NotRequired[str | None]
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    EventType: Literal["RebuildMediaComplete"]
    """Names the message and selects the member that holds the event."""
    RebuildMediaCompleteEvent: NotRequired[TencentVodRebuildMediaTask | None]
    """The event itself. The members of other event types are absent or null beside it."""
    Sign: NotRequired[str | None]
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    T: NotRequired[int | str | None]
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
