import type { Board, BoardEntry, ChainedEntry } from "@crossroads/shared";
import { describe, expect, test } from "vitest";
import { type BoardFacts, buildBoard } from "../domain/buildBoard.ts";
import { boardFacts, decidedAnew } from "../testing/boardFacts.ts";
import { boardBytes, type CheckName, loadVerifier, signedAnew, signer } from "../testing/boardVerifier.ts";

const { judge, checks } = await loadVerifier();

/** Polls with silent electors, ballots, a box and an invalid ballot: what is forged below. */
const named = factsWhere("NAMED", ({ ballots }) => ballots.length > 2);
const secret = factsWhere("SECRET", ({ box, ballots }) => box?.invalid.length === 1 && ballots.length > 3);
const { electors, ballots } = named;
const [own] = ballots as [BoardFacts["ballots"][number]];
const silent = electors.find(isSilent) as BoardFacts["electors"][number];
const stranger = { ...silent, personId: "somebody else" };
const others = electors.filter((elector) => elector !== silent);
const two = { marks: ["A", "B"].map((option) => ({ option, value: 1 })) };
const box = secret.box as NonNullable<BoardFacts["box"]>;
const [opened] = secret.ballots.filter(({ isPaper }) => !isPaper) as [BoardFacts["ballots"][number]];

function factsWhere(secrecy: "NAMED" | "SECRET", is: (facts: BoardFacts) => boolean): BoardFacts {
	for (let seed = 0; ; seed++) {
		const facts = boardFacts("SINGLE_CHOICE", secrecy, seed, signer.digest);
		const hasSilent = facts.electors.some(
			(elector) => elector.isPresent && facts.ballots.every(({ personId }) => personId !== elector.personId),
		);
		if (hasSilent && facts.result.count.winners.length === 1 && is(facts)) return facts;
	}
}

function isSilent({ personId, isPresent }: BoardFacts["electors"][number]): boolean {
	return isPresent && ballots.every((ballot) => ballot.personId !== personId);
}

/** A board of altered facts, counted, decided, chained and signed as if they were true. */
const forged = (facts: BoardFacts, changes: Partial<BoardFacts>) =>
	buildBoard(decidedAnew({ ...facts, ...changes }, signer.digest), signer);
/** The true board with entries of one kind altered, chained and signed anew. */
const altered = <Kind extends BoardEntry["kind"]>(
	facts: BoardFacts,
	kind: Kind,
	alter: (entry: Extract<ChainedEntry, { kind: Kind }>) => object,
) =>
	signedAnew(
		buildBoard(facts, signer).entries.map((entry) =>
			entry.kind === kind ? { ...entry, ...alter(entry as Extract<ChainedEntry, { kind: Kind }>) } : entry,
		),
	);

/** What somebody with the server's key could put on a board, and the one check that tells. */
const forgeries: readonly [what: string, toldBy: CheckName, forge: () => Board][] = [
	["the question, its hash left as it was", "chain", () => withQuestion(buildBoard(named, signer))],
	[
		"the question, the signature left as it was",
		"signature",
		() => ({
			...altered(named, "poll", () => ({ question: "Shall we?" })),
			signature: buildBoard(named, signer).signature,
		}),
	],
	["the order of the electors", "order", () => signedAnew(backwards(buildBoard(named, signer).entries))],
	[
		"an elector put in another's place",
		"electorate",
		() => forged(named, { electors: [...others, stranger] }),
	],
	["an elector who came later", "electorate", () => forged(named, { electors: [...electors, stranger] })],
	["an elector left out", "electorate", () => forged(named, { electors: others })],
	[
		"an elector's weight",
		"electorate",
		() => forged(named, { electors: [...others, { ...silent, weight: silent.weight + 1 }] }),
	],
	[
		"an elector who is said to be represented",
		"electorate",
		() => forged(named, { electors: [...others, { ...silent, isPresent: false }] }),
	],
	[
		"a ballot of somebody who is no elector",
		"ballots",
		() => forged(named, { ballots: [...ballots, { ...own, personId: "nobody" }] }),
	],
	["a second ballot", "ballots", () => forged(named, { ballots: [...ballots, own] })],
	[
		"a ballot that weighs more",
		"ballots",
		() => forged(named, { ballots: ballots.with(0, { ...own, weight: own.weight + 1 }) }),
	],
	[
		"a ballot that weighs less than nothing",
		"ballots",
		() => altered(named, "ballot", ({ weight }) => ({ weight: -weight })),
	],
	[
		"a ballot in another city's name",
		"ballots",
		() => forged(named, { ballots: ballots.with(0, { ...own, partnerId: "elsewhere" }) }),
	],
	[
		"a ballot with two choices where there is one",
		"ballots",
		() => forged(named, { ballots: ballots.with(0, { ...own, answer: two }) }),
	],
	["a box in a named poll", "ballots", () => signedAnew(withSealed(buildBoard(named, signer).entries))],
	[
		"a secret ballot with a name",
		"ballots",
		() => altered(secret, "ballot", () => ({ personId: "person-1" })),
	],
	[
		"electors of a secret poll with names",
		"ballots",
		() => altered(secret, "elector", () => ({ personId: "p" })),
	],
	["a secret ballot that weighs two", "ballots", () => forged(secret, { ballots: heavier(secret.ballots) })],
	[
		"an opened ballot more than there were in the box",
		"ballots",
		() => forged(secret, { ballots: [...secret.ballots, opened] }),
	],
	[
		"an opened ballot less",
		"ballots",
		() => forged(secret, { ballots: secret.ballots.filter((ballot) => ballot !== opened) }),
	],
	[
		"a sealed ballot left out",
		"ballots",
		() => forged(secret, { box: { ...box, sealed: box.sealed.slice(1) } }),
	],
	[
		"a sealed ballot of another length",
		"ballots",
		() => forged(secret, { box: { ...box, sealed: box.sealed.with(0, "AAAA") } }),
	],
	[
		"a sealed ballot twice",
		"ballots",
		() => forged(secret, { box: { ...box, sealed: box.sealed.with(0, box.sealed[1] as string) } }),
	],
	[
		"an invalid ballot that was not in the box",
		"ballots",
		() => forged(secret, { box: { ...box, invalid: ["A".repeat(171)] } }),
	],
	[
		"an opened ballot less, said to have been on paper",
		"ballots",
		() =>
			signedAnew(
				forged(secret, { ballots: withoutPaper.filter((ballot) => ballot !== opened) }).entries.map(
					(entry) => (entry.kind === "poll" ? { ...entry, box: { ...entry.box, onPaper: -1 } } : entry),
				),
			),
	],
	[
		"more ballots than electors",
		"ballots",
		() => forged(secret, { ballots: [...secret.ballots, ...secret.electors.map(() => onPaper)] }),
	],
	[
		"a figure of the count's working",
		"count",
		() => altered(named, "result", ({ count }) => ({ count: { ...count, working: { kind: "SUMS" } } })),
	],
	["the count's cast", "count", () => altered(secret, "result", withCast)],
	[
		"the decision",
		"decision",
		() => altered(named, "result", ({ isAdopted }) => ({ isAdopted: !isAdopted })),
	],
	[
		"a rule's figure",
		"decision",
		() =>
			altered(named, "result", ({ rules }) => ({
				rules: rules.map((rule) => ({ ...rule, of: rule.of + 1 })),
			})),
	],
	[
		"a requirement left out",
		"decision",
		() => altered(named, "result", ({ rules }) => ({ rules: rules.slice(1) })),
	],
	["how many were entitled", "decision", () => altered(quorate, "poll", withEntitled)],
];

const withoutPaper = secret.ballots.filter(({ isPaper }) => !isPaper);
const onPaper = { ...opened, isPaper: true };
const quorate = factsWhere("NAMED", ({ poll }) => poll.rule.quorum.numerator > 0);
const withEntitled = ({ entitled }: { entitled: { persons: number; cities: number; weight: number } }) => ({
	entitled: { ...entitled, persons: entitled.persons + 7 },
});
const withCast = ({ count }: { count: { cast: number } }) => ({ count: { ...count, cast: count.cast + 1 } });
const heavier = (some: BoardFacts["ballots"]) => some.map((ballot) => ({ ...ballot, weight: 2 }));

function withQuestion(board: Board): Board {
	return {
		...board,
		entries: board.entries.map((entry) =>
			entry.kind === "poll" ? { ...entry, question: "Shall we?" } : entry,
		),
	};
}

function backwards(entries: readonly ChainedEntry[]): readonly ChainedEntry[] {
	const reversed = entries.filter(({ kind }) => kind === "elector").toReversed();
	return entries.map((entry) => (entry.kind === "elector" ? (reversed.shift() as ChainedEntry) : entry));
}

function withSealed(entries: readonly ChainedEntry[]): readonly object[] {
	return [...entries.slice(0, -1), { kind: "sealed", sealed: "AAAA" }, entries.at(-1) as ChainedEntry];
}

describe("whoever has the server's key cannot put on a board what is not so [B7]", () => {
	test("the true boards are believed", () => {
		for (const facts of [named, secret, quorate]) {
			const { lines } = judge(boardBytes(buildBoard(facts, signer)));
			expect(lines.at(-1)).toMatch(/^The board holds/);
		}
	});

	test.each(forgeries)("%s: refused by the check of the %s", (_, toldBy, forge) => {
		const { isBelieved, lines } = judge(boardBytes(forge()), signer.key);
		expect(isBelieved).toBe(false);
		const passed = Object.keys(checks).slice(0, lines.length - 2);
		expect(Object.keys(checks)[passed.length]).toBe(toldBy);
	});

	test.each(Object.keys(checks) as CheckName[])(
		"twin: without the check of the %s, a forgery is believed",
		(name) => {
			const rest = Object.fromEntries(Object.entries(checks).filter(([key]) => key !== name));
			const believed = forgeries.filter(([, toldBy, forge]) => {
				return toldBy === name && judge(boardBytes(forge()), signer.key, rest).isBelieved;
			});
			expect(believed).not.toEqual([]);
		},
	);

	test("[B6] a ballot dropped and all counted anew is believed here: only its voter's receipt tells", () => {
		const dropped = forged(named, { ballots: ballots.filter(({ personId }) => personId !== own.personId) });
		expect(judge(boardBytes(dropped), signer.key).isBelieved).toBe(true);
		const receipts = dropped.entries.map((entry) => (entry.kind === "ballot" ? entry.receipt : null));
		expect(receipts).not.toContain(own.receipt);
	});
});
