import { expect, test } from "vitest";
import { cityArms } from "./cityArms.ts";

const CODES = [
	"etterbeek",
	"alda",
	"bassano",
	"vifin",
	"delft",
	"jonava",
	"novo-mesto",
	"rezekne",
	"vlora",
	"tartu",
];

test("a city has the same arms every time", () => {
	expect(cityArms("rezekne")).toEqual(cityArms("rezekne"));
});

test("the ten cities of the network of record are told apart by their division alone", () => {
	expect(new Set(CODES.map((code) => cityArms(code).division)).size).toBe(CODES.length);
});
