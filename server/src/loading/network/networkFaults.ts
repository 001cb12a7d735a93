import { StakeholderGroup } from "@crossroads/shared";
import { isPanelRule, type PanelRule } from "../../network/index.ts";
import { daysInWrongOrder, type Entry, fault, fieldsOf, listOf, twice } from "../file/entries.ts";
import type { FileFault } from "../file/FileFault.ts";

/**
 * What the parts of a network file say of each other: codes that are there twice, codes that nobody has, days in the
 * wrong order, shares that do not make one. Reads the file as it is, well shaped or not, so that all faults are found
 * at once; what has the wrong shape is passed over here.
 */
export function networkFaults(file: unknown): FileFault[] {
	const partners = listOf(file, "partners");
	const themes = listOf(file, "themes");
	const activities = listOf(file, "activities");
	const initiatives = listOf(file, "initiatives");
	return [
		...daysInWrongOrder([[["network"], fieldsOf(fieldsOf(file).network)]]),
		...sharesThatAreNoRule(file),
		...twice(partners, "code"),
		...notOneLead(partners),
		...twice(themes, "code"),
		...twice(themes, "order"),
		...twice(activities, "order"),
		...unknownCodes(activities, "theme", themes),
		...unknownCodes(activities, "host", partners),
		...daysInWrongOrder(activities),
		...factsOfEvents(activities),
		...unknownCodes(initiatives, "partner", partners),
		...unknownCodes(initiatives, "theme", themes),
		...initiativesTwice(initiatives),
	];
}

function unknownCodes(entries: readonly Entry[], field: string, among: readonly Entry[]): FileFault[] {
	const codes = new Set(among.map(([, { code }]) => code));
	return entries.flatMap(([path, fields]) => {
		const value = fields[field];
		if (typeof value !== "string" || codes.has(value)) return [];
		return [fault([...path, field], `there is no ${field === "theme" ? "theme" : "partner"} "${value}"`)];
	});
}

function factsOfEvents(activities: readonly Entry[]): FileFault[] {
	const ofEvents = ["sessions", "place", "timeZone"];
	return activities.flatMap(([path, fields]) =>
		typeof fields.kind === "string" && fields.kind !== "TRANSNATIONAL"
			? ofEvents
					.filter((field) => fields[field] !== undefined && fields[field] !== null)
					.map((field) => fault([...path, field], "only a TRANSNATIONAL activity has it"))
			: [],
	);
}

function notOneLead(partners: readonly Entry[]): FileFault[] {
	const leads = partners.filter(([, { role }]) => role === "LEAD");
	if (partners.length > 0 && leads.length === 0) return [fault(["partners"], "no partner has the role LEAD")];
	return leads.slice(1).map(([path]) => fault([...path, "role"], "a second partner has the role LEAD"));
}

function initiativesTwice(initiatives: readonly Entry[]): FileFault[] {
	const named = initiatives.map(
		([path, { partner, title }]): Entry => [path, { title: `${partner}: ${title}` }],
	);
	return twice(named, "title");
}

function sharesThatAreNoRule(file: unknown): FileFault[] {
	const path = ["panelRule", "shares"];
	const shares = fieldsOf(fieldsOf(file).panelRule).shares;
	if (!Array.isArray(shares)) return [];
	const entries = shares.map((entry, place): Entry => [[...path, place], fieldsOf(entry)]);
	const missing = Object.values(StakeholderGroup).filter(
		(group) => !entries.some(([, fields]) => fields.group === group),
	);
	if (missing.length > 0)
		return [...twice(entries, "group"), fault(path, `${missing.join(", ")} is missing`)];
	const rule = Object.fromEntries(
		entries.map(([, fields]) => [fields.group, fractionOf(fields.share)]),
	) as unknown as PanelRule;
	const isReadable = Object.values(rule).every((share) => share !== null);
	const isWhole = !isReadable || isPanelRule(rule);
	return [...twice(entries, "group"), ...(isWhole ? [] : [fault(path, "do not make one together")])];
}

function fractionOf(written: unknown) {
	const [, numerator, denominator] = /^(\d{1,4})\/(\d{1,4})$/.exec(String(written)) ?? [];
	return numerator && denominator ? { numerator: Number(numerator), denominator: Number(denominator) } : null;
}
