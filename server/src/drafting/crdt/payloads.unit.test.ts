import { documentHtml, draftRoot, enforceShape } from "@crossroads/shared";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { allowedTag, payloads } from "../../../../shared/src/drafting/testing/payloads.ts";
import { plantPayload } from "../testing/plantPayload.ts";
import { inspectUpdate } from "./inspectUpdate.ts";
import { readText } from "./readText.ts";

function planted(payload: object): Uint8Array {
	const doc = new Y.Doc();
	doc.getXmlFragment(draftRoot).insert(0, [plantPayload(payload)]);
	return Y.encodeStateAsUpdate(doc);
}

describe("[D9] threats row 53: put in at the level of the CRDT", () => {
	test.each(payloads.map((payload) => [JSON.stringify(payload), payload] as const))(
		"%s reaches no page, whether it is stored or not",
		(_, payload) => {
			const { document } = enforceShape(readText([planted(payload)]));
			const html = documentHtml(document);
			expect(html.replace(allowedTag, "")).not.toMatch(/[<>]/);
			expect(html).not.toMatch(/<a [^>]*(javascript|data|vbscript|evil)/i);
			expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
		},
	);

	test("most of them are sound updates: it is the shape that holds them back, not the log", () => {
		const sound = payloads.filter((payload) => inspectUpdate(planted(payload)) !== null);
		expect(sound.length).toBeGreaterThan(payloads.length * 0.9);
	});

	test("twin: as they are read, before the shape, they are all still there", () => {
		const read = JSON.stringify(payloads.map((payload) => readText([planted(payload)])));
		for (const sign of ["onclick", "javascript:alert(1)", '"script"', '"iframe"'])
			expect(read).toContain(sign);
	});
});
