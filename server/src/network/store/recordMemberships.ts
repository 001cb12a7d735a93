import { randomUUID } from "node:crypto";
import { type RecordReport, recordRows, type Transaction } from "../../database/index.ts";
import { knownStay } from "../domain/knownStay.ts";
import type { MembershipFacts } from "../ports.ts";
import { MembershipEntity } from "./entities.ts";

/** The recorded memberships, in the order of the facts. */
export interface RecordedMemberships {
	readonly ids: readonly string[];
	readonly report: RecordReport;
}

/**
 * Brings memberships in line with the facts; what they do not name is left alone. Facts by which somebody would be in
 * a panel twice at once are given back as `clashes`, and then nothing is written.
 */
export async function recordMemberships(
	{ em }: Transaction,
	facts: readonly MembershipFacts[],
): Promise<RecordedMemberships | { readonly clashes: readonly MembershipFacts[] }> {
	const rows = await em.find(MembershipEntity, {
		partnerId: { $in: facts.map(({ partnerId }) => partnerId) },
		personId: { $in: facts.map(({ personId }) => personId) },
	});
	const rowsOf = Map.groupBy(rows, pairOf);
	const factsOf = Map.groupBy(facts, pairOf);
	const known = facts.map((fact) =>
		knownStay(fact, rowsOf.get(pairOf(fact)) ?? [], factsOf.get(pairOf(fact))?.length === 1),
	);
	const clashes = clashesAmong(facts, known, rows);
	if (clashes.length > 0) return { clashes };
	const ids = known.map((row) => row?.id ?? randomUUID());
	const names = new Map(facts.map(({ name }, place) => [ids[place], name]));
	const { report } = await recordRows(
		em,
		{
			kind: "membership",
			entity: MembershipEntity,
			keyOf: ({ id }) => String(id),
			nameOf: ({ id }) => names.get(id) ?? "",
		},
		known.filter((row) => row !== undefined),
		facts.map(({ name: _name, ...fact }, place) => ({ ...fact, id: ids[place] as string })),
	);
	return { ids, report };
}

/** Stays that would be under way while another one of the same person in the same panel is. */
function clashesAmong(
	facts: readonly MembershipFacts[],
	known: readonly (MembershipEntity | undefined)[],
	rows: readonly MembershipEntity[],
): MembershipFacts[] {
	const untouched = rows.filter((row) => row.leftOn == null && !known.includes(row));
	const active = facts.filter((fact, place) => fact.leftOn === null && known[place]?.leftOn == null);
	const underWay = Map.groupBy([...untouched, ...active], pairOf);
	return active.filter((fact) => (underWay.get(pairOf(fact))?.length ?? 0) > 1);
}

function pairOf({ partnerId, personId }: { readonly partnerId: string; readonly personId: string }): string {
	return `${partnerId} ${personId}`;
}
