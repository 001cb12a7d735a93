import { setTimeout as pause } from "node:timers/promises";
import * as Y from "yjs";
import { obey } from "../../client/obey.ts";
import { DraftCrowd } from "./DraftCrowd.ts";
import type { DraftCommands } from "./DraftTarget.ts";
import { DraftWriter } from "./DraftWriter.ts";
import { ANY_CLIENT, Keystrokes } from "./Keystrokes.ts";
import { type OpenReader, openReader } from "./openReader.ts";
import { typePaced, typeSaturated } from "./typing.ts";

/** The load client of the drafting benchmark: a process of its own that does what it is told. */

let keystrokes: Keystrokes;
let crowd: DraftCrowd | null = null;
let readers: OpenReader[] = [];
let typing: ReturnType<typeof setInterval> | undefined;
let clientId = 0;

/** y-websocket gives what it has kept a moment after it has given an empty document. */
const AFTERTHOUGHTS_MS = 1_500;

function theCrowd(): DraftCrowd {
	if (!crowd) throw new Error("nobody has opened a document");
	return crowd;
}

const commands: DraftCommands = {
	async prepare(source) {
		keystrokes = new Keystrokes(source);
		return { name: keystrokes.name, keystrokes: keystrokes.length };
	},
	async open(target, count) {
		crowd = await DraftCrowd.open(target, count, keystrokes);
		({ clientId } = crowd.writer);
	},
	saturate: (order) => typeSaturated(theCrowd(), order),
	pace: (order) => typePaced(theCrowd(), order),
	async startTyping(perSecond) {
		const there = theCrowd();
		there.expectTheEnd();
		typing = setInterval(() => there.type(1), 1_000 / perSecond);
	},
	async stopTyping() {
		clearInterval(typing);
		const { writer, shown } = theCrowd();
		return { typed: writer.sent, shown, answered: writer.answered };
	},
	async missing(target, shown) {
		const reader = await openReader(target, target.cookies[0] ?? null);
		const there = [...reader.whole];
		reader.onUpdates = (updates) => there.push(...(updates ?? []));
		await pause(AFTERTHOUGHTS_MS);
		reader.socket.cut();
		return countMissing(there, keystrokes.of(clientId, shown).updates.slice(0, shown));
	},
	async fill(target, count) {
		const writer = await DraftWriter.open(target);
		const updates = keystrokes.of(writer.clientId, count).updates.slice(0, count);
		const done = new Promise<void>((resolve, reject) => {
			writer.onAnswer = (answered) => answered >= count && resolve();
			writer.onLost = (reason) => reject(new Error(`the writer was lost: ${reason}`));
		});
		writer.type(updates);
		await done;
		writer.cut();
	},
	async stateAfter(count) {
		const doc = new Y.Doc();
		const updates = keystrokes.of(ANY_CLIENT, count).updates.slice(0, count);
		doc.transact(() => {
			for (const update of updates) Y.applyUpdate(doc, update);
		});
		return Y.encodeStateAsUpdate(doc);
	},
	async openWhole(target, times) {
		const start = performance.now();
		let bytes = 0;
		for (let time = 0; time < times; time += 1) {
			const { socket } = await openReader(target, target.cookies[time % target.cookies.length] ?? null);
			({ bytes } = socket);
			socket.cut();
		}
		return { bytes, ms: (performance.now() - start) / times };
	},
	async openMany(targets) {
		for (const target of targets) readers.push(await openReader(target, target.cookies[0] ?? null));
	},
	async close() {
		crowd?.close();
		crowd = null;
		for (const { socket } of readers) socket.cut();
		readers = [];
	},
};

/** A keystroke that is there already changes nothing when it is applied once more. */
function countMissing(whole: readonly Uint8Array[], shown: readonly Uint8Array[]): number {
	const doc = new Y.Doc();
	for (const update of whole) Y.applyUpdate(doc, update);
	let missing = 0;
	doc.on("update", () => {
		missing += 1;
	});
	for (const update of shown) Y.applyUpdate(doc, update);
	return missing;
}

obey(commands);
