import { canonicalJson } from "@crossroads/shared";
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../http/index.ts";
import { refusalOf } from "../../people/graphql/index.ts";
import { may, type Viewer } from "../../people/index.ts";
import type { DraftingRooms } from "./DraftingRooms.ts";
import { type DraftAuthorView, DraftHistoryView, DraftThenView } from "./historyViews.ts";
import { RestoreDraftPayload } from "./payloads.ts";

/** What a draft was, for those with any role in the network. */
@Resolver()
export class DraftHistoryResolver {
	constructor(private readonly rooms: DraftingRooms) {}

	@Query(() => DraftHistoryView, {
		nullable: true,
		description: "When somebody wrote in a draft, for the members of its network.",
	})
	async draftHistory(
		@Arg("draftId", () => ID, { description: "The draft." }) draftId: string,
		@Arg("first", () => Int, { description: "So many moments, at most 200." }) first: number,
		@Arg("before", () => String, { nullable: true, description: "The `older` of the page before." })
		before: string | null,
		@Ctx() { viewer }: RequestContext<Viewer>,
	): Promise<DraftHistoryView | null> {
		if (!(await this.#mayRead(draftId, viewer))) return null;
		const page = await this.rooms.drafting.historyOf(draftId, { first, before: before ?? null });
		const ids = page.moments.flatMap(({ shares }) => shares.map(({ personId }) => personId));
		const authorOf = await this.#authors(ids);
		const moments = page.moments.map(({ shares, ...moment }) => ({
			...moment,
			writers: shares.map(({ personId, size }) => authorOf(personId, size)),
		}));
		return { moments, older: page.older };
	}

	@Query(() => DraftThenView, {
		nullable: true,
		description: "A draft as it was at a cursor, and who wrote what of it; null: there is no such moment.",
	})
	async draftAt(
		@Arg("draftId", () => ID, { description: "The draft." }) draftId: string,
		@Arg("cursor", () => String, { description: "Of a moment of its history, or of a push." }) cursor: string,
		@Ctx() { viewer }: RequestContext<Viewer>,
	): Promise<DraftThenView | null> {
		if (!(await this.#mayRead(draftId, viewer))) return null;
		const then = await this.rooms.drafting.draftThen(draftId, cursor);
		if (!then) return null;
		const sizes = new Map<string | null, number>();
		for (const { author, length } of then.runs) sizes.set(author, (sizes.get(author) ?? 0) + length);
		const order = [...sizes].sort(([, one], [, other]) => other - one);
		const authorOf = await this.#authors([...sizes.keys()]);
		const indexOf = new Map(order.map(([personId], index) => [personId, index]));
		return {
			at: then.at,
			document: canonicalJson(then.document),
			runs: then.runs.map(({ author, length }) => ({ length, author: indexOf.get(author) ?? 0 })),
			authors: order.map(([personId, size]) => authorOf(personId, size)),
		};
	}

	@Mutation(() => RestoreDraftPayload, {
		description: "Makes a draft's text what it was at a cursor, as a new edit of the viewer.",
	})
	async restoreDraft(
		@Arg("draftId", () => ID, { description: "The draft." }) draftId: string,
		@Arg("cursor", () => String, { description: "Of a moment of its history." }) cursor: string,
		@Ctx() { viewer }: RequestContext<Viewer>,
	): Promise<RestoreDraftPayload> {
		const restored = await this.rooms.drafting.restoreDraft(viewer, { draftId, cursor });
		if (restored.refusal !== null) return { cursor: null, refusal: refusalOf(restored.refusal) };
		return { cursor: restored.cursor, refusal: null };
	}

	async #mayRead(draftId: string, viewer: Viewer): Promise<boolean> {
		const networkId = await this.rooms.drafting.networkOf(draftId);
		return networkId !== null && may(viewer, "draft:read", { networkId });
	}

	/** Names each person once, however often they wrote. */
	async #authors(ids: readonly (string | null)[]) {
		const known = await this.rooms.drafting.authorsOf(ids.filter((id) => id !== null));
		return (personId: string | null, size: number): DraftAuthorView => {
			const { name = null, colour = null } = (personId && known.get(personId)) || {};
			return { personId, name, colour, size };
		};
	}
}
