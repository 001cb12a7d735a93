import { Migration } from "@mikro-orm/migrations";
import { secretTables } from "./secret/voting.ts";

/** Secret polls: keys, trustees, who has voted, and sealed boxes. */
export class Migration20261202090000SecretPolls extends Migration {
	override name = "Migration20261202090000SecretPolls";

	override up(): void {
		this.addSql(secretTables);
	}
}
