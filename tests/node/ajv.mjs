// Validates JSON texts with ajv. Reads {schemas: {name: schema}, cases: [{schema: name, text}]} from standard input and
// writes {warnings: {name: [...]}, verdicts: [[error, ...], ...]} to standard output; a schema that does not compile ends it.
import Ajv2020 from "ajv/dist/2020.js";
import { readFileSync } from "node:fs";

const { schemas, cases } = JSON.parse(readFileSync(0, "utf8"));
const warnings = {};
const validators = {};
for (const [name, schema] of Object.entries(schemas)) {
  warnings[name] = [];
  const log = (...words) => warnings[name].push(words.join(" "));
  const ajv = new Ajv2020.default({ allErrors: true, strict: true, logger: { log, warn: log, error: log } });
  validators[name] = ajv.compile(schema);
}

const verdicts = cases.map(({ schema, text }) => {
  const validate = validators[schema];
  validate(JSON.parse(text));
  return (validate.errors ?? []).map(({ keyword, instancePath, schemaPath, params }) => ({
    keyword,
    instancePath,
    schemaPath,
    member: params.missingProperty ?? params.additionalProperty ?? null,
  }));
});
process.stdout.write(JSON.stringify({ warnings, verdicts }));
