import type { RecordReport, Transaction } from "../../../database/index.ts";
import type { FoundPerson } from "../../../people/index.ts";
import { fault } from "../../file/entries.ts";
import type { PeopleFile } from "../peopleFile.ts";
import type { EnteringRooms } from "./EnteringRooms.ts";
import { refuseFaults } from "./FaultyFile.ts";
import type { Places } from "./findPlaces.ts";
import { identityOf, type NamedPerson, namedPersons } from "./namedPersons.ts";

/** Gives the id of somebody whom the file names. */
export type IdOf = (person: Pick<NamedPerson, "name" | "email" | "partner">) => string;

/** Enters everybody whom the file names, each once; throws where somebody could be several, or is invented and real. */
export async function enterPersons(
	tx: Transaction,
	people: EnteringRooms["people"],
	file: PeopleFile,
	{ partnerIds, workingLanguage }: Places,
): Promise<{ readonly report: RecordReport; readonly idOf: IdOf }> {
	const byIdentity = Map.groupBy(namedPersons(file), identityOf);
	const persons = [...byIdentity.values()] as [NamedPerson, ...NamedPerson[]][];
	const found = await people.findPersons(
		tx,
		persons.map((entries) => ({
			name: entries[0].name,
			email: entries[0].email,
			partnerIds: entries.flatMap(({ partner }) => partnerIds.get(partner ?? "") ?? []),
		})),
	);
	refuseFaults(persons.flatMap(([first], place) => whyNot(first, found[place] ?? [], file.isDemonstration)));
	const { ids, report } = await people.recordPersons(
		tx,
		persons.map((entries, place) => {
			const id = found[place]?.[0]?.id ?? null;
			const stated = entries.find(({ language }) => language !== null)?.language ?? null;
			const language = stated ?? (id === null ? workingLanguage : null);
			const { name, email } = entries[0];
			return { id, name, email, language, isDemonstration: file.isDemonstration };
		}),
	);
	const idByIdentity = new Map([...byIdentity.keys()].map((identity, place) => [identity, ids[place]]));
	return { report, idOf: (person) => idByIdentity.get(identityOf(person)) as string };
}

function whyNot({ path, name, email }: NamedPerson, found: readonly FoundPerson[], isDemonstration: boolean) {
	const field = email === null ? "name" : "email";
	if (found.length > 1)
		return [fault([...path, field], `${name} could be any of ${found.length} people of that name there`)];
	if (found[0] && found[0].isDemonstration !== isDemonstration) {
		const kind = found[0].isDemonstration ? "an invented person" : "a real person";
		return [fault([...path, field], `belongs to ${kind} already`)];
	}
	return [];
}
