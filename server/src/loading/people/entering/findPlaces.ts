import type { Transaction } from "../../../database/index.ts";
import { fault } from "../../file/entries.ts";
import type { FileFault } from "../../file/FileFault.ts";
import type { PeopleFile } from "../peopleFile.ts";
import type { EnteringRooms } from "./EnteringRooms.ts";
import { refuseFaults } from "./FaultyFile.ts";

/** Where in the record the file's people stand. */
export interface Places {
	readonly networkId: string;
	readonly workingLanguage: string;
	/** By code. */
	readonly partnerIds: ReadonlyMap<string, string>;
	/** Null: the file names no event. */
	readonly eventId: string | null;
	/** By number. */
	readonly recommendationIds: ReadonlyMap<number, string>;
}

/** Finds network, partners, event and recommendations; throws every fault of the file's naming them at once. */
export async function findPlaces(
	tx: Transaction,
	rooms: Pick<EnteringRooms, "network" | "programme" | "recommendations">,
	file: PeopleFile,
): Promise<Places> {
	const network = await rooms.network.networkInRecord(tx, file.network);
	if (!network) {
		refuseFaults([fault(["network"], `there is no network "${file.network}": load it first`)]);
		throw new Error("unreachable");
	}
	const { networkId, partnerIds } = network;
	const order = file.event?.activityOrder;
	const eventId = order === undefined ? null : await rooms.programme.eventInRecord(tx, networkId, order);
	const recommendationIds = await rooms.recommendations.recommendationsInRecord(tx, networkId);
	refuseFaults([
		...unknownPartners(file, partnerIds),
		...(order !== undefined && eventId === null
			? [fault(["event", "activityOrder"], `activity ${order} is no event of this network`)]
			: []),
		...unknownRecommendations(file, recommendationIds),
	]);
	return { ...network, eventId, recommendationIds };
}

function unknownPartners(file: PeopleFile, partnerIds: Places["partnerIds"]): FileFault[] {
	const { coordinators, panels, delegations } = file;
	return Object.entries({ coordinators, panels, delegations }).flatMap(([list, entries]) =>
		entries.flatMap(({ partner }, place) =>
			partner === null || partnerIds.has(partner)
				? []
				: [fault([list, place, "partner"], `there is no partner "${partner}"`)],
		),
	);
}

function unknownRecommendations({ sessions }: PeopleFile, ids: Places["recommendationIds"]): FileFault[] {
	return sessions.flatMap(({ agenda }, place) =>
		agenda.flatMap(({ recommendation }, item) =>
			recommendation === null || ids.has(recommendation)
				? []
				: [
						fault(
							["sessions", place, "agenda", item, "recommendation"],
							`there is no recommendation ${recommendation}`,
						),
					],
		),
	);
}
