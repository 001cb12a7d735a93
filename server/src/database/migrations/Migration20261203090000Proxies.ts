import { Migration } from "@mikro-orm/migrations";
import { proxyChanges } from "./electorate/proxies.ts";

/** Votes that are given to others before a poll opens. */
export class Migration20261203090000Proxies extends Migration {
	override name = "Migration20261203090000Proxies";

	override up(): void {
		for (const change of proxyChanges) this.addSql(change);
	}
}
