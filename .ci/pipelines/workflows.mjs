// Reads workflows as GitHub does, and says what is wrong in them: node --import ./json.mjs workflows.mjs FILE…
import { readFileSync } from "node:fs";
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from "@actions/workflow-parser";

const files = process.argv.slice(2);
let wrong = files.length === 0 ? 1 : 0;
for (const name of files) {
  const { context, value } = parseWorkflow({ name, content: readFileSync(name, "utf8") }, new NoOperationTraceWriter());
  if (value && context.errors.getErrors().length === 0) {
    await convertWorkflowTemplate(context, value);
  }
  for (const error of context.errors.getErrors()) {
    console.error(`${name}: ${error.message}`);
    wrong++;
  }
}
process.exit(wrong === 0 ? 0 : 1);
