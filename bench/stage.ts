import { parseArgs } from "node:util";
import { built } from "./stage/built.ts";
import { describeStage, stageText } from "./stage/describeStage.ts";
import { startStage } from "./stage/startStage.ts";
import { untilStopped } from "./stage/untilStopped.ts";

/** `npm run stage -- --delegates N [--json] [--profile FOLDER] [--no-build]`: see README.md. */
const { values } = parseArgs({
	options: {
		delegates: { type: "string", default: "100" },
		json: { type: "boolean", default: false },
		profile: { type: "string" },
		"no-build": { type: "boolean", default: false },
	},
});
const delegates = Number(values.delegates);
if (!Number.isInteger(delegates) || delegates < 1 || delegates > 20_000)
	throw new RangeError("--delegates must be a whole number from 1 to 20000");
if (!values["no-build"]) await built();
const stopped = untilStopped();
const profiling = values.profile ? `--cpu-prof --cpu-prof-dir=${values.profile}` : "";
const stage = await startStage(delegates, profiling);
console.log(values.json ? JSON.stringify(describeStage(stage)) : stageText(stage));
await stopped;
await stage.strike();
process.exit(0);
