// A receiver on Node's own http, correct unless told to be broken: node receiver.mjs BUNDLES SETTINGS [DEFECT]
// Prints its port when it listens. Events are kept in memory, one for each identity; GET /stored counts them.

import { createHash, timingSafeEqual } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { parse } from "./json.mjs";

const [bundles, settings, defect = ""] = process.argv.slice(2);
const { secret, token, node } = JSON.parse(settings);
const Ajv = createRequire(join(node, "package.json"))("ajv/dist/2020.js").default;
const catalogue = JSON.parse(readFileSync(join(bundles, "..", "catalogue.json")));
const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: true });
const accepts = Object.fromEntries(
  catalogue.messages.map(({ name }) => [name, ajv.compile(JSON.parse(readFileSync(join(bundles, `${name}.json`))))]),
);
const channels = Object.fromEntries(catalogue.channels.map((channel) => [channel.path, channel]));
const identities = Object.fromEntries(catalogue.messages.map(({ name, identity }) => [name, identity]));
const LARGEST = 2 * 2 ** 20;
const events = new Map();

class Refusal extends Error {
  constructor(status) {
    super(String(status));
    this.status = status;
  }
}

const same = (one, other) => {
  const [a, b] = [one, other].map((text) => createHash("sha256").update(text).digest());
  return timingSafeEqual(a, b);
};
const hash = (name, text) => createHash(name).update(text).digest("hex");
const own = (object, name) => (typeof name === "string" && Object.hasOwn(object, name) ? object[name] : undefined);
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const at = (payload, pointer) => pointer.slice(1).split("/").reduce((value, name) => value?.[name], payload);

function authentic(scheme, payload) {
  const now = Date.now() / 1000;
  if (scheme === "polyv-video-outline") {
    const { sign, timestamp } = payload;
    if (defect === "upper-cases-the-sign") sign.toUpperCase();
    if (typeof sign !== "string" || !Number.isInteger(timestamp)) return false;
    const age = now - timestamp / 1000;
    const right = hash("sha1", secret + timestamp + timestamp + secret).toUpperCase();
    return same(sign, right) && age >= -300 && age <= 86_400;
  }
  const { Sign: sign, T: expiry } = payload;
  if (typeof sign !== "string" || !["number", "string"].includes(typeof expiry)) return false;
  if (!/^[1-9][0-9]{0,11}$/.test(String(expiry))) return false;
  const left = Number(expiry) - now;
  return same(sign.toLowerCase(), hash("md5", secret + expiry)) && left >= -300 && left <= 86_400;
}

function read(body) {
  if (defect === "parses-with-json-parse") return { payload: JSON.parse(body.toString()), exact: new Map() };
  try {
    return parse(body);
  } catch {
    throw new Refusal(400);
  }
}

function identify(channel, payload, exact) {
  const kind = channel.discriminator ? at(payload, channel.discriminator) : undefined;
  const message = channel.discriminator ? own(channel.message_by_kind, kind) : channel.messages[0];
  if (message) {
    if (!accepts[message](payload)) throw new Refusal(422);
    const digits = defect === "identifies-by-doubles" ? new Map() : exact;
    return JSON.stringify([channel.name, ...identities[message].map((pointer) => digits.get(pointer) ?? at(payload, pointer))]);
  }
  const retired = channel.retired.some(({ pointer }) => at(payload, pointer) !== undefined);
  if (!channel.keeps_unknown || typeof kind !== "string" || retired) throw new Refusal(422);
  const rest = Object.entries(payload).filter(([name]) => !channel.excluded_from_comparison.includes(name));
  rest.sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([channel.name, rest]);
}

async function receive(request) {
  const { pathname, searchParams } = new URL(request.url, "http://localhost");
  if (pathname === "/stored") return [200, String(events.size)];
  const channel = channels[pathname];
  if (!channel) throw new Refusal(404);
  if (request.method !== "POST") throw new Refusal(405);
  const type = (request.headers["content-type"] ?? "").split(";")[0].trim().toLowerCase();
  if (channel.media_type && type !== channel.media_type) throw new Refusal(415);
  if (!["", "identity"].includes(request.headers["content-encoding"] ?? "")) throw new Refusal(415);
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > LARGEST) throw new Refusal(413);
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  const { payload, exact } = read(body);
  if (defect !== "forgets-the-token" && !same(searchParams.get("token") ?? "", token)) throw new Refusal(401);
  if (channel.signature && !(isObject(payload) && authentic(channel.signature, payload))) throw new Refusal(401);
  if (!isObject(payload)) throw new Refusal(422);
  const identity = identify(channel, payload, exact);
  events.set(defect === "keeps-every-copy" ? events.size : identity, body);
  return [200, ""];
}

const limits = { requestTimeout: 4_000, headersTimeout: 4_000, connectionsCheckingInterval: 500 };
const server = createServer(defect === "has-no-limits-of-its-own" ? {} : limits, (request, response) => {
  const end = (status, text = "") => {
    const close = status === 413 || !request.complete ? { connection: "close" } : {};
    response.writeHead(status, { "content-type": "text/plain", ...close }).end(text);
  };
  receive(request).then(
    ([status, text]) => end(status, text),
    (error) => {
      if (request.destroyed && !request.complete) return response.destroy();
      if (error instanceof Refusal) return end(error.status);
      return end(500);
    },
  );
});
if (defect !== "has-no-limits-of-its-own") server.maxHeadersCount = 200;
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
