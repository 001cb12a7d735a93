import { createHash } from "node:crypto";
import {
	type BoxKeys,
	mergeSmall,
	openBox,
	receiptOfSealed,
	type Sodium,
	StakeholderGroup,
	sealPlaintext,
} from "@crossroads/shared";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { describeWithDatabase } from "../../database/testing/testDatabase.ts";
import { aViewer } from "../../people/testing/builders.ts";
import { recommendationsEntities } from "../../recommendations/index.ts";
import type { OpenBoxWish } from "../actions/openBox.ts";
import type { OpenedPart } from "../domain/secret/pollBox.ts";
import { keptParts, tellingOf } from "../domain/secret/shownCounts.ts";
import { loadSodium } from "../sealing/loadSodium.ts";
import { votingEntities } from "../store/entities.ts";
import { anAnswer } from "../testing/ballots.ts";
import { loadVerifier } from "../testing/boardVerifier.ts";
import { recordDelegate } from "../testing/pollRecords.ts";
import { castSealed, sealedText, sealOf, sharedKeyWish } from "../testing/secretPolls.ts";
import { aVotingWorld, type VotingWorld } from "../testing/votingWorld.ts";

const entities = [...votingEntities, ...recommendationsEntities];

describeWithDatabase("boxes that are opened", entities, (database) => {
	let world: VotingWorld;
	let present: string[];
	let sodium: Sodium;

	beforeAll(async () => {
		sodium = await loadSodium();
	});
	/** Six delegates of the first city, five of the second, one of the third. */
	beforeEach(async () => {
		world = await aVotingWorld(database());
		present = [];
		for (const city of [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2])
			present.push(await recordDelegate(database(), world.place, city));
	});

	const voter = (place: number) => present[place] as string;
	const byCities = () => ({ ...world.wish().rule, needsMajorityOfCities: true });
	const choices = (...said: string[]) => new Map(said.map((choice, place) => [voter(place), choice]));
	const pollOf = async (pollId: string) => world.room.reads.poll(pollId);
	const countsOf = async (pollId: string) => (await world.room.reads.countedPoll(pollId))?.counted.tally;

	/** The published board's text, which the verifier believes. */
	async function boardOf(pollId: string): Promise<string> {
		const file = await world.room.board(world.facilitator, pollId);
		const verdict = (await loadVerifier()).judge(file?.bytes ?? new Uint8Array());
		expect(verdict).toMatchObject({ isBelieved: true });
		return Buffer.from(file?.bytes ?? []).toString();
	}

	/** What an honest trustee hands in. */
	async function opened(pollId: string, keys: BoxKeys): Promise<OpenBoxWish> {
		const seal = await sealOf(world, pollId);
		const box = await world.room.sealedBox(world.delegate(voter(0)), pollId);
		const parts = (box?.parts ?? []).map(({ part, sealed }) => {
			const { plaintexts, faulty } = openBox(sodium, seal, keys, sealed);
			const bytes = Buffer.concat(plaintexts.map((text) => Buffer.from(text, "base64url")));
			return { key: part, plaintexts: bytes.toString("base64url"), faulty };
		});
		return { pollId, parts };
	}

	test("[V44] the server opens what it holds the key of at closing, and forgets the key", async () => {
		const pollId = await world.open({ secrecy: "SECRET" });
		const held =
			"select private_key is not null as held, is_opened as opened from poll_box where poll_id = $1";
		expect(await database().query(held, [pollId])).toEqual([{ held: true, opened: false }]);
		await castSealed(world, pollId, choices("YES", "YES", "NO", "ABSTAIN"));
		await world.room.closePoll(world.facilitator, pollId);
		expect(await pollOf(pollId)).toMatchObject({
			state: "CLOSED",
			result: { isAdopted: true, rules: [{}, { kind: "MAJORITY_OF_PERSONS", have: 2, of: 3 }] },
		});
		expect(await world.room.reads.countOf(pollId)).toMatchObject({ cast: 4, abstained: 1 });
		expect(await database().query(held, [pollId])).toEqual([{ held: false, opened: true }]);
		expect(await world.room.publishPoll(world.facilitator, pollId)).toMatchObject({ refusal: null });
		const { counts } = (await countsOf(pollId)) ?? {};
		expect(counts?.map(({ choice, count }) => [choice, count])).toEqual([
			["YES", 2],
			["NO", 1],
			["ABSTAIN", 1],
		]);
	});

	test("[V44] an opening that was broken off after the closing is done before publishing", async () => {
		const pollId = await world.open({ secrecy: "SECRET" });
		await castSealed(world, pollId, choices("NO"));
		const key = "select private_key as key from poll_box where poll_id = $1";
		const [kept] = await database().query<{ key: Buffer }>(key, [pollId]);
		const put = (bytes: Buffer | undefined) =>
			database().query("update poll_box set private_key = $2 where poll_id = $1", [pollId, bytes]);
		await put(kept?.key.subarray(1));
		await expect(world.room.closePoll(world.facilitator, pollId)).rejects.toThrow();
		expect(await pollOf(pollId)).toMatchObject({ state: "CLOSED", result: null });
		await expect(world.room.publishPoll(world.facilitator, pollId)).rejects.toThrow();
		await put(kept?.key);
		expect(await world.room.publishPoll(world.delegate(voter(0)), pollId)).toEqual({
			refusal: "not-allowed",
		});
		expect(await pollOf(pollId)).toMatchObject({ state: "CLOSED", result: null });
		expect(await world.room.publishPoll(world.facilitator, pollId)).toEqual({ pollId, refusal: null });
		expect(await pollOf(pollId)).toMatchObject({ state: "PUBLISHED", result: { isAdopted: false } });
	});

	test("[V44] trustees hand in what was in the box; the poll is decided, city by city, and published", async () => {
		const { wish, keys } = await sharedKeyWish(world, present.slice(0, 3), 2);
		const pollId = await world.open({ secrecy: "SECRET", box: wish, rule: byCities() });
		const said = ["YES", "YES", "YES", "YES", "NO", "NO", "NO", "NO", "NO", "YES", "ABSTAIN", "YES"];
		const sealed = await castSealed(world, pollId, choices(...said));
		expect(await world.room.sealedBox(world.delegate(voter(0)), pollId)).toBeNull();
		await world.room.closePoll(world.facilitator, pollId);
		expect(await pollOf(pollId)).toMatchObject({ state: "CLOSED", result: null });
		const release = { pollId, openerId: voter(0), sealedShare: "AAAA" };
		await world.room.releaseShare(world.delegate(voter(1)), release);
		const box = await world.room.sealedBox(world.delegate(voter(0)), pollId);
		expect(box?.shares).toEqual([{ trusteeId: voter(1), sealedShare: "AAAA" }]);
		expect(box?.parts.map((part) => part.sealed.length).sort()).toEqual([1, 5, 6]);
		for (const stranger of [world.delegate(voter(4)), world.facilitator, aViewer()])
			expect(await world.room.sealedBox(stranger, pollId)).toBeNull();
		const handedIn = await opened(pollId, keys);
		expect(await world.room.openBox(world.delegate(voter(4)), handedIn)).toEqual({
			refusal: "not-a-trustee",
		});
		expect(await world.room.openBox(world.delegate(voter(0)), handedIn)).toEqual({ pollId, refusal: null });
		expect(await world.room.openBox(world.delegate(voter(0)), handedIn)).toEqual({
			refusal: "box-already-opened",
		});
		expect((await pollOf(pollId))?.result).toMatchObject({
			isAdopted: true,
			rules: [{}, { have: 6, of: 11 }, { kind: "MAJORITY_OF_CITIES", have: 2, of: 3 }],
		});
		await world.room.publishPoll(world.facilitator, pollId);
		// [V31] The one of the third city is told together with the smallest other; who is left stands alone.
		const shown = (await countsOf(pollId))?.byPartner.map(({ cast, counts }) => [
			cast,
			counts.map(({ count }) => count),
		]);
		expect(shown).toEqual([
			[6, [4, 2, 0]],
			[5, []],
			[1, []],
		]);
		const parts = await database().query<{ answers: string[]; partner: string | null }>(
			"select answers, partner_id as partner from sealed_box where poll_id = $1 order by partner_id is null",
			[pollId],
		);
		expect(parts.map(({ answers, partner }) => [answers.length, partner])).toEqual([
			[6, world.place.partnerIds[0]],
			[6, null],
		]);
		const text = await boardOf(pollId);
		expect(text.match(/"kind":"sealed"/g)).toHaveLength(said.length);
		expect(present.filter((person) => text.includes(person))).toEqual([]);
		for (const ballot of sealed) expect(text).toContain(ballot);
		// A repeated ballot still gets its receipt.
		const receipt = receiptOfSealed(
			createHash("sha256")
				.update(Buffer.from(sealed[11] as string, "base64url"))
				.digest(),
		);
		const again = { pollId, sealed: sealed[11] as string };
		expect(await world.room.castSealedBallot(world.delegate(voter(11)), again)).toEqual({
			receipt,
			refusal: null,
		});
	});

	test("[V44] [S5] what does not account for every ballot, once and rightly, is refused, and changes nothing", async () => {
		const { wish, keys } = await sharedKeyWish(world, present.slice(0, 3), 2);
		const pollId = await world.open({ secrecy: "SECRET", box: wish });
		await castSealed(world, pollId, choices("YES", "NO", "NO"));
		await world.room.closePoll(world.facilitator, pollId);
		const honest = await opened(pollId, keys);
		const [part] = honest.parts as [OpenBoxWish["parts"][number]];
		const bytes = Buffer.from(part.plaintexts, "base64url");
		const length = bytes.length / 3;
		const seal = await sealOf(world, pollId);
		const another = Buffer.from(bytes.subarray(0, length)).fill("x", 32);
		const text = (...pieces: Uint8Array[]) => Buffer.concat(pieces).toString("base64url");
		const sealedOne = sodium.to_base64(sealPlaintext(sodium, seal, bytes.subarray(0, length)));
		for (const cheat of [
			[],
			[part, part],
			[part, { ...part, key: "more", plaintexts: "" }],
			[{ ...part, key: "another" }],
			[{ ...part, plaintexts: text(bytes.subarray(length)) }],
			[{ ...part, plaintexts: text(bytes, bytes.subarray(0, length)) }],
			[{ ...part, plaintexts: text(another, bytes.subarray(length)) }],
			[{ ...part, plaintexts: text(bytes.subarray(1)) }],
			[{ ...part, plaintexts: `${part.plaintexts}?` }],
			[{ ...part, plaintexts: text(bytes.subarray(length)), faulty: [{ sealed: sealedOne, shown: null }] }],
		] as OpenBoxWish["parts"][]) {
			const refused = await world.room.openBox(world.delegate(voter(0)), { pollId, parts: cheat });
			expect(refused).toEqual({ refusal: "box-opened-wrongly" });
			expect(await pollOf(pollId)).toMatchObject({ result: null });
			expect(await world.room.publishPoll(world.facilitator, pollId)).toEqual({ refusal: "box-not-opened" });
		}
	});

	test("[S3] [V44] a ballot that is none counts for nothing, and the others count", async () => {
		const pollId = await world.open({ secrecy: "SECRET" });
		await castSealed(world, pollId, choices("YES", "NO"));
		const seal = await sealOf(world, pollId);
		const plain = sodium.to_base64(sodium.crypto_box_seal(new Uint8Array(80), seal.publicKey));
		const invented = sealedText(sodium, seal, anAnswer("MAYBE"));
		for (const [place, sealed] of [plain, invented].entries())
			expect(
				await world.room.castSealedBallot(world.delegate(voter(5 + place)), { pollId, sealed }),
			).toMatchObject({ refusal: null });
		await world.room.closePoll(world.facilitator, pollId);
		expect(await world.room.reads.countOf(pollId)).toMatchObject({ cast: 2 });
		await world.room.publishPoll(world.facilitator, pollId);
		expect((await boardOf(pollId)).match(/"kind":"invalid"/g)).toHaveLength(2);
	});

	describe("what is kept of the parts [V31]", () => {
		const cell = (partnerId: string, group: StakeholderGroup, ballots: number) => ({
			partnerId,
			group,
			ballots,
			electors: ballots,
		});
		const { CITIZENS, CIVIL_SOCIETY } = StakeholderGroup;
		const turnout = [
			cell("p", CITIZENS, 6),
			cell("p", CIVIL_SOCIETY, 6),
			cell("q", CITIZENS, 6),
			cell("r", CITIZENS, 2),
		];
		const part = (partnerId: string | null, group: StakeholderGroup | null): OpenedPart => ({
			part: `${partnerId} ${group}`,
			partnerId,
			group,
			sealed: [],
			answers: [`${partnerId} ${group}`],
			invalid: [],
		});
		const rule = (needsMajorityOfCities: boolean, needsMajorityOfEveryGroup: boolean) => ({
			quorum: { numerator: 0, denominator: 1 },
			allowsBallotChange: false,
			needsMajorityOfCities,
			needsMajorityOfEveryGroup,
		});

		test("a partner with few ballots is put together with the smallest other", () => {
			const telling = tellingOf(rule(true, false), turnout);
			const alone = mergeSmall(turnout.map(({ partnerId: city, ...rest }) => ({ city, ...rest }))).cities;
			expect(telling.partners).toEqual(alone.filter((names) => names.length === 1).flat());
			const kept = keptParts([part("p", null), part("q", null), part("r", null)], telling);
			expect(kept.map(({ partnerId, answers }) => [partnerId, answers.length])).toEqual([
				["p", 1],
				[null, 2],
			]);
		});

		test("partner and group are never told of one ballot together", () => {
			const telling = tellingOf(rule(true, true), turnout);
			const parts = [part("p", CITIZENS), part("p", CIVIL_SOCIETY), part("q", CITIZENS), part("r", CITIZENS)];
			expect(
				keptParts(parts, telling).map(({ partnerId, group, answers }) => [partnerId, group, answers.length]),
			).toEqual([[null, null, 4]]);
		});
	});
});
