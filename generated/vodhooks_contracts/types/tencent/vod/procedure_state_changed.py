# Made by `make generate` from schemas/. Do not edit.

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from .media_audio_stream_item import TencentVodMediaAudioStreamItem
from .media_meta_data import TencentVodMediaMetaData
from .media_video_stream_item import TencentVodMediaVideoStreamItem


class TencentVodWatermarkInput(TypedDict):
    """A watermark to put on the picture."""

    Definition: NotRequired[int | None]
    """Id of the template."""
    TextContent: NotRequired[str | None]
    """Text of a text watermark, at most 100 characters."""
    SvgContent: NotRequired[str | None]
    """SVG source of an SVG watermark, at most 2,000,000 characters."""
    StartTimeOffset: NotRequired[float | None]
    """When the watermark appears, in seconds; negative counts from the end, 0 is the start."""
    EndTimeOffset: NotRequired[float | None]
    """When the watermark goes, in seconds; negative counts from the end, 0 is the end."""


class TencentVodTraceWatermarkInput(TypedDict):
    """Whether to add a trace watermark."""

    Switch: NotRequired[Literal["ON", "OFF", ""] | str | None]
    """ON adds the trace watermark, OFF does not."""
    Definition: NotRequired[int | None]
    """Deprecated; do not use."""


class TencentVodCopyRightWatermarkInput(TypedDict):
    """A copyright watermark to add."""

    Text: NotRequired[str | None]
    """Copyright text, at most 200 characters."""


class TencentVodBlindWatermarkInput(TypedDict):
    """A digital watermark to add."""

    Definition: NotRequired[int | None]
    """Id of the template."""


class TencentVodMosaicInput(TypedDict):
    """An area to blur with a mosaic."""

    CoordinateOrigin: NotRequired[str | None]
    """Corner of the picture from which positions are counted; only TopLeft exists."""
    XPos: NotRequired[str | None]
    """Horizontal position from the origin, such as 10% (of the width) or 100px."""
    YPos: NotRequired[str | None]
    """Vertical position from the origin, such as 10% (of the height) or 100px."""
    Width: NotRequired[str | None]
    """Width of the mosaic, such as 10% (of the video width) or 100px."""
    Height: NotRequired[str | None]
    """Height of the mosaic, such as 10% (of the video height) or 100px."""
    StartTimeOffset: NotRequired[float | None]
    """When the mosaic appears, in seconds; negative counts from the end, 0 is the start."""
    EndTimeOffset: NotRequired[float | None]
    """When the mosaic goes, in seconds; negative counts from the end, 0 is the end."""


class TencentVodHeadTailTaskInput(TypedDict):
    """An opening or ending to add."""

    Definition: NotRequired[int | None]
    """Id of the template."""


class TencentVodVideoTemplateInfoForUpdate(TypedDict):
    """Settings for the video stream that replace those of the template."""

    Codec: NotRequired[str | None]
    """Codec to use: libx264, libx265, av1 or H.266."""
    Fps: NotRequired[int | None]
    """Frames per second, 0 to 100; 0 is as in the source."""
    Bitrate: NotRequired[int | None]
    """Bit rate in kbit/s, 128 to 100000; 0 is automatic."""
    ResolutionAdaptive: NotRequired[Literal["open", "close", ""] | str | None]
    """open: Width is the long side and Height the short side; close: they are width and height."""
    Width: NotRequired[int | None]
    """Greatest width (or long side) in pixels; 0 follows Height, or the source where both are 0."""
    Height: NotRequired[int | None]
    """Greatest height (or short side) in pixels; 0 follows Width, or the source where both are 0."""
    FillType: NotRequired[Literal["stretch", "black", "white", "gauss", ""] | str | None]
    """What to do where the aspect ratio differs: stretch, or fill the border with black, white or blur."""
    Vcrf: NotRequired[int | None]
    """Constant rate factor from 1 to 51, used in place of a bit rate; 0 switches it off."""
    Gop: NotRequired[int | None]
    """Distance between key frames, in the unit of GopUnit; 0 is automatic."""
    PreserveHDRSwitch: NotRequired[Literal["ON", "OFF", ""] | str | None]
    """ON keeps HDR where the source has it; OFF always makes SDR."""
    CodecTag: NotRequired[Literal["hvc1", "hev1", ""] | str | None]
    """Tag of an H.265 stream: hvc1 or hev1."""
    GopUnit: NotRequired[Literal["frame", "second", ""] | str | None]
    """Unit of Gop: frame (the default) or second."""
    Mode: NotRequired[Literal["VBR", "ABR", "CBR", "VCRF", ""] | str | None]
    """Control of the bit rate: VBR, ABR, CBR or VCRF."""
    Bframes: NotRequired[int | None]
    """Most B frames in a row; -1 is automatic."""
    HlsTime: NotRequired[int | None]
    """Average length of an HLS segment in seconds; 0 is automatic."""
    VideoProfile: NotRequired[Literal["baseline", "main", "high", "default", ""] | str | None]
    """Profile of the codec, such as main or high; for H.264 only."""


class TencentVodAudioTemplateInfoForUpdate(TypedDict):
    """Settings for the audio stream that replace those of the template."""

    Codec: NotRequired[Literal["libmp3lame", "flac", "libfdk_aac", "ac3", "mp2", "pcm16", ""] | str | None]
    """Codec to use; which ones are allowed depends on the container."""
    Bitrate: NotRequired[int | None]
    """Bit rate in kbit/s, 26 to 256; 0 is automatic."""
    SampleRate: NotRequired[int | None]
    """Sampling rate in hertz."""
    AudioChannel: NotRequired[int | None]
    """Number of audio channels: 1, 2 or 6; 0 is as in the source."""
    StreamSelects: NotRequired[list[int] | None]
    """Audio tracks to keep; all where nothing is given."""


class TencentVodTEHDConfigForUpdate(TypedDict):
    """Settings of top speed codec transcoding that replace those of the template."""

    Type: NotRequired[Literal["TEHD-100", "OFF", ""] | str | None]
    """Kind of top speed codec: TEHD-100, or OFF."""
    MaxVideoBitrate: NotRequired[int | None]
    """Highest bit rate of the video; the unit is not documented."""


class TencentVodSubtitleInfoInput(TypedDict):
    """Subtitles to burn into the picture, and their look."""

    Id: NotRequired[str | None]
    """Id of the subtitle."""
    StreamIndex: NotRequired[int | None]
    """Index of the subtitle track of the source to burn in; used with the Id SUBTITLE_ID_PLACE_HOLDER only."""
    FontType: NotRequired[str | None]
    """Font file, such as hei.ttf."""
    FontSize: NotRequired[str | None]
    """Size of the font in pixels (Npx) or as a percentage of the video height (N%)."""
    FontColor: NotRequired[str | None]
    """Colour of the text, 0xRRGGBB."""
    FontAlpha: NotRequired[float | None]
    """Opacity of the text, from 0 (invisible) to 1 (opaque)."""
    YPos: NotRequired[str | None]
    """Vertical position of the text, Npx or N% of the video height, counted from the bottom."""
    BoardY: NotRequired[str | None]
    """Vertical position of the board behind the text, Npx or N% of the video height, from the bottom."""
    BoardWidth: NotRequired[str | None]
    """Width of the board behind the text, Npx or N% of the video width."""
    BoardHeight: NotRequired[str | None]
    """Height of the board behind the text, Npx or N% of the video height."""
    BoardColor: NotRequired[str | None]
    """Colour of the board behind the text, 0xRRGGBB."""
    BoardAlpha: NotRequired[float | None]
    """Opacity of the board behind the text, from 0 (invisible) to 1 (opaque)."""
    Alignment: NotRequired[Literal["top", "bottom", ""] | str | None]
    """Which edge of the text stays in place: top or bottom."""
    OutlineWidth: NotRequired[str | None]
    """Width of the outline of the text, Npx or N%."""
    OutlineColor: NotRequired[str | None]
    """Colour of the outline of the text, 0xRRGGBB."""
    OutlineAlpha: NotRequired[float | None]
    """Opacity of the outline of the text, from 0 (invisible) to 1 (opaque)."""
    ShadowWidth: NotRequired[str | None]
    """Width of the shadow of the text, Npx or N%."""
    ShadowColor: NotRequired[str | None]
    """Colour of the shadow of the text, 0xRRGGBB."""
    ShadowAlpha: NotRequired[float | None]
    """Opacity of the shadow of the text, from 0 (invisible) to 1 (opaque)."""
    LineSpacing: NotRequired[str | None]
    """Space between lines, Npx or N%."""


class TencentVodMediaTranscodeItem(TypedDict):
    """A transcoded file."""

    Url: NotRequired[str | None]
    """Address of the transcoded file."""
    Definition: NotRequired[int | None]
    """Id of the transcoding template; 0 means the original file."""
    Bitrate: NotRequired[int | None]
    """Average bit rates of video and audio together, in bits per second."""
    Height: NotRequired[int | None]
    """Greatest height of the video streams in pixels."""
    Width: NotRequired[int | None]
    """Greatest width of the video streams in pixels."""
    Size: NotRequired[int | None]
    """Size in bytes. For HLS, the playlist and all segments together."""
    Duration: NotRequired[float | None]
    """Length in seconds."""
    Md5: NotRequired[str | None]
    """MD5 of the file."""
    Container: NotRequired[str | None]
    """Container format, such as mp4 or m4a."""
    VideoStreamSet: NotRequired[list[TencentVodMediaVideoStreamItem] | None]
    """The video streams of the file."""
    AudioStreamSet: NotRequired[list[TencentVodMediaAudioStreamItem] | None]
    """The audio streams of the file."""
    DigitalWatermarkType: NotRequired[Literal["Trace", "CopyRight", "None", ""] | str | None]
    """Kind of invisible watermark in the file: Trace, CopyRight or None."""
    CopyRightWatermarkText: NotRequired[str | None]
    """Text of the copyright watermark."""
    BlindWatermarkDefinition: NotRequired[int | None]
    """Id of the template of the digital watermark."""
    FileId: NotRequired[str | None]
    """Id of the new media file; set where the result was asked for as a file of its own."""


class TencentVodAnimatedGraphicTaskInput(TypedDict):
    """What a task that makes an animated picture was given."""

    Definition: NotRequired[int | None]
    """Id of the template."""
    StartTimeOffset: NotRequired[float | None]
    """Where in the source to begin, in seconds; negative counts from the end, 0 is the start."""
    EndTimeOffset: NotRequired[float | None]
    """Where in the source to end, in seconds; negative counts from the end, 0 is the end."""


class TencentVodMediaAnimatedGraphicsItem(TypedDict):
    """An animated picture made from a video."""

    Url: NotRequired[str | None]
    """Address of the file."""
    Definition: NotRequired[int | None]
    """Id of the template."""
    Container: NotRequired[str | None]
    """Format of the picture, such as gif."""
    Height: NotRequired[int | None]
    """Height of the picture in pixels."""
    Width: NotRequired[int | None]
    """Width of the picture in pixels."""
    Bitrate: NotRequired[int | None]
    """Bit rate in bits per second."""
    Size: NotRequired[int | None]
    """Size in bytes. For HLS, the playlist and all segments together."""
    Md5: NotRequired[str | None]
    """MD5 of the file."""
    StartTimeOffset: NotRequired[float | None]
    """Where in the video it begins, in seconds."""
    EndTimeOffset: NotRequired[float | None]
    """Where in the video it ends, in seconds."""


class TencentVodSnapshotByTimeOffsetTaskInput(TypedDict):
    """What a task that takes snapshots at given times was given."""

    Definition: NotRequired[int | None]
    """Id of the template."""
    ExtTimeOffsetSet: NotRequired[list[str] | None]
    """Times of the snapshots, such as 3.5s (seconds) or 10% (of the length)."""
    TimeOffsetSet: NotRequired[list[float] | None]
    """Times of the snapshots in milliseconds. Deprecated: use ExtTimeOffsetSet."""
    WatermarkSet: NotRequired[list[TencentVodWatermarkInput] | None]
    """Watermarks to put on the picture, at most 10."""


class TencentVodMediaSnapshotByTimePicInfoItem(TypedDict):
    """One snapshot taken at a given time."""

    TimeOffset: NotRequired[float | None]
    """Time of the snapshot in the video, in milliseconds."""
    Url: NotRequired[str | None]
    """Address of the snapshot."""
    WaterMarkDefinition: NotRequired[list[int] | None]
    """Ids of the watermark templates that were used on the picture."""


class TencentVodSampleSnapshotTaskInput(TypedDict):
    """What a task that takes snapshots at regular intervals was given."""

    Definition: NotRequired[int | None]
    """Id of the template."""
    WatermarkSet: NotRequired[list[TencentVodWatermarkInput] | None]
    """Watermarks to put on the picture, at most 10."""


class TencentVodMediaSampleSnapshotItem(TypedDict):
    """The snapshots taken at regular intervals."""

    Definition: NotRequired[int | None]
    """Id of the template."""
    SampleType: NotRequired[Literal["Percent", "Time", ""] | str | None]
    """How the interval is counted: Percent (of the length) or Time (seconds)."""
    Interval: NotRequired[int | None]
    """Interval between pictures, in the unit that SampleType names: percent or seconds."""
    ImageUrlSet: NotRequired[list[str] | None]
    """Addresses of the pictures."""
    WaterMarkDefinition: NotRequired[list[int] | None]
    """Ids of the watermark templates that were used on the picture."""


class TencentVodImageSpriteTaskInput(TypedDict):
    """What a task that makes image sprites was given."""

    Definition: NotRequired[int | None]
    """Id of the template."""


class TencentVodMediaImageSpriteItem(TypedDict):
    """Image sprites: large pictures put together of many small ones."""

    Definition: NotRequired[int | None]
    """Id of the template."""
    Height: NotRequired[int | None]
    """Height of each small picture in pixels."""
    Width: NotRequired[int | None]
    """Width of each small picture in pixels."""
    TotalCount: NotRequired[int | None]
    """Number of small pictures in each sprite."""
    ImageUrlSet: NotRequired[list[str] | None]
    """Addresses of the sprites, the large pictures."""
    WebVttUrl: NotRequired[str | None]
    """Address of the WebVTT file that gives the time and the place in the sprite of each small picture."""


class TencentVodCoverBySnapshotTaskInput(TypedDict):
    """What a task that takes a snapshot as the cover was given."""

    Definition: NotRequired[int | None]
    """Id of the template."""
    PositionType: NotRequired[str | None]
    """How the place of the snapshot is given: Time or Percent."""
    PositionValue: NotRequired[float | None]
    """Place of the snapshot, in seconds or in percent of the length, as PositionType says."""
    WatermarkSet: NotRequired[list[TencentVodWatermarkInput] | None]
    """Watermarks to put on the picture, at most 10."""


class TencentVodCoverBySnapshotTaskOutput(TypedDict):
    """The cover that was made."""

    CoverUrl: NotRequired[str | None]
    """Address of the cover picture."""


class TencentVodSPEKEDrm(TypedDict):
    """How to get keys from a DRM vendor, after the SPEKE protocol."""

    ResourceId: NotRequired[str | None]
    """Content id for the DRM vendor, chosen by the caller (the cid of SPEKE)."""
    KeyServerUrl: NotRequired[str | None]
    """Address of the key server of the DRM vendor."""
    Vector: NotRequired[str | None]
    """Initialisation vector, 32 hexadecimal digits."""
    EncryptionMethod: NotRequired[str | None]
    """Encryption scheme: cbcs or cenc."""
    EncryptionPreset: NotRequired[str | None]
    """preset0: one key for all streams; preset1: a key for each stream."""
    KeyAcquireMode: NotRequired[Literal["POST", "GET", ""] | str | None]
    """HTTP method for asking the key server: POST or GET."""


class TencentVodMediaSubStreamInfoItem(TypedDict):
    """One of the streams between which a player can change."""

    Type: NotRequired[Literal["audio", "video", ""] | str | None]
    """audio (no picture) or video (may have sound)."""
    Width: NotRequired[int | None]
    """Width of the picture in pixels; for video only."""
    Height: NotRequired[int | None]
    """Height of the picture in pixels; for video only."""
    Size: NotRequired[int | None]
    """Size in bytes; 0 for files made before 2023-02-09T16:00:00Z."""


class TencentVodMediaSubtitleItem(TypedDict):
    """A subtitle of a media file."""

    Id: NotRequired[str | None]
    """Id of the subtitle."""
    Name: NotRequired[str | None]
    """Name of the subtitle."""
    Language: NotRequired[Literal["zh", "en", "ja", "ko", "vi", "ms", "th", "pt", "tr", "ar", "es", "hi", "fr", ""] | str | None]
    """Language code, such as zh or en (RFC 5646)."""
    Format: NotRequired[Literal["vtt", ""] | str | None]
    """Format of the subtitle; vtt."""
    Url: NotRequired[str | None]
    """Address of the subtitle file."""
    Source: NotRequired[Literal["UserUploaded", "AIRecognition", ""] | str | None]
    """UserUploaded, or AIRecognition where it was made from speech."""


class TencentVodAiReviewPornTaskInput(TypedDict):
    """What a review of pictures for pornography was given."""

    Definition: NotRequired[int | None]
    """Id of the template."""


class TencentVodMediaContentReviewSegmentItem(TypedDict):
    """A stretch that the review of pictures flagged."""

    StartTimeOffset: NotRequired[float | None]
    """Where the stretch begins, in seconds."""
    EndTimeOffset: NotRequired[float | None]
    """Where the stretch ends, in seconds."""
    Confidence: NotRequired[float | None]
    """How sure the vendor is, from 0 to 100."""
    Label: NotRequired[str | None]
    """The kind of offence found."""
    Suggestion: NotRequired[Literal["pass", "review", "block", ""] | str | None]
    """Advice of the review: pass, review (look at it) or block."""
    Url: NotRequired[str | None]
    """Address of a picture of the stretch; it is deleted later."""
    PicUrlExpireTimeStamp: NotRequired[int | None]
    """Deprecated: use PicUrlExpireTime."""
    PicUrlExpireTime: NotRequired[str | None]
    """When the picture is deleted, ISO 8601."""


class TencentVodAiReviewTerrorismTaskInput(TypedDict):
    """What a review of pictures for violence and terrorism was given."""

    Definition: NotRequired[int | None]
    """Id of the template."""


class TencentVodAiReviewTerrorismTaskOutput(TypedDict):
    """What a review of pictures for violence and terrorism found."""

    Confidence: NotRequired[float | None]
    """How sure the vendor is, from 0 to 100."""
    Suggestion: NotRequired[Literal["pass", "review", "block", ""] | str | None]
    """Advice of the review: pass, review (look at it) or block."""
    Label: NotRequired[Literal["guns", "crowd", "police", "bloody", "banners", "militant", "explosion", "terrorists", "scenario", ""] | str | None]
    """The kind of offence found."""
    SegmentSet: NotRequired[list[TencentVodMediaContentReviewSegmentItem] | None]
    """The stretches found, at most the first 100; the file at SegmentSetFileUrl holds all."""
    SegmentSetFileUrl: NotRequired[str | None]
    """Address of a JSON file with all stretches, in the form of SegmentSet; it is deleted later."""
    SegmentSetFileUrlExpireTime: NotRequired[str | None]
    """When that file is deleted, ISO 8601."""


class TencentVodAiReviewPoliticalTaskInput(TypedDict):
    """What a review of pictures for politically sensitive content was given."""

    Definition: NotRequired[int | None]
    """Id of the template."""


class TencentVodMediaContentReviewPoliticalSegmentItem(TypedDict):
    """A stretch that the review of pictures flagged as politically sensitive."""

    StartTimeOffset: NotRequired[float | None]
    """Where the stretch begins, in seconds."""
    EndTimeOffset: NotRequired[float | None]
    """Where the stretch ends, in seconds."""
    Confidence: NotRequired[float | None]
    """How sure the vendor is, from 0 to 100."""
    Suggestion: NotRequired[Literal["pass", "review", "block", ""] | str | None]
    """Advice of the review: pass, review (look at it) or block."""
    Name: NotRequired[str | None]
    """Name of the person or the sign."""
    Label: NotRequired[Literal["violation_photo", "nation_politician", "province_politician", "bureau_politician", "county_politician", "rural_politician", "sensitive_politician", "foreign_politician", "sensitive_entertainment", "sensitive_sport", "sensitive_entrepreneur", "sensitive_scholar", "sensitive_celebrity", "historical_celebrity", "sensitive_military", ""] | str | None]
    """The kind of offence found."""
    Url: NotRequired[str | None]
    """Address of a picture of the stretch; it is deleted later."""
    AreaCoordSet: NotRequired[list[int] | None]
    """Pixel coordinates x1, y1, x2, y2 of the area: its upper left and lower right corners."""
    PicUrlExpireTimeStamp: NotRequired[int | None]
    """Deprecated: use PicUrlExpireTime."""
    PicUrlExpireTime: NotRequired[str | None]
    """When the picture is deleted, ISO 8601."""


class TencentVodAiReviewPornAsrTaskInput(TypedDict):
    """What a review of speech for pornography was given."""

    Definition: NotRequired[int | None]
    """Id of the template."""


class TencentVodMediaContentReviewAsrTextSegmentItem(TypedDict):
    """A stretch that the review of speech flagged."""

    StartTimeOffset: NotRequired[float | None]
    """Where the stretch begins, in seconds."""
    EndTimeOffset: NotRequired[float | None]
    """Where the stretch ends, in seconds."""
    Confidence: NotRequired[float | None]
    """How sure the vendor is, from 0 to 100."""
    Suggestion: NotRequired[Literal["pass", "review", "block", ""] | str | None]
    """Advice of the review: pass, review (look at it) or block."""
    KeywordSet: NotRequired[list[str] | None]
    """Words of the text that offend."""


class TencentVodAiReviewPornOcrTaskInput(TypedDict):
    """What a review of text in pictures for pornography was given."""

    Definition: NotRequired[int | None]
    """Id of the template."""


class TencentVodMediaContentReviewOcrTextSegmentItem(TypedDict):
    """A stretch that the review of text in pictures flagged."""

    StartTimeOffset: NotRequired[float | None]
    """Where the stretch begins, in seconds."""
    EndTimeOffset: NotRequired[float | None]
    """Where the stretch ends, in seconds."""
    Confidence: NotRequired[float | None]
    """How sure the vendor is, from 0 to 100."""
    Suggestion: NotRequired[Literal["pass", "review", "block", ""] | str | None]
    """Advice of the review: pass, review (look at it) or block."""
    KeywordSet: NotRequired[list[str] | None]
    """Words of the text that offend."""
    AreaCoordSet: NotRequired[list[int] | None]
    """Pixel coordinates x1, y1, x2, y2 of the area: its upper left and lower right corners."""
    Url: NotRequired[str | None]
    """Address of a picture of the stretch; it is deleted later."""
    PicUrlExpireTime: NotRequired[str | None]
    """When the picture is deleted, ISO 8601."""


class TencentVodAiReviewPoliticalAsrTaskInput(TypedDict):
    """What a review of speech for politically sensitive content was given."""

    Definition: NotRequired[int | None]
    """Id of the template."""


class TencentVodAiReviewPoliticalAsrTaskOutput(TypedDict):
    """What a review of speech for politically sensitive content found."""

    Confidence: NotRequired[float | None]
    """How sure the vendor is, from 0 to 100."""
    Suggestion: NotRequired[Literal["pass", "review", "block", ""] | str | None]
    """Advice of the review: pass, review (look at it) or block."""
    SegmentSet: NotRequired[list[TencentVodMediaContentReviewAsrTextSegmentItem] | None]
    """The stretches found, at most the first 100; the file at SegmentSetFileUrl holds all."""
    SegmentSetFileUrl: NotRequired[str | None]
    """Address of a JSON file with all stretches, in the form of SegmentSet; it is deleted later."""
    SegmentSetFileUrlExpireTime: NotRequired[str | None]
    """When that file is deleted, ISO 8601."""


class TencentVodAiReviewPoliticalOcrTaskInput(TypedDict):
    """What a review of text in pictures for politically sensitive content was given."""

    Definition: NotRequired[int | None]
    """Id of the template."""


class TencentVodAiReviewPoliticalOcrTaskOutput(TypedDict):
    """What a review of text in pictures for politically sensitive content found."""

    Confidence: NotRequired[float | None]
    """How sure the vendor is, from 0 to 100."""
    Suggestion: NotRequired[Literal["pass", "review", "block", ""] | str | None]
    """Advice of the review: pass, review (look at it) or block."""
    SegmentSet: NotRequired[list[TencentVodMediaContentReviewOcrTextSegmentItem] | None]
    """The stretches found, at most the first 100; the file at SegmentSetFileUrl holds all."""
    SegmentSetFileUrl: NotRequired[str | None]
    """Address of a JSON file with all stretches, in the form of SegmentSet; it is deleted later."""
    SegmentSetFileUrlExpireTime: NotRequired[str | None]
    """When that file is deleted, ISO 8601."""


class TencentVodAiReviewTerrorismOcrTaskInput(TypedDict):
    """What a review of text in pictures for violence and terrorism was given."""

    Definition: NotRequired[int | None]
    """Id of the template."""


class TencentVodAiReviewTerrorismOcrTaskOutput(TypedDict):
    """What a review of text in pictures for violence and terrorism found."""

    Confidence: NotRequired[float | None]
    """How sure the vendor is, from 0 to 100."""
    Suggestion: NotRequired[Literal["pass", "review", "block", ""] | str | None]
    """Advice of the review: pass, review (look at it) or block."""
    SegmentSet: NotRequired[list[TencentVodMediaContentReviewOcrTextSegmentItem] | None]
    """The stretches found, at most the first 100; the file at SegmentSetFileUrl holds all."""
    SegmentSetFileUrl: NotRequired[str | None]
    """Address of a JSON file with all stretches, in the form of SegmentSet; it is deleted later."""
    SegmentSetFileUrlExpireTime: NotRequired[str | None]
    """When that file is deleted, ISO 8601."""


class TencentVodAiReviewProhibitedOcrTaskInput(TypedDict):
    """What a review of text in pictures for forbidden content was given."""

    Definition: NotRequired[int | None]
    """Id of the template."""


class TencentVodAiReviewProhibitedOcrTaskOutput(TypedDict):
    """What a review of text in pictures for forbidden content found."""

    Confidence: NotRequired[float | None]
    """How sure the vendor is, from 0 to 100."""
    Suggestion: NotRequired[Literal["pass", "review", "block", ""] | str | None]
    """Advice of the review: pass, review (look at it) or block."""
    SegmentSet: NotRequired[list[TencentVodMediaContentReviewOcrTextSegmentItem] | None]
    """The stretches found, at most the first 100; the file at SegmentSetFileUrl holds all."""
    SegmentSetFileUrl: NotRequired[str | None]
    """Address of a JSON file with all stretches, in the form of SegmentSet; it is deleted later."""
    SegmentSetFileUrlExpireTime: NotRequired[str | None]
    """When that file is deleted, ISO 8601."""


class TencentVodAiReviewProhibitedAsrTaskInput(TypedDict):
    """What a review of speech for forbidden content was given."""

    Definition: NotRequired[int | None]
    """Id of the template."""


class TencentVodAiReviewProhibitedAsrTaskOutput(TypedDict):
    """What a review of speech for forbidden content found."""

    Confidence: NotRequired[float | None]
    """How sure the vendor is, from 0 to 100."""
    Suggestion: NotRequired[Literal["pass", "review", "block", ""] | str | None]
    """Advice of the review: pass, review (look at it) or block."""
    SegmentSet: NotRequired[list[TencentVodMediaContentReviewAsrTextSegmentItem] | None]
    """The stretches found, at most the first 100; the file at SegmentSetFileUrl holds all."""
    SegmentSetFileUrl: NotRequired[str | None]
    """Address of a JSON file with all stretches, in the form of SegmentSet; it is deleted later."""
    SegmentSetFileUrlExpireTime: NotRequired[str | None]
    """When that file is deleted, ISO 8601."""


class TencentVodAiAnalysisTaskClassificationInput(TypedDict):
    """What a task that sorts the media into categories was given."""

    Definition: NotRequired[int | None]
    """Id of the template."""


class TencentVodMediaAiAnalysisClassificationItem(TypedDict):
    """One category found for the media."""

    Classification: NotRequired[str | None]
    """Name of the category."""
    Confidence: NotRequired[float | None]
    """How sure the vendor is, from 0 to 100."""


class TencentVodAiAnalysisTaskCoverInput(TypedDict):
    """What a task that chooses covers was given."""

    Definition: NotRequired[int | None]
    """Id of the template."""


class TencentVodMediaAiAnalysisCoverItem(TypedDict):
    """One cover found for the media."""

    CoverUrl: NotRequired[str | None]
    """Address of the cover picture."""
    Confidence: NotRequired[float | None]
    """How sure the vendor is, from 0 to 100."""


class TencentVodAiAnalysisTaskTagInput(TypedDict):
    """What a task that finds tags for the media was given."""

    Definition: NotRequired[int | None]
    """Id of the template."""


class TencentVodMediaAiAnalysisTagItem(TypedDict):
    """One tag found for the media."""

    Tag: NotRequired[str | None]
    """Name of the tag."""
    Confidence: NotRequired[float | None]
    """How sure the vendor is, from 0 to 100."""


class TencentVodAiAnalysisTaskFrameTagInput(TypedDict):
    """What a task that finds tags frame by frame was given."""

    Definition: NotRequired[int | None]
    """Id of the template."""


class TencentVodMediaAiAnalysisFrameTagItem(TypedDict):
    """One tag found in a stretch."""

    Tag: NotRequired[str | None]
    """Name of the tag."""
    CategorySet: NotRequired[list[str] | None]
    """Categories of the tag, from the first level down, such as scene, building."""
    Confidence: NotRequired[float | None]
    """How sure the vendor is, from 0 to 100."""


class TencentVodAiAnalysisTaskHighlightInput(TypedDict):
    """What a task that finds highlights was given."""

    Definition: NotRequired[int | None]
    """Id of the template."""


class TencentVodHighlightSegmentItem(TypedDict):
    """One stretch of a highlight."""

    Confidence: NotRequired[float | None]
    """How sure the vendor is, from 0 to 100."""
    StartTimeOffset: NotRequired[float | None]
    """Where the stretch begins, in seconds."""
    EndTimeOffset: NotRequired[float | None]
    """Where the stretch ends, in seconds."""


class TencentVodAiRecognitionTaskHeadTailResultInput(TypedDict):
    """What a task that finds the opening and the ending was given."""

    Definition: NotRequired[int | None]
    """Id of the template."""


class TencentVodAiRecognitionTaskHeadTailResultOutput(TypedDict):
    """Where the opening ends and the ending begins."""

    HeadConfidence: NotRequired[float | None]
    """How sure the vendor is of the opening, from 0 to 100."""
    HeadTimeOffset: NotRequired[float | None]
    """Where the opening ends, in seconds."""
    TailConfidence: NotRequired[float | None]
    """How sure the vendor is of the ending, from 0 to 100."""
    TailTimeOffset: NotRequired[float | None]
    """Where the ending begins, in seconds."""


class TencentVodAiRecognitionTaskSegmentResultInput(TypedDict):
    """What a task that splits the media into parts was given."""

    Definition: NotRequired[int | None]
    """Id of the template."""


class TencentVodAiRecognitionTaskSegmentSegmentItem(TypedDict):
    """One of the parts into which the media was split."""

    FileId: NotRequired[str | None]
    """Id of the part as a media file; set where source and part are both media files."""
    SegmentUrl: NotRequired[str | None]
    """Address of the part as a video."""
    Confidence: NotRequired[float | None]
    """How sure the vendor is, from 0 to 100."""
    StartTimeOffset: NotRequired[float | None]
    """Where the stretch begins, in seconds."""
    EndTimeOffset: NotRequired[float | None]
    """Where the stretch ends, in seconds."""
    CovImgUrl: NotRequired[str | None]
    """Address of the cover picture."""
    SpecialInfo: NotRequired[str | None]
    """Special field; ignore it."""


class TencentVodAiRecognitionTaskFaceResultInput(TypedDict):
    """What a task that recognises faces was given."""

    Definition: NotRequired[int | None]
    """Id of the template."""


class TencentVodAiRecognitionTaskFaceSegmentItem(TypedDict):
    """A stretch in which the person appears."""

    StartTimeOffset: NotRequired[float | None]
    """Where the stretch begins, in seconds."""
    EndTimeOffset: NotRequired[float | None]
    """Where the stretch ends, in seconds."""
    Confidence: NotRequired[float | None]
    """How sure the vendor is, from 0 to 100."""
    AreaCoordSet: NotRequired[list[int] | None]
    """Pixel coordinates x1, y1, x2, y2 of the area: its upper left and lower right corners."""


class TencentVodAiRecognitionTaskAsrWordsResultInput(TypedDict):
    """What a task that finds keywords in speech was given."""

    Definition: NotRequired[int | None]
    """Id of the template."""


class TencentVodAiRecognitionTaskAsrWordsSegmentItem(TypedDict):
    """A stretch in which the keyword is spoken."""

    StartTimeOffset: NotRequired[float | None]
    """Where the stretch begins, in seconds."""
    EndTimeOffset: NotRequired[float | None]
    """Where the stretch ends, in seconds."""
    Confidence: NotRequired[float | None]
    """How sure the vendor is, from 0 to 100."""


class TencentVodAiRecognitionTaskAsrFullTextResultInput(TypedDict):
    """What a task that writes down all speech was given."""

    Definition: NotRequired[int | None]
    """Id of the template."""


class TencentVodAiRecognitionTaskAsrFullTextSegmentItem(TypedDict):
    """A stretch of speech with its text."""

    Confidence: NotRequired[float | None]
    """How sure the vendor is, from 0 to 100."""
    StartTimeOffset: NotRequired[float | None]
    """Where the stretch begins, in seconds."""
    EndTimeOffset: NotRequired[float | None]
    """Where the stretch ends, in seconds."""
    Text: NotRequired[str | None]
    """Text recognised in a picture or in speech."""


class TencentVodAiRecognitionTaskAsrFullTextResultOutputSubtitleItem(TypedDict):
    """A subtitle file made from speech."""

    Id: NotRequired[str | None]
    """Id of the subtitle; set where Format is vtt, for tasks since 2024-11-01T10:00:00Z."""
    Name: NotRequired[str | None]
    """Name to show in a player; set where Format is vtt, for tasks since 2024-11-01T10:00:00Z."""
    Language: NotRequired[str | None]
    """Language code, such as zh or en (RFC 5646)."""
    Format: NotRequired[Literal["vtt", "srt", ""] | str | None]
    """Format of the subtitle: vtt or srt."""
    Url: NotRequired[str | None]
    """Address of the subtitle file."""


class TencentVodAiRecognitionTaskAsrTranslateResultInput(TypedDict):
    """What a task that translates speech was given."""

    Definition: NotRequired[int | None]
    """Id of the template."""


class TencentVodAiRecognitionTaskAsrTranslateSegmentItem(TypedDict):
    """A stretch of speech with its text and the translation."""

    Confidence: NotRequired[float | None]
    """How sure the vendor is, from 0 to 100."""
    StartTimeOffset: NotRequired[float | None]
    """Where the stretch begins, in seconds."""
    EndTimeOffset: NotRequired[float | None]
    """Where the stretch ends, in seconds."""
    Text: NotRequired[str | None]
    """Text recognised in a picture or in speech."""
    Translation: NotRequired[str | None]
    """The translated text."""


class TencentVodAiRecognitionTaskOcrWordsResultInput(TypedDict):
    """What a task that finds keywords in the text of pictures was given."""

    Definition: NotRequired[int | None]
    """Id of the template."""


class TencentVodAiRecognitionTaskOcrWordsSegmentItem(TypedDict):
    """A stretch in which the keyword is shown."""

    StartTimeOffset: NotRequired[float | None]
    """Where the stretch begins, in seconds."""
    EndTimeOffset: NotRequired[float | None]
    """Where the stretch ends, in seconds."""
    Confidence: NotRequired[float | None]
    """How sure the vendor is, from 0 to 100."""
    AreaCoordSet: NotRequired[list[int] | None]
    """Pixel coordinates x1, y1, x2, y2 of the area: its upper left and lower right corners."""


class TencentVodAiRecognitionTaskOcrFullTextResultInput(TypedDict):
    """What a task that reads all text in pictures was given."""

    Definition: NotRequired[int | None]
    """Id of the template."""


class TencentVodAiRecognitionTaskOcrFullTextSegmentTextItem(TypedDict):
    """One text shown in a stretch."""

    Confidence: NotRequired[float | None]
    """How sure the vendor is, from 0 to 100."""
    AreaCoordSet: NotRequired[list[int] | None]
    """Pixel coordinates x1, y1, x2, y2 of the area: its upper left and lower right corners."""
    Text: NotRequired[str | None]
    """Text recognised in a picture or in speech."""


class TencentVodAiRecognitionTaskObjectResultInput(TypedDict):
    """What a task that recognises objects was given."""

    Definition: NotRequired[int | None]
    """Id of the template."""


class TencentVodAiRecognitionTaskObjectSeqmentItem(TypedDict):
    """A stretch in which the object appears (older form)."""

    StartTimeOffset: NotRequired[float | None]
    """Where the stretch begins, in seconds."""
    EndTimeOffset: NotRequired[float | None]
    """Where the stretch ends, in seconds."""
    Confidence: NotRequired[float | None]
    """How sure the vendor is, from 0 to 100."""
    AreaCoordSet: NotRequired[list[int] | None]
    """Pixel coordinates x1, y1, x2, y2 of the area: its upper left and lower right corners."""


class TencentVodAiRecognitionTaskObjectSegmentItem(TypedDict):
    """A stretch in which the object appears."""

    StartTimeOffset: NotRequired[float | None]
    """Where the stretch begins, in seconds."""
    EndTimeOffset: NotRequired[float | None]
    """Where the stretch ends, in seconds."""
    Confidence: NotRequired[float | None]
    """How sure the vendor is, from 0 to 100."""
    AreaCoordSet: NotRequired[list[int] | None]
    """Pixel coordinates x1, y1, x2, y2 of the area: its upper left and lower right corners."""


class TencentVodOverrideTranscodeParameter(TypedDict):
    """Settings that replace those of a transcoding template."""

    Container: NotRequired[str | None]
    """Container format to make; mp3, flac, ogg, m4a and wav hold audio only."""
    RemoveVideo: NotRequired[int | None]
    """1 leaves the video out, 0 keeps it."""
    RemoveAudio: NotRequired[int | None]
    """1 leaves the audio out, 0 keeps it."""
    VideoTemplate: NotRequired[TencentVodVideoTemplateInfoForUpdate | None]
    """Settings for the video stream."""
    AudioTemplate: NotRequired[TencentVodAudioTemplateInfoForUpdate | None]
    """Settings for the audio stream."""
    TEHDConfig: NotRequired[TencentVodTEHDConfigForUpdate | None]
    """Settings of top speed codec transcoding, the vendor's way to save bit rate."""
    StdExtInfo: NotRequired[str | None]
    """Extension field for special purposes."""


class TencentVodMediaProcessTaskAnimatedGraphicResult(TypedDict):
    """State and result of a task that makes an animated picture."""

    Status: NotRequired[str | None]
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    ErrCodeExt: NotRequired[str | None]
    """Empty for success; otherwise a dotted error code of an open list."""
    ErrCode: NotRequired[int | None]
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    Input: NotRequired[TencentVodAnimatedGraphicTaskInput | None]
    """What the task was given."""
    Output: NotRequired[TencentVodMediaAnimatedGraphicsItem | None]
    """What the task made or found."""
    Progress: NotRequired[int | None]
    """Progress in percent, from 0 to 100."""
    BeginProcessTime: NotRequired[str | None]
    """When the work began, ISO 8601."""
    FinishTime: NotRequired[str | None]
    """When the task ended, ISO 8601."""


class TencentVodMediaSnapshotByTimeOffsetItem(TypedDict):
    """The snapshots taken at given times with one template."""

    Definition: NotRequired[int | None]
    """Id of the template."""
    PicInfoSet: NotRequired[list[TencentVodMediaSnapshotByTimePicInfoItem] | None]
    """The snapshots, one entry for each."""


class TencentVodMediaProcessTaskSampleSnapshotResult(TypedDict):
    """State and result of a task that takes snapshots at regular intervals."""

    Status: NotRequired[str | None]
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    ErrCodeExt: NotRequired[str | None]
    """Empty for success; otherwise a dotted error code of an open list."""
    ErrCode: NotRequired[int | None]
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    Input: NotRequired[TencentVodSampleSnapshotTaskInput | None]
    """What the task was given."""
    Output: NotRequired[TencentVodMediaSampleSnapshotItem | None]
    """What the task made or found."""
    Progress: NotRequired[int | None]
    """Progress in percent, from 0 to 100."""
    BeginProcessTime: NotRequired[str | None]
    """When the work began, ISO 8601."""
    FinishTime: NotRequired[str | None]
    """When the task ended, ISO 8601."""


class TencentVodMediaProcessTaskImageSpriteResult(TypedDict):
    """State and result of a task that makes image sprites."""

    Status: NotRequired[str | None]
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    ErrCodeExt: NotRequired[str | None]
    """Empty for success; otherwise a dotted error code of an open list."""
    ErrCode: NotRequired[int | None]
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    Input: NotRequired[TencentVodImageSpriteTaskInput | None]
    """What the task was given."""
    Output: NotRequired[TencentVodMediaImageSpriteItem | None]
    """What the task made or found."""
    Progress: NotRequired[int | None]
    """Progress in percent, from 0 to 100."""
    BeginProcessTime: NotRequired[str | None]
    """When the work began, ISO 8601."""
    FinishTime: NotRequired[str | None]
    """When the task ended, ISO 8601."""


class TencentVodMediaProcessTaskCoverBySnapshotResult(TypedDict):
    """State and result of a task that takes a snapshot as the cover."""

    Status: NotRequired[str | None]
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    ErrCodeExt: NotRequired[str | None]
    """Empty for success; otherwise a dotted error code of an open list."""
    ErrCode: NotRequired[int | None]
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    Input: NotRequired[TencentVodCoverBySnapshotTaskInput | None]
    """What the task was given."""
    Output: NotRequired[TencentVodCoverBySnapshotTaskOutput | None]
    """What the task made or found."""
    Progress: NotRequired[int | None]
    """Progress in percent, from 0 to 100."""
    BeginProcessTime: NotRequired[str | None]
    """When the work began, ISO 8601."""
    FinishTime: NotRequired[str | None]
    """When the task ended, ISO 8601."""


class TencentVodThirdPartyDrmInfo(TypedDict):
    """DRM of another vendor."""

    DrmTypes: NotRequired[list[str] | None]
    """DRM systems, such as FairPlay, Widevine or PlayReady."""
    SPEKEDrm: NotRequired[TencentVodSPEKEDrm | None]
    """How to reach the DRM vendor, after the SPEKE protocol."""


class TencentVodAdaptiveDynamicStreamingInfoItem(TypedDict):
    """Adaptive bit rate streams made from a media file."""

    Definition: NotRequired[int | None]
    """Id of the template."""
    Package: NotRequired[Literal["HLS", "DASH", ""] | str | None]
    """Packaging: HLS or DASH."""
    DrmType: NotRequired[str | None]
    """Kind of encryption."""
    Url: NotRequired[str | None]
    """Address for playing."""
    Size: NotRequired[int | None]
    """Size in bytes, playlists and segments together; 0 for files made before 2022-01-10T16:00:00Z."""
    DigitalWatermarkType: NotRequired[Literal["Trace", "CopyRight", "None", ""] | str | None]
    """Kind of invisible watermark in the file: Trace, CopyRight or None."""
    SubStreamSet: NotRequired[list[TencentVodMediaSubStreamInfoItem] | None]
    """The streams between which a player can change."""
    CopyRightWatermarkText: NotRequired[str | None]
    """Text of the copyright watermark."""
    BlindWatermarkDefinition: NotRequired[int | None]
    """Id of the template of the digital watermark."""
    SubtitleSet: NotRequired[list[TencentVodMediaSubtitleItem] | None]
    """The subtitles of the streams."""
    DefaultSubtitleId: NotRequired[str | None]
    """Id of the subtitle that is shown by default."""
    DrmEncryptType: NotRequired[str | None]
    """Encryption method of the DRM."""


class TencentVodAiReviewPornTaskOutput(TypedDict):
    """What a review of pictures for pornography found."""

    Confidence: NotRequired[float | None]
    """How sure the vendor is, from 0 to 100."""
    Suggestion: NotRequired[Literal["pass", "review", "block", ""] | str | None]
    """Advice of the review: pass, review (look at it) or block."""
    Label: NotRequired[Literal["porn", "sexy", "vulgar", "intimacy", ""] | str | None]
    """The kind of offence found."""
    SegmentSet: NotRequired[list[TencentVodMediaContentReviewSegmentItem] | None]
    """The stretches found, at most the first 100; the file at SegmentSetFileUrl holds all."""
    SegmentSetFileUrl: NotRequired[str | None]
    """Address of a JSON file with all stretches, in the form of SegmentSet; it is deleted later."""
    SegmentSetFileUrlExpireTime: NotRequired[str | None]
    """When that file is deleted, ISO 8601."""


class TencentVodAiReviewTaskTerrorismResult(TypedDict):
    """State and result of a review of pictures for violence and terrorism."""

    Status: NotRequired[str | None]
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    ErrCodeExt: NotRequired[str | None]
    """Empty for success; otherwise a dotted error code of an open list."""
    ErrCode: NotRequired[int | None]
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    Input: NotRequired[TencentVodAiReviewTerrorismTaskInput | None]
    """What the task was given."""
    Output: NotRequired[TencentVodAiReviewTerrorismTaskOutput | None]
    """What the task made or found."""
    Progress: NotRequired[int | None]
    """Progress in percent, from 0 to 100."""


class TencentVodAiReviewPoliticalTaskOutput(TypedDict):
    """What a review of pictures for politically sensitive content found."""

    Confidence: NotRequired[float | None]
    """How sure the vendor is, from 0 to 100."""
    Suggestion: NotRequired[Literal["pass", "review", "block", ""] | str | None]
    """Advice of the review: pass, review (look at it) or block."""
    Label: NotRequired[Literal["violation_photo", "politician", ""] | str | None]
    """The kind of offence found."""
    SegmentSet: NotRequired[list[TencentVodMediaContentReviewPoliticalSegmentItem] | None]
    """The stretches found, at most the first 100; the file at SegmentSetFileUrl holds all."""
    SegmentSetFileUrl: NotRequired[str | None]
    """Address of a JSON file with all stretches, in the form of SegmentSet; it is deleted later."""
    SegmentSetFileUrlExpireTime: NotRequired[str | None]
    """When that file is deleted, ISO 8601."""


class TencentVodAiReviewPornAsrTaskOutput(TypedDict):
    """What a review of speech for pornography found."""

    Confidence: NotRequired[float | None]
    """How sure the vendor is, from 0 to 100."""
    Suggestion: NotRequired[Literal["pass", "review", "block", ""] | str | None]
    """Advice of the review: pass, review (look at it) or block."""
    SegmentSet: NotRequired[list[TencentVodMediaContentReviewAsrTextSegmentItem] | None]
    """The stretches found, at most the first 100; the file at SegmentSetFileUrl holds all."""
    SegmentSetFileUrl: NotRequired[str | None]
    """Address of a JSON file with all stretches, in the form of SegmentSet; it is deleted later."""
    SegmentSetFileUrlExpireTime: NotRequired[str | None]
    """When that file is deleted, ISO 8601."""


class TencentVodAiReviewPornOcrTaskOutput(TypedDict):
    """What a review of text in pictures for pornography found."""

    Confidence: NotRequired[float | None]
    """How sure the vendor is, from 0 to 100."""
    Suggestion: NotRequired[Literal["pass", "review", "block", ""] | str | None]
    """Advice of the review: pass, review (look at it) or block."""
    SegmentSet: NotRequired[list[TencentVodMediaContentReviewOcrTextSegmentItem] | None]
    """The stretches found, at most the first 100; the file at SegmentSetFileUrl holds all."""
    SegmentSetFileUrl: NotRequired[str | None]
    """Address of a JSON file with all stretches, in the form of SegmentSet; it is deleted later."""
    SegmentSetFileUrlExpireTime: NotRequired[str | None]
    """When that file is deleted, ISO 8601."""


class TencentVodAiReviewTaskPoliticalAsrResult(TypedDict):
    """State and result of a review of speech for politically sensitive content."""

    Status: NotRequired[str | None]
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    ErrCodeExt: NotRequired[str | None]
    """Empty for success; otherwise a dotted error code of an open list."""
    ErrCode: NotRequired[int | None]
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    Input: NotRequired[TencentVodAiReviewPoliticalAsrTaskInput | None]
    """What the task was given."""
    Output: NotRequired[TencentVodAiReviewPoliticalAsrTaskOutput | None]
    """What the task made or found."""
    Progress: NotRequired[int | None]
    """Progress in percent, from 0 to 100."""


class TencentVodAiReviewTaskPoliticalOcrResult(TypedDict):
    """State and result of a review of text in pictures for politically sensitive content."""

    Status: NotRequired[str | None]
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    ErrCodeExt: NotRequired[str | None]
    """Empty for success; otherwise a dotted error code of an open list."""
    ErrCode: NotRequired[int | None]
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    Input: NotRequired[TencentVodAiReviewPoliticalOcrTaskInput | None]
    """What the task was given."""
    Output: NotRequired[TencentVodAiReviewPoliticalOcrTaskOutput | None]
    """What the task made or found."""
    Progress: NotRequired[int | None]
    """Progress in percent, from 0 to 100."""


class TencentVodAiReviewTaskTerrorismOcrResult(TypedDict):
    """State and result of a review of text in pictures for violence and terrorism."""

    Status: NotRequired[str | None]
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    ErrCodeExt: NotRequired[str | None]
    """Empty for success; otherwise a dotted error code of an open list."""
    ErrCode: NotRequired[int | None]
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    Input: NotRequired[TencentVodAiReviewTerrorismOcrTaskInput | None]
    """What the task was given."""
    Output: NotRequired[TencentVodAiReviewTerrorismOcrTaskOutput | None]
    """What the task made or found."""
    Progress: NotRequired[int | None]
    """Progress in percent, from 0 to 100."""


class TencentVodAiReviewTaskProhibitedOcrResult(TypedDict):
    """State and result of a review of text in pictures for forbidden content."""

    Status: NotRequired[str | None]
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    ErrCodeExt: NotRequired[str | None]
    """Empty for success; otherwise a dotted error code of an open list."""
    ErrCode: NotRequired[int | None]
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    Input: NotRequired[TencentVodAiReviewProhibitedOcrTaskInput | None]
    """What the task was given."""
    Output: NotRequired[TencentVodAiReviewProhibitedOcrTaskOutput | None]
    """What the task made or found."""
    Progress: NotRequired[int | None]
    """Progress in percent, from 0 to 100."""


class TencentVodAiReviewTaskProhibitedAsrResult(TypedDict):
    """State and result of a review of speech for forbidden content."""

    Status: NotRequired[str | None]
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    ErrCodeExt: NotRequired[str | None]
    """Empty for success; otherwise a dotted error code of an open list."""
    ErrCode: NotRequired[int | None]
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    Input: NotRequired[TencentVodAiReviewProhibitedAsrTaskInput | None]
    """What the task was given."""
    Output: NotRequired[TencentVodAiReviewProhibitedAsrTaskOutput | None]
    """What the task made or found."""
    Progress: NotRequired[int | None]
    """Progress in percent, from 0 to 100."""


class TencentVodAiAnalysisTaskClassificationOutput(TypedDict):
    """The categories found for the media."""

    ClassificationSet: NotRequired[list[TencentVodMediaAiAnalysisClassificationItem] | None]
    """The categories found, at most the first 100; the file at ClassificationSetFileUrl holds all."""
    ClassificationSetFileUrl: NotRequired[str | None]
    """Address of a JSON file with all categories, in the form of ClassificationSet; it is deleted later."""
    ClassificationSetFileUrlExpireTime: NotRequired[str | None]
    """When that file is deleted, ISO 8601."""


class TencentVodAiAnalysisTaskCoverOutput(TypedDict):
    """The covers found for the media."""

    CoverSet: NotRequired[list[TencentVodMediaAiAnalysisCoverItem] | None]
    """The covers found, at most the first 100; the file at CoverSetFileUrl holds all."""
    CoverSetFileUrl: NotRequired[str | None]
    """Address of a JSON file with all covers, in the form of CoverSet; it is deleted later."""
    CoverSetFileUrlExpireTime: NotRequired[str | None]
    """When that file is deleted, ISO 8601."""


class TencentVodAiAnalysisTaskTagOutput(TypedDict):
    """The tags found for the media."""

    TagSet: NotRequired[list[TencentVodMediaAiAnalysisTagItem] | None]
    """The tags found, at most the first 100; the file at TagSetFileUrl holds all."""
    TagSetFileUrl: NotRequired[str | None]
    """Address of a JSON file with all tags, in the form of TagSet; it is deleted later."""
    TagSetFileUrlExpireTime: NotRequired[str | None]
    """When that file is deleted, ISO 8601."""


class TencentVodMediaAiAnalysisFrameTagSegmentItem(TypedDict):
    """A stretch with the tags found in it."""

    StartTimeOffset: NotRequired[float | None]
    """Where the stretch begins, in seconds."""
    EndTimeOffset: NotRequired[float | None]
    """Where the stretch ends, in seconds."""
    TagSet: NotRequired[list[TencentVodMediaAiAnalysisFrameTagItem] | None]
    """The tags found in this stretch."""


class TencentVodMediaAiAnalysisHighlightItem(TypedDict):
    """One highlight: a short video of the best stretches."""

    HighlightUrl: NotRequired[str | None]
    """Address of the highlight video."""
    CovImgUrl: NotRequired[str | None]
    """Address of the cover picture of the highlight."""
    Confidence: NotRequired[float | None]
    """How sure the vendor is, from 0 to 100."""
    Duration: NotRequired[float | None]
    """Length in seconds."""
    SegmentSet: NotRequired[list[TencentVodHighlightSegmentItem] | None]
    """The stretches of which the highlight is put together."""


class TencentVodAiRecognitionTaskHeadTailResult(TypedDict):
    """State and result of a task that finds the opening and the ending."""

    Status: NotRequired[str | None]
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    ErrCodeExt: NotRequired[str | None]
    """Empty for success; otherwise a dotted error code of an open list."""
    ErrCode: NotRequired[int | None]
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    Input: NotRequired[TencentVodAiRecognitionTaskHeadTailResultInput | None]
    """What the task was given."""
    Output: NotRequired[TencentVodAiRecognitionTaskHeadTailResultOutput | None]
    """What the task made or found."""
    Progress: NotRequired[int | None]
    """Progress in percent, from 0 to 100."""
    BeginProcessTime: NotRequired[str | None]
    """When the work began, ISO 8601."""
    FinishTime: NotRequired[str | None]
    """When the task ended, ISO 8601."""


class TencentVodAiRecognitionTaskSegmentResultOutput(TypedDict):
    """The parts into which the media was split."""

    SegmentSet: NotRequired[list[TencentVodAiRecognitionTaskSegmentSegmentItem] | None]
    """The stretches found, at most the first 100; the file at SegmentSetFileUrl holds all."""
    SegmentSetFileUrl: NotRequired[str | None]
    """Address of a JSON file with all stretches, in the form of SegmentSet; it is deleted later."""
    SegmentSetFileUrlExpireTime: NotRequired[str | None]
    """When that file is deleted, ISO 8601."""


class TencentVodAiRecognitionTaskFaceResultItem(TypedDict):
    """A person who was recognised."""

    Id: NotRequired[str | None]
    """Id of the person."""
    Type: NotRequired[str | None]
    """Library that knows the person: Default (the vendor's) or UserDefine (your own)."""
    Name: NotRequired[str | None]
    """Name of the person."""
    SegmentSet: NotRequired[list[TencentVodAiRecognitionTaskFaceSegmentItem] | None]
    """The stretches in which the person appears."""


class TencentVodAiRecognitionTaskAsrWordsResultItem(TypedDict):
    """A keyword that was heard."""

    Word: NotRequired[str | None]
    """The keyword."""
    SegmentSet: NotRequired[list[TencentVodAiRecognitionTaskAsrWordsSegmentItem] | None]
    """The stretches in which the word is spoken."""


class TencentVodAiRecognitionTaskAsrFullTextResultOutput(TypedDict):
    """All speech as text and as subtitles."""

    SegmentSet: NotRequired[list[TencentVodAiRecognitionTaskAsrFullTextSegmentItem] | None]
    """The stretches found, at most the first 100; the file at SegmentSetFileUrl holds all."""
    SegmentSetFileUrl: NotRequired[str | None]
    """Address of a JSON file with all stretches, in the form of SegmentSet; it is deleted later."""
    SegmentSetFileUrlExpireTime: NotRequired[str | None]
    """When that file is deleted, ISO 8601."""
    SubtitleSet: NotRequired[list[TencentVodAiRecognitionTaskAsrFullTextResultOutputSubtitleItem] | None]
    """The subtitle files that were made; set where the template asks for a list of formats."""
    SubtitleUrl: NotRequired[str | None]
    """Address of the subtitle file; set where the template asks for one format."""


class TencentVodAiRecognitionTaskAsrTranslateResultOutput(TypedDict):
    """All speech with its translation."""

    SegmentSet: NotRequired[list[TencentVodAiRecognitionTaskAsrTranslateSegmentItem] | None]
    """The stretches found, at most the first 100; the file at SegmentSetFileUrl holds all."""
    SegmentSetFileUrl: NotRequired[str | None]
    """Address of a JSON file with all stretches, in the form of SegmentSet; it is deleted later."""
    SegmentSetFileUrlExpireTime: NotRequired[str | None]
    """When that file is deleted, ISO 8601."""
    SubtitleSet: NotRequired[list[TencentVodAiRecognitionTaskAsrFullTextResultOutputSubtitleItem] | None]
    """The subtitle files that were made."""


class TencentVodAiRecognitionTaskOcrWordsResultItem(TypedDict):
    """A keyword that was seen."""

    Word: NotRequired[str | None]
    """The keyword."""
    SegmentSet: NotRequired[list[TencentVodAiRecognitionTaskOcrWordsSegmentItem] | None]
    """The stretches in which the word is shown."""


class TencentVodAiRecognitionTaskOcrFullTextSegmentItem(TypedDict):
    """A stretch with the texts shown in it."""

    StartTimeOffset: NotRequired[float | None]
    """Where the stretch begins, in seconds."""
    EndTimeOffset: NotRequired[float | None]
    """Where the stretch ends, in seconds."""
    TextSet: NotRequired[list[TencentVodAiRecognitionTaskOcrFullTextSegmentTextItem] | None]
    """The texts in this stretch."""


class TencentVodAiRecognitionTaskObjectResultItem(TypedDict):
    """An object that was recognised."""

    Name: NotRequired[str | None]
    """Name of the object."""
    SegmentSet: NotRequired[list[TencentVodAiRecognitionTaskObjectSeqmentItem] | None]
    """The stretches in which the object appears. Deprecated: use RecognitionSegmentSet."""
    RecognitionSegmentSet: NotRequired[list[TencentVodAiRecognitionTaskObjectSegmentItem] | None]
    """The stretches in which the object appears."""


class TencentVodTranscodeTaskInput(TypedDict):
    """What a transcoding task was given."""

    Definition: NotRequired[int | None]
    """Id of the template."""
    WatermarkSet: NotRequired[list[TencentVodWatermarkInput] | None]
    """Watermarks to put on the picture, at most 10."""
    TraceWatermark: NotRequired[TencentVodTraceWatermarkInput | None]
    """Trace watermark, an invisible mark that tells who leaked a copy."""
    CopyRightWatermark: NotRequired[TencentVodCopyRightWatermarkInput | None]
    """Copyright watermark, an invisible mark that names the owner."""
    BlindWatermark: NotRequired[TencentVodBlindWatermarkInput | None]
    """Digital watermark, an invisible mark in the picture."""
    MosaicSet: NotRequired[list[TencentVodMosaicInput] | None]
    """Areas to blur with a mosaic, at most 10."""
    HeadTailSet: NotRequired[list[TencentVodHeadTailTaskInput] | None]
    """Openings and endings to add, at most 10."""
    StartTimeOffset: NotRequired[float | None]
    """Where in the source to begin, in seconds; negative counts from the end, 0 is the start."""
    EndTimeOffset: NotRequired[float | None]
    """Where in the source to end, in seconds; negative counts from the end, 0 is the end."""
    OverrideParameter: NotRequired[TencentVodOverrideTranscodeParameter | None]
    """Settings that replace those of the template."""
    SubtitleInfoSet: NotRequired[list[TencentVodSubtitleInfoInput] | None]
    """Subtitles to burn into the picture, at most 2."""


class TencentVodMediaProcessTaskSnapshotByTimeOffsetResult(TypedDict):
    """State and result of a task that takes snapshots at given times."""

    Status: NotRequired[str | None]
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    ErrCodeExt: NotRequired[str | None]
    """Empty for success; otherwise a dotted error code of an open list."""
    ErrCode: NotRequired[int | None]
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    Input: NotRequired[TencentVodSnapshotByTimeOffsetTaskInput | None]
    """What the task was given."""
    Output: NotRequired[TencentVodMediaSnapshotByTimeOffsetItem | None]
    """What the task made or found."""
    Progress: NotRequired[int | None]
    """Progress in percent, from 0 to 100."""
    BeginProcessTime: NotRequired[str | None]
    """When the work began, ISO 8601."""
    FinishTime: NotRequired[str | None]
    """When the task ended, ISO 8601."""


class TencentVodAdaptiveDynamicStreamingTaskInput(TypedDict):
    """What a task that makes adaptive bit rate streams was given."""

    Definition: NotRequired[int | None]
    """Id of the template."""
    WatermarkSet: NotRequired[list[TencentVodWatermarkInput] | None]
    """Watermarks to put on the picture, at most 10."""
    TraceWatermark: NotRequired[TencentVodTraceWatermarkInput | None]
    """Trace watermark, an invisible mark that tells who leaked a copy."""
    CopyRightWatermark: NotRequired[TencentVodCopyRightWatermarkInput | None]
    """Copyright watermark, an invisible mark that names the owner."""
    BlindWatermark: NotRequired[TencentVodBlindWatermarkInput | None]
    """Digital watermark, an invisible mark in the picture."""
    SubtitleSet: NotRequired[list[str] | None]
    """Ids of subtitles to offer beside the video, at most 16."""
    SubtitleInfoSet: NotRequired[list[TencentVodSubtitleInfoInput] | None]
    """Subtitles to burn into the picture, at most 2."""
    DrmInfo: NotRequired[TencentVodThirdPartyDrmInfo | None]
    """DRM of another vendor."""


class TencentVodAiReviewTaskPornResult(TypedDict):
    """State and result of a review of pictures for pornography."""

    Status: NotRequired[str | None]
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    ErrCodeExt: NotRequired[str | None]
    """Empty for success; otherwise a dotted error code of an open list."""
    ErrCode: NotRequired[int | None]
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    Input: NotRequired[TencentVodAiReviewPornTaskInput | None]
    """What the task was given."""
    Output: NotRequired[TencentVodAiReviewPornTaskOutput | None]
    """What the task made or found."""
    Progress: NotRequired[int | None]
    """Progress in percent, from 0 to 100."""


class TencentVodAiReviewTaskPoliticalResult(TypedDict):
    """State and result of a review of pictures for politically sensitive content."""

    Status: NotRequired[str | None]
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    ErrCodeExt: NotRequired[str | None]
    """Empty for success; otherwise a dotted error code of an open list."""
    ErrCode: NotRequired[int | None]
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    Input: NotRequired[TencentVodAiReviewPoliticalTaskInput | None]
    """What the task was given."""
    Output: NotRequired[TencentVodAiReviewPoliticalTaskOutput | None]
    """What the task made or found."""
    Progress: NotRequired[int | None]
    """Progress in percent, from 0 to 100."""


class TencentVodAiReviewTaskPornAsrResult(TypedDict):
    """State and result of a review of speech for pornography."""

    Status: NotRequired[str | None]
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    ErrCodeExt: NotRequired[str | None]
    """Empty for success; otherwise a dotted error code of an open list."""
    ErrCode: NotRequired[int | None]
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    Input: NotRequired[TencentVodAiReviewPornAsrTaskInput | None]
    """What the task was given."""
    Output: NotRequired[TencentVodAiReviewPornAsrTaskOutput | None]
    """What the task made or found."""
    Progress: NotRequired[int | None]
    """Progress in percent, from 0 to 100."""


class TencentVodAiReviewTaskPornOcrResult(TypedDict):
    """State and result of a review of text in pictures for pornography."""

    Status: NotRequired[str | None]
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    ErrCodeExt: NotRequired[str | None]
    """Empty for success; otherwise a dotted error code of an open list."""
    ErrCode: NotRequired[int | None]
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    Input: NotRequired[TencentVodAiReviewPornOcrTaskInput | None]
    """What the task was given."""
    Output: NotRequired[TencentVodAiReviewPornOcrTaskOutput | None]
    """What the task made or found."""
    Progress: NotRequired[int | None]
    """Progress in percent, from 0 to 100."""


class TencentVodAiAnalysisTaskClassificationResult(TypedDict):
    """State and result of a task that sorts the media into categories."""

    Status: NotRequired[str | None]
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    ErrCodeExt: NotRequired[str | None]
    """Empty for success; otherwise a dotted error code of an open list."""
    ErrCode: NotRequired[int | None]
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    Input: NotRequired[TencentVodAiAnalysisTaskClassificationInput | None]
    """What the task was given."""
    Output: NotRequired[TencentVodAiAnalysisTaskClassificationOutput | None]
    """What the task made or found."""
    Progress: NotRequired[int | None]
    """Progress in percent, from 0 to 100."""
    BeginProcessTime: NotRequired[str | None]
    """When the work began, ISO 8601."""
    FinishTime: NotRequired[str | None]
    """When the task ended, ISO 8601."""


class TencentVodAiAnalysisTaskCoverResult(TypedDict):
    """State and result of a task that chooses covers."""

    Status: NotRequired[str | None]
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    ErrCodeExt: NotRequired[str | None]
    """Empty for success; otherwise a dotted error code of an open list."""
    ErrCode: NotRequired[int | None]
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    Input: NotRequired[TencentVodAiAnalysisTaskCoverInput | None]
    """What the task was given."""
    Output: NotRequired[TencentVodAiAnalysisTaskCoverOutput | None]
    """What the task made or found."""
    Progress: NotRequired[int | None]
    """Progress in percent, from 0 to 100."""
    BeginProcessTime: NotRequired[str | None]
    """When the work began, ISO 8601."""
    FinishTime: NotRequired[str | None]
    """When the task ended, ISO 8601."""


class TencentVodAiAnalysisTaskTagResult(TypedDict):
    """State and result of a task that finds tags for the media."""

    Status: NotRequired[str | None]
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    ErrCodeExt: NotRequired[str | None]
    """Empty for success; otherwise a dotted error code of an open list."""
    ErrCode: NotRequired[int | None]
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    Input: NotRequired[TencentVodAiAnalysisTaskTagInput | None]
    """What the task was given."""
    Output: NotRequired[TencentVodAiAnalysisTaskTagOutput | None]
    """What the task made or found."""
    Progress: NotRequired[int | None]
    """Progress in percent, from 0 to 100."""
    BeginProcessTime: NotRequired[str | None]
    """When the work began, ISO 8601."""
    FinishTime: NotRequired[str | None]
    """When the task ended, ISO 8601."""


class TencentVodAiAnalysisTaskFrameTagOutput(TypedDict):
    """The tags found frame by frame."""

    SegmentSet: NotRequired[list[TencentVodMediaAiAnalysisFrameTagSegmentItem] | None]
    """The stretches found, at most the first 100; the file at SegmentSetFileUrl holds all."""
    SegmentSetFileUrl: NotRequired[str | None]
    """Address of a JSON file with all stretches, in the form of SegmentSet; it is deleted later."""
    SegmentSetFileUrlExpireTime: NotRequired[str | None]
    """When that file is deleted, ISO 8601."""


class TencentVodAiAnalysisTaskHighlightOutput(TypedDict):
    """The highlights found."""

    HighlightSet: NotRequired[list[TencentVodMediaAiAnalysisHighlightItem] | None]
    """The highlights found, at most the first 100; the file at HighlightSetFileUrl holds all."""
    HighlightSetFileUrl: NotRequired[str | None]
    """Address of a JSON file with all highlights, in the form of HighlightSet; it is deleted later."""
    HighlightSetFileUrlExpireTime: NotRequired[str | None]
    """When that file is deleted, ISO 8601."""


class TencentVodAiRecognitionTaskSegmentResult(TypedDict):
    """State and result of a task that splits the media into parts."""

    Status: NotRequired[str | None]
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    ErrCodeExt: NotRequired[str | None]
    """Empty for success; otherwise a dotted error code of an open list."""
    ErrCode: NotRequired[int | None]
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    Input: NotRequired[TencentVodAiRecognitionTaskSegmentResultInput | None]
    """What the task was given."""
    Output: NotRequired[TencentVodAiRecognitionTaskSegmentResultOutput | None]
    """What the task made or found."""
    Progress: NotRequired[int | None]
    """Progress in percent, from 0 to 100."""
    BeginProcessTime: NotRequired[str | None]
    """When the work began, ISO 8601."""
    FinishTime: NotRequired[str | None]
    """When the task ended, ISO 8601."""


class TencentVodAiRecognitionTaskFaceResultOutput(TypedDict):
    """The persons who were recognised."""

    ResultSet: NotRequired[list[TencentVodAiRecognitionTaskFaceResultItem] | None]
    """What was recognised, at most the first 100; the file at ResultSetFileUrl holds all."""
    ResultSetFileUrl: NotRequired[str | None]
    """Address of a JSON file with all results, in the form of ResultSet; it is deleted later."""
    ResultSetFileUrlExpireTime: NotRequired[str | None]
    """When that file is deleted, ISO 8601."""


class TencentVodAiRecognitionTaskAsrWordsResultOutput(TypedDict):
    """The keywords found in speech."""

    ResultSet: NotRequired[list[TencentVodAiRecognitionTaskAsrWordsResultItem] | None]
    """What was recognised, at most the first 100; the file at ResultSetFileUrl holds all."""
    ResultSetFileUrl: NotRequired[str | None]
    """Address of a JSON file with all results, in the form of ResultSet; it is deleted later."""
    ResultSetFileUrlExpireTime: NotRequired[str | None]
    """When that file is deleted, ISO 8601."""


class TencentVodAiRecognitionTaskAsrFullTextResult(TypedDict):
    """State and result of a task that writes down all speech."""

    Status: NotRequired[str | None]
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    ErrCodeExt: NotRequired[str | None]
    """Empty for success; otherwise a dotted error code of an open list."""
    ErrCode: NotRequired[int | None]
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    Input: NotRequired[TencentVodAiRecognitionTaskAsrFullTextResultInput | None]
    """What the task was given."""
    Output: NotRequired[TencentVodAiRecognitionTaskAsrFullTextResultOutput | None]
    """What the task made or found."""
    Progress: NotRequired[int | None]
    """Progress in percent, from 0 to 100."""
    BeginProcessTime: NotRequired[str | None]
    """When the work began, ISO 8601."""
    FinishTime: NotRequired[str | None]
    """When the task ended, ISO 8601."""


class TencentVodAiRecognitionTaskAsrTranslateResult(TypedDict):
    """State and result of a task that translates speech."""

    Status: NotRequired[str | None]
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    ErrCodeExt: NotRequired[str | None]
    """Empty for success; otherwise a dotted error code of an open list."""
    ErrCode: NotRequired[int | None]
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    Input: NotRequired[TencentVodAiRecognitionTaskAsrTranslateResultInput | None]
    """What the task was given."""
    Output: NotRequired[TencentVodAiRecognitionTaskAsrTranslateResultOutput | None]
    """What the task made or found."""
    Progress: NotRequired[int | None]
    """Progress in percent, from 0 to 100."""
    BeginProcessTime: NotRequired[str | None]
    """When the work began, ISO 8601."""
    FinishTime: NotRequired[str | None]
    """When the task ended, ISO 8601."""


class TencentVodAiRecognitionTaskOcrWordsResultOutput(TypedDict):
    """The keywords found in the text of pictures."""

    ResultSet: NotRequired[list[TencentVodAiRecognitionTaskOcrWordsResultItem] | None]
    """What was recognised, at most the first 100; the file at ResultSetFileUrl holds all."""
    ResultSetFileUrl: NotRequired[str | None]
    """Address of a JSON file with all results, in the form of ResultSet; it is deleted later."""
    ResultSetFileUrlExpireTime: NotRequired[str | None]
    """When that file is deleted, ISO 8601."""


class TencentVodAiRecognitionTaskOcrFullTextResultOutput(TypedDict):
    """All text found in pictures."""

    SegmentSet: NotRequired[list[TencentVodAiRecognitionTaskOcrFullTextSegmentItem] | None]
    """The stretches found, at most the first 100; the file at SegmentSetFileUrl holds all."""
    SegmentSetFileUrl: NotRequired[str | None]
    """Address of a JSON file with all stretches, in the form of SegmentSet; it is deleted later."""
    SegmentSetFileUrlExpireTime: NotRequired[str | None]
    """When that file is deleted, ISO 8601."""


class TencentVodAiRecognitionTaskObjectResultOutput(TypedDict):
    """The objects that were recognised."""

    ResultSet: NotRequired[list[TencentVodAiRecognitionTaskObjectResultItem] | None]
    """What was recognised, at most the first 100; the file at ResultSetFileUrl holds all."""
    ResultSetFileUrl: NotRequired[str | None]
    """Address of a JSON file with all results, in the form of ResultSet; it is deleted later."""
    ResultSetFileUrlExpireTime: NotRequired[str | None]
    """When that file is deleted, ISO 8601."""


class TencentVodMediaProcessTaskTranscodeResult(TypedDict):
    """State and result of a transcoding task."""

    Status: NotRequired[str | None]
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    ErrCodeExt: NotRequired[str | None]
    """Empty for success; otherwise a dotted error code of an open list."""
    ErrCode: NotRequired[int | None]
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    Input: NotRequired[TencentVodTranscodeTaskInput | None]
    """What the task was given."""
    Output: NotRequired[TencentVodMediaTranscodeItem | None]
    """What the task made or found."""
    Progress: NotRequired[int | None]
    """Progress in percent, from 0 to 100."""
    BeginProcessTime: NotRequired[str | None]
    """When the work began, ISO 8601."""
    FinishTime: NotRequired[str | None]
    """When the task ended, ISO 8601."""


class TencentVodMediaProcessTaskAdaptiveDynamicStreamingResult(TypedDict):
    """State and result of a task that makes adaptive bit rate streams."""

    Status: NotRequired[str | None]
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    ErrCodeExt: NotRequired[str | None]
    """Empty for success; otherwise a dotted error code of an open list."""
    ErrCode: NotRequired[int | None]
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    Progress: NotRequired[int | None]
    """Progress in percent, from 0 to 100."""
    Input: NotRequired[TencentVodAdaptiveDynamicStreamingTaskInput | None]
    """What the task was given."""
    Output: NotRequired[TencentVodAdaptiveDynamicStreamingInfoItem | None]
    """What the task made or found."""
    BeginProcessTime: NotRequired[str | None]
    """When the work began, ISO 8601."""
    FinishTime: NotRequired[str | None]
    """When the task ended, ISO 8601."""


class TencentVodAiContentReviewResult(TypedDict):
    """One review task of a flow; Type names the member that holds it."""

    Type: NotRequired[Literal["Porn", "Terrorism", "Political", "Porn.Asr", "Porn.Ocr", "Political.Asr", "Political.Ocr", "Terrorism.Ocr", "Prohibited.Asr", "Prohibited.Ocr", ""] | str | None]
    """Kind of review; selects the member that holds it."""
    PornTask: NotRequired[TencentVodAiReviewTaskPornResult | None]
    """Review of pictures for pornography; set where Type is Porn."""
    TerrorismTask: NotRequired[TencentVodAiReviewTaskTerrorismResult | None]
    """Review of pictures for violence and terrorism; set where Type is Terrorism."""
    PoliticalTask: NotRequired[TencentVodAiReviewTaskPoliticalResult | None]
    """Review of pictures for politically sensitive content; set where Type is Political."""
    PornAsrTask: NotRequired[TencentVodAiReviewTaskPornAsrResult | None]
    """Review of speech for pornography; set where Type is Porn.Asr."""
    PornOcrTask: NotRequired[TencentVodAiReviewTaskPornOcrResult | None]
    """Review of text in pictures for pornography; set where Type is Porn.Ocr."""
    PoliticalAsrTask: NotRequired[TencentVodAiReviewTaskPoliticalAsrResult | None]
    """Review of speech for politically sensitive content; set where Type is Political.Asr."""
    PoliticalOcrTask: NotRequired[TencentVodAiReviewTaskPoliticalOcrResult | None]
    """Review of text in pictures for politically sensitive content; set where Type is Political.Ocr."""
    TerrorismOcrTask: NotRequired[TencentVodAiReviewTaskTerrorismOcrResult | None]
    """Review of text in pictures for violence and terrorism; set where Type is Terrorism.Ocr."""
    ProhibitedOcrTask: NotRequired[TencentVodAiReviewTaskProhibitedOcrResult | None]
    """Review of text in pictures for forbidden content; set where Type is Prohibited.Ocr."""
    ProhibitedAsrTask: NotRequired[TencentVodAiReviewTaskProhibitedAsrResult | None]
    """Review of speech for forbidden content; set where Type is Prohibited.Asr."""


class TencentVodAiAnalysisTaskFrameTagResult(TypedDict):
    """State and result of a task that finds tags frame by frame."""

    Status: NotRequired[str | None]
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    ErrCodeExt: NotRequired[str | None]
    """Empty for success; otherwise a dotted error code of an open list."""
    ErrCode: NotRequired[int | None]
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    Input: NotRequired[TencentVodAiAnalysisTaskFrameTagInput | None]
    """What the task was given."""
    Output: NotRequired[TencentVodAiAnalysisTaskFrameTagOutput | None]
    """What the task made or found."""
    Progress: NotRequired[int | None]
    """Progress in percent, from 0 to 100."""
    BeginProcessTime: NotRequired[str | None]
    """When the work began, ISO 8601."""
    FinishTime: NotRequired[str | None]
    """When the task ended, ISO 8601."""


class TencentVodAiAnalysisTaskHighlightResult(TypedDict):
    """State and result of a task that finds highlights."""

    Status: NotRequired[str | None]
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    ErrCodeExt: NotRequired[str | None]
    """Empty for success; otherwise a dotted error code of an open list."""
    ErrCode: NotRequired[int | None]
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    Input: NotRequired[TencentVodAiAnalysisTaskHighlightInput | None]
    """What the task was given."""
    Output: NotRequired[TencentVodAiAnalysisTaskHighlightOutput | None]
    """What the task made or found."""
    Progress: NotRequired[int | None]
    """Progress in percent, from 0 to 100."""
    BeginProcessTime: NotRequired[str | None]
    """When the work began, ISO 8601."""
    FinishTime: NotRequired[str | None]
    """When the task ended, ISO 8601."""


class TencentVodAiRecognitionTaskFaceResult(TypedDict):
    """State and result of a task that recognises faces."""

    Status: NotRequired[str | None]
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    ErrCodeExt: NotRequired[str | None]
    """Empty for success; otherwise a dotted error code of an open list."""
    ErrCode: NotRequired[int | None]
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    Input: NotRequired[TencentVodAiRecognitionTaskFaceResultInput | None]
    """What the task was given."""
    Output: NotRequired[TencentVodAiRecognitionTaskFaceResultOutput | None]
    """What the task made or found."""
    Progress: NotRequired[int | None]
    """Progress in percent, from 0 to 100."""
    BeginProcessTime: NotRequired[str | None]
    """When the work began, ISO 8601."""
    FinishTime: NotRequired[str | None]
    """When the task ended, ISO 8601."""


class TencentVodAiRecognitionTaskAsrWordsResult(TypedDict):
    """State and result of a task that finds keywords in speech."""

    Status: NotRequired[str | None]
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    ErrCodeExt: NotRequired[str | None]
    """Empty for success; otherwise a dotted error code of an open list."""
    ErrCode: NotRequired[int | None]
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    Input: NotRequired[TencentVodAiRecognitionTaskAsrWordsResultInput | None]
    """What the task was given."""
    Output: NotRequired[TencentVodAiRecognitionTaskAsrWordsResultOutput | None]
    """What the task made or found."""
    Progress: NotRequired[int | None]
    """Progress in percent, from 0 to 100."""
    BeginProcessTime: NotRequired[str | None]
    """When the work began, ISO 8601."""
    FinishTime: NotRequired[str | None]
    """When the task ended, ISO 8601."""


class TencentVodAiRecognitionTaskOcrWordsResult(TypedDict):
    """State and result of a task that finds keywords in the text of pictures."""

    Status: NotRequired[str | None]
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    ErrCodeExt: NotRequired[str | None]
    """Empty for success; otherwise a dotted error code of an open list."""
    ErrCode: NotRequired[int | None]
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    Input: NotRequired[TencentVodAiRecognitionTaskOcrWordsResultInput | None]
    """What the task was given."""
    Output: NotRequired[TencentVodAiRecognitionTaskOcrWordsResultOutput | None]
    """What the task made or found."""
    Progress: NotRequired[int | None]
    """Progress in percent, from 0 to 100."""
    BeginProcessTime: NotRequired[str | None]
    """When the work began, ISO 8601."""
    FinishTime: NotRequired[str | None]
    """When the task ended, ISO 8601."""


class TencentVodAiRecognitionTaskOcrFullTextResult(TypedDict):
    """State and result of a task that reads all text in pictures."""

    Status: NotRequired[str | None]
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    ErrCodeExt: NotRequired[str | None]
    """Empty for success; otherwise a dotted error code of an open list."""
    ErrCode: NotRequired[int | None]
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    Input: NotRequired[TencentVodAiRecognitionTaskOcrFullTextResultInput | None]
    """What the task was given."""
    Output: NotRequired[TencentVodAiRecognitionTaskOcrFullTextResultOutput | None]
    """What the task made or found."""
    Progress: NotRequired[int | None]
    """Progress in percent, from 0 to 100."""
    BeginProcessTime: NotRequired[str | None]
    """When the work began, ISO 8601."""
    FinishTime: NotRequired[str | None]
    """When the task ended, ISO 8601."""


class TencentVodAiRecognitionTaskObjectResult(TypedDict):
    """State and result of a task that recognises objects."""

    Status: NotRequired[str | None]
    """State of the task: PROCESSING, SUCCESS or FAIL."""
    ErrCodeExt: NotRequired[str | None]
    """Empty for success; otherwise a dotted error code of an open list."""
    ErrCode: NotRequired[int | None]
    """Numeric error code, 0 for success. Deprecated: use ErrCodeExt."""
    Message: NotRequired[str | None]
    """Explanation of the outcome."""
    Input: NotRequired[TencentVodAiRecognitionTaskObjectResultInput | None]
    """What the task was given."""
    Output: NotRequired[TencentVodAiRecognitionTaskObjectResultOutput | None]
    """What the task made or found."""
    Progress: NotRequired[int | None]
    """Progress in percent, from 0 to 100."""
    BeginProcessTime: NotRequired[str | None]
    """When the work began, ISO 8601."""
    FinishTime: NotRequired[str | None]
    """When the task ended, ISO 8601."""


class TencentVodMediaProcessTaskResult(TypedDict):
    """One processing task of a flow; Type names the member that holds it."""

    Type: NotRequired[Literal["Transcode", "AnimatedGraphics", "SnapshotByTimeOffset", "SampleSnapshot", "ImageSprites", "CoverBySnapshot", "AdaptiveDynamicStreaming", ""] | str | None]
    """Kind of task; selects the member that holds it."""
    TranscodeTask: NotRequired[TencentVodMediaProcessTaskTranscodeResult | None]
    """Transcoding; set where Type is Transcode."""
    AnimatedGraphicTask: NotRequired[TencentVodMediaProcessTaskAnimatedGraphicResult | None]
    """Making an animated picture; set where Type is AnimatedGraphics."""
    SnapshotByTimeOffsetTask: NotRequired[TencentVodMediaProcessTaskSnapshotByTimeOffsetResult | None]
    """Snapshots at given times; set where Type is SnapshotByTimeOffset."""
    SampleSnapshotTask: NotRequired[TencentVodMediaProcessTaskSampleSnapshotResult | None]
    """Snapshots at regular intervals; set where Type is SampleSnapshot."""
    ImageSpriteTask: NotRequired[TencentVodMediaProcessTaskImageSpriteResult | None]
    """Making image sprites; set where Type is ImageSprites (the vendor also writes ImageSprite)."""
    CoverBySnapshotTask: NotRequired[TencentVodMediaProcessTaskCoverBySnapshotResult | None]
    """Taking a snapshot as the cover; set where Type is CoverBySnapshot."""
    AdaptiveDynamicStreamingTask: NotRequired[TencentVodMediaProcessTaskAdaptiveDynamicStreamingResult | None]
    """Making adaptive bit rate streams; set where Type is AdaptiveDynamicStreaming."""


class TencentVodAiAnalysisResult(TypedDict):
    """One content analysis task of a flow; Type names the member that holds it."""

    Type: NotRequired[Literal["Classification", "Cover", "Tag", "FrameTag", "Highlight", ""] | str | None]
    """Kind of analysis; selects the member that holds it."""
    ClassificationTask: NotRequired[TencentVodAiAnalysisTaskClassificationResult | None]
    """Sorting the media into categories; set where Type is Classification."""
    CoverTask: NotRequired[TencentVodAiAnalysisTaskCoverResult | None]
    """Choosing covers; set where Type is Cover."""
    TagTask: NotRequired[TencentVodAiAnalysisTaskTagResult | None]
    """Finding tags for the whole media; set where Type is Tag."""
    FrameTagTask: NotRequired[TencentVodAiAnalysisTaskFrameTagResult | None]
    """Finding tags frame by frame; set where Type is FrameTag."""
    HighlightTask: NotRequired[TencentVodAiAnalysisTaskHighlightResult | None]
    """Finding highlights; set where Type is Highlight."""


class TencentVodAiRecognitionResult(TypedDict):
    """One content recognition task of a flow; Type names the member that holds it."""

    Type: NotRequired[Literal["FaceRecognition", "AsrWordsRecognition", "OcrWordsRecognition", "AsrFullTextRecognition", "AsrTranslateRecognition", "OcrFullTextRecognition", "HeadTailRecognition", "ObjectRecognition", ""] | str | None]
    """Kind of recognition; selects the member that holds it."""
    HeadTailTask: NotRequired[TencentVodAiRecognitionTaskHeadTailResult | None]
    """Finding the opening and the ending; set where Type is HeadTailRecognition."""
    SegmentTask: NotRequired[TencentVodAiRecognitionTaskSegmentResult | None]
    """Splitting the media into parts; set where Type is SegmentRecognition."""
    FaceTask: NotRequired[TencentVodAiRecognitionTaskFaceResult | None]
    """Recognising faces; set where Type is FaceRecognition."""
    AsrWordsTask: NotRequired[TencentVodAiRecognitionTaskAsrWordsResult | None]
    """Finding keywords in speech; set where Type is AsrWordsRecognition."""
    AsrFullTextTask: NotRequired[TencentVodAiRecognitionTaskAsrFullTextResult | None]
    """Writing down all speech; set where Type is AsrFullTextRecognition."""
    AsrTranslateTask: NotRequired[TencentVodAiRecognitionTaskAsrTranslateResult | None]
    """Translating speech; set where Type is AsrTranslateRecognition."""
    OcrWordsTask: NotRequired[TencentVodAiRecognitionTaskOcrWordsResult | None]
    """Finding keywords in the text of pictures; set where Type is OcrWordsRecognition."""
    OcrFullTextTask: NotRequired[TencentVodAiRecognitionTaskOcrFullTextResult | None]
    """Reading all text in pictures; set where Type is OcrFullTextRecognition."""
    ObjectTask: NotRequired[TencentVodAiRecognitionTaskObjectResult | None]
    """Recognising objects; set where Type is ObjectRecognition."""


class TencentVodProcedureTask(TypedDict):
    """A task flow: the tasks that process one media file, with their states and results."""

    TaskId: NotRequired[str | None]
    """Id of the task flow."""
    Status: NotRequired[Literal["PROCESSING", "FINISH", ""] | str | None]
    """State of the whole flow: PROCESSING or FINISH. Each task has its own state."""
    ErrCode: NotRequired[int | None]
    """Deprecated: use the error code of each task."""
    Message: NotRequired[str | None]
    """Deprecated: use the message of each task."""
    FileId: NotRequired[str | None]
    """Id of the media file, or the id that the caller gave with a URL (ProcessMediaByUrl)."""
    FileName: NotRequired[str | None]
    """Name of the media file, or the name that the caller gave with a URL (ProcessMediaByUrl)."""
    FileUrl: NotRequired[str | None]
    """Address of the media file, or the URL that the caller gave (ProcessMediaByUrl)."""
    MetaData: NotRequired[TencentVodMediaMetaData | None]
    """Technical data of the source file."""
    MediaProcessResultSet: NotRequired[list[TencentVodMediaProcessTaskResult] | None]
    """The processing tasks, each with its state and result."""
    AiContentReviewResultSet: NotRequired[list[TencentVodAiContentReviewResult] | None]
    """The review tasks, each with its state and result."""
    AiAnalysisResultSet: NotRequired[list[TencentVodAiAnalysisResult] | None]
    """The content analysis tasks, each with its state and result."""
    AiRecognitionResultSet: NotRequired[list[TencentVodAiRecognitionResult] | None]
    """The content recognition tasks, each with its state and result."""
    TasksPriority: NotRequired[int | None]
    """Priority of the task flow, from -10 to 10."""
    TasksNotifyMode: NotRequired[str | None]
    """When events are sent: Finish (at the end), Change (at every change of a task) or None."""
    SessionContext: NotRequired[str | None]
    """What the caller gave along when starting the task, at most 1000 characters."""
    SessionId: NotRequired[str | None]
    """Deduplication id that the caller gave when starting the task, at most 50 characters."""
    Operator: NotRequired[Literal["System", ""] | str | None]
    """Who started the task; System where the vendor did."""
    OperationType: NotRequired[Literal["TSC", ""] | str | None]
    """Kind of operation; TSC is an automatic reduction of the bit rate."""


class TencentVodProcedureStateChanged(TypedDict):
    """Sent when a task flow changes its state or ends, as TasksNotifyMode says."""

    EventHandle: NotRequired[str | None]
    """Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity."""
    EventType: Literal["ProcedureStateChanged"]
    """Names the message and selects the member that holds the event."""
    ProcedureStateChangeEvent: NotRequired[TencentVodProcedureTask | None]
    """The event itself. The members of other event types are absent or null beside it."""
    Sign: NotRequired[str | None]
    """MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body."""
    T: NotRequired[int | str | None]
    """When the signature expires, in seconds since the Unix epoch, present together with Sign."""
