import { Migration } from "@mikro-orm/migrations";
import { decisionRules } from "./third/decisionRules.ts";

/** Rules with all their parts, who was there when a poll opened and closed, and the counts of decided polls. */
export class Migration20261201090000DecisionRules extends Migration {
	override name = "Migration20261201090000DecisionRules";

	override up(): void {
		for (const change of decisionRules) this.addSql(change);
	}
}
