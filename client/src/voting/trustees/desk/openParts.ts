import {
	type BallotSeal,
	type BoxKeys,
	type FaultyBallot,
	type OpenedBox,
	openBox,
	type Sodium,
} from "@crossroads/shared";

/** The ballots of one part of a box: of a city or a group where the rule asks for it, else of all. */
export interface SealedPart {
	readonly key: string;
	/** Base64, in no order that says anything. */
	readonly sealed: readonly string[];
}

/** [S4] A part of the box as it is handed in. */
export interface OpenedPart extends OpenedBox {
	readonly key: string;
}

/** So many ballots are opened in one go (some 20 ms); between, the browser can draw how far it is. */
const AT_ONCE = 32;

/**
 * [S4] Opens every part of a box in the opener's browser, and tells after each few ballots how many are done. Within a
 * part the plaintexts stand by their random seeds: nothing is left of the order in which they were opened.
 */
export async function openParts(
	sodium: Sodium,
	seal: BallotSeal,
	keys: BoxKeys,
	parts: readonly SealedPart[],
	onProgress: (done: number, of: number) => void,
): Promise<OpenedPart[]> {
	const of = parts.reduce((sum, { sealed }) => sum + sealed.length, 0);
	let done = 0;
	const opened: OpenedPart[] = [];
	for (const { key, sealed } of parts) {
		const plaintexts: string[] = [];
		const faulty: FaultyBallot[] = [];
		for (let from = 0; from < sealed.length; from += AT_ONCE) {
			const some = sealed.slice(from, from + AT_ONCE).map((ballot) => sodium.from_base64(ballot));
			const part = openBox(sodium, seal, keys, some);
			plaintexts.push(...part.plaintexts);
			faulty.push(...part.faulty);
			done += some.length;
			onProgress(done, of);
			await drawn();
		}
		opened.push({ key, plaintexts: plaintexts.sort(), faulty });
	}
	return opened;
}

/** Waits until the browser has had time to draw. Not for a frame: a page in the background draws none. */
function drawn(): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve));
}
