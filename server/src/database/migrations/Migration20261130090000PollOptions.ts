import { Migration } from "@mikro-orm/migrations";
import { votingChanges } from "./second/voting.ts";

/** Polls among options, and counters of ballots. Polls and ballots of before are carried over and counted. */
export class Migration20261130090000PollOptions extends Migration {
	override name = "Migration20261130090000PollOptions";

	override up(): void {
		for (const change of votingChanges) this.addSql(change);
	}
}
