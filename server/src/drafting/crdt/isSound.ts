import { draftRoot } from "@crossroads/shared";
import * as Y from "yjs";

/** What an update may carry at most, whoever it comes from. */
const most = { clients: 1_000, clock: 2 ** 40, deletions: 50_000, nameLength: 40 } as const;

/**
 * [D7] Whether the bytes are one whole Yjs update (version 1, no byte left over) that touches nothing but the text:
 * the root "document", XML elements and texts in it, strings, formats and attributes. Decodes without applying; never
 * throws.
 */
export function isSound(update: Uint8Array): boolean {
	try {
		const { structs, ds } = decode(update);
		return (
			structs.every(isStructSound) && clientsIn(structs).size <= most.clients && areDeletionsSound(ds.clients)
		);
	} catch {
		return false;
	}
}

type Struct = Y.Item | Y.GC | Y.Skip;

function decode(update: Uint8Array) {
	let rest: { pos: number } | null = null;
	class WatchedDecoder extends Y.UpdateDecoderV1 {
		constructor(decoder: ConstructorParameters<typeof Y.UpdateDecoderV1>[0]) {
			super(decoder);
			rest = decoder as unknown as { pos: number };
		}
	}
	// A copy of its own memory: bytes from a socket are a window on a shared pool.
	const decoded = Y.decodeUpdateV2(new Uint8Array(update), WatchedDecoder);
	if ((rest as { pos: number } | null)?.pos !== update.length) throw new Error("Bytes are left over.");
	return decoded;
}

function clientsIn(structs: readonly Struct[]): Set<number> {
	return new Set(structs.map(({ id }) => id.client));
}

function isStructSound(struct: Struct): boolean {
	const end = struct.id.clock + struct.length;
	if (!Number.isSafeInteger(struct.id.client) || !(end <= most.clock) || struct.length <= 0) return false;
	if (!(struct instanceof Y.Item)) return true;
	return isPlaceSound(struct) && isContentSound(struct.content);
}

/** In a decoded update the parent is the name of a root, the id of another item, or left to be told by a neighbour. */
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

function areDeletionsSound(
	deletions: ReadonlyMap<number, readonly { clock: number; len: number }[]>,
): boolean {
	let count = 0;
	for (const [client, ranges] of deletions) {
		count += ranges.length;
		if (!Number.isSafeInteger(client)) return false;
		if (ranges.some(({ clock, len }) => len <= 0 || !(clock + len <= most.clock))) return false;
	}
	return count <= most.deletions && deletions.size <= most.clients;
}
