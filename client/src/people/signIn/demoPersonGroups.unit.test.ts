import { expect, test } from "vitest";
import { type DemoPerson, demoPersonGroups } from "./demoPersonGroups.ts";

const person = (name: string, city: string | null, ...roles: DemoPerson["roles"]): DemoPerson => ({
	id: name,
	name,
	city,
	partnerCode: city?.toLowerCase() ?? null,
	group: null,
	roles,
});
const everybody = [
	person("Former", null),
	person("Panel", "Rēzekne", "PANEL_MEMBER"),
	person("Delegate", "Rēzekne", "DELEGATE", "PANEL_MEMBER"),
	person("Observer", null, "OBSERVER"),
	person("Facilitator", null, "FACILITATOR"),
	person("Vejle", "Vejle", "PARTNER_COORDINATOR"),
];
const names = (typed: string) =>
	demoPersonGroups(everybody, typed, (role) => role.toLowerCase()).map((group) =>
		group.persons.map((p) => p.name),
	);

test("those who run things come first, then the cities with their delegates first, then the others", () => {
	expect(names("")).toEqual([["Facilitator", "Observer"], ["Delegate", "Panel"], ["Vejle"], ["Former"]]);
});

test("somebody is found by a city without its accents, or by a role", () => {
	expect(names("rezekne")).toEqual([["Delegate", "Panel"]]);
	expect(names("facilit")).toEqual([["Facilitator"]]);
});

test("nobody is found where nothing fits", () => {
	expect(names("zzz")).toEqual([]);
});
