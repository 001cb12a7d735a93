import "reflect-metadata";
import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BallotEntry, type Board, hasOwnOptions, PollMethod } from "@crossroads/shared";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readConfig } from "../../config.ts";
import { describeWithDatabase } from "../../database/testing/testDatabase.ts";
import { createHouse, entities, type House } from "../../house.ts";
import { aRole } from "../../people/testing/builders.ts";
import { byteChanges, rowChanges } from "../testing/boardChanges.ts";
import { numbersFrom, someAnswer } from "../testing/boardFacts.ts";
import { boardBytes, loadVerifier } from "../testing/boardVerifier.ts";
import { type RecordedPlace, recordDelegate, recordPlace } from "../testing/pollRecords.ts";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const methods = Object.values(PollMethod);

describeWithDatabase("the board of a published poll", entities, (database) => {
	let folder: string;
	let house: House;
	let address: string;
	let place: RecordedPlace;
	let delegates: string[];
	let represented: string;

	beforeAll(async () => {
		folder = mkdtempSync(join(tmpdir(), "board-"));
		house = await createHouse(readConfig({ PORT: "0", DATA_DIR: folder }), database(), null);
		address = await house.listen();
		place = await recordPlace(database());
		delegates = [];
		represented = await recordDelegate(database(), place, 4, { isPresent: false });
		for (let n = 0; n < 14; n += 1) delegates.push(await recordDelegate(database(), place, n % 4));
	});
	afterAll(async () => {
		await house?.close();
		rmSync(folder, { recursive: true });
	});

	const viewer = (personId: string, role: "FACILITATOR" | "DELEGATE") => {
		const { networkId, eventId, sessionId, partnerIds } = place;
		const at = role === "FACILITATOR" ? { sessionId } : { partnerId: partnerIds[0] ?? null };
		return { personId, signInId: randomUUID(), roles: [aRole(role, { networkId, eventId, ...at })] };
	};

	/** Prepares and opens a poll, and lets all but two delegates vote, one of them twice, and one for somebody who is not there. */
	async function voted(method: PollMethod, isPublic = true) {
		const { voting } = house.rooms;
		const facilitator = viewer(place.facilitatorId, "FACILITATOR");
		const isOwn = hasOwnOptions(method);
		const made = await voting.createPoll(facilitator, {
			sessionId: place.sessionId,
			agendaItemId: null,
			recommendationVersionId: null,
			question: `What about ${method} \u2014 “this”?\nOr that?`,
			method,
			options: isOwn ? [] : ["Gardens", "Dinners", "Öffis"],
			limits: {
				...(method === "MULTIPLE_CHOICE" && { mostChosen: 2 }),
				...(method === "DOTS" && { dots: 5 }),
				...(method === "SINGLE_TRANSFERABLE_VOTE" && { seats: 2 }),
			},
			isPublic,
			proxyCap: 1,
			secrecy: "NAMED",
			box: null,
			rule: {
				quorum: { numerator: 1, denominator: 3 },
				quorumOfCities: { numerator: 1, denominator: 2 },
				holdsQuorumAtClosing: true,
				needsMajorityOfCities: isOwn,
				needsMajorityOfEveryGroup: method === "CONSENT",
				allowsBallotChange: true,
				...(method === "APPROVAL" && {
					threshold: { kind: "ABSOLUTE", base: "ENTITLED", countsAbstentions: true },
				}),
			},
		});
		if (made.refusal !== null) throw new Error(made.refusal);
		const { pollId } = made;
		const proxyId = delegates[4] as string;
		const given = await voting.giveProxy(viewer(represented, "DELEGATE"), {
			pollId,
			principalId: null,
			proxyId,
		});
		expect(given).toMatchObject({ refusal: null });
		expect(await voting.openPoll(facilitator, pollId)).toMatchObject({ refusal: null });
		const next = numbersFrom(method.length);
		const receipts = new Map<string, string>();
		const settings = (await voting.reads.ballotForm(pollId))?.settings;
		for (const personId of [...delegates.slice(2), delegates[2] as string, represented]) {
			const answer = someAnswer(settings as NonNullable<typeof settings>, next);
			const wish = { pollId, answer, idempotencyKey: randomUUID() };
			const isOwn = personId !== represented;
			const { ballot } = isOwn
				? await voting.castBallot(viewer(personId, "DELEGATE"), wish)
				: await voting.castBallot(viewer(proxyId, "DELEGATE"), { ...wish, inSteadOf: represented });
			receipts.set(personId, ballot?.receipt as string);
		}
		const end = async () => {
			await leave(delegates[3] as string);
			expect(await voting.closePoll(facilitator, pollId)).toMatchObject({ refusal: null });
			await comeBack(delegates[3] as string);
			expect((await download(pollId)).status).toBe(404);
			expect(await voting.publishPoll(facilitator, pollId)).toMatchObject({ refusal: null });
		};
		return { pollId, receipts, end };
	}

	/** Goes home before the poll closes; and comes back for the next one. */
	const leave = (personId: string) =>
		database().query(
			"update presence set checked_out_at = now() where session_id = $1 and person_id = $2 and checked_out_at is null",
			[place.sessionId, personId],
		);
	const comeBack = (personId: string) =>
		database().query(
			`insert into presence (session_id, person_id, delegate_id, checked_in_at)
				select session_id, person_id, delegate_id, now() from presence where session_id = $1 and person_id = $2 limit 1`,
			[place.sessionId, personId],
		);

	async function published(method: PollMethod, isPublic = true) {
		const poll = await voted(method, isPublic);
		await poll.end();
		return poll;
	}

	const addressOf = (pollId: string) => `${address}/polls/${pollId}/board.json`;
	const download = (pollId: string, headers: Record<string, string> = {}) =>
		fetch(addressOf(pollId), { headers });
	const boardOf = async (pollId: string) => Buffer.from(await (await download(pollId)).arrayBuffer());

	/** `npm run crossroads -- verify-poll`, as it is written in the README. */
	function verify(...words: readonly string[]): Promise<{ code: number; output: string }> {
		const program = join(root, "scripts", "runBuilt.mjs");
		return new Promise((resolve) => {
			execFile(
				process.execPath,
				[program, "cli", "verify-poll", ...words],
				{ cwd: root },
				(error, out, err) => resolve({ code: error ? Number(error.code) : 0, output: `${out}${err}` }),
			);
		});
	}

	test.each(methods)("[B7] is believed by the verifier, by its address: %s", async (method) => {
		const { pollId, receipts } = await published(method);
		const { code, output } = await verify(addressOf(pollId));
		expect(output).toMatch(/The board holds/);
		expect(output).toContain(`✓ signature  by the key ${house.rooms.voting.boardKey}`);
		expect(output).toContain("15 electors, whose hash was taken at the opening");
		expect(code).toBe(0);

		const { entries } = JSON.parse(String(await boardOf(pollId))) as Board;
		const onBoard = entries.filter(
			(entry): entry is BallotEntry & { hash: string } => entry.kind === "ballot",
		);
		const found = new Map(onBoard.map(({ personId, receipt }) => [personId, receipt]));
		expect(found, "each voter finds the own receipt beside the own name [B6]").toEqual(receipts);
	});

	test("[46] with any one row or any one of a thousand bytes changed, it is refused", async () => {
		const { judge } = await loadVerifier();
		const bytes = await boardOf((await published("SCORE")).pollId);
		const { entries, key, signature } = JSON.parse(String(bytes)) as Board;
		const board = { entries, key, signature };
		expect(Buffer.compare(boardBytes(board), bytes)).toBe(0);
		expect(judge(bytes, key).isBelieved).toBe(true);
		let changes = 0;
		for (const [what, changed] of rowChanges(board)) {
			changes += 1;
			expect(judge(boardBytes(changed), key).isBelieved, what).toBe(false);
		}
		expect(changes).toBeGreaterThan(200);
		for (const [what, changed] of byteChanges(bytes, 46))
			expect(judge(changed, key).isBelieved, what).toBe(false);
	});

	const tamper: readonly [string, string][] = [
		[
			"a ballot added",
			"insert into ballot (poll_id, person_id, answer, receipt, idempotency_key, cast_at) select $1, e.person_id, b.answer, 'ABCDE-FGHJK', gen_random_uuid(), now() from elector e, (select answer from ballot where poll_id = $1 limit 1) b where e.poll_id = $1 and not exists (select from ballot o where o.poll_id = $1 and o.person_id = e.person_id) limit 1",
		],
		[
			"a ballot dropped",
			"delete from ballot where poll_id = $1 and person_id = (select person_id from ballot where poll_id = $1 limit 1)",
		],
		[
			"a ballot altered",
			`update ballot set answer = jsonb_build_object('marks', jsonb_build_array(jsonb_build_object('option', case when answer->'marks'->0->>'option' = 'YES' then 'NO' else 'YES' end, 'value', 1))) where poll_id = $1 and person_id = (select person_id from ballot where poll_id = $1 limit 1)`,
		],
		[
			"an elector's weight",
			"update elector set weight = 2 where poll_id = $1 and person_id = (select person_id from elector where poll_id = $1 limit 1)",
		],
		[
			"an elector's group",
			"update elector set stakeholder_group = case stakeholder_group when 'CITIZENS' then 'CIVIL_SOCIETY' else 'CITIZENS' end where poll_id = $1 and person_id = (select person_id from ballot where poll_id = $1 limit 1)",
		],
		[
			"the result",
			`update poll set result = jsonb_set(result, '{isAdopted}', to_jsonb(not (result->>'isAdopted')::boolean)) where id = $1`,
		],
		["the list of the entitled", "update poll set entitled = entitled + 30 where id = $1"],
	];
	test.each(tamper)("[46] %s by a database administrator after closing is found", async (_, statement) => {
		const poll = await voted("YES_NO_ABSTAIN");
		await poll.end();
		await database().transaction(async (tx) => {
			// The counters' triggers would be in the way of nobody who may do this.
			await tx.query("set local session_replication_role = replica");
			await tx.query(statement, [poll.pollId]);
		});
		const { code, output } = await verify(addressOf(poll.pollId));
		expect(output).toMatch(/REFUSED/);
		expect(code).toBe(1);
	});

	test("twin: whatever the administrator changes that the result does not rest on, is believed", async () => {
		const poll = await voted("YES_NO_ABSTAIN");
		await poll.end();
		await database().query("update ballot set cast_at = now() where poll_id = $1", [poll.pollId]);
		expect(await verify(addressOf(poll.pollId))).toMatchObject({ code: 0 });
	});

	test("[V34] is there for everybody once the poll is published, and not before", async () => {
		const poll = await voted("APPROVAL");
		expect((await download(poll.pollId)).status).toBe(404);
		await poll.end();
		expect((await download(poll.pollId)).status).toBe(200);
		expect((await download(poll.pollId.toUpperCase())).status).toBe(200);
	});

	test("[V34] of a poll that is not public is for those who may see its session", async () => {
		const { pollId } = await published("APPROVAL", false);
		const cookieOf = async (personId: string) => {
			const signIn = await house.rooms.people.openSignIn(personId, { signInId: null, userAgent: null });
			return `crossroads=${signIn?.token}`;
		};
		const elsewhere = await recordPlace(database());
		const stranger = await recordDelegate(database(), elsewhere, 0);
		const answers = await Promise.all([
			download(pollId),
			download(pollId, { cookie: await cookieOf(stranger) }),
			download(pollId, { cookie: await cookieOf(delegates[0] as string) }),
		]);
		expect(answers.map(({ status }) => status)).toEqual([404, 404, 200]);
	});

	test("[60] names nobody who was erased meanwhile, and is believed all the same", async () => {
		const { pollId } = await published("YES_NO_ABSTAIN");
		const erased = delegates[5] as string;
		const [person] = await database().query<{ name: string }>("select name from person where id = $1", [
			erased,
		]);
		await database().query("update person set erased_at = now() where id = $1", [erased]);
		const text = String(await boardOf(pollId));
		await database().query("update person set erased_at = null where id = $1", [erased]);
		expect(text).not.toContain(person?.name);
		expect(text).toContain(erased);
		expect(await verify(addressOf(pollId))).toMatchObject({ code: 0 });
	});

	test("what is not there, and what cannot be, get the same answer", async () => {
		const answers = await Promise.all(
			[randomUUID(), "1", "%00", "'; drop table poll"].map((id) => download(encodeURIComponent(id))),
		);
		const told = await Promise.all(answers.map(async (answer) => [answer.status, await answer.text()]));
		expect(new Set(told.map(String)).size).toBe(1);
		expect(told[0]?.[0]).toBe(404);
	});

	test("is sent again only when it changed", async () => {
		const { pollId } = await published("SINGLE_CHOICE");
		const first = await download(pollId);
		expect(first.headers.get("content-type")).toBe("application/json; charset=utf-8");
		const etag = first.headers.get("etag") as string;
		const again = await download(pollId, { "if-none-match": etag });
		expect([again.status, await again.text()]).toEqual([304, ""]);
		expect((await download(pollId, { "if-none-match": '"another"' })).status).toBe(200);
	});

	test("is signed by the key that the server shows", async () => {
		const answer = await fetch(`${address}/.well-known/crossroads-board-key`);
		expect(await answer.text()).toBe(`${house.rooms.voting.boardKey}\n`);
	});
});
