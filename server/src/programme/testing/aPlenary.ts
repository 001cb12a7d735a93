import { randomUUID } from "node:crypto";
import { StakeholderGroup } from "@crossroads/shared";
import type { Database } from "../../database/index.ts";
import type { Viewer } from "../../people/index.ts";

/** A delegate of a test's plenary. */
export interface TestDelegate {
	readonly personId: string;
	readonly delegateId: string;
	readonly partnerId: string;
	readonly viewer: Viewer;
}

/** A small world of its own: a network, partners with panels, one event with one session and its delegates. */
export interface Plenary {
	readonly networkId: string;
	readonly eventId: string;
	readonly sessionId: string;
	readonly joinCode: string;
	/** Three of each partner, one of each group; the badge of the n-th has the digits of n. */
	readonly delegates: readonly TestDelegate[];
	readonly facilitator: Viewer;
	/** Somebody signed in who has no role here. */
	readonly stranger: Viewer;
	readonly itemIds: readonly string[];
}

/** Writes a plenary with plain SQL. `titles` are the items of its agenda. */
export async function aPlenary(
	database: Database,
	{ partners = 2, titles = ["Opening", "Debate", "Vote", "Closing"] } = {},
): Promise<Plenary> {
	const joinCode = codeFrom(randomUUID());
	const networkId = await insert(database, "network", { code: `N-${joinCode}`, name: "Test network" });
	const activity = { network_id: networkId, ordinal: 1, kind: "TRANSNATIONAL", title: "Event" };
	const activityId = await insert(database, "activity", activity);
	const eventId = await insert(database, "event", { activity_id: activityId, join_code: joinCode });
	const session = { event_id: eventId, kind: "PLENARY", title: "Plenary", ordinal: 0 };
	const sessionId = await insert(database, "session", session);
	const itemIds: string[] = [];
	for (const [ordinal, title] of titles.entries())
		itemIds.push(
			await insert(database, "agenda_item", { session_id: sessionId, ordinal, kind: "DISCUSSION", title }),
		);
	const place = { networkId, eventId, sessionId };
	return {
		...place,
		joinCode,
		itemIds,
		delegates: await delegatesOf(database, place, partners),
		facilitator: await aRunner(database, place),
		stranger: { personId: await aPerson(database), signInId: randomUUID(), roles: [] },
	};
}

interface Place {
	readonly networkId: string;
	readonly eventId: string;
	readonly sessionId: string;
}

async function delegatesOf(database: Database, place: Place, partners: number): Promise<TestDelegate[]> {
	const delegates: TestDelegate[] = [];
	for (let ordinal = 0; ordinal < partners; ordinal += 1) {
		const code = `partner-${ordinal}`;
		const partner = {
			network_id: place.networkId,
			code,
			role: "CORE",
			name: code,
			city: code,
			country: "BE",
		};
		const partnerId = await insert(database, "partner", { ...partner, ordinal });
		for (const group of Object.values(StakeholderGroup))
			delegates.push(await aDelegate(database, place, partnerId, group, delegates.length));
	}
	return delegates;
}

async function aDelegate(
	database: Database,
	{ networkId, eventId }: Place,
	partnerId: string,
	group: string,
	number: number,
): Promise<TestDelegate> {
	const personId = await aPerson(database);
	const membership = { partner_id: partnerId, person_id: personId, joined_on: "2018-01-01" };
	const membershipId = await insert(database, "membership", { ...membership, stakeholder_group: group });
	const badge_code = String(number).padStart(4, "0");
	const delegateId = await insert(database, "delegate", {
		event_id: eventId,
		membership_id: membershipId,
		badge_code,
	});
	const held = { networkId, partnerId, sessionId: null };
	const roles = [
		{ ...held, role: "PANEL_MEMBER" as const, eventId: null },
		{ ...held, role: "DELEGATE" as const, eventId },
	];
	return { personId, delegateId, partnerId, viewer: { personId, signInId: randomUUID(), roles } };
}

async function aRunner(database: Database, place: Place): Promise<Viewer> {
	const personId = await aPerson(database);
	const role = { person_id: personId, role: "FACILITATOR", session_id: place.sessionId };
	await insert(database, "role_assignment", role);
	const roles = [{ role: "FACILITATOR" as const, partnerId: null, ...place }];
	return { personId, signInId: randomUUID(), roles };
}

function aPerson(database: Database): Promise<string> {
	const email = `${randomUUID()}@example.org`;
	return insert(database, "person", { name: `Person ${email.slice(0, 4)}`, email });
}

async function insert(database: Database, table: string, row: Record<string, unknown>): Promise<string> {
	const columns = Object.keys(row);
	const places = columns.map((_column, place) => `$${place + 1}`);
	const [written] = await database.query<{ id: string }>(
		`insert into ${table} (${columns.join(", ")}) values (${places.join(", ")}) returning id`,
		Object.values(row),
	);
	return (written as { id: string }).id;
}

/** A join code that no other plenary of the run has: the alphabet's letters chosen by a random id. */
function codeFrom(uuid: string): string {
	const alphabet = "3479ACDEFHJKMNPQ";
	return [...uuid.replaceAll("-", "").slice(0, 8)]
		.map((digit) => alphabet[Number.parseInt(digit, 16)])
		.join("");
}
