import { Migration } from "@mikro-orm/migrations";
import { paperChanges } from "./electorate/papers.ts";

/** Ballots on paper, entered by two persons. */
export class Migration20261203092000Papers extends Migration {
	override name = "Migration20261203092000Papers";

	override up(): void {
		for (const change of paperChanges) this.addSql(change);
	}
}
