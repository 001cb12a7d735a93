import "reflect-metadata";
import { createHash, randomBytes } from "node:crypto";
import { type BoardEntry, receiptOfSealed } from "@crossroads/shared";
import { beforeAll, expect, test } from "vitest";
import { describeWithDatabase } from "../../database/testing/testDatabase.ts";
import { nobody } from "../../people/index.ts";
import { recommendationsEntities } from "../../recommendations/index.ts";
import { votingEntities } from "../store/entities.ts";
import { anAnswer } from "../testing/ballots.ts";
import { byteChanges, rowChanges } from "../testing/boardChanges.ts";
import { boardBytes, loadVerifier, signedAnew, signer } from "../testing/boardVerifier.ts";
import { recordDelegate } from "../testing/pollRecords.ts";
import { castSealed } from "../testing/secretPolls.ts";
import { aVotingWorld, type VotingWorld } from "../testing/votingWorld.ts";

const { judge } = await loadVerifier();

describeWithDatabase(
	"the board of a secret poll",
	[...votingEntities, ...recommendationsEntities],
	(database) => {
		let world: VotingWorld;
		let bytes: Buffer;
		let entries: readonly BoardEntry[];
		let sealed: string[];
		let spoiled: string;
		let names: string[];

		const ofKind = <Kind extends BoardEntry["kind"]>(kind: Kind) =>
			entries.filter((entry): entry is Extract<BoardEntry, { kind: Kind }> => entry.kind === kind);

		beforeAll(async () => {
			world = await aVotingWorld(database());
			const voters: { personId: string; city: number }[] = [];
			for (const city of [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1])
				voters.push({ personId: await recordDelegate(database(), world.place, city), city });
			names = (await database().query<{ name: string }>("select name from person")).map(({ name }) => name);
			const pollId = await world.open({
				secrecy: "SECRET",
				rule: {
					quorum: { numerator: 1, denominator: 2 },
					needsMajorityOfCities: true,
					allowsBallotChange: false,
				},
			});
			const choices = new Map(
				voters.slice(0, 11).map(({ personId }, place) => [personId, place % 3 === 2 ? "NO" : "YES"]),
			);
			sealed = await castSealed(world, pollId, choices);
			spoiled = randomBytes(Buffer.from(sealed[0] as string, "base64url").length).toString("base64url");
			const spoiler = world.delegate(voters[12]?.personId as string);
			expect(await world.room.castSealedBallot(spoiler, { pollId, sealed: spoiled })).toMatchObject({
				refusal: null,
			});
			await world.room.closePoll(world.facilitator, pollId);
			expect(await world.room.publishPoll(world.facilitator, pollId)).toMatchObject({ refusal: null });
			bytes = (await world.room.board(nobody, pollId))?.bytes as Buffer;
			entries = JSON.parse(String(bytes)).entries;
		});

		test("[B7] is believed: as many answers as ballots, the invalid one listed, cities recounted", () => {
			const { lines, isBelieved } = judge(bytes, world.room.boardKey);
			expect(lines.join("\n")).toMatch(/12 sealed ones, of which 1 are invalid; 0 on paper/);
			expect(lines.join("\n")).toMatch(/MAJORITY_OF_CITIES 2\/2, needed 2\n/);
			expect(isBelieved).toBe(true);
			expect(ofKind("invalid")).toEqual([expect.objectContaining({ sealed: spoiled })]);
			expect(ofKind("sealed").map((entry) => entry.sealed)).toEqual([...sealed, spoiled].sort());
		});

		test("[B5] names nobody, and puts no answer beside a ballot", () => {
			const text = String(bytes);
			for (const name of names) expect(text).not.toContain(name);
			for (const kind of ["elector", "ballot"] as const)
				expect(ofKind(kind).every(({ personId }) => personId === null)).toBe(true);
			expect(ofKind("elector")).toHaveLength(13);
			expect(ofKind("ballot")).toHaveLength(11);
			expect(ofKind("poll")[0]?.box).toMatchObject({ trustees: null, onPaper: 0 });
		});

		test("[B6] every voter finds the own ballot by the receipt that its bytes make", () => {
			const receipts = ofKind("sealed").map((entry) => receiptFor(entry.sealed));
			for (const ballot of sealed) expect(receipts).toContain(receiptFor(ballot));
			expect(receipts).not.toContain(receiptFor(randomBytes(200).toString("base64url")));
		});

		test("[46] with any one row or any one of a thousand bytes changed, it is refused", () => {
			const { key, signature, entries: all } = JSON.parse(String(bytes));
			for (const [what, changed] of rowChanges({ entries: all, key, signature }))
				expect(judge(boardBytes(changed), key).isBelieved, what).toBe(false);
			for (const [what, changed] of byteChanges(bytes, 46))
				expect(judge(changed, key).isBelieved, what).toBe(false);
		});

		test("[46] whoever has the server's key cannot add, drop, alter or move a ballot", () => {
			const forge = (alter: (some: readonly BoardEntry[]) => readonly object[]) =>
				judge(boardBytes(signedAnew(alter(entries))), signer.key).isBelieved;
			expect(forge((some) => some)).toBe(true);
			const place = (kind: string) => entries.findIndex((entry) => entry.kind === kind);
			for (const kind of ["ballot", "sealed", "invalid", "elector"]) {
				expect(
					forge((some) => some.toSpliced(place(kind), 1)),
					`${kind} dropped`,
				).toBe(false);
				expect(
					forge((some) => some.toSpliced(place(kind), 0, some[place(kind)] as object as BoardEntry)),
				).toBe(false);
			}
			const other = { YES: "NO", NO: "YES" } as Record<string, string>;
			const altered = (entry: BoardEntry) =>
				entry.kind === "ballot"
					? { ...entry, answer: anAnswer(other[entry.answer.marks[0]?.option ?? ""] as string) }
					: entry;
			expect(forge((some) => some.with(place("ballot"), altered(some[place("ballot")] as BoardEntry)))).toBe(
				false,
			);
		});
	},
);

function receiptFor(sealed: string): string {
	return receiptOfSealed(createHash("sha256").update(Buffer.from(sealed, "base64url")).digest());
}
