import type { Transaction } from "../../../database/index.ts";
import type { NetworkRoom } from "../../../network/index.ts";
import type { PeopleRoom } from "../../../people/index.ts";
import type { ProgrammeRoom } from "../../../programme/index.ts";

/** The rooms that a file of people speaks of. */
export interface EnteringRooms {
	readonly people: Pick<PeopleRoom, "findPersons" | "recordPersons" | "recordRoles">;
	readonly network: Pick<NetworkRoom, "networkInRecord" | "recordMemberships">;
	readonly programme: Pick<
		ProgrammeRoom,
		"eventInRecord" | "describeEvent" | "recordDelegates" | "recordSessions"
	>;
	readonly recommendations: {
		/** The network's recommendations by number. */
		recommendationsInRecord(tx: Transaction, networkId: string): Promise<ReadonlyMap<number, string>>;
	};
}
