// What TypeScript makes of the declarations. `tests/contract/test_typescript.py` compiles it; nothing imports it.
import type {
  Channels,
  Messages,
  PolyvVideoOutlineGenerateFail,
  TencentVodReviewAudioVideoComplete,
  TencentVodSuggestion,
  UcloudUmediaSlice,
  UcloudUmediaSliceSuccess,
} from "./vodhooks-contracts.d.ts";

type Same<One, Other> = (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false;
const same = <_ extends true>(): void => {};

// Messages and channels are found by name.
same<Same<Messages["polyv.video_outline.generate_fail"], PolyvVideoOutlineGenerateFail>>();
same<Same<Channels["ucloud.umedia.slice"], UcloudUmediaSlice>>();
// @ts-expect-error: there is no such message
export type NoMessage = Messages["polyv.video_outline"];
// @ts-expect-error: nor such a channel
export type NoChannel = Channels["polyv"];

// A member that tells two messages apart narrows a channel's payload.
export function chapters(payload: Channels["polyv.video_outline"]): number {
  // @ts-expect-error: a failure has none
  void payload.outlineInfo.length;
  return payload.callbackType === "generate_success" ? payload.outlineInfo.length : 0;
}

// Where a type cannot say what tells them apart, a guard can.
const succeeded = (message: UcloudUmediaSlice): message is UcloudUmediaSliceSuccess => message.retcode === 0;
export const address = (message: UcloudUmediaSlice): string | undefined =>
  succeeded(message) ? message.dest_video_url : undefined;

const failure: PolyvVideoOutlineGenerateFail = {
  sign: "ABE550460CF6B8B384DE0C767FE17B9BC79B8EBD",
  timestamp: 1683622364265,
  callbackType: "generate_fail",
  taskId: 30,
  vid: "c560fac50f0eeab9589e8bfa4e08c2b4_c",
};
// A contract is open: members that it does not know may come, and are unknown.
export const grown: PolyvVideoOutlineGenerateFail = { ...failure, reason: { code: 7 } };
same<Same<(typeof grown)["reason"], unknown>>();
// @ts-expect-error: a number is no text
export const digits: PolyvVideoOutlineGenerateFail = { ...failure, taskId: "30" };
// @ts-expect-error: only where null may come may it be
export const nothing: PolyvVideoOutlineGenerateFail = { ...failure, vid: null };
// @ts-expect-error: the message has a name
export const renamed: PolyvVideoOutlineGenerateFail = { ...failure, callbackType: "generate_failure" };
// @ts-expect-error: the vendor always sends these
export const bare: PolyvVideoOutlineGenerateFail = { callbackType: "generate_fail" };

// An open list offers its values and takes others of their type.
export const advice: TencentVodSuggestion[] = ["pass", "review", "block", "escalate", null];
// @ts-expect-error: not of another type
export const figure: TencentVodSuggestion = 7;

// What may be absent or null has to be looked at.
export function label({ ReviewAudioVideoCompleteEvent: task }: TencentVodReviewAudioVideoComplete): string {
  // @ts-expect-error: a task that failed has no output
  void task.Output.Label;
  return task.Output?.Label ?? "none";
}
