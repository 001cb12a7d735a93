import type { Database, RecordReport, Transaction } from "../../database/index.ts";
import type { FileFault } from "../file/FileFault.ts";
import type { EnteringRooms } from "./entering/EnteringRooms.ts";
import { enterEvent } from "./entering/enterEvent.ts";
import { enterPanels } from "./entering/enterPanels.ts";
import { enterPersons } from "./entering/enterPersons.ts";
import { enterRoles } from "./entering/enterRoles.ts";
import { FaultyFile } from "./entering/FaultyFile.ts";
import { findPlaces } from "./entering/findPlaces.ts";
import type { PeopleFile } from "./peopleFile.ts";

/** What entering a file came to: what was added and changed, or every fault by which it does not fit the record. */
export type Entered =
	| { readonly reports: readonly RecordReport[] }
	| { readonly faults: readonly FileFault[] };

/**
 * Enters a file of people in one transaction: all of it or, where it does not fit the record, nothing. Entering the
 * same file again changes nothing. One after the other with all loads.
 */
export async function enterPeople(
	database: Database,
	rooms: EnteringRooms,
	file: PeopleFile,
): Promise<Entered> {
	try {
		return { reports: await database.transaction((tx) => enterPeopleIn(tx, rooms, file)) };
	} catch (fault) {
		if (fault instanceof FaultyFile) return { faults: fault.faults };
		throw fault;
	}
}

/** Like `enterPeople`, within the caller's transaction; throws where the file does not fit the record. */
export async function enterPeopleIn(
	tx: Transaction,
	rooms: EnteringRooms,
	file: PeopleFile,
): Promise<readonly RecordReport[]> {
	await tx.query("select pg_advisory_xact_lock(hashtext('crossroads:load'))");
	const places = await findPlaces(tx, rooms, file);
	const persons = await enterPersons(tx, rooms.people, file, places);
	const panels = await enterPanels(tx, rooms.network, file, places, persons.idOf);
	const event = await enterEvent(tx, rooms.programme, file, places, panels.membershipIds);
	const roles = await enterRoles(tx, rooms.people, file, places, persons.idOf, event.sessionIds);
	return [persons.report, panels.report, ...event.reports, roles];
}
