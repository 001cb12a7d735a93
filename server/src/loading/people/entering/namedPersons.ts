import type { PeopleFile } from "../peopleFile.ts";

/** Somebody the file names, with where. */
export interface NamedPerson {
	readonly path: readonly PropertyKey[];
	readonly name: string;
	readonly email: string | null;
	readonly language: string | null;
	/** In whose panel; null: elsewhere in the file. */
	readonly partner: string | null;
}

/** Everybody in the file, as often as they stand in it. */
export function namedPersons(file: PeopleFile): NamedPerson[] {
	const { coordinators, observers, translators, facilitators } = file;
	const lists = Object.entries({ coordinators, observers, translators, facilitators });
	const holders = lists.flatMap(([list, people]) =>
		people.map(({ name, email, language }, place) => ({
			path: [list, place],
			name,
			email,
			language,
			partner: null,
		})),
	);
	const members = file.panels.flatMap(({ partner, members }, panel) =>
		members.map(({ name, email, language }, place) => ({
			path: ["panels", panel, "members", place],
			name,
			email,
			language,
			partner,
		})),
	);
	return [...members, ...holders];
}

/** Who is who: by e-mail address; without one, by partner and name. */
export function identityOf({
	name,
	email,
	partner,
}: Pick<NamedPerson, "name" | "email" | "partner">): string {
	return email?.toLowerCase() ?? `${partner}/${name}`;
}
