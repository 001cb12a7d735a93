import { documentText, isEmptyDocument, isUuid, type RefusalCode } from "@crossroads/shared";
import { may, type Viewer } from "../../people/index.ts";
import { take } from "../domain/lifecycle.ts";
import { versionContent } from "../domain/versionContent.ts";
import type { Recommendation, RecommendationsWorld, Tx, Version } from "../ports.ts";
import { orRefusal, refuse } from "./Refused.ts";
import { topicsOf } from "./topicsOf.ts";

/** What tabling brought about. */
export interface Tabled {
	readonly recommendation: Recommendation;
	readonly version: Version;
	readonly agendaItemId: string;
}

/**
 * REVIEW → TABLED for who runs the session: freezes the text as a version and puts it on the session's agenda, all in
 * one transaction. Locks the recommendation, then the sessions. From the commit on the draft is read-only [R4].
 * Announces the recommendation and every session whose agenda names it [R7].
 */
export async function tableRecommendation(
	world: RecommendationsWorld,
	viewer: Viewer,
	wish: { recommendationId: string; sessionId: string },
): Promise<(Tabled & { refusal: null }) | { refusal: RefusalCode }> {
	if (!isUuid(wish.recommendationId)) return { refusal: "not-found" };
	const session = await world.agenda.shelf.session(wish.sessionId);
	if (!session) return { refusal: "not-found" };
	const { id: sessionId, networkId, eventId } = session;
	if (!may(viewer, "network:read", { networkId })) return { refusal: "not-found" };
	if (!may(viewer, "recommendation:table", { networkId, eventId, sessionId }))
		return { refusal: "not-allowed" };
	const frozenBy = viewer.personId;
	if (frozenBy === null) return { refusal: "not-signed-in" };
	const { recommendationId } = wish;
	const done = await orRefusal(() =>
		world.book.transaction((tx) => table(world, tx, { recommendationId, sessionId, networkId, frozenBy })),
	);
	if (done.refusal !== null) return done;
	for (const topic of done.topics) world.announce(topic);
	const { topics, ...tabled } = done;
	return tabled;
}

interface Tabling {
	readonly recommendationId: string;
	readonly sessionId: string;
	readonly networkId: string;
	readonly frozenBy: string;
}

async function table(
	world: RecommendationsWorld,
	tx: Tx,
	tabling: Tabling,
): Promise<Tabled & { topics: readonly string[] }> {
	const locked = (await world.book.lock(tx, tabling.recommendationId)) ?? refuse("not-found");
	if (locked.networkId !== tabling.networkId) refuse("not-found");
	const taken = take("table", locked.state);
	if (taken.refusal !== null) refuse(taken.refusal);
	const { to } = taken;
	const at = world.clock();
	const version = await freeze(world, tx, locked, { at, frozenBy: tabling.frozenBy });
	const { id: recommendationId, state: from, title } = locked;
	const step = {
		recommendationId,
		from,
		to,
		at,
		personId: tabling.frozenBy,
		versionId: version.id,
		pollId: null,
	};
	await world.book.record(tx, step);
	const { sessionId } = tabling;
	const agendaItemId = await world.agenda.placeOnAgenda(tx, sessionId, recommendationId, title);
	if (agendaItemId === null) refuse("not-found");
	const topics = await topicsOf(world.agenda, tx, recommendationId);
	return { recommendation: { ...locked, state: to }, version, agendaItemId, topics };
}

async function freeze(
	world: RecommendationsWorld,
	tx: Tx,
	{ id: recommendationId, language, title }: Recommendation,
	moment: { at: Date; frozenBy: string },
): Promise<Version> {
	const document = await world.drafts.read(tx, recommendationId, language);
	if (!document || isEmptyDocument(document)) refuse("draft-is-empty");
	const { number } = await world.book.newestVersion(tx, recommendationId);
	return world.book.freeze(tx, {
		recommendationId,
		number: number + 1,
		language,
		title,
		document,
		text: documentText(document),
		contentHash: world.contentHash(versionContent({ language, title, document })),
		frozenAt: moment.at,
		frozenBy: moment.frozenBy,
	});
}
