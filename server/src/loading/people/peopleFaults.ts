import { daysInWrongOrder, type Entry, fault, fieldsOf, listOf, twice } from "../file/entries.ts";
import { type FileFault, pathOf } from "../file/FileFault.ts";

/**
 * What the parts of a file of people say of each other: keys and titles that are there twice, members and sessions
 * that nobody has, one address with two names. Reads the file as it is, well shaped or not; what has the wrong shape
 * is passed over here.
 */
export function peopleFaults(file: unknown): FileFault[] {
	const panels = listOf(file, "panels");
	const members = panels.flatMap((panel) => entriesIn(panel, "members"));
	const delegations = listOf(file, "delegations");
	const delegates = delegations.flatMap((delegation) => entriesIn(delegation, "delegates"));
	const sessions = listOf(file, "sessions");
	const facilitators = listOf(file, "facilitators");
	const holders = ["coordinators", "observers", "translators"].flatMap((list) => listOf(file, list));
	return [
		...twice(panels, "partner"),
		...twice(members, "key"),
		...panels.flatMap((panel) => sameMemberTwice(entriesIn(panel, "members"))),
		...daysInWrongOrder(members, "joinedOn", "leftOn"),
		...oneAddressTwoNames([...members, ...holders, ...facilitators]),
		...withoutPartner(listOf(file, "coordinators")),
		...twice(delegations, "partner"),
		...twice(delegates, "member"),
		...delegations.flatMap((delegation) => foreignDelegates(delegation, panels)),
		...twice(sessions, "title"),
		...momentsInWrongOrder(sessions),
		...sessions.flatMap((session) => twice(entriesIn(session, "agenda"), "title")),
		...facilitators.flatMap((facilitator) => unknownSessions(facilitator, sessions)),
		...withoutEvent(file, [delegations, sessions, facilitators]),
	];
}

function entriesIn([path, fields]: Entry, key: string): Entry[] {
	return listOf(fields, key, path);
}

/** Without an address of its own a name tells people apart; with one, somebody who left and came back may stand here twice. */
function sameMemberTwice(members: readonly Entry[]): FileFault[] {
	const withAddress = members.filter(([, { email }]) => typeof email === "string");
	const visits = withAddress.map(
		([path, { email, joinedOn }]): Entry => [
			path,
			{ email: `${String(email).toLowerCase()}, joined ${joinedOn},` },
		],
	);
	const others = members.filter(([, { email }]) => typeof email !== "string");
	const nameless = others.filter(([, { name }]) => withAddress.some(([, fields]) => fields.name === name));
	return [
		...twice(visits, "email"),
		...twice(others, "name"),
		...nameless.map(([path, { name }]) => fault([...path, "email"], `is needed: ${name} is there twice`)),
	];
}

function oneAddressTwoNames(people: readonly Entry[]): FileFault[] {
	const names = new Map<string, unknown>();
	return people.flatMap(([path, { email, name }]) => {
		if (typeof email !== "string" || typeof name !== "string") return [];
		const before = names.get(email.toLowerCase());
		if (before === undefined) names.set(email.toLowerCase(), name);
		return before === undefined || before === name
			? []
			: [fault([...path, "name"], `${email} belongs to ${before} above`)];
	});
}

function withoutPartner(coordinators: readonly Entry[]): FileFault[] {
	return coordinators
		.filter(([, { role, partner }]) => role === "PARTNER_COORDINATOR" && (partner ?? null) === null)
		.map(([path]) => fault([...path, "partner"], "is missing"));
}

function foreignDelegates(delegation: Entry, panels: readonly Entry[]): FileFault[] {
	const [, { partner }] = delegation;
	const own = panels.filter(([, panel]) => panel.partner === partner);
	const keys = new Set(own.flatMap((panel) => entriesIn(panel, "members").map(([, { key }]) => key)));
	return entriesIn(delegation, "delegates")
		.filter(([, { member }]) => typeof member === "string" && !keys.has(member))
		.map(([path, { member }]) =>
			fault([...path, "member"], `the panel of ${partner} has no member "${member}" here`),
		);
}

function momentsInWrongOrder(sessions: readonly Entry[]): FileFault[] {
	return sessions
		.filter(([, { startsAt, endsAt }]) => Date.parse(String(endsAt)) < Date.parse(String(startsAt)))
		.map(([path, { startsAt, endsAt }]) =>
			fault([...path, "endsAt"], `${endsAt} is before startsAt ${startsAt}`),
		);
}

function unknownSessions([path, facilitator]: Entry, sessions: readonly Entry[]): FileFault[] {
	const titles = new Set(sessions.map(([, { title }]) => title));
	const named = Array.isArray(facilitator.sessions) ? facilitator.sessions : [];
	return named.flatMap((title, place) =>
		titles.has(title)
			? []
			: [fault([...path, "sessions", place], `there is no session "${title}" in this file`)],
	);
}

function withoutEvent(file: unknown, lists: readonly (readonly Entry[])[]): FileFault[] {
	if (fieldsOf(file).event !== undefined) return [];
	return lists
		.flatMap(([first]) => (first ? [first] : []))
		.map(([path]) => ({
			path: pathOf(path.slice(0, 1)),
			message: "belongs to an event, and the file names none",
		}));
}
