// Lets Node import JSON as bundlers do: the parser of workflows imports its schema so.
import { readFileSync } from "node:fs";
import { register } from "node:module";
import { fileURLToPath } from "node:url";

export async function load(url, context, next) {
  return url.endsWith(".json")
    ? { format: "module", shortCircuit: true, source: `export default ${readFileSync(fileURLToPath(url))}` }
    : next(url, context);
}

if (!import.meta.url.endsWith("#hook")) {
  register(`${import.meta.url}#hook`);
}
