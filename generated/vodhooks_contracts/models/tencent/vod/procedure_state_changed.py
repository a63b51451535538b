# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from vodhooks.model import ContractModel

from .media_audio_stream_item import TencentVodMediaAudioStreamItem
from .media_meta_data import TencentVodMediaMetaData
from .media_video_stream_item import TencentVodMediaVideoStreamItem


class TencentVodWatermarkInput(ContractModel):
    """A watermark to put on the picture."""

    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the template."""
    text_content: Annotated[str | None, Field(alias="TextContent")] = None
    """Text of a text watermark, at most 100 characters."""
    svg_content: Annotated[str | None, Field(alias="SvgContent")] = None
    """SVG source of an SVG watermark, at most 2,000,000 characters."""
    start_time_offset: Annotated[float | None, Field(alias="StartTimeOffset")] = None
    """When the watermark appears, in seconds; negative counts from the end, 0 is the start."""
    end_time_offset: Annotated[float | None, Field(alias="EndTimeOffset")] = None
    """When the watermark goes, in seconds; negative counts from the end, 0 is the end."""


class TencentVodTraceWatermarkInput(ContractModel):
    """Whether to add a trace watermark."""

    switch: Annotated[Literal["ON", "OFF", ""] | str | None, Field(alias="Switch")] = (
        None
    )
    """ON adds the trace watermark, OFF does not."""
    definition: Annotated[int | None, Field(alias="Definition", deprecated=True)] = None
    """Deprecated; do not use."""


class TencentVodCopyRightWatermarkInput(ContractModel):
    """A copyright watermark to add."""

    text: Annotated[str | None, Field(alias="Text")] = None
    """Copyright text, at most 200 characters."""


class TencentVodBlindWatermarkInput(ContractModel):
    """A digital watermark to add."""

    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the template."""


class TencentVodMosaicInput(ContractModel):
    """An area to blur with a mosaic."""

    coordinate_origin: Annotated[str | None, Field(alias="CoordinateOrigin")] = None
    """Corner of the picture from which positions are counted; only TopLeft exists."""
    x_pos: Annotated[str | None, Field(alias="XPos")] = None
    """Horizontal position from the origin, such as 10% (of the width) or 100px."""
    y_pos: Annotated[str | None, Field(alias="YPos")] = None
    """Vertical position from the origin, such as 10% (of the height) or 100px."""
    width: Annotated[str | None, Field(alias="Width")] = None
    """Width of the mosaic, such as 10% (of the video width) or 100px."""
    height: Annotated[str | None, Field(alias="Height")] = None
    """Height of the mosaic, such as 10% (of the video height) or 100px."""
    start_time_offset: Annotated[float | None, Field(alias="StartTimeOffset")] = None
    """When the mosaic appears, in seconds; negative counts from the end, 0 is the start."""
    end_time_offset: Annotated[float | None, Field(alias="EndTimeOffset")] = None
    """When the mosaic goes, in seconds; negative counts from the end, 0 is the end."""


class TencentVodHeadTailTaskInput(ContractModel):
    """An opening or ending to add."""

    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the template."""


class TencentVodVideoTemplateInfoForUpdate(ContractModel):
    """Settings for the video stream that replace those of the template."""

    codec: Annotated[str | None, Field(alias="Codec")] = None
    """Codec to use: libx264, libx265, av1 or H.266."""
    fps: Annotated[int | None, Field(alias="Fps")] = None
    """Frames per second, 0 to 100; 0 is as in the source."""
    bitrate: Annotated[int | None, Field(alias="Bitrate")] = None
    """Bit rate in kbit/s, 128 to 100000; 0 is automatic."""
    resolution_adaptive: Annotated[
        Literal["open", "close", ""] | str | None, Field(alias="ResolutionAdaptive")
    ] = None
    """open: Width is the long side and Height the short side; close: they are width and height."""
    width: Annotated[int | None, Field(alias="Width")] = None
    """Greatest width (or long side) in pixels; 0 follows Height, or the source where both are 0."""
    height: Annotated[int | None, Field(alias="Height")] = None
    """Greatest height (or short side) in pixels; 0 follows Width, or the source where both are 0."""
    fill_type: Annotated[
        Literal["stretch", "black", "white", "gauss", ""] | str | None,
        Field(alias="FillType"),
    ] = None
    """What to do where the aspect ratio differs: stretch, or fill the border with black, white or blur."""
    vcrf: Annotated[int | None, Field(alias="Vcrf")] = None
    """Constant rate factor from 1 to 51, used in place of a bit rate; 0 switches it off."""
    gop: Annotated[int | None, Field(alias="Gop")] = None
    """Distance between key frames, in the unit of GopUnit; 0 is automatic."""
    preserve_hdr_switch: Annotated[
        Literal["ON", "OFF", ""] | str | None, Field(alias="PreserveHDRSwitch")
    ] = None
    """ON keeps HDR where the source has it; OFF always makes SDR."""
    codec_tag: Annotated[
        Literal["hvc1", "hev1", ""] | str | None, Field(alias="CodecTag")
    ] = None
    """Tag of an H.265 stream: hvc1 or hev1."""
    gop_unit: Annotated[
        Literal["frame", "second", ""] | str | None, Field(alias="GopUnit")
    ] = None
    """Unit of Gop: frame (the default) or second."""
    mode: Annotated[
        Literal["VBR", "ABR", "CBR", "VCRF", ""] | str | None, Field(alias="Mode")
    ] = None
    """Control of the bit rate: VBR, ABR, CBR or VCRF."""
    bframes: Annotated[int | None, Field(alias="Bframes")] = None
    """Most B frames in a row; -1 is automatic."""
    hls_time: Annotated[int | None, Field(alias="HlsTime")] = None
    """Average length of an HLS segment in seconds; 0 is automatic."""
    video_profile: Annotated[
        Literal["baseline", "main", "high", "default", ""] | str | None,
        Field(alias="VideoProfile"),
    ] = None
    """Profile of the codec, such as main or high; for H.264 only."""


class TencentVodAudioTemplateInfoForUpdate(ContractModel):
    """Settings for the audio stream that replace those of the template."""

    codec: Annotated[
        Literal["libmp3lame", "flac", "libfdk_aac", "ac3", "mp2", "pcm16", ""] | str | None,
        Field(alias="Codec"),
    ] = None
    """Codec to use; which ones are allowed depends on the container."""
    bitrate: Annotated[int | None, Field(alias="Bitrate")] = None
    """Bit rate in kbit/s, 26 to 256; 0 is automatic."""
    sample_rate: Annotated[int | None, Field(alias="SampleRate")] = None
    """Sampling rate in hertz."""
    audio_channel: Annotated[int | None, Field(alias="AudioChannel")] = None
    """Number of audio channels: 1, 2 or 6; 0 is as in the source."""
    stream_selects: Annotated[list[int] | None, Field(alias="StreamSelects")] = None
    """Audio tracks to keep; all where nothing is given."""


class TencentVodTEHDConfigForUpdate(ContractModel):
    """Settings of top speed codec transcoding that replace those of the template."""

    type: Annotated[
        Literal["TEHD-100", "OFF", ""] | str | None, Field(alias="Type")
    ] = None
    """Kind of top speed codec: TEHD-100, or OFF."""
    max_video_bitrate: Annotated[int | None, Field(alias="MaxVideoBitrate")] = None
    """Highest bit rate of the video; the unit is not documented."""


class TencentVodSubtitleInfoInput(ContractModel):
    """Subtitles to burn into the picture, and their look."""

    id: Annotated[str | None, Field(alias="Id")] = None
    """Id of the subtitle."""
    stream_index: Annotated[int | None, Field(alias="StreamIndex")] = None
    """Index of the subtitle track of the source to burn in; used with the Id SUBTITLE_ID_PLACE_HOLDER only."""
    font_type: Annotated[str | None, Field(alias="FontType")] = None
    """Font file, such as hei.ttf."""
    font_size: Annotated[str | None, Field(alias="FontSize")] = None
    """Size of the font in pixels (Npx) or as a percentage of the video height (N%)."""
    font_color: Annotated[str | None, Field(alias="FontColor")] = None
    """Colour of the text, 0xRRGGBB."""
    font_alpha: Annotated[float | None, Field(alias="FontAlpha")] = None
    """Opacity of the text, from 0 (invisible) to 1 (opaque)."""
    y_pos: Annotated[str | None, Field(alias="YPos")] = None
    """Vertical position of the text, Npx or N% of the video height, counted from the bottom."""
    board_y: Annotated[str | None, Field(alias="BoardY")] = None
    """Vertical position of the board behind the text, Npx or N% of the video height, from the bottom."""
    board_width: Annotated[str | None, Field(alias="BoardWidth")] = None
    """Width of the board behind the text, Npx or N% of the video width."""
    board_height: Annotated[str | None, Field(alias="BoardHeight")] = None
    """Height of the board behind the text, Npx or N% of the video height."""
    board_color: Annotated[str | None, Field(alias="BoardColor")] = None
    """Colour of the board behind the text, 0xRRGGBB."""
    board_alpha: Annotated[float | None, Field(alias="BoardAlpha")] = None
    """Opacity of the board behind the text, from 0 (invisible) to 1 (opaque)."""
    alignment: Annotated[
        Literal["top", "bottom", ""] | str | None, Field(alias="Alignment")
    ] = None
    """Which edge of the text stays in place: top or bottom."""
    outline_width: Annotated[str | None, Field(alias="OutlineWidth")] = None
    """Width of the outline of the text, Npx or N%."""
    outline_color: Annotated[str | None, Field(alias="OutlineColor")] = None
    """Colour of the outline of the text, 0xRRGGBB."""
    outline_alpha: Annotated[float | None, Field(alias="OutlineAlpha")] = None
    """Opacity of the outline of the text, from 0 (invisible) to 1 (opaque)."""
    shadow_width: Annotated[str | None, Field(alias="ShadowWidth")] = None
    """Width of the shadow of the text, Npx or N%."""
    shadow_color: Annotated[str | None, Field(alias="ShadowColor")] = None
    """Colour of the shadow of the text, 0xRRGGBB."""
    shadow_alpha: Annotated[float | None, Field(alias="ShadowAlpha")] = None
    """Opacity of the shadow of the text, from 0 (invisible) to 1 (opaque)."""
    line_spacing: Annotated[str | None, Field(alias="LineSpacing")] = None
    """Space between lines, Npx or N%."""


class TencentVodMediaTranscodeItem(ContractModel):
    """A transcoded file."""

    url: Annotated[str | None, Field(alias="Url")] = None
    """Address of the transcoded file."""
    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the transcoding template; 0 means the original file."""
    bitrate: Annotated[int | None, Field(alias="Bitrate")] = None
    """Average bit rates of video and audio together, in bits per second."""
    height: Annotated[int | None, Field(alias="Height")] = None
    """Greatest height of the video streams in pixels."""
    width: Annotated[int | None, Field(alias="Width")] = None
    """Greatest width of the video streams in pixels."""
    size: Annotated[int | None, Field(alias="Size")] = None
    """Size in bytes. For HLS, the playlist and all segments together."""
    duration: Annotated[float | None, Field(alias="Duration")] = None
    """Length in seconds."""
    md5: Annotated[str | None, Field(alias="Md5")] = None
    """MD5 of the file."""
    container: Annotated[str | None, Field(alias="Container")] = None
    """Container format, such as mp4 or m4a."""
    video_stream_set: Annotated[
        list[TencentVodMediaVideoStreamItem] | None, Field(alias="VideoStreamSet")
    ] = None
    """The video streams of the file."""
    audio_stream_set: Annotated[
        list[TencentVodMediaAudioStreamItem] | None, Field(alias="AudioStreamSet")
    ] = None
    """The audio streams of the file."""
    digital_watermark_type: Annotated[
        Literal["Trace", "CopyRight", "None", ""] | str | None,
        Field(alias="DigitalWatermarkType"),
    ] = None
    """Kind of invisible watermark in the file: Trace, CopyRight or None."""
    copy_right_watermark_text: Annotated[
        str | None, Field(alias="CopyRightWatermarkText")
    ] = None
    """Text of the copyright watermark."""
    blind_watermark_definition: Annotated[
        int | None, Field(alias="BlindWatermarkDefinition")
    ] = None
    """Id of the template of the digital watermark."""
    file_id: Annotated[str | None, Field(alias="FileId")] = None
    """Id of the new media file; set where the result was asked for as a file of its own."""


class TencentVodAnimatedGraphicTaskInput(ContractModel):
    """What a task that makes an animated picture was given."""

    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the template."""
    start_time_offset: Annotated[float | None, Field(alias="StartTimeOffset")] = None
    """Where in the source to begin, in seconds; negative counts from the end, 0 is the start."""
    end_time_offset: Annotated[float | None, Field(alias="EndTimeOffset")] = None
    """Where in the source to end, in seconds; negative counts from the end, 0 is the end."""


class TencentVodMediaAnimatedGraphicsItem(ContractModel):
    """An animated picture made from a video."""

    url: Annotated[str | None, Field(alias="Url")] = None
    """Address of the file."""
    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the template."""
    container: Annotated[str | None, Field(alias="Container")] = None
    """Format of the picture, such as gif."""
    height: Annotated[int | None, Field(alias="Height")] = None
    """Height of the picture in pixels."""
    width: Annotated[int | None, Field(alias="Width")] = None
    """Width of the picture in pixels."""
    bitrate: Annotated[int | None, Field(alias="Bitrate")] = None
    """Bit rate in bits per second."""
    size: Annotated[int | None, Field(alias="Size")] = None
    """Size in bytes. For HLS, the playlist and all segments together."""
    md5: Annotated[str | None, Field(alias="Md5")] = None
    """MD5 of the file."""
    start_time_offset: Annotated[float | None, Field(alias="StartTimeOffset")] = None
    """Where in the video it begins, in seconds."""
    end_time_offset: Annotated[float | None, Field(alias="EndTimeOffset")] = None
    """Where in the video it ends, in seconds."""


class TencentVodSnapshotByTimeOffsetTaskInput(ContractModel):
    """What a task that takes snapshots at given times was given."""

    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the template."""
    ext_time_offset_set: Annotated[
        list[str] | None, Field(alias="ExtTimeOffsetSet")
    ] = None
    """Times of the snapshots, such as 3.5s (seconds) or 10% (of the length)."""
    time_offset_set: Annotated[list[float] | None, Field(alias="TimeOffsetSet")] = None
    """Times of the snapshots in milliseconds. Deprecated: use ExtTimeOffsetSet."""
    watermark_set: Annotated[
        list[TencentVodWatermarkInput] | None, Field(alias="WatermarkSet")
    ] = None
    """Watermarks to put on the picture, at most 10."""


class TencentVodMediaSnapshotByTimePicInfoItem(ContractModel):
    """One snapshot taken at a given time."""

    time_offset: Annotated[float | None, Field(alias="TimeOffset")] = None
    """Time of the snapshot in the video, in milliseconds."""
    url: Annotated[str | None, Field(alias="Url")] = None
    """Address of the snapshot."""
    water_mark_definition: Annotated[
        list[int] | None, Field(alias="WaterMarkDefinition")
    ] = None
    """Ids of the watermark templates that were used on the picture."""


class TencentVodSampleSnapshotTaskInput(ContractModel):
    """What a task that takes snapshots at regular intervals was given."""

    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the template."""
    watermark_set: Annotated[
        list[TencentVodWatermarkInput] | None, Field(alias="WatermarkSet")
    ] = None
    """Watermarks to put on the picture, at most 10."""


class TencentVodMediaSampleSnapshotItem(ContractModel):
    """The snapshots taken at regular intervals."""

    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the template."""
    sample_type: Annotated[
        Literal["Percent", "Time", ""] | str | None, Field(alias="SampleType")
    ] = None
    """How the interval is counted: Percent (of the length) or Time (seconds)."""
    interval: Annotated[int | None, Field(alias="Interval")] = None
    """Interval between pictures, in the unit that SampleType names: percent or seconds."""
    image_url_set: Annotated[list[str] | None, Field(alias="ImageUrlSet")] = None
    """Addresses of the pictures."""
    water_mark_definition: Annotated[
        list[int] | None, Field(alias="WaterMarkDefinition")
    ] = None
    """Ids of the watermark templates that were used on the picture."""


class TencentVodImageSpriteTaskInput(ContractModel):
    """What a task that makes image sprites was given."""

    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the template."""


class TencentVodMediaImageSpriteItem(ContractModel):
    """Image sprites: large pictures put together of many small ones."""

    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the template."""
    height: Annotated[int | None, Field(alias="Height")] = None
    """Height of each small picture in pixels."""
    width: Annotated[int | None, Field(alias="Width")] = None
    """Width of each small picture in pixels."""
    total_count: Annotated[int | None, Field(alias="TotalCount")] = None
    """Number of small pictures in each sprite."""
    image_url_set: Annotated[list[str] | None, Field(alias="ImageUrlSet")] = None
    """Addresses of the sprites, the large pictures."""
    web_vtt_url: Annotated[str | None, Field(alias="WebVttUrl")] = None
    """Address of the WebVTT file that gives the time and the place in the sprite of each small picture."""


class TencentVodCoverBySnapshotTaskInput(ContractModel):
    """What a task that takes a snapshot as the cover was given."""

    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the template."""
    position_type: Annotated[str | None, Field(alias="PositionType")] = None
    """How the place of the snapshot is given: Time or Percent."""
    position_value: Annotated[float | None, Field(alias="PositionValue")] = None
    """Place of the snapshot, in seconds or in percent of the length, as PositionType says."""
    watermark_set: Annotated[
        list[TencentVodWatermarkInput] | None, Field(alias="WatermarkSet")
    ] = None
    """Watermarks to put on the picture, at most 10."""


class TencentVodCoverBySnapshotTaskOutput(ContractModel):
    """The cover that was made."""

    cover_url: Annotated[str | None, Field(alias="CoverUrl")] = None
    """Address of the cover picture."""


class TencentVodSPEKEDrm(ContractModel):
    """How to get keys from a DRM vendor, after the SPEKE protocol."""

    resource_id: Annotated[str | None, Field(alias="ResourceId")] = None
    """Content id for the DRM vendor, chosen by the caller (the cid of SPEKE)."""
    key_server_url: Annotated[str | None, Field(alias="KeyServerUrl")] = None
    """Address of the key server of the DRM vendor."""
    vector: Annotated[str | None, Field(alias="Vector")] = None
    """Initialisation vector, 32 hexadecimal digits."""
    encryption_method: Annotated[str | None, Field(alias="EncryptionMethod")] = None
    """Encryption scheme: cbcs or cenc."""
    encryption_preset: Annotated[str | None, Field(alias="EncryptionPreset")] = None
    """preset0: one key for all streams; preset1: a key for each stream."""
    key_acquire_mode: Annotated[
        Literal["POST", "GET", ""] | str | None, Field(alias="KeyAcquireMode")
    ] = None
    """HTTP method for asking the key server: POST or GET."""


class TencentVodMediaSubStreamInfoItem(ContractModel):
    """One of the streams between which a player can change."""

    type: Annotated[Literal["audio", "video", ""] | str | None, Field(alias="Type")] = (
        None
    )
    """audio (no picture) or video (may have sound)."""
    width: Annotated[int | None, Field(alias="Width")] = None
    """Width of the picture in pixels; for video only."""
    height: Annotated[int | None, Field(alias="Height")] = None
    """Height of the picture in pixels; for video only."""
    size: Annotated[int | None, Field(alias="Size")] = None
    """Size in bytes; 0 for files made before 2023-02-09T16:00:00Z."""


class TencentVodMediaSubtitleItem(ContractModel):
    """A subtitle of a media file."""

    id: Annotated[str | None, Field(alias="Id")] = None
    """Id of the subtitle."""
    name: Annotated[str | None, Field(alias="Name")] = None
    """Name of the subtitle."""
    language: Annotated[
        Literal["zh", "en", "ja", "ko", "vi", "ms", "th", "pt", "tr", "ar", "es", "hi", "fr", ""] | str | None,
        Field(alias="Language"),
    ] = None
    """Language code, such as zh or en (RFC 5646)."""
    format: Annotated[Literal["vtt", ""] | str | None, Field(alias="Format")] = None
    """Format of the subtitle; vtt."""
    url: Annotated[str | None, Field(alias="Url")] = None
    """Address of the subtitle file."""
    source: Annotated[
        Literal["UserUploaded", "AIRecognition", ""] | str | None, Field(alias="Source")
    ] = None
    """UserUploaded, or AIRecognition where it was made from speech."""


class TencentVodAiReviewPornTaskInput(ContractModel):
    """What a review of pictures for pornography was given."""

    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the template."""


class TencentVodMediaContentReviewSegmentItem(ContractModel):
    """A stretch that the review of pictures flagged."""

    start_time_offset: Annotated[float | None, Field(alias="StartTimeOffset")] = None
    """Where the stretch begins, in seconds."""
    end_time_offset: Annotated[float | None, Field(alias="EndTimeOffset")] = None
    """Where the stretch ends, in seconds."""
    confidence: Annotated[float | None, Field(alias="Confidence")] = None
    """How sure the vendor is, from 0 to 100."""
    label: Annotated[str | None, Field(alias="Label")] = None
    """The kind of offence found."""
    suggestion: Annotated[
        Literal["pass", "review", "block", ""] | str | None, Field(alias="Suggestion")
    ] = None
    """Advice of the review: pass, review (look at it) or block."""
    url: Annotated[str | None, Field(alias="Url")] = None
    """Address of a picture of the stretch; it is deleted later."""
    pic_url_expire_time_stamp: Annotated[
        int | None, Field(alias="PicUrlExpireTimeStamp", deprecated=True)
    ] = None
    """Deprecated: use PicUrlExpireTime."""
    pic_url_expire_time: Annotated[str | None, Field(alias="PicUrlExpireTime")] = None
    """When the picture is deleted, ISO 8601."""


class TencentVodAiReviewTerrorismTaskInput(ContractModel):
    """What a review of pictures for violence and terrorism was given."""

    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the template."""


class TencentVodAiReviewTerrorismTaskOutput(ContractModel):
    """What a review of pictures for violence and terrorism found."""

    confidence: Annotated[float | None, Field(alias="Confidence")] = None
    """How sure the vendor is, from 0 to 100."""
    suggestion: Annotated[
        Literal["pass", "review", "block", ""] | str | None, Field(alias="Suggestion")
    ] = None
    """Advice of the review: pass, review (look at it) or block."""
    label: Annotated[
        Literal["guns", "crowd", "police", "bloody", "banners", "militant", "explosion", "terrorists", "scenario", ""] | str | None,
        Field(alias="Label"),
    ] = None
    """The kind of offence found."""
    segment_set: Annotated[
        list[TencentVodMediaContentReviewSegmentItem] | None, Field(alias="SegmentSet")
    ] = None
    """The stretches found, at most the first 100; the file at SegmentSetFileUrl holds all."""
    segment_set_file_url: Annotated[str | None, Field(alias="SegmentSetFileUrl")] = None
    """Address of a JSON file with all stretches, in the form of SegmentSet; it is deleted later."""
    segment_set_file_url_expire_time: Annotated[
        str | None, Field(alias="SegmentSetFileUrlExpireTime")
    ] = None
    """When that file is deleted, ISO 8601."""


class TencentVodAiReviewPoliticalTaskInput(ContractModel):
    """What a review of pictures for politically sensitive content was given."""

    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the template."""


class TencentVodMediaContentReviewPoliticalSegmentItem(ContractModel):
    """A stretch that the review of pictures flagged as politically sensitive."""

    start_time_offset: Annotated[float | None, Field(alias="StartTimeOffset")] = None
    """Where the stretch begins, in seconds."""
    end_time_offset: Annotated[float | None, Field(alias="EndTimeOffset")] = None
    """Where the stretch ends, in seconds."""
    confidence: Annotated[float | None, Field(alias="Confidence")] = None
    """How sure the vendor is, from 0 to 100."""
    suggestion: Annotated[
        Literal["pass", "review", "block", ""] | str | None, Field(alias="Suggestion")
    ] = None
    """Advice of the review: pass, review (look at it) or block."""
    name: Annotated[str | None, Field(alias="Name")] = None
    """Name of the person or the sign."""
    label: Annotated[
        Literal["violation_photo", "nation_politician", "province_politician", "bureau_politician", "county_politician", "rural_politician", "sensitive_politician", "foreign_politician", "sensitive_entertainment", "sensitive_sport", "sensitive_entrepreneur", "sensitive_scholar", "sensitive_celebrity", "historical_celebrity", "sensitive_military", ""] | str | None,
        Field(alias="Label"),
    ] = None
    """The kind of offence found."""
    url: Annotated[str | None, Field(alias="Url")] = None
    """Address of a picture of the stretch; it is deleted later."""
    area_coord_set: Annotated[list[int] | None, Field(alias="AreaCoordSet")] = None
    """Pixel coordinates x1, y1, x2, y2 of the area: its upper left and lower right corners."""
    pic_url_expire_time_stamp: Annotated[
        int | None, Field(alias="PicUrlExpireTimeStamp", deprecated=True)
    ] = None
    """Deprecated: use PicUrlExpireTime."""
    pic_url_expire_time: Annotated[str | None, Field(alias="PicUrlExpireTime")] = None
    """When the picture is deleted, ISO 8601."""


class TencentVodAiReviewPornAsrTaskInput(ContractModel):
    """What a review of speech for pornography was given."""

    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the template."""


class TencentVodMediaContentReviewAsrTextSegmentItem(ContractModel):
    """A stretch that the review of speech flagged."""

    start_time_offset: Annotated[float | None, Field(alias="StartTimeOffset")] = None
    """Where the stretch begins, in seconds."""
    end_time_offset: Annotated[float | None, Field(alias="EndTimeOffset")] = None
    """Where the stretch ends, in seconds."""
    confidence: Annotated[float | None, Field(alias="Confidence")] = None
    """How sure the vendor is, from 0 to 100."""
    suggestion: Annotated[
        Literal["pass", "review", "block", ""] | str | None, Field(alias="Suggestion")
    ] = None
    """Advice of the review: pass, review (look at it) or block."""
    keyword_set: Annotated[list[str] | None, Field(alias="KeywordSet")] = None
    """Words of the text that offend."""


class TencentVodAiReviewPornOcrTaskInput(ContractModel):
    """What a review of text in pictures for pornography was given."""

    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the template."""


class TencentVodMediaContentReviewOcrTextSegmentItem(ContractModel):
    """A stretch that the review of text in pictures flagged."""

    start_time_offset: Annotated[float | None, Field(alias="StartTimeOffset")] = None
    """Where the stretch begins, in seconds."""
    end_time_offset: Annotated[float | None, Field(alias="EndTimeOffset")] = None
    """Where the stretch ends, in seconds."""
    confidence: Annotated[float | None, Field(alias="Confidence")] = None
    """How sure the vendor is, from 0 to 100."""
    suggestion: Annotated[
        Literal["pass", "review", "block", ""] | str | None, Field(alias="Suggestion")
    ] = None
    """Advice of the review: pass, review (look at it) or block."""
    keyword_set: Annotated[list[str] | None, Field(alias="KeywordSet")] = None
    """Words of the text that offend."""
    area_coord_set: Annotated[list[int] | None, Field(alias="AreaCoordSet")] = None
    """Pixel coordinates x1, y1, x2, y2 of the area: its upper left and lower right corners."""
    url: Annotated[str | None, Field(alias="Url")] = None
    """Address of a picture of the stretch; it is deleted later."""
    pic_url_expire_time: Annotated[str | None, Field(alias="PicUrlExpireTime")] = None
    """When the picture is deleted, ISO 8601."""


class TencentVodAiReviewPoliticalAsrTaskInput(ContractModel):
    """What a review of speech for politically sensitive content was given."""

    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the template."""


class TencentVodAiReviewPoliticalAsrTaskOutput(ContractModel):
    """What a review of speech for politically sensitive content found."""

    confidence: Annotated[float | None, Field(alias="Confidence")] = None
    """How sure the vendor is, from 0 to 100."""
    suggestion: Annotated[
        Literal["pass", "review", "block", ""] | str | None, Field(alias="Suggestion")
    ] = None
    """Advice of the review: pass, review (look at it) or block."""
    segment_set: Annotated[
        list[TencentVodMediaContentReviewAsrTextSegmentItem] | None,
        Field(alias="SegmentSet"),
    ] = None
    """The stretches found, at most the first 100; the file at SegmentSetFileUrl holds all."""
    segment_set_file_url: Annotated[str | None, Field(alias="SegmentSetFileUrl")] = None
    """Address of a JSON file with all stretches, in the form of SegmentSet; it is deleted later."""
    segment_set_file_url_expire_time: Annotated[
        str | None, Field(alias="SegmentSetFileUrlExpireTime")
    ] = None
    """When that file is deleted, ISO 8601."""


class TencentVodAiReviewPoliticalOcrTaskInput(ContractModel):
    """What a review of text in pictures for politically sensitive content was given."""

    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the template."""


class TencentVodAiReviewPoliticalOcrTaskOutput(ContractModel):
    """What a review of text in pictures for politically sensitive content found."""

    confidence: Annotated[float | None, Field(alias="Confidence")] = None
    """How sure the vendor is, from 0 to 100."""
    suggestion: Annotated[
        Literal["pass", "review", "block", ""] | str | None, Field(alias="Suggestion")
    ] = None
    """Advice of the review: pass, review (look at it) or block."""
    segment_set: Annotated[
        list[TencentVodMediaContentReviewOcrTextSegmentItem] | None,
        Field(alias="SegmentSet"),
    ] = None
    """The stretches found, at most the first 100; the file at SegmentSetFileUrl holds all."""
    segment_set_file_url: Annotated[str | None, Field(alias="SegmentSetFileUrl")] = None
    """Address of a JSON file with all stretches, in the form of SegmentSet; it is deleted later."""
    segment_set_file_url_expire_time: Annotated[
        str | None, Field(alias="SegmentSetFileUrlExpireTime")
    ] = None
    """When that file is deleted, ISO 8601."""


class TencentVodAiReviewTerrorismOcrTaskInput(ContractModel):
    """What a review of text in pictures for violence and terrorism was given."""

    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the template."""


class TencentVodAiReviewTerrorismOcrTaskOutput(ContractModel):
    """What a review of text in pictures for violence and terrorism found."""

    confidence: Annotated[float | None, Field(alias="Confidence")] = None
    """How sure the vendor is, from 0 to 100."""
    suggestion: Annotated[
        Literal["pass", "review", "block", ""] | str | None, Field(alias="Suggestion")
    ] = None
    """Advice of the review: pass, review (look at it) or block."""
    segment_set: Annotated[
        list[TencentVodMediaContentReviewOcrTextSegmentItem] | None,
        Field(alias="SegmentSet"),
    ] = None
    """The stretches found, at most the first 100; the file at SegmentSetFileUrl holds all."""
    segment_set_file_url: Annotated[str | None, Field(alias="SegmentSetFileUrl")] = None
    """Address of a JSON file with all stretches, in the form of SegmentSet; it is deleted later."""
    segment_set_file_url_expire_time: Annotated[
        str | None, Field(alias="SegmentSetFileUrlExpireTime")
    ] = None
    """When that file is deleted, ISO 8601."""


class TencentVodAiReviewProhibitedOcrTaskInput(ContractModel):
    """What a review of text in pictures for forbidden content was given."""

    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the template."""


class TencentVodAiReviewProhibitedOcrTaskOutput(ContractModel):
    """What a review of text in pictures for forbidden content found."""

    confidence: Annotated[float | None, Field(alias="Confidence")] = None
    """How sure the vendor is, from 0 to 100."""
    suggestion: Annotated[
        Literal["pass", "review", "block", ""] | str | None, Field(alias="Suggestion")
    ] = None
    """Advice of the review: pass, review (look at it) or block."""
    segment_set: Annotated[
        list[TencentVodMediaContentReviewOcrTextSegmentItem] | None,
        Field(alias="SegmentSet"),
    ] = None
    """The stretches found, at most the first 100; the file at SegmentSetFileUrl holds all."""
    segment_set_file_url: Annotated[str | None, Field(alias="SegmentSetFileUrl")] = None
    """Address of a JSON file with all stretches, in the form of SegmentSet; it is deleted later."""
    segment_set_file_url_expire_time: Annotated[
        str | None, Field(alias="SegmentSetFileUrlExpireTime")
    ] = None
    """When that file is deleted, ISO 8601."""


class TencentVodAiReviewProhibitedAsrTaskInput(ContractModel):
    """What a review of speech for forbidden content was given."""

    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the template."""


class TencentVodAiReviewProhibitedAsrTaskOutput(ContractModel):
    """What a review of speech for forbidden content found."""

    confidence: Annotated[float | None, Field(alias="Confidence")] = None
    """How sure the vendor is, from 0 to 100."""
    suggestion: Annotated[
        Literal["pass", "review", "block", ""] | str | None, Field(alias="Suggestion")
    ] = None
    """Advice of the review: pass, review (look at it) or block."""
    segment_set: Annotated[
        list[TencentVodMediaContentReviewAsrTextSegmentItem] | None,
        Field(alias="SegmentSet"),
    ] = None
    """The stretches found, at most the first 100; the file at SegmentSetFileUrl holds all."""
    segment_set_file_url: Annotated[str | None, Field(alias="SegmentSetFileUrl")] = None
    """Address of a JSON file with all stretches, in the form of SegmentSet; it is deleted later."""
    segment_set_file_url_expire_time: Annotated[
        str | None, Field(alias="SegmentSetFileUrlExpireTime")
    ] = None
    """When that file is deleted, ISO 8601."""


class TencentVodAiAnalysisTaskClassificationInput(ContractModel):
    """What a task that sorts the media into categories was given."""

    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the template."""


class TencentVodMediaAiAnalysisClassificationItem(ContractModel):
    """One category found for the media."""

    classification: Annotated[str | None, Field(alias="Classification")] = None
    """Name of the category."""
    confidence: Annotated[float | None, Field(alias="Confidence")] = None
    """How sure the vendor is, from 0 to 100."""


class TencentVodAiAnalysisTaskCoverInput(ContractModel):
    """What a task that chooses covers was given."""

    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the template."""


class TencentVodMediaAiAnalysisCoverItem(ContractModel):
    """One cover found for the media."""

    cover_url: Annotated[str | None, Field(alias="CoverUrl")] = None
    """Address of the cover picture."""
    confidence: Annotated[float | None, Field(alias="Confidence")] = None
    """How sure the vendor is, from 0 to 100."""


class TencentVodAiAnalysisTaskTagInput(ContractModel):
    """What a task that finds tags for the media was given."""

    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the template."""


class TencentVodMediaAiAnalysisTagItem(ContractModel):
    """One tag found for the media."""

    tag: Annotated[str | None, Field(alias="Tag")] = None
    """Name of the tag."""
    confidence: Annotated[float | None, Field(alias="Confidence")] = None
    """How sure the vendor is, from 0 to 100."""


class TencentVodAiAnalysisTaskFrameTagInput(ContractModel):
    """What a task that finds tags frame by frame was given."""

    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the template."""


class TencentVodMediaAiAnalysisFrameTagItem(ContractModel):
    """One tag found in a stretch."""

    tag: Annotated[str | None, Field(alias="Tag")] = None
    """Name of the tag."""
    category_set: Annotated[list[str] | None, Field(alias="CategorySet")] = None
    """Categories of the tag, from the first level down, such as scene, building."""
    confidence: Annotated[float | None, Field(alias="Confidence")] = None
    """How sure the vendor is, from 0 to 100."""


class TencentVodAiAnalysisTaskHighlightInput(ContractModel):
    """What a task that finds highlights was given."""

    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the template."""


class TencentVodHighlightSegmentItem(ContractModel):
    """One stretch of a highlight."""

    confidence: Annotated[float | None, Field(alias="Confidence")] = None
    """How sure the vendor is, from 0 to 100."""
    start_time_offset: Annotated[float | None, Field(alias="StartTimeOffset")] = None
    """Where the stretch begins, in seconds."""
    end_time_offset: Annotated[float | None, Field(alias="EndTimeOffset")] = None
    """Where the stretch ends, in seconds."""


class TencentVodAiRecognitionTaskHeadTailResultInput(ContractModel):
    """What a task that finds the opening and the ending was given."""

    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the template."""


class TencentVodAiRecognitionTaskHeadTailResultOutput(ContractModel):
    """Where the opening ends and the ending begins."""

    head_confidence: Annotated[float | None, Field(alias="HeadConfidence")] = None
    """How sure the vendor is of the opening, from 0 to 100."""
    head_time_offset: Annotated[float | None, Field(alias="HeadTimeOffset")] = None
    """Where the opening ends, in seconds."""
    tail_confidence: Annotated[float | None, Field(alias="TailConfidence")] = None
    """How sure the vendor is of the ending, from 0 to 100."""
    tail_time_offset: Annotated[float | None, Field(alias="TailTimeOffset")] = None
    """Where the ending begins, in seconds."""


class TencentVodAiRecognitionTaskSegmentResultInput(ContractModel):
    """What a task that splits the media into parts was given."""

    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the template."""


class TencentVodAiRecognitionTaskSegmentSegmentItem(ContractModel):
    """One of the parts into which the media was split."""

    file_id: Annotated[str | None, Field(alias="FileId")] = None
    """Id of the part as a media file; set where source and part are both media files."""
    segment_url: Annotated[str | None, Field(alias="SegmentUrl")] = None
    """Address of the part as a video."""
    confidence: Annotated[float | None, Field(alias="Confidence")] = None
    """How sure the vendor is, from 0 to 100."""
    start_time_offset: Annotated[float | None, Field(alias="StartTimeOffset")] = None
    """Where the stretch begins, in seconds."""
    end_time_offset: Annotated[float | None, Field(alias="EndTimeOffset")] = None
    """Where the stretch ends, in seconds."""
    cov_img_url: Annotated[str | None, Field(alias="CovImgUrl")] = None
    """Address of the cover picture."""
    special_info: Annotated[str | None, Field(alias="SpecialInfo")] = None
    """Special field; ignore it."""


class TencentVodAiRecognitionTaskFaceResultInput(ContractModel):
    """What a task that recognises faces was given."""

    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the template."""


class TencentVodAiRecognitionTaskFaceSegmentItem(ContractModel):
    """A stretch in which the person appears."""

    start_time_offset: Annotated[float | None, Field(alias="StartTimeOffset")] = None
    """Where the stretch begins, in seconds."""
    end_time_offset: Annotated[float | None, Field(alias="EndTimeOffset")] = None
    """Where the stretch ends, in seconds."""
    confidence: Annotated[float | None, Field(alias="Confidence")] = None
    """How sure the vendor is, from 0 to 100."""
    area_coord_set: Annotated[list[int] | None, Field(alias="AreaCoordSet")] = None
    """Pixel coordinates x1, y1, x2, y2 of the area: its upper left and lower right corners."""


class TencentVodAiRecognitionTaskAsrWordsResultInput(ContractModel):
    """What a task that finds keywords in speech was given."""

    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the template."""


class TencentVodAiRecognitionTaskAsrWordsSegmentItem(ContractModel):
    """A stretch in which the keyword is spoken."""

    start_time_offset: Annotated[float | None, Field(alias="StartTimeOffset")] = None
    """Where the stretch begins, in seconds."""
    end_time_offset: Annotated[float | None, Field(alias="EndTimeOffset")] = None
    """Where the stretch ends, in seconds."""
    confidence: Annotated[float | None, Field(alias="Confidence")] = None
    """How sure the vendor is, from 0 to 100."""


class TencentVodAiRecognitionTaskAsrFullTextResultInput(ContractModel):
    """What a task that writes down all speech was given."""

    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the template."""


class TencentVodAiRecognitionTaskAsrFullTextSegmentItem(ContractModel):
    """A stretch of speech with its text."""

    confidence: Annotated[float | None, Field(alias="Confidence")] = None
    """How sure the vendor is, from 0 to 100."""
    start_time_offset: Annotated[float | None, Field(alias="StartTimeOffset")] = None
    """Where the stretch begins, in seconds."""
    end_time_offset: Annotated[float | None, Field(alias="EndTimeOffset")] = None
    """Where the stretch ends, in seconds."""
    text: Annotated[str | None, Field(alias="Text")] = None
    """Text recognised in a picture or in speech."""


class TencentVodAiRecognitionTaskAsrFullTextResultOutputSubtitleItem(ContractModel):
    """A subtitle file made from speech."""

    id: Annotated[str | None, Field(alias="Id")] = None
    """Id of the subtitle; set where Format is vtt, for tasks since 2024-11-01T10:00:00Z."""
    name: Annotated[str | None, Field(alias="Name")] = None
    """Name to show in a player; set where Format is vtt, for tasks since 2024-11-01T10:00:00Z."""
    language: Annotated[str | None, Field(alias="Language")] = None
    """Language code, such as zh or en (RFC 5646)."""
    format: Annotated[Literal["vtt", "srt", ""] | str | None, Field(alias="Format")] = (
        None
    )
    """Format of the subtitle: vtt or srt."""
    url: Annotated[str | None, Field(alias="Url")] = None
    """Address of the subtitle file."""


class TencentVodAiRecognitionTaskAsrTranslateResultInput(ContractModel):
    """What a task that translates speech was given."""

    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the template."""


class TencentVodAiRecognitionTaskAsrTranslateSegmentItem(ContractModel):
    """A stretch of speech with its text and the translation."""

    confidence: Annotated[float | None, Field(alias="Confidence")] = None
    """How sure the vendor is, from 0 to 100."""
    start_time_offset: Annotated[float | None, Field(alias="StartTimeOffset")] = None
    """Where the stretch begins, in seconds."""
    end_time_offset: Annotated[float | None, Field(alias="EndTimeOffset")] = None
    """Where the stretch ends, in seconds."""
    text: Annotated[str | None, Field(alias="Text")] = None
    """Text recognised in a picture or in speech."""
    translation: Annotated[str | None, Field(alias="Translation")] = None
    """The translated text."""


class TencentVodAiRecognitionTaskOcrWordsResultInput(ContractModel):
    """What a task that finds keywords in the text of pictures was given."""

    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the template."""


class TencentVodAiRecognitionTaskOcrWordsSegmentItem(ContractModel):
    """A stretch in which the keyword is shown."""

    start_time_offset: Annotated[float | None, Field(alias="StartTimeOffset")] = None
    """Where the stretch begins, in seconds."""
    end_time_offset: Annotated[float | None, Field(alias="EndTimeOffset")] = None
    """Where the stretch ends, in seconds."""
    confidence: Annotated[float | None, Field(alias="Confidence")] = None
    """How sure the vendor is, from 0 to 100."""
    area_coord_set: Annotated[list[int] | None, Field(alias="AreaCoordSet")] = None
    """Pixel coordinates x1, y1, x2, y2 of the area: its upper left and lower right corners."""


class TencentVodAiRecognitionTaskOcrFullTextResultInput(ContractModel):
    """What a task that reads all text in pictures was given."""

    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the template."""


class TencentVodAiRecognitionTaskOcrFullTextSegmentTextItem(ContractModel):
    """One text shown in a stretch."""

    confidence: Annotated[float | None, Field(alias="Confidence")] = None
    """How sure the vendor is, from 0 to 100."""
    area_coord_set: Annotated[list[int] | None, Field(alias="AreaCoordSet")] = None
    """Pixel coordinates x1, y1, x2, y2 of the area: its upper left and lower right corners."""
    text: Annotated[str | None, Field(alias="Text")] = None
    """Text recognised in a picture or in speech."""


class TencentVodAiRecognitionTaskObjectResultInput(ContractModel):
    """What a task that recognises objects was given."""

    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the template."""


class TencentVodAiRecognitionTaskObjectSeqmentItem(ContractModel):
    """A stretch in which the object appears (older form)."""

    start_time_offset: Annotated[float | None, Field(alias="StartTimeOffset")] = None
    """Where the stretch begins, in seconds."""
    end_time_offset: Annotated[float | None, Field(alias="EndTimeOffset")] = None
    """Where the stretch ends, in seconds."""
    confidence: Annotated[float | None, Field(alias="Confidence")] = None
    """How sure the vendor is, from 0 to 100."""
    area_coord_set: Annotated[list[int] | None, Field(alias="AreaCoordSet")] = None
    """Pixel coordinates x1, y1, x2, y2 of the area: its upper left and lower right corners."""


class TencentVodAiRecognitionTaskObjectSegmentItem(ContractModel):
    """A stretch in which the object appears."""

    start_time_offset: Annotated[float | None, Field(alias="StartTimeOffset")] = None
    """Where the stretch begins, in seconds."""
    end_time_offset: Annotated[float | None, Field(alias="EndTimeOffset")] = None
    """Where the stretch ends, in seconds."""
    confidence: Annotated[float | None, Field(alias="Confidence")] = None
    """How sure the vendor is, from 0 to 100."""
    area_coord_set: Annotated[list[int] | None, Field(alias="AreaCoordSet")] = None
    """Pixel coordinates x1, y1, x2, y2 of the area: its upper left and lower right corners."""


class TencentVodOverrideTranscodeParameter(ContractModel):
    """Settings that replace those of a transcoding template."""

    container: Annotated[str | None, Field(alias="Container")] = None
    """Container format to make; mp3, flac, ogg, m4a and wav hold audio only."""
    remove_video: Annotated[int | None, Field(alias="RemoveVideo")] = None
    """1 leaves the video out, 0 keeps it."""
    remove_audio: Annotated[int | None, Field(alias="RemoveAudio")] = None
    """1 leaves the audio out, 0 keeps it."""
    video_template: Annotated[
        TencentVodVideoTemplateInfoForUpdate | None, Field(alias="VideoTemplate")
    ] = None
    """Settings for the video stream."""
    audio_template: Annotated[
        TencentVodAudioTemplateInfoForUpdate | None, Field(alias="AudioTemplate")
    ] = None
    """Settings for the audio stream."""
    tehd_config: Annotated[
        TencentVodTEHDConfigForUpdate | None, Field(alias="TEHDConfig")
    ] = None
    """Settings of top speed codec transcoding, the vendor's way to save bit rate."""
    std_ext_info: Annotated[str | None, Field(alias="StdExtInfo")] = None
    """Extension field for special purposes."""


class TencentVodMediaProcessTaskAnimatedGraphicResult(ContractModel):
    """State and result of a task that makes an animated picture."""

    status: Annotated[str | None, Field(alias="Status")] = None
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    err_code_ext: Annotated[str | None, Field(alias="ErrCodeExt")] = None
    """Empty for success; otherwise a dotted error code of an open list."""
    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    input: Annotated[
        TencentVodAnimatedGraphicTaskInput | None, Field(alias="Input")
    ] = None
    """What the task was given."""
    output: Annotated[
        TencentVodMediaAnimatedGraphicsItem | None, Field(alias="Output")
    ] = None
    """What the task made or found."""
    progress: Annotated[int | None, Field(alias="Progress")] = None
    """Progress in percent, from 0 to 100."""
    begin_process_time: Annotated[str | None, Field(alias="BeginProcessTime")] = None
    """When the work began, ISO 8601."""
    finish_time: Annotated[str | None, Field(alias="FinishTime")] = None
    """When the task ended, ISO 8601."""


class TencentVodMediaSnapshotByTimeOffsetItem(ContractModel):
    """The snapshots taken at given times with one template."""

    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the template."""
    pic_info_set: Annotated[
        list[TencentVodMediaSnapshotByTimePicInfoItem] | None, Field(alias="PicInfoSet")
    ] = None
    """The snapshots, one entry for each."""


class TencentVodMediaProcessTaskSampleSnapshotResult(ContractModel):
    """State and result of a task that takes snapshots at regular intervals."""

    status: Annotated[str | None, Field(alias="Status")] = None
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    err_code_ext: Annotated[str | None, Field(alias="ErrCodeExt")] = None
    """Empty for success; otherwise a dotted error code of an open list."""
    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    input: Annotated[TencentVodSampleSnapshotTaskInput | None, Field(alias="Input")] = (
        None
    )
    """What the task was given."""
    output: Annotated[
        TencentVodMediaSampleSnapshotItem | None, Field(alias="Output")
    ] = None
    """What the task made or found."""
    progress: Annotated[int | None, Field(alias="Progress")] = None
    """Progress in percent, from 0 to 100."""
    begin_process_time: Annotated[str | None, Field(alias="BeginProcessTime")] = None
    """When the work began, ISO 8601."""
    finish_time: Annotated[str | None, Field(alias="FinishTime")] = None
    """When the task ended, ISO 8601."""


class TencentVodMediaProcessTaskImageSpriteResult(ContractModel):
    """State and result of a task that makes image sprites."""

    status: Annotated[str | None, Field(alias="Status")] = None
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    err_code_ext: Annotated[str | None, Field(alias="ErrCodeExt")] = None
    """Empty for success; otherwise a dotted error code of an open list."""
    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    input: Annotated[TencentVodImageSpriteTaskInput | None, Field(alias="Input")] = None
    """What the task was given."""
    output: Annotated[TencentVodMediaImageSpriteItem | None, Field(alias="Output")] = (
        None
    )
    """What the task made or found."""
    progress: Annotated[int | None, Field(alias="Progress")] = None
    """Progress in percent, from 0 to 100."""
    begin_process_time: Annotated[str | None, Field(alias="BeginProcessTime")] = None
    """When the work began, ISO 8601."""
    finish_time: Annotated[str | None, Field(alias="FinishTime")] = None
    """When the task ended, ISO 8601."""


class TencentVodMediaProcessTaskCoverBySnapshotResult(ContractModel):
    """State and result of a task that takes a snapshot as the cover."""

    status: Annotated[str | None, Field(alias="Status")] = None
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    err_code_ext: Annotated[str | None, Field(alias="ErrCodeExt")] = None
    """Empty for success; otherwise a dotted error code of an open list."""
    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    input: Annotated[
        TencentVodCoverBySnapshotTaskInput | None, Field(alias="Input")
    ] = None
    """What the task was given."""
    output: Annotated[
        TencentVodCoverBySnapshotTaskOutput | None, Field(alias="Output")
    ] = None
    """What the task made or found."""
    progress: Annotated[int | None, Field(alias="Progress")] = None
    """Progress in percent, from 0 to 100."""
    begin_process_time: Annotated[str | None, Field(alias="BeginProcessTime")] = None
    """When the work began, ISO 8601."""
    finish_time: Annotated[str | None, Field(alias="FinishTime")] = None
    """When the task ended, ISO 8601."""


class TencentVodThirdPartyDrmInfo(ContractModel):
    """DRM of another vendor."""

    drm_types: Annotated[list[str] | None, Field(alias="DrmTypes")] = None
    """DRM systems, such as FairPlay, Widevine or PlayReady."""
    speke_drm: Annotated[TencentVodSPEKEDrm | None, Field(alias="SPEKEDrm")] = None
    """How to reach the DRM vendor, after the SPEKE protocol."""


class TencentVodAdaptiveDynamicStreamingInfoItem(ContractModel):
    """Adaptive bit rate streams made from a media file."""

    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the template."""
    package: Annotated[
        Literal["HLS", "DASH", ""] | str | None, Field(alias="Package")
    ] = None
    """Packaging: HLS or DASH."""
    drm_type: Annotated[str | None, Field(alias="DrmType")] = None
    """Kind of encryption."""
    url: Annotated[str | None, Field(alias="Url")] = None
    """Address for playing."""
    size: Annotated[int | None, Field(alias="Size")] = None
    """Size in bytes, playlists and segments together; 0 for files made before 2022-01-10T16:00:00Z."""
    digital_watermark_type: Annotated[
        Literal["Trace", "CopyRight", "None", ""] | str | None,
        Field(alias="DigitalWatermarkType"),
    ] = None
    """Kind of invisible watermark in the file: Trace, CopyRight or None."""
    sub_stream_set: Annotated[
        list[TencentVodMediaSubStreamInfoItem] | None, Field(alias="SubStreamSet")
    ] = None
    """The streams between which a player can change."""
    copy_right_watermark_text: Annotated[
        str | None, Field(alias="CopyRightWatermarkText")
    ] = None
    """Text of the copyright watermark."""
    blind_watermark_definition: Annotated[
        int | None, Field(alias="BlindWatermarkDefinition")
    ] = None
    """Id of the template of the digital watermark."""
    subtitle_set: Annotated[
        list[TencentVodMediaSubtitleItem] | None, Field(alias="SubtitleSet")
    ] = None
    """The subtitles of the streams."""
    default_subtitle_id: Annotated[str | None, Field(alias="DefaultSubtitleId")] = None
    """Id of the subtitle that is shown by default."""
    drm_encrypt_type: Annotated[str | None, Field(alias="DrmEncryptType")] = None
    """Encryption method of the DRM."""


class TencentVodAiReviewPornTaskOutput(ContractModel):
    """What a review of pictures for pornography found."""

    confidence: Annotated[float | None, Field(alias="Confidence")] = None
    """How sure the vendor is, from 0 to 100."""
    suggestion: Annotated[
        Literal["pass", "review", "block", ""] | str | None, Field(alias="Suggestion")
    ] = None
    """Advice of the review: pass, review (look at it) or block."""
    label: Annotated[
        Literal["porn", "sexy", "vulgar", "intimacy", ""] | str | None,
        Field(alias="Label"),
    ] = None
    """The kind of offence found."""
    segment_set: Annotated[
        list[TencentVodMediaContentReviewSegmentItem] | None, Field(alias="SegmentSet")
    ] = None
    """The stretches found, at most the first 100; the file at SegmentSetFileUrl holds all."""
    segment_set_file_url: Annotated[str | None, Field(alias="SegmentSetFileUrl")] = None
    """Address of a JSON file with all stretches, in the form of SegmentSet; it is deleted later."""
    segment_set_file_url_expire_time: Annotated[
        str | None, Field(alias="SegmentSetFileUrlExpireTime")
    ] = None
    """When that file is deleted, ISO 8601."""


class TencentVodAiReviewTaskTerrorismResult(ContractModel):
    """State and result of a review of pictures for violence and terrorism."""

    status: Annotated[str | None, Field(alias="Status")] = None
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    err_code_ext: Annotated[str | None, Field(alias="ErrCodeExt")] = None
    """Empty for success; otherwise a dotted error code of an open list."""
    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    input: Annotated[
        TencentVodAiReviewTerrorismTaskInput | None, Field(alias="Input")
    ] = None
    """What the task was given."""
    output: Annotated[
        TencentVodAiReviewTerrorismTaskOutput | None, Field(alias="Output")
    ] = None
    """What the task made or found."""
    progress: Annotated[int | None, Field(alias="Progress")] = None
    """Progress in percent, from 0 to 100."""


class TencentVodAiReviewPoliticalTaskOutput(ContractModel):
    """What a review of pictures for politically sensitive content found."""

    confidence: Annotated[float | None, Field(alias="Confidence")] = None
    """How sure the vendor is, from 0 to 100."""
    suggestion: Annotated[
        Literal["pass", "review", "block", ""] | str | None, Field(alias="Suggestion")
    ] = None
    """Advice of the review: pass, review (look at it) or block."""
    label: Annotated[
        Literal["violation_photo", "politician", ""] | str | None, Field(alias="Label")
    ] = None
    """The kind of offence found."""
    segment_set: Annotated[
        list[TencentVodMediaContentReviewPoliticalSegmentItem] | None,
        Field(alias="SegmentSet"),
    ] = None
    """The stretches found, at most the first 100; the file at SegmentSetFileUrl holds all."""
    segment_set_file_url: Annotated[str | None, Field(alias="SegmentSetFileUrl")] = None
    """Address of a JSON file with all stretches, in the form of SegmentSet; it is deleted later."""
    segment_set_file_url_expire_time: Annotated[
        str | None, Field(alias="SegmentSetFileUrlExpireTime")
    ] = None
    """When that file is deleted, ISO 8601."""


class TencentVodAiReviewPornAsrTaskOutput(ContractModel):
    """What a review of speech for pornography found."""

    confidence: Annotated[float | None, Field(alias="Confidence")] = None
    """How sure the vendor is, from 0 to 100."""
    suggestion: Annotated[
        Literal["pass", "review", "block", ""] | str | None, Field(alias="Suggestion")
    ] = None
    """Advice of the review: pass, review (look at it) or block."""
    segment_set: Annotated[
        list[TencentVodMediaContentReviewAsrTextSegmentItem] | None,
        Field(alias="SegmentSet"),
    ] = None
    """The stretches found, at most the first 100; the file at SegmentSetFileUrl holds all."""
    segment_set_file_url: Annotated[str | None, Field(alias="SegmentSetFileUrl")] = None
    """Address of a JSON file with all stretches, in the form of SegmentSet; it is deleted later."""
    segment_set_file_url_expire_time: Annotated[
        str | None, Field(alias="SegmentSetFileUrlExpireTime")
    ] = None
    """When that file is deleted, ISO 8601."""


class TencentVodAiReviewPornOcrTaskOutput(ContractModel):
    """What a review of text in pictures for pornography found."""

    confidence: Annotated[float | None, Field(alias="Confidence")] = None
    """How sure the vendor is, from 0 to 100."""
    suggestion: Annotated[
        Literal["pass", "review", "block", ""] | str | None, Field(alias="Suggestion")
    ] = None
    """Advice of the review: pass, review (look at it) or block."""
    segment_set: Annotated[
        list[TencentVodMediaContentReviewOcrTextSegmentItem] | None,
        Field(alias="SegmentSet"),
    ] = None
    """The stretches found, at most the first 100; the file at SegmentSetFileUrl holds all."""
    segment_set_file_url: Annotated[str | None, Field(alias="SegmentSetFileUrl")] = None
    """Address of a JSON file with all stretches, in the form of SegmentSet; it is deleted later."""
    segment_set_file_url_expire_time: Annotated[
        str | None, Field(alias="SegmentSetFileUrlExpireTime")
    ] = None
    """When that file is deleted, ISO 8601."""


class TencentVodAiReviewTaskPoliticalAsrResult(ContractModel):
    """State and result of a review of speech for politically sensitive content."""

    status: Annotated[str | None, Field(alias="Status")] = None
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    err_code_ext: Annotated[str | None, Field(alias="ErrCodeExt")] = None
    """Empty for success; otherwise a dotted error code of an open list."""
    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    input: Annotated[
        TencentVodAiReviewPoliticalAsrTaskInput | None, Field(alias="Input")
    ] = None
    """What the task was given."""
    output: Annotated[
        TencentVodAiReviewPoliticalAsrTaskOutput | None, Field(alias="Output")
    ] = None
    """What the task made or found."""
    progress: Annotated[int | None, Field(alias="Progress")] = None
    """Progress in percent, from 0 to 100."""


class TencentVodAiReviewTaskPoliticalOcrResult(ContractModel):
    """State and result of a review of text in pictures for politically sensitive content."""

    status: Annotated[str | None, Field(alias="Status")] = None
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    err_code_ext: Annotated[str | None, Field(alias="ErrCodeExt")] = None
    """Empty for success; otherwise a dotted error code of an open list."""
    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    input: Annotated[
        TencentVodAiReviewPoliticalOcrTaskInput | None, Field(alias="Input")
    ] = None
    """What the task was given."""
    output: Annotated[
        TencentVodAiReviewPoliticalOcrTaskOutput | None, Field(alias="Output")
    ] = None
    """What the task made or found."""
    progress: Annotated[int | None, Field(alias="Progress")] = None
    """Progress in percent, from 0 to 100."""


class TencentVodAiReviewTaskTerrorismOcrResult(ContractModel):
    """State and result of a review of text in pictures for violence and terrorism."""

    status: Annotated[str | None, Field(alias="Status")] = None
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    err_code_ext: Annotated[str | None, Field(alias="ErrCodeExt")] = None
    """Empty for success; otherwise a dotted error code of an open list."""
    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    input: Annotated[
        TencentVodAiReviewTerrorismOcrTaskInput | None, Field(alias="Input")
    ] = None
    """What the task was given."""
    output: Annotated[
        TencentVodAiReviewTerrorismOcrTaskOutput | None, Field(alias="Output")
    ] = None
    """What the task made or found."""
    progress: Annotated[int | None, Field(alias="Progress")] = None
    """Progress in percent, from 0 to 100."""


class TencentVodAiReviewTaskProhibitedOcrResult(ContractModel):
    """State and result of a review of text in pictures for forbidden content."""

    status: Annotated[str | None, Field(alias="Status")] = None
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    err_code_ext: Annotated[str | None, Field(alias="ErrCodeExt")] = None
    """Empty for success; otherwise a dotted error code of an open list."""
    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    input: Annotated[
        TencentVodAiReviewProhibitedOcrTaskInput | None, Field(alias="Input")
    ] = None
    """What the task was given."""
    output: Annotated[
        TencentVodAiReviewProhibitedOcrTaskOutput | None, Field(alias="Output")
    ] = None
    """What the task made or found."""
    progress: Annotated[int | None, Field(alias="Progress")] = None
    """Progress in percent, from 0 to 100."""


class TencentVodAiReviewTaskProhibitedAsrResult(ContractModel):
    """State and result of a review of speech for forbidden content."""

    status: Annotated[str | None, Field(alias="Status")] = None
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    err_code_ext: Annotated[str | None, Field(alias="ErrCodeExt")] = None
    """Empty for success; otherwise a dotted error code of an open list."""
    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    input: Annotated[
        TencentVodAiReviewProhibitedAsrTaskInput | None, Field(alias="Input")
    ] = None
    """What the task was given."""
    output: Annotated[
        TencentVodAiReviewProhibitedAsrTaskOutput | None, Field(alias="Output")
    ] = None
    """What the task made or found."""
    progress: Annotated[int | None, Field(alias="Progress")] = None
    """Progress in percent, from 0 to 100."""


class TencentVodAiAnalysisTaskClassificationOutput(ContractModel):
    """The categories found for the media."""

    classification_set: Annotated[
        list[TencentVodMediaAiAnalysisClassificationItem] | None,
        Field(alias="ClassificationSet"),
    ] = None
    """The categories found, at most the first 100; the file at ClassificationSetFileUrl holds all."""
    classification_set_file_url: Annotated[
        str | None, Field(alias="ClassificationSetFileUrl")
    ] = None
    """Address of a JSON file with all categories, in the form of ClassificationSet; it is deleted later."""
    classification_set_file_url_expire_time: Annotated[
        str | None, Field(alias="ClassificationSetFileUrlExpireTime")
    ] = None
    """When that file is deleted, ISO 8601."""


class TencentVodAiAnalysisTaskCoverOutput(ContractModel):
    """The covers found for the media."""

    cover_set: Annotated[
        list[TencentVodMediaAiAnalysisCoverItem] | None, Field(alias="CoverSet")
    ] = None
    """The covers found, at most the first 100; the file at CoverSetFileUrl holds all."""
    cover_set_file_url: Annotated[str | None, Field(alias="CoverSetFileUrl")] = None
    """Address of a JSON file with all covers, in the form of CoverSet; it is deleted later."""
    cover_set_file_url_expire_time: Annotated[
        str | None, Field(alias="CoverSetFileUrlExpireTime")
    ] = None
    """When that file is deleted, ISO 8601."""


class TencentVodAiAnalysisTaskTagOutput(ContractModel):
    """The tags found for the media."""

    tag_set: Annotated[
        list[TencentVodMediaAiAnalysisTagItem] | None, Field(alias="TagSet")
    ] = None
    """The tags found, at most the first 100; the file at TagSetFileUrl holds all."""
    tag_set_file_url: Annotated[str | None, Field(alias="TagSetFileUrl")] = None
    """Address of a JSON file with all tags, in the form of TagSet; it is deleted later."""
    tag_set_file_url_expire_time: Annotated[
        str | None, Field(alias="TagSetFileUrlExpireTime")
    ] = None
    """When that file is deleted, ISO 8601."""


class TencentVodMediaAiAnalysisFrameTagSegmentItem(ContractModel):
    """A stretch with the tags found in it."""

    start_time_offset: Annotated[float | None, Field(alias="StartTimeOffset")] = None
    """Where the stretch begins, in seconds."""
    end_time_offset: Annotated[float | None, Field(alias="EndTimeOffset")] = None
    """Where the stretch ends, in seconds."""
    tag_set: Annotated[
        list[TencentVodMediaAiAnalysisFrameTagItem] | None, Field(alias="TagSet")
    ] = None
    """The tags found in this stretch."""


class TencentVodMediaAiAnalysisHighlightItem(ContractModel):
    """One highlight: a short video of the best stretches."""

    highlight_url: Annotated[str | None, Field(alias="HighlightUrl")] = None
    """Address of the highlight video."""
    cov_img_url: Annotated[str | None, Field(alias="CovImgUrl")] = None
    """Address of the cover picture of the highlight."""
    confidence: Annotated[float | None, Field(alias="Confidence")] = None
    """How sure the vendor is, from 0 to 100."""
    duration: Annotated[float | None, Field(alias="Duration")] = None
    """Length in seconds."""
    segment_set: Annotated[
        list[TencentVodHighlightSegmentItem] | None, Field(alias="SegmentSet")
    ] = None
    """The stretches of which the highlight is put together."""


class TencentVodAiRecognitionTaskHeadTailResult(ContractModel):
    """State and result of a task that finds the opening and the ending."""

    status: Annotated[str | None, Field(alias="Status")] = None
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    err_code_ext: Annotated[str | None, Field(alias="ErrCodeExt")] = None
    """Empty for success; otherwise a dotted error code of an open list."""
    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    input: Annotated[
        TencentVodAiRecognitionTaskHeadTailResultInput | None, Field(alias="Input")
    ] = None
    """What the task was given."""
    output: Annotated[
        TencentVodAiRecognitionTaskHeadTailResultOutput | None, Field(alias="Output")
    ] = None
    """What the task made or found."""
    progress: Annotated[int | None, Field(alias="Progress")] = None
    """Progress in percent, from 0 to 100."""
    begin_process_time: Annotated[str | None, Field(alias="BeginProcessTime")] = None
    """When the work began, ISO 8601."""
    finish_time: Annotated[str | None, Field(alias="FinishTime")] = None
    """When the task ended, ISO 8601."""


class TencentVodAiRecognitionTaskSegmentResultOutput(ContractModel):
    """The parts into which the media was split."""

    segment_set: Annotated[
        list[TencentVodAiRecognitionTaskSegmentSegmentItem] | None,
        Field(alias="SegmentSet"),
    ] = None
    """The stretches found, at most the first 100; the file at SegmentSetFileUrl holds all."""
    segment_set_file_url: Annotated[str | None, Field(alias="SegmentSetFileUrl")] = None
    """Address of a JSON file with all stretches, in the form of SegmentSet; it is deleted later."""
    segment_set_file_url_expire_time: Annotated[
        str | None, Field(alias="SegmentSetFileUrlExpireTime")
    ] = None
    """When that file is deleted, ISO 8601."""


class TencentVodAiRecognitionTaskFaceResultItem(ContractModel):
    """A person who was recognised."""

    id: Annotated[str | None, Field(alias="Id")] = None
    """Id of the person."""
    type: Annotated[str | None, Field(alias="Type")] = None
    """Library that knows the person: Default (the vendor's) or UserDefine (your own)."""
    name: Annotated[str | None, Field(alias="Name")] = None
    """Name of the person."""
    segment_set: Annotated[
        list[TencentVodAiRecognitionTaskFaceSegmentItem] | None,
        Field(alias="SegmentSet"),
    ] = None
    """The stretches in which the person appears."""


class TencentVodAiRecognitionTaskAsrWordsResultItem(ContractModel):
    """A keyword that was heard."""

    word: Annotated[str | None, Field(alias="Word")] = None
    """The keyword."""
    segment_set: Annotated[
        list[TencentVodAiRecognitionTaskAsrWordsSegmentItem] | None,
        Field(alias="SegmentSet"),
    ] = None
    """The stretches in which the word is spoken."""


class TencentVodAiRecognitionTaskAsrFullTextResultOutput(ContractModel):
    """All speech as text and as subtitles."""

    segment_set: Annotated[
        list[TencentVodAiRecognitionTaskAsrFullTextSegmentItem] | None,
        Field(alias="SegmentSet"),
    ] = None
    """The stretches found, at most the first 100; the file at SegmentSetFileUrl holds all."""
    segment_set_file_url: Annotated[str | None, Field(alias="SegmentSetFileUrl")] = None
    """Address of a JSON file with all stretches, in the form of SegmentSet; it is deleted later."""
    segment_set_file_url_expire_time: Annotated[
        str | None, Field(alias="SegmentSetFileUrlExpireTime")
    ] = None
    """When that file is deleted, ISO 8601."""
    subtitle_set: Annotated[
        list[TencentVodAiRecognitionTaskAsrFullTextResultOutputSubtitleItem] | None,
        Field(alias="SubtitleSet"),
    ] = None
    """The subtitle files that were made; set where the template asks for a list of formats."""
    subtitle_url: Annotated[str | None, Field(alias="SubtitleUrl")] = None
    """Address of the subtitle file; set where the template asks for one format."""


class TencentVodAiRecognitionTaskAsrTranslateResultOutput(ContractModel):
    """All speech with its translation."""

    segment_set: Annotated[
        list[TencentVodAiRecognitionTaskAsrTranslateSegmentItem] | None,
        Field(alias="SegmentSet"),
    ] = None
    """The stretches found, at most the first 100; the file at SegmentSetFileUrl holds all."""
    segment_set_file_url: Annotated[str | None, Field(alias="SegmentSetFileUrl")] = None
    """Address of a JSON file with all stretches, in the form of SegmentSet; it is deleted later."""
    segment_set_file_url_expire_time: Annotated[
        str | None, Field(alias="SegmentSetFileUrlExpireTime")
    ] = None
    """When that file is deleted, ISO 8601."""
    subtitle_set: Annotated[
        list[TencentVodAiRecognitionTaskAsrFullTextResultOutputSubtitleItem] | None,
        Field(alias="SubtitleSet"),
    ] = None
    """The subtitle files that were made."""


class TencentVodAiRecognitionTaskOcrWordsResultItem(ContractModel):
    """A keyword that was seen."""

    word: Annotated[str | None, Field(alias="Word")] = None
    """The keyword."""
    segment_set: Annotated[
        list[TencentVodAiRecognitionTaskOcrWordsSegmentItem] | None,
        Field(alias="SegmentSet"),
    ] = None
    """The stretches in which the word is shown."""


class TencentVodAiRecognitionTaskOcrFullTextSegmentItem(ContractModel):
    """A stretch with the texts shown in it."""

    start_time_offset: Annotated[float | None, Field(alias="StartTimeOffset")] = None
    """Where the stretch begins, in seconds."""
    end_time_offset: Annotated[float | None, Field(alias="EndTimeOffset")] = None
    """Where the stretch ends, in seconds."""
    text_set: Annotated[
        list[TencentVodAiRecognitionTaskOcrFullTextSegmentTextItem] | None,
        Field(alias="TextSet"),
    ] = None
    """The texts in this stretch."""


class TencentVodAiRecognitionTaskObjectResultItem(ContractModel):
    """An object that was recognised."""

    name: Annotated[str | None, Field(alias="Name")] = None
    """Name of the object."""
    segment_set: Annotated[
        list[TencentVodAiRecognitionTaskObjectSeqmentItem] | None,
        Field(alias="SegmentSet", deprecated=True),
    ] = None
    """The stretches in which the object appears. Deprecated: use RecognitionSegmentSet."""
    recognition_segment_set: Annotated[
        list[TencentVodAiRecognitionTaskObjectSegmentItem] | None,
        Field(alias="RecognitionSegmentSet"),
    ] = None
    """The stretches in which the object appears."""


class TencentVodTranscodeTaskInput(ContractModel):
    """What a transcoding task was given."""

    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the template."""
    watermark_set: Annotated[
        list[TencentVodWatermarkInput] | None, Field(alias="WatermarkSet")
    ] = None
    """Watermarks to put on the picture, at most 10."""
    trace_watermark: Annotated[
        TencentVodTraceWatermarkInput | None, Field(alias="TraceWatermark")
    ] = None
    """Trace watermark, an invisible mark that tells who leaked a copy."""
    copy_right_watermark: Annotated[
        TencentVodCopyRightWatermarkInput | None, Field(alias="CopyRightWatermark")
    ] = None
    """Copyright watermark, an invisible mark that names the owner."""
    blind_watermark: Annotated[
        TencentVodBlindWatermarkInput | None, Field(alias="BlindWatermark")
    ] = None
    """Digital watermark, an invisible mark in the picture."""
    mosaic_set: Annotated[
        list[TencentVodMosaicInput] | None, Field(alias="MosaicSet")
    ] = None
    """Areas to blur with a mosaic, at most 10."""
    head_tail_set: Annotated[
        list[TencentVodHeadTailTaskInput] | None, Field(alias="HeadTailSet")
    ] = None
    """Openings and endings to add, at most 10."""
    start_time_offset: Annotated[float | None, Field(alias="StartTimeOffset")] = None
    """Where in the source to begin, in seconds; negative counts from the end, 0 is the start."""
    end_time_offset: Annotated[float | None, Field(alias="EndTimeOffset")] = None
    """Where in the source to end, in seconds; negative counts from the end, 0 is the end."""
    override_parameter: Annotated[
        TencentVodOverrideTranscodeParameter | None, Field(alias="OverrideParameter")
    ] = None
    """Settings that replace those of the template."""
    subtitle_info_set: Annotated[
        list[TencentVodSubtitleInfoInput] | None, Field(alias="SubtitleInfoSet")
    ] = None
    """Subtitles to burn into the picture, at most 2."""


class TencentVodMediaProcessTaskSnapshotByTimeOffsetResult(ContractModel):
    """State and result of a task that takes snapshots at given times."""

    status: Annotated[str | None, Field(alias="Status")] = None
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    err_code_ext: Annotated[str | None, Field(alias="ErrCodeExt")] = None
    """Empty for success; otherwise a dotted error code of an open list."""
    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    input: Annotated[
        TencentVodSnapshotByTimeOffsetTaskInput | None, Field(alias="Input")
    ] = None
    """What the task was given."""
    output: Annotated[
        TencentVodMediaSnapshotByTimeOffsetItem | None, Field(alias="Output")
    ] = None
    """What the task made or found."""
    progress: Annotated[int | None, Field(alias="Progress")] = None
    """Progress in percent, from 0 to 100."""
    begin_process_time: Annotated[str | None, Field(alias="BeginProcessTime")] = None
    """When the work began, ISO 8601."""
    finish_time: Annotated[str | None, Field(alias="FinishTime")] = None
    """When the task ended, ISO 8601."""


class TencentVodAdaptiveDynamicStreamingTaskInput(ContractModel):
    """What a task that makes adaptive bit rate streams was given."""

    definition: Annotated[int | None, Field(alias="Definition")] = None
    """Id of the template."""
    watermark_set: Annotated[
        list[TencentVodWatermarkInput] | None, Field(alias="WatermarkSet")
    ] = None
    """Watermarks to put on the picture, at most 10."""
    trace_watermark: Annotated[
        TencentVodTraceWatermarkInput | None, Field(alias="TraceWatermark")
    ] = None
    """Trace watermark, an invisible mark that tells who leaked a copy."""
    copy_right_watermark: Annotated[
        TencentVodCopyRightWatermarkInput | None, Field(alias="CopyRightWatermark")
    ] = None
    """Copyright watermark, an invisible mark that names the owner."""
    blind_watermark: Annotated[
        TencentVodBlindWatermarkInput | None, Field(alias="BlindWatermark")
    ] = None
    """Digital watermark, an invisible mark in the picture."""
    subtitle_set: Annotated[list[str] | None, Field(alias="SubtitleSet")] = None
    """Ids of subtitles to offer beside the video, at most 16."""
    subtitle_info_set: Annotated[
        list[TencentVodSubtitleInfoInput] | None, Field(alias="SubtitleInfoSet")
    ] = None
    """Subtitles to burn into the picture, at most 2."""
    drm_info: Annotated[TencentVodThirdPartyDrmInfo | None, Field(alias="DrmInfo")] = (
        None
    )
    """DRM of another vendor."""


class TencentVodAiReviewTaskPornResult(ContractModel):
    """State and result of a review of pictures for pornography."""

    status: Annotated[str | None, Field(alias="Status")] = None
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    err_code_ext: Annotated[str | None, Field(alias="ErrCodeExt")] = None
    """Empty for success; otherwise a dotted error code of an open list."""
    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    input: Annotated[TencentVodAiReviewPornTaskInput | None, Field(alias="Input")] = (
        None
    )
    """What the task was given."""
    output: Annotated[
        TencentVodAiReviewPornTaskOutput | None, Field(alias="Output")
    ] = None
    """What the task made or found."""
    progress: Annotated[int | None, Field(alias="Progress")] = None
    """Progress in percent, from 0 to 100."""


class TencentVodAiReviewTaskPoliticalResult(ContractModel):
    """State and result of a review of pictures for politically sensitive content."""

    status: Annotated[str | None, Field(alias="Status")] = None
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    err_code_ext: Annotated[str | None, Field(alias="ErrCodeExt")] = None
    """Empty for success; otherwise a dotted error code of an open list."""
    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    input: Annotated[
        TencentVodAiReviewPoliticalTaskInput | None, Field(alias="Input")
    ] = None
    """What the task was given."""
    output: Annotated[
        TencentVodAiReviewPoliticalTaskOutput | None, Field(alias="Output")
    ] = None
    """What the task made or found."""
    progress: Annotated[int | None, Field(alias="Progress")] = None
    """Progress in percent, from 0 to 100."""


class TencentVodAiReviewTaskPornAsrResult(ContractModel):
    """State and result of a review of speech for pornography."""

    status: Annotated[str | None, Field(alias="Status")] = None
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    err_code_ext: Annotated[str | None, Field(alias="ErrCodeExt")] = None
    """Empty for success; otherwise a dotted error code of an open list."""
    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    input: Annotated[
        TencentVodAiReviewPornAsrTaskInput | None, Field(alias="Input")
    ] = None
    """What the task was given."""
    output: Annotated[
        TencentVodAiReviewPornAsrTaskOutput | None, Field(alias="Output")
    ] = None
    """What the task made or found."""
    progress: Annotated[int | None, Field(alias="Progress")] = None
    """Progress in percent, from 0 to 100."""


class TencentVodAiReviewTaskPornOcrResult(ContractModel):
    """State and result of a review of text in pictures for pornography."""

    status: Annotated[str | None, Field(alias="Status")] = None
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    err_code_ext: Annotated[str | None, Field(alias="ErrCodeExt")] = None
    """Empty for success; otherwise a dotted error code of an open list."""
    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    input: Annotated[
        TencentVodAiReviewPornOcrTaskInput | None, Field(alias="Input")
    ] = None
    """What the task was given."""
    output: Annotated[
        TencentVodAiReviewPornOcrTaskOutput | None, Field(alias="Output")
    ] = None
    """What the task made or found."""
    progress: Annotated[int | None, Field(alias="Progress")] = None
    """Progress in percent, from 0 to 100."""


class TencentVodAiAnalysisTaskClassificationResult(ContractModel):
    """State and result of a task that sorts the media into categories."""

    status: Annotated[str | None, Field(alias="Status")] = None
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    err_code_ext: Annotated[str | None, Field(alias="ErrCodeExt")] = None
    """Empty for success; otherwise a dotted error code of an open list."""
    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    input: Annotated[
        TencentVodAiAnalysisTaskClassificationInput | None, Field(alias="Input")
    ] = None
    """What the task was given."""
    output: Annotated[
        TencentVodAiAnalysisTaskClassificationOutput | None, Field(alias="Output")
    ] = None
    """What the task made or found."""
    progress: Annotated[int | None, Field(alias="Progress")] = None
    """Progress in percent, from 0 to 100."""
    begin_process_time: Annotated[str | None, Field(alias="BeginProcessTime")] = None
    """When the work began, ISO 8601."""
    finish_time: Annotated[str | None, Field(alias="FinishTime")] = None
    """When the task ended, ISO 8601."""


class TencentVodAiAnalysisTaskCoverResult(ContractModel):
    """State and result of a task that chooses covers."""

    status: Annotated[str | None, Field(alias="Status")] = None
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    err_code_ext: Annotated[str | None, Field(alias="ErrCodeExt")] = None
    """Empty for success; otherwise a dotted error code of an open list."""
    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    input: Annotated[
        TencentVodAiAnalysisTaskCoverInput | None, Field(alias="Input")
    ] = None
    """What the task was given."""
    output: Annotated[
        TencentVodAiAnalysisTaskCoverOutput | None, Field(alias="Output")
    ] = None
    """What the task made or found."""
    progress: Annotated[int | None, Field(alias="Progress")] = None
    """Progress in percent, from 0 to 100."""
    begin_process_time: Annotated[str | None, Field(alias="BeginProcessTime")] = None
    """When the work began, ISO 8601."""
    finish_time: Annotated[str | None, Field(alias="FinishTime")] = None
    """When the task ended, ISO 8601."""


class TencentVodAiAnalysisTaskTagResult(ContractModel):
    """State and result of a task that finds tags for the media."""

    status: Annotated[str | None, Field(alias="Status")] = None
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    err_code_ext: Annotated[str | None, Field(alias="ErrCodeExt")] = None
    """Empty for success; otherwise a dotted error code of an open list."""
    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    input: Annotated[TencentVodAiAnalysisTaskTagInput | None, Field(alias="Input")] = (
        None
    )
    """What the task was given."""
    output: Annotated[
        TencentVodAiAnalysisTaskTagOutput | None, Field(alias="Output")
    ] = None
    """What the task made or found."""
    progress: Annotated[int | None, Field(alias="Progress")] = None
    """Progress in percent, from 0 to 100."""
    begin_process_time: Annotated[str | None, Field(alias="BeginProcessTime")] = None
    """When the work began, ISO 8601."""
    finish_time: Annotated[str | None, Field(alias="FinishTime")] = None
    """When the task ended, ISO 8601."""


class TencentVodAiAnalysisTaskFrameTagOutput(ContractModel):
    """The tags found frame by frame."""

    segment_set: Annotated[
        list[TencentVodMediaAiAnalysisFrameTagSegmentItem] | None,
        Field(alias="SegmentSet"),
    ] = None
    """The stretches found, at most the first 100; the file at SegmentSetFileUrl holds all."""
    segment_set_file_url: Annotated[str | None, Field(alias="SegmentSetFileUrl")] = None
    """Address of a JSON file with all stretches, in the form of SegmentSet; it is deleted later."""
    segment_set_file_url_expire_time: Annotated[
        str | None, Field(alias="SegmentSetFileUrlExpireTime")
    ] = None
    """When that file is deleted, ISO 8601."""


class TencentVodAiAnalysisTaskHighlightOutput(ContractModel):
    """The highlights found."""

    highlight_set: Annotated[
        list[TencentVodMediaAiAnalysisHighlightItem] | None, Field(alias="HighlightSet")
    ] = None
    """The highlights found, at most the first 100; the file at HighlightSetFileUrl holds all."""
    highlight_set_file_url: Annotated[
        str | None, Field(alias="HighlightSetFileUrl")
    ] = None
    """Address of a JSON file with all highlights, in the form of HighlightSet; it is deleted later."""
    highlight_set_file_url_expire_time: Annotated[
        str | None, Field(alias="HighlightSetFileUrlExpireTime")
    ] = None
    """When that file is deleted, ISO 8601."""


class TencentVodAiRecognitionTaskSegmentResult(ContractModel):
    """State and result of a task that splits the media into parts."""

    status: Annotated[str | None, Field(alias="Status")] = None
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    err_code_ext: Annotated[str | None, Field(alias="ErrCodeExt")] = None
    """Empty for success; otherwise a dotted error code of an open list."""
    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    input: Annotated[
        TencentVodAiRecognitionTaskSegmentResultInput | None, Field(alias="Input")
    ] = None
    """What the task was given."""
    output: Annotated[
        TencentVodAiRecognitionTaskSegmentResultOutput | None, Field(alias="Output")
    ] = None
    """What the task made or found."""
    progress: Annotated[int | None, Field(alias="Progress")] = None
    """Progress in percent, from 0 to 100."""
    begin_process_time: Annotated[str | None, Field(alias="BeginProcessTime")] = None
    """When the work began, ISO 8601."""
    finish_time: Annotated[str | None, Field(alias="FinishTime")] = None
    """When the task ended, ISO 8601."""


class TencentVodAiRecognitionTaskFaceResultOutput(ContractModel):
    """The persons who were recognised."""

    result_set: Annotated[
        list[TencentVodAiRecognitionTaskFaceResultItem] | None, Field(alias="ResultSet")
    ] = None
    """What was recognised, at most the first 100; the file at ResultSetFileUrl holds all."""
    result_set_file_url: Annotated[str | None, Field(alias="ResultSetFileUrl")] = None
    """Address of a JSON file with all results, in the form of ResultSet; it is deleted later."""
    result_set_file_url_expire_time: Annotated[
        str | None, Field(alias="ResultSetFileUrlExpireTime")
    ] = None
    """When that file is deleted, ISO 8601."""


class TencentVodAiRecognitionTaskAsrWordsResultOutput(ContractModel):
    """The keywords found in speech."""

    result_set: Annotated[
        list[TencentVodAiRecognitionTaskAsrWordsResultItem] | None,
        Field(alias="ResultSet"),
    ] = None
    """What was recognised, at most the first 100; the file at ResultSetFileUrl holds all."""
    result_set_file_url: Annotated[str | None, Field(alias="ResultSetFileUrl")] = None
    """Address of a JSON file with all results, in the form of ResultSet; it is deleted later."""
    result_set_file_url_expire_time: Annotated[
        str | None, Field(alias="ResultSetFileUrlExpireTime")
    ] = None
    """When that file is deleted, ISO 8601."""


class TencentVodAiRecognitionTaskAsrFullTextResult(ContractModel):
    """State and result of a task that writes down all speech."""

    status: Annotated[str | None, Field(alias="Status")] = None
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    err_code_ext: Annotated[str | None, Field(alias="ErrCodeExt")] = None
    """Empty for success; otherwise a dotted error code of an open list."""
    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    input: Annotated[
        TencentVodAiRecognitionTaskAsrFullTextResultInput | None, Field(alias="Input")
    ] = None
    """What the task was given."""
    output: Annotated[
        TencentVodAiRecognitionTaskAsrFullTextResultOutput | None, Field(alias="Output")
    ] = None
    """What the task made or found."""
    progress: Annotated[int | None, Field(alias="Progress")] = None
    """Progress in percent, from 0 to 100."""
    begin_process_time: Annotated[str | None, Field(alias="BeginProcessTime")] = None
    """When the work began, ISO 8601."""
    finish_time: Annotated[str | None, Field(alias="FinishTime")] = None
    """When the task ended, ISO 8601."""


class TencentVodAiRecognitionTaskAsrTranslateResult(ContractModel):
    """State and result of a task that translates speech."""

    status: Annotated[str | None, Field(alias="Status")] = None
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    err_code_ext: Annotated[str | None, Field(alias="ErrCodeExt")] = None
    """Empty for success; otherwise a dotted error code of an open list."""
    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    input: Annotated[
        TencentVodAiRecognitionTaskAsrTranslateResultInput | None, Field(alias="Input")
    ] = None
    """What the task was given."""
    output: Annotated[
        TencentVodAiRecognitionTaskAsrTranslateResultOutput | None,
        Field(alias="Output"),
    ] = None
    """What the task made or found."""
    progress: Annotated[int | None, Field(alias="Progress")] = None
    """Progress in percent, from 0 to 100."""
    begin_process_time: Annotated[str | None, Field(alias="BeginProcessTime")] = None
    """When the work began, ISO 8601."""
    finish_time: Annotated[str | None, Field(alias="FinishTime")] = None
    """When the task ended, ISO 8601."""


class TencentVodAiRecognitionTaskOcrWordsResultOutput(ContractModel):
    """The keywords found in the text of pictures."""

    result_set: Annotated[
        list[TencentVodAiRecognitionTaskOcrWordsResultItem] | None,
        Field(alias="ResultSet"),
    ] = None
    """What was recognised, at most the first 100; the file at ResultSetFileUrl holds all."""
    result_set_file_url: Annotated[str | None, Field(alias="ResultSetFileUrl")] = None
    """Address of a JSON file with all results, in the form of ResultSet; it is deleted later."""
    result_set_file_url_expire_time: Annotated[
        str | None, Field(alias="ResultSetFileUrlExpireTime")
    ] = None
    """When that file is deleted, ISO 8601."""


class TencentVodAiRecognitionTaskOcrFullTextResultOutput(ContractModel):
    """All text found in pictures."""

    segment_set: Annotated[
        list[TencentVodAiRecognitionTaskOcrFullTextSegmentItem] | None,
        Field(alias="SegmentSet"),
    ] = None
    """The stretches found, at most the first 100; the file at SegmentSetFileUrl holds all."""
    segment_set_file_url: Annotated[str | None, Field(alias="SegmentSetFileUrl")] = None
    """Address of a JSON file with all stretches, in the form of SegmentSet; it is deleted later."""
    segment_set_file_url_expire_time: Annotated[
        str | None, Field(alias="SegmentSetFileUrlExpireTime")
    ] = None
    """When that file is deleted, ISO 8601."""


class TencentVodAiRecognitionTaskObjectResultOutput(ContractModel):
    """The objects that were recognised."""

    result_set: Annotated[
        list[TencentVodAiRecognitionTaskObjectResultItem] | None,
        Field(alias="ResultSet"),
    ] = None
    """What was recognised, at most the first 100; the file at ResultSetFileUrl holds all."""
    result_set_file_url: Annotated[str | None, Field(alias="ResultSetFileUrl")] = None
    """Address of a JSON file with all results, in the form of ResultSet; it is deleted later."""
    result_set_file_url_expire_time: Annotated[
        str | None, Field(alias="ResultSetFileUrlExpireTime")
    ] = None
    """When that file is deleted, ISO 8601."""


class TencentVodMediaProcessTaskTranscodeResult(ContractModel):
    """State and result of a transcoding task."""

    status: Annotated[str | None, Field(alias="Status")] = None
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    err_code_ext: Annotated[str | None, Field(alias="ErrCodeExt")] = None
    """Empty for success; otherwise a dotted error code of an open list."""
    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    input: Annotated[TencentVodTranscodeTaskInput | None, Field(alias="Input")] = None
    """What the task was given."""
    output: Annotated[TencentVodMediaTranscodeItem | None, Field(alias="Output")] = None
    """What the task made or found."""
    progress: Annotated[int | None, Field(alias="Progress")] = None
    """Progress in percent, from 0 to 100."""
    begin_process_time: Annotated[str | None, Field(alias="BeginProcessTime")] = None
    """When the work began, ISO 8601."""
    finish_time: Annotated[str | None, Field(alias="FinishTime")] = None
    """When the task ended, ISO 8601."""


class TencentVodMediaProcessTaskAdaptiveDynamicStreamingResult(ContractModel):
    """State and result of a task that makes adaptive bit rate streams."""

    status: Annotated[str | None, Field(alias="Status")] = None
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    err_code_ext: Annotated[str | None, Field(alias="ErrCodeExt")] = None
    """Empty for success; otherwise a dotted error code of an open list."""
    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    progress: Annotated[int | None, Field(alias="Progress")] = None
    """Progress in percent, from 0 to 100."""
    input: Annotated[
        TencentVodAdaptiveDynamicStreamingTaskInput | None, Field(alias="Input")
    ] = None
    """What the task was given."""
    output: Annotated[
        TencentVodAdaptiveDynamicStreamingInfoItem | None, Field(alias="Output")
    ] = None
    """What the task made or found."""
    begin_process_time: Annotated[str | None, Field(alias="BeginProcessTime")] = None
    """When the work began, ISO 8601."""
    finish_time: Annotated[str | None, Field(alias="FinishTime")] = None
    """When the task ended, ISO 8601."""


class TencentVodAiContentReviewResult(ContractModel):
    """One review task of a flow; Type names the member that holds it."""

    type: Annotated[
        Literal["Porn", "Terrorism", "Political", "Porn.Asr", "Porn.Ocr", "Political.Asr", "Political.Ocr", "Terrorism.Ocr", "Prohibited.Asr", "Prohibited.Ocr", ""] | str | None,
        Field(alias="Type"),
    ] = None
    """Kind of review; selects the member that holds it."""
    porn_task: Annotated[
        TencentVodAiReviewTaskPornResult | None, Field(alias="PornTask")
    ] = None
    """Review of pictures for pornography; set where Type is Porn."""
    terrorism_task: Annotated[
        TencentVodAiReviewTaskTerrorismResult | None, Field(alias="TerrorismTask")
    ] = None
    """Review of pictures for violence and terrorism; set where Type is Terrorism."""
    political_task: Annotated[
        TencentVodAiReviewTaskPoliticalResult | None, Field(alias="PoliticalTask")
    ] = None
    """Review of pictures for politically sensitive content; set where Type is Political."""
    porn_asr_task: Annotated[
        TencentVodAiReviewTaskPornAsrResult | None, Field(alias="PornAsrTask")
    ] = None
    """Review of speech for pornography; set where Type is Porn.Asr."""
    porn_ocr_task: Annotated[
        TencentVodAiReviewTaskPornOcrResult | None, Field(alias="PornOcrTask")
    ] = None
    """Review of text in pictures for pornography; set where Type is Porn.Ocr."""
    political_asr_task: Annotated[
        TencentVodAiReviewTaskPoliticalAsrResult | None, Field(alias="PoliticalAsrTask")
    ] = None
    """Review of speech for politically sensitive content; set where Type is Political.Asr."""
    political_ocr_task: Annotated[
        TencentVodAiReviewTaskPoliticalOcrResult | None, Field(alias="PoliticalOcrTask")
    ] = None
    """Review of text in pictures for politically sensitive content; set where Type is Political.Ocr."""
    terrorism_ocr_task: Annotated[
        TencentVodAiReviewTaskTerrorismOcrResult | None, Field(alias="TerrorismOcrTask")
    ] = None
    """Review of text in pictures for violence and terrorism; set where Type is Terrorism.Ocr."""
    prohibited_ocr_task: Annotated[
        TencentVodAiReviewTaskProhibitedOcrResult | None,
        Field(alias="ProhibitedOcrTask"),
    ] = None
    """Review of text in pictures for forbidden content; set where Type is Prohibited.Ocr."""
    prohibited_asr_task: Annotated[
        TencentVodAiReviewTaskProhibitedAsrResult | None,
        Field(alias="ProhibitedAsrTask"),
    ] = None
    """Review of speech for forbidden content; set where Type is Prohibited.Asr."""


class TencentVodAiAnalysisTaskFrameTagResult(ContractModel):
    """State and result of a task that finds tags frame by frame."""

    status: Annotated[str | None, Field(alias="Status")] = None
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    err_code_ext: Annotated[str | None, Field(alias="ErrCodeExt")] = None
    """Empty for success; otherwise a dotted error code of an open list."""
    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    input: Annotated[
        TencentVodAiAnalysisTaskFrameTagInput | None, Field(alias="Input")
    ] = None
    """What the task was given."""
    output: Annotated[
        TencentVodAiAnalysisTaskFrameTagOutput | None, Field(alias="Output")
    ] = None
    """What the task made or found."""
    progress: Annotated[int | None, Field(alias="Progress")] = None
    """Progress in percent, from 0 to 100."""
    begin_process_time: Annotated[str | None, Field(alias="BeginProcessTime")] = None
    """When the work began, ISO 8601."""
    finish_time: Annotated[str | None, Field(alias="FinishTime")] = None
    """When the task ended, ISO 8601."""


class TencentVodAiAnalysisTaskHighlightResult(ContractModel):
    """State and result of a task that finds highlights."""

    status: Annotated[str | None, Field(alias="Status")] = None
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    err_code_ext: Annotated[str | None, Field(alias="ErrCodeExt")] = None
    """Empty for success; otherwise a dotted error code of an open list."""
    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    input: Annotated[
        TencentVodAiAnalysisTaskHighlightInput | None, Field(alias="Input")
    ] = None
    """What the task was given."""
    output: Annotated[
        TencentVodAiAnalysisTaskHighlightOutput | None, Field(alias="Output")
    ] = None
    """What the task made or found."""
    progress: Annotated[int | None, Field(alias="Progress")] = None
    """Progress in percent, from 0 to 100."""
    begin_process_time: Annotated[str | None, Field(alias="BeginProcessTime")] = None
    """When the work began, ISO 8601."""
    finish_time: Annotated[str | None, Field(alias="FinishTime")] = None
    """When the task ended, ISO 8601."""


class TencentVodAiRecognitionTaskFaceResult(ContractModel):
    """State and result of a task that recognises faces."""

    status: Annotated[str | None, Field(alias="Status")] = None
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    err_code_ext: Annotated[str | None, Field(alias="ErrCodeExt")] = None
    """Empty for success; otherwise a dotted error code of an open list."""
    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    input: Annotated[
        TencentVodAiRecognitionTaskFaceResultInput | None, Field(alias="Input")
    ] = None
    """What the task was given."""
    output: Annotated[
        TencentVodAiRecognitionTaskFaceResultOutput | None, Field(alias="Output")
    ] = None
    """What the task made or found."""
    progress: Annotated[int | None, Field(alias="Progress")] = None
    """Progress in percent, from 0 to 100."""
    begin_process_time: Annotated[str | None, Field(alias="BeginProcessTime")] = None
    """When the work began, ISO 8601."""
    finish_time: Annotated[str | None, Field(alias="FinishTime")] = None
    """When the task ended, ISO 8601."""


class TencentVodAiRecognitionTaskAsrWordsResult(ContractModel):
    """State and result of a task that finds keywords in speech."""

    status: Annotated[str | None, Field(alias="Status")] = None
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    err_code_ext: Annotated[str | None, Field(alias="ErrCodeExt")] = None
    """Empty for success; otherwise a dotted error code of an open list."""
    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    input: Annotated[
        TencentVodAiRecognitionTaskAsrWordsResultInput | None, Field(alias="Input")
    ] = None
    """What the task was given."""
    output: Annotated[
        TencentVodAiRecognitionTaskAsrWordsResultOutput | None, Field(alias="Output")
    ] = None
    """What the task made or found."""
    progress: Annotated[int | None, Field(alias="Progress")] = None
    """Progress in percent, from 0 to 100."""
    begin_process_time: Annotated[str | None, Field(alias="BeginProcessTime")] = None
    """When the work began, ISO 8601."""
    finish_time: Annotated[str | None, Field(alias="FinishTime")] = None
    """When the task ended, ISO 8601."""


class TencentVodAiRecognitionTaskOcrWordsResult(ContractModel):
    """State and result of a task that finds keywords in the text of pictures."""

    status: Annotated[str | None, Field(alias="Status")] = None
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    err_code_ext: Annotated[str | None, Field(alias="ErrCodeExt")] = None
    """Empty for success; otherwise a dotted error code of an open list."""
    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    input: Annotated[
        TencentVodAiRecognitionTaskOcrWordsResultInput | None, Field(alias="Input")
    ] = None
    """What the task was given."""
    output: Annotated[
        TencentVodAiRecognitionTaskOcrWordsResultOutput | None, Field(alias="Output")
    ] = None
    """What the task made or found."""
    progress: Annotated[int | None, Field(alias="Progress")] = None
    """Progress in percent, from 0 to 100."""
    begin_process_time: Annotated[str | None, Field(alias="BeginProcessTime")] = None
    """When the work began, ISO 8601."""
    finish_time: Annotated[str | None, Field(alias="FinishTime")] = None
    """When the task ended, ISO 8601."""


class TencentVodAiRecognitionTaskOcrFullTextResult(ContractModel):
    """State and result of a task that reads all text in pictures."""

    status: Annotated[str | None, Field(alias="Status")] = None
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    err_code_ext: Annotated[str | None, Field(alias="ErrCodeExt")] = None
    """Empty for success; otherwise a dotted error code of an open list."""
    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    input: Annotated[
        TencentVodAiRecognitionTaskOcrFullTextResultInput | None, Field(alias="Input")
    ] = None
    """What the task was given."""
    output: Annotated[
        TencentVodAiRecognitionTaskOcrFullTextResultOutput | None, Field(alias="Output")
    ] = None
    """What the task made or found."""
    progress: Annotated[int | None, Field(alias="Progress")] = None
    """Progress in percent, from 0 to 100."""
    begin_process_time: Annotated[str | None, Field(alias="BeginProcessTime")] = None
    """When the work began, ISO 8601."""
    finish_time: Annotated[str | None, Field(alias="FinishTime")] = None
    """When the task ended, ISO 8601."""


class TencentVodAiRecognitionTaskObjectResult(ContractModel):
    """State and result of a task that recognises objects."""

    status: Annotated[str | None, Field(alias="Status")] = None
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    err_code_ext: Annotated[str | None, Field(alias="ErrCodeExt")] = None
    """Empty for success; otherwise a dotted error code of an open list."""
    err_code: Annotated[int | None, Field(alias="ErrCode")] = None
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Explanation of the outcome."""
    input: Annotated[
        TencentVodAiRecognitionTaskObjectResultInput | None, Field(alias="Input")
    ] = None
    """What the task was given."""
    output: Annotated[
        TencentVodAiRecognitionTaskObjectResultOutput | None, Field(alias="Output")
    ] = None
    """What the task made or found."""
    progress: Annotated[int | None, Field(alias="Progress")] = None
    """Progress in percent, from 0 to 100."""
    begin_process_time: Annotated[str | None, Field(alias="BeginProcessTime")] = None
    """When the work began, ISO 8601."""
    finish_time: Annotated[str | None, Field(alias="FinishTime")] = None
    """When the task ended, ISO 8601."""


class TencentVodMediaProcessTaskResult(ContractModel):
    """One processing task of a flow; Type names the member that holds it."""

    type: Annotated[
        Literal["Transcode", "AnimatedGraphics", "SnapshotByTimeOffset", "SampleSnapshot", "ImageSprites", "CoverBySnapshot", "AdaptiveDynamicStreaming", ""] | str | None,
        Field(alias="Type"),
    ] = None
    """Kind of task; selects the member that holds it."""
    transcode_task: Annotated[
        TencentVodMediaProcessTaskTranscodeResult | None, Field(alias="TranscodeTask")
    ] = None
    """Transcoding; set where Type is Transcode."""
    animated_graphic_task: Annotated[
        TencentVodMediaProcessTaskAnimatedGraphicResult | None,
        Field(alias="AnimatedGraphicTask"),
    ] = None
    """Making an animated picture; set where Type is AnimatedGraphics."""
    snapshot_by_time_offset_task: Annotated[
        TencentVodMediaProcessTaskSnapshotByTimeOffsetResult | None,
        Field(alias="SnapshotByTimeOffsetTask"),
    ] = None
    """Snapshots at given times; set where Type is SnapshotByTimeOffset."""
    sample_snapshot_task: Annotated[
        TencentVodMediaProcessTaskSampleSnapshotResult | None,
        Field(alias="SampleSnapshotTask"),
    ] = None
    """Snapshots at regular intervals; set where Type is SampleSnapshot."""
    image_sprite_task: Annotated[
        TencentVodMediaProcessTaskImageSpriteResult | None,
        Field(alias="ImageSpriteTask"),
    ] = None
    """Making image sprites; set where Type is ImageSprites (the vendor also writes ImageSprite)."""
    cover_by_snapshot_task: Annotated[
        TencentVodMediaProcessTaskCoverBySnapshotResult | None,
        Field(alias="CoverBySnapshotTask"),
    ] = None
    """Taking a snapshot as the cover; set where Type is CoverBySnapshot."""
    adaptive_dynamic_streaming_task: Annotated[
        TencentVodMediaProcessTaskAdaptiveDynamicStreamingResult | None,
        Field(alias="AdaptiveDynamicStreamingTask"),
    ] = None
    """Making adaptive bit rate streams; set where Type is AdaptiveDynamicStreaming."""


class TencentVodAiAnalysisResult(ContractModel):
    """One content analysis task of a flow; Type names the member that holds it."""

    type: Annotated[
        Literal["Classification", "Cover", "Tag", "FrameTag", "Highlight", ""] | str | None,
        Field(alias="Type"),
    ] = None
    """Kind of analysis; selects the member that holds it."""
    classification_task: Annotated[
        TencentVodAiAnalysisTaskClassificationResult | None,
        Field(alias="ClassificationTask"),
    ] = None
    """Sorting the media into categories; set where Type is Classification."""
    cover_task: Annotated[
        TencentVodAiAnalysisTaskCoverResult | None, Field(alias="CoverTask")
    ] = None
    """Choosing covers; set where Type is Cover."""
    tag_task: Annotated[
        TencentVodAiAnalysisTaskTagResult | None, Field(alias="TagTask")
    ] = None
    """Finding tags for the whole media; set where Type is Tag."""
    frame_tag_task: Annotated[
        TencentVodAiAnalysisTaskFrameTagResult | None, Field(alias="FrameTagTask")
    ] = None
    """Finding tags frame by frame; set where Type is FrameTag."""
    highlight_task: Annotated[
        TencentVodAiAnalysisTaskHighlightResult | None, Field(alias="HighlightTask")
    ] = None
    """Finding highlights; set where Type is Highlight."""


class TencentVodAiRecognitionResult(ContractModel):
    """One content recognition task of a flow; Type names the member that holds it."""

    type: Annotated[
        Literal["FaceRecognition", "AsrWordsRecognition", "OcrWordsRecognition", "AsrFullTextRecognition", "AsrTranslateRecognition", "OcrFullTextRecognition", "HeadTailRecognition", "ObjectRecognition", ""] | str | None,
        Field(alias="Type"),
    ] = None
    """Kind of recognition; selects the member that holds it."""
    head_tail_task: Annotated[
        TencentVodAiRecognitionTaskHeadTailResult | None, Field(alias="HeadTailTask")
    ] = None
    """Finding the opening and the ending; set where Type is HeadTailRecognition."""
    segment_task: Annotated[
        TencentVodAiRecognitionTaskSegmentResult | None, Field(alias="SegmentTask")
    ] = None
    """Splitting the media into parts; set where Type is SegmentRecognition."""
    face_task: Annotated[
        TencentVodAiRecognitionTaskFaceResult | None, Field(alias="FaceTask")
    ] = None
    """Recognising faces; set where Type is FaceRecognition."""
    asr_words_task: Annotated[
        TencentVodAiRecognitionTaskAsrWordsResult | None, Field(alias="AsrWordsTask")
    ] = None
    """Finding keywords in speech; set where Type is AsrWordsRecognition."""
    asr_full_text_task: Annotated[
        TencentVodAiRecognitionTaskAsrFullTextResult | None,
        Field(alias="AsrFullTextTask"),
    ] = None
    """Writing down all speech; set where Type is AsrFullTextRecognition."""
    asr_translate_task: Annotated[
        TencentVodAiRecognitionTaskAsrTranslateResult | None,
        Field(alias="AsrTranslateTask"),
    ] = None
    """Translating speech; set where Type is AsrTranslateRecognition."""
    ocr_words_task: Annotated[
        TencentVodAiRecognitionTaskOcrWordsResult | None, Field(alias="OcrWordsTask")
    ] = None
    """Finding keywords in the text of pictures; set where Type is OcrWordsRecognition."""
    ocr_full_text_task: Annotated[
        TencentVodAiRecognitionTaskOcrFullTextResult | None,
        Field(alias="OcrFullTextTask"),
    ] = None
    """Reading all text in pictures; set where Type is OcrFullTextRecognition."""
    object_task: Annotated[
        TencentVodAiRecognitionTaskObjectResult | None, Field(alias="ObjectTask")
    ] = None
    """Recognising objects; set where Type is ObjectRecognition."""


class TencentVodProcedureTask(ContractModel):
    """A task flow: the tasks that process one media file, with their states and results."""

    task_id: Annotated[str | None, Field(alias="TaskId")] = None
    """Id of the task flow."""
    status: Annotated[
        Literal["PROCESSING", "FINISH", ""] | str | None, Field(alias="Status")
    ] = None
    """State of the whole flow: PROCESSING or FINISH. Each task has its own state."""
    err_code: Annotated[int | None, Field(alias="ErrCode", deprecated=True)] = None
    """Deprecated: use the error code of each task."""
    message: Annotated[str | None, Field(alias="Message", deprecated=True)] = None
    """Deprecated: use the message of each task."""
    file_id: Annotated[str | None, Field(alias="FileId")] = None
    """Id of the media file, or the id that the caller gave with a URL (ProcessMediaByUrl)."""
    file_name: Annotated[str | None, Field(alias="FileName")] = None
    """Name of the media file, or the name that the caller gave with a URL (ProcessMediaByUrl)."""
    file_url: Annotated[str | None, Field(alias="FileUrl")] = None
    """Address of the media file, or the URL that the caller gave (ProcessMediaByUrl)."""
    meta_data: Annotated[TencentVodMediaMetaData | None, Field(alias="MetaData")] = None
    """Technical data of the source file."""
    media_process_result_set: Annotated[
        list[TencentVodMediaProcessTaskResult] | None,
        Field(alias="MediaProcessResultSet"),
    ] = None
    """The processing tasks, each with its state and result."""
    ai_content_review_result_set: Annotated[
        list[TencentVodAiContentReviewResult] | None,
        Field(alias="AiContentReviewResultSet"),
    ] = None
    """The review tasks, each with its state and result."""
    ai_analysis_result_set: Annotated[
        list[TencentVodAiAnalysisResult] | None, Field(alias="AiAnalysisResultSet")
    ] = None
    """The content analysis tasks, each with its state and result."""
    ai_recognition_result_set: Annotated[
        list[TencentVodAiRecognitionResult] | None,
        Field(alias="AiRecognitionResultSet"),
    ] = None
    """The content recognition tasks, each with its state and result."""
    tasks_priority: Annotated[int | None, Field(alias="TasksPriority")] = None
    """Priority of the task flow, from -10 to 10."""
    tasks_notify_mode: Annotated[str | None, Field(alias="TasksNotifyMode")] = None
    """When events are sent: Finish (at the end), Change (at every change of a task) or None."""
    session_context: Annotated[str | None, Field(alias="SessionContext")] = None
    """What the caller gave along when starting the task, at most 1000 characters."""
    session_id: Annotated[str | None, Field(alias="SessionId")] = None
    """Deduplication id that the caller gave when starting the task, at most 50 characters."""
    operator: Annotated[Literal["System", ""] | str | None, Field(alias="Operator")] = (
        None
    )
    """Who started the task; System where the vendor did."""
    operation_type: Annotated[
        Literal["TSC", ""] | str | None, Field(alias="OperationType")
    ] = None
    """Kind of operation; TSC is an automatic reduction of the bit rate."""


class TencentVodProcedureStateChanged(ContractModel):
    """Sent when a task flow changes its state or ends, as TasksNotifyMode says."""

    event_handle: Annotated[str | None, Field(alias="EventHandle")] = None
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    event_type: Annotated[Literal["ProcedureStateChanged"], Field(alias="EventType")]
    """Names the message and selects the member that holds the event."""
    procedure_state_change_event: Annotated[
        TencentVodProcedureTask | None, Field(alias="ProcedureStateChangeEvent")
    ] = None
    """The event itself. The members of other event types are absent or null beside it."""
    sign: Annotated[str | None, Field(alias="Sign")] = None
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    t: Annotated[int | str | None, Field(alias="T")] = None
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
