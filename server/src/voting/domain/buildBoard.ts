import {
	type BallotBoxFacts,
	type BallotEntry,
	type Board,
	type BoardEntry,
	CHAIN_START,
	type ChainedEntry,
	canonicalJson,
	chainText,
	type ElectorEntry,
	type PartnerEntry,
	type PollEntry,
	type ResultEntry,
	signedText,
} from "@crossroads/shared";

/** What a closed poll's board is made of, in any order. */
export interface BoardFacts {
	readonly poll: Omit<Fact<PollEntry>, "box"> & { readonly box: Omit<BallotBoxFacts, "onPaper"> | null };
	/** The partners that have electors. */
	readonly partners: readonly Fact<PartnerEntry>[];
	/** [V3] All of them, also of a secret poll: its board does not show who they are. */
	readonly electors: readonly Fact<ElectorEntry>[];
	/** The answers that count, of electors, out of the box, and on paper. */
	readonly ballots: readonly Fact<BallotEntry>[];
	/** What lay in a secret poll's box, base64 [S5]; null: the poll is not secret. */
	readonly box: { readonly sealed: readonly string[]; readonly invalid: readonly string[] } | null;
	readonly result: Fact<ResultEntry>;
}

/** An entry without its kind. */
type Fact<Entry extends BoardEntry> = Omit<Entry, "kind">;

/** Hash and signature, given from outside. */
export interface BoardTools {
	/** sha-256, hex. */
	readonly digest: (text: string) => string;
	/** The server's public key, Ed25519, base64 (URL-safe, no padding). */
	readonly key: string;
	/** Its signature of the text's UTF-8, base64. */
	readonly sign: (text: string) => string;
}

/** [B1] The board of a closed poll: the same for the same facts, in whatever order they come. */
export function buildBoard(facts: BoardFacts, { digest, key, sign }: BoardTools): Board {
	const entries: ChainedEntry[] = [];
	let hash: string = CHAIN_START;
	for (const { entry, text } of entriesOf(facts)) {
		hash = digest(chainText(hash, text));
		entries.push({ ...entry, hash });
	}
	return { entries, key, signature: sign(signedText(entries)) };
}

function entriesOf({ poll, partners, electors, ballots, box, result }: BoardFacts): Spelled[] {
	const sealed = (box?.sealed ?? []).map((ballot) => ({ sealed: ballot }));
	const invalid = (box?.invalid ?? []).map((ballot) => ({ sealed: ballot }));
	return [
		...entriesAs("poll", [{ ...poll, box: poll.box && { ...poll.box, onPaper: onPaper(ballots) } }]),
		...entriesAs("partner", partners),
		...entriesAs("elector", box ? electors.map(withoutName) : electors),
		...entriesAs("ballot", box ? ballots.map(withoutVoter) : ballots),
		...entriesAs("sealed", sealed),
		...entriesAs("invalid", invalid),
		...entriesAs("result", [result]),
	];
}

/** An entry and its canonical text. */
interface Spelled {
	readonly entry: BoardEntry;
	readonly text: string;
}

/** [B1] Within a kind, entries stand in the order of their text: no other order shows. */
function entriesAs<Kind extends BoardEntry["kind"]>(
	kind: Kind,
	facts: readonly Fact<Extract<BoardEntry, { kind: Kind }>>[],
): Spelled[] {
	const entries = facts.map((fact) => ({ ...fact, kind }) as unknown as BoardEntry);
	const spelled = entries.map((entry) => ({ entry, text: canonicalJson(entry) }));
	return spelled.sort((one, other) => (one.text < other.text ? -1 : 1));
}

function onPaper(ballots: BoardFacts["ballots"]): number {
	return ballots.filter(({ isPaper }) => isPaper).length;
}

function withoutName(elector: Fact<ElectorEntry>): Fact<ElectorEntry> {
	return { ...elector, personId: null, name: null, proxyId: null };
}

/** Whoever hands in the facts, a secret ballot never stands beside a person. */
function withoutVoter(ballot: Fact<BallotEntry>): Fact<BallotEntry> {
	return { ...ballot, personId: null, receipt: null, isPaper: false };
}
