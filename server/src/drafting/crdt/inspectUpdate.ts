import { draftRoot } from "@crossroads/shared";
import * as Y from "yjs";
import type { UpdateFacts } from "../domain/UpdateFacts.ts";

/** What an update may carry at most, whoever it comes from. */
const most = { clients: 1_000, clock: 2 ** 40, deletions: 50_000, nameLength: 40, depth: 64 } as const;

type Struct = Y.Item | Y.GC | Y.Skip;
type Deletions = ReadonlyMap<number, readonly { clock: number; len: number }[]>;

/**
 * [D7] The facts of an update; null unless the bytes are one whole Yjs update (version 1, no byte left over) that
 * touches nothing but the text: the root "document", XML elements and texts in it, strings, formats and attributes,
 * not too deep. Decodes without applying; never throws.
 */
export function inspectUpdate(update: Uint8Array): UpdateFacts | null {
	try {
		const { structs, ds } = decode(update);
		const isSound =
			structs.every(isStructSound) && areDeletionsSound(ds.clients) && depthOf(structs) <= most.depth;
		return isSound ? factsOf(structs, ds.clients) : null;
	} catch {
		return null;
	}
}

/** How far the decoder that was made last has read: Yjs keeps it to itself. Decoding is one turn, so it is ours. */
let reading: { pos: number } | null = null;

// One class for all: a new one for each update would cost more than the decoding.
class WatchedDecoder extends Y.UpdateDecoderV1 {
	constructor(decoder: ConstructorParameters<typeof Y.UpdateDecoderV1>[0]) {
		super(decoder);
		reading = decoder as unknown as { pos: number };
	}
}

function decode(update: Uint8Array) {
	reading = null;
	// A copy of its own memory: bytes from a socket are a window on a shared pool.
	const decoded = Y.decodeUpdateV2(new Uint8Array(update), WatchedDecoder);
	if ((reading as { pos: number } | null)?.pos !== update.length) throw new Error("Bytes are left over.");
	return decoded;
}

function factsOf(structs: readonly Struct[], deletions: Deletions): UpdateFacts | null {
	const writes = new Map<number, { from: number; to: number }>();
	const needs = new Map<number, number>();
	let jumps = 0;
	const need = (id: Y.ID | null) => {
		if (id && id.clock + 1 > (needs.get(id.client) ?? 0)) needs.set(id.client, id.clock + 1);
	};
	for (const struct of structs) {
		const { client, clock } = struct.id;
		const written = writes.get(client);
		if (written && written.to !== clock) return null;
		if (written) written.to += struct.length;
		else writes.set(client, { from: clock, to: clock + struct.length });
		if (!(struct instanceof Y.Item)) continue;
		need(struct.origin);
		need(struct.rightOrigin);
		need(parentIdOf(struct));
		if (isJump(struct)) jumps += 1;
	}
	for (const [client, ranges] of deletions)
		for (const { clock, len } of ranges) need(Y.createID(client, clock + len - 1));
	return writes.size > most.clients ? null : { writes, needs, pieces: structs.length, jumps };
}

/** In a decoded update the parent is the name of a root, the id of another item, or left to be told by a neighbour. */
function parentIdOf({ parent }: Y.Item): Y.ID | null {
	return (parent as unknown) instanceof Y.ID ? (parent as unknown as Y.ID) : null;
}

function isJump({ id, origin, rightOrigin }: Y.Item): boolean {
	if (origin === null && rightOrigin === null) return false;
	return origin === null || origin.client !== id.client || origin.clock !== id.clock - 1;
}

/** How deep the elements of these structs stand within each other; what they hang on from before is not counted. */
function depthOf(structs: readonly Struct[]): number {
	const depths = new Map<number, Map<number, number>>();
	let deepest = 0;
	for (const struct of structs) {
		if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentType)) continue;
		const { client, clock } = struct.id;
		const at = (id: Y.ID | null) => (id && depths.get(id.client)?.get(id.clock)) ?? 0;
		const depth = Math.max(at(parentIdOf(struct)) + 1, at(struct.origin), at(struct.rightOrigin));
		const ofClient = depths.get(client) ?? new Map<number, number>();
		depths.set(client, ofClient.set(clock, depth));
		deepest = Math.max(deepest, depth);
	}
	return deepest;
}

function isStructSound(struct: Struct): boolean {
	if (struct instanceof Y.Skip) return false;
	const end = struct.id.clock + struct.length;
	if (!Number.isSafeInteger(struct.id.client) || !(end <= most.clock) || struct.length <= 0) return false;
	if (!(struct instanceof Y.Item)) return true;
	return isPlaceSound(struct) && isContentSound(struct.content);
}

function isPlaceSound({ parent, parentSub }: Y.Item): boolean {
	if (parentSub !== null && parentSub.length > most.nameLength) return false;
	return typeof (parent as unknown) !== "string" || ((parent as unknown) === draftRoot && parentSub === null);
}

function isContentSound(content: Y.Item["content"]): boolean {
	if (content instanceof Y.ContentType) return isTypeSound(content.type);
	return (
		content instanceof Y.ContentString ||
		content instanceof Y.ContentFormat ||
		content instanceof Y.ContentAny ||
		content instanceof Y.ContentDeleted
	);
}

function isTypeSound(type: unknown): boolean {
	if (type instanceof Y.XmlHook) return false;
	if (type instanceof Y.XmlElement) return type.nodeName.length <= most.nameLength;
	return type instanceof Y.XmlText;
}

function areDeletionsSound(deletions: Deletions): boolean {
	let count = 0;
	for (const [client, ranges] of deletions) {
		count += ranges.length;
		if (!Number.isSafeInteger(client)) return false;
		if (ranges.some(({ clock, len }) => len <= 0 || !(clock + len <= most.clock))) return false;
	}
	return count <= most.deletions && deletions.size <= most.clients;
}
