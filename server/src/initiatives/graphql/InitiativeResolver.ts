import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Partner } from "../../network/graphql/index.ts";
import type { NetworkRoom } from "../../network/index.ts";
import type { SignInContext } from "../../people/graphql/index.ts";
import { may } from "../../people/index.ts";
import { Theme } from "../../programme/graphql/index.ts";
import type { ProgrammeRoom } from "../../programme/index.ts";
import type { InitiativesRoom } from "../index.ts";
import { Finding, Initiative, Review } from "./views.ts";

/** The rooms that an initiative's fields lead to. */
export interface InitiativesResolverDeps {
	readonly initiatives: InitiativesRoom;
	readonly network: NetworkRoom;
	readonly programme: ProgrammeRoom;
}

/** An initiative's fields. */
@Resolver(() => Initiative)
export class InitiativeResolver {
	constructor(private readonly rooms: InitiativesResolverDeps) {}

	@FieldResolver(() => Theme, { nullable: true, description: "The theme it belongs to." })
	async theme(@Root() { themeId }: Initiative): Promise<Theme | null> {
		return themeId ? this.rooms.programme.shelf.theme(themeId) : null;
	}

	@FieldResolver(() => Partner, { description: "The partner who tried it out." })
	async partner(@Root() { partnerId }: Initiative): Promise<Partner> {
		return existing(await this.rooms.network.shelf.partner(partnerId));
	}

	@FieldResolver(() => Review, { nullable: true, description: "The panel's review; null: not reviewed yet." })
	review(@Root() { id }: Initiative): Promise<Review | null> {
		return this.rooms.initiatives.shelf.reviewOf(id);
	}

	@FieldResolver(() => Boolean, { description: "Whether the panel's review recommends it to the others." })
	async isGoodPractice(@Root() { id }: Initiative): Promise<boolean> {
		return (await this.rooms.initiatives.shelf.reviewOf(id))?.isRecommended ?? false;
	}
}

/** A finding's fields. */
@Resolver(() => Finding)
export class FindingResolver {
	constructor(private readonly rooms: InitiativesResolverDeps) {}

	@FieldResolver(() => Theme, { description: "The theme it says something about." })
	async theme(@Root() { themeId }: Finding): Promise<Theme> {
		return existing(await this.rooms.programme.shelf.theme(themeId));
	}

	@FieldResolver(() => Partner, { nullable: true, description: "The partner whose panel observed it." })
	async partner(@Root() { partnerId }: Finding): Promise<Partner | null> {
		return partnerId ? this.rooms.network.shelf.partner(partnerId) : null;
	}

	@FieldResolver(() => Initiative, { nullable: true, description: "The initiative where it was observed." })
	async initiative(@Root() { initiativeId }: Finding): Promise<Initiative | null> {
		return initiativeId ? this.rooms.initiatives.shelf.initiative(initiativeId) : null;
	}
}

/** What this room adds to a theme. */
@Resolver(() => Theme)
export class ThemeInitiativesResolver {
	constructor(private readonly rooms: InitiativesResolverDeps) {}

	@FieldResolver(() => [Initiative], { description: "Initiatives on the theme, by partner and title." })
	async initiatives(@Root() { id }: Theme): Promise<Initiative[]> {
		return [...(await this.rooms.initiatives.shelf.initiativesOfTheme(id))];
	}

	@FieldResolver(() => [Finding], { description: "Findings on the theme, by partner." })
	async findings(@Root() { id }: Theme): Promise<Finding[]> {
		return [...(await this.rooms.initiatives.shelf.findingsOfTheme(id))];
	}
}

/** What this room adds to a partner. Partners stand on the projector too: from there nothing leads on [I4]. */
@Resolver(() => Partner)
export class PartnerInitiativesResolver {
	constructor(private readonly rooms: InitiativesResolverDeps) {}

	@FieldResolver(() => [Initiative], {
		description: "The partner's initiatives, by title; none for those without a role in the network.",
	})
	async initiatives(
		@Root() { id, networkId }: Partner,
		@Ctx() { viewer }: SignInContext,
	): Promise<Initiative[]> {
		if (!may(viewer, "network:read", { networkId })) return [];
		return [...(await this.rooms.initiatives.shelf.initiativesOfPartner(id))];
	}
}

function existing<Row>(row: Row | null): Row {
	if (row === null) throw new Error("A row is missing that another row names.");
	return row;
}
