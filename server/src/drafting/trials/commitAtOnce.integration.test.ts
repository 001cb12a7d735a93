import { randomUUID } from "node:crypto";
import { draftRoot } from "@crossroads/shared";
import { expect, test } from "vitest";
import type { Database } from "../../database/index.ts";
import { describeWithDatabase } from "../../database/testing/testDatabase.ts";
import type { Viewer } from "../../people/index.ts";
import { draftingEntities } from "../index.ts";
import type { Pushed } from "../ports.ts";
import { aDraftingRoom } from "../testing/aDraftingRoom.ts";
import { buildDraftWorld } from "../testing/draftWorld.ts";
import { withQuery } from "../testing/withQuery.ts";
import { paragraphsIn, type Typist, typistAt } from "../testing/writtenText.ts";

let plantings = 0;

/** A database in which this comparison is left out of the function that writes. */
async function without(database: Database, comparison: string, what = "true"): Promise<Database> {
	const [found] = await database.query<{ source: string }>(
		"select pg_get_functiondef('append_to_draft'::regproc) as source",
	);
	expect(found?.source).toContain(comparison);
	const planted = `planted_${++plantings}`;
	await database.query(
		(found as { source: string }).source.replace(comparison, what).replace("public.append_to_draft", planted),
	);
	return withQuery(database, (text, ...more) =>
		database.query(text.replace("append_to_draft", planted), ...more),
	);
}

describeWithDatabase(
	"what is remembered of a draft is compared with what it is",
	draftingEntities,
	(database) => {
		/** A writer at a room that has written twice already, and so remembers. */
		async function aDesk(over: Database = database()) {
			const world = await buildDraftWorld(database());
			const room = aDraftingRoom(over);
			const ana = world.writers[0] as Viewer;
			const typist = await typistAt(room, ana, world.draftId);
			const push = (updates: readonly Uint8Array[], viewer = ana, pushId: string = randomUUID()) =>
				room.pushDraftUpdates(viewer, { draftId: world.draftId, pushId, updates });
			for (const line of ["one", "two"]) await push([typist.writeParagraph(line)]);
			const text = async () =>
				paragraphsIn((await aDraftingRoom(database()).readLog(world.draftId, null))?.updates ?? []);
			return { ...world, room, ana, typist, push, text };
		}

		/** Takes no clock: nothing but its id tells that it was there. */
		const deletion = (typist: Typist) => {
			typist.doc.getXmlFragment(draftRoot).delete(0, 1);
			return [typist.updates.at(-1) as Uint8Array];
		};

		const guards: readonly {
			readonly name: string;
			readonly comparison: string;
			/** What happens behind the room's back, and the push that must be told of it. */
			readonly happens: (desk: Awaited<ReturnType<typeof aDesk>>) => Promise<() => Promise<unknown>>;
			readonly answer: unknown;
		}[] = [
			{
				name: "[D5] its recommendation was tabled",
				comparison: "r.state = its_state",
				happens: async ({ push, typist, recommendationId }) => {
					await database().query("update recommendation set state = 'TABLED' where id = $1", [
						recommendationId,
					]);
					return () => push([typist.writeParagraph("late")]);
				},
				answer: { refusal: "draft-is-read-only" },
			},
			{
				name: "[D11] its client id went over to another sign-in of the same person",
				comparison: "sign_in_id is not distinct from sign_ins[i]",
				happens: async ({ push, typist, draftId, ana }) => {
					const heldClientIds = [typist.doc.clientID];
					await aDraftingRoom(database()).openDraft(
						{ ...ana, signInId: randomUUID() },
						{ draftId, heldClientIds },
					);
					return () => push([typist.writeParagraph("late")]);
				},
				answer: { refusal: "client-id-not-yours" },
			},
			{
				name: "[D11] its client ids went on, though the draft seems to be where it was",
				comparison: "clock = clocks[i]",
				happens: async ({ push, typist, draftId }) => {
					await database().query("update draft_client set clock = clock + 7 where draft_id = $1", [draftId]);
					return () => push([typist.writeParagraph("late")]);
				},
				answer: { refusal: "update-conflicts" },
			},
			{
				name: "a backup has replaced the database, which stands at the same number",
				comparison: "d.mark = its_mark",
				happens: async ({ push, typist, draftId }) => {
					await database().query("update draft set mark = 'b' where id = $1", [draftId]);
					await database().query("update draft_client set clock = 0 where draft_id = $1", [draftId]);
					return () => push(deletion(typist));
				},
				answer: { refusal: "update-out-of-order" },
			},
		];

		for (const { name, comparison, happens, answer } of guards) {
			test(`${name}: the push is refused`, async () => {
				expect(await (await happens(await aDesk()))()).toEqual(answer);
			});

			test(`twin: without the comparison, where ${name}, it would be stored`, async () => {
				const desk = await aDesk(await without(database(), comparison));
				expect(await (await happens(desk))()).toMatchObject({ refusal: null });
			});
		}

		test("[D3] a push that was known before is answered alike, also one that takes no clocks; twin", async () => {
			const forgetful = await without(
				database(),
				"exists (select from draft_update where draft_id = its_id and push_id = pushes[i])",
				"false",
			);
			for (const [over, isOne] of [
				[database(), true],
				[forgetful, false],
			] as const) {
				const { push, typist, ana } = await aDesk(over);
				const [gone, pushId] = [deletion(typist), randomUUID()];
				const first = await push(gone, ana, pushId);
				await push([typist.writeParagraph("three")]);
				const again = await push(gone, ana, pushId);
				expect(JSON.stringify(again) === JSON.stringify(first)).toBe(isOne);
			}
		});

		test("[D4] two instances that write in turn store everything once, in order", async () => {
			const { draftId, room, push, typist, text, writers } = await aDesk();
			const [other, bo] = [aDraftingRoom(database()), writers[1] as Viewer];
			const otherTypist = await typistAt(other, bo, draftId);
			otherTypist.hear((await room.readLog(draftId, null))?.updates ?? []);
			const pushes: Promise<Pushed>[] = [];
			for (let turn = 0; turn < 20; turn += 1) {
				pushes.push(push([typist.writeParagraph(`a${turn}`)]));
				const wish = { draftId, pushId: randomUUID(), updates: [otherTypist.writeParagraph(`b${turn}`)] };
				pushes.push(other.pushDraftUpdates(bo, wish));
				if (turn % 3 > 0) await Promise.all(pushes);
			}
			for (const pushed of await Promise.all(pushes)) expect(pushed).toMatchObject({ refusal: null });
			const written = await text();
			expect(written).toHaveLength(42);
			expect(new Set(written).size).toBe(42);
			const [row] = await database().query("select last_seq::int as last from draft where id = $1", [
				draftId,
			]);
			expect(row).toEqual({ last: 42 });
		});

		test("[D1] where the answer of a commit is lost, nothing is acknowledged, readers are told to look, and a repeat is known", async () => {
			let isLost = false;
			const over = withQuery(database(), async <Row>(text: string, ...more: [(readonly unknown[])?]) => {
				const rows = await database().query<Row>(text, ...more);
				if (isLost && text.includes("append_to_draft")) throw new Error("Connection terminated");
				return rows;
			});
			const announced: string[] = [];
			const world = await buildDraftWorld(database());
			const seen: { topic: string }[] = [];
			const room = aDraftingRoom(over, {
				announce: (topic) => announced.push(topic),
				append: (topic) => seen.push({ topic }),
			});
			const ana = world.writers[0] as Viewer;
			const typist = await typistAt(room, ana, world.draftId);
			const push = (updates: readonly Uint8Array[], pushId: string = randomUUID()) =>
				room.pushDraftUpdates(ana, { draftId: world.draftId, pushId, updates });
			await push([typist.writeParagraph("one")]);
			const [lost, pushId] = [[typist.writeParagraph("two")], randomUUID()];
			isLost = true;
			await expect(push(lost, pushId)).rejects.toThrow("Connection terminated");
			isLost = false;
			expect(seen).toHaveLength(1);
			expect(announced).toEqual([`draft:${world.draftId}`]);
			expect(await push(lost, pushId)).toMatchObject({
				refusal: null,
				cursor: expect.stringMatching(/\.2$/),
			});
			expect(paragraphsIn((await room.readLog(world.draftId, null))?.updates ?? [])).toEqual(["one", "two"]);
		});
	},
);
