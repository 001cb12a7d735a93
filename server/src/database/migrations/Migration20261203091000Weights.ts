import { Migration } from "@mikro-orm/migrations";
import { weightChanges } from "./electorate/weights.ts";

/** Weights of voters, and ballots in parts. */
export class Migration20261203091000Weights extends Migration {
	override name = "Migration20261203091000Weights";

	override up(): void {
		for (const change of weightChanges) this.addSql(change);
	}
}
