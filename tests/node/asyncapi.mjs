// Reads an AsyncAPI document from standard input and writes what @asyncapi/parser says of it, and the addresses, as JSON.
import parsing from "@asyncapi/parser";
import { readFileSync } from "node:fs";

const { document, diagnostics } = await new parsing.Parser().parse(readFileSync(0, "utf8"));
const said = diagnostics.map(({ severity, code, message, path }) => ({ severity, code, message, path: path.join("/") }));
const addresses = document?.channels().all().map((channel) => channel.address()) ?? [];
process.stdout.write(JSON.stringify({ version: document?.version() ?? null, diagnostics: said, addresses }));
