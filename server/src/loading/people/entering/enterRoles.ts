import type { RecordReport, Transaction } from "../../../database/index.ts";
import type { NewRole } from "../../../people/index.ts";
import type { PeopleFile } from "../peopleFile.ts";
import type { EnteringRooms } from "./EnteringRooms.ts";
import type { IdOf } from "./enterPersons.ts";
import type { Places } from "./findPlaces.ts";

type Holder = { readonly name: string; readonly email: string };

/** Gives the roles of the file; a facilitator runs the sessions named, or all of the file's. */
export function enterRoles(
	tx: Transaction,
	people: EnteringRooms["people"],
	file: PeopleFile,
	{ networkId, partnerIds }: Places,
	idOf: IdOf,
	sessionIds: ReadonlyMap<string, string>,
): Promise<RecordReport> {
	const given = (holder: Holder, role: NewRole["role"], place: Omit<NewRole, "personId" | "role">) => {
		const personId = idOf({ name: holder.name, email: holder.email, partner: null });
		return { personId, role, ...place, name: holder.name };
	};
	const titles = file.sessions.map(({ title }) => title);
	return people.recordRoles(tx, [
		...file.coordinators.map((coordinator) =>
			coordinator.role === "NETWORK_COORDINATOR"
				? given(coordinator, coordinator.role, { networkId })
				: given(coordinator, coordinator.role, {
						partnerId: partnerIds.get(coordinator.partner ?? "") as string,
					}),
		),
		...file.observers.map((observer) => given(observer, "OBSERVER", { networkId })),
		...file.translators.map((translator) => given(translator, "TRANSLATOR", { networkId })),
		...file.facilitators.flatMap((facilitator) =>
			(facilitator.sessions ?? titles).map((title) =>
				given(facilitator, "FACILITATOR", { sessionId: sessionIds.get(title) as string }),
			),
		),
	]);
}
