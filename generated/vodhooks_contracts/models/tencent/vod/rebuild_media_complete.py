# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from vodhooks.model import ContractModel

from .media_meta_data import TencentVodMediaMetaData


class TencentVodRepairInfo(ContractModel):
    """Settings for repairing the picture."""

    switch: Annotated[Literal["ON", "OFF", ""] | str | None, Field(alias="Switch")] = (
        None
    )
    """ON switches it on, OFF leaves it off."""
    type: Annotated[
        Literal["weak", "normal", "strong", ""] | str | None, Field(alias="Type")
    ] = None
    """How strongly to repair: weak, normal or strong."""


class TencentVodVideoFrameInterpolationInfo(ContractModel):
    """Settings for adding frames between frames."""

    switch: Annotated[Literal["ON", "OFF", ""] | str | None, Field(alias="Switch")] = (
        None
    )
    """ON switches it on, OFF leaves it off."""
    fps: Annotated[int | None, Field(alias="Fps")] = None
    """Frames per second to reach, more than 0 and at most 100; by default as in the source."""


class TencentVodSuperResolutionInfo(ContractModel):
    """Settings for enlarging the picture with more detail."""

    switch: Annotated[Literal["ON", "OFF", ""] | str | None, Field(alias="Switch")] = (
        None
    )
    """ON switches it on, OFF leaves it off."""
    type: Annotated[Literal["lq", "hq", ""] | str | None, Field(alias="Type")] = None
    """lq for noisy sources of low resolution, hq for sources of high resolution."""
    size: Annotated[int | None, Field(alias="Size")] = None
    """Factor of enlargement; only 2 exists."""


class TencentVodHDRInfo(ContractModel):
    """Settings for changing to HDR."""

    switch: Annotated[Literal["ON", "OFF", ""] | str | None, Field(alias="Switch")] = (
        None
    )
    """ON switches it on, OFF leaves it off."""
    type: Annotated[str | None, Field(alias="Type")] = None
    """Kind of HDR: hdr10 or hlg."""


class TencentVodVideoDenoiseInfo(ContractModel):
    """Settings for removing noise from the picture."""

    switch: Annotated[Literal["ON", "OFF", ""] | str | None, Field(alias="Switch")] = (
        None
    )
    """ON switches it on, OFF leaves it off."""
    type: Annotated[Literal["weak", "strong", ""] | str | None, Field(alias="Type")] = (
        None
    )
    """How strongly to remove noise: weak or strong."""


class TencentVodAudioDenoiseInfo(ContractModel):
    """Settings for removing noise from the sound."""

    switch: Annotated[Literal["ON", "OFF", ""] | str | None, Field(alias="Switch")] = (
        None
    )
    """ON switches it on, OFF leaves it off."""
    type: Annotated[Literal["normal", ""] | str | None, Field(alias="Type")] = None
    """How strongly to remove noise: normal."""


class TencentVodColorEnhanceInfo(ContractModel):
    """Settings for stronger colours."""

    switch: Annotated[Literal["ON", "OFF", ""] | str | None, Field(alias="Switch")] = (
        None
    )
    """ON switches it on, OFF leaves it off."""
    type: Annotated[
        Literal["weak", "normal", "strong", ""] | str | None, Field(alias="Type")
    ] = None
    """How strong to make the colours: weak, normal or strong."""


class TencentVodSharpEnhanceInfo(ContractModel):
    """Settings for sharper detail."""

    switch: Annotated[Literal["ON", "OFF", ""] | str | None, Field(alias="Switch")] = (
        None
    )
    """ON switches it on, OFF leaves it off."""
    intensity: Annotated[float | None, Field(alias="Intensity")] = None
    """Strength from 0.0 to 1.0; used where Switch is ON."""


class TencentVodFaceEnhanceInfo(ContractModel):
    """Settings for improving faces."""

    switch: Annotated[Literal["ON", "OFF", ""] | str | None, Field(alias="Switch")] = (
        None
    )
    """ON switches it on, OFF leaves it off."""
    intensity: Annotated[float | None, Field(alias="Intensity")] = None
    """Strength from 0.0 to 1.0; used where Switch is ON."""


class TencentVodLowLightEnhanceInfo(ContractModel):
    """Settings for brightening dark pictures."""

    switch: Annotated[Literal["ON", "OFF", ""] | str | None, Field(alias="Switch")] = (
        None
    )
    """ON switches it on, OFF leaves it off."""
    type: Annotated[Literal["normal", ""] | str | None, Field(alias="Type")] = None
    """How strongly to brighten: normal."""


class TencentVodScratchRepairInfo(ContractModel):
    """Settings for removing scratches."""

    switch: Annotated[Literal["ON", "OFF", ""] | str | None, Field(alias="Switch")] = (
        None
    )
    """ON switches it on, OFF leaves it off."""
    intensity: Annotated[float | None, Field(alias="Intensity")] = None
    """Strength from 0.0 to 1.0; used where Switch is ON."""
    type: Annotated[Literal["normal", ""] | str | None, Field(alias="Type")] = None
    """How to remove scratches: normal."""


class TencentVodArtifactRepairInfo(ContractModel):
    """Settings for removing compression artefacts."""

    switch: Annotated[Literal["ON", "OFF", ""] | str | None, Field(alias="Switch")] = (
        None
    )
    """ON switches it on, OFF leaves it off."""
    type: Annotated[Literal["weak", "strong", ""] | str | None, Field(alias="Type")] = (
        None
    )
    """How strongly to remove artefacts: weak or strong."""


class TencentVodRebuildMediaTargetVideoStream(ContractModel):
    """Settings for the video stream of the improved file."""

    codec: Annotated[
        Literal["libx264", "libx265", "av1", ""] | str | None, Field(alias="Codec")
    ] = None
    """Codec to use: libx264, libx265 or av1."""
    bitrate: Annotated[int | None, Field(alias="Bitrate")] = None
    """Bit rate in kbit/s, 128 to 35000; 0 is automatic."""
    fps: Annotated[int | None, Field(alias="Fps")] = None
    """Frames per second, 0 to 100; 0 is as in the source."""
    resolution_adaptive: Annotated[
        Literal["open", "close", ""] | str | None, Field(alias="ResolutionAdaptive")
    ] = None
    """open: Width is the long side and Height the short side; close: they are width and height."""
    width: Annotated[int | None, Field(alias="Width")] = None
    """Greatest width (or long side) in pixels; 0 follows Height, or the source where both are 0."""
    height: Annotated[int | None, Field(alias="Height")] = None
    """Greatest height (or short side) in pixels; 0 follows Width, or the source where both are 0."""
    fill_type: Annotated[
        Literal["stretch", "black", ""] | str | None, Field(alias="FillType")
    ] = None
    """What to do where the aspect ratio differs: stretch, or black borders."""
    gop: Annotated[int | None, Field(alias="Gop")] = None
    """Distance between key frames, in frames; 0 is automatic."""


class TencentVodRebuildMediaTargetAudioStream(ContractModel):
    """Settings for the audio stream of the improved file."""

    codec: Annotated[
        Literal["libmp3lame", "flac", "libfdk_aac", "ac3", "mp2", ""] | str | None,
        Field(alias="Codec"),
    ] = None
    """Codec to use; which ones are allowed depends on the container."""
    bitrate: Annotated[int | None, Field(alias="Bitrate")] = None
    """Bit rate in kbit/s, 26 to 256; 0 is automatic."""
    sample_rate: Annotated[int | None, Field(alias="SampleRate")] = None
    """Sampling rate in hertz."""
    audio_channel: Annotated[int | None, Field(alias="AudioChannel")] = None
    """Number of audio channels: 1, 2 or 6."""


class TencentVodRebuildMediaTaskOutput(ContractModel):
    """The file that a task that improves picture and sound made."""

    file_type: Annotated[str | None, Field(alias="FileType")] = None
    """Format of the file, such as mp4."""
    file_url: Annotated[str | None, Field(alias="FileUrl")] = None
    """Address of the new media file."""
    file_id: Annotated[str | None, Field(alias="FileId")] = None
    """Id of the new media file: decimal digits, sent as a string."""
    media_name: Annotated[str | None, Field(alias="MediaName")] = None
    """Name of the new file, at most 64 characters."""
    class_id: Annotated[int | None, Field(alias="ClassId")] = None
    """Id of the category of the file."""
    expire_time: Annotated[str | None, Field(alias="ExpireTime")] = None
    """When the new file is deleted, ISO 8601."""


class TencentVodRebuildMediaTargetInfo(ContractModel):
    """What the improved file shall be like."""

    media_name: Annotated[str | None, Field(alias="MediaName")] = None
    """Name of the new file, at most 64 characters."""
    description: Annotated[str | None, Field(alias="Description")] = None
    """Description of the new file, at most 128 characters."""
    class_id: Annotated[int | None, Field(alias="ClassId")] = None
    """Id of the category of the file."""
    expire_time: Annotated[str | None, Field(alias="ExpireTime")] = None
    """When the new file shall be deleted, ISO 8601."""
    container: Annotated[str | None, Field(alias="Container")] = None
    """Container format to make: mp4, flv or hls."""
    video_stream: Annotated[
        TencentVodRebuildMediaTargetVideoStream | None, Field(alias="VideoStream")
    ] = None
    """Settings for the video stream."""
    audio_stream: Annotated[
        TencentVodRebuildMediaTargetAudioStream | None, Field(alias="AudioStream")
    ] = None
    """Settings for the audio stream."""
    remove_video: Annotated[int | None, Field(alias="RemoveVideo")] = None
    """1 leaves the video out, 0 keeps it."""
    remove_audio: Annotated[int | None, Field(alias="RemoveAudio")] = None
    """1 leaves the audio out, 0 keeps it."""


class TencentVodRebuildMediaTaskInput(ContractModel):
    """What a task that improves picture and sound was given."""

    file_id: Annotated[str | None, Field(alias="FileId")] = None
    """Id of the media file: decimal digits, sent as a string."""
    start_time_offset: Annotated[float | None, Field(alias="StartTimeOffset")] = None
    """Where in the source to begin, in seconds; the start where absent."""
    end_time_offset: Annotated[float | None, Field(alias="EndTimeOffset")] = None
    """Where in the source to end, in seconds; the end where absent."""
    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the template."""
    repair_info: Annotated[TencentVodRepairInfo | None, Field(alias="RepairInfo")] = (
        None
    )
    """Settings for repairing the picture."""
    video_frame_interpolation_info: Annotated[
        TencentVodVideoFrameInterpolationInfo | None,
        Field(alias="VideoFrameInterpolationInfo"),
    ] = None
    """Settings for adding frames between frames."""
    super_resolution_info: Annotated[
        TencentVodSuperResolutionInfo | None, Field(alias="SuperResolutionInfo")
    ] = None
    """Settings for enlarging the picture with more detail."""
    hdr_info: Annotated[TencentVodHDRInfo | None, Field(alias="HDRInfo")] = None
    """Settings for changing to HDR."""
    video_denoise_info: Annotated[
        TencentVodVideoDenoiseInfo | None, Field(alias="VideoDenoiseInfo")
    ] = None
    """Settings for removing noise from the picture."""
    audio_denoise_info: Annotated[
        TencentVodAudioDenoiseInfo | None, Field(alias="AudioDenoiseInfo")
    ] = None
    """Settings for removing noise from the sound."""
    color_info: Annotated[
        TencentVodColorEnhanceInfo | None, Field(alias="ColorInfo")
    ] = None
    """Settings for stronger colours."""
    sharp_info: Annotated[
        TencentVodSharpEnhanceInfo | None, Field(alias="SharpInfo")
    ] = None
    """Settings for sharper detail."""
    face_info: Annotated[TencentVodFaceEnhanceInfo | None, Field(alias="FaceInfo")] = (
        None
    )
    """Settings for improving faces."""
    low_light_info: Annotated[
        TencentVodLowLightEnhanceInfo | None, Field(alias="LowLightInfo")
    ] = None
    """Settings for brightening dark pictures."""
    scratch_repair_info: Annotated[
        TencentVodScratchRepairInfo | None, Field(alias="ScratchRepairInfo")
    ] = None
    """Settings for removing scratches."""
    artifact_repair_info: Annotated[
        TencentVodArtifactRepairInfo | None, Field(alias="ArtifactRepairInfo")
    ] = None
    """Settings for removing compression artefacts."""
    target_info: Annotated[
        TencentVodRebuildMediaTargetInfo | None, Field(alias="TargetInfo")
    ] = None
    """What the new file shall be like."""


class TencentVodRebuildMediaTask(ContractModel):
    """A task that improves picture and sound (older form; see QualityEnhanceTask)."""

    task_id: Annotated[str | None, Field(alias="TaskId")] = None
    """Id of the task; no form is promised."""
    status: Annotated[
        Literal["PROCESSING", "FINISH", ""] | str | None, Field(alias="Status")
    ] = None
    """State of the task: PROCESSING or FINISH. FINISH covers failure too: see ErrCodeExt."""
    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """0 for success; 40000 wrong parameters, 60000 faulty source file, 70000 fault of the vendor (try again)."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    err_code_ext: Annotated[str | None, Field(alias="ErrCodeExt")] = None
    """Empty for success; otherwise a dotted error code of an open list."""
    progress: Annotated[int | None, Field(alias="Progress")] = None
    """Progress in percent, from 0 to 100."""
    input: Annotated[TencentVodRebuildMediaTaskInput | None, Field(alias="Input")] = (
        None
    )
    """What the task was given."""
    output: Annotated[
        TencentVodRebuildMediaTaskOutput | None, Field(alias="Output")
    ] = None
    """What the task made or found."""
    meta_data: Annotated[TencentVodMediaMetaData | None, Field(alias="MetaData")] = None
    """Technical data of the new file."""
    session_id: Annotated[str | None, Field(alias="SessionId")] = None
    """Deduplication id that the caller gave when starting the task, at most 50 characters."""
    session_context: Annotated[str | None, Field(alias="SessionContext")] = None
    """What the caller gave along when starting the task, at most 1000 characters."""


class TencentVodRebuildMediaComplete(ContractModel):
    """Sent when a task of the older form that improves picture and sound has ended; not recommended any more."""

    event_handle: Annotated[str | None, Field(alias="EventHandle")] = None
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    event_type: Annotated[Literal["RebuildMediaComplete"], Field(alias="EventType")]
    """Names the message and selects the member that holds the event."""
    rebuild_media_complete_event: Annotated[
        TencentVodRebuildMediaTask | None, Field(alias="RebuildMediaCompleteEvent")
    ] = None
    """The event itself. The members of other event types are absent or null beside it."""
    sign: Annotated[str | None, Field(alias="Sign")] = None
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    t: Annotated[int | str | None, Field(alias="T")] = None
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
