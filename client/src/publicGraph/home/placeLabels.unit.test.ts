import { expect, test } from "vitest";
import { placeLabels } from "./placeLabels.ts";

const style = { fontSize: 10, markSize: 20, width: 400 };

test("a label stands to the right of its point where there is room", () => {
	expect(placeLabels([{ x: 100, y: 50, text: "Delft" }], style)[0]?.anchor).toBe("start");
});

test("a label goes to the left where it would be cut off at the map's side", () => {
	expect(placeLabels([{ x: 380, y: 50, text: "Rēzekne" }], style)[0]?.anchor).toBe("end");
});

test("a label makes way for a point beside it", () => {
	const points = [
		{ x: 150, y: 50, text: "Etterbeek" },
		{ x: 185, y: 50, text: "Bruxelles" },
	];
	expect(placeLabels(points, style).map((label) => label.anchor)).toEqual(["end", "start"]);
});
