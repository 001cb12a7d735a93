import { createHash } from "node:crypto";
import { receiptOfSealed, type Sodium } from "@crossroads/shared";
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Database, Transaction } from "../../database/index.ts";
import { describeWithDatabase } from "../../database/testing/testDatabase.ts";
import { nobody } from "../../people/index.ts";
import { aViewer } from "../../people/testing/builders.ts";
import { recommendationsEntities } from "../../recommendations/index.ts";
import { BallotVault } from "../sealing/BallotVault.ts";
import { loadSodium } from "../sealing/loadSodium.ts";
import { votingEntities } from "../store/entities.ts";
import { PgSecretBox } from "../store/secret/PgSecretBox.ts";
import { anAnswer } from "../testing/ballots.ts";
import { recordDelegate } from "../testing/pollRecords.ts";
import { castSealed, sealedText, sealOf, sharedKeyWish } from "../testing/secretPolls.ts";
import { aVotingWorld, type VotingWorld } from "../testing/votingWorld.ts";

const entities = [...votingEntities, ...recommendationsEntities];

describeWithDatabase("secret polls", entities, (database) => {
	let world: VotingWorld;
	let present: string[];
	let sodium: Sodium;

	beforeAll(async () => {
		sodium = await loadSodium();
	});
	beforeEach(async () => {
		world = await aVotingWorld(database());
		present = [];
		for (const city of [0, 0, 1, 1, 2, 2]) present.push(await recordDelegate(database(), world.place, city));
	});

	const voter = (place: number) => present[place] as string;
	const delegate = (place: number) => world.delegate(voter(place));
	const openSecret = () => world.open({ secrecy: "SECRET" });
	const aSealed = async (pollId: string, choice = "YES") =>
		sealedText(sodium, await sealOf(world, pollId), anAnswer(choice));
	const cast = (place: number, pollId: string, sealed: string) =>
		world.room.castSealedBallot(delegate(place), { pollId, sealed });

	test("[V40] a sealed ballot is answered with the receipt that its bytes make, however often it is sent", async () => {
		const pollId = await openSecret();
		const sealed = await aSealed(pollId);
		const receipt = receiptOfSealed(createHash("sha256").update(Buffer.from(sealed, "base64url")).digest());
		expect(await cast(0, pollId, sealed)).toEqual({ receipt, refusal: null });
		expect(await cast(0, pollId.toUpperCase(), sealed)).toEqual({ receipt, refusal: null });
		await world.room.closePoll(world.facilitator, pollId);
		expect(await cast(0, pollId, sealed)).toEqual({ receipt, refusal: null });
		expect(await world.room.reads.ownPart(voter(0), pollId)).toMatchObject({
			isElector: true,
			hasVoted: true,
			ballot: null,
		});
	});

	test("[V40] [S7] refused: a second ballot, a copy, another length, another spelling, an answer in plain text", async () => {
		const pollId = await openSecret();
		const sealed = await aSealed(pollId);
		await cast(0, pollId, sealed);
		const refused = (refusal: string) => ({ receipt: null, refusal });
		expect(await cast(0, pollId, await aSealed(pollId))).toEqual(refused("already-voted"));
		expect(await cast(1, pollId, sealed)).toEqual(refused("ballot-is-a-copy"));
		for (const wrong of ["", "AAAA", `${await aSealed(pollId)}AAAA`, `${await aSealed(pollId)}=`])
			expect(await cast(1, pollId, wrong)).toEqual(refused("invalid-input"));
		expect(await world.cast(voter(1), pollId)).toEqual({ ballot: null, refusal: "invalid-input" });
		const named = await world.prepare();
		expect(await cast(1, named, sealed)).toEqual(refused("invalid-input"));
		expect(await world.room.castSealedBallot(nobody, { pollId, sealed })).toEqual(refused("not-signed-in"));
		// [V17] Whoever may not see the poll does not learn even that.
		for (const text of [sealed, "AAAA"])
			expect(await world.room.castSealedBallot(aViewer(), { pollId, sealed: text })).toEqual(
				refused("not-found"),
			);
	});

	test("[V40] [V15] the turnout is live, and nothing else", async () => {
		const pollId = await openSecret();
		await castSealed(world, pollId, new Map([0, 1, 2].map((place) => [voter(place), "YES"])));
		const found = await world.room.reads.countedPoll(pollId);
		expect(found?.counted.tally).toMatchObject({ cast: 3, electorateSize: 6 });
		expect(found?.counted.tally.byPartner.map(({ cast: count }) => count)).toEqual([2, 1, 0]);
		expect(await database().query("select from poll_count where poll_id = $1", [pollId])).toEqual([]);
		expect(await database().query("select from ballot where poll_id = $1", [pollId])).toEqual([]);
		expect(world.announced.filter((topic) => topic.includes(voter(0)))).toEqual([]);
	});

	test("[V41] the two tables have no column by which a voter and a ballot could be joined", async () => {
		const columns = await database().query<{ table: string; names: string }>(
			`select table_name as table, string_agg(column_name, ' ' order by column_name) as names
				from information_schema.columns where table_name in ('secret_voter', 'sealed_box') group by 1 order by 1`,
		);
		expect(columns).toEqual([
			{ table: "sealed_box", names: "answers invalid part partner_id poll_id sealed shut stakeholder_group" },
			{ table: "secret_voter", names: "person_id poll_id" },
		]);
	});

	test("[V42] while the poll is open the box is locked; closed, its ballots lie there sorted", async () => {
		const pollId = await openSecret();
		const sealed = await castSealed(world, pollId, new Map(present.map((personId) => [personId, "NO"])));
		const rows = () =>
			database().query<{ shut: Buffer | null; sealed: Buffer[] | null }>(
				"select shut, sealed from sealed_box where poll_id = $1",
				[pollId],
			);
		const [open] = await rows();
		expect(open?.sealed).toBeNull();
		expect(open?.shut).toHaveLength(6 * 128 + 28);
		for (const ballot of sealed) expect(open?.shut?.includes(Buffer.from(ballot, "base64url"))).toBe(false);
		await world.room.closePoll(world.facilitator, pollId);
		const [closed] = await rows();
		expect(closed?.shut).toBeNull();
		const bytes = sealed.map((ballot) => Buffer.from(ballot, "base64url")).sort(Buffer.compare);
		expect(closed?.sealed).toEqual(bytes);
	});

	test("[V40] [V8] a ballot whose answer was lost after the commit is sent again, and counts once", async () => {
		const pollId = await openSecret();
		const committedThenLost: Database = Object.assign(Object.create(database()) as Database, {
			async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
				await database().transaction(work);
				throw new Error("the connection is gone");
			},
		});
		const news: string[] = [];
		const onCommit = (id: string) => news.push(id);
		const box = new PgSecretBox(committedThenLost, new BallotVault(new Uint8Array(32)), { onCommit });
		const sealed = await aSealed(pollId);
		const ballot = { pollId, personId: voter(0), sealed: Buffer.from(sealed, "base64url") };
		await expect(box.cast(ballot)).rejects.toThrow("the connection is gone");
		expect(news).toEqual([pollId]);
		const receipt = receiptOfSealed(createHash("sha256").update(ballot.sealed).digest());
		expect(await cast(0, pollId, sealed)).toEqual({ receipt, refusal: null });
		expect((await world.room.reads.countedPoll(pollId))?.counted.tally.cast).toBe(1);
	});

	test("[V40] a secret poll allows no change, and a named one has no box", async () => {
		const rule = { ...world.wish().rule, allowsBallotChange: true };
		const make = (changes: Parameters<VotingWorld["wish"]>[0]) =>
			world.room.createPoll(world.facilitator, world.wish(changes));
		expect(await make({ secrecy: "SECRET", rule })).toEqual({ refusal: "invalid-input" });
		const { wish } = await sharedKeyWish(world, present.slice(0, 3), 2);
		expect(await make({ box: wish })).toEqual({ refusal: "invalid-input" });
	});

	test("[V43] a key shared by trustees is taken as it was made, and refused where it could not be opened", async () => {
		const { wish } = await sharedKeyWish(world, present.slice(0, 3), 2);
		const make = (box: Partial<typeof wish>) =>
			world.room.createPoll(world.facilitator, world.wish({ secrecy: "SECRET", box: { ...wish, ...box } }));
		const [first, second, third] = wish.trustees as [never, never, never];
		const changed = (change: object) => ({ trustees: [Object.assign({}, first, change), second, third] });
		for (const [box, refusal] of [
			[{ trustees: [first] }, "too-few-trustees"],
			[{ needed: 1 }, "needed-out-of-range"],
			[{ needed: 4 }, "needed-out-of-range"],
			[{ trustees: [first, first] }, "trustees-are-not-different"],
			[
				changed({ publicKey: sodium.to_base64(sodium.crypto_box_keypair().publicKey) }),
				"trustee-key-unknown",
			],
			[changed({ personId: world.place.facilitatorId }), "trustee-key-unknown"],
			[changed({ sealedShare: "?" }), "invalid-input"],
			[changed({ commitment: "short" }), "invalid-input"],
			[{ publicKey: "A".repeat(43) }, "invalid-input"],
			[{ pollId: "poll" }, "invalid-input"],
		] as const)
			expect(await make(box)).toEqual({ refusal });
		expect(await make({})).toEqual({ refusal: null, pollId: wish.pollId });
		expect(await make({})).toEqual({ refusal: "invalid-input" });
		const box = await world.room.trustees.box(wish.pollId);
		expect(box).toMatchObject({
			holder: "TRUSTEES",
			publicKey: wish.publicKey,
			needed: 2,
			trustees: wish.trustees,
		});
		const held = "select private_key from poll_box where poll_id = $1";
		expect(await database().query(held, [wish.pollId])).toEqual([{ private_key: null }]);
	});

	test("[V43] a trustee's key is replaced for polls to come; candidates are told to those who run the session", async () => {
		const { wish } = await sharedKeyWish(world, present.slice(0, 2), 2);
		const candidates = () => world.room.trusteeCandidates(world.facilitator, world.place.sessionId);
		expect((await candidates()).map(({ personId }) => personId).sort()).toEqual(present.slice(0, 2).sort());
		await world.prepare({ secrecy: "SECRET", box: wish });
		const publicKey = sodium.to_base64(sodium.crypto_box_keypair().publicKey);
		expect(await world.room.setTrusteeKey(delegate(0), publicKey)).toBeNull();
		expect(await world.room.trustees.ownKey(voter(0))).toBe(publicKey);
		expect(await world.room.trustees.ownKey(voter(5))).toBeNull();
		expect((await candidates()).find(({ personId }) => personId === voter(0))).toMatchObject({ publicKey });
		expect((await world.room.trustees.box(wish.pollId))?.trustees[0]).toMatchObject(
			wish.trustees[0] as object,
		);
		expect(await world.room.trusteeCandidates(delegate(0), world.place.sessionId)).toEqual([]);
		expect(await world.room.setTrusteeKey(delegate(0), "A".repeat(43))).toBe("invalid-input");
		expect(await world.room.setTrusteeKey(nobody, publicKey)).toBe("not-signed-in");
		expect(await world.room.trustees.trusteeships(voter(0))).toEqual([
			{ personId: voter(0), pollId: wish.pollId },
		]);
	});

	test("[V43] shares are passed on by trustees, to trustees, after closing", async () => {
		const { wish } = await sharedKeyWish(world, present.slice(0, 3), 2);
		const pollId = await world.open({ secrecy: "SECRET", box: wish });
		const release = (place: number, opener = voter(1), sealedShare = "AAAA") =>
			world.room.releaseShare(delegate(place), { pollId, openerId: opener, sealedShare });
		expect(await release(0)).toEqual({ refusal: "poll-not-closed" });
		await world.room.closePoll(world.facilitator, pollId);
		expect(await release(4)).toEqual({ refusal: "not-a-trustee" });
		expect(await release(0, voter(4))).toEqual({ refusal: "not-a-trustee" });
		expect(await release(0, voter(1), "?")).toEqual({ refusal: "invalid-input" });
		const stranger = { pollId, openerId: voter(1), sealedShare: "AAAA" };
		expect(await world.room.releaseShare(aViewer(), stranger)).toEqual({ refusal: "not-found" });
		expect(await release(0)).toEqual({ refusal: null, pollId });
		const box = await world.room.trustees.box(pollId);
		expect(box?.trustees.map(({ openerId, passedShare }) => [openerId, passedShare])).toEqual([
			[voter(1), "AAAA"],
			[null, null],
			[null, null],
		]);
		expect(await world.room.publishPoll(world.facilitator, pollId)).toEqual({ refusal: "box-not-opened" });
	});
});
