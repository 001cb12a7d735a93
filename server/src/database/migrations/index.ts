import { Migration20261123120000First } from "./Migration20261123120000First.ts";
import { Migration20261124100000DraftPushes } from "./Migration20261124100000DraftPushes.ts";
import { Migration20261130090000PollOptions } from "./Migration20261130090000PollOptions.ts";
import { Migration20261201090000DecisionRules } from "./Migration20261201090000DecisionRules.ts";
import { Migration20261202090000SecretPolls } from "./Migration20261202090000SecretPolls.ts";
import { Migration20261203090000Proxies } from "./Migration20261203090000Proxies.ts";
import { Migration20261203091000Weights } from "./Migration20261203091000Weights.ts";
import { Migration20261203092000Papers } from "./Migration20261203092000Papers.ts";
import { Migration20261204090000AppendToDraft } from "./Migration20261204090000AppendToDraft.ts";
import { Migration20261205090000UncountedRanks } from "./Migration20261205090000UncountedRanks.ts";

/** Every migration, oldest first. One that has run somewhere is never changed: write another. */
export const migrations = [
	Migration20261123120000First,
	Migration20261124100000DraftPushes,
	Migration20261130090000PollOptions,
	Migration20261201090000DecisionRules,
	Migration20261202090000SecretPolls,
	Migration20261203090000Proxies,
	Migration20261203091000Weights,
	Migration20261203092000Papers,
	Migration20261204090000AppendToDraft,
	Migration20261205090000UncountedRanks,
];
