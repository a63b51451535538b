// Checks a text as an editor does: reads {schemas, file, text} from standard input, where `schemas` is VS Code's setting
// json.schemas, and writes the messages that the editor would show at the text, each with its severity.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import languages from "vscode-json-languageservice";

const { getLanguageService, TextDocument } = languages;
const { schemas, file, text } = JSON.parse(readFileSync(0, "utf8"));
const service = getLanguageService({ schemaRequestService: async (url) => readFileSync(fileURLToPath(url), "utf8") });
service.configure({ validate: true, schemas: schemas.map(({ url, fileMatch }) => ({ uri: url, fileMatch })) });
const document = TextDocument.create(file, "json", 1, text);
const found = await service.doValidation(document, service.parseJSONDocument(document));
process.stdout.write(JSON.stringify(found.map(({ message, severity }) => ({ message, severity }))));
