import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** A recorded history of a text. Positions are in code points; both files hold none beyond the basic plane. */
export interface Trace {
	/** Where it is from: a file, or the seed that it was made from. */
	readonly name: string;
	readonly endContent: string;
	/** Each is made on the merge of its parents. */
	readonly txns: readonly Txn[];
}

export interface Txn {
	readonly agent: number;
	readonly parents: readonly number[];
	/** Each: position, how many characters go, what comes. */
	readonly patches: readonly (readonly [number, number, string])[];
}

const repository = new URL("../../", import.meta.url).pathname;
const folder = process.env.TRACES ?? join(repository, "../shared/data");

/** Two people who wrote at the same time; where the file is missing, two who are made up, as many edits. */
export function concurrentTrace(): Trace {
	return fromFile("friendsforever.json.gz") ?? madeUp(26_078, 2, 1);
}

/** One person's writing; where the file is missing, a made-up one's, as many edits. */
export function singleAuthorTrace(): Trace {
	return fromFile("sveltecomponent.json.gz") ?? madeUp(18_335, 1, 2);
}

interface RawTxn {
	readonly agent?: number;
	readonly parents?: readonly number[];
	readonly patches: Txn["patches"];
}

function fromFile(name: string): Trace | null {
	const path = join(folder, name);
	if (!existsSync(path)) {
		console.warn(`${name} is not in ${folder} (TRACES): a trace made from a seed is used instead.`);
		return null;
	}
	const raw = JSON.parse(gunzipSync(readFileSync(path)).toString()) as { endContent: string; txns: RawTxn[] };
	const txns = raw.txns.map(({ agent = 0, parents, patches }, at) => ({
		agent,
		parents: parents ?? (at === 0 ? [] : [at - 1]),
		patches,
	}));
	return { name, endContent: raw.endContent, txns };
}

/** One of the made-up people: writes in a part of the text of their own, so that the end is known without any CRDT. */
interface MadeUpAgent {
	text: string;
	/** How long their part was after each of their transactions. */
	readonly lengths: number[];
	readonly indexes: number[];
	/** Of how many transactions of the other they know. */
	known: number;
}

function madeUp(count: number, agents: 1 | 2, seed: number): Trace {
	const dice = mulberry(seed);
	const people: MadeUpAgent[] = Array.from({ length: agents }, () => ({
		text: "",
		lengths: [0],
		indexes: [],
		known: 0,
	}));
	const txns: Txn[] = [{ agent: 0, parents: [], patches: [[0, 0, "|"]] }];
	(people[0] as MadeUpAgent).indexes.push(0);
	(people[0] as MadeUpAgent).lengths.push(0);
	while (txns.length < count) txns.push(nextTxn(people, dice, txns.length));
	const endContent = people.map(({ text }) => text).join("|") + (agents === 1 ? "|" : "");
	return { name: `made from seed ${seed}, ${count} edits`, endContent, txns };
}

function nextTxn(people: readonly MadeUpAgent[], dice: () => number, index: number): Txn {
	const agent = Math.floor(dice() * people.length);
	const me = people[agent] as MadeUpAgent;
	const other = people[1 - agent];
	if (other && (dice() < 0.1 || (me.known === 0 && agent === 1))) me.known = other.indexes.length;
	const offset = agent === 0 ? 0 : ((other as MadeUpAgent).lengths[me.known] ?? 0) + 1;
	const at = Math.floor(dice() * (me.text.length + 1));
	const deleted = dice() < 0.2 ? Math.min(3, me.text.length - at) : 0;
	const inserted = deleted > 0 ? "" : ("abcdefgh ijklm nopqrstuvwxyz\n"[Math.floor(dice() * 29)] as string);
	me.text = me.text.slice(0, at) + inserted + me.text.slice(at + deleted);
	const last = [me.indexes.at(-1), other?.indexes[me.known - 1]].filter((parent) => parent !== undefined);
	me.indexes.push(index);
	me.lengths.push(me.text.length);
	return { agent, parents: last, patches: [[offset + at, deleted, inserted]] };
}

/** The same numbers from 0 to 1 for the same seed (mulberry32). */
function mulberry(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = state;
		mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
	};
}

/** How many transactions of each agent a transaction knows of, itself included. */
export type Version = readonly number[];

/** The version of every transaction, in order. */
export function versionsOf({ txns }: Trace): Version[] {
	const agents = Math.max(...txns.map(({ agent }) => agent)) + 1;
	const versions: number[][] = [];
	for (const { agent, parents } of txns) {
		const version = Array.from({ length: agents }, (_, of) =>
			Math.max(0, ...parents.map((parent) => versions[parent]?.[of] ?? 0)),
		);
		version[agent] = (version[agent] ?? 0) + 1;
		versions.push(version);
	}
	return versions;
}
