// Runs the test vectors over the modules of docs/other-languages.md, compiled to the folder that PAGE names, as a user of
// theirs would: what JavaScript cannot tell apart is left out by its flag.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { pathToFileURL } from "node:url";

const { PAGE, VECTORS } = process.env;
const module = (name) => import(pathToFileURL(join(PAGE, name)));
const { contract } = await module("contract.js");
const { identity, tencentEvent } = await module("identify.js");
const { receive } = await module("receive.js");
const { signPolyv, signTencent, verifyPolyv, verifyTencent } = await module("signatures.js");

const UNTOLD = ["BeyondDouble", "NumberSpelling"];

function cases(kind) {
  const told = JSON.parse(readFileSync(join(VECTORS, `${kind}.json`), "utf8")).cases.filter(
    ({ flags }) => !flags.some((flag) => UNTOLD.includes(flag)),
  );
  assert(told.length > 80);
  return told;
}

/** The ids of the cases that are not as they should be. */
const failing = (told, isRight) => told.filter((each) => !isRight(each)).map(({ id }) => id);

test("the bundles accept and refuse every payload as they should", () => {
  const validators = new Map();
  const wrong = failing(cases("validation"), ({ message, input, violations }) => {
    if (!validators.has(message)) validators.set(message, contract(message));
    const payload = "text" in input ? JSON.parse(input.text) : input.payload;
    return validators.get(message)(payload) === (violations.length === 0);
  });
  assert.deepEqual(wrong, []);
});

const schemes = {
  "polyv-video-outline": { sign: signPolyv, verify: verifyPolyv, members: ["sign", "timestamp"] },
  "tencent-vod-callback": { sign: signTencent, verify: verifyTencent, members: ["Sign", "T"] },
};
const secretsOf = ({ secrets }) => secrets.map((each) => (each.base64 ? Buffer.from(each.base64, "base64") : each));

test("every signature is verified or refused as it should be", () => {
  const wrong = failing(cases("signatures"), (each) => {
    const { scheme, payload, now, window, result } = each;
    const verify = () => schemes[scheme].verify(payload, secretsOf(each), { now, ...window });
    if (result !== "refused") return verify() === (result === "valid");
    assert.throws(verify, /a secret is missing or malformed/, each.id);
    return true;
  });
  assert.deepEqual(wrong, []);
});

test("the newest secret makes every sign that is spelled as the vendor spells it", () => {
  const valid = cases("signatures").filter(({ result }) => result === "valid");
  const own = valid.filter(({ flags }) => !flags.includes("OlderSecret") && !flags.includes("OtherSpelling"));
  assert(own.length > 15);
  const wrong = failing(own, (each) => {
    const { sign, members } = schemes[each.scheme];
    const [given, signed] = members.map((member) => each.payload[member]);
    return sign(secretsOf(each)[0], signed) === given;
  });
  assert.deepEqual(wrong, []);
});

function bytesOf({ text, base64, repeat }) {
  if (base64 !== undefined) return Buffer.from(base64, "base64");
  return Buffer.from(text ?? repeat.map(([piece, times]) => piece.repeat(times)).join(""));
}

/** The value of a text, or undefined. */
function parsed(input) {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytesOf(input)));
  } catch (error) {
    assert(error instanceof SyntaxError || error.code === "ERR_ENCODING_INVALID_ENCODED_DATA", error);
    return undefined;
  }
}

test("JSON.parse reads every text that is accepted", () => {
  const accepted = cases("decoding").filter(({ result }) => result.accepted);
  for (const { id, input, result } of accepted) {
    const value = parsed(input);
    assert.notEqual(value, undefined, id);
    if ("value" in result) assert.deepEqual(value, result.value, id);
  }
});

test("JSON.parse takes no text that is refused, but those that the page names", () => {
  const refused = cases("decoding").filter(({ result }) => !result.accepted);
  const taken = refused.filter(({ input }) => parsed(input) !== undefined);
  const others = taken.filter(({ flags, result }) => {
    const told = ["DuplicateKey", "NumberOutOfRange", "TooDeep", "TooManyContainers"];
    return !told.includes(result.error) && !flags.includes("LoneSurrogate");
  });
  assert.deepEqual(others.map(({ id }) => id), []);
  assert(taken.length > 0 && taken.length < refused.length / 2);
});

test("the page's receiver answers as the page says", () => {
  const secrets = ["mySecretKey"];
  const example = JSON.parse(readFileSync(join(PAGE, "bundles", "polyv.video_outline.generate_fail.json"), "utf8")).examples[0];
  const signed = (payload, timestamp = Date.now()) =>
    JSON.stringify({ ...payload, timestamp, sign: signPolyv(secrets[0], timestamp) });
  const answers = {
    200: signed(example),
    400: signed(example).slice(1),
    401: signed(example).replace(/"sign":"./, '"sign":"Z'),
    422: signed({ ...example, vid: 7 }),
  };
  for (const [status, body] of Object.entries(answers)) assert.equal(receive(body, secrets), Number(status));
  const hostile = ["null", "[]", '""', '{"sign":{"toString":1},"timestamp":{"valueOf":1}}', '{"__proto__":1}'];
  assert.deepEqual(hostile.map((body) => receive(body, secrets)), hostile.map(() => 401));
});

test("an unknown event differs from a broken one as in parse", () => {
  const events = JSON.parse(readFileSync(join(PAGE, "events.json"), "utf8"));
  assert.deepEqual(events.map(({ payload }) => tencentEvent(payload)), events.map(({ kind }) => kind));
  assert.deepEqual(new Set(events.map(({ kind }) => kind)), new Set(["review_audio_video_complete", "unknown", "broken"]));
});

test("an event has the identity that parse gives it", () => {
  const { paths } = JSON.parse(readFileSync(join(PAGE, "openapi.json"), "utf8"));
  const pointers = new Map();
  for (const { post } of Object.values(paths))
    for (const each of post["x-vodhooks"].messages) pointers.set(each.name, each.identity);
  const samples = JSON.parse(readFileSync(join(PAGE, "identities.json"), "utf8"));
  assert(samples.length > 10);
  for (const { message, payload, expected } of samples) assert.deepEqual(identity(payload, pointers.get(message)), expected);
});
