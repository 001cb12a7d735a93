import type { RecordReport, Transaction } from "../../../database/index.ts";
import { fault } from "../../file/entries.ts";
import type { PeopleFile } from "../peopleFile.ts";
import type { EnteringRooms } from "./EnteringRooms.ts";
import type { IdOf } from "./enterPersons.ts";
import { FaultyFile } from "./FaultyFile.ts";
import type { Places } from "./findPlaces.ts";

/** Enters the panels' memberships; gives their ids by the members' keys in the file. */
export async function enterPanels(
	tx: Transaction,
	network: EnteringRooms["network"],
	{ panels }: PeopleFile,
	{ partnerIds }: Places,
	idOf: IdOf,
): Promise<{ readonly report: RecordReport; readonly membershipIds: ReadonlyMap<string, string> }> {
	const members = panels.flatMap(({ partner, members }, panel) =>
		members.map((member, place) => ({
			key: member.key,
			path: ["panels", panel, "members", place],
			facts: {
				name: `${member.name} (${partner})`,
				partnerId: partnerIds.get(partner) as string,
				personId: idOf({ ...member, partner }),
				stakeholderGroup: member.group,
				origin: member.origin,
				joinedOn: member.joinedOn,
				leftOn: member.leftOn,
			},
		})),
	);
	const recorded = await network.recordMemberships(
		tx,
		members.map(({ facts }) => facts),
	);
	if ("clashes" in recorded) {
		const clashing = members.filter(({ facts }) => recorded.clashes.includes(facts));
		throw new FaultyFile(
			clashing.map(({ path, facts }) =>
				fault([...path, "leftOn"], `${facts.name} is in the panel twice at once`),
			),
		);
	}
	const { ids, report } = recorded;
	return { report, membershipIds: new Map(members.map(({ key }, place) => [key, ids[place] as string])) };
}
