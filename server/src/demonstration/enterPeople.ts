import type { Transaction } from "../database/index.ts";
import type { LoadedNetwork } from "../loading/index.ts";
import type { NetworkRoom } from "../network/index.ts";
import type { NewRole, PeopleRoom } from "../people/index.ts";
import type { DemonstrationFile } from "./demonstrationFile.ts";
import { known } from "./known.ts";

/** The rooms in which people are entered. */
export interface PeopleRooms {
	readonly people: Pick<PeopleRoom, "enterPersons" | "enterRoles">;
	readonly network: Pick<NetworkRoom, "addMemberships">;
}

/** Enters the panels' members; gives their memberships by the file's keys. */
export async function enterPanels(
	tx: Transaction,
	{ people, network }: PeopleRooms,
	{ partnerIds }: LoadedNetwork,
	{ panels }: DemonstrationFile,
): Promise<ReadonlyMap<string, string>> {
	const members = panels.flatMap(({ partner, members }) => members.map((member) => ({ partner, ...member })));
	const personIds = await people.enterPersons(tx, members.map(invented));
	const membershipIds = await network.addMemberships(
		tx,
		members.map(({ partner, group, origin, joinedOn, leftOn }, place) => ({
			partnerId: known(partnerIds, partner),
			personId: personIds[place] as string,
			stakeholderGroup: group,
			origin,
			joinedOn,
			leftOn,
		})),
	);
	return new Map(members.map(({ key }, place) => [key, membershipIds[place] as string]));
}

/** Enters coordinators, facilitator, observer and translator with their roles; the facilitator runs every session. */
export async function enterRoleHolders(
	tx: Transaction,
	{ people }: Pick<PeopleRooms, "people">,
	{ networkId, partnerIds }: LoadedNetwork,
	{ coordinators, facilitator, observer, translator }: DemonstrationFile,
	sessionIds: readonly string[],
): Promise<void> {
	const coordinatorIds = await people.enterPersons(tx, coordinators.map(invented));
	const others = await people.enterPersons(tx, [facilitator, observer, translator].map(invented));
	const [facilitatorId, observerId, translatorId] = others as [string, string, string];
	const roles: NewRole[] = [
		...coordinators.map(({ role, partner }, place) => ({
			personId: coordinatorIds[place] as string,
			role,
			...(role === "NETWORK_COORDINATOR" ? { networkId } : { partnerId: known(partnerIds, partner) }),
		})),
		...sessionIds.map((sessionId) => ({ personId: facilitatorId, role: "FACILITATOR" as const, sessionId })),
		{ personId: observerId, role: "OBSERVER", networkId },
		{ personId: translatorId, role: "TRANSLATOR", networkId },
	];
	await people.enterRoles(tx, roles);
}

function invented({ name, email, language }: { name: string; email: string; language: string }) {
	return { name, email, language, isDemonstration: true };
}
