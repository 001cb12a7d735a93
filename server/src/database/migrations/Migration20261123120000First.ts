import { Migration } from "@mikro-orm/migrations";
import { draftingTables } from "./first/drafting.ts";
import { initiativesTables } from "./first/initiatives.ts";
import { networkTables } from "./first/network.ts";
import { peopleTables } from "./first/people.ts";
import { personRoleView } from "./first/personRole.ts";
import { programmeTables } from "./first/programme.ts";
import { recommendationsTables } from "./first/recommendations.ts";
import { votingTables } from "./first/voting.ts";

/** Every room's tables, in the order of their foreign keys. */
export class Migration20261123120000First extends Migration {
	override name = "Migration20261123120000First";

	override up(): void {
		this.addSql(peopleTables);
		this.addSql(networkTables);
		this.addSql(programmeTables);
		this.addSql(initiativesTables);
		this.addSql(recommendationsTables);
		this.addSql(draftingTables);
		this.addSql(votingTables);
		this.addSql(personRoleView);
	}
}
