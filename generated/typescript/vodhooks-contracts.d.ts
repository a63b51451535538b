// Made by `make generate` from schemas/ and openapi.yaml. Do not edit.
/* eslint-disable */

/**
 * Upper-case hexadecimal SHA-1 over secretKey, timestamp, timestamp and secretKey. It covers nothing else of the body.
 */
export type PolyvVideoOutlineSign = string;
/**
 * Milliseconds since the Unix epoch, always 13 digits.
 */
export type PolyvVideoOutlineTimestamp = number;
/**
 * Number of the outline task, as the call that created it returned it (a Java long).
 */
export type PolyvVideoOutlineTaskId = number;
/**
 * Position in the video as HH:MM:SS,mmm, in the manner of SRT subtitles.
 */
export type PolyvVideoOutlineTimeOffset = string | null;
/**
 * What was reviewed; may be null.
 */
export type TencentVodReviewInput = {
  /**
   * Id of the media file: decimal digits, sent as a string.
   */
  FileId?: string | null;
  /**
   * Id of the review template. Added after the page was written.
   */
  Definition?: number | null;
  /**
   * What the review was asked to look at. Added after the page was written.
   */
  ReviewContents?: (("Media" | "Cover") | (string & {}))[] | null;
  [k: string]: unknown;
} | null;
/**
 * What the review found; null where it failed.
 */
export type TencentVodReviewOutput = {
  /**
   * Advice for the whole media.
   */
  Suggestion?: TencentVodSuggestion;
  /**
   * The gravest kind of offence found.
   */
  Label?: TencentVodReviewLabel;
  /**
   * Where the gravest offence was found.
   */
  Form?: TencentVodReviewForm;
  /**
   * The flagged stretches, at most the first 10. Nothing says that the list was cut: ten items mean that it may have been, and the file at SegmentSetFileUrl holds all.
   */
  SegmentSet?: TencentVodReviewSegment[] | null;
  /**
   * Address of a JSON file with all flagged stretches; often plain http.
   */
  SegmentSetFileUrl?: string | null;
  /**
   * When that address expires, ISO 8601 with Z or an offset.
   */
  SegmentSetFileUrlExpireTime?: string | null;
  /**
   * Result for the cover picture. Added after the page was written.
   */
  CoverReviewResult?: TencentVodCoverReviewResult;
  [k: string]: unknown;
} | null;
/**
 * What the vendor advises to do with the media.
 */
export type TencentVodSuggestion = ("pass" | "review" | "block") | null | (string & {});
/**
 * The kind of offence found. Means something only where the suggestion is review or block. Compare it without case: the vendor's own sample writes porn where the list says Porn.
 */
export type TencentVodReviewLabel =
  ("Porn" | "Terror" | "Polity" | "Ad" | "Illegal" | "Abuse" | "Moan" | "") | null | (string & {});
/**
 * Where the offence was found. Means something only where the suggestion is review or block.
 */
export type TencentVodReviewForm = ("Image" | "OCR" | "ASR" | "Voice" | "") | null | (string & {});
/**
 * Result of reviewing the cover picture: like the result for the media, without time offsets; null where no cover was reviewed.
 */
export type TencentVodCoverReviewResult = {
  /**
   * Advice for the cover.
   */
  Suggestion?: TencentVodSuggestion;
  /**
   * The gravest kind of offence found in the cover.
   */
  Label?: TencentVodReviewLabel;
  /**
   * Where the offence was found.
   */
  Form?: TencentVodReviewForm;
  /**
   * The findings in the cover, at most the first 10. Nothing says that the list was cut: ten items mean that it may have been, and the file at SegmentSetFileUrl holds all.
   */
  SegmentSet?: TencentVodCoverSegment[] | null;
  /**
   * Address of a JSON file with all findings in the cover; often plain http.
   */
  SegmentSetFileUrl?: string | null;
  /**
   * When that address expires, ISO 8601 with Z or an offset.
   */
  SegmentSetFileUrlExpireTime?: string | null;
  [k: string]: unknown;
} | null;
/**
 * A file has been uploaded.
 */
export type TencentVodFileUploadTask = {
  /**
   * Id of the uploaded file: decimal digits, sent as a string.
   */
  FileId?: string | null;
  /**
   * Name, address, dates and storage of the media file.
   */
  MediaBasicInfo?: TencentVodMediaBasicInfo;
  /**
   * Id of the processing task (type Procedure) that was started for the file; empty where none was.
   */
  ProcedureTaskId?: string | null;
  /**
   * Id of the review task (type ReviewAudioVideo) that was started for the file; empty where none was.
   */
  ReviewAudioVideoTaskId?: string | null;
  /**
   * Technical data of the file: size, length, picture size, streams.
   */
  MetaData?: TencentVodMediaMetaData;
  [k: string]: unknown;
} | null;
/**
 * Basic data of a media file.
 */
export type TencentVodMediaBasicInfo = {
  /**
   * Name of the media file.
   */
  Name?: string | null;
  /**
   * Description of the media file.
   */
  Description?: string | null;
  /**
   * When the media file was created, ISO 8601.
   */
  CreateTime?: string | null;
  /**
   * When the media file or its data last changed, ISO 8601.
   */
  UpdateTime?: string | null;
  /**
   * When the file and all made from it are deleted, ISO 8601; 9999-12-31T23:59:59Z means never.
   */
  ExpireTime?: string | null;
  /**
   * Id of the category of the file.
   */
  ClassId?: number | null;
  /**
   * Name of the category of the file.
   */
  ClassName?: string | null;
  /**
   * Path of the category, from the top, with a hyphen between the levels.
   */
  ClassPath?: string | null;
  /**
   * Address of the cover picture.
   */
  CoverUrl?: string | null;
  /**
   * Container format, such as mp4 or flv.
   */
  Type?: string | null;
  /**
   * Address of the original file.
   */
  MediaUrl?: string | null;
  /**
   * Where the media file comes from.
   */
  SourceInfo?: TencentVodMediaSourceData;
  /**
   * Region where the file is stored, such as ap-chongqing.
   */
  StorageRegion?: string | null;
  /**
   * Path under which the file is stored.
   */
  StoragePath?: string | null;
  /**
   * Tags of the media file.
   */
  TagSet?: string[] | null;
  /**
   * Id of the recording of a live stream.
   */
  Vid?: string | null;
  /**
   * Kind of file: Video, Audio or Image.
   */
  Category?: string | null;
  /**
   * Normal, or Forbidden where the file is blocked.
   */
  Status?: string | null;
  /**
   * Storage class: from STANDARD (used often) to DEEP_ARCHIVE (hardly ever used).
   */
  StorageClass?: string | null;
  [k: string]: unknown;
} | null;
/**
 * Where a media file comes from.
 */
export type TencentVodMediaSourceData = {
  /**
   * How the file came to be, for example by upload, recording or processing.
   */
  SourceType?: string | null;
  /**
   * What the caller gave along when creating the file.
   */
  SourceContext?: string | null;
  /**
   * The live recording that made the file; set where SourceType is Record.
   */
  LiveRecordInfo?: TencentVodLiveRecordInfo;
  /**
   * The TRTC recording that made the file; set where SourceType is TrtcRecord.
   */
  TrtcRecordInfo?: TencentVodTrtcRecordInfo;
  /**
   * The web page recording that made the file; set where SourceType is WebPageRecord.
   */
  WebPageRecordInfo?: TencentVodWebPageRecordInfo;
  [k: string]: unknown;
} | null;
/**
 * The live recording a media file comes from.
 */
export type TencentVodLiveRecordInfo = {
  /**
   * Domain of the live stream.
   */
  Domain?: string | null;
  /**
   * Path of the live stream.
   */
  Path?: string | null;
  /**
   * Id of the live stream.
   */
  StreamId?: string | null;
  /**
   * When the recording began, ISO 8601.
   */
  RecordStartTime?: string | null;
  /**
   * When the recording ended, ISO 8601.
   */
  RecordEndTime?: string | null;
  [k: string]: unknown;
} | null;
/**
 * The TRTC recording a media file comes from.
 */
export type TencentVodTrtcRecordInfo = {
  /**
   * Id of the TRTC application.
   */
  SdkAppId?: number | null;
  /**
   * Id of the TRTC room.
   */
  RoomId?: string | null;
  /**
   * Id of the recording task.
   */
  TaskId?: string | null;
  /**
   * Ids of the users who are in the recording.
   */
  UserIds?: string[] | null;
  [k: string]: unknown;
} | null;
/**
 * The web page recording a media file comes from.
 */
export type TencentVodWebPageRecordInfo = {
  /**
   * Address of the recorded web page.
   */
  RecordUrl?: string | null;
  /**
   * Id of the task that recorded the web page.
   */
  RecordTaskId?: string | null;
  [k: string]: unknown;
} | null;
/**
 * Technical data of a media file.
 */
export type TencentVodMediaMetaData = {
  /**
   * Size in bytes. For HLS, the playlist and all segments together.
   */
  Size?: number | null;
  /**
   * Container format, such as mp4 or m4a.
   */
  Container?: string | null;
  /**
   * Average bit rates of video and audio together, in bits per second.
   */
  Bitrate?: number | null;
  /**
   * Greatest height of the video streams in pixels.
   */
  Height?: number | null;
  /**
   * Greatest width of the video streams in pixels.
   */
  Width?: number | null;
  /**
   * Length in seconds.
   */
  Duration?: number | null;
  /**
   * Rotation of the picture when it was filmed, in degrees.
   */
  Rotate?: number | null;
  /**
   * The video streams of the file.
   */
  VideoStreamSet?: TencentVodMediaVideoStreamItem[] | null;
  /**
   * The audio streams of the file.
   */
  AudioStreamSet?: TencentVodMediaAudioStreamItem[] | null;
  /**
   * Length of the video stream in seconds.
   */
  VideoDuration?: number | null;
  /**
   * Length of the audio stream in seconds.
   */
  AudioDuration?: number | null;
  /**
   * MD5 of the file; known only after a DescribeFileAttributes task.
   */
  Md5?: string | null;
  [k: string]: unknown;
} | null;
/**
 * Dynamic range of a picture: SDR or HDR.
 */
export type TencentVodDynamicRangeInfo = {
  /**
   * Dynamic range: SDR or HDR.
   */
  Type?: ("SDR" | "HDR" | "") | null | (string & {});
  /**
   * Kind of HDR, such as hdr10 or hlg; set where Type is HDR.
   */
  HDRType?: ("hdr10" | "hlg" | "") | null | (string & {});
  [k: string]: unknown;
} | null;
/**
 * A task flow: the tasks that process one media file, with their states and results.
 */
export type TencentVodProcedureTask = {
  /**
   * Id of the task flow.
   */
  TaskId?: string | null;
  /**
   * State of the whole flow: PROCESSING or FINISH. Each task has its own state.
   */
  Status?: ("PROCESSING" | "FINISH" | "") | null | (string & {});
  /**
   * @deprecated
   * Deprecated: use the error code of each task.
   */
  ErrCode?: number | null;
  /**
   * @deprecated
   * Deprecated: use the message of each task.
   */
  Message?: string | null;
  /**
   * Id of the media file, or the id that the caller gave with a URL (ProcessMediaByUrl).
   */
  FileId?: string | null;
  /**
   * Name of the media file, or the name that the caller gave with a URL (ProcessMediaByUrl).
   */
  FileName?: string | null;
  /**
   * Address of the media file, or the URL that the caller gave (ProcessMediaByUrl).
   */
  FileUrl?: string | null;
  /**
   * Technical data of the source file.
   */
  MetaData?: TencentVodMediaMetaData;
  /**
   * The processing tasks, each with its state and result.
   */
  MediaProcessResultSet?: TencentVodMediaProcessTaskResult[] | null;
  /**
   * The review tasks, each with its state and result.
   */
  AiContentReviewResultSet?: TencentVodAiContentReviewResult[] | null;
  /**
   * The content analysis tasks, each with its state and result.
   */
  AiAnalysisResultSet?: TencentVodAiAnalysisResult[] | null;
  /**
   * The content recognition tasks, each with its state and result.
   */
  AiRecognitionResultSet?: TencentVodAiRecognitionResult[] | null;
  /**
   * Priority of the task flow, from -10 to 10.
   */
  TasksPriority?: number | null;
  /**
   * When events are sent: Finish (at the end), Change (at every change of a task) or None.
   */
  TasksNotifyMode?: string | null;
  /**
   * What the caller gave along when starting the task, at most 1000 characters.
   */
  SessionContext?: string | null;
  /**
   * Deduplication id that the caller gave when starting the task, at most 50 characters.
   */
  SessionId?: string | null;
  /**
   * Who started the task; System where the vendor did.
   */
  Operator?: ("System" | "") | null | (string & {});
  /**
   * Kind of operation; TSC is an automatic reduction of the bit rate.
   */
  OperationType?: ("TSC" | "") | null | (string & {});
  [k: string]: unknown;
} | null;
/**
 * State and result of a transcoding task.
 */
export type TencentVodMediaProcessTaskTranscodeResult = {
  /**
   * State of the task: PROCESSING, SUCCESS or FAIL.
   */
  Status?: string | null;
  /**
   * Empty for success; otherwise a dotted error code of an open list.
   */
  ErrCodeExt?: string | null;
  /**
   * Numeric error code, 0 for success. Deprecated: use ErrCodeExt.
   */
  ErrCode?: number | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * What the task was given.
   */
  Input?: TencentVodTranscodeTaskInput;
  /**
   * What the task made or found.
   */
  Output?: TencentVodMediaTranscodeItem;
  /**
   * Progress in percent, from 0 to 100.
   */
  Progress?: number | null;
  /**
   * When the work began, ISO 8601.
   */
  BeginProcessTime?: string | null;
  /**
   * When the task ended, ISO 8601.
   */
  FinishTime?: string | null;
  [k: string]: unknown;
} | null;
/**
 * What a transcoding task was given.
 */
export type TencentVodTranscodeTaskInput = {
  /**
   * Id of the template.
   */
  Definition?: number | null;
  /**
   * Watermarks to put on the picture, at most 10.
   */
  WatermarkSet?: TencentVodWatermarkInput[] | null;
  /**
   * Trace watermark, an invisible mark that tells who leaked a copy.
   */
  TraceWatermark?: TencentVodTraceWatermarkInput;
  /**
   * Copyright watermark, an invisible mark that names the owner.
   */
  CopyRightWatermark?: TencentVodCopyRightWatermarkInput;
  /**
   * Digital watermark, an invisible mark in the picture.
   */
  BlindWatermark?: TencentVodBlindWatermarkInput;
  /**
   * Areas to blur with a mosaic, at most 10.
   */
  MosaicSet?: TencentVodMosaicInput[] | null;
  /**
   * Openings and endings to add, at most 10.
   */
  HeadTailSet?: TencentVodHeadTailTaskInput[] | null;
  /**
   * Where in the source to begin, in seconds; negative counts from the end, 0 is the start.
   */
  StartTimeOffset?: number | null;
  /**
   * Where in the source to end, in seconds; negative counts from the end, 0 is the end.
   */
  EndTimeOffset?: number | null;
  /**
   * Settings that replace those of the template.
   */
  OverrideParameter?: TencentVodOverrideTranscodeParameter;
  /**
   * Subtitles to burn into the picture, at most 2.
   */
  SubtitleInfoSet?: TencentVodSubtitleInfoInput[] | null;
  [k: string]: unknown;
} | null;
/**
 * Whether to add a trace watermark.
 */
export type TencentVodTraceWatermarkInput = {
  /**
   * ON adds the trace watermark, OFF does not.
   */
  Switch?: ("ON" | "OFF" | "") | null | (string & {});
  /**
   * @deprecated
   * Deprecated; do not use.
   */
  Definition?: number | null;
  [k: string]: unknown;
} | null;
/**
 * A copyright watermark to add.
 */
export type TencentVodCopyRightWatermarkInput = {
  /**
   * Copyright text, at most 200 characters.
   */
  Text?: string | null;
  [k: string]: unknown;
} | null;
/**
 * A digital watermark to add.
 */
export type TencentVodBlindWatermarkInput = {
  /**
   * Id of the template.
   */
  Definition?: number | null;
  [k: string]: unknown;
} | null;
/**
 * Settings that replace those of a transcoding template.
 */
export type TencentVodOverrideTranscodeParameter = {
  /**
   * Container format to make; mp3, flac, ogg, m4a and wav hold audio only.
   */
  Container?: string | null;
  /**
   * 1 leaves the video out, 0 keeps it.
   */
  RemoveVideo?: number | null;
  /**
   * 1 leaves the audio out, 0 keeps it.
   */
  RemoveAudio?: number | null;
  /**
   * Settings for the video stream.
   */
  VideoTemplate?: TencentVodVideoTemplateInfoForUpdate;
  /**
   * Settings for the audio stream.
   */
  AudioTemplate?: TencentVodAudioTemplateInfoForUpdate;
  /**
   * Settings of top speed codec transcoding, the vendor's way to save bit rate.
   */
  TEHDConfig?: TencentVodTEHDConfigForUpdate;
  /**
   * Extension field for special purposes.
   */
  StdExtInfo?: string | null;
  [k: string]: unknown;
} | null;
/**
 * Settings for the video stream that replace those of the template.
 */
export type TencentVodVideoTemplateInfoForUpdate = {
  /**
   * Codec to use: libx264, libx265, av1 or H.266.
   */
  Codec?: string | null;
  /**
   * Frames per second, 0 to 100; 0 is as in the source.
   */
  Fps?: number | null;
  /**
   * Bit rate in kbit/s, 128 to 100000; 0 is automatic.
   */
  Bitrate?: number | null;
  /**
   * open: Width is the long side and Height the short side; close: they are width and height.
   */
  ResolutionAdaptive?: ("open" | "close" | "") | null | (string & {});
  /**
   * Greatest width (or long side) in pixels; 0 follows Height, or the source where both are 0.
   */
  Width?: number | null;
  /**
   * Greatest height (or short side) in pixels; 0 follows Width, or the source where both are 0.
   */
  Height?: number | null;
  /**
   * What to do where the aspect ratio differs: stretch, or fill the border with black, white or blur.
   */
  FillType?: ("stretch" | "black" | "white" | "gauss" | "") | null | (string & {});
  /**
   * Constant rate factor from 1 to 51, used in place of a bit rate; 0 switches it off.
   */
  Vcrf?: number | null;
  /**
   * Distance between key frames, in the unit of GopUnit; 0 is automatic.
   */
  Gop?: number | null;
  /**
   * ON keeps HDR where the source has it; OFF always makes SDR.
   */
  PreserveHDRSwitch?: ("ON" | "OFF" | "") | null | (string & {});
  /**
   * Tag of an H.265 stream: hvc1 or hev1.
   */
  CodecTag?: ("hvc1" | "hev1" | "") | null | (string & {});
  /**
   * Unit of Gop: frame (the default) or second.
   */
  GopUnit?: ("frame" | "second" | "") | null | (string & {});
  /**
   * Control of the bit rate: VBR, ABR, CBR or VCRF.
   */
  Mode?: ("VBR" | "ABR" | "CBR" | "VCRF" | "") | null | (string & {});
  /**
   * Most B frames in a row; -1 is automatic.
   */
  Bframes?: number | null;
  /**
   * Average length of an HLS segment in seconds; 0 is automatic.
   */
  HlsTime?: number | null;
  /**
   * Profile of the codec, such as main or high; for H.264 only.
   */
  VideoProfile?: ("baseline" | "main" | "high" | "default" | "") | null | (string & {});
  [k: string]: unknown;
} | null;
/**
 * Settings for the audio stream that replace those of the template.
 */
export type TencentVodAudioTemplateInfoForUpdate = {
  /**
   * Codec to use; which ones are allowed depends on the container.
   */
  Codec?: ("libmp3lame" | "flac" | "libfdk_aac" | "ac3" | "mp2" | "pcm16" | "") | null | (string & {});
  /**
   * Bit rate in kbit/s, 26 to 256; 0 is automatic.
   */
  Bitrate?: number | null;
  /**
   * Sampling rate in hertz.
   */
  SampleRate?: number | null;
  /**
   * Number of audio channels: 1, 2 or 6; 0 is as in the source.
   */
  AudioChannel?: number | null;
  /**
   * Audio tracks to keep; all where nothing is given.
   */
  StreamSelects?: number[] | null;
  [k: string]: unknown;
} | null;
/**
 * Settings of top speed codec transcoding that replace those of the template.
 */
export type TencentVodTEHDConfigForUpdate = {
  /**
   * Kind of top speed codec: TEHD-100, or OFF.
   */
  Type?: ("TEHD-100" | "OFF" | "") | null | (string & {});
  /**
   * Highest bit rate of the video; the unit is not documented.
   */
  MaxVideoBitrate?: number | null;
  [k: string]: unknown;
} | null;
/**
 * A transcoded file.
 */
export type TencentVodMediaTranscodeItem = {
  /**
   * Address of the transcoded file.
   */
  Url?: string | null;
  /**
   * Id of the transcoding template; 0 means the original file.
   */
  Definition?: number | null;
  /**
   * Average bit rates of video and audio together, in bits per second.
   */
  Bitrate?: number | null;
  /**
   * Greatest height of the video streams in pixels.
   */
  Height?: number | null;
  /**
   * Greatest width of the video streams in pixels.
   */
  Width?: number | null;
  /**
   * Size in bytes. For HLS, the playlist and all segments together.
   */
  Size?: number | null;
  /**
   * Length in seconds.
   */
  Duration?: number | null;
  /**
   * MD5 of the file.
   */
  Md5?: string | null;
  /**
   * Container format, such as mp4 or m4a.
   */
  Container?: string | null;
  /**
   * The video streams of the file.
   */
  VideoStreamSet?: TencentVodMediaVideoStreamItem[] | null;
  /**
   * The audio streams of the file.
   */
  AudioStreamSet?: TencentVodMediaAudioStreamItem[] | null;
  /**
   * Kind of invisible watermark in the file: Trace, CopyRight or None.
   */
  DigitalWatermarkType?: ("Trace" | "CopyRight" | "None" | "") | null | (string & {});
  /**
   * Text of the copyright watermark.
   */
  CopyRightWatermarkText?: string | null;
  /**
   * Id of the template of the digital watermark.
   */
  BlindWatermarkDefinition?: number | null;
  /**
   * Id of the new media file; set where the result was asked for as a file of its own.
   */
  FileId?: string | null;
  [k: string]: unknown;
} | null;
/**
 * State and result of a task that makes an animated picture.
 */
export type TencentVodMediaProcessTaskAnimatedGraphicResult = {
  /**
   * State of the task: PROCESSING, SUCCESS or FAIL.
   */
  Status?: string | null;
  /**
   * Empty for success; otherwise a dotted error code of an open list.
   */
  ErrCodeExt?: string | null;
  /**
   * Numeric error code, 0 for success. Deprecated: use ErrCodeExt.
   */
  ErrCode?: number | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * What the task was given.
   */
  Input?: TencentVodAnimatedGraphicTaskInput;
  /**
   * What the task made or found.
   */
  Output?: TencentVodMediaAnimatedGraphicsItem;
  /**
   * Progress in percent, from 0 to 100.
   */
  Progress?: number | null;
  /**
   * When the work began, ISO 8601.
   */
  BeginProcessTime?: string | null;
  /**
   * When the task ended, ISO 8601.
   */
  FinishTime?: string | null;
  [k: string]: unknown;
} | null;
/**
 * What a task that makes an animated picture was given.
 */
export type TencentVodAnimatedGraphicTaskInput = {
  /**
   * Id of the template.
   */
  Definition?: number | null;
  /**
   * Where in the source to begin, in seconds; negative counts from the end, 0 is the start.
   */
  StartTimeOffset?: number | null;
  /**
   * Where in the source to end, in seconds; negative counts from the end, 0 is the end.
   */
  EndTimeOffset?: number | null;
  [k: string]: unknown;
} | null;
/**
 * An animated picture made from a video.
 */
export type TencentVodMediaAnimatedGraphicsItem = {
  /**
   * Address of the file.
   */
  Url?: string | null;
  /**
   * Id of the template.
   */
  Definition?: number | null;
  /**
   * Format of the picture, such as gif.
   */
  Container?: string | null;
  /**
   * Height of the picture in pixels.
   */
  Height?: number | null;
  /**
   * Width of the picture in pixels.
   */
  Width?: number | null;
  /**
   * Bit rate in bits per second.
   */
  Bitrate?: number | null;
  /**
   * Size in bytes. For HLS, the playlist and all segments together.
   */
  Size?: number | null;
  /**
   * MD5 of the file.
   */
  Md5?: string | null;
  /**
   * Where in the video it begins, in seconds.
   */
  StartTimeOffset?: number | null;
  /**
   * Where in the video it ends, in seconds.
   */
  EndTimeOffset?: number | null;
  [k: string]: unknown;
} | null;
/**
 * State and result of a task that takes snapshots at given times.
 */
export type TencentVodMediaProcessTaskSnapshotByTimeOffsetResult = {
  /**
   * State of the task: PROCESSING, SUCCESS or FAIL.
   */
  Status?: string | null;
  /**
   * Empty for success; otherwise a dotted error code of an open list.
   */
  ErrCodeExt?: string | null;
  /**
   * Numeric error code, 0 for success. Deprecated: use ErrCodeExt.
   */
  ErrCode?: number | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * What the task was given.
   */
  Input?: TencentVodSnapshotByTimeOffsetTaskInput;
  /**
   * What the task made or found.
   */
  Output?: TencentVodMediaSnapshotByTimeOffsetItem;
  /**
   * Progress in percent, from 0 to 100.
   */
  Progress?: number | null;
  /**
   * When the work began, ISO 8601.
   */
  BeginProcessTime?: string | null;
  /**
   * When the task ended, ISO 8601.
   */
  FinishTime?: string | null;
  [k: string]: unknown;
} | null;
/**
 * What a task that takes snapshots at given times was given.
 */
export type TencentVodSnapshotByTimeOffsetTaskInput = {
  /**
   * Id of the template.
   */
  Definition?: number | null;
  /**
   * Times of the snapshots, such as 3.5s (seconds) or 10% (of the length).
   */
  ExtTimeOffsetSet?: string[] | null;
  /**
   * Times of the snapshots in milliseconds. Deprecated: use ExtTimeOffsetSet.
   */
  TimeOffsetSet?: number[] | null;
  /**
   * Watermarks to put on the picture, at most 10.
   */
  WatermarkSet?: TencentVodWatermarkInput[] | null;
  [k: string]: unknown;
} | null;
/**
 * The snapshots taken at given times with one template.
 */
export type TencentVodMediaSnapshotByTimeOffsetItem = {
  /**
   * Id of the template.
   */
  Definition?: number | null;
  /**
   * The snapshots, one entry for each.
   */
  PicInfoSet?: TencentVodMediaSnapshotByTimePicInfoItem[] | null;
  [k: string]: unknown;
} | null;
/**
 * State and result of a task that takes snapshots at regular intervals.
 */
export type TencentVodMediaProcessTaskSampleSnapshotResult = {
  /**
   * State of the task: PROCESSING, SUCCESS or FAIL.
   */
  Status?: string | null;
  /**
   * Empty for success; otherwise a dotted error code of an open list.
   */
  ErrCodeExt?: string | null;
  /**
   * Numeric error code, 0 for success. Deprecated: use ErrCodeExt.
   */
  ErrCode?: number | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * What the task was given.
   */
  Input?: TencentVodSampleSnapshotTaskInput;
  /**
   * What the task made or found.
   */
  Output?: TencentVodMediaSampleSnapshotItem;
  /**
   * Progress in percent, from 0 to 100.
   */
  Progress?: number | null;
  /**
   * When the work began, ISO 8601.
   */
  BeginProcessTime?: string | null;
  /**
   * When the task ended, ISO 8601.
   */
  FinishTime?: string | null;
  [k: string]: unknown;
} | null;
/**
 * What a task that takes snapshots at regular intervals was given.
 */
export type TencentVodSampleSnapshotTaskInput = {
  /**
   * Id of the template.
   */
  Definition?: number | null;
  /**
   * Watermarks to put on the picture, at most 10.
   */
  WatermarkSet?: TencentVodWatermarkInput[] | null;
  [k: string]: unknown;
} | null;
/**
 * The snapshots taken at regular intervals.
 */
export type TencentVodMediaSampleSnapshotItem = {
  /**
   * Id of the template.
   */
  Definition?: number | null;
  /**
   * How the interval is counted: Percent (of the length) or Time (seconds).
   */
  SampleType?: ("Percent" | "Time" | "") | null | (string & {});
  /**
   * Interval between pictures, in the unit that SampleType names: percent or seconds.
   */
  Interval?: number | null;
  /**
   * Addresses of the pictures.
   */
  ImageUrlSet?: string[] | null;
  /**
   * Ids of the watermark templates that were used on the picture.
   */
  WaterMarkDefinition?: number[] | null;
  [k: string]: unknown;
} | null;
/**
 * State and result of a task that makes image sprites.
 */
export type TencentVodMediaProcessTaskImageSpriteResult = {
  /**
   * State of the task: PROCESSING, SUCCESS or FAIL.
   */
  Status?: string | null;
  /**
   * Empty for success; otherwise a dotted error code of an open list.
   */
  ErrCodeExt?: string | null;
  /**
   * Numeric error code, 0 for success. Deprecated: use ErrCodeExt.
   */
  ErrCode?: number | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * What the task was given.
   */
  Input?: TencentVodImageSpriteTaskInput;
  /**
   * What the task made or found.
   */
  Output?: TencentVodMediaImageSpriteItem;
  /**
   * Progress in percent, from 0 to 100.
   */
  Progress?: number | null;
  /**
   * When the work began, ISO 8601.
   */
  BeginProcessTime?: string | null;
  /**
   * When the task ended, ISO 8601.
   */
  FinishTime?: string | null;
  [k: string]: unknown;
} | null;
/**
 * What a task that makes image sprites was given.
 */
export type TencentVodImageSpriteTaskInput = {
  /**
   * Id of the template.
   */
  Definition?: number | null;
  [k: string]: unknown;
} | null;
/**
 * Image sprites: large pictures put together of many small ones.
 */
export type TencentVodMediaImageSpriteItem = {
  /**
   * Id of the template.
   */
  Definition?: number | null;
  /**
   * Height of each small picture in pixels.
   */
  Height?: number | null;
  /**
   * Width of each small picture in pixels.
   */
  Width?: number | null;
  /**
   * Number of small pictures in each sprite.
   */
  TotalCount?: number | null;
  /**
   * Addresses of the sprites, the large pictures.
   */
  ImageUrlSet?: string[] | null;
  /**
   * Address of the WebVTT file that gives the time and the place in the sprite of each small picture.
   */
  WebVttUrl?: string | null;
  [k: string]: unknown;
} | null;
/**
 * State and result of a task that takes a snapshot as the cover.
 */
export type TencentVodMediaProcessTaskCoverBySnapshotResult = {
  /**
   * State of the task: PROCESSING, SUCCESS or FAIL.
   */
  Status?: string | null;
  /**
   * Empty for success; otherwise a dotted error code of an open list.
   */
  ErrCodeExt?: string | null;
  /**
   * Numeric error code, 0 for success. Deprecated: use ErrCodeExt.
   */
  ErrCode?: number | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * What the task was given.
   */
  Input?: TencentVodCoverBySnapshotTaskInput;
  /**
   * What the task made or found.
   */
  Output?: TencentVodCoverBySnapshotTaskOutput;
  /**
   * Progress in percent, from 0 to 100.
   */
  Progress?: number | null;
  /**
   * When the work began, ISO 8601.
   */
  BeginProcessTime?: string | null;
  /**
   * When the task ended, ISO 8601.
   */
  FinishTime?: string | null;
  [k: string]: unknown;
} | null;
/**
 * What a task that takes a snapshot as the cover was given.
 */
export type TencentVodCoverBySnapshotTaskInput = {
  /**
   * Id of the template.
   */
  Definition?: number | null;
  /**
   * How the place of the snapshot is given: Time or Percent.
   */
  PositionType?: string | null;
  /**
   * Place of the snapshot, in seconds or in percent of the length, as PositionType says.
   */
  PositionValue?: number | null;
  /**
   * Watermarks to put on the picture, at most 10.
   */
  WatermarkSet?: TencentVodWatermarkInput[] | null;
  [k: string]: unknown;
} | null;
/**
 * The cover that was made.
 */
export type TencentVodCoverBySnapshotTaskOutput = {
  /**
   * Address of the cover picture.
   */
  CoverUrl?: string | null;
  [k: string]: unknown;
} | null;
/**
 * State and result of a task that makes adaptive bit rate streams.
 */
export type TencentVodMediaProcessTaskAdaptiveDynamicStreamingResult = {
  /**
   * State of the task: PROCESSING, SUCCESS or FAIL.
   */
  Status?: string | null;
  /**
   * Empty for success; otherwise a dotted error code of an open list.
   */
  ErrCodeExt?: string | null;
  /**
   * Numeric error code, 0 for success. Deprecated: use ErrCodeExt.
   */
  ErrCode?: number | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * Progress in percent, from 0 to 100.
   */
  Progress?: number | null;
  /**
   * What the task was given.
   */
  Input?: TencentVodAdaptiveDynamicStreamingTaskInput;
  /**
   * What the task made or found.
   */
  Output?: TencentVodAdaptiveDynamicStreamingInfoItem;
  /**
   * When the work began, ISO 8601.
   */
  BeginProcessTime?: string | null;
  /**
   * When the task ended, ISO 8601.
   */
  FinishTime?: string | null;
  [k: string]: unknown;
} | null;
/**
 * What a task that makes adaptive bit rate streams was given.
 */
export type TencentVodAdaptiveDynamicStreamingTaskInput = {
  /**
   * Id of the template.
   */
  Definition?: number | null;
  /**
   * Watermarks to put on the picture, at most 10.
   */
  WatermarkSet?: TencentVodWatermarkInput[] | null;
  /**
   * Trace watermark, an invisible mark that tells who leaked a copy.
   */
  TraceWatermark?: TencentVodTraceWatermarkInput;
  /**
   * Copyright watermark, an invisible mark that names the owner.
   */
  CopyRightWatermark?: TencentVodCopyRightWatermarkInput;
  /**
   * Digital watermark, an invisible mark in the picture.
   */
  BlindWatermark?: TencentVodBlindWatermarkInput;
  /**
   * Ids of subtitles to offer beside the video, at most 16.
   */
  SubtitleSet?: string[] | null;
  /**
   * Subtitles to burn into the picture, at most 2.
   */
  SubtitleInfoSet?: TencentVodSubtitleInfoInput[] | null;
  /**
   * DRM of another vendor.
   */
  DrmInfo?: TencentVodThirdPartyDrmInfo;
  [k: string]: unknown;
} | null;
/**
 * DRM of another vendor.
 */
export type TencentVodThirdPartyDrmInfo = {
  /**
   * DRM systems, such as FairPlay, Widevine or PlayReady.
   */
  DrmTypes?: string[] | null;
  /**
   * How to reach the DRM vendor, after the SPEKE protocol.
   */
  SPEKEDrm?: TencentVodSPEKEDrm;
  [k: string]: unknown;
} | null;
/**
 * How to get keys from a DRM vendor, after the SPEKE protocol.
 */
export type TencentVodSPEKEDrm = {
  /**
   * Content id for the DRM vendor, chosen by the caller (the cid of SPEKE).
   */
  ResourceId?: string | null;
  /**
   * Address of the key server of the DRM vendor.
   */
  KeyServerUrl?: string | null;
  /**
   * Initialisation vector, 32 hexadecimal digits.
   */
  Vector?: string | null;
  /**
   * Encryption scheme: cbcs or cenc.
   */
  EncryptionMethod?: string | null;
  /**
   * preset0: one key for all streams; preset1: a key for each stream.
   */
  EncryptionPreset?: string | null;
  /**
   * HTTP method for asking the key server: POST or GET.
   */
  KeyAcquireMode?: ("POST" | "GET" | "") | null | (string & {});
  [k: string]: unknown;
} | null;
/**
 * Adaptive bit rate streams made from a media file.
 */
export type TencentVodAdaptiveDynamicStreamingInfoItem = {
  /**
   * Id of the template.
   */
  Definition?: number | null;
  /**
   * Packaging: HLS or DASH.
   */
  Package?: ("HLS" | "DASH" | "") | null | (string & {});
  /**
   * Kind of encryption.
   */
  DrmType?: string | null;
  /**
   * Address for playing.
   */
  Url?: string | null;
  /**
   * Size in bytes, playlists and segments together; 0 for files made before 2022-01-10T16:00:00Z.
   */
  Size?: number | null;
  /**
   * Kind of invisible watermark in the file: Trace, CopyRight or None.
   */
  DigitalWatermarkType?: ("Trace" | "CopyRight" | "None" | "") | null | (string & {});
  /**
   * The streams between which a player can change.
   */
  SubStreamSet?: TencentVodMediaSubStreamInfoItem[] | null;
  /**
   * Text of the copyright watermark.
   */
  CopyRightWatermarkText?: string | null;
  /**
   * Id of the template of the digital watermark.
   */
  BlindWatermarkDefinition?: number | null;
  /**
   * The subtitles of the streams.
   */
  SubtitleSet?: TencentVodMediaSubtitleItem[] | null;
  /**
   * Id of the subtitle that is shown by default.
   */
  DefaultSubtitleId?: string | null;
  /**
   * Encryption method of the DRM.
   */
  DrmEncryptType?: string | null;
  [k: string]: unknown;
} | null;
/**
 * State and result of a review of pictures for pornography.
 */
export type TencentVodAiReviewTaskPornResult = {
  /**
   * State of the task: PROCESSING, SUCCESS or FAIL.
   */
  Status?: string | null;
  /**
   * Empty for success; otherwise a dotted error code of an open list.
   */
  ErrCodeExt?: string | null;
  /**
   * Numeric error code, 0 for success. Deprecated: use ErrCodeExt.
   */
  ErrCode?: number | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * What the task was given.
   */
  Input?: TencentVodAiReviewPornTaskInput;
  /**
   * What the task made or found.
   */
  Output?: TencentVodAiReviewPornTaskOutput;
  /**
   * Progress in percent, from 0 to 100.
   */
  Progress?: number | null;
  [k: string]: unknown;
} | null;
/**
 * What a review of pictures for pornography was given.
 */
export type TencentVodAiReviewPornTaskInput = {
  /**
   * Id of the template.
   */
  Definition?: number | null;
  [k: string]: unknown;
} | null;
/**
 * What a review of pictures for pornography found.
 */
export type TencentVodAiReviewPornTaskOutput = {
  /**
   * How sure the vendor is, from 0 to 100.
   */
  Confidence?: number | null;
  /**
   * Advice of the review: pass, review (look at it) or block.
   */
  Suggestion?: ("pass" | "review" | "block" | "") | null | (string & {});
  /**
   * The kind of offence found.
   */
  Label?: ("porn" | "sexy" | "vulgar" | "intimacy" | "") | null | (string & {});
  /**
   * The stretches found, at most the first 100; the file at SegmentSetFileUrl holds all.
   */
  SegmentSet?: TencentVodMediaContentReviewSegmentItem[] | null;
  /**
   * Address of a JSON file with all stretches, in the form of SegmentSet; it is deleted later.
   */
  SegmentSetFileUrl?: string | null;
  /**
   * When that file is deleted, ISO 8601.
   */
  SegmentSetFileUrlExpireTime?: string | null;
  [k: string]: unknown;
} | null;
/**
 * State and result of a review of pictures for violence and terrorism.
 */
export type TencentVodAiReviewTaskTerrorismResult = {
  /**
   * State of the task: PROCESSING, SUCCESS or FAIL.
   */
  Status?: string | null;
  /**
   * Empty for success; otherwise a dotted error code of an open list.
   */
  ErrCodeExt?: string | null;
  /**
   * Numeric error code, 0 for success. Deprecated: use ErrCodeExt.
   */
  ErrCode?: number | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * What the task was given.
   */
  Input?: TencentVodAiReviewTerrorismTaskInput;
  /**
   * What the task made or found.
   */
  Output?: TencentVodAiReviewTerrorismTaskOutput;
  /**
   * Progress in percent, from 0 to 100.
   */
  Progress?: number | null;
  [k: string]: unknown;
} | null;
/**
 * What a review of pictures for violence and terrorism was given.
 */
export type TencentVodAiReviewTerrorismTaskInput = {
  /**
   * Id of the template.
   */
  Definition?: number | null;
  [k: string]: unknown;
} | null;
/**
 * What a review of pictures for violence and terrorism found.
 */
export type TencentVodAiReviewTerrorismTaskOutput = {
  /**
   * How sure the vendor is, from 0 to 100.
   */
  Confidence?: number | null;
  /**
   * Advice of the review: pass, review (look at it) or block.
   */
  Suggestion?: ("pass" | "review" | "block" | "") | null | (string & {});
  /**
   * The kind of offence found.
   */
  Label?:
    | ("guns" | "crowd" | "police" | "bloody" | "banners" | "militant" | "explosion" | "terrorists" | "scenario" | "")
    | null
    | (string & {});
  /**
   * The stretches found, at most the first 100; the file at SegmentSetFileUrl holds all.
   */
  SegmentSet?: TencentVodMediaContentReviewSegmentItem[] | null;
  /**
   * Address of a JSON file with all stretches, in the form of SegmentSet; it is deleted later.
   */
  SegmentSetFileUrl?: string | null;
  /**
   * When that file is deleted, ISO 8601.
   */
  SegmentSetFileUrlExpireTime?: string | null;
  [k: string]: unknown;
} | null;
/**
 * State and result of a review of pictures for politically sensitive content.
 */
export type TencentVodAiReviewTaskPoliticalResult = {
  /**
   * State of the task: PROCESSING, SUCCESS or FAIL.
   */
  Status?: string | null;
  /**
   * Empty for success; otherwise a dotted error code of an open list.
   */
  ErrCodeExt?: string | null;
  /**
   * Numeric error code, 0 for success. Deprecated: use ErrCodeExt.
   */
  ErrCode?: number | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * What the task was given.
   */
  Input?: TencentVodAiReviewPoliticalTaskInput;
  /**
   * What the task made or found.
   */
  Output?: TencentVodAiReviewPoliticalTaskOutput;
  /**
   * Progress in percent, from 0 to 100.
   */
  Progress?: number | null;
  [k: string]: unknown;
} | null;
/**
 * What a review of pictures for politically sensitive content was given.
 */
export type TencentVodAiReviewPoliticalTaskInput = {
  /**
   * Id of the template.
   */
  Definition?: number | null;
  [k: string]: unknown;
} | null;
/**
 * What a review of pictures for politically sensitive content found.
 */
export type TencentVodAiReviewPoliticalTaskOutput = {
  /**
   * How sure the vendor is, from 0 to 100.
   */
  Confidence?: number | null;
  /**
   * Advice of the review: pass, review (look at it) or block.
   */
  Suggestion?: ("pass" | "review" | "block" | "") | null | (string & {});
  /**
   * The kind of offence found.
   */
  Label?: ("violation_photo" | "politician" | "") | null | (string & {});
  /**
   * The stretches found, at most the first 100; the file at SegmentSetFileUrl holds all.
   */
  SegmentSet?: TencentVodMediaContentReviewPoliticalSegmentItem[] | null;
  /**
   * Address of a JSON file with all stretches, in the form of SegmentSet; it is deleted later.
   */
  SegmentSetFileUrl?: string | null;
  /**
   * When that file is deleted, ISO 8601.
   */
  SegmentSetFileUrlExpireTime?: string | null;
  [k: string]: unknown;
} | null;
/**
 * State and result of a review of speech for pornography.
 */
export type TencentVodAiReviewTaskPornAsrResult = {
  /**
   * State of the task: PROCESSING, SUCCESS or FAIL.
   */
  Status?: string | null;
  /**
   * Empty for success; otherwise a dotted error code of an open list.
   */
  ErrCodeExt?: string | null;
  /**
   * Numeric error code, 0 for success. Deprecated: use ErrCodeExt.
   */
  ErrCode?: number | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * What the task was given.
   */
  Input?: TencentVodAiReviewPornAsrTaskInput;
  /**
   * What the task made or found.
   */
  Output?: TencentVodAiReviewPornAsrTaskOutput;
  /**
   * Progress in percent, from 0 to 100.
   */
  Progress?: number | null;
  [k: string]: unknown;
} | null;
/**
 * What a review of speech for pornography was given.
 */
export type TencentVodAiReviewPornAsrTaskInput = {
  /**
   * Id of the template.
   */
  Definition?: number | null;
  [k: string]: unknown;
} | null;
/**
 * What a review of speech for pornography found.
 */
export type TencentVodAiReviewPornAsrTaskOutput = {
  /**
   * How sure the vendor is, from 0 to 100.
   */
  Confidence?: number | null;
  /**
   * Advice of the review: pass, review (look at it) or block.
   */
  Suggestion?: ("pass" | "review" | "block" | "") | null | (string & {});
  /**
   * The stretches found, at most the first 100; the file at SegmentSetFileUrl holds all.
   */
  SegmentSet?: TencentVodMediaContentReviewAsrTextSegmentItem[] | null;
  /**
   * Address of a JSON file with all stretches, in the form of SegmentSet; it is deleted later.
   */
  SegmentSetFileUrl?: string | null;
  /**
   * When that file is deleted, ISO 8601.
   */
  SegmentSetFileUrlExpireTime?: string | null;
  [k: string]: unknown;
} | null;
/**
 * State and result of a review of text in pictures for pornography.
 */
export type TencentVodAiReviewTaskPornOcrResult = {
  /**
   * State of the task: PROCESSING, SUCCESS or FAIL.
   */
  Status?: string | null;
  /**
   * Empty for success; otherwise a dotted error code of an open list.
   */
  ErrCodeExt?: string | null;
  /**
   * Numeric error code, 0 for success. Deprecated: use ErrCodeExt.
   */
  ErrCode?: number | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * What the task was given.
   */
  Input?: TencentVodAiReviewPornOcrTaskInput;
  /**
   * What the task made or found.
   */
  Output?: TencentVodAiReviewPornOcrTaskOutput;
  /**
   * Progress in percent, from 0 to 100.
   */
  Progress?: number | null;
  [k: string]: unknown;
} | null;
/**
 * What a review of text in pictures for pornography was given.
 */
export type TencentVodAiReviewPornOcrTaskInput = {
  /**
   * Id of the template.
   */
  Definition?: number | null;
  [k: string]: unknown;
} | null;
/**
 * What a review of text in pictures for pornography found.
 */
export type TencentVodAiReviewPornOcrTaskOutput = {
  /**
   * How sure the vendor is, from 0 to 100.
   */
  Confidence?: number | null;
  /**
   * Advice of the review: pass, review (look at it) or block.
   */
  Suggestion?: ("pass" | "review" | "block" | "") | null | (string & {});
  /**
   * The stretches found, at most the first 100; the file at SegmentSetFileUrl holds all.
   */
  SegmentSet?: TencentVodMediaContentReviewOcrTextSegmentItem[] | null;
  /**
   * Address of a JSON file with all stretches, in the form of SegmentSet; it is deleted later.
   */
  SegmentSetFileUrl?: string | null;
  /**
   * When that file is deleted, ISO 8601.
   */
  SegmentSetFileUrlExpireTime?: string | null;
  [k: string]: unknown;
} | null;
/**
 * State and result of a review of speech for politically sensitive content.
 */
export type TencentVodAiReviewTaskPoliticalAsrResult = {
  /**
   * State of the task: PROCESSING, SUCCESS or FAIL.
   */
  Status?: string | null;
  /**
   * Empty for success; otherwise a dotted error code of an open list.
   */
  ErrCodeExt?: string | null;
  /**
   * Numeric error code, 0 for success. Deprecated: use ErrCodeExt.
   */
  ErrCode?: number | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * What the task was given.
   */
  Input?: TencentVodAiReviewPoliticalAsrTaskInput;
  /**
   * What the task made or found.
   */
  Output?: TencentVodAiReviewPoliticalAsrTaskOutput;
  /**
   * Progress in percent, from 0 to 100.
   */
  Progress?: number | null;
  [k: string]: unknown;
} | null;
/**
 * What a review of speech for politically sensitive content was given.
 */
export type TencentVodAiReviewPoliticalAsrTaskInput = {
  /**
   * Id of the template.
   */
  Definition?: number | null;
  [k: string]: unknown;
} | null;
/**
 * What a review of speech for politically sensitive content found.
 */
export type TencentVodAiReviewPoliticalAsrTaskOutput = {
  /**
   * How sure the vendor is, from 0 to 100.
   */
  Confidence?: number | null;
  /**
   * Advice of the review: pass, review (look at it) or block.
   */
  Suggestion?: ("pass" | "review" | "block" | "") | null | (string & {});
  /**
   * The stretches found, at most the first 100; the file at SegmentSetFileUrl holds all.
   */
  SegmentSet?: TencentVodMediaContentReviewAsrTextSegmentItem[] | null;
  /**
   * Address of a JSON file with all stretches, in the form of SegmentSet; it is deleted later.
   */
  SegmentSetFileUrl?: string | null;
  /**
   * When that file is deleted, ISO 8601.
   */
  SegmentSetFileUrlExpireTime?: string | null;
  [k: string]: unknown;
} | null;
/**
 * State and result of a review of text in pictures for politically sensitive content.
 */
export type TencentVodAiReviewTaskPoliticalOcrResult = {
  /**
   * State of the task: PROCESSING, SUCCESS or FAIL.
   */
  Status?: string | null;
  /**
   * Empty for success; otherwise a dotted error code of an open list.
   */
  ErrCodeExt?: string | null;
  /**
   * Numeric error code, 0 for success. Deprecated: use ErrCodeExt.
   */
  ErrCode?: number | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * What the task was given.
   */
  Input?: TencentVodAiReviewPoliticalOcrTaskInput;
  /**
   * What the task made or found.
   */
  Output?: TencentVodAiReviewPoliticalOcrTaskOutput;
  /**
   * Progress in percent, from 0 to 100.
   */
  Progress?: number | null;
  [k: string]: unknown;
} | null;
/**
 * What a review of text in pictures for politically sensitive content was given.
 */
export type TencentVodAiReviewPoliticalOcrTaskInput = {
  /**
   * Id of the template.
   */
  Definition?: number | null;
  [k: string]: unknown;
} | null;
/**
 * What a review of text in pictures for politically sensitive content found.
 */
export type TencentVodAiReviewPoliticalOcrTaskOutput = {
  /**
   * How sure the vendor is, from 0 to 100.
   */
  Confidence?: number | null;
  /**
   * Advice of the review: pass, review (look at it) or block.
   */
  Suggestion?: ("pass" | "review" | "block" | "") | null | (string & {});
  /**
   * The stretches found, at most the first 100; the file at SegmentSetFileUrl holds all.
   */
  SegmentSet?: TencentVodMediaContentReviewOcrTextSegmentItem[] | null;
  /**
   * Address of a JSON file with all stretches, in the form of SegmentSet; it is deleted later.
   */
  SegmentSetFileUrl?: string | null;
  /**
   * When that file is deleted, ISO 8601.
   */
  SegmentSetFileUrlExpireTime?: string | null;
  [k: string]: unknown;
} | null;
/**
 * State and result of a review of text in pictures for violence and terrorism.
 */
export type TencentVodAiReviewTaskTerrorismOcrResult = {
  /**
   * State of the task: PROCESSING, SUCCESS or FAIL.
   */
  Status?: string | null;
  /**
   * Empty for success; otherwise a dotted error code of an open list.
   */
  ErrCodeExt?: string | null;
  /**
   * Numeric error code, 0 for success. Deprecated: use ErrCodeExt.
   */
  ErrCode?: number | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * What the task was given.
   */
  Input?: TencentVodAiReviewTerrorismOcrTaskInput;
  /**
   * What the task made or found.
   */
  Output?: TencentVodAiReviewTerrorismOcrTaskOutput;
  /**
   * Progress in percent, from 0 to 100.
   */
  Progress?: number | null;
  [k: string]: unknown;
} | null;
/**
 * What a review of text in pictures for violence and terrorism was given.
 */
export type TencentVodAiReviewTerrorismOcrTaskInput = {
  /**
   * Id of the template.
   */
  Definition?: number | null;
  [k: string]: unknown;
} | null;
/**
 * What a review of text in pictures for violence and terrorism found.
 */
export type TencentVodAiReviewTerrorismOcrTaskOutput = {
  /**
   * How sure the vendor is, from 0 to 100.
   */
  Confidence?: number | null;
  /**
   * Advice of the review: pass, review (look at it) or block.
   */
  Suggestion?: ("pass" | "review" | "block" | "") | null | (string & {});
  /**
   * The stretches found, at most the first 100; the file at SegmentSetFileUrl holds all.
   */
  SegmentSet?: TencentVodMediaContentReviewOcrTextSegmentItem[] | null;
  /**
   * Address of a JSON file with all stretches, in the form of SegmentSet; it is deleted later.
   */
  SegmentSetFileUrl?: string | null;
  /**
   * When that file is deleted, ISO 8601.
   */
  SegmentSetFileUrlExpireTime?: string | null;
  [k: string]: unknown;
} | null;
/**
 * State and result of a review of text in pictures for forbidden content.
 */
export type TencentVodAiReviewTaskProhibitedOcrResult = {
  /**
   * State of the task: PROCESSING, SUCCESS or FAIL.
   */
  Status?: string | null;
  /**
   * Empty for success; otherwise a dotted error code of an open list.
   */
  ErrCodeExt?: string | null;
  /**
   * Numeric error code, 0 for success. Deprecated: use ErrCodeExt.
   */
  ErrCode?: number | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * What the task was given.
   */
  Input?: TencentVodAiReviewProhibitedOcrTaskInput;
  /**
   * What the task made or found.
   */
  Output?: TencentVodAiReviewProhibitedOcrTaskOutput;
  /**
   * Progress in percent, from 0 to 100.
   */
  Progress?: number | null;
  [k: string]: unknown;
} | null;
/**
 * What a review of text in pictures for forbidden content was given.
 */
export type TencentVodAiReviewProhibitedOcrTaskInput = {
  /**
   * Id of the template.
   */
  Definition?: number | null;
  [k: string]: unknown;
} | null;
/**
 * What a review of text in pictures for forbidden content found.
 */
export type TencentVodAiReviewProhibitedOcrTaskOutput = {
  /**
   * How sure the vendor is, from 0 to 100.
   */
  Confidence?: number | null;
  /**
   * Advice of the review: pass, review (look at it) or block.
   */
  Suggestion?: ("pass" | "review" | "block" | "") | null | (string & {});
  /**
   * The stretches found, at most the first 100; the file at SegmentSetFileUrl holds all.
   */
  SegmentSet?: TencentVodMediaContentReviewOcrTextSegmentItem[] | null;
  /**
   * Address of a JSON file with all stretches, in the form of SegmentSet; it is deleted later.
   */
  SegmentSetFileUrl?: string | null;
  /**
   * When that file is deleted, ISO 8601.
   */
  SegmentSetFileUrlExpireTime?: string | null;
  [k: string]: unknown;
} | null;
/**
 * State and result of a review of speech for forbidden content.
 */
export type TencentVodAiReviewTaskProhibitedAsrResult = {
  /**
   * State of the task: PROCESSING, SUCCESS or FAIL.
   */
  Status?: string | null;
  /**
   * Empty for success; otherwise a dotted error code of an open list.
   */
  ErrCodeExt?: string | null;
  /**
   * Numeric error code, 0 for success. Deprecated: use ErrCodeExt.
   */
  ErrCode?: number | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * What the task was given.
   */
  Input?: TencentVodAiReviewProhibitedAsrTaskInput;
  /**
   * What the task made or found.
   */
  Output?: TencentVodAiReviewProhibitedAsrTaskOutput;
  /**
   * Progress in percent, from 0 to 100.
   */
  Progress?: number | null;
  [k: string]: unknown;
} | null;
/**
 * What a review of speech for forbidden content was given.
 */
export type TencentVodAiReviewProhibitedAsrTaskInput = {
  /**
   * Id of the template.
   */
  Definition?: number | null;
  [k: string]: unknown;
} | null;
/**
 * What a review of speech for forbidden content found.
 */
export type TencentVodAiReviewProhibitedAsrTaskOutput = {
  /**
   * How sure the vendor is, from 0 to 100.
   */
  Confidence?: number | null;
  /**
   * Advice of the review: pass, review (look at it) or block.
   */
  Suggestion?: ("pass" | "review" | "block" | "") | null | (string & {});
  /**
   * The stretches found, at most the first 100; the file at SegmentSetFileUrl holds all.
   */
  SegmentSet?: TencentVodMediaContentReviewAsrTextSegmentItem[] | null;
  /**
   * Address of a JSON file with all stretches, in the form of SegmentSet; it is deleted later.
   */
  SegmentSetFileUrl?: string | null;
  /**
   * When that file is deleted, ISO 8601.
   */
  SegmentSetFileUrlExpireTime?: string | null;
  [k: string]: unknown;
} | null;
/**
 * State and result of a task that sorts the media into categories.
 */
export type TencentVodAiAnalysisTaskClassificationResult = {
  /**
   * State of the task: PROCESSING, SUCCESS or FAIL.
   */
  Status?: string | null;
  /**
   * Empty for success; otherwise a dotted error code of an open list.
   */
  ErrCodeExt?: string | null;
  /**
   * Numeric error code, 0 for success. Deprecated: use ErrCodeExt.
   */
  ErrCode?: number | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * What the task was given.
   */
  Input?: TencentVodAiAnalysisTaskClassificationInput;
  /**
   * What the task made or found.
   */
  Output?: TencentVodAiAnalysisTaskClassificationOutput;
  /**
   * Progress in percent, from 0 to 100.
   */
  Progress?: number | null;
  /**
   * When the work began, ISO 8601.
   */
  BeginProcessTime?: string | null;
  /**
   * When the task ended, ISO 8601.
   */
  FinishTime?: string | null;
  [k: string]: unknown;
} | null;
/**
 * What a task that sorts the media into categories was given.
 */
export type TencentVodAiAnalysisTaskClassificationInput = {
  /**
   * Id of the template.
   */
  Definition?: number | null;
  [k: string]: unknown;
} | null;
/**
 * The categories found for the media.
 */
export type TencentVodAiAnalysisTaskClassificationOutput = {
  /**
   * The categories found, at most the first 100; the file at ClassificationSetFileUrl holds all.
   */
  ClassificationSet?: TencentVodMediaAiAnalysisClassificationItem[] | null;
  /**
   * Address of a JSON file with all categories, in the form of ClassificationSet; it is deleted later.
   */
  ClassificationSetFileUrl?: string | null;
  /**
   * When that file is deleted, ISO 8601.
   */
  ClassificationSetFileUrlExpireTime?: string | null;
  [k: string]: unknown;
} | null;
/**
 * State and result of a task that chooses covers.
 */
export type TencentVodAiAnalysisTaskCoverResult = {
  /**
   * State of the task: PROCESSING, SUCCESS or FAIL.
   */
  Status?: string | null;
  /**
   * Empty for success; otherwise a dotted error code of an open list.
   */
  ErrCodeExt?: string | null;
  /**
   * Numeric error code, 0 for success. Deprecated: use ErrCodeExt.
   */
  ErrCode?: number | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * What the task was given.
   */
  Input?: TencentVodAiAnalysisTaskCoverInput;
  /**
   * What the task made or found.
   */
  Output?: TencentVodAiAnalysisTaskCoverOutput;
  /**
   * Progress in percent, from 0 to 100.
   */
  Progress?: number | null;
  /**
   * When the work began, ISO 8601.
   */
  BeginProcessTime?: string | null;
  /**
   * When the task ended, ISO 8601.
   */
  FinishTime?: string | null;
  [k: string]: unknown;
} | null;
/**
 * What a task that chooses covers was given.
 */
export type TencentVodAiAnalysisTaskCoverInput = {
  /**
   * Id of the template.
   */
  Definition?: number | null;
  [k: string]: unknown;
} | null;
/**
 * The covers found for the media.
 */
export type TencentVodAiAnalysisTaskCoverOutput = {
  /**
   * The covers found, at most the first 100; the file at CoverSetFileUrl holds all.
   */
  CoverSet?: TencentVodMediaAiAnalysisCoverItem[] | null;
  /**
   * Address of a JSON file with all covers, in the form of CoverSet; it is deleted later.
   */
  CoverSetFileUrl?: string | null;
  /**
   * When that file is deleted, ISO 8601.
   */
  CoverSetFileUrlExpireTime?: string | null;
  [k: string]: unknown;
} | null;
/**
 * State and result of a task that finds tags for the media.
 */
export type TencentVodAiAnalysisTaskTagResult = {
  /**
   * State of the task: PROCESSING, SUCCESS or FAIL.
   */
  Status?: string | null;
  /**
   * Empty for success; otherwise a dotted error code of an open list.
   */
  ErrCodeExt?: string | null;
  /**
   * Numeric error code, 0 for success. Deprecated: use ErrCodeExt.
   */
  ErrCode?: number | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * What the task was given.
   */
  Input?: TencentVodAiAnalysisTaskTagInput;
  /**
   * What the task made or found.
   */
  Output?: TencentVodAiAnalysisTaskTagOutput;
  /**
   * Progress in percent, from 0 to 100.
   */
  Progress?: number | null;
  /**
   * When the work began, ISO 8601.
   */
  BeginProcessTime?: string | null;
  /**
   * When the task ended, ISO 8601.
   */
  FinishTime?: string | null;
  [k: string]: unknown;
} | null;
/**
 * What a task that finds tags for the media was given.
 */
export type TencentVodAiAnalysisTaskTagInput = {
  /**
   * Id of the template.
   */
  Definition?: number | null;
  [k: string]: unknown;
} | null;
/**
 * The tags found for the media.
 */
export type TencentVodAiAnalysisTaskTagOutput = {
  /**
   * The tags found, at most the first 100; the file at TagSetFileUrl holds all.
   */
  TagSet?: TencentVodMediaAiAnalysisTagItem[] | null;
  /**
   * Address of a JSON file with all tags, in the form of TagSet; it is deleted later.
   */
  TagSetFileUrl?: string | null;
  /**
   * When that file is deleted, ISO 8601.
   */
  TagSetFileUrlExpireTime?: string | null;
  [k: string]: unknown;
} | null;
/**
 * State and result of a task that finds tags frame by frame.
 */
export type TencentVodAiAnalysisTaskFrameTagResult = {
  /**
   * State of the task: PROCESSING, SUCCESS or FAIL.
   */
  Status?: string | null;
  /**
   * Empty for success; otherwise a dotted error code of an open list.
   */
  ErrCodeExt?: string | null;
  /**
   * Numeric error code, 0 for success. Deprecated: use ErrCodeExt.
   */
  ErrCode?: number | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * What the task was given.
   */
  Input?: TencentVodAiAnalysisTaskFrameTagInput;
  /**
   * What the task made or found.
   */
  Output?: TencentVodAiAnalysisTaskFrameTagOutput;
  /**
   * Progress in percent, from 0 to 100.
   */
  Progress?: number | null;
  /**
   * When the work began, ISO 8601.
   */
  BeginProcessTime?: string | null;
  /**
   * When the task ended, ISO 8601.
   */
  FinishTime?: string | null;
  [k: string]: unknown;
} | null;
/**
 * What a task that finds tags frame by frame was given.
 */
export type TencentVodAiAnalysisTaskFrameTagInput = {
  /**
   * Id of the template.
   */
  Definition?: number | null;
  [k: string]: unknown;
} | null;
/**
 * The tags found frame by frame.
 */
export type TencentVodAiAnalysisTaskFrameTagOutput = {
  /**
   * The stretches found, at most the first 100; the file at SegmentSetFileUrl holds all.
   */
  SegmentSet?: TencentVodMediaAiAnalysisFrameTagSegmentItem[] | null;
  /**
   * Address of a JSON file with all stretches, in the form of SegmentSet; it is deleted later.
   */
  SegmentSetFileUrl?: string | null;
  /**
   * When that file is deleted, ISO 8601.
   */
  SegmentSetFileUrlExpireTime?: string | null;
  [k: string]: unknown;
} | null;
/**
 * State and result of a task that finds highlights.
 */
export type TencentVodAiAnalysisTaskHighlightResult = {
  /**
   * State of the task: PROCESSING, SUCCESS or FAIL.
   */
  Status?: string | null;
  /**
   * Empty for success; otherwise a dotted error code of an open list.
   */
  ErrCodeExt?: string | null;
  /**
   * Numeric error code, 0 for success. Deprecated: use ErrCodeExt.
   */
  ErrCode?: number | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * What the task was given.
   */
  Input?: TencentVodAiAnalysisTaskHighlightInput;
  /**
   * What the task made or found.
   */
  Output?: TencentVodAiAnalysisTaskHighlightOutput;
  /**
   * Progress in percent, from 0 to 100.
   */
  Progress?: number | null;
  /**
   * When the work began, ISO 8601.
   */
  BeginProcessTime?: string | null;
  /**
   * When the task ended, ISO 8601.
   */
  FinishTime?: string | null;
  [k: string]: unknown;
} | null;
/**
 * What a task that finds highlights was given.
 */
export type TencentVodAiAnalysisTaskHighlightInput = {
  /**
   * Id of the template.
   */
  Definition?: number | null;
  [k: string]: unknown;
} | null;
/**
 * The highlights found.
 */
export type TencentVodAiAnalysisTaskHighlightOutput = {
  /**
   * The highlights found, at most the first 100; the file at HighlightSetFileUrl holds all.
   */
  HighlightSet?: TencentVodMediaAiAnalysisHighlightItem[] | null;
  /**
   * Address of a JSON file with all highlights, in the form of HighlightSet; it is deleted later.
   */
  HighlightSetFileUrl?: string | null;
  /**
   * When that file is deleted, ISO 8601.
   */
  HighlightSetFileUrlExpireTime?: string | null;
  [k: string]: unknown;
} | null;
/**
 * State and result of a task that finds the opening and the ending.
 */
export type TencentVodAiRecognitionTaskHeadTailResult = {
  /**
   * State of the task: PROCESSING, SUCCESS or FAIL.
   */
  Status?: string | null;
  /**
   * Empty for success; otherwise a dotted error code of an open list.
   */
  ErrCodeExt?: string | null;
  /**
   * Numeric error code, 0 for success. Deprecated: use ErrCodeExt.
   */
  ErrCode?: number | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * What the task was given.
   */
  Input?: TencentVodAiRecognitionTaskHeadTailResultInput;
  /**
   * What the task made or found.
   */
  Output?: TencentVodAiRecognitionTaskHeadTailResultOutput;
  /**
   * Progress in percent, from 0 to 100.
   */
  Progress?: number | null;
  /**
   * When the work began, ISO 8601.
   */
  BeginProcessTime?: string | null;
  /**
   * When the task ended, ISO 8601.
   */
  FinishTime?: string | null;
  [k: string]: unknown;
} | null;
/**
 * What a task that finds the opening and the ending was given.
 */
export type TencentVodAiRecognitionTaskHeadTailResultInput = {
  /**
   * Id of the template.
   */
  Definition?: number | null;
  [k: string]: unknown;
} | null;
/**
 * Where the opening ends and the ending begins.
 */
export type TencentVodAiRecognitionTaskHeadTailResultOutput = {
  /**
   * How sure the vendor is of the opening, from 0 to 100.
   */
  HeadConfidence?: number | null;
  /**
   * Where the opening ends, in seconds.
   */
  HeadTimeOffset?: number | null;
  /**
   * How sure the vendor is of the ending, from 0 to 100.
   */
  TailConfidence?: number | null;
  /**
   * Where the ending begins, in seconds.
   */
  TailTimeOffset?: number | null;
  [k: string]: unknown;
} | null;
/**
 * State and result of a task that splits the media into parts.
 */
export type TencentVodAiRecognitionTaskSegmentResult = {
  /**
   * State of the task: PROCESSING, SUCCESS or FAIL.
   */
  Status?: string | null;
  /**
   * Empty for success; otherwise a dotted error code of an open list.
   */
  ErrCodeExt?: string | null;
  /**
   * Numeric error code, 0 for success. Deprecated: use ErrCodeExt.
   */
  ErrCode?: number | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * What the task was given.
   */
  Input?: TencentVodAiRecognitionTaskSegmentResultInput;
  /**
   * What the task made or found.
   */
  Output?: TencentVodAiRecognitionTaskSegmentResultOutput;
  /**
   * Progress in percent, from 0 to 100.
   */
  Progress?: number | null;
  /**
   * When the work began, ISO 8601.
   */
  BeginProcessTime?: string | null;
  /**
   * When the task ended, ISO 8601.
   */
  FinishTime?: string | null;
  [k: string]: unknown;
} | null;
/**
 * What a task that splits the media into parts was given.
 */
export type TencentVodAiRecognitionTaskSegmentResultInput = {
  /**
   * Id of the template.
   */
  Definition?: number | null;
  [k: string]: unknown;
} | null;
/**
 * The parts into which the media was split.
 */
export type TencentVodAiRecognitionTaskSegmentResultOutput = {
  /**
   * The stretches found, at most the first 100; the file at SegmentSetFileUrl holds all.
   */
  SegmentSet?: TencentVodAiRecognitionTaskSegmentSegmentItem[] | null;
  /**
   * Address of a JSON file with all stretches, in the form of SegmentSet; it is deleted later.
   */
  SegmentSetFileUrl?: string | null;
  /**
   * When that file is deleted, ISO 8601.
   */
  SegmentSetFileUrlExpireTime?: string | null;
  [k: string]: unknown;
} | null;
/**
 * State and result of a task that recognises faces.
 */
export type TencentVodAiRecognitionTaskFaceResult = {
  /**
   * State of the task: PROCESSING, SUCCESS or FAIL.
   */
  Status?: string | null;
  /**
   * Empty for success; otherwise a dotted error code of an open list.
   */
  ErrCodeExt?: string | null;
  /**
   * Numeric error code, 0 for success. Deprecated: use ErrCodeExt.
   */
  ErrCode?: number | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * What the task was given.
   */
  Input?: TencentVodAiRecognitionTaskFaceResultInput;
  /**
   * What the task made or found.
   */
  Output?: TencentVodAiRecognitionTaskFaceResultOutput;
  /**
   * Progress in percent, from 0 to 100.
   */
  Progress?: number | null;
  /**
   * When the work began, ISO 8601.
   */
  BeginProcessTime?: string | null;
  /**
   * When the task ended, ISO 8601.
   */
  FinishTime?: string | null;
  [k: string]: unknown;
} | null;
/**
 * What a task that recognises faces was given.
 */
export type TencentVodAiRecognitionTaskFaceResultInput = {
  /**
   * Id of the template.
   */
  Definition?: number | null;
  [k: string]: unknown;
} | null;
/**
 * The persons who were recognised.
 */
export type TencentVodAiRecognitionTaskFaceResultOutput = {
  /**
   * What was recognised, at most the first 100; the file at ResultSetFileUrl holds all.
   */
  ResultSet?: TencentVodAiRecognitionTaskFaceResultItem[] | null;
  /**
   * Address of a JSON file with all results, in the form of ResultSet; it is deleted later.
   */
  ResultSetFileUrl?: string | null;
  /**
   * When that file is deleted, ISO 8601.
   */
  ResultSetFileUrlExpireTime?: string | null;
  [k: string]: unknown;
} | null;
/**
 * State and result of a task that finds keywords in speech.
 */
export type TencentVodAiRecognitionTaskAsrWordsResult = {
  /**
   * State of the task: PROCESSING, SUCCESS or FAIL.
   */
  Status?: string | null;
  /**
   * Empty for success; otherwise a dotted error code of an open list.
   */
  ErrCodeExt?: string | null;
  /**
   * Numeric error code, 0 for success. Deprecated: use ErrCodeExt.
   */
  ErrCode?: number | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * What the task was given.
   */
  Input?: TencentVodAiRecognitionTaskAsrWordsResultInput;
  /**
   * What the task made or found.
   */
  Output?: TencentVodAiRecognitionTaskAsrWordsResultOutput;
  /**
   * Progress in percent, from 0 to 100.
   */
  Progress?: number | null;
  /**
   * When the work began, ISO 8601.
   */
  BeginProcessTime?: string | null;
  /**
   * When the task ended, ISO 8601.
   */
  FinishTime?: string | null;
  [k: string]: unknown;
} | null;
/**
 * What a task that finds keywords in speech was given.
 */
export type TencentVodAiRecognitionTaskAsrWordsResultInput = {
  /**
   * Id of the template.
   */
  Definition?: number | null;
  [k: string]: unknown;
} | null;
/**
 * The keywords found in speech.
 */
export type TencentVodAiRecognitionTaskAsrWordsResultOutput = {
  /**
   * What was recognised, at most the first 100; the file at ResultSetFileUrl holds all.
   */
  ResultSet?: TencentVodAiRecognitionTaskAsrWordsResultItem[] | null;
  /**
   * Address of a JSON file with all results, in the form of ResultSet; it is deleted later.
   */
  ResultSetFileUrl?: string | null;
  /**
   * When that file is deleted, ISO 8601.
   */
  ResultSetFileUrlExpireTime?: string | null;
  [k: string]: unknown;
} | null;
/**
 * State and result of a task that writes down all speech.
 */
export type TencentVodAiRecognitionTaskAsrFullTextResult = {
  /**
   * State of the task: PROCESSING, SUCCESS or FAIL.
   */
  Status?: string | null;
  /**
   * Empty for success; otherwise a dotted error code of an open list.
   */
  ErrCodeExt?: string | null;
  /**
   * Numeric error code, 0 for success. Deprecated: use ErrCodeExt.
   */
  ErrCode?: number | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * What the task was given.
   */
  Input?: TencentVodAiRecognitionTaskAsrFullTextResultInput;
  /**
   * What the task made or found.
   */
  Output?: TencentVodAiRecognitionTaskAsrFullTextResultOutput;
  /**
   * Progress in percent, from 0 to 100.
   */
  Progress?: number | null;
  /**
   * When the work began, ISO 8601.
   */
  BeginProcessTime?: string | null;
  /**
   * When the task ended, ISO 8601.
   */
  FinishTime?: string | null;
  [k: string]: unknown;
} | null;
/**
 * What a task that writes down all speech was given.
 */
export type TencentVodAiRecognitionTaskAsrFullTextResultInput = {
  /**
   * Id of the template.
   */
  Definition?: number | null;
  [k: string]: unknown;
} | null;
/**
 * All speech as text and as subtitles.
 */
export type TencentVodAiRecognitionTaskAsrFullTextResultOutput = {
  /**
   * The stretches found, at most the first 100; the file at SegmentSetFileUrl holds all.
   */
  SegmentSet?: TencentVodAiRecognitionTaskAsrFullTextSegmentItem[] | null;
  /**
   * Address of a JSON file with all stretches, in the form of SegmentSet; it is deleted later.
   */
  SegmentSetFileUrl?: string | null;
  /**
   * When that file is deleted, ISO 8601.
   */
  SegmentSetFileUrlExpireTime?: string | null;
  /**
   * The subtitle files that were made; set where the template asks for a list of formats.
   */
  SubtitleSet?: TencentVodAiRecognitionTaskAsrFullTextResultOutputSubtitleItem[] | null;
  /**
   * Address of the subtitle file; set where the template asks for one format.
   */
  SubtitleUrl?: string | null;
  [k: string]: unknown;
} | null;
/**
 * State and result of a task that translates speech.
 */
export type TencentVodAiRecognitionTaskAsrTranslateResult = {
  /**
   * State of the task: PROCESSING, SUCCESS or FAIL.
   */
  Status?: string | null;
  /**
   * Empty for success; otherwise a dotted error code of an open list.
   */
  ErrCodeExt?: string | null;
  /**
   * Numeric error code, 0 for success. Deprecated: use ErrCodeExt.
   */
  ErrCode?: number | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * What the task was given.
   */
  Input?: TencentVodAiRecognitionTaskAsrTranslateResultInput;
  /**
   * What the task made or found.
   */
  Output?: TencentVodAiRecognitionTaskAsrTranslateResultOutput;
  /**
   * Progress in percent, from 0 to 100.
   */
  Progress?: number | null;
  /**
   * When the work began, ISO 8601.
   */
  BeginProcessTime?: string | null;
  /**
   * When the task ended, ISO 8601.
   */
  FinishTime?: string | null;
  [k: string]: unknown;
} | null;
/**
 * What a task that translates speech was given.
 */
export type TencentVodAiRecognitionTaskAsrTranslateResultInput = {
  /**
   * Id of the template.
   */
  Definition?: number | null;
  [k: string]: unknown;
} | null;
/**
 * All speech with its translation.
 */
export type TencentVodAiRecognitionTaskAsrTranslateResultOutput = {
  /**
   * The stretches found, at most the first 100; the file at SegmentSetFileUrl holds all.
   */
  SegmentSet?: TencentVodAiRecognitionTaskAsrTranslateSegmentItem[] | null;
  /**
   * Address of a JSON file with all stretches, in the form of SegmentSet; it is deleted later.
   */
  SegmentSetFileUrl?: string | null;
  /**
   * When that file is deleted, ISO 8601.
   */
  SegmentSetFileUrlExpireTime?: string | null;
  /**
   * The subtitle files that were made.
   */
  SubtitleSet?: TencentVodAiRecognitionTaskAsrFullTextResultOutputSubtitleItem[] | null;
  [k: string]: unknown;
} | null;
/**
 * State and result of a task that finds keywords in the text of pictures.
 */
export type TencentVodAiRecognitionTaskOcrWordsResult = {
  /**
   * State of the task: PROCESSING, SUCCESS or FAIL.
   */
  Status?: string | null;
  /**
   * Empty for success; otherwise a dotted error code of an open list.
   */
  ErrCodeExt?: string | null;
  /**
   * Numeric error code, 0 for success. Deprecated: use ErrCodeExt.
   */
  ErrCode?: number | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * What the task was given.
   */
  Input?: TencentVodAiRecognitionTaskOcrWordsResultInput;
  /**
   * What the task made or found.
   */
  Output?: TencentVodAiRecognitionTaskOcrWordsResultOutput;
  /**
   * Progress in percent, from 0 to 100.
   */
  Progress?: number | null;
  /**
   * When the work began, ISO 8601.
   */
  BeginProcessTime?: string | null;
  /**
   * When the task ended, ISO 8601.
   */
  FinishTime?: string | null;
  [k: string]: unknown;
} | null;
/**
 * What a task that finds keywords in the text of pictures was given.
 */
export type TencentVodAiRecognitionTaskOcrWordsResultInput = {
  /**
   * Id of the template.
   */
  Definition?: number | null;
  [k: string]: unknown;
} | null;
/**
 * The keywords found in the text of pictures.
 */
export type TencentVodAiRecognitionTaskOcrWordsResultOutput = {
  /**
   * What was recognised, at most the first 100; the file at ResultSetFileUrl holds all.
   */
  ResultSet?: TencentVodAiRecognitionTaskOcrWordsResultItem[] | null;
  /**
   * Address of a JSON file with all results, in the form of ResultSet; it is deleted later.
   */
  ResultSetFileUrl?: string | null;
  /**
   * When that file is deleted, ISO 8601.
   */
  ResultSetFileUrlExpireTime?: string | null;
  [k: string]: unknown;
} | null;
/**
 * State and result of a task that reads all text in pictures.
 */
export type TencentVodAiRecognitionTaskOcrFullTextResult = {
  /**
   * State of the task: PROCESSING, SUCCESS or FAIL.
   */
  Status?: string | null;
  /**
   * Empty for success; otherwise a dotted error code of an open list.
   */
  ErrCodeExt?: string | null;
  /**
   * Numeric error code, 0 for success. Deprecated: use ErrCodeExt.
   */
  ErrCode?: number | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * What the task was given.
   */
  Input?: TencentVodAiRecognitionTaskOcrFullTextResultInput;
  /**
   * What the task made or found.
   */
  Output?: TencentVodAiRecognitionTaskOcrFullTextResultOutput;
  /**
   * Progress in percent, from 0 to 100.
   */
  Progress?: number | null;
  /**
   * When the work began, ISO 8601.
   */
  BeginProcessTime?: string | null;
  /**
   * When the task ended, ISO 8601.
   */
  FinishTime?: string | null;
  [k: string]: unknown;
} | null;
/**
 * What a task that reads all text in pictures was given.
 */
export type TencentVodAiRecognitionTaskOcrFullTextResultInput = {
  /**
   * Id of the template.
   */
  Definition?: number | null;
  [k: string]: unknown;
} | null;
/**
 * All text found in pictures.
 */
export type TencentVodAiRecognitionTaskOcrFullTextResultOutput = {
  /**
   * The stretches found, at most the first 100; the file at SegmentSetFileUrl holds all.
   */
  SegmentSet?: TencentVodAiRecognitionTaskOcrFullTextSegmentItem[] | null;
  /**
   * Address of a JSON file with all stretches, in the form of SegmentSet; it is deleted later.
   */
  SegmentSetFileUrl?: string | null;
  /**
   * When that file is deleted, ISO 8601.
   */
  SegmentSetFileUrlExpireTime?: string | null;
  [k: string]: unknown;
} | null;
/**
 * State and result of a task that recognises objects.
 */
export type TencentVodAiRecognitionTaskObjectResult = {
  /**
   * State of the task: PROCESSING, SUCCESS or FAIL.
   */
  Status?: string | null;
  /**
   * Empty for success; otherwise a dotted error code of an open list.
   */
  ErrCodeExt?: string | null;
  /**
   * Numeric error code, 0 for success. Deprecated: use ErrCodeExt.
   */
  ErrCode?: number | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * What the task was given.
   */
  Input?: TencentVodAiRecognitionTaskObjectResultInput;
  /**
   * What the task made or found.
   */
  Output?: TencentVodAiRecognitionTaskObjectResultOutput;
  /**
   * Progress in percent, from 0 to 100.
   */
  Progress?: number | null;
  /**
   * When the work began, ISO 8601.
   */
  BeginProcessTime?: string | null;
  /**
   * When the task ended, ISO 8601.
   */
  FinishTime?: string | null;
  [k: string]: unknown;
} | null;
/**
 * What a task that recognises objects was given.
 */
export type TencentVodAiRecognitionTaskObjectResultInput = {
  /**
   * Id of the template.
   */
  Definition?: number | null;
  [k: string]: unknown;
} | null;
/**
 * The objects that were recognised.
 */
export type TencentVodAiRecognitionTaskObjectResultOutput = {
  /**
   * What was recognised, at most the first 100; the file at ResultSetFileUrl holds all.
   */
  ResultSet?: TencentVodAiRecognitionTaskObjectResultItem[] | null;
  /**
   * Address of a JSON file with all results, in the form of ResultSet; it is deleted later.
   */
  ResultSetFileUrl?: string | null;
  /**
   * When that file is deleted, ISO 8601.
   */
  ResultSetFileUrlExpireTime?: string | null;
  [k: string]: unknown;
} | null;
/**
 * Media files have been deleted, whole or in part.
 */
export type TencentVodFileDeleteTask = {
  /**
   * Ids of the deleted files.
   */
  FileIdSet?: string[] | null;
  /**
   * For each file, what was deleted.
   */
  FileDeleteResultInfo?: TencentVodFileDeleteResultItem[] | null;
  [k: string]: unknown;
} | null;
/**
 * A file has been pulled from an address, or the pull has failed.
 */
export type TencentVodPullUploadTask = {
  /**
   * Id of the task; no form is promised.
   */
  TaskId?: string | null;
  /**
   * State of the task: PROCESSING or FINISH. FINISH covers failure too: see ErrCode.
   */
  Status?: ("PROCESSING" | "FINISH" | "") | null | (string & {});
  /**
   * 0 for success; 40000 wrong parameters, 60000 faulty source file, 70000 fault of the vendor (try again).
   */
  ErrCode?: number | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * Id of the new media file: decimal digits, sent as a string.
   */
  FileId?: string | null;
  /**
   * Name, address, dates and storage of the media file.
   */
  MediaBasicInfo?: TencentVodMediaBasicInfo;
  /**
   * Technical data of the new file: size, length, picture size, streams.
   */
  MetaData?: TencentVodMediaMetaData;
  /**
   * Address of the new media file.
   */
  FileUrl?: string | null;
  /**
   * Id of the processing task (type Procedure) that was started for the file; empty where none was.
   */
  ProcedureTaskId?: string | null;
  /**
   * Id of the review task (type ReviewAudioVideo) that was started for the file; empty where none was.
   */
  ReviewAudioVideoTaskId?: string | null;
  /**
   * What the caller gave along when starting the task, at most 1000 characters.
   */
  SessionContext?: string | null;
  /**
   * Deduplication id that the caller gave when starting the task, at most 50 characters.
   */
  SessionId?: string | null;
  /**
   * Progress in percent, from 0 to 100.
   */
  Progress?: number | null;
  [k: string]: unknown;
} | null;
/**
 * An editing task, which cuts and joins files or streams.
 */
export type TencentVodEditMediaTask = {
  /**
   * Id of the task; no form is promised.
   */
  TaskId?: string | null;
  /**
   * State of the task: PROCESSING or FINISH. FINISH covers failure too: see ErrCodeExt.
   */
  Status?: ("PROCESSING" | "FINISH" | "") | null | (string & {});
  /**
   * 0 for success; 40000 wrong parameters, 60000 faulty source file, 70000 fault of the vendor (try again).
   */
  ErrCode?: number | null;
  /**
   * Empty for success; otherwise a dotted error code of an open list.
   */
  ErrCodeExt?: string | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * Progress in percent, from 0 to 100.
   */
  Progress?: number | null;
  /**
   * What the task was given.
   */
  Input?: TencentVodEditMediaTaskInput;
  /**
   * What the task made or found.
   */
  Output?: TencentVodEditMediaTaskOutput;
  /**
   * Technical data of the new file.
   */
  MetaData?: TencentVodMediaMetaData;
  /**
   * Id of the processing task (type Procedure) that was started for the file; empty where none was.
   */
  ProcedureTaskId?: string | null;
  /**
   * Id of the review task (type ReviewAudioVideo) that was started for the file; empty where none was.
   */
  ReviewAudioVideoTaskId?: string | null;
  /**
   * Deduplication id that the caller gave when starting the task, at most 50 characters.
   */
  SessionId?: string | null;
  /**
   * What the caller gave along when starting the task, at most 1000 characters.
   */
  SessionContext?: string | null;
  [k: string]: unknown;
} | null;
/**
 * What an editing task was given.
 */
export type TencentVodEditMediaTaskInput = {
  /**
   * Kind of source: File or Stream.
   */
  InputType?: string | null;
  /**
   * The files to edit; set where InputType is File.
   */
  FileInfoSet?: TencentVodEditMediaFileInfo[] | null;
  /**
   * The streams to cut; set where InputType is Stream.
   */
  StreamInfoSet?: TencentVodEditMediaStreamInfo[] | null;
  [k: string]: unknown;
} | null;
/**
 * The file that an editing task made.
 */
export type TencentVodEditMediaTaskOutput = {
  /**
   * Format of the file, such as mp4.
   */
  FileType?: string | null;
  /**
   * Address of the new media file.
   */
  FileUrl?: string | null;
  /**
   * Id of the new media file: decimal digits, sent as a string.
   */
  FileId?: string | null;
  /**
   * Name of the new file, at most 64 characters.
   */
  MediaName?: string | null;
  /**
   * Id of the category of the file.
   */
  ClassId?: number | null;
  /**
   * When the new file is deleted, ISO 8601.
   */
  ExpireTime?: string | null;
  [k: string]: unknown;
} | null;
/**
 * A task that splits media into parts.
 */
export type TencentVodSplitMediaTask = {
  /**
   * Id of the task; no form is promised.
   */
  TaskId?: string | null;
  /**
   * State of the task: PROCESSING or FINISH. FINISH covers failure too: see ErrCodeExt.
   */
  Status?: ("PROCESSING" | "FINISH" | "") | null | (string & {});
  /**
   * Empty for success; otherwise a dotted error code of an open list.
   */
  ErrCodeExt?: string | null;
  /**
   * Numeric error code, 0 for success. Deprecated: use ErrCodeExt.
   */
  ErrCode?: number | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * The parts into which the media was split.
   */
  FileInfoSet?: TencentVodSplitMediaTaskSegmentInfo[] | null;
  /**
   * What the caller gave along when starting the task, at most 1000 characters.
   */
  SessionContext?: string | null;
  /**
   * Deduplication id that the caller gave when starting the task, at most 50 characters.
   */
  SessionId?: string | null;
  /**
   * Progress in percent, from 0 to 100.
   */
  Progress?: number | null;
  [k: string]: unknown;
} | null;
/**
 * Which part to take of which file.
 */
export type TencentVodSplitMediaTaskInput = {
  /**
   * Id of the source file: decimal digits, sent as a string.
   */
  FileId?: string | null;
  /**
   * Where in the source to begin, in seconds; negative counts from the end, 0 is the start.
   */
  StartTimeOffset?: number | null;
  /**
   * Where in the source to end, in seconds; negative counts from the end, 0 is the end.
   */
  EndTimeOffset?: number | null;
  /**
   * Name of the task flow to run on the new file.
   */
  ProcedureName?: string | null;
  /**
   * What the new file shall be like.
   */
  OutputConfig?: TencentVodSplitMediaOutputConfig;
  [k: string]: unknown;
} | null;
/**
 * What the new file shall be like.
 */
export type TencentVodSplitMediaOutputConfig = {
  /**
   * Name of the new file, at most 64 characters.
   */
  MediaName?: string | null;
  /**
   * Format of the new file: mp4 or hls.
   */
  Type?: string | null;
  /**
   * Id of the category of the file.
   */
  ClassId?: number | null;
  /**
   * When the new file shall be deleted, ISO 8601.
   */
  ExpireTime?: string | null;
  [k: string]: unknown;
} | null;
/**
 * The new media file.
 */
export type TencentVodTaskOutputMediaInfo = {
  /**
   * Id of the new media file: decimal digits, sent as a string.
   */
  FileId?: string | null;
  /**
   * Name, address, dates and storage of the media file.
   */
  MediaBasicInfo?: TencentVodMediaBasicInfo;
  [k: string]: unknown;
} | null;
/**
 * A composing task, which makes one file out of several tracks.
 */
export type TencentVodComposeMediaTask = {
  /**
   * Id of the task; no form is promised.
   */
  TaskId?: string | null;
  /**
   * State of the task: PROCESSING or FINISH. FINISH covers failure too: see ErrCode.
   */
  Status?: ("PROCESSING" | "FINISH" | "") | null | (string & {});
  /**
   * Numeric error code: 0 for success, anything else is a failure.
   */
  ErrCode?: number | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * Progress in percent, from 0 to 100.
   */
  Progress?: number | null;
  /**
   * What the task was given.
   */
  Input?: TencentVodComposeMediaTaskInput;
  /**
   * What the task made or found.
   */
  Output?: TencentVodComposeMediaTaskOutput;
  /**
   * Technical data of the new file.
   */
  MetaData?: TencentVodMediaMetaData;
  /**
   * Deduplication id that the caller gave when starting the task, at most 50 characters.
   */
  SessionId?: string | null;
  /**
   * What the caller gave along when starting the task, at most 1000 characters.
   */
  SessionContext?: string | null;
  [k: string]: unknown;
} | null;
/**
 * What a composing task was given.
 */
export type TencentVodComposeMediaTaskInput = {
  /**
   * The tracks: pictures, sound and stickers that run side by side.
   */
  Tracks?: TencentVodMediaTrack[] | null;
  /**
   * Background on which the picture is put together.
   */
  Canvas?: TencentVodCanvas;
  /**
   * What the new file shall be like.
   */
  Output?: TencentVodComposeMediaOutput;
  [k: string]: unknown;
} | null;
/**
 * A piece of video on a track.
 */
export type TencentVodVideoTrackItem = {
  /**
   * Source of the piece: id of a media file, or an address.
   */
  SourceMedia?: string | null;
  /**
   * Where in the source the piece begins, in seconds; 0 by default.
   */
  SourceMediaStartTime?: number | null;
  /**
   * Length of the piece in seconds; all of the source by default. More than 0 for a picture.
   */
  Duration?: number | null;
  /**
   * Length that the piece shall have, in seconds; it is sped up or slowed down to fit. 0 keeps Duration.
   */
  TargetDuration?: number | null;
  /**
   * Point from which positions are counted; only Center exists.
   */
  CoordinateOrigin?: ("Center" | "") | null | (string & {});
  /**
   * Horizontal position from the origin of the canvas, such as 10% (of the canvas width) or 100px.
   */
  XPos?: string | null;
  /**
   * Vertical position from the origin of the canvas, such as 10% (of the canvas height) or 100px.
   */
  YPos?: string | null;
  /**
   * Width on the canvas, such as 10% (of the canvas width) or 100px; empty follows Height or the source.
   */
  Width?: string | null;
  /**
   * Height on the canvas, such as 10% (of the canvas height) or 100px; empty follows Width or the source.
   */
  Height?: string | null;
  /**
   * Changes to the sound, such as muting.
   */
  AudioOperations?: TencentVodAudioTransform[] | null;
  /**
   * Changes to the picture, such as rotating.
   */
  ImageOperations?: TencentVodImageTransform[] | null;
  [k: string]: unknown;
} | null;
/**
 * A change to the volume.
 */
export type TencentVodAudioVolumeParam = {
  /**
   * 1 mutes the sound, 0 does not.
   */
  Mute?: number | null;
  /**
   * Gain from 0 to 10: more than 1 is louder, less than 1 softer; 0 and 1 change nothing.
   */
  Gain?: number | null;
  [k: string]: unknown;
} | null;
/**
 * A piece of audio on a track.
 */
export type TencentVodAudioTrackItem = {
  /**
   * Source of the piece: id of a media file, or an address.
   */
  SourceMedia?: string | null;
  /**
   * Where in the source the piece begins, in seconds; 0 by default.
   */
  SourceMediaStartTime?: number | null;
  /**
   * Length of the piece in seconds; all of the source by default.
   */
  Duration?: number | null;
  /**
   * Length that the piece shall have, in seconds; it is sped up or slowed down to fit. 0 keeps Duration.
   */
  TargetDuration?: number | null;
  /**
   * Changes to the sound, such as muting.
   */
  AudioOperations?: TencentVodAudioTransform[] | null;
  [k: string]: unknown;
} | null;
/**
 * A sticker on a track.
 */
export type TencentVodStickerTrackItem = {
  /**
   * Source of the sticker: id of a media file, or an address.
   */
  SourceMedia?: string | null;
  /**
   * How long the sticker is shown, in seconds.
   */
  Duration?: number | null;
  /**
   * When on the track the sticker appears, in seconds.
   */
  StartTime?: number | null;
  /**
   * Point from which positions are counted; only Center exists.
   */
  CoordinateOrigin?: ("Center" | "") | null | (string & {});
  /**
   * Horizontal position from the origin of the canvas, such as 10% (of the canvas width) or 100px.
   */
  XPos?: string | null;
  /**
   * Vertical position from the origin of the canvas, such as 10% (of the canvas height) or 100px.
   */
  YPos?: string | null;
  /**
   * Width on the canvas, such as 10% (of the canvas width) or 100px; empty follows Height or the source.
   */
  Width?: string | null;
  /**
   * Height on the canvas, such as 10% (of the canvas height) or 100px; empty follows Width or the source.
   */
  Height?: string | null;
  /**
   * Changes to the picture, such as rotating.
   */
  ImageOperations?: TencentVodImageTransform[] | null;
  [k: string]: unknown;
} | null;
/**
 * A transition between two pieces.
 */
export type TencentVodMediaTransitionItem = {
  /**
   * Length of the transition in seconds; the second piece begins that much earlier.
   */
  Duration?: number | null;
  /**
   * @deprecated
   * Deprecated: use MediaTransitions.
   */
  Transitions?: TencentVodTransitionOpertion[] | null;
  /**
   * The transitions, at most one for the picture and one for the sound.
   */
  MediaTransitions?: TencentVodTransitionOperation[] | null;
  [k: string]: unknown;
} | null;
/**
 * A gap on a track, for example silence.
 */
export type TencentVodEmptyTrackItem = {
  /**
   * Length of the gap in seconds.
   */
  Duration?: number | null;
  [k: string]: unknown;
} | null;
/**
 * The background on which the picture is put together; shown where the source does not fill it.
 */
export type TencentVodCanvas = {
  /**
   * Colour of the background: Black or White.
   */
  Color?: ("Black" | "White" | "") | null | (string & {});
  /**
   * Width of the canvas and of the video in pixels; 0 is as in the first video piece.
   */
  Width?: number | null;
  /**
   * Height of the canvas and of the video in pixels; 0 is as in the first video piece.
   */
  Height?: number | null;
  [k: string]: unknown;
} | null;
/**
 * What the composed file shall be like.
 */
export type TencentVodComposeMediaOutput = {
  /**
   * Name of the new file, at most 64 characters.
   */
  FileName?: string | null;
  /**
   * Description of the new file, at most 128 characters.
   */
  Description?: string | null;
  /**
   * Id of the category of the file.
   */
  ClassId?: number | null;
  /**
   * When the new file shall be deleted, ISO 8601.
   */
  ExpireTime?: string | null;
  /**
   * Container format to make: mp4, or mp3 for audio only.
   */
  Container?: string | null;
  /**
   * Settings for the video stream.
   */
  VideoStream?: TencentVodOutputVideoStream;
  /**
   * Settings for the audio stream.
   */
  AudioStream?: TencentVodOutputAudioStream;
  /**
   * 1 leaves the video out, 0 keeps it.
   */
  RemoveVideo?: number | null;
  /**
   * 1 leaves the audio out, 0 keeps it.
   */
  RemoveAudio?: number | null;
  [k: string]: unknown;
} | null;
/**
 * Settings for the video stream of the composed file.
 */
export type TencentVodOutputVideoStream = {
  /**
   * Codec to use: libx264.
   */
  Codec?: ("libx264" | "") | null | (string & {});
  /**
   * Frames per second, 0 to 60; 0 is as in the first video piece.
   */
  Fps?: number | null;
  [k: string]: unknown;
} | null;
/**
 * Settings for the audio stream of the composed file.
 */
export type TencentVodOutputAudioStream = {
  /**
   * Codec to use: libfdk_aac.
   */
  Codec?: ("libfdk_aac" | "") | null | (string & {});
  /**
   * Sampling rate in hertz.
   */
  SampleRate?: number | null;
  /**
   * Number of audio channels: 1 or 2.
   */
  AudioChannel?: number | null;
  /**
   * Bit rate in kbit/s, 26 to 256; 0 is automatic.
   */
  Bitrate?: number | null;
  [k: string]: unknown;
} | null;
/**
 * The file that a composing task made.
 */
export type TencentVodComposeMediaTaskOutput = {
  /**
   * Format of the file, such as mp4 or mp3.
   */
  FileType?: string | null;
  /**
   * Id of the new media file: decimal digits, sent as a string.
   */
  FileId?: string | null;
  /**
   * Address of the new media file.
   */
  FileUrl?: string | null;
  /**
   * Name of the new file, at most 64 characters.
   */
  MediaName?: string | null;
  /**
   * Id of the category of the file.
   */
  ClassId?: number | null;
  /**
   * When the new file is deleted, ISO 8601.
   */
  ExpireTime?: string | null;
  [k: string]: unknown;
} | null;
/**
 * A task of the 2017 API that cuts a part out of a file.
 */
export type TencentVodClipTask2017 = {
  /**
   * Id of the task; no form is promised.
   */
  TaskId?: string | null;
  /**
   * Id of the source file: decimal digits, sent as a string.
   */
  SrcFileId?: string | null;
  /**
   * The new file.
   */
  FileInfo?: TencentVodClipFileInfo2017;
  [k: string]: unknown;
} | null;
/**
 * The file that a cutting task made (2017 API).
 */
export type TencentVodClipFileInfo2017 = {
  /**
   * Numeric error code: 0 for success, anything else is a failure.
   */
  ErrCode?: number | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * Id of the new media file: decimal digits, sent as a string.
   */
  FileId?: string | null;
  /**
   * Address of the new media file.
   */
  FileUrl?: string | null;
  /**
   * Format of the new file.
   */
  FileType?: string | null;
  [k: string]: unknown;
} | null;
/**
 * A transcoding task of the 2017 API.
 */
export type TencentVodTranscodeTask2017 = {
  /**
   * Id of the task; no form is promised.
   */
  TaskId?: string | null;
  /**
   * Numeric error code: 0 for success, anything else is a failure.
   */
  ErrCode?: number | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * Id of the file that was transcoded: decimal digits, sent as a string.
   */
  FileId?: string | null;
  /**
   * Name of the file that was transcoded.
   */
  FileName?: string | null;
  /**
   * Length in seconds.
   */
  Duration?: number | null;
  /**
   * Address of the cover picture.
   */
  CoverUrl?: string | null;
  /**
   * The transcoded files.
   */
  PlayInfoSet?: TencentVodTranscodePlayInfo2017[] | null;
  [k: string]: unknown;
} | null;
/**
 * A task of the 2017 API that makes image sprites.
 */
export type TencentVodCreateImageSpriteTask2017 = {
  /**
   * Id of the task; no form is promised.
   */
  TaskId?: string | null;
  /**
   * Numeric error code: 0 for success, anything else is a failure.
   */
  ErrCode?: number | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * Id of the file of which sprites were made: decimal digits, sent as a string.
   */
  FileId?: string | null;
  /**
   * Id of the template.
   */
  Definition?: number | null;
  /**
   * Number of small pictures in all.
   */
  TotalCount?: number | null;
  /**
   * Addresses of the sprites, the large pictures.
   */
  ImageSpriteUrlSet?: string[] | null;
  /**
   * Address of the WebVTT file that gives the time and the place in the sprite of each small picture.
   */
  WebVttUrl?: string | null;
  [k: string]: unknown;
} | null;
/**
 * A task of the 2017 API that joins files.
 */
export type TencentVodConcatTask2017 = {
  /**
   * Id of the task; no form is promised.
   */
  TaskId?: string | null;
  /**
   * The source files.
   */
  FileInfoSet?: TencentVodConcatFileInfo2017[] | null;
  [k: string]: unknown;
} | null;
/**
 * A task of the 2017 API that takes snapshots at given times.
 */
export type TencentVodSnapshotByTimeOffsetTask2017 = {
  /**
   * Id of the task; no form is promised.
   */
  TaskId?: string | null;
  /**
   * Id of the file of which snapshots were taken: decimal digits, sent as a string.
   */
  FileId?: string | null;
  /**
   * Id of the template.
   */
  Definition?: number | null;
  /**
   * The snapshots.
   */
  SnapshotInfoSet?: TencentVodSnapshotByTimeOffset2017[] | null;
  [k: string]: unknown;
} | null;
/**
 * A task that publishes a video at WeChat.
 */
export type TencentVodWechatPublishTask = {
  /**
   * Id of the task; no form is promised.
   */
  TaskId?: string | null;
  /**
   * State of the task: WAITING, PROCESSING or FINISH. FINISH covers failure too: see ErrCode and WechatStatus.
   */
  Status?: string | null;
  /**
   * Numeric error code: 0 for success, anything else is a failure.
   */
  ErrCode?: number | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * Id of the published file: decimal digits, sent as a string.
   */
  FileId?: string | null;
  /**
   * Id of the publishing template.
   */
  Definition?: number | null;
  /**
   * Id of the transcoding template whose file was published; 0 means the original file.
   */
  SourceDefinition?: number | null;
  /**
   * State of the publishing: SUCCESS, FAIL, AUDITNOTPASS (refused by the review) or NOTTRIGGERED (not begun).
   */
  WechatStatus?: ("FAIL" | "SUCCESS" | "AUDITNOTPASS" | "NOTTRIGGERED" | "") | null | (string & {});
  /**
   * Id of the video at WeChat.
   */
  WechatVid?: string | null;
  /**
   * Address of the video at WeChat.
   */
  WechatUrl?: string | null;
  [k: string]: unknown;
} | null;
/**
 * A task that publishes a video in a WeChat mini program.
 */
export type TencentVodWechatMiniProgramPublishTask = {
  /**
   * Id of the task; no form is promised.
   */
  TaskId?: string | null;
  /**
   * State of the task: WAITING, PROCESSING or FINISH. FINISH covers failure too: see ErrCode and PublishResult.
   */
  Status?: string | null;
  /**
   * Numeric error code: 0 for success, anything else is a failure.
   */
  ErrCode?: number | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * Id of the published file: decimal digits, sent as a string.
   */
  FileId?: string | null;
  /**
   * Id of the transcoding template whose file was published; 0 means the original file.
   */
  SourceDefinition?: number | null;
  /**
   * Outcome of the publishing: Pass, Failed or Rejected (refused by the review).
   */
  PublishResult?: ("Pass" | "Failed" | "Rejected" | "") | null | (string & {});
  [k: string]: unknown;
} | null;
/**
 * A task that removes watermarks from a video.
 */
export type TencentVodRemoveWatermarkTask = {
  /**
   * Id of the task; no form is promised.
   */
  TaskId?: string | null;
  /**
   * State of the task: PROCESSING or FINISH. FINISH covers failure too: see ErrCodeExt.
   */
  Status?: ("PROCESSING" | "FINISH" | "") | null | (string & {});
  /**
   * Empty for success; otherwise a dotted error code of an open list.
   */
  ErrCodeExt?: string | null;
  /**
   * 0 for success; 40000 wrong parameters, 60000 faulty source file, 70000 fault of the vendor (try again).
   */
  ErrCode?: number | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * What the task was given.
   */
  Input?: TencentVodRemoveWaterMarkTaskInput;
  /**
   * What the task made or found.
   */
  Output?: TencentVodRemoveWaterMarkTaskOutput;
  /**
   * Deduplication id that the caller gave when starting the task, at most 50 characters.
   */
  SessionId?: string | null;
  /**
   * What the caller gave along when starting the task, at most 1000 characters.
   */
  SessionContext?: string | null;
  [k: string]: unknown;
} | null;
/**
 * What a task that removes watermarks was given.
 */
export type TencentVodRemoveWaterMarkTaskInput = {
  /**
   * Id of the media file: decimal digits, sent as a string.
   */
  FileId?: string | null;
  [k: string]: unknown;
} | null;
/**
 * The file that a task that removes watermarks made.
 */
export type TencentVodRemoveWaterMarkTaskOutput = {
  /**
   * Id of the new media file: decimal digits, sent as a string.
   */
  FileId?: string | null;
  /**
   * Format of the file, such as mp4.
   */
  FileType?: string | null;
  /**
   * Address of the new media file.
   */
  FileUrl?: string | null;
  /**
   * Name of the new file, at most 64 characters.
   */
  MediaName?: string | null;
  /**
   * Technical data of the new file.
   */
  MetaData?: TencentVodMediaMetaData;
  [k: string]: unknown;
} | null;
/**
 * A file has been restored from archive storage.
 */
export type TencentVodRestoreMediaTask = {
  /**
   * Id of the restored file: decimal digits, sent as a string.
   */
  FileId?: string | null;
  /**
   * Storage class of the file before.
   */
  OriginalStorageClass?: string | null;
  /**
   * Storage class of the file afterwards; the same as before where the file is restored for a time only.
   */
  TargetStorageClass?: string | null;
  /**
   * Speed of the restoring: Expedited, Standard or Bulk.
   */
  RestoreTier?: ("Expedited" | "Standard" | "Bulk" | "") | null | (string & {});
  /**
   * Days for which the restored copy is kept; 0 where it is restored for good.
   */
  RestoreDay?: number | null;
  /**
   * @deprecated
   * Deprecated.
   */
  Status?: number | null;
  /**
   * @deprecated
   * Deprecated.
   */
  Message?: string | null;
  [k: string]: unknown;
} | null;
/**
 * A task that improves picture and sound (older form; see QualityEnhanceTask).
 */
export type TencentVodRebuildMediaTask = {
  /**
   * Id of the task; no form is promised.
   */
  TaskId?: string | null;
  /**
   * State of the task: PROCESSING or FINISH. FINISH covers failure too: see ErrCodeExt.
   */
  Status?: ("PROCESSING" | "FINISH" | "") | null | (string & {});
  /**
   * 0 for success; 40000 wrong parameters, 60000 faulty source file, 70000 fault of the vendor (try again).
   */
  ErrCode?: number | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * Empty for success; otherwise a dotted error code of an open list.
   */
  ErrCodeExt?: string | null;
  /**
   * Progress in percent, from 0 to 100.
   */
  Progress?: number | null;
  /**
   * What the task was given.
   */
  Input?: TencentVodRebuildMediaTaskInput;
  /**
   * What the task made or found.
   */
  Output?: TencentVodRebuildMediaTaskOutput;
  /**
   * Technical data of the new file.
   */
  MetaData?: TencentVodMediaMetaData;
  /**
   * Deduplication id that the caller gave when starting the task, at most 50 characters.
   */
  SessionId?: string | null;
  /**
   * What the caller gave along when starting the task, at most 1000 characters.
   */
  SessionContext?: string | null;
  [k: string]: unknown;
} | null;
/**
 * What a task that improves picture and sound was given.
 */
export type TencentVodRebuildMediaTaskInput = {
  /**
   * Id of the media file: decimal digits, sent as a string.
   */
  FileId?: string | null;
  /**
   * Where in the source to begin, in seconds; the start where absent.
   */
  StartTimeOffset?: number | null;
  /**
   * Where in the source to end, in seconds; the end where absent.
   */
  EndTimeOffset?: number | null;
  /**
   * Id of the template.
   */
  Definition?: number | null;
  /**
   * Settings for repairing the picture.
   */
  RepairInfo?: TencentVodRepairInfo;
  /**
   * Settings for adding frames between frames.
   */
  VideoFrameInterpolationInfo?: TencentVodVideoFrameInterpolationInfo;
  /**
   * Settings for enlarging the picture with more detail.
   */
  SuperResolutionInfo?: TencentVodSuperResolutionInfo;
  /**
   * Settings for changing to HDR.
   */
  HDRInfo?: TencentVodHDRInfo;
  /**
   * Settings for removing noise from the picture.
   */
  VideoDenoiseInfo?: TencentVodVideoDenoiseInfo;
  /**
   * Settings for removing noise from the sound.
   */
  AudioDenoiseInfo?: TencentVodAudioDenoiseInfo;
  /**
   * Settings for stronger colours.
   */
  ColorInfo?: TencentVodColorEnhanceInfo;
  /**
   * Settings for sharper detail.
   */
  SharpInfo?: TencentVodSharpEnhanceInfo;
  /**
   * Settings for improving faces.
   */
  FaceInfo?: TencentVodFaceEnhanceInfo;
  /**
   * Settings for brightening dark pictures.
   */
  LowLightInfo?: TencentVodLowLightEnhanceInfo;
  /**
   * Settings for removing scratches.
   */
  ScratchRepairInfo?: TencentVodScratchRepairInfo;
  /**
   * Settings for removing compression artefacts.
   */
  ArtifactRepairInfo?: TencentVodArtifactRepairInfo;
  /**
   * What the new file shall be like.
   */
  TargetInfo?: TencentVodRebuildMediaTargetInfo;
  [k: string]: unknown;
} | null;
/**
 * Settings for repairing the picture.
 */
export type TencentVodRepairInfo = {
  /**
   * ON switches it on, OFF leaves it off.
   */
  Switch?: ("ON" | "OFF" | "") | null | (string & {});
  /**
   * How strongly to repair: weak, normal or strong.
   */
  Type?: ("weak" | "normal" | "strong" | "") | null | (string & {});
  [k: string]: unknown;
} | null;
/**
 * Settings for adding frames between frames.
 */
export type TencentVodVideoFrameInterpolationInfo = {
  /**
   * ON switches it on, OFF leaves it off.
   */
  Switch?: ("ON" | "OFF" | "") | null | (string & {});
  /**
   * Frames per second to reach, more than 0 and at most 100; by default as in the source.
   */
  Fps?: number | null;
  [k: string]: unknown;
} | null;
/**
 * Settings for enlarging the picture with more detail.
 */
export type TencentVodSuperResolutionInfo = {
  /**
   * ON switches it on, OFF leaves it off.
   */
  Switch?: ("ON" | "OFF" | "") | null | (string & {});
  /**
   * lq for noisy sources of low resolution, hq for sources of high resolution.
   */
  Type?: ("lq" | "hq" | "") | null | (string & {});
  /**
   * Factor of enlargement; only 2 exists.
   */
  Size?: number | null;
  [k: string]: unknown;
} | null;
/**
 * Settings for changing to HDR.
 */
export type TencentVodHDRInfo = {
  /**
   * ON switches it on, OFF leaves it off.
   */
  Switch?: ("ON" | "OFF" | "") | null | (string & {});
  /**
   * Kind of HDR: hdr10 or hlg.
   */
  Type?: string | null;
  [k: string]: unknown;
} | null;
/**
 * Settings for removing noise from the picture.
 */
export type TencentVodVideoDenoiseInfo = {
  /**
   * ON switches it on, OFF leaves it off.
   */
  Switch?: ("ON" | "OFF" | "") | null | (string & {});
  /**
   * How strongly to remove noise: weak or strong.
   */
  Type?: ("weak" | "strong" | "") | null | (string & {});
  [k: string]: unknown;
} | null;
/**
 * Settings for removing noise from the sound.
 */
export type TencentVodAudioDenoiseInfo = {
  /**
   * ON switches it on, OFF leaves it off.
   */
  Switch?: ("ON" | "OFF" | "") | null | (string & {});
  /**
   * How strongly to remove noise: normal.
   */
  Type?: ("normal" | "") | null | (string & {});
  [k: string]: unknown;
} | null;
/**
 * Settings for stronger colours.
 */
export type TencentVodColorEnhanceInfo = {
  /**
   * ON switches it on, OFF leaves it off.
   */
  Switch?: ("ON" | "OFF" | "") | null | (string & {});
  /**
   * How strong to make the colours: weak, normal or strong.
   */
  Type?: ("weak" | "normal" | "strong" | "") | null | (string & {});
  [k: string]: unknown;
} | null;
/**
 * Settings for sharper detail.
 */
export type TencentVodSharpEnhanceInfo = {
  /**
   * ON switches it on, OFF leaves it off.
   */
  Switch?: ("ON" | "OFF" | "") | null | (string & {});
  /**
   * Strength from 0.0 to 1.0; used where Switch is ON.
   */
  Intensity?: number | null;
  [k: string]: unknown;
} | null;
/**
 * Settings for improving faces.
 */
export type TencentVodFaceEnhanceInfo = {
  /**
   * ON switches it on, OFF leaves it off.
   */
  Switch?: ("ON" | "OFF" | "") | null | (string & {});
  /**
   * Strength from 0.0 to 1.0; used where Switch is ON.
   */
  Intensity?: number | null;
  [k: string]: unknown;
} | null;
/**
 * Settings for brightening dark pictures.
 */
export type TencentVodLowLightEnhanceInfo = {
  /**
   * ON switches it on, OFF leaves it off.
   */
  Switch?: ("ON" | "OFF" | "") | null | (string & {});
  /**
   * How strongly to brighten: normal.
   */
  Type?: ("normal" | "") | null | (string & {});
  [k: string]: unknown;
} | null;
/**
 * Settings for removing scratches.
 */
export type TencentVodScratchRepairInfo = {
  /**
   * ON switches it on, OFF leaves it off.
   */
  Switch?: ("ON" | "OFF" | "") | null | (string & {});
  /**
   * Strength from 0.0 to 1.0; used where Switch is ON.
   */
  Intensity?: number | null;
  /**
   * How to remove scratches: normal.
   */
  Type?: ("normal" | "") | null | (string & {});
  [k: string]: unknown;
} | null;
/**
 * Settings for removing compression artefacts.
 */
export type TencentVodArtifactRepairInfo = {
  /**
   * ON switches it on, OFF leaves it off.
   */
  Switch?: ("ON" | "OFF" | "") | null | (string & {});
  /**
   * How strongly to remove artefacts: weak or strong.
   */
  Type?: ("weak" | "strong" | "") | null | (string & {});
  [k: string]: unknown;
} | null;
/**
 * What the improved file shall be like.
 */
export type TencentVodRebuildMediaTargetInfo = {
  /**
   * Name of the new file, at most 64 characters.
   */
  MediaName?: string | null;
  /**
   * Description of the new file, at most 128 characters.
   */
  Description?: string | null;
  /**
   * Id of the category of the file.
   */
  ClassId?: number | null;
  /**
   * When the new file shall be deleted, ISO 8601.
   */
  ExpireTime?: string | null;
  /**
   * Container format to make: mp4, flv or hls.
   */
  Container?: string | null;
  /**
   * Settings for the video stream.
   */
  VideoStream?: TencentVodRebuildMediaTargetVideoStream;
  /**
   * Settings for the audio stream.
   */
  AudioStream?: TencentVodRebuildMediaTargetAudioStream;
  /**
   * 1 leaves the video out, 0 keeps it.
   */
  RemoveVideo?: number | null;
  /**
   * 1 leaves the audio out, 0 keeps it.
   */
  RemoveAudio?: number | null;
  [k: string]: unknown;
} | null;
/**
 * Settings for the video stream of the improved file.
 */
export type TencentVodRebuildMediaTargetVideoStream = {
  /**
   * Codec to use: libx264, libx265 or av1.
   */
  Codec?: ("libx264" | "libx265" | "av1" | "") | null | (string & {});
  /**
   * Bit rate in kbit/s, 128 to 35000; 0 is automatic.
   */
  Bitrate?: number | null;
  /**
   * Frames per second, 0 to 100; 0 is as in the source.
   */
  Fps?: number | null;
  /**
   * open: Width is the long side and Height the short side; close: they are width and height.
   */
  ResolutionAdaptive?: ("open" | "close" | "") | null | (string & {});
  /**
   * Greatest width (or long side) in pixels; 0 follows Height, or the source where both are 0.
   */
  Width?: number | null;
  /**
   * Greatest height (or short side) in pixels; 0 follows Width, or the source where both are 0.
   */
  Height?: number | null;
  /**
   * What to do where the aspect ratio differs: stretch, or black borders.
   */
  FillType?: ("stretch" | "black" | "") | null | (string & {});
  /**
   * Distance between key frames, in frames; 0 is automatic.
   */
  Gop?: number | null;
  [k: string]: unknown;
} | null;
/**
 * Settings for the audio stream of the improved file.
 */
export type TencentVodRebuildMediaTargetAudioStream = {
  /**
   * Codec to use; which ones are allowed depends on the container.
   */
  Codec?: ("libmp3lame" | "flac" | "libfdk_aac" | "ac3" | "mp2" | "") | null | (string & {});
  /**
   * Bit rate in kbit/s, 26 to 256; 0 is automatic.
   */
  Bitrate?: number | null;
  /**
   * Sampling rate in hertz.
   */
  SampleRate?: number | null;
  /**
   * Number of audio channels: 1, 2 or 6.
   */
  AudioChannel?: number | null;
  [k: string]: unknown;
} | null;
/**
 * The file that a task that improves picture and sound made.
 */
export type TencentVodRebuildMediaTaskOutput = {
  /**
   * Format of the file, such as mp4.
   */
  FileType?: string | null;
  /**
   * Address of the new media file.
   */
  FileUrl?: string | null;
  /**
   * Id of the new media file: decimal digits, sent as a string.
   */
  FileId?: string | null;
  /**
   * Name of the new file, at most 64 characters.
   */
  MediaName?: string | null;
  /**
   * Id of the category of the file.
   */
  ClassId?: number | null;
  /**
   * When the new file is deleted, ISO 8601.
   */
  ExpireTime?: string | null;
  [k: string]: unknown;
} | null;
/**
 * A task that reads the trace watermark of a media file.
 */
export type TencentVodExtractTraceWatermarkTask = {
  /**
   * Id of the task; no form is promised.
   */
  TaskId?: string | null;
  /**
   * State of the task: PROCESSING or FINISH. FINISH covers failure too: see ErrCodeExt.
   */
  Status?: ("PROCESSING" | "FINISH" | "") | null | (string & {});
  /**
   * 0 for success; 40000 wrong parameters, 60000 faulty source file, 70000 fault of the vendor (try again).
   */
  ErrCode?: number | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * Empty for success; otherwise a dotted error code of an open list.
   */
  ErrCodeExt?: string | null;
  /**
   * What the task was given.
   */
  Input?: TencentVodExtractTraceWatermarkTaskInput;
  /**
   * What the task made or found.
   */
  Output?: TencentVodExtractTraceWatermarkTaskOutput;
  /**
   * Deduplication id that the caller gave when starting the task, at most 50 characters.
   */
  SessionId?: string | null;
  /**
   * What the caller gave along when starting the task, at most 1000 characters.
   */
  SessionContext?: string | null;
  [k: string]: unknown;
} | null;
/**
 * Where to look for the trace watermark.
 */
export type TencentVodExtractTraceWatermarkTaskInput = {
  /**
   * Address of the media in which to look for the watermark.
   */
  Url?: string | null;
  /**
   * Id of the original media file to which Url belongs.
   */
  FileId?: string | null;
  [k: string]: unknown;
} | null;
/**
 * What the trace watermark says.
 */
export type TencentVodExtractTraceWatermarkTaskOutput = {
  /**
   * Id of the viewer, 6 hexadecimal digits.
   */
  Uv?: string | null;
  /**
   * @deprecated
   * Deprecated.
   */
  Uid?: string | null;
  [k: string]: unknown;
} | null;
/**
 * A task that reads the copyright watermark of a media file.
 */
export type TencentVodExtractCopyRightWatermarkTask = {
  /**
   * Id of the task; no form is promised.
   */
  TaskId?: string | null;
  /**
   * State of the task: PROCESSING or FINISH. FINISH covers failure too: see ErrCodeExt.
   */
  Status?: ("PROCESSING" | "FINISH" | "") | null | (string & {});
  /**
   * 0 for success; 40000 wrong parameters, 60000 faulty source file, 70000 fault of the vendor (try again).
   */
  ErrCode?: number | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * Empty for success; otherwise a dotted error code of an open list.
   */
  ErrCodeExt?: string | null;
  /**
   * What the task was given.
   */
  Input?: TencentVodExtractCopyRightWatermarkTaskInput;
  /**
   * What the task made or found.
   */
  Output?: TencentVodExtractCopyRightWatermarkTaskOutput;
  /**
   * Deduplication id that the caller gave when starting the task, at most 50 characters.
   */
  SessionId?: string | null;
  /**
   * What the caller gave along when starting the task, at most 1000 characters.
   */
  SessionContext?: string | null;
  [k: string]: unknown;
} | null;
/**
 * Where to look for the copyright watermark.
 */
export type TencentVodExtractCopyRightWatermarkTaskInput = {
  /**
   * Address of the media in which to look for the watermark.
   */
  Url?: string | null;
  [k: string]: unknown;
} | null;
/**
 * What the copyright watermark says.
 */
export type TencentVodExtractCopyRightWatermarkTaskOutput = {
  /**
   * Text of the copyright watermark.
   */
  Text?: string | null;
  [k: string]: unknown;
} | null;
/**
 * A task that computes attributes of a file, such as its MD5.
 */
export type TencentVodDescribeFileAttributesTask = {
  /**
   * Id of the task; no form is promised.
   */
  TaskId?: string | null;
  /**
   * State of the task: PROCESSING, SUCCESS or FAIL.
   */
  Status?: string | null;
  /**
   * 0 for success; 40000 wrong parameters, 60000 faulty source file, 70000 fault of the vendor (try again).
   */
  ErrCode?: number | null;
  /**
   * Empty for success; otherwise a dotted error code of an open list.
   */
  ErrCodeExt?: string | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * Progress in percent, from 0 to 100.
   */
  Progress?: number | null;
  /**
   * Id of the media file: decimal digits, sent as a string.
   */
  FileId?: string | null;
  /**
   * What the task made or found.
   */
  Output?: TencentVodDescribeFileAttributesTaskOutput;
  /**
   * Deduplication id that the caller gave when starting the task, at most 50 characters.
   */
  SessionId?: string | null;
  /**
   * What the caller gave along when starting the task, at most 1000 characters.
   */
  SessionContext?: string | null;
  [k: string]: unknown;
} | null;
/**
 * The attributes of the file.
 */
export type TencentVodDescribeFileAttributesTaskOutput = {
  /**
   * MD5 of the file.
   */
  Md5?: string | null;
  /**
   * SHA-1 of the file.
   */
  Sha1?: string | null;
  [k: string]: unknown;
} | null;
/**
 * A task that inspects the quality of picture and sound.
 */
export type TencentVodQualityInspectTask = {
  /**
   * Id of the task; no form is promised.
   */
  TaskId?: string | null;
  /**
   * State of the task: PROCESSING or FINISH. FINISH covers failure too: see ErrCodeExt.
   */
  Status?: ("PROCESSING" | "FINISH" | "") | null | (string & {});
  /**
   * Empty for success; otherwise a dotted error code of an open list.
   */
  ErrCodeExt?: string | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * Technical data of the inspected file.
   */
  MetaData?: TencentVodMediaMetaData;
  /**
   * What the task was given.
   */
  Input?: TencentVodQualityInspectTaskInput;
  /**
   * What the task made or found.
   */
  Output?: TencentVodQualityInspectTaskOutput;
  /**
   * Deduplication id that the caller gave when starting the task, at most 50 characters.
   */
  SessionId?: string | null;
  /**
   * What the caller gave along when starting the task, at most 1000 characters.
   */
  SessionContext?: string | null;
  [k: string]: unknown;
} | null;
/**
 * What a quality inspection was given.
 */
export type TencentVodQualityInspectTaskInput = {
  /**
   * Id of the media file: decimal digits, sent as a string.
   */
  FileId?: string | null;
  /**
   * Id of the template.
   */
  Definition?: number | null;
  [k: string]: unknown;
} | null;
/**
 * What a quality inspection found.
 */
export type TencentVodQualityInspectTaskOutput = {
  /**
   * 1 where the file has no audio track, 0 where it has one.
   */
  NoAudio?: number | null;
  /**
   * 1 where the file has no video track, 0 where it has one.
   */
  NoVideo?: number | null;
  /**
   * Score of the picture quality, from 0 to 100.
   */
  QualityEvaluationScore?: number | null;
  /**
   * The faults found in picture and sound.
   */
  QualityInspectResultSet?: TencentVodQualityInspectResultItem[] | null;
  /**
   * Mean opinion score (MOS) of the video, judged without a reference.
   */
  QualityEvaluationMeanOpinionScore?: number | null;
  /**
   * Score of the beauty of the video, from 0 to 100.
   */
  AestheticEvaluationScore?: number | null;
  /**
   * The faults found in the container format.
   */
  ContainerDiagnoseResultSet?: TencentVodQualityInspectContainerDiagnoseResultItem[] | null;
  /**
   * What a large language model found about AI-made content.
   */
  LLMDetectionReport?: TencentVodQualityInspectLLMDetectionReport;
  [k: string]: unknown;
} | null;
/**
 * What a large language model found about AI-made content.
 */
export type TencentVodQualityInspectLLMDetectionReport = {
  /**
   * Number of results.
   */
  ResultCount?: number | null;
  /**
   * The results of the checks.
   */
  ResultSet?: TencentVodQualityInspectLLMDetectionResultItem[] | null;
  [k: string]: unknown;
} | null;
/**
 * A task that improves picture and sound.
 */
export type TencentVodQualityEnhanceTask = {
  /**
   * Id of the task; no form is promised.
   */
  TaskId?: string | null;
  /**
   * State of the task: PROCESSING or FINISH. FINISH covers failure too: see ErrCodeExt.
   */
  Status?: ("PROCESSING" | "FINISH" | "") | null | (string & {});
  /**
   * 0 for success; 40000 wrong parameters, 60000 faulty source file, 70000 fault of the vendor (try again).
   */
  ErrCode?: number | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * Empty for success; otherwise a dotted error code of an open list.
   */
  ErrCodeExt?: string | null;
  /**
   * Progress in percent, from 0 to 100.
   */
  Progress?: number | null;
  /**
   * What the task was given.
   */
  Input?: TencentVodQualityEnhanceTaskInput;
  /**
   * What the task made or found.
   */
  Output?: TencentVodQualityEnhanceTaskOutput;
  /**
   * Technical data of the new file.
   */
  MetaData?: TencentVodMediaMetaData;
  /**
   * Deduplication id that the caller gave when starting the task, at most 50 characters.
   */
  SessionId?: string | null;
  /**
   * What the caller gave along when starting the task, at most 1000 characters.
   */
  SessionContext?: string | null;
  [k: string]: unknown;
} | null;
/**
 * What a task that improves picture and sound was given.
 */
export type TencentVodQualityEnhanceTaskInput = {
  /**
   * Id of the media file: decimal digits, sent as a string.
   */
  FileId?: string | null;
  /**
   * Id of the template.
   */
  Definition?: number | null;
  [k: string]: unknown;
} | null;
/**
 * The file that a task that improves picture and sound made.
 */
export type TencentVodQualityEnhanceTaskOutput = {
  /**
   * Format of the file, such as mp4.
   */
  FileType?: string | null;
  /**
   * Address of the new media file.
   */
  FileUrl?: string | null;
  /**
   * Id of the new media file: decimal digits, sent as a string.
   */
  FileId?: string | null;
  /**
   * Name of the new file, at most 64 characters.
   */
  MediaName?: string | null;
  /**
   * Id of the category of the file.
   */
  ClassId?: number | null;
  /**
   * When the new file is deleted, ISO 8601.
   */
  ExpireTime?: string | null;
  [k: string]: unknown;
} | null;
/**
 * The new state of a cast, which plays media into a live stream.
 */
export type TencentVodMediaCastEvent = {
  /**
   * Id of the cast, which plays media into a live stream.
   */
  CastId?: string | null;
  /**
   * State of the cast: Working, Scheduled (waits for its time), Stopped or Idle.
   */
  Status?: ("Working" | "Scheduled" | "Stopped" | "Idle" | "") | null | (string & {});
  [k: string]: unknown;
} | null;
/**
 * A clip has become a media file that no longer depends on its source.
 */
export type TencentVodPersistenceCompleteTask = {
  /**
   * Id of the new media file: decimal digits, sent as a string.
   */
  FileId?: string | null;
  /**
   * What the clip came from: SimpleHlsClip, FastEditMedia or LiveRealTimeClip.
   */
  PersistenceSource?: string | null;
  [k: string]: unknown;
} | null;
/**
 * A task that makes adaptive bit rate streams with several languages of sound and subtitles.
 */
export type TencentVodComplexAdaptiveDynamicStreamingTask = {
  /**
   * Id of the task; no form is promised.
   */
  TaskId?: string | null;
  /**
   * State of the whole task: PROCESSING or FINISH. Each result has its own state.
   */
  Status?: ("PROCESSING" | "FINISH" | "") | null | (string & {});
  /**
   * State and result, one entry for each template.
   */
  ComplexAdaptiveDynamicStreamingTaskResultSet?: TencentVodComplexAdaptiveDynamicStreamingTaskResult[] | null;
  [k: string]: unknown;
} | null;
/**
 * What the task was given for one template.
 */
export type TencentVodComplexAdaptiveDynamicStreamingTaskInput = {
  /**
   * Settings of the stream.
   */
  StreamPara?: TencentVodComplexAdaptiveDynamicStreamingTaskStreamPara;
  [k: string]: unknown;
} | null;
/**
 * Settings of the stream.
 */
export type TencentVodComplexAdaptiveDynamicStreamingTaskStreamPara = {
  /**
   * Id of the template.
   */
  Definition?: number | null;
  [k: string]: unknown;
} | null;
/**
 * The adaptive bit rate streams that were made.
 */
export type TencentVodComplexAdaptiveDynamicStreamingTaskOutput = {
  /**
   * Id of the template.
   */
  Definition?: number | null;
  /**
   * Packaging: HLS or MPEG-DASH.
   */
  Format?: ("HLS" | "MPEG-DASH" | "") | null | (string & {});
  /**
   * Kind of encryption, such as SimpleAES or Widevine; empty where there is none.
   */
  DrmType?: string | null;
  /**
   * Address for playing.
   */
  Url?: string | null;
  [k: string]: unknown;
} | null;
/**
 * A task that was run by the vendor's other service MPS (media processing).
 */
export type TencentVodProcessMediaByMPS = {
  /**
   * Id of the task; no form is promised.
   */
  TaskId?: string | null;
  /**
   * State of the whole task: PROCESSING or FINISH. Each task in SubTaskSet has its own state.
   */
  Status?: ("PROCESSING" | "FINISH" | "") | null | (string & {});
  /**
   * Numeric error code, not 0 where the source is faulty; where it is 0, each task in SubTaskSet has its own.
   */
  ErrCode?: number | null;
  /**
   * Explanation of a faulty source; otherwise each task in SubTaskSet has its own.
   */
  Message?: string | null;
  /**
   * The tasks of which it is made up.
   */
  SubTaskSet?: TencentVodMPSSubTaskResult[] | null;
  [k: string]: unknown;
} | null;
/**
 * What a task in MPS made.
 */
export type TencentVodMPSTaskOutput = {
  /**
   * The files that the task made.
   */
  OutputFiles?: TencentVodMPSOutputFile[] | null;
  /**
   * The result as a JSON text in the form of MPS; the form depends on the kind of task.
   */
  OutputText?: string | null;
  [k: string]: unknown;
} | null;
/**
 * A task in which an AI model makes pictures.
 */
export type TencentVodAigcImageTask = {
  /**
   * Id of the task; no form is promised.
   */
  TaskId?: string | null;
  /**
   * State of the task: PROCESSING or FINISH. FINISH covers failure too: see ErrCodeExt.
   */
  Status?: ("PROCESSING" | "FINISH" | "") | null | (string & {});
  /**
   * Numeric error code, not 0 where the source is faulty. Better use ErrCodeExt.
   */
  ErrCode?: number | null;
  /**
   * Empty for success; otherwise a dotted error code of an open list.
   */
  ErrCodeExt?:
    | (
        | "RequestLimitExceeded"
        | "InvalidParameter.VoilationContent"
        | "InvalidParameterValue"
        | "FailedOperation"
        | "InternalError"
        | "InvalidParameter"
        | "InvalidParameter.MediaFormat"
        | "ContentModerationFailed"
        | "ResourceInsufficient"
        | "ModelGenerateFailed"
        | "ResourceNotFound"
        | "OperationCanceled"
        | "TaskTimeout"
        | ""
      )
    | null
    | (string & {});
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * Progress in percent, from 0 to 100.
   */
  Progress?: number | null;
  /**
   * What the task was given.
   */
  Input?: TencentVodAigcImageTaskInput;
  /**
   * What the task made or found.
   */
  Output?: TencentVodAigcImageTaskOutput;
  /**
   * Deduplication id that the caller gave when starting the task, at most 50 characters.
   */
  SessionId?: string | null;
  /**
   * What the caller gave along when starting the task, at most 1000 characters.
   */
  SessionContext?: string | null;
  [k: string]: unknown;
} | null;
/**
 * What a picture model was given.
 */
export type TencentVodAigcImageTaskInput = {
  /**
   * Name of the AI model.
   */
  ModelName?: string | null;
  /**
   * Version of the AI model.
   */
  ModelVersion?: string | null;
  /**
   * The input pictures.
   */
  FileInfos?: TencentVodAigcImageTaskInputFileInfo[] | null;
  /**
   * What the model is asked for, in words.
   */
  Prompt?: string | null;
  /**
   * What the model shall avoid, in words.
   */
  NegativePrompt?: string | null;
  /**
   * Enabled lets the vendor improve the prompt, Disabled does not.
   */
  EnhancePrompt?: ("Enabled" | "Disabled" | "") | null | (string & {});
  /**
   * Standard, or Professional for better quality.
   */
  GenerationMode?: ("Standard" | "Professional" | "") | null | (string & {});
  /**
   * What the new file shall be like.
   */
  OutputConfig?: TencentVodAigcImageOutputConfig;
  /**
   * Start value for chance; the same seed makes the same result again.
   */
  Seed?: number | null;
  /**
   * Special use of the model: 3d_panorama with the model Hunyuan.
   */
  SceneType?: string | null;
  /**
   * Extra settings that are passed on.
   */
  ExtInfo?: string | null;
  [k: string]: unknown;
} | null;
/**
 * What the new pictures shall be like.
 */
export type TencentVodAigcImageOutputConfig = {
  /**
   * Permanent: kept as a media file; Temporary: kept for a time, with an address only.
   */
  StorageMode?: ("Temporary" | "Permanent" | "") | null | (string & {});
  /**
   * Name of the new file, at most 64 characters.
   */
  MediaName?: string | null;
  /**
   * Id of the category of the file.
   */
  ClassId?: number | null;
  /**
   * When the new file shall be deleted, ISO 8601.
   */
  ExpireTime?: string | null;
  /**
   * Size of the picture, such as 1K or 1080P; the values depend on the model.
   */
  Resolution?: string | null;
  /**
   * Width to height of the picture, such as 16:9; the values depend on the model.
   */
  AspectRatio?: string | null;
  /**
   * Whether people may appear: AllowAdult or Disallowed.
   */
  PersonGeneration?: ("AllowAdult" | "Disallowed" | "") | null | (string & {});
  /**
   * Enabled checks the input for forbidden content, Disabled does not.
   */
  InputComplianceCheck?: ("Enabled" | "Disabled" | "") | null | (string & {});
  /**
   * Enabled checks the output for forbidden content, Disabled does not.
   */
  OutputComplianceCheck?: ("Enabled" | "Disabled" | "") | null | (string & {});
  /**
   * Number of pictures to make.
   */
  OutputImageCount?: number | null;
  /**
   * Format of the pictures: jpeg or png.
   */
  OutputFormat?: ("jpeg" | "png" | "") | null | (string & {});
  /**
   * Enabled puts a logo on the picture, Disabled does not.
   */
  LogoAdd?: ("Enabled" | "Disabled" | "") | null | (string & {});
  [k: string]: unknown;
} | null;
/**
 * What a picture model made.
 */
export type TencentVodAigcImageTaskOutput = {
  /**
   * The new pictures.
   */
  FileInfos?: TencentVodAigcImageTaskOutputFileInfo[] | null;
  [k: string]: unknown;
} | null;
/**
 * A task in which an AI model makes videos.
 */
export type TencentVodAigcVideoTask = {
  /**
   * Id of the task; no form is promised.
   */
  TaskId?: string | null;
  /**
   * State of the task: PROCESSING or FINISH. FINISH covers failure too: see ErrCodeExt.
   */
  Status?: ("PROCESSING" | "FINISH" | "") | null | (string & {});
  /**
   * Numeric error code, not 0 where the source is faulty. Better use ErrCodeExt.
   */
  ErrCode?: number | null;
  /**
   * Empty for success; otherwise a dotted error code of an open list.
   */
  ErrCodeExt?:
    | (
        | "RequestLimitExceeded"
        | "InvalidParameter.VoilationContent"
        | "InvalidParameterValue"
        | "FailedOperation"
        | "InternalError"
        | "InvalidParameter"
        | "InvalidParameter.MediaFormat"
        | "ContentModerationFailed"
        | "ResourceInsufficient"
        | "ModelGenerateFailed"
        | "ResourceNotFound"
        | "OperationCanceled"
        | "TaskTimeout"
        | ""
      )
    | null
    | (string & {});
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * Progress in percent, from 0 to 100.
   */
  Progress?: number | null;
  /**
   * What the task was given.
   */
  Input?: TencentVodAigcVideoTaskInput;
  /**
   * What the task made or found.
   */
  Output?: TencentVodAigcVideoTaskOutput;
  /**
   * Deduplication id that the caller gave when starting the task, at most 50 characters.
   */
  SessionId?: string | null;
  /**
   * What the caller gave along when starting the task, at most 1000 characters.
   */
  SessionContext?: string | null;
  [k: string]: unknown;
} | null;
/**
 * What a video model was given.
 */
export type TencentVodAigcVideoTaskInput = {
  /**
   * Name of the AI model.
   */
  ModelName?: string | null;
  /**
   * Version of the AI model.
   */
  ModelVersion?: string | null;
  /**
   * The input pictures, videos and sounds.
   */
  FileInfos?: TencentVodAigcVideoTaskInputFileInfo[] | null;
  /**
   * The persons or things that shall stay the same in the video.
   */
  SubjectInfos?: TencentVodAigcVideoTaskInputSubjectInfo[] | null;
  /**
   * Id of the media file with the last frame of the video.
   */
  LastFrameFileId?: string | null;
  /**
   * Address of the picture with the last frame of the video.
   */
  LastFrameUrl?: string | null;
  /**
   * What the model is asked for, in words, at most 1000 characters.
   */
  Prompt?: string | null;
  /**
   * What the model shall avoid, in words, at most 1000 characters.
   */
  NegativePrompt?: string | null;
  /**
   * Enabled lets the vendor improve the prompt, Disabled does not.
   */
  EnhancePrompt?: ("Enabled" | "Disabled" | "") | null | (string & {});
  /**
   * Standard, or Professional for better quality.
   */
  GenerationMode?: ("Standard" | "Professional" | "") | null | (string & {});
  /**
   * What the new file shall be like.
   */
  OutputConfig?: TencentVodAigcVideoOutputConfig;
  /**
   * Where the addresses of the input lie: Mainland, or Oversea (so spelled) for outside of China.
   */
  InputRegion?: string | null;
  /**
   * Special use of the model: motion_control with the model Kling.
   */
  SceneType?: string | null;
  /**
   * Start value for chance; the same seed makes the same result again.
   */
  Seed?: number | null;
  /**
   * Extra settings that are passed on.
   */
  ExtInfo?: string | null;
  [k: string]: unknown;
} | null;
/**
 * What the new video shall be like.
 */
export type TencentVodAigcVideoOutputConfig = {
  /**
   * Permanent: kept as a media file; Temporary: kept for a time, with an address only.
   */
  StorageMode?: ("Temporary" | "Permanent" | "") | null | (string & {});
  /**
   * Name of the new file, at most 64 characters.
   */
  MediaName?: string | null;
  /**
   * Id of the category of the file.
   */
  ClassId?: number | null;
  /**
   * When the new file shall be deleted, ISO 8601.
   */
  ExpireTime?: string | null;
  /**
   * Length of the new video in seconds; the values depend on the model.
   */
  Duration?: number | null;
  /**
   * Size of the picture, such as 1K or 1080P; the values depend on the model.
   */
  Resolution?: string | null;
  /**
   * Width to height of the picture, such as 16:9; the values depend on the model.
   */
  AspectRatio?: string | null;
  /**
   * Enabled makes sound too, Disabled does not.
   */
  AudioGeneration?: ("Enabled" | "Disabled" | "") | null | (string & {});
  /**
   * Whether people may appear: AllowAdult or Disallowed.
   */
  PersonGeneration?: ("AllowAdult" | "Disallowed" | "") | null | (string & {});
  /**
   * Enabled checks the input for forbidden content, Disabled does not.
   */
  InputComplianceCheck?: ("Enabled" | "Disabled" | "") | null | (string & {});
  /**
   * Enabled checks the output for forbidden content, Disabled does not.
   */
  OutputComplianceCheck?: ("Enabled" | "Disabled" | "") | null | (string & {});
  /**
   * Enabled improves the video after it is made, Disabled does not.
   */
  EnhanceSwitch?: string | null;
  /**
   * Enabled waits for a time of little load, Disabled does not.
   */
  OffPeak?: ("Enabled" | "Disabled" | "") | null | (string & {});
  /**
   * Enabled adds frames between frames (model Vidu), Disabled does not.
   */
  FrameInterpolate?: ("Enabled" | "Disabled" | "") | null | (string & {});
  /**
   * Enabled puts a logo on the picture, Disabled does not.
   */
  LogoAdd?: ("Enabled" | "Disabled" | "") | null | (string & {});
  /**
   * Enabled adds background music, Disabled does not.
   */
  EnableBGM?: ("Enabled" | "Disabled" | "") | null | (string & {});
  [k: string]: unknown;
} | null;
/**
 * What a video model made.
 */
export type TencentVodAigcVideoTaskOutput = {
  /**
   * The new files.
   */
  FileInfos?: TencentVodAigcVideoTaskOutputFileInfo[] | null;
  /**
   * Ids of the processing tasks (type Procedure) that were started for the new files.
   */
  ProcedureTaskIds?: string[] | null;
  /**
   * What the task has used up.
   */
  Usage?: TencentVodAigcVideoTaskUsage;
  [k: string]: unknown;
} | null;
/**
 * What a video task has used up.
 */
export type TencentVodAigcVideoTaskUsage = {
  /**
   * Tokens of the input; counted for some models only.
   */
  InputTokens?: number | null;
  /**
   * Tokens of the thinking; counted for some models only.
   */
  ThoughtTokens?: number | null;
  /**
   * Number of pictures in the input; counted for some models only.
   */
  InputImageCount?: number | null;
  /**
   * Length of the video input in seconds; counted for some models only.
   */
  InputSeconds?: number | null;
  /**
   * Length of the video output in seconds.
   */
  OutputSeconds?: number | null;
  /**
   * Length of input and output together in seconds; counted for some models only.
   */
  TotalSeconds?: number | null;
  [k: string]: unknown;
} | null;
/**
 * A task that reads the digital watermark of a video.
 */
export type TencentVodExtractBlindWatermarkTask = {
  /**
   * Id of the task; no form is promised.
   */
  TaskId?: string | null;
  /**
   * State of the task: WAITING, PROCESSING or FINISH. FINISH covers failure too: see ErrCode.
   */
  Status?: ("WAITING" | "PROCESSING" | "FINISH" | "") | null | (string & {});
  /**
   * Numeric error code: 0 for success, anything else is a failure.
   */
  ErrCode?: number | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * The file in which to look for the watermark.
   */
  InputInfo?: TencentVodExtractBlindWatermarkInputInfo;
  /**
   * Kind of digital watermark: blind-basic or blind-ab.
   */
  Type?: ("blind-basic" | "blind-ab" | "") | null | (string & {});
  /**
   * true where a watermark was found.
   */
  IsDetected?: boolean | null;
  /**
   * Content of the watermark; absent where none was found.
   */
  Result?: string | null;
  /**
   * Id of the viewer from the trace watermark, 6 hexadecimal digits.
   */
  ResultUV?: string | null;
  /**
   * Settings for the extraction.
   */
  ExtractBlindWatermarkConfig?: TencentVodExtractBlindWatermarkTaskConfig;
  /**
   * What the caller gave along when starting the task, at most 1000 characters.
   */
  SessionContext?: string | null;
  /**
   * Deduplication id that the caller gave when starting the task, at most 50 characters.
   */
  SessionId?: string | null;
  [k: string]: unknown;
} | null;
/**
 * The file in which to look for the watermark.
 */
export type TencentVodExtractBlindWatermarkInputInfo = {
  /**
   * How the file is given: FILEID or URL.
   */
  Type?: ("FILEID" | "URL" | "") | null | (string & {});
  /**
   * Id of the media file in which to look for the watermark.
   */
  FileId?: string | null;
  /**
   * Address of the video in which to look for the watermark.
   */
  Url?: string | null;
  [k: string]: unknown;
} | null;
/**
 * Settings for reading the digital watermark.
 */
export type TencentVodExtractBlindWatermarkTaskConfig = {
  /**
   * Length of the slices of the video in milliseconds, 5 seconds by default; for type blind-abseq only.
   */
  SegmentDuration?: number | null;
  [k: string]: unknown;
} | null;
/**
 * A task in which an AI model makes pictures for a given scene, such as product pictures.
 */
export type TencentVodSceneAigcImageTask = {
  /**
   * Id of the task; no form is promised.
   */
  TaskId?: string | null;
  /**
   * State of the task: PROCESSING or FINISH. FINISH covers failure too: see ErrCode.
   */
  Status?: ("PROCESSING" | "FINISH" | "") | null | (string & {});
  /**
   * Numeric error code, not 0 where the source is faulty.
   */
  ErrCode?: number | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * Progress in percent, from 0 to 100.
   */
  Progress?: number | null;
  /**
   * What the task was given.
   */
  Input?: TencentVodSceneAigcImageTaskInput;
  /**
   * What the task made or found.
   */
  Output?: TencentVodSceneAigcImageTaskOutput;
  /**
   * Deduplication id that the caller gave when starting the task, at most 50 characters.
   */
  SessionId?: string | null;
  /**
   * What the caller gave along when starting the task, at most 1000 characters.
   */
  SessionContext?: string | null;
  [k: string]: unknown;
} | null;
/**
 * What a scene picture task was given.
 */
export type TencentVodSceneAigcImageTaskInput = {
  /**
   * The scene and its settings.
   */
  SceneInfo?: TencentVodAigcImageSceneInfo;
  /**
   * The input pictures.
   */
  FileInfos?: TencentVodSceneAigcImageTaskInputFileInfo[] | null;
  /**
   * What the new file shall be like.
   */
  OutputConfig?: TencentVodSceneAigcImageOutputConfig;
  [k: string]: unknown;
} | null;
/**
 * The scene; Type names the member that holds its settings.
 */
export type TencentVodAigcImageSceneInfo = {
  /**
   * Kind of scene: ai_try_on (clothes), product_image or outpainting; selects the settings.
   */
  Type?:
    | (
        | "ai_try_on"
        | "product_image"
        | "outpainting"
        | "change_clothes"
        | "change_clothes_under"
        | "change_clothes_top_wear"
        | "change_clothes_bottom_wear"
        | "change_clothes_full_wear"
        | ""
      )
    | null
    | (string & {});
  /**
   * Settings for trying on clothes; set where Type is ai_try_on.
   */
  AiTryOnConfig?: TencentVodAiTryOnConfig;
  /**
   * Settings for changing clothes. Deprecated: use AiTryOnConfig.
   */
  ChangeClothesConfig?: TencentVodChangeClothesConfig;
  /**
   * Settings for product pictures; set where Type is product_image.
   */
  ProductImageConfig?: TencentVodProductImageConfig;
  [k: string]: unknown;
} | null;
/**
 * Settings for trying on clothes.
 */
export type TencentVodAiTryOnConfig = {
  /**
   * Model for trying on clothes: lite is fast, flash in between, pro the best.
   */
  Model?: ("WAND-tryon-1.0-lite" | "WAND-tryon-1.0-flash" | "WAND-tryon-1.0-pro" | "") | null | (string & {});
  /**
   * Pictures of the clothes, 1 to 4.
   */
  ClothesFileInfos?: TencentVodSceneAigcImageTaskInputFileInfo[] | null;
  /**
   * How the clothes shall be put on, in words.
   */
  Prompt?: string | null;
  [k: string]: unknown;
} | null;
/**
 * Settings for changing clothes; deprecated.
 */
export type TencentVodChangeClothesConfig = {
  /**
   * Pictures of the clothes, 1 or at most 4, by kind of scene.
   */
  ClothesFileInfos?: TencentVodSceneAigcImageTaskInputFileInfo[] | null;
  /**
   * What the model is asked for, in words; for change_clothes only.
   */
  Prompt?: string | null;
  [k: string]: unknown;
} | null;
/**
 * Settings for product pictures.
 */
export type TencentVodProductImageConfig = {
  /**
   * What the background shall show, in words; invented where empty.
   */
  Prompt?: string | null;
  /**
   * What the model shall avoid, in words.
   */
  NegativePrompt?: string | null;
  /**
   * Description of the product.
   */
  ProductDesc?: string | null;
  /**
   * More wishes, in words.
   */
  MoreRequirement?: string | null;
  /**
   * Number of pictures to make, 1 to 10.
   */
  OutputImageCount?: number | null;
  [k: string]: unknown;
} | null;
/**
 * What the new pictures shall be like.
 */
export type TencentVodSceneAigcImageOutputConfig = {
  /**
   * Permanent: kept as a media file; Temporary: kept for a time, with an address only.
   */
  StorageMode?: ("Temporary" | "Permanent" | "") | null | (string & {});
  /**
   * Name of the new file, at most 64 characters.
   */
  MediaName?: string | null;
  /**
   * Id of the category of the file.
   */
  ClassId?: number | null;
  /**
   * When the new file shall be deleted, ISO 8601.
   */
  ExpireTime?: string | null;
  /**
   * Width to height of the picture, W:H; for product pictures and outpainting.
   */
  AspectRatio?: string | null;
  /**
   * Settings for encoding the picture.
   */
  EncodeConfig?: TencentVodImageSceneAigcEncodeConfig;
  /**
   * Width of the new picture, for outpainting only.
   */
  ImageWidth?: number | null;
  /**
   * Height of the new picture, for outpainting only.
   */
  ImageHeight?: number | null;
  /**
   * Size of the picture: 1K, 2K or 4K; for trying on clothes only.
   */
  Resolution?: string | null;
  [k: string]: unknown;
} | null;
/**
 * Format and quality of the new pictures.
 */
export type TencentVodImageSceneAigcEncodeConfig = {
  /**
   * Format of the picture: JPEG or PNG; by default as in the source.
   */
  Format?: string | null;
  /**
   * Quality from 1 to 100, relative to the source picture.
   */
  Quality?: number | null;
  [k: string]: unknown;
} | null;
/**
 * What a scene picture task made.
 */
export type TencentVodSceneAigcImageTaskOutput = {
  /**
   * The new pictures.
   */
  FileInfos?: TencentVodSceneAigcImageTaskOutputFileInfo[] | null;
  [k: string]: unknown;
} | null;
/**
 * A task that creates an element: a person or thing that AI models can use again.
 */
export type TencentVodCreateAigcAdvancedCustomElementTask = {
  /**
   * Id of the task; no form is promised.
   */
  TaskId?: string | null;
  /**
   * State of the task: PROCESSING or FINISH. FINISH covers failure too: see ErrCodeExt.
   */
  Status?: ("PROCESSING" | "FINISH" | "") | null | (string & {});
  /**
   * Numeric error code, not 0 where the source is faulty. Better use ErrCodeExt.
   */
  ErrCode?: number | null;
  /**
   * Empty for success; otherwise a dotted error code of an open list.
   */
  ErrCodeExt?: string | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * Progress in percent, from 0 to 100.
   */
  Progress?: number | null;
  /**
   * What the task was given.
   */
  Input?: TencentVodCreateAigcAdvancedCustomElementInput;
  /**
   * What the task made or found.
   */
  Output?: TencentVodCreateAigcAdvancedCustomElementOutput;
  /**
   * Deduplication id that the caller gave when starting the task, at most 50 characters.
   */
  SessionId?: string | null;
  /**
   * What the caller gave along when starting the task, at most 1000 characters.
   */
  SessionContext?: string | null;
  [k: string]: unknown;
} | null;
/**
 * What the new element shall be.
 */
export type TencentVodCreateAigcAdvancedCustomElementInput = {
  /**
   * Name of the element.
   */
  ElementName?: string | null;
  /**
   * Description of the element.
   */
  ElementDescription?: string | null;
  /**
   * How the element is shown to the model, for example by videos or pictures.
   */
  ReferenceType?: string | null;
  /**
   * Id of the voice of the element.
   */
  ElementVoiceId?: string | null;
  /**
   * Reference videos of the element, in one string.
   */
  ElementVideoList?: string | null;
  /**
   * Reference pictures of the element, in one string.
   */
  ElementImageList?: string | null;
  /**
   * Tags of the element, in one string.
   */
  TagList?: string | null;
  [k: string]: unknown;
} | null;
/**
 * The elements that were created.
 */
export type TencentVodCreateAigcAdvancedCustomElementOutput = {
  /**
   * The elements that were created.
   */
  InfoList?: TencentVodAdvancedElementInfo[] | null;
  [k: string]: unknown;
} | null;
/**
 * A task that creates a voice for AI models.
 */
export type TencentVodCreateAigcCustomVoiceTask = {
  /**
   * Id of the task; no form is promised.
   */
  TaskId?: string | null;
  /**
   * State of the task: PROCESSING or FINISH. FINISH covers failure too: see ErrCodeExt.
   */
  Status?: ("PROCESSING" | "FINISH" | "") | null | (string & {});
  /**
   * Numeric error code, not 0 where the source is faulty. Better use ErrCodeExt.
   */
  ErrCode?: number | null;
  /**
   * Empty for success; otherwise a dotted error code of an open list.
   */
  ErrCodeExt?: string | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * Progress in percent, from 0 to 100.
   */
  Progress?: number | null;
  /**
   * What the task was given.
   */
  Input?: TencentVodCreateAigcCustomVoiceInput;
  /**
   * What the task made or found.
   */
  Output?: TencentVodCreateAigcCustomVoiceOutput;
  /**
   * Deduplication id that the caller gave when starting the task, at most 50 characters.
   */
  SessionId?: string | null;
  /**
   * What the caller gave along when starting the task, at most 1000 characters.
   */
  SessionContext?: string | null;
  [k: string]: unknown;
} | null;
/**
 * What the new voice is made from.
 */
export type TencentVodCreateAigcCustomVoiceInput = {
  /**
   * Name of the voice.
   */
  VoiceName?: string | null;
  /**
   * Address of the sound sample.
   */
  VoiceUrl?: string | null;
  /**
   * Id of an earlier work whose sound serves as the sample.
   */
  VideoId?: string | null;
  [k: string]: unknown;
} | null;
/**
 * The voices that were created.
 */
export type TencentVodCreateAigcCustomVoiceOutput = {
  /**
   * The voices that were created.
   */
  InfoList?: TencentVodCustomVoiceInfo[] | null;
  [k: string]: unknown;
} | null;
/**
 * A task that finds faces in a video.
 */
export type TencentVodDescribeAigcFaceInfoAsyncTask = {
  /**
   * Id of the task; no form is promised.
   */
  TaskId?: string | null;
  /**
   * State of the task: PROCESSING or FINISH. FINISH covers failure too: see ErrCodeExt.
   */
  Status?: ("PROCESSING" | "FINISH" | "") | null | (string & {});
  /**
   * Numeric error code, not 0 where the source is faulty. Better use ErrCodeExt.
   */
  ErrCode?: number | null;
  /**
   * Empty for success; otherwise a dotted error code of an open list.
   */
  ErrCodeExt?:
    | ("RequestLimitExceeded" | "InvalidParameterValue" | "InternalError" | "FailedOperation" | "")
    | null
    | (string & {});
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * Progress in percent, from 0 to 100.
   */
  Progress?: number | null;
  /**
   * What the task was given.
   */
  Input?: TencentVodDescribeAigcFaceInfoAsyncInput;
  /**
   * What the task made or found.
   */
  Output?: TencentVodDescribeAigcFaceInfoAsyncOutput;
  /**
   * Deduplication id that the caller gave when starting the task, at most 50 characters.
   */
  SessionId?: string | null;
  /**
   * What the caller gave along when starting the task, at most 1000 characters.
   */
  SessionContext?: string | null;
  [k: string]: unknown;
} | null;
/**
 * The videos in which to find faces.
 */
export type TencentVodDescribeAigcFaceInfoAsyncInput = {
  /**
   * The input videos.
   */
  FileInfos?: TencentVodAigcFaceInputFileInfo[] | null;
  [k: string]: unknown;
} | null;
/**
 * The faces that were found.
 */
export type TencentVodDescribeAigcFaceInfoAsyncOutput = {
  /**
   * The faces found.
   */
  FaceInfoSet?: TencentVodAigcFaceInfo[] | null;
  [k: string]: unknown;
} | null;
/**
 * A task in which the AI model Hunyuan makes 3D models.
 */
export type TencentVodAigcHunyuan3DTask = {
  /**
   * Id of the task; no form is promised.
   */
  TaskId?: string | null;
  /**
   * State of the task: PROCESSING or FINISH. FINISH covers failure too: see ErrCodeExt.
   */
  Status?: ("PROCESSING" | "FINISH" | "") | null | (string & {});
  /**
   * Numeric error code, not 0 where the source is faulty. Better use ErrCodeExt.
   */
  ErrCode?: number | null;
  /**
   * Empty for success; otherwise a dotted error code of an open list.
   */
  ErrCodeExt?: string | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * Progress in percent, from 0 to 100.
   */
  Progress?: number | null;
  /**
   * What the task was given.
   */
  Input?: TencentVodAigcHunyuan3DTaskInput;
  /**
   * What the task made or found.
   */
  Output?: TencentVodAigcHunyuan3DTaskOutput;
  /**
   * Deduplication id that the caller gave when starting the task, at most 50 characters.
   */
  SessionId?: string | null;
  /**
   * What the caller gave along when starting the task, at most 1000 characters.
   */
  SessionContext?: string | null;
  [k: string]: unknown;
} | null;
/**
 * What a 3D task was given.
 */
export type TencentVodAigcHunyuan3DTaskInput = {
  /**
   * Reference pictures.
   */
  ImageInfos?: TencentVodAigcHunyuan3DReferenceImageInfo[] | null;
  /**
   * Pictures of the object from 2 to 8 sides; the front must be among them.
   */
  MultiViewImageInfos?: TencentVodAigcHunyuan3DMultiViewImageInfo[] | null;
  /**
   * What the 3D model shall be, in words.
   */
  Prompt?: string | null;
  /**
   * What to make: Normal (shape and texture), Geometry (shape only) or Texture (for a given mesh).
   */
  GenerateType?: ("Normal" | "Geometry" | "Texture" | "") | null | (string & {});
  /**
   * Reference 3D models.
   */
  MeshInfos?: TencentVodAigcHunyuan3DMeshInfo[] | null;
  /**
   * Enabled makes materials for physically based rendering, Disabled does not.
   */
  EnablePBR?: ("Enabled" | "Disabled" | "") | null | (string & {});
  /**
   * Number of faces of the mesh; for GenerateType Normal and Geometry.
   */
  FaceCount?: number | null;
  /**
   * Enabled keeps the UV mapping, Disabled does not.
   */
  KeepUV?: ("Enabled" | "Disabled" | "") | null | (string & {});
  /**
   * A format to make beside obj and glb, such as FBX.
   */
  ResultFormat?: ("FBX" | "") | null | (string & {});
  /**
   * Start value for chance; the same seed makes the same result again.
   */
  Seed?: number | null;
  /**
   * Style, in words.
   */
  Style?: string | null;
  /**
   * What the new file shall be like.
   */
  OutputConfig?: TencentVodAigcHunyuan3DOutputConfig;
  [k: string]: unknown;
} | null;
/**
 * How the new files are stored.
 */
export type TencentVodAigcHunyuan3DOutputConfig = {
  /**
   * Temporary: the result is kept for a time, with an address only.
   */
  StorageMode?: ("Temporary" | "") | null | (string & {});
  [k: string]: unknown;
} | null;
/**
 * What a 3D task made.
 */
export type TencentVodAigcHunyuan3DTaskOutput = {
  /**
   * The new files.
   */
  FileInfos?: TencentVodAigcHunyuan3DTaskOutputFileInfo[] | null;
  [k: string]: unknown;
} | null;
/**
 * A transcoding task has ended; retcode tells success from failure.
 */
export type UcloudUmediaTranscode = UcloudUmediaTranscodeSuccess | UcloudUmediaTranscodeFailure;
/**
 * A screenshot task has ended; retcode tells success from failure.
 */
export type UcloudUmediaScreenshot = UcloudUmediaScreenshotSuccess | UcloudUmediaScreenshotFailure;
/**
 * A slicing task has ended; retcode tells success from failure.
 */
export type UcloudUmediaSlice = UcloudUmediaSliceSuccess | UcloudUmediaSliceFailure;
/**
 * A porn detection task has ended; retcode tells success from failure.
 */
export type UcloudUmediaPorn = UcloudUmediaPornSuccess | UcloudUmediaPornFailure;
/**
 * What PullEvents answers: events, or an error where there is one.
 */
export type TencentVodPullEventsResponse = TencentVodPullEventsFailure | TencentVodPullEventsResult;
/**
 * The file at SegmentSetFileUrl: all flagged stretches, of which SegmentSet holds the first ten.
 */
export type TencentVodSegmentSetFile = TencentVodReviewSegment[];
/**
 * The file at SegmentSetFileUrl of a CoverReviewResult: all findings in the cover picture, of which SegmentSet holds the first ten.
 */
export type TencentVodCoverSegmentSetFile = TencentVodCoverSegment[];

/**
 * All that is declared here.
 */
export interface Contract {
  channels: Channels;
  messages: Messages;
}
/**
 * What arrives at each channel.
 */
export interface Channels {
  /**
   * A video outline has been made, or could not be made
   */
  "polyv.video_outline": PolyvVideoOutlineGenerateSuccess | PolyvVideoOutlineGenerateFail;
  /**
   * Something has happened in the app
   */
  "tencent.vod":
    | TencentVodReviewAudioVideoComplete
    | TencentVodNewFileUpload
    | TencentVodProcedureStateChanged
    | TencentVodFileDeleted
    | TencentVodPullComplete
    | TencentVodEditMediaComplete
    | TencentVodSplitMediaComplete
    | TencentVodComposeMediaComplete
    | TencentVodClipComplete
    | TencentVodTranscodeComplete
    | TencentVodCreateImageSpriteComplete
    | TencentVodConcatComplete
    | TencentVodCreateSnapshotByTimeOffsetComplete
    | TencentVodWechatPublishComplete
    | TencentVodWechatMiniProgramPublishComplete
    | TencentVodRemoveWatermark
    | TencentVodRestoreMediaComplete
    | TencentVodRebuildMediaComplete
    | TencentVodExtractTraceWatermarkComplete
    | TencentVodExtractCopyRightWatermarkComplete
    | TencentVodDescribeFileAttributesComplete
    | TencentVodQualityInspectComplete
    | TencentVodQualityEnhanceComplete
    | TencentVodMediaCastStatusChanged
    | TencentVodPersistenceComplete
    | TencentVodComplexAdaptiveDynamicStreamingComplete
    | TencentVodProcessMediaByMPSComplete
    | TencentVodAigcImageTaskComplete
    | TencentVodAigcVideoTaskComplete
    | TencentVodExtractBlindWatermarkComplete
    | TencentVodSceneAigcImageCompleteEvent
    | TencentVodCreateAigcAdvancedCustomElementCompleteEvent
    | TencentVodCreateAigcCustomVoiceCompleteEvent
    | TencentVodDescribeAigcFaceInfoAsyncComplete
    | TencentVodAigcHunyuan3DTaskComplete
    | TencentVodOtherEvent;
  /**
   * A transcoding task has ended
   */
  "ucloud.umedia.transcode": UcloudUmediaTranscode;
  /**
   * A screenshot task has ended
   */
  "ucloud.umedia.screenshot": UcloudUmediaScreenshot;
  /**
   * A slicing task has ended
   */
  "ucloud.umedia.slice": UcloudUmediaSlice;
  /**
   * A porn detection task has ended
   */
  "ucloud.umedia.porn": UcloudUmediaPorn;
}
/**
 * The outline of a video has been made.
 */
export interface PolyvVideoOutlineGenerateSuccess {
  /**
   * Signature of the timestamp.
   */
  sign: PolyvVideoOutlineSign;
  /**
   * When the event was raised, in milliseconds since the Unix epoch.
   */
  timestamp: PolyvVideoOutlineTimestamp;
  /**
   * Names the message.
   */
  callbackType: "generate_success";
  /**
   * The outline task that has ended.
   */
  taskId: PolyvVideoOutlineTaskId;
  /**
   * Id of the video. Samples look like 32 hexadecimal digits, an underscore and the first digit again, but ids without the suffix exist.
   */
  vid: string;
  /**
   * The chapters, in order.
   */
  outlineInfo: PolyvVideoOutlineChapter[];
  [k: string]: unknown;
}
/**
 * One chapter of the outline.
 */
export interface PolyvVideoOutlineChapter {
  /**
   * Heading of the chapter.
   */
  title?: string | null;
  /**
   * Where the chapter begins.
   */
  startTime?: PolyvVideoOutlineTimeOffset;
  /**
   * Where the chapter ends; the next one may begin here or after a gap.
   */
  endTime?: PolyvVideoOutlineTimeOffset;
  /**
   * First subtitle line of the chapter, counted from 0.
   */
  startIndex?: number | null;
  /**
   * Last subtitle line of the chapter, inclusive.
   */
  endIndex?: number | null;
  /**
   * Statements that sum the chapter up.
   */
  summary?: string[] | null;
  /**
   * Key terms of the chapter.
   */
  keyword?: string[] | null;
  [k: string]: unknown;
}
/**
 * The outline of a video could not be made. The vendor gives no reason.
 */
export interface PolyvVideoOutlineGenerateFail {
  /**
   * Signature of the timestamp.
   */
  sign: PolyvVideoOutlineSign;
  /**
   * When the event was raised, in milliseconds since the Unix epoch.
   */
  timestamp: PolyvVideoOutlineTimestamp;
  /**
   * Names the message.
   */
  callbackType: "generate_fail";
  /**
   * The outline task that has ended.
   */
  taskId: PolyvVideoOutlineTaskId;
  /**
   * Id of the video. Samples look like 32 hexadecimal digits, an underscore and the first digit again, but ids without the suffix exist.
   */
  vid: string;
  [k: string]: unknown;
}
/**
 * The review of an audio or video file has ended. The same object is pushed as a callback and, with an EventHandle, pulled with PullEvents.
 */
export interface TencentVodReviewAudioVideoComplete {
  /**
   * Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity.
   */
  EventHandle?: string | null;
  /**
   * Names the message and selects the member that holds the event.
   */
  EventType: "ReviewAudioVideoComplete";
  /**
   * The event itself. The members of other event types are absent or null beside it.
   */
  ReviewAudioVideoCompleteEvent: TencentVodReviewAudioVideoTask;
  /**
   * MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body.
   */
  Sign?: string | null;
  /**
   * When the signature expires, in seconds since the Unix epoch, present together with Sign.
   */
  T?: (number | null) | string;
  [k: string]: unknown;
}
/**
 * A review task that has ended. A failed one also has the status FINISH; ErrCodeExt tells success from failure.
 */
export interface TencentVodReviewAudioVideoTask {
  /**
   * Id of the task; no form is promised.
   */
  TaskId: string;
  /**
   * State of the task.
   */
  Status?: ("PROCESSING" | "FINISH") | null | (string & {});
  /**
   * Empty for success; otherwise a dotted error code of an open list, such as SourceFileError.NoVideoMedia.
   */
  ErrCodeExt?: string | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * What was reviewed.
   */
  Input?: TencentVodReviewInput;
  /**
   * What the review found; absent or null where the task failed (our reading).
   */
  Output?: TencentVodReviewOutput;
  /**
   * What the caller gave along when starting the task, at most 1000 characters.
   */
  SessionContext?: string | null;
  /**
   * Deduplication id that the caller gave when starting the task, at most 50 characters.
   */
  SessionId?: string | null;
  [k: string]: unknown;
}
/**
 * One stretch of the media that the review flagged.
 */
export interface TencentVodReviewSegment {
  /**
   * Where the stretch begins, in seconds.
   */
  StartTimeOffset?: number | null;
  /**
   * Where the stretch ends, in seconds.
   */
  EndTimeOffset?: number | null;
  /**
   * How sure the vendor is, from 0 to 100.
   */
  Confidence?: number | null;
  /**
   * Advice for this item.
   */
  Suggestion?: TencentVodSuggestion;
  /**
   * The kind of offence found in this item.
   */
  Label?: TencentVodReviewLabel;
  /**
   * A finer label, in free text.
   */
  SubLabel?: string | null;
  /**
   * Where the offence was found in this item.
   */
  Form?: TencentVodReviewForm;
  /**
   * Pixel coordinates x1, y1, x2, y2 of the area; empty where there is none.
   */
  AreaCoordSet?: number[] | null;
  /**
   * Text recognised in a picture or in speech.
   */
  Text?: string | null;
  /**
   * Words of the text that offend.
   */
  KeywordSet?: string[] | null;
  /**
   * Address of a picture of the stretch. Added after the page was written.
   */
  Url?: string | null;
  /**
   * When that address expires, ISO 8601. Added after the page was written.
   */
  PicUrlExpireTime?: string | null;
  [k: string]: unknown;
}
/**
 * One finding in the cover picture.
 */
export interface TencentVodCoverSegment {
  /**
   * How sure the vendor is, from 0 to 100.
   */
  Confidence?: number | null;
  /**
   * Advice for this item.
   */
  Suggestion?: TencentVodSuggestion;
  /**
   * The kind of offence found in this item.
   */
  Label?: TencentVodReviewLabel;
  /**
   * A finer label, in free text.
   */
  SubLabel?: string | null;
  /**
   * Where the offence was found in this item.
   */
  Form?: TencentVodReviewForm;
  /**
   * Pixel coordinates x1, y1, x2, y2 of the area; empty where there is none.
   */
  AreaCoordSet?: number[] | null;
  /**
   * Text recognised in a picture or in speech.
   */
  Text?: string | null;
  /**
   * Words of the text that offend.
   */
  KeywordSet?: string[] | null;
  [k: string]: unknown;
}
/**
 * Sent when a file has been uploaded.
 */
export interface TencentVodNewFileUpload {
  /**
   * Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity.
   */
  EventHandle?: string | null;
  /**
   * Names the message and selects the member that holds the event.
   */
  EventType: "NewFileUpload";
  /**
   * The event itself. The members of other event types are absent or null beside it.
   */
  FileUploadEvent?: TencentVodFileUploadTask;
  /**
   * MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body.
   */
  Sign?: string | null;
  /**
   * When the signature expires, in seconds since the Unix epoch, present together with Sign.
   */
  T?: (number | null) | string;
  [k: string]: unknown;
}
/**
 * A video stream of a media file.
 */
export interface TencentVodMediaVideoStreamItem {
  /**
   * Bit rate in bits per second.
   */
  Bitrate?: number | null;
  /**
   * Height of the picture in pixels.
   */
  Height?: number | null;
  /**
   * Width of the picture in pixels.
   */
  Width?: number | null;
  /**
   * Codec of the stream, such as h264 or aac.
   */
  Codec?: string | null;
  /**
   * Frames per second.
   */
  Fps?: number | null;
  /**
   * Tag of the codec; set for hevc only.
   */
  CodecTag?: string | null;
  /**
   * Dynamic range of the picture; set for files transcoded since 2023-01-10.
   */
  DynamicRangeInfo?: TencentVodDynamicRangeInfo;
  [k: string]: unknown;
}
/**
 * An audio stream of a media file.
 */
export interface TencentVodMediaAudioStreamItem {
  /**
   * Bit rate in bits per second.
   */
  Bitrate?: number | null;
  /**
   * Sampling rate in hertz.
   */
  SamplingRate?: number | null;
  /**
   * Codec of the stream, such as h264 or aac.
   */
  Codec?: string | null;
  [k: string]: unknown;
}
/**
 * Sent when a task flow changes its state or ends, as TasksNotifyMode says.
 */
export interface TencentVodProcedureStateChanged {
  /**
   * Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity.
   */
  EventHandle?: string | null;
  /**
   * Names the message and selects the member that holds the event.
   */
  EventType: "ProcedureStateChanged";
  /**
   * The event itself. The members of other event types are absent or null beside it.
   */
  ProcedureStateChangeEvent?: TencentVodProcedureTask;
  /**
   * MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body.
   */
  Sign?: string | null;
  /**
   * When the signature expires, in seconds since the Unix epoch, present together with Sign.
   */
  T?: (number | null) | string;
  [k: string]: unknown;
}
/**
 * One processing task of a flow; Type names the member that holds it.
 */
export interface TencentVodMediaProcessTaskResult {
  /**
   * Kind of task; selects the member that holds it.
   */
  Type?:
    | (
        | "Transcode"
        | "AnimatedGraphics"
        | "SnapshotByTimeOffset"
        | "SampleSnapshot"
        | "ImageSprites"
        | "CoverBySnapshot"
        | "AdaptiveDynamicStreaming"
        | ""
      )
    | null
    | (string & {});
  /**
   * Transcoding; set where Type is Transcode.
   */
  TranscodeTask?: TencentVodMediaProcessTaskTranscodeResult;
  /**
   * Making an animated picture; set where Type is AnimatedGraphics.
   */
  AnimatedGraphicTask?: TencentVodMediaProcessTaskAnimatedGraphicResult;
  /**
   * Snapshots at given times; set where Type is SnapshotByTimeOffset.
   */
  SnapshotByTimeOffsetTask?: TencentVodMediaProcessTaskSnapshotByTimeOffsetResult;
  /**
   * Snapshots at regular intervals; set where Type is SampleSnapshot.
   */
  SampleSnapshotTask?: TencentVodMediaProcessTaskSampleSnapshotResult;
  /**
   * Making image sprites; set where Type is ImageSprites (the vendor also writes ImageSprite).
   */
  ImageSpriteTask?: TencentVodMediaProcessTaskImageSpriteResult;
  /**
   * Taking a snapshot as the cover; set where Type is CoverBySnapshot.
   */
  CoverBySnapshotTask?: TencentVodMediaProcessTaskCoverBySnapshotResult;
  /**
   * Making adaptive bit rate streams; set where Type is AdaptiveDynamicStreaming.
   */
  AdaptiveDynamicStreamingTask?: TencentVodMediaProcessTaskAdaptiveDynamicStreamingResult;
  [k: string]: unknown;
}
/**
 * A watermark to put on the picture.
 */
export interface TencentVodWatermarkInput {
  /**
   * Id of the template.
   */
  Definition?: number | null;
  /**
   * Text of a text watermark, at most 100 characters.
   */
  TextContent?: string | null;
  /**
   * SVG source of an SVG watermark, at most 2,000,000 characters.
   */
  SvgContent?: string | null;
  /**
   * When the watermark appears, in seconds; negative counts from the end, 0 is the start.
   */
  StartTimeOffset?: number | null;
  /**
   * When the watermark goes, in seconds; negative counts from the end, 0 is the end.
   */
  EndTimeOffset?: number | null;
  [k: string]: unknown;
}
/**
 * An area to blur with a mosaic.
 */
export interface TencentVodMosaicInput {
  /**
   * Corner of the picture from which positions are counted; only TopLeft exists.
   */
  CoordinateOrigin?: string | null;
  /**
   * Horizontal position from the origin, such as 10% (of the width) or 100px.
   */
  XPos?: string | null;
  /**
   * Vertical position from the origin, such as 10% (of the height) or 100px.
   */
  YPos?: string | null;
  /**
   * Width of the mosaic, such as 10% (of the video width) or 100px.
   */
  Width?: string | null;
  /**
   * Height of the mosaic, such as 10% (of the video height) or 100px.
   */
  Height?: string | null;
  /**
   * When the mosaic appears, in seconds; negative counts from the end, 0 is the start.
   */
  StartTimeOffset?: number | null;
  /**
   * When the mosaic goes, in seconds; negative counts from the end, 0 is the end.
   */
  EndTimeOffset?: number | null;
  [k: string]: unknown;
}
/**
 * An opening or ending to add.
 */
export interface TencentVodHeadTailTaskInput {
  /**
   * Id of the template.
   */
  Definition?: number | null;
  [k: string]: unknown;
}
/**
 * Subtitles to burn into the picture, and their look.
 */
export interface TencentVodSubtitleInfoInput {
  /**
   * Id of the subtitle.
   */
  Id?: string | null;
  /**
   * Index of the subtitle track of the source to burn in; used with the Id SUBTITLE_ID_PLACE_HOLDER only.
   */
  StreamIndex?: number | null;
  /**
   * Font file, such as hei.ttf.
   */
  FontType?: string | null;
  /**
   * Size of the font in pixels (Npx) or as a percentage of the video height (N%).
   */
  FontSize?: string | null;
  /**
   * Colour of the text, 0xRRGGBB.
   */
  FontColor?: string | null;
  /**
   * Opacity of the text, from 0 (invisible) to 1 (opaque).
   */
  FontAlpha?: number | null;
  /**
   * Vertical position of the text, Npx or N% of the video height, counted from the bottom.
   */
  YPos?: string | null;
  /**
   * Vertical position of the board behind the text, Npx or N% of the video height, from the bottom.
   */
  BoardY?: string | null;
  /**
   * Width of the board behind the text, Npx or N% of the video width.
   */
  BoardWidth?: string | null;
  /**
   * Height of the board behind the text, Npx or N% of the video height.
   */
  BoardHeight?: string | null;
  /**
   * Colour of the board behind the text, 0xRRGGBB.
   */
  BoardColor?: string | null;
  /**
   * Opacity of the board behind the text, from 0 (invisible) to 1 (opaque).
   */
  BoardAlpha?: number | null;
  /**
   * Which edge of the text stays in place: top or bottom.
   */
  Alignment?: ("top" | "bottom" | "") | null | (string & {});
  /**
   * Width of the outline of the text, Npx or N%.
   */
  OutlineWidth?: string | null;
  /**
   * Colour of the outline of the text, 0xRRGGBB.
   */
  OutlineColor?: string | null;
  /**
   * Opacity of the outline of the text, from 0 (invisible) to 1 (opaque).
   */
  OutlineAlpha?: number | null;
  /**
   * Width of the shadow of the text, Npx or N%.
   */
  ShadowWidth?: string | null;
  /**
   * Colour of the shadow of the text, 0xRRGGBB.
   */
  ShadowColor?: string | null;
  /**
   * Opacity of the shadow of the text, from 0 (invisible) to 1 (opaque).
   */
  ShadowAlpha?: number | null;
  /**
   * Space between lines, Npx or N%.
   */
  LineSpacing?: string | null;
  [k: string]: unknown;
}
/**
 * One snapshot taken at a given time.
 */
export interface TencentVodMediaSnapshotByTimePicInfoItem {
  /**
   * Time of the snapshot in the video, in milliseconds.
   */
  TimeOffset?: number | null;
  /**
   * Address of the snapshot.
   */
  Url?: string | null;
  /**
   * Ids of the watermark templates that were used on the picture.
   */
  WaterMarkDefinition?: number[] | null;
  [k: string]: unknown;
}
/**
 * One of the streams between which a player can change.
 */
export interface TencentVodMediaSubStreamInfoItem {
  /**
   * audio (no picture) or video (may have sound).
   */
  Type?: ("audio" | "video" | "") | null | (string & {});
  /**
   * Width of the picture in pixels; for video only.
   */
  Width?: number | null;
  /**
   * Height of the picture in pixels; for video only.
   */
  Height?: number | null;
  /**
   * Size in bytes; 0 for files made before 2023-02-09T16:00:00Z.
   */
  Size?: number | null;
  [k: string]: unknown;
}
/**
 * A subtitle of a media file.
 */
export interface TencentVodMediaSubtitleItem {
  /**
   * Id of the subtitle.
   */
  Id?: string | null;
  /**
   * Name of the subtitle.
   */
  Name?: string | null;
  /**
   * Language code, such as zh or en (RFC 5646).
   */
  Language?:
    | ("zh" | "en" | "ja" | "ko" | "vi" | "ms" | "th" | "pt" | "tr" | "ar" | "es" | "hi" | "fr" | "")
    | null
    | (string & {});
  /**
   * Format of the subtitle; vtt.
   */
  Format?: ("vtt" | "") | null | (string & {});
  /**
   * Address of the subtitle file.
   */
  Url?: string | null;
  /**
   * UserUploaded, or AIRecognition where it was made from speech.
   */
  Source?: ("UserUploaded" | "AIRecognition" | "") | null | (string & {});
  [k: string]: unknown;
}
/**
 * One review task of a flow; Type names the member that holds it.
 */
export interface TencentVodAiContentReviewResult {
  /**
   * Kind of review; selects the member that holds it.
   */
  Type?:
    | (
        | "Porn"
        | "Terrorism"
        | "Political"
        | "Porn.Asr"
        | "Porn.Ocr"
        | "Political.Asr"
        | "Political.Ocr"
        | "Terrorism.Ocr"
        | "Prohibited.Asr"
        | "Prohibited.Ocr"
        | ""
      )
    | null
    | (string & {});
  /**
   * Review of pictures for pornography; set where Type is Porn.
   */
  PornTask?: TencentVodAiReviewTaskPornResult;
  /**
   * Review of pictures for violence and terrorism; set where Type is Terrorism.
   */
  TerrorismTask?: TencentVodAiReviewTaskTerrorismResult;
  /**
   * Review of pictures for politically sensitive content; set where Type is Political.
   */
  PoliticalTask?: TencentVodAiReviewTaskPoliticalResult;
  /**
   * Review of speech for pornography; set where Type is Porn.Asr.
   */
  PornAsrTask?: TencentVodAiReviewTaskPornAsrResult;
  /**
   * Review of text in pictures for pornography; set where Type is Porn.Ocr.
   */
  PornOcrTask?: TencentVodAiReviewTaskPornOcrResult;
  /**
   * Review of speech for politically sensitive content; set where Type is Political.Asr.
   */
  PoliticalAsrTask?: TencentVodAiReviewTaskPoliticalAsrResult;
  /**
   * Review of text in pictures for politically sensitive content; set where Type is Political.Ocr.
   */
  PoliticalOcrTask?: TencentVodAiReviewTaskPoliticalOcrResult;
  /**
   * Review of text in pictures for violence and terrorism; set where Type is Terrorism.Ocr.
   */
  TerrorismOcrTask?: TencentVodAiReviewTaskTerrorismOcrResult;
  /**
   * Review of text in pictures for forbidden content; set where Type is Prohibited.Ocr.
   */
  ProhibitedOcrTask?: TencentVodAiReviewTaskProhibitedOcrResult;
  /**
   * Review of speech for forbidden content; set where Type is Prohibited.Asr.
   */
  ProhibitedAsrTask?: TencentVodAiReviewTaskProhibitedAsrResult;
  [k: string]: unknown;
}
/**
 * A stretch that the review of pictures flagged.
 */
export interface TencentVodMediaContentReviewSegmentItem {
  /**
   * Where the stretch begins, in seconds.
   */
  StartTimeOffset?: number | null;
  /**
   * Where the stretch ends, in seconds.
   */
  EndTimeOffset?: number | null;
  /**
   * How sure the vendor is, from 0 to 100.
   */
  Confidence?: number | null;
  /**
   * The kind of offence found.
   */
  Label?: string | null;
  /**
   * Advice of the review: pass, review (look at it) or block.
   */
  Suggestion?: ("pass" | "review" | "block" | "") | null | (string & {});
  /**
   * Address of a picture of the stretch; it is deleted later.
   */
  Url?: string | null;
  /**
   * @deprecated
   * Deprecated: use PicUrlExpireTime.
   */
  PicUrlExpireTimeStamp?: number | null;
  /**
   * When the picture is deleted, ISO 8601.
   */
  PicUrlExpireTime?: string | null;
  [k: string]: unknown;
}
/**
 * A stretch that the review of pictures flagged as politically sensitive.
 */
export interface TencentVodMediaContentReviewPoliticalSegmentItem {
  /**
   * Where the stretch begins, in seconds.
   */
  StartTimeOffset?: number | null;
  /**
   * Where the stretch ends, in seconds.
   */
  EndTimeOffset?: number | null;
  /**
   * How sure the vendor is, from 0 to 100.
   */
  Confidence?: number | null;
  /**
   * Advice of the review: pass, review (look at it) or block.
   */
  Suggestion?: ("pass" | "review" | "block" | "") | null | (string & {});
  /**
   * Name of the person or the sign.
   */
  Name?: string | null;
  /**
   * The kind of offence found.
   */
  Label?:
    | (
        | "violation_photo"
        | "nation_politician"
        | "province_politician"
        | "bureau_politician"
        | "county_politician"
        | "rural_politician"
        | "sensitive_politician"
        | "foreign_politician"
        | "sensitive_entertainment"
        | "sensitive_sport"
        | "sensitive_entrepreneur"
        | "sensitive_scholar"
        | "sensitive_celebrity"
        | "historical_celebrity"
        | "sensitive_military"
        | ""
      )
    | null
    | (string & {});
  /**
   * Address of a picture of the stretch; it is deleted later.
   */
  Url?: string | null;
  /**
   * Pixel coordinates x1, y1, x2, y2 of the area: its upper left and lower right corners.
   */
  AreaCoordSet?: number[] | null;
  /**
   * @deprecated
   * Deprecated: use PicUrlExpireTime.
   */
  PicUrlExpireTimeStamp?: number | null;
  /**
   * When the picture is deleted, ISO 8601.
   */
  PicUrlExpireTime?: string | null;
  [k: string]: unknown;
}
/**
 * A stretch that the review of speech flagged.
 */
export interface TencentVodMediaContentReviewAsrTextSegmentItem {
  /**
   * Where the stretch begins, in seconds.
   */
  StartTimeOffset?: number | null;
  /**
   * Where the stretch ends, in seconds.
   */
  EndTimeOffset?: number | null;
  /**
   * How sure the vendor is, from 0 to 100.
   */
  Confidence?: number | null;
  /**
   * Advice of the review: pass, review (look at it) or block.
   */
  Suggestion?: ("pass" | "review" | "block" | "") | null | (string & {});
  /**
   * Words of the text that offend.
   */
  KeywordSet?: string[] | null;
  [k: string]: unknown;
}
/**
 * A stretch that the review of text in pictures flagged.
 */
export interface TencentVodMediaContentReviewOcrTextSegmentItem {
  /**
   * Where the stretch begins, in seconds.
   */
  StartTimeOffset?: number | null;
  /**
   * Where the stretch ends, in seconds.
   */
  EndTimeOffset?: number | null;
  /**
   * How sure the vendor is, from 0 to 100.
   */
  Confidence?: number | null;
  /**
   * Advice of the review: pass, review (look at it) or block.
   */
  Suggestion?: ("pass" | "review" | "block" | "") | null | (string & {});
  /**
   * Words of the text that offend.
   */
  KeywordSet?: string[] | null;
  /**
   * Pixel coordinates x1, y1, x2, y2 of the area: its upper left and lower right corners.
   */
  AreaCoordSet?: number[] | null;
  /**
   * Address of a picture of the stretch; it is deleted later.
   */
  Url?: string | null;
  /**
   * When the picture is deleted, ISO 8601.
   */
  PicUrlExpireTime?: string | null;
  [k: string]: unknown;
}
/**
 * One content analysis task of a flow; Type names the member that holds it.
 */
export interface TencentVodAiAnalysisResult {
  /**
   * Kind of analysis; selects the member that holds it.
   */
  Type?: ("Classification" | "Cover" | "Tag" | "FrameTag" | "Highlight" | "") | null | (string & {});
  /**
   * Sorting the media into categories; set where Type is Classification.
   */
  ClassificationTask?: TencentVodAiAnalysisTaskClassificationResult;
  /**
   * Choosing covers; set where Type is Cover.
   */
  CoverTask?: TencentVodAiAnalysisTaskCoverResult;
  /**
   * Finding tags for the whole media; set where Type is Tag.
   */
  TagTask?: TencentVodAiAnalysisTaskTagResult;
  /**
   * Finding tags frame by frame; set where Type is FrameTag.
   */
  FrameTagTask?: TencentVodAiAnalysisTaskFrameTagResult;
  /**
   * Finding highlights; set where Type is Highlight.
   */
  HighlightTask?: TencentVodAiAnalysisTaskHighlightResult;
  [k: string]: unknown;
}
/**
 * One category found for the media.
 */
export interface TencentVodMediaAiAnalysisClassificationItem {
  /**
   * Name of the category.
   */
  Classification?: string | null;
  /**
   * How sure the vendor is, from 0 to 100.
   */
  Confidence?: number | null;
  [k: string]: unknown;
}
/**
 * One cover found for the media.
 */
export interface TencentVodMediaAiAnalysisCoverItem {
  /**
   * Address of the cover picture.
   */
  CoverUrl?: string | null;
  /**
   * How sure the vendor is, from 0 to 100.
   */
  Confidence?: number | null;
  [k: string]: unknown;
}
/**
 * One tag found for the media.
 */
export interface TencentVodMediaAiAnalysisTagItem {
  /**
   * Name of the tag.
   */
  Tag?: string | null;
  /**
   * How sure the vendor is, from 0 to 100.
   */
  Confidence?: number | null;
  [k: string]: unknown;
}
/**
 * A stretch with the tags found in it.
 */
export interface TencentVodMediaAiAnalysisFrameTagSegmentItem {
  /**
   * Where the stretch begins, in seconds.
   */
  StartTimeOffset?: number | null;
  /**
   * Where the stretch ends, in seconds.
   */
  EndTimeOffset?: number | null;
  /**
   * The tags found in this stretch.
   */
  TagSet?: TencentVodMediaAiAnalysisFrameTagItem[] | null;
  [k: string]: unknown;
}
/**
 * One tag found in a stretch.
 */
export interface TencentVodMediaAiAnalysisFrameTagItem {
  /**
   * Name of the tag.
   */
  Tag?: string | null;
  /**
   * Categories of the tag, from the first level down, such as scene, building.
   */
  CategorySet?: string[] | null;
  /**
   * How sure the vendor is, from 0 to 100.
   */
  Confidence?: number | null;
  [k: string]: unknown;
}
/**
 * One highlight: a short video of the best stretches.
 */
export interface TencentVodMediaAiAnalysisHighlightItem {
  /**
   * Address of the highlight video.
   */
  HighlightUrl?: string | null;
  /**
   * Address of the cover picture of the highlight.
   */
  CovImgUrl?: string | null;
  /**
   * How sure the vendor is, from 0 to 100.
   */
  Confidence?: number | null;
  /**
   * Length in seconds.
   */
  Duration?: number | null;
  /**
   * The stretches of which the highlight is put together.
   */
  SegmentSet?: TencentVodHighlightSegmentItem[] | null;
  [k: string]: unknown;
}
/**
 * One stretch of a highlight.
 */
export interface TencentVodHighlightSegmentItem {
  /**
   * How sure the vendor is, from 0 to 100.
   */
  Confidence?: number | null;
  /**
   * Where the stretch begins, in seconds.
   */
  StartTimeOffset?: number | null;
  /**
   * Where the stretch ends, in seconds.
   */
  EndTimeOffset?: number | null;
  [k: string]: unknown;
}
/**
 * One content recognition task of a flow; Type names the member that holds it.
 */
export interface TencentVodAiRecognitionResult {
  /**
   * Kind of recognition; selects the member that holds it.
   */
  Type?:
    | (
        | "FaceRecognition"
        | "AsrWordsRecognition"
        | "OcrWordsRecognition"
        | "AsrFullTextRecognition"
        | "AsrTranslateRecognition"
        | "OcrFullTextRecognition"
        | "HeadTailRecognition"
        | "ObjectRecognition"
        | ""
      )
    | null
    | (string & {});
  /**
   * Finding the opening and the ending; set where Type is HeadTailRecognition.
   */
  HeadTailTask?: TencentVodAiRecognitionTaskHeadTailResult;
  /**
   * Splitting the media into parts; set where Type is SegmentRecognition.
   */
  SegmentTask?: TencentVodAiRecognitionTaskSegmentResult;
  /**
   * Recognising faces; set where Type is FaceRecognition.
   */
  FaceTask?: TencentVodAiRecognitionTaskFaceResult;
  /**
   * Finding keywords in speech; set where Type is AsrWordsRecognition.
   */
  AsrWordsTask?: TencentVodAiRecognitionTaskAsrWordsResult;
  /**
   * Writing down all speech; set where Type is AsrFullTextRecognition.
   */
  AsrFullTextTask?: TencentVodAiRecognitionTaskAsrFullTextResult;
  /**
   * Translating speech; set where Type is AsrTranslateRecognition.
   */
  AsrTranslateTask?: TencentVodAiRecognitionTaskAsrTranslateResult;
  /**
   * Finding keywords in the text of pictures; set where Type is OcrWordsRecognition.
   */
  OcrWordsTask?: TencentVodAiRecognitionTaskOcrWordsResult;
  /**
   * Reading all text in pictures; set where Type is OcrFullTextRecognition.
   */
  OcrFullTextTask?: TencentVodAiRecognitionTaskOcrFullTextResult;
  /**
   * Recognising objects; set where Type is ObjectRecognition.
   */
  ObjectTask?: TencentVodAiRecognitionTaskObjectResult;
  [k: string]: unknown;
}
/**
 * One of the parts into which the media was split.
 */
export interface TencentVodAiRecognitionTaskSegmentSegmentItem {
  /**
   * Id of the part as a media file; set where source and part are both media files.
   */
  FileId?: string | null;
  /**
   * Address of the part as a video.
   */
  SegmentUrl?: string | null;
  /**
   * How sure the vendor is, from 0 to 100.
   */
  Confidence?: number | null;
  /**
   * Where the stretch begins, in seconds.
   */
  StartTimeOffset?: number | null;
  /**
   * Where the stretch ends, in seconds.
   */
  EndTimeOffset?: number | null;
  /**
   * Address of the cover picture.
   */
  CovImgUrl?: string | null;
  /**
   * Special field; ignore it.
   */
  SpecialInfo?: string | null;
  [k: string]: unknown;
}
/**
 * A person who was recognised.
 */
export interface TencentVodAiRecognitionTaskFaceResultItem {
  /**
   * Id of the person.
   */
  Id?: string | null;
  /**
   * Library that knows the person: Default (the vendor's) or UserDefine (your own).
   */
  Type?: string | null;
  /**
   * Name of the person.
   */
  Name?: string | null;
  /**
   * The stretches in which the person appears.
   */
  SegmentSet?: TencentVodAiRecognitionTaskFaceSegmentItem[] | null;
  [k: string]: unknown;
}
/**
 * A stretch in which the person appears.
 */
export interface TencentVodAiRecognitionTaskFaceSegmentItem {
  /**
   * Where the stretch begins, in seconds.
   */
  StartTimeOffset?: number | null;
  /**
   * Where the stretch ends, in seconds.
   */
  EndTimeOffset?: number | null;
  /**
   * How sure the vendor is, from 0 to 100.
   */
  Confidence?: number | null;
  /**
   * Pixel coordinates x1, y1, x2, y2 of the area: its upper left and lower right corners.
   */
  AreaCoordSet?: number[] | null;
  [k: string]: unknown;
}
/**
 * A keyword that was heard.
 */
export interface TencentVodAiRecognitionTaskAsrWordsResultItem {
  /**
   * The keyword.
   */
  Word?: string | null;
  /**
   * The stretches in which the word is spoken.
   */
  SegmentSet?: TencentVodAiRecognitionTaskAsrWordsSegmentItem[] | null;
  [k: string]: unknown;
}
/**
 * A stretch in which the keyword is spoken.
 */
export interface TencentVodAiRecognitionTaskAsrWordsSegmentItem {
  /**
   * Where the stretch begins, in seconds.
   */
  StartTimeOffset?: number | null;
  /**
   * Where the stretch ends, in seconds.
   */
  EndTimeOffset?: number | null;
  /**
   * How sure the vendor is, from 0 to 100.
   */
  Confidence?: number | null;
  [k: string]: unknown;
}
/**
 * A stretch of speech with its text.
 */
export interface TencentVodAiRecognitionTaskAsrFullTextSegmentItem {
  /**
   * How sure the vendor is, from 0 to 100.
   */
  Confidence?: number | null;
  /**
   * Where the stretch begins, in seconds.
   */
  StartTimeOffset?: number | null;
  /**
   * Where the stretch ends, in seconds.
   */
  EndTimeOffset?: number | null;
  /**
   * Text recognised in a picture or in speech.
   */
  Text?: string | null;
  [k: string]: unknown;
}
/**
 * A subtitle file made from speech.
 */
export interface TencentVodAiRecognitionTaskAsrFullTextResultOutputSubtitleItem {
  /**
   * Id of the subtitle; set where Format is vtt, for tasks since 2024-11-01T10:00:00Z.
   */
  Id?: string | null;
  /**
   * Name to show in a player; set where Format is vtt, for tasks since 2024-11-01T10:00:00Z.
   */
  Name?: string | null;
  /**
   * Language code, such as zh or en (RFC 5646).
   */
  Language?: string | null;
  /**
   * Format of the subtitle: vtt or srt.
   */
  Format?: ("vtt" | "srt" | "") | null | (string & {});
  /**
   * Address of the subtitle file.
   */
  Url?: string | null;
  [k: string]: unknown;
}
/**
 * A stretch of speech with its text and the translation.
 */
export interface TencentVodAiRecognitionTaskAsrTranslateSegmentItem {
  /**
   * How sure the vendor is, from 0 to 100.
   */
  Confidence?: number | null;
  /**
   * Where the stretch begins, in seconds.
   */
  StartTimeOffset?: number | null;
  /**
   * Where the stretch ends, in seconds.
   */
  EndTimeOffset?: number | null;
  /**
   * Text recognised in a picture or in speech.
   */
  Text?: string | null;
  /**
   * The translated text.
   */
  Translation?: string | null;
  [k: string]: unknown;
}
/**
 * A keyword that was seen.
 */
export interface TencentVodAiRecognitionTaskOcrWordsResultItem {
  /**
   * The keyword.
   */
  Word?: string | null;
  /**
   * The stretches in which the word is shown.
   */
  SegmentSet?: TencentVodAiRecognitionTaskOcrWordsSegmentItem[] | null;
  [k: string]: unknown;
}
/**
 * A stretch in which the keyword is shown.
 */
export interface TencentVodAiRecognitionTaskOcrWordsSegmentItem {
  /**
   * Where the stretch begins, in seconds.
   */
  StartTimeOffset?: number | null;
  /**
   * Where the stretch ends, in seconds.
   */
  EndTimeOffset?: number | null;
  /**
   * How sure the vendor is, from 0 to 100.
   */
  Confidence?: number | null;
  /**
   * Pixel coordinates x1, y1, x2, y2 of the area: its upper left and lower right corners.
   */
  AreaCoordSet?: number[] | null;
  [k: string]: unknown;
}
/**
 * A stretch with the texts shown in it.
 */
export interface TencentVodAiRecognitionTaskOcrFullTextSegmentItem {
  /**
   * Where the stretch begins, in seconds.
   */
  StartTimeOffset?: number | null;
  /**
   * Where the stretch ends, in seconds.
   */
  EndTimeOffset?: number | null;
  /**
   * The texts in this stretch.
   */
  TextSet?: TencentVodAiRecognitionTaskOcrFullTextSegmentTextItem[] | null;
  [k: string]: unknown;
}
/**
 * One text shown in a stretch.
 */
export interface TencentVodAiRecognitionTaskOcrFullTextSegmentTextItem {
  /**
   * How sure the vendor is, from 0 to 100.
   */
  Confidence?: number | null;
  /**
   * Pixel coordinates x1, y1, x2, y2 of the area: its upper left and lower right corners.
   */
  AreaCoordSet?: number[] | null;
  /**
   * Text recognised in a picture or in speech.
   */
  Text?: string | null;
  [k: string]: unknown;
}
/**
 * An object that was recognised.
 */
export interface TencentVodAiRecognitionTaskObjectResultItem {
  /**
   * Name of the object.
   */
  Name?: string | null;
  /**
   * @deprecated
   * The stretches in which the object appears. Deprecated: use RecognitionSegmentSet.
   */
  SegmentSet?: TencentVodAiRecognitionTaskObjectSeqmentItem[] | null;
  /**
   * The stretches in which the object appears.
   */
  RecognitionSegmentSet?: TencentVodAiRecognitionTaskObjectSegmentItem[] | null;
  [k: string]: unknown;
}
/**
 * A stretch in which the object appears (older form).
 */
export interface TencentVodAiRecognitionTaskObjectSeqmentItem {
  /**
   * Where the stretch begins, in seconds.
   */
  StartTimeOffset?: number | null;
  /**
   * Where the stretch ends, in seconds.
   */
  EndTimeOffset?: number | null;
  /**
   * How sure the vendor is, from 0 to 100.
   */
  Confidence?: number | null;
  /**
   * Pixel coordinates x1, y1, x2, y2 of the area: its upper left and lower right corners.
   */
  AreaCoordSet?: number[] | null;
  [k: string]: unknown;
}
/**
 * A stretch in which the object appears.
 */
export interface TencentVodAiRecognitionTaskObjectSegmentItem {
  /**
   * Where the stretch begins, in seconds.
   */
  StartTimeOffset?: number | null;
  /**
   * Where the stretch ends, in seconds.
   */
  EndTimeOffset?: number | null;
  /**
   * How sure the vendor is, from 0 to 100.
   */
  Confidence?: number | null;
  /**
   * Pixel coordinates x1, y1, x2, y2 of the area: its upper left and lower right corners.
   */
  AreaCoordSet?: number[] | null;
  [k: string]: unknown;
}
/**
 * Sent when media files have been deleted, whole or in part.
 */
export interface TencentVodFileDeleted {
  /**
   * Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity.
   */
  EventHandle?: string | null;
  /**
   * Names the message and selects the member that holds the event.
   */
  EventType: "FileDeleted";
  /**
   * The event itself. The members of other event types are absent or null beside it.
   */
  FileDeleteEvent?: TencentVodFileDeleteTask;
  /**
   * MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body.
   */
  Sign?: string | null;
  /**
   * When the signature expires, in seconds since the Unix epoch, present together with Sign.
   */
  T?: (number | null) | string;
  [k: string]: unknown;
}
/**
 * What was deleted of one file.
 */
export interface TencentVodFileDeleteResultItem {
  /**
   * Id of the file that was deleted, whole or in part.
   */
  FileId?: string | null;
  /**
   * The parts that were deleted.
   */
  DeleteParts?: TencentVodMediaDeleteItem[] | null;
  [k: string]: unknown;
}
/**
 * One kind of files that was deleted.
 */
export interface TencentVodMediaDeleteItem {
  /**
   * Which files were deleted, for example the original or the transcoded ones.
   */
  Type?: string | null;
  /**
   * Id of the template whose files were deleted; 0 means all of that type.
   */
  Definition?: number | null;
  [k: string]: unknown;
}
/**
 * Sent when pulling a file from an address has ended, well or badly.
 */
export interface TencentVodPullComplete {
  /**
   * Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity.
   */
  EventHandle?: string | null;
  /**
   * Names the message and selects the member that holds the event.
   */
  EventType: "PullComplete";
  /**
   * The event itself. The members of other event types are absent or null beside it.
   */
  PullCompleteEvent?: TencentVodPullUploadTask;
  /**
   * MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body.
   */
  Sign?: string | null;
  /**
   * When the signature expires, in seconds since the Unix epoch, present together with Sign.
   */
  T?: (number | null) | string;
  [k: string]: unknown;
}
/**
 * Sent when an editing task has ended.
 */
export interface TencentVodEditMediaComplete {
  /**
   * Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity.
   */
  EventHandle?: string | null;
  /**
   * Names the message and selects the member that holds the event.
   */
  EventType: "EditMediaComplete";
  /**
   * The event itself. The members of other event types are absent or null beside it.
   */
  EditMediaCompleteEvent?: TencentVodEditMediaTask;
  /**
   * MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body.
   */
  Sign?: string | null;
  /**
   * When the signature expires, in seconds since the Unix epoch, present together with Sign.
   */
  T?: (number | null) | string;
  [k: string]: unknown;
}
/**
 * A file to edit and the part to take.
 */
export interface TencentVodEditMediaFileInfo {
  /**
   * Id of the media file: decimal digits, sent as a string.
   */
  FileId?: string | null;
  /**
   * Where in the source to begin, in seconds.
   */
  StartTimeOffset?: number | null;
  /**
   * Where in the source to end, in seconds.
   */
  EndTimeOffset?: number | null;
  [k: string]: unknown;
}
/**
 * A stream to edit and the part to take.
 */
export interface TencentVodEditMediaStreamInfo {
  /**
   * Id of the recorded live stream.
   */
  StreamId?: string | null;
  /**
   * Where in the stream to begin, ISO 8601.
   */
  StartTime?: string | null;
  /**
   * Where in the stream to end, ISO 8601.
   */
  EndTime?: string | null;
  [k: string]: unknown;
}
/**
 * Sent when a task that splits media has ended.
 */
export interface TencentVodSplitMediaComplete {
  /**
   * Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity.
   */
  EventHandle?: string | null;
  /**
   * Names the message and selects the member that holds the event.
   */
  EventType: "SplitMediaComplete";
  /**
   * The event itself. The members of other event types are absent or null beside it.
   */
  SplitMediaCompleteEvent?: TencentVodSplitMediaTask;
  /**
   * MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body.
   */
  Sign?: string | null;
  /**
   * When the signature expires, in seconds since the Unix epoch, present together with Sign.
   */
  T?: (number | null) | string;
  [k: string]: unknown;
}
/**
 * One part: what was asked for and what was made.
 */
export interface TencentVodSplitMediaTaskSegmentInfo {
  /**
   * What the task was given.
   */
  Input?: TencentVodSplitMediaTaskInput;
  /**
   * What the task made or found.
   */
  Output?: TencentVodTaskOutputMediaInfo;
  /**
   * Id of the processing task (type Procedure) that was started for the file; empty where none was.
   */
  ProcedureTaskId?: string | null;
  /**
   * Id of the review task (type ReviewAudioVideo) that was started for the file; empty where none was.
   */
  ReviewAudioVideoTaskId?: string | null;
  [k: string]: unknown;
}
/**
 * Sent when a composing task has ended.
 */
export interface TencentVodComposeMediaComplete {
  /**
   * Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity.
   */
  EventHandle?: string | null;
  /**
   * Names the message and selects the member that holds the event.
   */
  EventType: "ComposeMediaComplete";
  /**
   * The event itself. The members of other event types are absent or null beside it.
   */
  ComposeMediaCompleteEvent?: TencentVodComposeMediaTask;
  /**
   * MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body.
   */
  Sign?: string | null;
  /**
   * When the signature expires, in seconds since the Unix epoch, present together with Sign.
   */
  T?: (number | null) | string;
  [k: string]: unknown;
}
/**
 * A track with its items.
 */
export interface TencentVodMediaTrack {
  /**
   * Kind of track: Video, Audio or Sticker.
   */
  Type?:
    | (
        | "Video"
        | "VideoTrackItem"
        | "MediaTransitionItem"
        | "EmptyTrackItem"
        | "Audio"
        | "AudioTrackItem"
        | "Sticker"
        | "StickerTrackItem"
        | ""
      )
    | null
    | (string & {});
  /**
   * The items of the track, one after the other.
   */
  TrackItems?: TencentVodMediaTrackItem[] | null;
  [k: string]: unknown;
}
/**
 * One item of a track; Type names the member that holds it.
 */
export interface TencentVodMediaTrackItem {
  /**
   * Kind of item; selects the member that holds it.
   */
  Type?: ("Video" | "Audio" | "Sticker" | "Transition" | "Empty" | "") | null | (string & {});
  /**
   * The piece of video; set where Type is Video.
   */
  VideoItem?: TencentVodVideoTrackItem;
  /**
   * The piece of audio; set where Type is Audio.
   */
  AudioItem?: TencentVodAudioTrackItem;
  /**
   * The sticker; set where Type is Sticker.
   */
  StickerItem?: TencentVodStickerTrackItem;
  /**
   * The transition; set where Type is Transition.
   */
  TransitionItem?: TencentVodMediaTransitionItem;
  /**
   * The gap; set where Type is Empty.
   */
  EmptyItem?: TencentVodEmptyTrackItem;
  [k: string]: unknown;
}
/**
 * A change to the sound.
 */
export interface TencentVodAudioTransform {
  /**
   * Kind of change: Volume.
   */
  Type?: ("Volume" | "") | null | (string & {});
  /**
   * The volume; set where Type is Volume.
   */
  VolumeParam?: TencentVodAudioVolumeParam;
  [k: string]: unknown;
}
/**
 * A change to the picture.
 */
export interface TencentVodImageTransform {
  /**
   * Kind of change: Rotate or Flip.
   */
  Type?: ("Rotate" | "Flip" | "") | null | (string & {});
  /**
   * Angle of rotation around the centre in degrees, 0 to 360; set where Type is Rotate.
   */
  RotateAngle?: number | null;
  /**
   * Horizental (so spelled; left to right) or Vertical; set where Type is Flip.
   */
  Flip?: ("Horizental" | "Vertical" | "") | null | (string & {});
  [k: string]: unknown;
}
/**
 * A transition in the older form; the name is so spelled.
 */
export interface TencentVodTransitionOpertion {
  /**
   * Name of the transition, for pictures or for sound.
   */
  Type?: string | null;
  [k: string]: unknown;
}
/**
 * A transition of the picture or of the sound.
 */
export interface TencentVodTransitionOperation {
  /**
   * Name of the transition, for pictures or for sound.
   */
  Type?: string | null;
  [k: string]: unknown;
}
/**
 * Sent when a cutting task of the 2017 API has ended.
 */
export interface TencentVodClipComplete {
  /**
   * Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity.
   */
  EventHandle?: string | null;
  /**
   * Names the message and selects the member that holds the event.
   */
  EventType: "ClipComplete";
  /**
   * The event itself. The members of other event types are absent or null beside it.
   */
  ClipCompleteEvent?: TencentVodClipTask2017;
  /**
   * MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body.
   */
  Sign?: string | null;
  /**
   * When the signature expires, in seconds since the Unix epoch, present together with Sign.
   */
  T?: (number | null) | string;
  [k: string]: unknown;
}
/**
 * Sent when a transcoding task of the 2017 API has ended.
 */
export interface TencentVodTranscodeComplete {
  /**
   * Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity.
   */
  EventHandle?: string | null;
  /**
   * Names the message and selects the member that holds the event.
   */
  EventType: "TranscodeComplete";
  /**
   * The event itself. The members of other event types are absent or null beside it.
   */
  TranscodeCompleteEvent?: TencentVodTranscodeTask2017;
  /**
   * MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body.
   */
  Sign?: string | null;
  /**
   * When the signature expires, in seconds since the Unix epoch, present together with Sign.
   */
  T?: (number | null) | string;
  [k: string]: unknown;
}
/**
 * A transcoded file (2017 API).
 */
export interface TencentVodTranscodePlayInfo2017 {
  /**
   * Address of the transcoded file.
   */
  Url?: string | null;
  /**
   * Id of the transcoding template.
   */
  Definition?: number | null;
  /**
   * Average bit rates of video and audio together, in bits per second.
   */
  Bitrate?: number | null;
  /**
   * Greatest height of the video streams in pixels.
   */
  Height?: number | null;
  /**
   * Greatest width of the video streams in pixels.
   */
  Width?: number | null;
  [k: string]: unknown;
}
/**
 * Sent when a sprite task of the 2017 API has ended.
 */
export interface TencentVodCreateImageSpriteComplete {
  /**
   * Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity.
   */
  EventHandle?: string | null;
  /**
   * Names the message and selects the member that holds the event.
   */
  EventType: "CreateImageSpriteComplete";
  /**
   * The event itself. The members of other event types are absent or null beside it.
   */
  CreateImageSpriteCompleteEvent?: TencentVodCreateImageSpriteTask2017;
  /**
   * MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body.
   */
  Sign?: string | null;
  /**
   * When the signature expires, in seconds since the Unix epoch, present together with Sign.
   */
  T?: (number | null) | string;
  [k: string]: unknown;
}
/**
 * Sent when a joining task of the 2017 API has ended.
 */
export interface TencentVodConcatComplete {
  /**
   * Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity.
   */
  EventHandle?: string | null;
  /**
   * Names the message and selects the member that holds the event.
   */
  EventType: "ConcatComplete";
  /**
   * The event itself. The members of other event types are absent or null beside it.
   */
  ConcatCompleteEvent?: TencentVodConcatTask2017;
  /**
   * MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body.
   */
  Sign?: string | null;
  /**
   * When the signature expires, in seconds since the Unix epoch, present together with Sign.
   */
  T?: (number | null) | string;
  [k: string]: unknown;
}
/**
 * A source file of a joining task (2017 API).
 */
export interface TencentVodConcatFileInfo2017 {
  /**
   * Numeric error code: 0 for success, anything else is a failure.
   */
  ErrCode?: number | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * Id of the source file: decimal digits, sent as a string.
   */
  FileId?: string | null;
  /**
   * Address of the source file.
   */
  FileUrl?: string | null;
  /**
   * Format of the source file.
   */
  FileType?: string | null;
  [k: string]: unknown;
}
/**
 * Sent when a snapshot task of the 2017 API has ended.
 */
export interface TencentVodCreateSnapshotByTimeOffsetComplete {
  /**
   * Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity.
   */
  EventHandle?: string | null;
  /**
   * Names the message and selects the member that holds the event.
   */
  EventType: "CreateSnapshotByTimeOffsetComplete";
  /**
   * The event itself. The members of other event types are absent or null beside it.
   */
  SnapshotByTimeOffsetCompleteEvent?: TencentVodSnapshotByTimeOffsetTask2017;
  /**
   * MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body.
   */
  Sign?: string | null;
  /**
   * When the signature expires, in seconds since the Unix epoch, present together with Sign.
   */
  T?: (number | null) | string;
  [k: string]: unknown;
}
/**
 * A snapshot (2017 API).
 */
export interface TencentVodSnapshotByTimeOffset2017 {
  /**
   * Numeric error code: 0 for success, anything else is a failure.
   */
  ErrCode?: number | null;
  /**
   * Time of the snapshot in the video, in milliseconds.
   */
  TimeOffset?: number | null;
  /**
   * Address of the snapshot.
   */
  Url?: string | null;
  [k: string]: unknown;
}
/**
 * Sent when publishing a video at WeChat has ended.
 */
export interface TencentVodWechatPublishComplete {
  /**
   * Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity.
   */
  EventHandle?: string | null;
  /**
   * Names the message and selects the member that holds the event.
   */
  EventType: "WechatPublishComplete";
  /**
   * The event itself. The members of other event types are absent or null beside it.
   */
  WechatPublishCompleteEvent?: TencentVodWechatPublishTask;
  /**
   * MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body.
   */
  Sign?: string | null;
  /**
   * When the signature expires, in seconds since the Unix epoch, present together with Sign.
   */
  T?: (number | null) | string;
  [k: string]: unknown;
}
/**
 * Sent when publishing a video in a WeChat mini program has ended.
 */
export interface TencentVodWechatMiniProgramPublishComplete {
  /**
   * Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity.
   */
  EventHandle?: string | null;
  /**
   * Names the message and selects the member that holds the event.
   */
  EventType: "WechatMiniProgramPublishComplete";
  /**
   * The event itself. The members of other event types are absent or null beside it.
   */
  WechatMiniProgramPublishCompleteEvent?: TencentVodWechatMiniProgramPublishTask;
  /**
   * MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body.
   */
  Sign?: string | null;
  /**
   * When the signature expires, in seconds since the Unix epoch, present together with Sign.
   */
  T?: (number | null) | string;
  [k: string]: unknown;
}
/**
 * Sent when a task that removes watermarks has ended.
 */
export interface TencentVodRemoveWatermark {
  /**
   * Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity.
   */
  EventHandle?: string | null;
  /**
   * Names the message and selects the member that holds the event.
   */
  EventType: "RemoveWatermark";
  /**
   * The event itself. The members of other event types are absent or null beside it.
   */
  RemoveWatermarkCompleteEvent?: TencentVodRemoveWatermarkTask;
  /**
   * MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body.
   */
  Sign?: string | null;
  /**
   * When the signature expires, in seconds since the Unix epoch, present together with Sign.
   */
  T?: (number | null) | string;
  [k: string]: unknown;
}
/**
 * Sent when a file has been restored from archive storage.
 */
export interface TencentVodRestoreMediaComplete {
  /**
   * Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity.
   */
  EventHandle?: string | null;
  /**
   * Names the message and selects the member that holds the event.
   */
  EventType: "RestoreMediaComplete";
  /**
   * The event itself. The members of other event types are absent or null beside it.
   */
  RestoreMediaCompleteEvent?: TencentVodRestoreMediaTask;
  /**
   * MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body.
   */
  Sign?: string | null;
  /**
   * When the signature expires, in seconds since the Unix epoch, present together with Sign.
   */
  T?: (number | null) | string;
  [k: string]: unknown;
}
/**
 * Sent when a task of the older form that improves picture and sound has ended; not recommended any more.
 */
export interface TencentVodRebuildMediaComplete {
  /**
   * Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity.
   */
  EventHandle?: string | null;
  /**
   * Names the message and selects the member that holds the event.
   */
  EventType: "RebuildMediaComplete";
  /**
   * The event itself. The members of other event types are absent or null beside it.
   */
  RebuildMediaCompleteEvent?: TencentVodRebuildMediaTask;
  /**
   * MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body.
   */
  Sign?: string | null;
  /**
   * When the signature expires, in seconds since the Unix epoch, present together with Sign.
   */
  T?: (number | null) | string;
  [k: string]: unknown;
}
/**
 * Sent when reading a trace watermark has ended.
 */
export interface TencentVodExtractTraceWatermarkComplete {
  /**
   * Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity.
   */
  EventHandle?: string | null;
  /**
   * Names the message and selects the member that holds the event.
   */
  EventType: "ExtractTraceWatermarkComplete";
  /**
   * The event itself. The members of other event types are absent or null beside it.
   */
  ExtractTraceWatermarkCompleteEvent?: TencentVodExtractTraceWatermarkTask;
  /**
   * MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body.
   */
  Sign?: string | null;
  /**
   * When the signature expires, in seconds since the Unix epoch, present together with Sign.
   */
  T?: (number | null) | string;
  [k: string]: unknown;
}
/**
 * Sent when reading a copyright watermark has ended.
 */
export interface TencentVodExtractCopyRightWatermarkComplete {
  /**
   * Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity.
   */
  EventHandle?: string | null;
  /**
   * Names the message and selects the member that holds the event.
   */
  EventType: "ExtractCopyRightWatermarkComplete";
  /**
   * The event itself. The members of other event types are absent or null beside it.
   */
  ExtractCopyRightWatermarkCompleteEvent?: TencentVodExtractCopyRightWatermarkTask;
  /**
   * MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body.
   */
  Sign?: string | null;
  /**
   * When the signature expires, in seconds since the Unix epoch, present together with Sign.
   */
  T?: (number | null) | string;
  [k: string]: unknown;
}
/**
 * Sent when the attributes of a file, such as its MD5, have been computed.
 */
export interface TencentVodDescribeFileAttributesComplete {
  /**
   * Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity.
   */
  EventHandle?: string | null;
  /**
   * Names the message and selects the member that holds the event.
   */
  EventType: "DescribeFileAttributesComplete";
  /**
   * The event itself. The members of other event types are absent or null beside it.
   */
  DescribeFileAttributesCompleteEvent?: TencentVodDescribeFileAttributesTask;
  /**
   * MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body.
   */
  Sign?: string | null;
  /**
   * When the signature expires, in seconds since the Unix epoch, present together with Sign.
   */
  T?: (number | null) | string;
  [k: string]: unknown;
}
/**
 * Sent when a quality inspection has ended.
 */
export interface TencentVodQualityInspectComplete {
  /**
   * Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity.
   */
  EventHandle?: string | null;
  /**
   * Names the message and selects the member that holds the event.
   */
  EventType: "QualityInspectComplete";
  /**
   * The event itself. The members of other event types are absent or null beside it.
   */
  QualityInspectCompleteEvent?: TencentVodQualityInspectTask;
  /**
   * MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body.
   */
  Sign?: string | null;
  /**
   * When the signature expires, in seconds since the Unix epoch, present together with Sign.
   */
  T?: (number | null) | string;
  [k: string]: unknown;
}
/**
 * One kind of fault and where it was found.
 */
export interface TencentVodQualityInspectResultItem {
  /**
   * Kind of fault, such as Blur or NoVoice.
   */
  Type?:
    | (
        | "Jitter"
        | "Blur"
        | "LowLighting"
        | "HighLighting"
        | "CrashScreen"
        | "BlackWhiteEdge"
        | "SolidColorScreen"
        | "Noise"
        | "Mosaic"
        | "QRCode"
        | "AppletCode"
        | "BarCode"
        | "LowVoice"
        | "HighVoice"
        | "NoVoice"
        | "LowEvaluation"
        | "LowColorfulness"
        | "AudioVideoAsync"
        | "AudioSubtitleAsync"
        | "VideoAesthetic"
        | "AudioDiscontinuity"
        | "AudioVolume"
        | "AudioLoudnessJitter"
        | "BackgroundMusic"
        | "AudioEvaluation"
        | "AudioNoise"
        | "AudioSpeechQuality"
        | "AudioReverb"
        | "AudioHighLoudness"
        | ""
      )
    | null
    | (string & {});
  /**
   * The stretches with the fault, at most the first 100; the file at SegmentSetFileUrl holds all.
   */
  SegmentSet?: TencentVodQualityInspectItem[] | null;
  /**
   * Address of a JSON file with all stretches, in the form of SegmentSet; it is deleted later.
   */
  SegmentSetFileUrl?: string | null;
  /**
   * When that file is deleted, ISO 8601.
   */
  SegmentSetFileUrlExpireTime?: string | null;
  [k: string]: unknown;
}
/**
 * A stretch with the fault.
 */
export interface TencentVodQualityInspectItem {
  /**
   * Where the stretch begins, in seconds.
   */
  StartTimeOffset?: number | null;
  /**
   * Where the stretch ends, in seconds.
   */
  EndTimeOffset?: number | null;
  /**
   * Pixel coordinates x1, y1, x2, y2 of the area; set for borders, mosaics, QR codes and other codes only.
   */
  AreaCoordSet?: number[] | null;
  /**
   * How sure the vendor is, from 0 to 100; set for mosaics, QR codes and other codes only.
   */
  Confidence?: number | null;
  [k: string]: unknown;
}
/**
 * A fault of the container format.
 */
export interface TencentVodQualityInspectContainerDiagnoseResultItem {
  /**
   * Group of faults, such as TimeStampException.
   */
  Category?:
    | (
        | "DecodeParamException"
        | "TimeStampException"
        | "FrameException"
        | "StreamStatusException"
        | "StreamInfo"
        | "StreamAbnormalCharacteristics"
        | "DecodeException"
        | "HLSRequirements"
        | ""
      )
    | null
    | (string & {});
  /**
   * Kind of fault, such as AudioStreamLack.
   */
  Type?:
    | (
        | "VideoResolutionChanged"
        | "AudioSampleRateChanged"
        | "AudioChannelsChanged"
        | "ParameterSetsChanged"
        | "DarOrSarInvalid"
        | "TimestampFallback"
        | "DtsJitter"
        | "PtsJitter"
        | "AACDurationDeviation"
        | "AudioDroppingFrames"
        | "VideoDroppingFrames"
        | "AVTimestampInterleave"
        | "PtsLessThanDts"
        | "ReceiveFpsJitter"
        | "ReceiveFpsTooSmall"
        | "FpsJitter"
        | "StreamOpenFailed"
        | "StreamEnd"
        | "StreamParseFailed"
        | "VideoFirstFrameNotIdr"
        | "StreamNALUError"
        | "TsStreamNoAud"
        | "AudioStreamLack"
        | "VideoStreamLack"
        | "LackAudioRecover"
        | "LackVideoRecover"
        | "VideoBitrateOutofRange"
        | "AudioBitrateOutofRange"
        | "VideoDecodeFailed"
        | "AudioDecodeFailed"
        | "AudioOutOfPhase"
        | "VideoDuplicatedFrame"
        | "AudioDuplicatedFrame"
        | "VideoRotation"
        | "TsMultiPrograms"
        | "Mp4InvalidCodecFourcc"
        | "HLSBadM3u8Format"
        | "HLSInvalidMasterM3u8"
        | "HLSInvalidMediaM3u8"
        | "HLSMasterM3u8Recommended"
        | "HLSMediaM3u8Recommended"
        | "HLSMediaM3u8DiscontinuityExist"
        | "HLSMediaSegmentsStreamNumChange"
        | "HLSMediaSegmentsPTSJitterDeviation"
        | "HLSMediaSegmentsDTSJitterDeviation"
        | "TimecodeTrackExist"
        | ""
      )
    | null
    | (string & {});
  /**
   * How grave it is: Fatal, Error, Warning, Notice or Info; Fatal and Error can hinder playing.
   */
  SeverityLevel?: ("Fatal" | "Error" | "Warning" | "Notice" | "Info" | "") | null | (string & {});
  /**
   * Times at which it was found; the unit is not documented.
   */
  TimestampSet?: number[] | null;
  [k: string]: unknown;
}
/**
 * The result of one check.
 */
export interface TencentVodQualityInspectLLMDetectionResultItem {
  /**
   * Field of the check, such as AIGCQualityCharacteristics.
   */
  Category?: ("AIGCQualityCharacteristics" | "") | null | (string & {});
  /**
   * Group of the check: AIGCAuthenticity (is it believable) or AIGCTechQuality (is it well made).
   */
  Group?: ("AIGCAuthenticity" | "AIGCTechQuality" | "") | null | (string & {});
  /**
   * Kind of check, such as BodyPoseCheck.
   */
  Type?:
    | ("BodyPoseCheck" | "BodyDetailCheck" | "PhysicRulesCheck" | "ObjectConsistencyCheck" | "FormatCheck" | "")
    | null
    | (string & {});
  /**
   * Score from 0 to 100; higher is better.
   */
  Score?: number | null;
  /**
   * How sure the vendor is, from 0 to 100.
   */
  Confidence?: number | null;
  /**
   * The problems found; empty where there are none.
   */
  IssueSet?: TencentVodQualityInspectLLMDetectionIssue[] | null;
  [k: string]: unknown;
}
/**
 * One problem that the check found.
 */
export interface TencentVodQualityInspectLLMDetectionIssue {
  /**
   * Label of the problem.
   */
  Tag?: string | null;
  /**
   * Description of the problem.
   */
  Description?: string | null;
  /**
   * Score from 0 to 100; higher is better.
   */
  Score?: number | null;
  /**
   * How sure the vendor is, from 0 to 100.
   */
  Confidence?: number | null;
  /**
   * Where the problem begins, in milliseconds.
   */
  StartTimeMs?: number | null;
  /**
   * Where the problem ends, in milliseconds.
   */
  EndTimeMs?: number | null;
  /**
   * More data as a JSON text, such as how grave it is.
   */
  ExtraData?: string | null;
  [k: string]: unknown;
}
/**
 * Sent when a task that improves picture and sound has ended.
 */
export interface TencentVodQualityEnhanceComplete {
  /**
   * Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity.
   */
  EventHandle?: string | null;
  /**
   * Names the message and selects the member that holds the event.
   */
  EventType: "QualityEnhanceComplete";
  /**
   * The event itself. The members of other event types are absent or null beside it.
   */
  QualityEnhanceCompleteEvent?: TencentVodQualityEnhanceTask;
  /**
   * MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body.
   */
  Sign?: string | null;
  /**
   * When the signature expires, in seconds since the Unix epoch, present together with Sign.
   */
  T?: (number | null) | string;
  [k: string]: unknown;
}
/**
 * Sent when a cast changes its state.
 */
export interface TencentVodMediaCastStatusChanged {
  /**
   * Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity.
   */
  EventHandle?: string | null;
  /**
   * Names the message and selects the member that holds the event.
   */
  EventType: "MediaCastStatusChanged";
  /**
   * The event itself. The members of other event types are absent or null beside it.
   */
  MediaCastStatusChangedEvent?: TencentVodMediaCastEvent;
  /**
   * MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body.
   */
  Sign?: string | null;
  /**
   * When the signature expires, in seconds since the Unix epoch, present together with Sign.
   */
  T?: (number | null) | string;
  [k: string]: unknown;
}
/**
 * Sent when a clip no longer depends on its source; only then may the source be deleted.
 */
export interface TencentVodPersistenceComplete {
  /**
   * Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity.
   */
  EventHandle?: string | null;
  /**
   * Names the message and selects the member that holds the event.
   */
  EventType: "PersistenceComplete";
  /**
   * The event itself. The members of other event types are absent or null beside it.
   */
  PersistenceCompleteEvent?: TencentVodPersistenceCompleteTask;
  /**
   * MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body.
   */
  Sign?: string | null;
  /**
   * When the signature expires, in seconds since the Unix epoch, present together with Sign.
   */
  T?: (number | null) | string;
  [k: string]: unknown;
}
/**
 * Sent when a task that makes adaptive streams with several languages has ended.
 */
export interface TencentVodComplexAdaptiveDynamicStreamingComplete {
  /**
   * Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity.
   */
  EventHandle?: string | null;
  /**
   * Names the message and selects the member that holds the event.
   */
  EventType: "ComplexAdaptiveDynamicStreamingComplete";
  /**
   * The event itself. The members of other event types are absent or null beside it.
   */
  ComplexAdaptiveDynamicStreamingCompleteEvent?: TencentVodComplexAdaptiveDynamicStreamingTask;
  /**
   * MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body.
   */
  Sign?: string | null;
  /**
   * When the signature expires, in seconds since the Unix epoch, present together with Sign.
   */
  T?: (number | null) | string;
  [k: string]: unknown;
}
/**
 * State and result for one template.
 */
export interface TencentVodComplexAdaptiveDynamicStreamingTaskResult {
  /**
   * State of the task: PROCESSING, SUCCESS or FAIL.
   */
  Status?: ("PROCESSING" | "SUCCESS" | "FAIL" | "") | null | (string & {});
  /**
   * Empty for success; otherwise a dotted error code of an open list.
   */
  ErrCodeExt?: string | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * Progress in percent, from 0 to 100.
   */
  Progress?: number | null;
  /**
   * What the task was given.
   */
  Input?: TencentVodComplexAdaptiveDynamicStreamingTaskInput;
  /**
   * What the task made or found.
   */
  Output?: TencentVodComplexAdaptiveDynamicStreamingTaskOutput;
  [k: string]: unknown;
}
/**
 * Sent when a task that was run by MPS has ended.
 */
export interface TencentVodProcessMediaByMPSComplete {
  /**
   * Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity.
   */
  EventHandle?: string | null;
  /**
   * Names the message and selects the member that holds the event.
   */
  EventType: "ProcessMediaByMPSComplete";
  /**
   * The event itself. The members of other event types are absent or null beside it.
   */
  ProcessMediaByMPSCompleteEvent?: TencentVodProcessMediaByMPS;
  /**
   * MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body.
   */
  Sign?: string | null;
  /**
   * When the signature expires, in seconds since the Unix epoch, present together with Sign.
   */
  T?: (number | null) | string;
  [k: string]: unknown;
}
/**
 * State and result of one task in MPS.
 */
export interface TencentVodMPSSubTaskResult {
  /**
   * Kind of task in MPS, such as SmartErase.
   */
  TaskType?:
    | (
        | "MediaProcess.Transcode"
        | "AiAnalysis.DeLogo"
        | "AiAnalysis.ClassificationTask"
        | "AiAnalysis.CoverTask"
        | "AiAnalysis.TagTask"
        | "AiAnalysis.FrameTagTask"
        | "AiAnalysis.HighlightTask"
        | "AiAnalysis.SegmentTask"
        | "AiAnalysis.HeadTailTask"
        | "AiAnalysis.DescriptionTask"
        | "AiAnalysis.HorizontalToVerticalTask"
        | "AiAnalysis.DubbingTask"
        | "AiAnalysis.VideoRemakeTask"
        | "AiAnalysis.VideoComprehensionTask"
        | "SmartSubtitle.AsrFullTextTask"
        | "SmartSubtitle.TransTextTask"
        | "SmartSubtitle.PureSubtitleTransTask"
        | "SmartSubtitle.OcrFullTextTask"
        | "SmartErase"
        | ""
      )
    | null
    | (string & {});
  /**
   * State of the task: PROCESSING, SUCCESS or FAIL.
   */
  Status?: string | null;
  /**
   * Error code, sent as a string: 0 for success, anything else is a failure.
   */
  ErrCode?: string | null;
  /**
   * Explanation of the outcome.
   */
  Message?: string | null;
  /**
   * What the task was given, as a JSON text in the form of MPS.
   */
  Input?: string | null;
  /**
   * What the task made or found.
   */
  Output?: TencentVodMPSTaskOutput;
  [k: string]: unknown;
}
/**
 * A file that a task in MPS made.
 */
export interface TencentVodMPSOutputFile {
  /**
   * What the file is, named after the task that made it, such as SmartErase.Video.
   */
  FileType?:
    | (
        | "AiAnalysis.DeLogo.Video"
        | "AiAnalysis.DeLogo.OriginSubtitle"
        | "AiAnalysis.DeLogo.TranslateSubtitle"
        | "MediaProcess.Transcode.Video"
        | "AiAnalysis.HorizontalToVerticalTask.Video"
        | "AiAnalysis.VideoRemakeTaskk.Video"
        | "AiAnalysis.SegmentTask.Video"
        | "SmartErase.Video"
        | ""
      )
    | null
    | (string & {});
  /**
   * Permanent: kept as a media file; Temporary: kept for a time, with an address only.
   */
  StorageMode?: ("Permanent" | "Temporary" | "") | null | (string & {});
  /**
   * Id of the new media file; set where StorageMode is Permanent.
   */
  FileId?: string | null;
  /**
   * Address for downloading the file.
   */
  Url?: string | null;
  /**
   * Id of the transcoding template, 0 for the original; set where FileType is MediaProcess.Transcode.Video.
   */
  Definition?: string | null;
  /**
   * When Url expires, in seconds; set where StorageMode is Temporary. From when it counts is not documented.
   */
  ExpiredTime?: number | null;
  [k: string]: unknown;
}
/**
 * Sent when an AI model has made pictures, or has failed.
 */
export interface TencentVodAigcImageTaskComplete {
  /**
   * Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity.
   */
  EventHandle?: string | null;
  /**
   * Names the message and selects the member that holds the event.
   */
  EventType: "AigcImageTaskComplete";
  /**
   * The event itself. The members of other event types are absent or null beside it.
   */
  AigcImageCompleteEvent?: TencentVodAigcImageTask;
  /**
   * MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body.
   */
  Sign?: string | null;
  /**
   * When the signature expires, in seconds since the Unix epoch, present together with Sign.
   */
  T?: (number | null) | string;
  [k: string]: unknown;
}
/**
 * An input picture.
 */
export interface TencentVodAigcImageTaskInputFileInfo {
  /**
   * How the picture is given: File, Url or Base64.
   */
  Type?: ("File" | "Url" | "Base64" | "") | null | (string & {});
  /**
   * Id of the picture as a media file; set where Type is File.
   */
  FileId?: string | null;
  /**
   * Address of the picture; set where Type is Url.
   */
  Url?: string | null;
  /**
   * The picture itself in Base64; set where Type is Base64.
   */
  Base64?: string | null;
  /**
   * Description of the picture that helps the model; some models only.
   */
  Text?: string | null;
  /**
   * mask where the picture is a mask (model OG only).
   */
  ReferenceType?: ("mask" | "") | null | (string & {});
  [k: string]: unknown;
}
/**
 * A new picture.
 */
export interface TencentVodAigcImageTaskOutputFileInfo {
  /**
   * Permanent: kept as a media file; Temporary: kept for a time, with an address only.
   */
  StorageMode?: ("Permanent" | "Temporary" | "") | null | (string & {});
  /**
   * Name of the new file; set where StorageMode is Permanent.
   */
  MediaName?: string | null;
  /**
   * Id of the category of the file; set where StorageMode is Permanent.
   */
  ClassId?: number | null;
  /**
   * When the new file is deleted, ISO 8601.
   */
  ExpireTime?: string | null;
  /**
   * Format of the picture, such as png.
   */
  FileType?: string | null;
  /**
   * Address of the new picture.
   */
  FileUrl?: string | null;
  /**
   * Id of the new media file; set where StorageMode is Permanent.
   */
  FileId?: string | null;
  /**
   * Technical data of the new picture.
   */
  MetaData?: TencentVodMediaMetaData;
  [k: string]: unknown;
}
/**
 * Sent when an AI model has made a video, or has failed.
 */
export interface TencentVodAigcVideoTaskComplete {
  /**
   * Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity.
   */
  EventHandle?: string | null;
  /**
   * Names the message and selects the member that holds the event.
   */
  EventType: "AigcVideoTaskComplete";
  /**
   * The event itself. The members of other event types are absent or null beside it.
   */
  AigcVideoCompleteEvent?: TencentVodAigcVideoTask;
  /**
   * MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body.
   */
  Sign?: string | null;
  /**
   * When the signature expires, in seconds since the Unix epoch, present together with Sign.
   */
  T?: (number | null) | string;
  [k: string]: unknown;
}
/**
 * An input picture, video or sound.
 */
export interface TencentVodAigcVideoTaskInputFileInfo {
  /**
   * How the file is given: File, Url or Base64.
   */
  Type?: ("File" | "Url" | "Base64" | "") | null | (string & {});
  /**
   * Kind of file: Video, Audio or Image.
   */
  Category?: ("Image" | "Video" | "Audio" | "") | null | (string & {});
  /**
   * Id of the media file; set where Type is File.
   */
  FileId?: string | null;
  /**
   * Address of the file; set where Type is Url.
   */
  Url?: string | null;
  /**
   * The file itself in Base64; set where Type is Base64.
   */
  Base64?: string | null;
  /**
   * How the file serves as a reference, such as asset or style; depends on the model.
   */
  ReferenceType?: string | null;
  /**
   * Id of the subject of this picture, for use in the prompt as @id (model Vidu).
   */
  ObjectId?: string | null;
  /**
   * Id of the voice of the subject (model Vidu); used where Category is Image.
   */
  VoiceId?: string | null;
  /**
   * Enabled keeps the sound of the video, Disabled does not; used where Category is Video.
   */
  KeepOriginalSound?: ("Enabled" | "Disabled" | "") | null | (string & {});
  /**
   * What a picture is used for: FirstFrame, LastFrame or Reference.
   */
  Usage?: ("FirstFrame" | "Reference" | "LastFrame" | "") | null | (string & {});
  /**
   * Name of the picture, for use in the prompt as @name (model PixVerse).
   */
  Text?: string | null;
  [k: string]: unknown;
}
/**
 * A person or thing that shall stay the same in the video.
 */
export interface TencentVodAigcVideoTaskInputSubjectInfo {
  /**
   * Id of the subject.
   */
  Id?: string | null;
  /**
   * Name of the subject, for use in the prompt as [@name].
   */
  Name?: string | null;
  /**
   * Id of the voice of the subject (model Vidu); chosen by the vendor where empty.
   */
  VoiceId?: string | null;
  /**
   * Addresses of pictures of the subject, at most 3 (model Vidu).
   */
  ImageUrls?: string[] | null;
  /**
   * Address of a video of the subject, at most one of 5 seconds (model Vidu).
   */
  VideoUrls?: string[] | null;
  [k: string]: unknown;
}
/**
 * A new file.
 */
export interface TencentVodAigcVideoTaskOutputFileInfo {
  /**
   * Permanent: kept as a media file; Temporary: kept for a time, with an address only.
   */
  StorageMode?: ("Permanent" | "Temporary" | "") | null | (string & {});
  /**
   * Name of the new file; set where StorageMode is Permanent.
   */
  MediaName?: string | null;
  /**
   * Id of the category of the file; set where StorageMode is Permanent.
   */
  ClassId?: number | null;
  /**
   * When the new file is deleted, ISO 8601.
   */
  ExpireTime?: string | null;
  /**
   * Format of the file, such as mp4.
   */
  FileType?: string | null;
  /**
   * Address of the new file.
   */
  FileUrl?: string | null;
  /**
   * Content of the file; set where UsageType is position_info.
   */
  FileContent?: string | null;
  /**
   * Id of the new media file; set where StorageMode is Permanent.
   */
  FileId?: string | null;
  /**
   * Technical data of the new file.
   */
  MetaData?: TencentVodMediaMetaData;
  /**
   * What the file is: a picture, a 3D scene, a point cloud, a mesh or positions.
   */
  UsageType?:
    | ("scene_url" | "point_url" | "mesh_url" | "mesh_simplified_url" | "position_info" | "image_url" | "")
    | null
    | (string & {});
  [k: string]: unknown;
}
/**
 * Sent when reading a digital watermark has ended.
 */
export interface TencentVodExtractBlindWatermarkComplete {
  /**
   * Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity.
   */
  EventHandle?: string | null;
  /**
   * Names the message and selects the member that holds the event.
   */
  EventType: "ExtractBlindWatermarkComplete";
  /**
   * The event itself. The members of other event types are absent or null beside it.
   */
  ExtractBlindWatermarkComplete?: TencentVodExtractBlindWatermarkTask;
  /**
   * MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body.
   */
  Sign?: string | null;
  /**
   * When the signature expires, in seconds since the Unix epoch, present together with Sign.
   */
  T?: (number | null) | string;
  [k: string]: unknown;
}
/**
 * Sent when an AI model has made pictures for a scene, or has failed.
 */
export interface TencentVodSceneAigcImageCompleteEvent {
  /**
   * Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity.
   */
  EventHandle?: string | null;
  /**
   * Names the message and selects the member that holds the event.
   */
  EventType: "SceneAigcImageCompleteEvent";
  /**
   * The event itself. The members of other event types are absent or null beside it.
   */
  SceneAigcImageCompleteEvent?: TencentVodSceneAigcImageTask;
  /**
   * MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body.
   */
  Sign?: string | null;
  /**
   * When the signature expires, in seconds since the Unix epoch, present together with Sign.
   */
  T?: (number | null) | string;
  [k: string]: unknown;
}
/**
 * An input picture.
 */
export interface TencentVodSceneAigcImageTaskInputFileInfo {
  /**
   * How the picture is given: File or Url.
   */
  Type?: ("File" | "Url" | "") | null | (string & {});
  /**
   * Id of the picture as a media file; set where Type is File.
   */
  FileId?: string | null;
  /**
   * Address of the picture; set where Type is Url.
   */
  Url?: string | null;
  [k: string]: unknown;
}
/**
 * A new picture.
 */
export interface TencentVodSceneAigcImageTaskOutputFileInfo {
  /**
   * Permanent: kept as a media file; Temporary: kept for a time, with an address only.
   */
  StorageMode?: ("Permanent" | "Temporary" | "") | null | (string & {});
  /**
   * Name of the new file; set where StorageMode is Permanent.
   */
  MediaName?: string | null;
  /**
   * Id of the category of the file; set where StorageMode is Permanent.
   */
  ClassId?: number | null;
  /**
   * When the new file is deleted, ISO 8601.
   */
  ExpireTime?: string | null;
  /**
   * Format of the file, such as mp4.
   */
  FileType?: string | null;
  /**
   * Address of the new picture.
   */
  FileUrl?: string | null;
  /**
   * Id of the new media file; set where StorageMode is Permanent.
   */
  FileId?: string | null;
  /**
   * Technical data of the new picture; set where StorageMode is Permanent.
   */
  MetaData?: TencentVodMediaMetaData;
  [k: string]: unknown;
}
/**
 * Sent when creating an element for AI models has ended.
 */
export interface TencentVodCreateAigcAdvancedCustomElementCompleteEvent {
  /**
   * Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity.
   */
  EventHandle?: string | null;
  /**
   * Names the message and selects the member that holds the event.
   */
  EventType: "CreateAigcAdvancedCustomElementCompleteEvent";
  /**
   * The event itself. The members of other event types are absent or null beside it.
   */
  CreateAigcAdvancedCustomElementCompleteEvent?: TencentVodCreateAigcAdvancedCustomElementTask;
  /**
   * MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body.
   */
  Sign?: string | null;
  /**
   * When the signature expires, in seconds since the Unix epoch, present together with Sign.
   */
  T?: (number | null) | string;
  [k: string]: unknown;
}
/**
 * An element that was created.
 */
export interface TencentVodAdvancedElementInfo {
  /**
   * Id of the element.
   */
  ElementId?: string | null;
  /**
   * More about the element, in one string.
   */
  ElementInfo?: string | null;
  [k: string]: unknown;
}
/**
 * Sent when creating a voice for AI models has ended.
 */
export interface TencentVodCreateAigcCustomVoiceCompleteEvent {
  /**
   * Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity.
   */
  EventHandle?: string | null;
  /**
   * Names the message and selects the member that holds the event.
   */
  EventType: "CreateAigcCustomVoiceCompleteEvent";
  /**
   * The event itself. The members of other event types are absent or null beside it.
   */
  CreateAigcCustomVoiceCompleteEvent?: TencentVodCreateAigcCustomVoiceTask;
  /**
   * MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body.
   */
  Sign?: string | null;
  /**
   * When the signature expires, in seconds since the Unix epoch, present together with Sign.
   */
  T?: (number | null) | string;
  [k: string]: unknown;
}
/**
 * A voice that was created.
 */
export interface TencentVodCustomVoiceInfo {
  /**
   * Id of the voice.
   */
  VoiceId?: string | null;
  /**
   * More about the voice, in one string.
   */
  VoiceInfo?: string | null;
  [k: string]: unknown;
}
/**
 * Sent when the search for faces in a video has ended.
 */
export interface TencentVodDescribeAigcFaceInfoAsyncComplete {
  /**
   * Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity.
   */
  EventHandle?: string | null;
  /**
   * Names the message and selects the member that holds the event.
   */
  EventType: "DescribeAigcFaceInfoAsyncComplete";
  /**
   * The event itself. The members of other event types are absent or null beside it.
   */
  DescribeAigcFaceInfoAsyncCompleteEvent?: TencentVodDescribeAigcFaceInfoAsyncTask;
  /**
   * MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body.
   */
  Sign?: string | null;
  /**
   * When the signature expires, in seconds since the Unix epoch, present together with Sign.
   */
  T?: (number | null) | string;
  [k: string]: unknown;
}
/**
 * An input video.
 */
export interface TencentVodAigcFaceInputFileInfo {
  /**
   * How the video is given: File or Url.
   */
  Type?: ("File" | "Url" | "") | null | (string & {});
  /**
   * Id of the media file; set where Type is File.
   */
  FileId?: string | null;
  /**
   * Address of the video; set where Type is Url.
   */
  Url?: string | null;
  [k: string]: unknown;
}
/**
 * The faces of one video, with an id for further calls.
 */
export interface TencentVodAigcFaceInfo {
  /**
   * Id for further calls about these faces; keep it. Not the deduplication id.
   */
  SessionId?: string | null;
  /**
   * The faces.
   */
  FaceInfoList?: TencentVodAigcFaceIdentityInfo[] | null;
  [k: string]: unknown;
}
/**
 * A face and where it is seen.
 */
export interface TencentVodAigcFaceIdentityInfo {
  /**
   * Id of the face in the video; a face that comes back after more than 1 second has a new id.
   */
  FaceId?: string | null;
  /**
   * A picture of the face, taken from the video.
   */
  FaceImage?: string | null;
  /**
   * Where in the video the lips can be synchronised from, in milliseconds.
   */
  StartTime?: number | null;
  /**
   * Where in the video the lips can be synchronised to, in milliseconds; a little too late.
   */
  EndTime?: number | null;
  [k: string]: unknown;
}
/**
 * Sent when the AI model Hunyuan has made a 3D model, or has failed.
 */
export interface TencentVodAigcHunyuan3DTaskComplete {
  /**
   * Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity.
   */
  EventHandle?: string | null;
  /**
   * Names the message and selects the member that holds the event.
   */
  EventType: "AigcHunyuan3DTaskComplete";
  /**
   * The event itself. The members of other event types are absent or null beside it.
   */
  AigcHunyuan3DCompleteEvent?: TencentVodAigcHunyuan3DTask;
  /**
   * MD5 over SignKey and T, present where the app has a SignKey (since 2026-04-29). Its place in the body and its case are our reading. It covers nothing else of the body.
   */
  Sign?: string | null;
  /**
   * When the signature expires, in seconds since the Unix epoch, present together with Sign.
   */
  T?: (number | null) | string;
  [k: string]: unknown;
}
/**
 * A reference picture.
 */
export interface TencentVodAigcHunyuan3DReferenceImageInfo {
  /**
   * How the picture is given: File or Url.
   */
  Type?: ("File" | "Url" | "") | null | (string & {});
  /**
   * Id of the picture as a media file; set where Type is File.
   */
  FileId?: string | null;
  /**
   * Address of the picture; set where Type is Url.
   */
  Url?: string | null;
  [k: string]: unknown;
}
/**
 * A picture of the object from one side.
 */
export interface TencentVodAigcHunyuan3DMultiViewImageInfo {
  /**
   * How the picture is given: File or Url.
   */
  Type?: ("File" | "Url" | "") | null | (string & {});
  /**
   * Id of the picture as a media file; set where Type is File.
   */
  FileId?: string | null;
  /**
   * Address of the picture; set where Type is Url.
   */
  Url?: string | null;
  /**
   * Side from which the object is seen, such as front.
   */
  ViewType?: string | null;
  [k: string]: unknown;
}
/**
 * A reference 3D model.
 */
export interface TencentVodAigcHunyuan3DMeshInfo {
  /**
   * How the model is given: File or Url.
   */
  Type?: ("File" | "Url" | "") | null | (string & {});
  /**
   * Id of the 3D model as a media file; set where Type is File.
   */
  FileId?: string | null;
  /**
   * Address of the 3D model (glb or obj); set where Type is Url.
   */
  Url?: string | null;
  [k: string]: unknown;
}
/**
 * A new file.
 */
export interface TencentVodAigcHunyuan3DTaskOutputFileInfo {
  /**
   * Permanent: kept as a media file; Temporary: kept for a time, with an address only.
   */
  StorageMode?: ("Permanent" | "Temporary" | "") | null | (string & {});
  /**
   * When the new file is deleted, ISO 8601.
   */
  ExpireTime?: string | null;
  /**
   * Format of the file, such as OBJ, GLB or FBX.
   */
  FileType?: string | null;
  /**
   * Address of the new file.
   */
  FileUrl?: string | null;
  /**
   * Address of a preview; empty where there is none.
   */
  PreviewFileUrl?: string | null;
  [k: string]: unknown;
}
/**
 * An event of a type that has no schema here. The vendor sends every event type of an app to one URL and the list of types grows, so these are kept, never refused.
 */
export interface TencentVodOtherEvent {
  /**
   * Receipt for ConfirmEvents, new on every pull. Only in pulled events; never an identity.
   */
  EventHandle?: string | null;
  /**
   * Names the event type.
   */
  EventType: string;
  [k: string]: unknown;
}
/**
 * The transcoding task has succeeded.
 */
export interface UcloudUmediaTranscodeSuccess {
  /**
   * 0: success.
   */
  retcode: 0;
  /**
   * Id of the transcoding task.
   */
  task_id: string;
  /**
   * Address of the source video.
   */
  src_url?: string;
  /**
   * Name of the resulting file.
   */
  dest_video_name?: string;
  /**
   * Address of the resulting file.
   */
  dest_video_url: string;
  /**
   * Length of the resulting video, in seconds.
   */
  duration?: number;
  /**
   * Size of the resulting file; the page gives no unit, bytes by our reading.
   */
  file_size?: number;
  /**
   * Width of the resulting video, in pixels.
   */
  width?: number;
  /**
   * Height of the resulting video, in pixels.
   */
  height?: number;
  /**
   * Describes the outcome; succ in the sample.
   */
  message?: string;
  [k: string]: unknown;
}
/**
 * The transcoding task has failed. The vendor shows no such payload: every field but retcode and task_id may be absent, null, empty or zero.
 */
export interface UcloudUmediaTranscodeFailure {
  /**
   * Any value but 0; the vendor documents none.
   */
  retcode: number;
  /**
   * Id of the transcoding task.
   */
  task_id: string;
  /**
   * Address of the source video.
   */
  src_url?: string | null;
  /**
   * Name of the resulting file.
   */
  dest_video_name?: string | null;
  /**
   * Address of the resulting file.
   */
  dest_video_url?: string | null;
  /**
   * Length of the resulting video, in seconds.
   */
  duration?: number | null;
  /**
   * Size of the resulting file; the page gives no unit, bytes by our reading.
   */
  file_size?: number | null;
  /**
   * Width of the resulting video, in pixels.
   */
  width?: number | null;
  /**
   * Height of the resulting video, in pixels.
   */
  height?: number | null;
  /**
   * Describes the outcome; succ in the sample.
   */
  message?: string | null;
  [k: string]: unknown;
}
/**
 * The screenshot task has succeeded.
 */
export interface UcloudUmediaScreenshotSuccess {
  /**
   * 0: success.
   */
  retcode: 0;
  /**
   * Id of the screenshot task.
   */
  task_id: string;
  /**
   * Address of the source video.
   */
  src_url?: string;
  /**
   * Number of screenshots.
   */
  image_count?: number;
  /**
   * The screenshots, in order.
   */
  image_list?: UcloudUmediaImage[] | null;
  /**
   * Describes the outcome; succ in the sample.
   */
  message?: string;
  [k: string]: unknown;
}
/**
 * One screenshot.
 */
export interface UcloudUmediaImage {
  /**
   * Address of the picture.
   */
  image_url?: string;
  [k: string]: unknown;
}
/**
 * The screenshot task has failed. The vendor shows no such payload: every field but retcode and task_id may be absent, null, empty or zero.
 */
export interface UcloudUmediaScreenshotFailure {
  /**
   * Any value but 0; the vendor documents none.
   */
  retcode: number;
  /**
   * Id of the screenshot task.
   */
  task_id: string;
  /**
   * Address of the source video.
   */
  src_url?: string | null;
  /**
   * Number of screenshots.
   */
  image_count?: number | null;
  /**
   * The screenshots, in order.
   */
  image_list?: UcloudUmediaImage[] | null;
  /**
   * Describes the outcome; succ in the sample.
   */
  message?: string | null;
  [k: string]: unknown;
}
/**
 * The slicing task has succeeded.
 */
export interface UcloudUmediaSliceSuccess {
  /**
   * 0: success.
   */
  retcode: 0;
  /**
   * Id of the slicing task.
   */
  task_id: string;
  /**
   * Address of the source video.
   */
  src_url?: string;
  /**
   * Name of the resulting file.
   */
  dest_video_name?: string;
  /**
   * Address of the resulting file.
   */
  dest_video_url: string;
  /**
   * Length of the resulting video, in seconds.
   */
  duration?: number;
  /**
   * Describes the outcome; succ in the sample.
   */
  message?: string;
  [k: string]: unknown;
}
/**
 * The slicing task has failed. The vendor shows no such payload: every field but retcode and task_id may be absent, null, empty or zero.
 */
export interface UcloudUmediaSliceFailure {
  /**
   * Any value but 0; the vendor documents none.
   */
  retcode: number;
  /**
   * Id of the slicing task.
   */
  task_id: string;
  /**
   * Address of the source video.
   */
  src_url?: string | null;
  /**
   * Name of the resulting file.
   */
  dest_video_name?: string | null;
  /**
   * Address of the resulting file.
   */
  dest_video_url?: string | null;
  /**
   * Length of the resulting video, in seconds.
   */
  duration?: number | null;
  /**
   * Describes the outcome; succ in the sample.
   */
  message?: string | null;
  [k: string]: unknown;
}
/**
 * The porn detection task has succeeded.
 */
export interface UcloudUmediaPornSuccess {
  /**
   * 0: success.
   */
  retcode: 0;
  /**
   * Id of the porn detection task.
   */
  task_id: string;
  /**
   * Address of the source video.
   */
  src_url?: string;
  /**
   * Number of all pictures checked, not only of the faulty ones.
   */
  image_count?: number;
  /**
   * The pictures found faulty.
   */
  invalid_image_list?: UcloudUmediaCheckedImage[] | null;
  /**
   * Describes the outcome; succ in the sample.
   */
  message?: string;
  [k: string]: unknown;
}
/**
 * One picture that the check found fault with.
 */
export interface UcloudUmediaCheckedImage {
  /**
   * Address of the picture, in spite of the field's name.
   */
  name?: string;
  /**
   * Probability, from 0 to 1, of the label that is given.
   */
  rate?: number;
  /**
   * 0 pornographic, 1 sexy, 2 normal. Any other value means that a person should look, not that the picture is safe.
   */
  label?: (0 | 1 | 2) | (number & {});
  /**
   * Whether a person should look at the picture.
   */
  review?: boolean;
  [k: string]: unknown;
}
/**
 * The porn detection task has failed. The vendor shows no such payload: every field but retcode and task_id may be absent, null, empty or zero.
 */
export interface UcloudUmediaPornFailure {
  /**
   * Any value but 0; the vendor documents none.
   */
  retcode: number;
  /**
   * Id of the porn detection task.
   */
  task_id: string;
  /**
   * Address of the source video.
   */
  src_url?: string | null;
  /**
   * Number of all pictures checked, not only of the faulty ones.
   */
  image_count?: number | null;
  /**
   * The pictures found faulty.
   */
  invalid_image_list?: UcloudUmediaCheckedImage[] | null;
  /**
   * Describes the outcome; succ in the sample.
   */
  message?: string | null;
  [k: string]: unknown;
}
/**
 * Each message by its full name, which names its bundle too.
 */
export interface Messages {
  "polyv.video_outline.generate_success": PolyvVideoOutlineGenerateSuccess;
  "polyv.video_outline.generate_fail": PolyvVideoOutlineGenerateFail;
  "tencent.vod.review_audio_video_complete": TencentVodReviewAudioVideoComplete;
  "tencent.vod.new_file_upload": TencentVodNewFileUpload;
  "tencent.vod.procedure_state_changed": TencentVodProcedureStateChanged;
  "tencent.vod.file_deleted": TencentVodFileDeleted;
  "tencent.vod.pull_complete": TencentVodPullComplete;
  "tencent.vod.edit_media_complete": TencentVodEditMediaComplete;
  "tencent.vod.split_media_complete": TencentVodSplitMediaComplete;
  "tencent.vod.compose_media_complete": TencentVodComposeMediaComplete;
  "tencent.vod.clip_complete": TencentVodClipComplete;
  "tencent.vod.transcode_complete": TencentVodTranscodeComplete;
  "tencent.vod.create_image_sprite_complete": TencentVodCreateImageSpriteComplete;
  "tencent.vod.concat_complete": TencentVodConcatComplete;
  "tencent.vod.create_snapshot_by_time_offset_complete": TencentVodCreateSnapshotByTimeOffsetComplete;
  "tencent.vod.wechat_publish_complete": TencentVodWechatPublishComplete;
  "tencent.vod.wechat_mini_program_publish_complete": TencentVodWechatMiniProgramPublishComplete;
  "tencent.vod.remove_watermark": TencentVodRemoveWatermark;
  "tencent.vod.restore_media_complete": TencentVodRestoreMediaComplete;
  "tencent.vod.rebuild_media_complete": TencentVodRebuildMediaComplete;
  "tencent.vod.extract_trace_watermark_complete": TencentVodExtractTraceWatermarkComplete;
  "tencent.vod.extract_copy_right_watermark_complete": TencentVodExtractCopyRightWatermarkComplete;
  "tencent.vod.describe_file_attributes_complete": TencentVodDescribeFileAttributesComplete;
  "tencent.vod.quality_inspect_complete": TencentVodQualityInspectComplete;
  "tencent.vod.quality_enhance_complete": TencentVodQualityEnhanceComplete;
  "tencent.vod.media_cast_status_changed": TencentVodMediaCastStatusChanged;
  "tencent.vod.persistence_complete": TencentVodPersistenceComplete;
  "tencent.vod.complex_adaptive_dynamic_streaming_complete": TencentVodComplexAdaptiveDynamicStreamingComplete;
  "tencent.vod.process_media_by_mps_complete": TencentVodProcessMediaByMPSComplete;
  "tencent.vod.aigc_image_task_complete": TencentVodAigcImageTaskComplete;
  "tencent.vod.aigc_video_task_complete": TencentVodAigcVideoTaskComplete;
  "tencent.vod.extract_blind_watermark_complete": TencentVodExtractBlindWatermarkComplete;
  "tencent.vod.scene_aigc_image_complete_event": TencentVodSceneAigcImageCompleteEvent;
  "tencent.vod.create_aigc_advanced_custom_element_complete_event": TencentVodCreateAigcAdvancedCustomElementCompleteEvent;
  "tencent.vod.create_aigc_custom_voice_complete_event": TencentVodCreateAigcCustomVoiceCompleteEvent;
  "tencent.vod.describe_aigc_face_info_async_complete": TencentVodDescribeAigcFaceInfoAsyncComplete;
  "tencent.vod.aigc_hunyuan3d_task_complete": TencentVodAigcHunyuan3DTaskComplete;
  "ucloud.umedia.transcode": UcloudUmediaTranscode;
  "ucloud.umedia.screenshot": UcloudUmediaScreenshot;
  "ucloud.umedia.slice": UcloudUmediaSlice;
  "ucloud.umedia.porn": UcloudUmediaPorn;
  "tencent.vod.pull_events": TencentVodPullEvents;
  "tencent.vod.segment_set_file": TencentVodSegmentSetFile;
  "tencent.vod.cover_segment_set_file": TencentVodCoverSegmentSetFile;
}
/**
 * The reply of PullEvents as it stands on the wire, with the wrapper that every answer of the vendor's API has.
 */
export interface TencentVodPullEvents {
  /**
   * The wrapped answer.
   */
  Response: TencentVodPullEventsResponse;
  [k: string]: unknown;
}
/**
 * PullEvents has answered with an error; an empty queue is one too.
 */
export interface TencentVodPullEventsFailure {
  /**
   * What went wrong.
   */
  Error: TencentVodApiError;
  /**
   * Id of the API call.
   */
  RequestId?: string;
  [k: string]: unknown;
}
/**
 * An error of the vendor's API.
 */
export interface TencentVodApiError {
  /**
   * Dotted error code; ResourceNotFound from PullEvents means that the queue is empty.
   */
  Code: string;
  /**
   * Explanation for people.
   */
  Message: string;
  [k: string]: unknown;
}
/**
 * The events that PullEvents found.
 */
export interface TencentVodPullEventsResult {
  /**
   * At most 16 events; null or empty where the queue is.
   */
  EventSet: TencentVodPulledEvent[] | null;
  /**
   * Id of the API call.
   */
  RequestId?: string;
  [k: string]: unknown;
}
/**
 * One event of a PullEvents reply: what would be pushed, with its receipt. The event keeps the contract of its own message; here it may hold anything.
 */
export interface TencentVodPulledEvent {
  /**
   * Receipt for ConfirmEvents, new on every pull.
   */
  EventHandle: string | null;
  /**
   * Names the event type, and so the message.
   */
  EventType?: string | null;
  [k: string]: unknown;
}
