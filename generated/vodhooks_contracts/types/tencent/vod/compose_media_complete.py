# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from .media_meta_data import TencentVodMediaMetaData


class TencentVodAudioVolumeParam(TypedDict):
    """A change to the volume."""

    Mute: NotRequired[int | None]
    """1 mutes the sound, 0 does not."""
    Gain: NotRequired[float | None]
    """Gain from 0 to 10: more than 1 is louder, less than 1 softer; 0 and 1 change nothing."""


class TencentVodImageTransform(TypedDict):
    """A change to the picture."""

    Type: NotRequired[Literal["Rotate", "Flip", ""] | str | None]
    """Kind of change: Rotate or Flip."""
    RotateAngle: NotRequired[float | None]
    """Angle of rotation around the centre in degrees, 0 to 360; set where Type is Rotate."""
    Flip: NotRequired[Literal["Horizental", "Vertical", ""] | str | None]
    """Horizental (so spelled; left to right) or Vertical; set where Type is Flip."""


class TencentVodStickerTrackItem(TypedDict):
    """A sticker on a track."""

    SourceMedia: NotRequired[str | None]
    """Source of the sticker: id of a media file, or an address."""
    Duration: NotRequired[float | None]
    """How long the sticker is shown, in seconds."""
    StartTime: NotRequired[float | None]
    """When on the track the sticker appears, in seconds."""
    CoordinateOrigin: NotRequired[Literal["Center", ""] | str | None]
    """Point from which positions are counted; only Center exists."""
    XPos: NotRequired[str | None]
    """Horizontal position from the origin of the canvas, such as 10% (of the canvas width) or 100px."""
    YPos: NotRequired[str | None]
    """Vertical position from the origin of the canvas, such as 10% (of the canvas height) or 100px."""
    Width: NotRequired[str | None]
    """Width on the canvas, such as 10% (of the canvas width) or 100px; empty follows Height or the source."""
    Height: NotRequired[str | None]
    """Height on the canvas, such as 10% (of the canvas height) or 100px; empty follows Width or the source."""
    ImageOperations: NotRequired[list[TencentVodImageTransform] | None]
    """Changes to the picture, such as rotating."""


class TencentVodTransitionOpertion(TypedDict):
    """A transition in the older form; the name is so spelled."""

    Type: NotRequired[str | None]
    """Name of the transition, for pictures or for sound."""


class TencentVodTransitionOperation(TypedDict):
    """A transition of the picture or of the sound."""

    Type: NotRequired[str | None]
    """Name of the transition, for pictures or for sound."""


class TencentVodEmptyTrackItem(TypedDict):
    """A gap on a track, for example silence."""

    Duration: NotRequired[float | None]
    """Length of the gap in seconds."""


class TencentVodCanvas(TypedDict):
    """The background on which the picture is put together; shown where the source does not fill it."""

    Color: NotRequired[Literal["Black", "White", ""] | str | None]
    """Colour of the background: Black or White."""
    Width: NotRequired[int | None]
    """Width of the canvas and of the video in pixels; 0 is as in the first video piece."""
    Height: NotRequired[int | None]
    """Height of the canvas and of the video in pixels; 0 is as in the first video piece."""


class TencentVodOutputVideoStream(TypedDict):
    """Settings for the video stream of the composed file."""

    Codec: NotRequired[Literal["libx264", ""] | str | None]
    """Codec to use: libx264."""
    Fps: NotRequired[int | None]
    """Frames per second, 0 to 60; 0 is as in the first video piece."""


class TencentVodOutputAudioStream(TypedDict):
    """Settings for the audio stream of the composed file."""

    Codec: NotRequired[Literal["libfdk_aac", ""] | str | None]
    """Codec to use: libfdk_aac."""
    SampleRate: NotRequired[int | None]
    """Sampling rate in hertz."""
    AudioChannel: NotRequired[int | None]
    """Number of audio channels: 1 or 2."""
    Bitrate: NotRequired[int | None]
    """Bit rate in kbit/s, 26 to 256; 0 is automatic."""


class TencentVodComposeMediaTaskOutput(TypedDict):
    """The file that a composing task made."""

    FileType: NotRequired[str | None]
    """Format of the file, such as mp4 or mp3."""
    FileId: NotRequired[str | None]
    """Id of the new media file: decimal digits, sent as a string."""
    FileUrl: NotRequired[str | None]
    """Address of the new media file."""
    MediaName: NotRequired[str | None]
    """Name of the new file, at most 64 characters."""
    ClassId: NotRequired[int | None]
    """Id of the category of the file."""
    ExpireTime: NotRequired[str | None]
    """When the new file is deleted, ISO 8601."""


class TencentVodAudioTransform(TypedDict):
    """A change to the sound."""

    Type: NotRequired[Literal["Volume", ""] | str | None]
    """Kind of change: Volume."""
    VolumeParam: NotRequired[TencentVodAudioVolumeParam | None]
    """The volume; set where Type is Volume."""


class TencentVodAudioTrackItem(TypedDict):
    """A piece of audio on a track."""

    SourceMedia: NotRequired[str | None]
    """Source of the piece: id of a media file, or an address."""
    SourceMediaStartTime: NotRequired[float | None]
    """Where in the source the piece begins, in seconds; 0 by default."""
    Duration: NotRequired[float | None]
    """Length of the piece in seconds; all of the source by default."""
    TargetDuration: NotRequired[float | None]
    """Length that the piece shall have, in seconds; it is sped up or slowed down to fit. 0 keeps Duration."""
    AudioOperations: NotRequired[list[TencentVodAudioTransform] | None]
    """Changes to the sound, such as muting."""


class TencentVodMediaTransitionItem(TypedDict):
    """A transition between two pieces."""

    Duration: NotRequired[float | None]
    """Length of the transition in seconds; the second piece begins that much earlier."""
    Transitions: NotRequired[list[TencentVodTransitionOpertion] | None]
    """Deprecated: use MediaTransitions."""
    MediaTransitions: NotRequired[list[TencentVodTransitionOperation] | None]
    """The transitions, at most one for the picture and one for the sound."""


class TencentVodComposeMediaOutput(TypedDict):
    """What the composed file shall be like."""

    FileName: NotRequired[str | None]
    """Name of the new file, at most 64 characters."""
    Description: NotRequired[str | None]
    """Description of the new file, at most 128 characters."""
    ClassId: NotRequired[int | None]
    """Id of the category of the file."""
    ExpireTime: NotRequired[str | None]
    """When the new file shall be deleted, ISO 8601."""
    Container: NotRequired[str | None]
    """Container format to make: mp4, or mp3 for audio only."""
    VideoStream: NotRequired[TencentVodOutputVideoStream | None]
    """Settings for the video stream."""
    AudioStream: NotRequired[TencentVodOutputAudioStream | None]
    """Settings for the audio stream."""
    RemoveVideo: NotRequired[int | None]
    """1 leaves the video out, 0 keeps it."""
    RemoveAudio: NotRequired[int | None]
    """1 leaves the audio out, 0 keeps it."""


class TencentVodVideoTrackItem(TypedDict):
    """A piece of video on a track."""

    SourceMedia: NotRequired[str | None]
    """Source of the piece: id of a media file, or an address."""
    SourceMediaStartTime: NotRequired[float | None]
    """Where in the source the piece begins, in seconds; 0 by default."""
    Duration: NotRequired[float | None]
    """Length of the piece in seconds; all of the source by default. More than 0 for a picture."""
    TargetDuration: NotRequired[float | None]
    """Length that the piece shall have, in seconds; it is sped up or slowed down to fit. 0 keeps Duration."""
    CoordinateOrigin: NotRequired[Literal["Center", ""] | str | None]
    """Point from which positions are counted; only Center exists."""
    XPos: NotRequired[str | None]
    """Horizontal position from the origin of the canvas, such as 10% (of the canvas width) or 100px."""
    YPos: NotRequired[str | None]
    """Vertical position from the origin of the canvas, such as 10% (of the canvas height) or 100px."""
    Width: NotRequired[str | None]
    """Width on the canvas, such as 10% (of the canvas width) or 100px; empty follows Height or the source."""
    Height: NotRequired[str | None]
    """Height on the canvas, such as 10% (of the canvas height) or 100px; empty follows Width or the source."""
    AudioOperations: NotRequired[list[TencentVodAudioTransform] | None]
    """Changes to the sound, such as muting."""
    ImageOperations: NotRequired[list[TencentVodImageTransform] | None]
    """Changes to the picture, such as rotating."""


class TencentVodMediaTrackItem(TypedDict):
    """One item of a track; Type names the member that holds it."""

    Type: NotRequired[Literal["Video", "Audio", "Sticker", "Transition", "Empty", ""] | str | None]
    """Kind of item; selects the member that holds it."""
    VideoItem: NotRequired[TencentVodVideoTrackItem | None]
    """The piece of video; set where Type is Video."""
    AudioItem: NotRequired[TencentVodAudioTrackItem | None]
    """The piece of audio; set where Type is Audio."""
    StickerItem: NotRequired[TencentVodStickerTrackItem | None]
    """The sticker; set where Type is Sticker."""
    TransitionItem: NotRequired[TencentVodMediaTransitionItem | None]
    """The transition; set where Type is Transition."""
    EmptyItem: NotRequired[TencentVodEmptyTrackItem | None]
    """The gap; set where Type is Empty."""


class TencentVodMediaTrack(TypedDict):
    """A track with its items."""

    Type: NotRequired[Literal["Video", "VideoTrackItem", "MediaTransitionItem", "EmptyTrackItem", "Audio", "AudioTrackItem", "Sticker", "StickerTrackItem", ""] | str | None]
    """Kind of track: Video, Audio or Sticker."""
    TrackItems: NotRequired[list[TencentVodMediaTrackItem] | None]
    """The items of the track, one after the other."""


class TencentVodComposeMediaTaskInput(TypedDict):
    """What a composing task was given."""

    Tracks: NotRequired[list[TencentVodMediaTrack] | None]
    """The tracks: pictures, sound and stickers that run side by side."""
    Canvas: NotRequired[TencentVodCanvas | None]
    """Background on which the picture is put together."""
    Output: NotRequired[TencentVodComposeMediaOutput | None]
    """What the new file shall be like."""


class TencentVodComposeMediaTask(TypedDict):
    """A composing task, which makes one file out of several tracks."""

    TaskId: NotRequired[str | None]
    """Id of the task; no form is promised."""
    Status: NotRequired[Literal["PROCESSING", "FINISH", ""] | str | None]
    """State of the task: PROCESSING or FINISH. FINISH covers failure too: see ErrCode."""
    ErrCode: NotRequired[int | None]
    """Numeric error code: 0 for success, anything else is a failure."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    Progress: NotRequired[int | None]
    """Progress in percent, from 0 to 100."""
    Input: NotRequired[TencentVodComposeMediaTaskInput | None]
    """What the task was given."""
    Output: NotRequired[TencentVodComposeMediaTaskOutput | None]
    """What the task made or found."""
    MetaData: NotRequired[TencentVodMediaMetaData | None]
    """Technical data of the new file."""
    SessionId: NotRequired[str | None]
    """Deduplication id that the caller gave when starting the task, at most 50 characters."""
    SessionContext: NotRequired[str | None]
    """What the caller gave along when starting the task, at most 1000 characters."""


class TencentVodComposeMediaComplete(TypedDict):
    """Sent when a composing task has ended."""

    EventHandle: NotRequired[str | None]
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    EventType: Literal["ComposeMediaComplete"]
    """Names the message and selects the member that holds the event."""
    ComposeMediaCompleteEvent: NotRequired[TencentVodComposeMediaTask | None]
    """The event itself. The members of other event types are absent or null beside it."""
    Sign: NotRequired[str | None]
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    T: NotRequired[int | str | None]
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
