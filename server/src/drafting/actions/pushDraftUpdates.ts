import { isUuid, type RefusalCode } from "@crossroads/shared";
import type { Viewer } from "../../people/index.ts";
import { judgeUpdates } from "../domain/judgeUpdates.ts";
import { hasRoom, isWritable, mayBeDear, refusalOfSize } from "../domain/pushRules.ts";
import type { UpdateFacts } from "../domain/UpdateFacts.ts";
import type { LockedStanding, Pushed } from "../ports.ts";
import type { DraftingWorld } from "./DraftingWorld.ts";
import { refusalOfWriter } from "./refusalOfWriter.ts";

/** What a browser hands in. */
export interface PushWish {
	readonly draftId: string;
	/** A UUID that the browser made for these updates; handed in again after a lost answer, it has no second effect. */
	readonly pushId: string;
	readonly updates: readonly Uint8Array[];
}

/**
 * Stores updates of a draft, all or none, and answers after the commit [D1]. The updates are looked at before anything
 * is stored [D6, D7, D12]; who may write is decided before that; whether the draft may still be written at all, and
 * whether the updates follow from what it holds, inside the transaction [D5, D11]. Pushes handed in one after the
 * other are stored in that order, unless one has to be tried out first. A fault (the database is away) is thrown:
 * nothing is stored then.
 */
export async function pushDraftUpdates(
	world: DraftingWorld,
	viewer: Viewer,
	wish: PushWish,
): Promise<Pushed> {
	const { personId, signInId } = viewer;
	if (personId === null) return { refusal: "not-signed-in" };
	const refusal = (await refusalOfWriter(world, viewer, wish.draftId)) ?? refusalOfSize(wish.updates);
	if (refusal) return { refusal };
	const facts = isUuid(wish.pushId) ? factsOf(world, wish.updates) : "invalid-input";
	if (typeof facts === "string") return { refusal: facts };
	if (mayBeDear(facts) && !(await isFair(world, wish))) return { refusal: "update-too-large" };
	return world.log.append({
		...wish,
		facts,
		personId,
		signInId,
		at: world.clock(),
		admit: (draft) => refusalOfDraft(draft, wish.updates),
		judge: (known) => judgeUpdates(facts, known, { personId, signInId }),
	});
}

function factsOf(
	{ texts }: DraftingWorld,
	updates: readonly Uint8Array[],
): readonly UpdateFacts[] | RefusalCode {
	const facts: UpdateFacts[] = [];
	for (const update of updates) {
		const found = texts.inspect(update);
		if (!found) return "update-invalid";
		facts.push(found);
	}
	return facts;
}

async function isFair({ log, texts, warn }: DraftingWorld, { draftId, updates }: PushWish): Promise<boolean> {
	const [stored] = await log.load([draftId]);
	const isFairPush = await texts.isFair(stored?.updates ?? [], updates);
	if (!isFairPush) warn({ draftId }, "A push would take too much time of everybody who reads the draft.");
	return isFairPush;
}

function refusalOfDraft(draft: LockedStanding, updates: readonly Uint8Array[]): RefusalCode | null {
	if (!isWritable(draft)) return "draft-is-read-only";
	return hasRoom(draft.bytes, updates) ? null : "update-too-large";
}
