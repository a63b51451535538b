# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from vodhooks.model import ContractModel

from .media_meta_data import TencentVodMediaMetaData


class TencentVodAudioVolumeParam(ContractModel):
    """A change to the volume."""

    mute: Annotated[int | None, Field(alias="Mute")] = None
    """1 mutes the sound, 0 does not."""
    gain: Annotated[float | None, Field(alias="Gain")] = None
    """Gain from 0 to 10: more than 1 is louder, less than 1 softer; 0 and 1 change nothing."""


class TencentVodImageTransform(ContractModel):
    """A change to the picture."""

    type: Annotated[Literal["Rotate", "Flip", ""] | str | None, Field(alias="Type")] = (
        None
    )
    """Kind of change: Rotate or Flip."""
    rotate_angle: Annotated[float | None, Field(alias="RotateAngle")] = None
    """Angle of rotation around the centre in degrees, 0 to 360; set where Type is Rotate."""
    flip: Annotated[
        Literal["Horizental", "Vertical", ""] | str | None, Field(alias="Flip")
    ] = None
    """Horizental (so spelled; left to right) or Vertical; set where Type is Flip."""


class TencentVodStickerTrackItem(ContractModel):
    """A sticker on a track."""

    source_media: Annotated[str | None, Field(alias="SourceMedia")] = None
    """Source of the sticker: id of a media file, or an address."""
    duration: Annotated[float | None, Field(alias="Duration")] = None
    """How long the sticker is shown, in seconds."""
    start_time: Annotated[float | None, Field(alias="StartTime")] = None
    """When on the track the sticker appears, in seconds."""
    coordinate_origin: Annotated[
        Literal["Center", ""] | str | None, Field(alias="CoordinateOrigin")
    ] = None
    """Point from which positions are counted; only Center exists."""
    x_pos: Annotated[str | None, Field(alias="XPos")] = None
    """Horizontal position from the origin of the canvas, such as 10% (of the canvas width) or 100px."""
    y_pos: Annotated[str | None, Field(alias="YPos")] = None
    """Vertical position from the origin of the canvas, such as 10% (of the canvas height) or 100px."""
    width: Annotated[str | None, Field(alias="Width")] = None
    """Width on the canvas, such as 10% (of the canvas width) or 100px; empty follows Height or the source."""
    height: Annotated[str | None, Field(alias="Height")] = None
    """Height on the canvas, such as 10% (of the canvas height) or 100px; empty follows Width or the source."""
    image_operations: Annotated[
        list[TencentVodImageTransform] | None, Field(alias="ImageOperations")
    ] = None
    """Changes to the picture, such as rotating."""


class TencentVodTransitionOpertion(ContractModel):
    """A transition in the older form; the name is so spelled."""

    type: Annotated[str | None, Field(alias="Type")] = None
    """Name of the transition, for pictures or for sound."""


class TencentVodTransitionOperation(ContractModel):
    """A transition of the picture or of the sound."""

    type: Annotated[str | None, Field(alias="Type")] = None
    """Name of the transition, for pictures or for sound."""


class TencentVodEmptyTrackItem(ContractModel):
    """A gap on a track, for example silence."""

    duration: Annotated[float | None, Field(alias="Duration")] = None
    """Length of the gap in seconds."""


class TencentVodCanvas(ContractModel):
    """The background on which the picture is put together; shown where the source does not fill it."""

    color: Annotated[
        Literal["Black", "White", ""] | str | None, Field(alias="Color")
    ] = None
    """Colour of the background: Black or White."""
    width: Annotated[int | None, Field(alias="Width")] = None
    """Width of the canvas and of the video in pixels; 0 is as in the first video piece."""
    height: Annotated[int | None, Field(alias="Height")] = None
    """Height of the canvas and of the video in pixels; 0 is as in the first video piece."""


class TencentVodOutputVideoStream(ContractModel):
    """Settings for the video stream of the composed file."""

    codec: Annotated[Literal["libx264", ""] | str | None, Field(alias="Codec")] = None
    """Codec to use: libx264."""
    fps: Annotated[int | None, Field(alias="Fps")] = None
    """Frames per second, 0 to 60; 0 is as in the first video piece."""


class TencentVodOutputAudioStream(ContractModel):
    """Settings for the audio stream of the composed file."""

    codec: Annotated[Literal["libfdk_aac", ""] | str | None, Field(alias="Codec")] = (
        None
    )
    """Codec to use: libfdk_aac."""
    sample_rate: Annotated[int | None, Field(alias="SampleRate")] = None
    """Sampling rate in hertz."""
    audio_channel: Annotated[int | None, Field(alias="AudioChannel")] = None
    """Number of audio channels: 1 or 2."""
    bitrate: Annotated[int | None, Field(alias="Bitrate")] = None
    """Bit rate in kbit/s, 26 to 256; 0 is automatic."""


class TencentVodComposeMediaTaskOutput(ContractModel):
    """The file that a composing task made."""

    file_type: Annotated[str | None, Field(alias="FileType")] = None
    """Format of the file, such as mp4 or mp3."""
    file_id: Annotated[str | None, Field(alias="FileId")] = None
    """Id of the new media file: decimal digits, sent as a string."""
    file_url: Annotated[str | None, Field(alias="FileUrl")] = None
    """Address of the new media file."""
    media_name: Annotated[str | None, Field(alias="MediaName")] = None
    """Name of the new file, at most 64 characters."""
    class_id: Annotated[int | None, Field(alias="ClassId")] = None
    """Id of the category of the file."""
    expire_time: Annotated[str | None, Field(alias="ExpireTime")] = None
    """When the new file is deleted, ISO 8601."""


class TencentVodAudioTransform(ContractModel):
    """A change to the sound."""

    type: Annotated[Literal["Volume", ""] | str | None, Field(alias="Type")] = None
    """Kind of change: Volume."""
    volume_param: Annotated[
        TencentVodAudioVolumeParam | None, Field(alias="VolumeParam")
    ] = None
    """The volume; set where Type is Volume."""


class TencentVodAudioTrackItem(ContractModel):
    """A piece of audio on a track."""

    source_media: Annotated[str | None, Field(alias="SourceMedia")] = None
    """Source of the piece: id of a media file, or an address."""
    source_media_start_time: Annotated[
        float | None, Field(alias="SourceMediaStartTime")
    ] = None
    """Where in the source the piece begins, in seconds; 0 by default."""
    duration: Annotated[float | None, Field(alias="Duration")] = None
    """Length of the piece in seconds; all of the source by default."""
    target_duration: Annotated[float | None, Field(alias="TargetDuration")] = None
    """Length that the piece shall have, in seconds; it is sped up or slowed down to fit. 0 keeps Duration."""
    audio_operations: Annotated[
        list[TencentVodAudioTransform] | None, Field(alias="AudioOperations")
    ] = None
    """Changes to the sound, such as muting."""


class TencentVodMediaTransitionItem(ContractModel):
    """A transition between two pieces."""

    duration: Annotated[float | None, Field(alias="Duration")] = None
    """Length of the transition in seconds; the second piece begins that much earlier."""
    transitions: Annotated[
        list[TencentVodTransitionOpertion] | None,
        Field(alias="Transitions", deprecated=True),
    ] = None
    """Deprecated: use MediaTransitions."""
    media_transitions: Annotated[
        list[TencentVodTransitionOperation] | None, Field(alias="MediaTransitions")
    ] = None
    """The transitions, at most one for the picture and one for the sound."""


class TencentVodComposeMediaOutput(ContractModel):
    """What the composed file shall be like."""

    file_name: Annotated[str | None, Field(alias="FileName")] = None
    """Name of the new file, at most 64 characters."""
    description: Annotated[str | None, Field(alias="Description")] = None
    """Description of the new file, at most 128 characters."""
    class_id: Annotated[int | None, Field(alias="ClassId")] = None
    """Id of the category of the file."""
    expire_time: Annotated[str | None, Field(alias="ExpireTime")] = None
    """When the new file shall be deleted, ISO 8601."""
    container: Annotated[str | None, Field(alias="Container")] = None
    """Container format to make: mp4, or mp3 for audio only."""
    video_stream: Annotated[
        TencentVodOutputVideoStream | None, Field(alias="VideoStream")
    ] = None
    """Settings for the video stream."""
    audio_stream: Annotated[
        TencentVodOutputAudioStream | None, Field(alias="AudioStream")
    ] = None
    """Settings for the audio stream."""
    remove_video: Annotated[int | None, Field(alias="RemoveVideo")] = None
    """1 leaves the video out, 0 keeps it."""
    remove_audio: Annotated[int | None, Field(alias="RemoveAudio")] = None
    """1 leaves the audio out, 0 keeps it."""


class TencentVodVideoTrackItem(ContractModel):
    """A piece of video on a track."""

    source_media: Annotated[str | None, Field(alias="SourceMedia")] = None
    """Source of the piece: id of a media file, or an address."""
    source_media_start_time: Annotated[
        float | None, Field(alias="SourceMediaStartTime")
    ] = None
    """Where in the source the piece begins, in seconds; 0 by default."""
    duration: Annotated[float | None, Field(alias="Duration")] = None
    """Length of the piece in seconds; all of the source by default. More than 0 for a picture."""
    target_duration: Annotated[float | None, Field(alias="TargetDuration")] = None
    """Length that the piece shall have, in seconds; it is sped up or slowed down to fit. 0 keeps Duration."""
    coordinate_origin: Annotated[
        Literal["Center", ""] | str | None, Field(alias="CoordinateOrigin")
    ] = None
    """Point from which positions are counted; only Center exists."""
    x_pos: Annotated[str | None, Field(alias="XPos")] = None
    """Horizontal position from the origin of the canvas, such as 10% (of the canvas width) or 100px."""
    y_pos: Annotated[str | None, Field(alias="YPos")] = None
    """Vertical position from the origin of the canvas, such as 10% (of the canvas height) or 100px."""
    width: Annotated[str | None, Field(alias="Width")] = None
    """Width on the canvas, such as 10% (of the canvas width) or 100px; empty follows Height or the source."""
    height: Annotated[str | None, Field(alias="Height")] = None
    """Height on the canvas, such as 10% (of the canvas height) or 100px; empty follows Width or the source."""
    audio_operations: Annotated[
        list[TencentVodAudioTransform] | None, Field(alias="AudioOperations")
    ] = None
    """Changes to the sound, such as muting."""
    image_operations: Annotated[
        list[TencentVodImageTransform] | None, Field(alias="ImageOperations")
    ] = None
    """Changes to the picture, such as rotating."""


class TencentVodMediaTrackItem(ContractModel):
    """One item of a track; Type names the member that holds it."""

    type: Annotated[
        Literal["Video", "Audio", "Sticker", "Transition", "Empty", ""] | str | None,
        Field(alias="Type"),
    ] = None
    """Kind of item; selects the member that holds it."""
    video_item: Annotated[TencentVodVideoTrackItem | None, Field(alias="VideoItem")] = (
        None
    )
    """The piece of video; set where Type is Video."""
    audio_item: Annotated[TencentVodAudioTrackItem | None, Field(alias="AudioItem")] = (
        None
    )
    """The piece of audio; set where Type is Audio."""
    sticker_item: Annotated[
        TencentVodStickerTrackItem | None, Field(alias="StickerItem")
    ] = None
    """The sticker; set where Type is Sticker."""
    transition_item: Annotated[
        TencentVodMediaTransitionItem | None, Field(alias="TransitionItem")
    ] = None
    """The transition; set where Type is Transition."""
    empty_item: Annotated[TencentVodEmptyTrackItem | None, Field(alias="EmptyItem")] = (
        None
    )
    """The gap; set where Type is Empty."""


class TencentVodMediaTrack(ContractModel):
    """A track with its items."""

    type: Annotated[
        Literal["Video", "VideoTrackItem", "MediaTransitionItem", "EmptyTrackItem", "Audio", "AudioTrackItem", "Sticker", "StickerTrackItem", ""] | str | None,
        Field(alias="Type"),
    ] = None
    """Kind of track: Video, Audio or Sticker."""
    track_items: Annotated[
        list[TencentVodMediaTrackItem] | None, Field(alias="TrackItems")
    ] = None
    """The items of the track, one after the other."""


class TencentVodComposeMediaTaskInput(ContractModel):
    """What a composing task was given."""

    tracks: Annotated[list[TencentVodMediaTrack] | None, Field(alias="Tracks")] = None
    """The tracks: pictures, sound and stickers that run side by side."""
    canvas: Annotated[TencentVodCanvas | None, Field(alias="Canvas")] = None
    """Background on which the picture is put together."""
    output: Annotated[TencentVodComposeMediaOutput | None, Field(alias="Output")] = None
    """What the new file shall be like."""


class TencentVodComposeMediaTask(ContractModel):
    """A composing task, which makes one file out of several tracks."""

    task_id: Annotated[str | None, Field(alias="TaskId")] = None
    """Id of the task; no form is promised."""
    status: Annotated[
        Literal["PROCESSING", "FINISH", ""] | str | None, Field(alias="Status")
    ] = None
    """State of the task: PROCESSING or FINISH. FINISH covers failure too: see ErrCode."""
    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """Numeric error code: 0 for success, anything else is a failure."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    progress: Annotated[int | None, Field(alias="Progress")] = None
    """Progress in percent, from 0 to 100."""
    input: Annotated[TencentVodComposeMediaTaskInput | None, Field(alias="Input")] = (
        None
    )
    """What the task was given."""
    output: Annotated[
        TencentVodComposeMediaTaskOutput | None, Field(alias="Output")
    ] = None
    """What the task made or found."""
    meta_data: Annotated[TencentVodMediaMetaData | None, Field(alias="MetaData")] = None
    """Technical data of the new file."""
    session_id: Annotated[str | None, Field(alias="SessionId")] = None
    """Deduplication id that the caller gave when starting the task, at most 50 characters."""
    session_context: Annotated[str | None, Field(alias="SessionContext")] = None
    """What the caller gave along when starting the task, at most 1000 characters."""


class TencentVodComposeMediaComplete(ContractModel):
    """Sent when a composing task has ended."""

    event_handle: Annotated[str | None, Field(alias="EventHandle")] = None
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    event_type: Annotated[Literal["ComposeMediaComplete"], Field(alias="EventType")]
    """Names the message and selects the member that holds the event."""
    compose_media_complete_event: Annotated[
        TencentVodComposeMediaTask | None, Field(alias="ComposeMediaCompleteEvent")
    ] = None
    """The event itself. The members of other event types are absent or null beside it."""
    sign: Annotated[str | None, Field(alias="Sign")] = None
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    t: Annotated[int | str | None, Field(alias="T")] = None
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
