import { Migration } from "@mikro-orm/migrations";
import { uncountedRanks } from "./fourth/uncountedRanks.ts";

/** No counters for ranks. */
export class Migration20261205090000UncountedRanks extends Migration {
	override name = "Migration20261205090000UncountedRanks";

	override up(): void {
		for (const change of uncountedRanks) this.addSql(change);
	}
}
