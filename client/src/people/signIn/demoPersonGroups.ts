import type { DemoPersonsQuery, Role } from "../../gql/graphql.ts";

export type DemoPerson = DemoPersonsQuery["demoPersons"][number];

/** The people of one heading: those who run things first, then city by city, those of no city last. */
export interface DemoPersonGroup {
	/** Null: those who run the network and its sessions. */
	city: string | null;
	partnerCode: string | null;
	persons: readonly DemoPerson[];
}

/** Whether somebody runs things, speaks or votes: these a visitor looks for first, panel members at home afterwards. */
export function isLookedForFirst({ roles }: DemoPerson): boolean {
	return roles.some((role) => role !== "PANEL_MEMBER");
}

const RUNNERS: readonly Role[] = ["FACILITATOR", "NETWORK_COORDINATOR", "TRANSLATOR", "OBSERVER"];
const runs = (person: DemoPerson) => person.roles.some((role) => RUNNERS.includes(role));
const place = (person: DemoPerson) => RUNNERS.findIndex((role) => person.roles.includes(role));
const rank = (person: DemoPerson) =>
	person.roles.includes("PARTNER_COORDINATOR") ? 0 : person.roles.includes("DELEGATE") ? 1 : 2;

/** Those whose name, city or role (in the reader's words) holds what was typed, in groups; no empty group. */
export function demoPersonGroups(
	persons: readonly DemoPerson[],
	typed: string,
	roleName: (role: Role) => string,
): DemoPersonGroup[] {
	const sought = plain(typed.trim());
	const found = persons.filter((person) =>
		[person.name, person.city ?? "", ...person.roles.map(roleName)].some((word) =>
			plain(word).includes(sought),
		),
	);
	const byCity = Map.groupBy(
		found.filter((person) => !runs(person)),
		(person) => person.city ?? "",
	);
	const cities = [...byCity].map(([city, members]) => ({
		city,
		partnerCode: members[0]?.partnerCode ?? null,
		persons: members.toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name)),
	}));
	const runners = found.filter(runs).toSorted((a, b) => place(a) - place(b));
	return [
		...(runners.length ? [{ city: null, partnerCode: null, persons: runners }] : []),
		...cities.toSorted((a, b) => Number(a.city === "") - Number(b.city === "")),
	];
}

/** Lower case without accents, so that "rezekne" finds Rēzekne. */
function plain(text: string): string {
	return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
