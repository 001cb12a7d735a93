import { length as byteLength, toUint8Array, writeUint8Array, writeVarUint } from "lib0/encoding";
import * as Y from "yjs";

type Struct = Y.Item | Y.GC | Y.Skip;

/** What one client wrote, in the order of its clocks, and how much of it stands in parts already. */
interface Column {
	readonly client: number;
	readonly structs: readonly Struct[];
	next: number;
}

/** At most so many of each in a part: the server tries out dearer ones before it takes them in. */
const most = { structs: 2_000, deletions: 2_000, letters: 4_000 } as const;

/**
 * A Yjs update (version 1) as several of about `mostBytes` that follow one another: none builds on what only a later
 * one brings, all together have the effect of the one. What is written comes first, what is deleted last. A single
 * change that cannot be divided stays whole, however large it is.
 */
export function splitUpdate(update: Uint8Array, mostBytes: number): Uint8Array[] {
	if (update.length <= mostBytes) return [update];
	const { structs, ds } = Y.decodeUpdate(update);
	if (structs.some((struct) => struct instanceof Y.Skip)) return [update];
	const parts = [new Part()];
	const columns = columnsOf(structs);
	const reached = new Map(columns.map(({ client, structs: [first] }) => [client, first?.id.clock ?? 0]));
	const isThere = (id: Y.ID | null) => id === null || id.clock < (reached.get(id.client) ?? 2 ** 50);
	const last = () => parts.at(-1) as Part;
	const writeWhatFollows = (column: Column): boolean => {
		const before = column.next;
		for (
			let struct = column.structs[before];
			struct && needsOf(struct).every(isThere);
			struct = column.structs[column.next]
		) {
			if (last().isFull(mostBytes)) parts.push(new Part());
			last().write(struct);
			reached.set(column.client, struct.id.clock + struct.length);
			column.next += 1;
		}
		return column.next > before;
	};
	while (columns.map(writeWhatFollows).includes(true));
	// Cannot be: an update that Yjs wrote holds nothing that builds on what comes later.
	if (columns.some(({ next, structs: all }) => next < all.length)) return [update];
	for (const [client, ranges] of ds.clients)
		for (const { clock, len } of ranges) {
			if (last().isFull(mostBytes)) parts.push(new Part());
			last().delete(client, clock, len);
		}
	return parts.map((part) => part.bytes());
}

function columnsOf(structs: readonly Struct[]): Column[] {
	const columns = new Map<number, Struct[]>();
	for (const struct of structs.flatMap(divided)) {
		const column = columns.get(struct.id.client);
		if (column) column.push(struct);
		else columns.set(struct.id.client, [struct]);
	}
	return [...columns].map(([client, all]) => ({ client, structs: all, next: 0 }));
}

/** A long text in pieces, as Yjs itself divides it where somebody writes in its middle. */
function divided(struct: Struct): Struct[] {
	if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return [struct];
	const { id, content, origin, rightOrigin, parent, parentSub } = struct;
	const pieces: Struct[] = [];
	for (let at = 0; at < content.str.length; ) {
		const end = endOfPiece(content.str, at);
		const left = at === 0 ? origin : Y.createID(id.client, id.clock + at - 1);
		const words = new Y.ContentString(content.str.slice(at, end));
		pieces.push(
			new Y.Item(
				Y.createID(id.client, id.clock + at),
				null,
				left,
				null,
				rightOrigin,
				parent,
				parentSub,
				words,
			),
		);
		at = end;
	}
	return pieces;
}

/** Not between the two halves of one character. */
function endOfPiece(text: string, at: number): number {
	const end = at + most.letters;
	const isBetween = /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
	return Math.min(text.length, isBetween ? end + 1 : end);
}

/** What has to be there before it. In a decoded update the parent is the name of a root, an id, or left out. */
function needsOf(struct: Struct): (Y.ID | null)[] {
	if (!(struct instanceof Y.Item)) return [];
	const parent: unknown = struct.parent;
	return [struct.origin, struct.rightOrigin, parent instanceof Y.ID ? parent : null];
}

/** One update in the making. */
class Part {
	readonly #columns = new Map<number, { clock: number; count: number; encoder: Y.UpdateEncoderV1 }>();
	readonly #deletions = new Map<number, [clock: number, length: number][]>();
	#structs = 0;
	#deleted = 0;

	isFull(mostBytes: number): boolean {
		const written = [...this.#columns.values()].reduce(
			(sum, { encoder }) => sum + byteLength(encoder.restEncoder),
			0,
		);
		return (
			this.#structs >= most.structs ||
			this.#deleted >= most.deletions ||
			written + 8 * this.#deleted >= mostBytes
		);
	}

	write(struct: Struct): void {
		const { client, clock } = struct.id;
		const column = this.#columns.get(client) ?? { clock, count: 0, encoder: new Y.UpdateEncoderV1() };
		this.#columns.set(client, column);
		struct.write(column.encoder, 0);
		column.count += 1;
		this.#structs += 1;
	}

	delete(client: number, clock: number, length: number): void {
		const ranges = this.#deletions.get(client) ?? [];
		this.#deletions.set(client, ranges);
		ranges.push([clock, length]);
		this.#deleted += 1;
	}

	/** See Yjs, `writeClientsStructs` and `writeDeleteSet`. */
	bytes(): Uint8Array {
		const encoder = new Y.UpdateEncoderV1();
		const { restEncoder } = encoder;
		writeVarUint(restEncoder, this.#columns.size);
		// Yjs writes the higher ids first, which makes taking in faster.
		for (const [client, column] of [...this.#columns].sort(([one], [other]) => other - one)) {
			for (const number of [column.count, client, column.clock]) writeVarUint(restEncoder, number);
			writeUint8Array(restEncoder, toUint8Array(column.encoder.restEncoder));
		}
		writeVarUint(restEncoder, this.#deletions.size);
		for (const [client, ranges] of this.#deletions)
			for (const number of [client, ranges.length, ...ranges.flat()]) writeVarUint(restEncoder, number);
		return encoder.toUint8Array();
	}
}
