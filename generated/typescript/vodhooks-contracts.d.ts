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
 * One event of a PullEvents reply: what would be pushed, with its receipt.
 */
export type TencentVodPulledEvent = TencentVodReviewAudioVideoComplete | TencentVodOtherEvent;
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
  "tencent.vod": TencentVodReviewAudioVideoComplete | TencentVodOtherEvent;
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
