import { FieldResolver, Resolver, Root } from "type-graphql";
import type { PublicReads } from "../../index.ts";
import { PublicFinding } from "../views/PublicFinding.ts";
import { PublicInitiative } from "../views/PublicInitiative.ts";
import { PublicPartner } from "../views/PublicPartner.ts";
import { PublicTheme } from "../views/PublicTheme.ts";
import { found, foundOrNull } from "./found.ts";

/** Whose initiative it is, and on what. */
@Resolver(() => PublicInitiative)
export class PublicInitiativeResolver {
	constructor(private readonly reads: PublicReads) {}

	@FieldResolver(() => PublicTheme, { nullable: true, description: "The theme it is on, if it is on one." })
	theme(@Root() { themeId }: PublicInitiative) {
		return foundOrNull("Theme", this.reads.theme, themeId);
	}

	@FieldResolver(() => PublicPartner, { description: "The partner whose initiative it is." })
	partner(@Root() { partnerId }: PublicInitiative) {
		return found("Partner", this.reads.partner, partnerId);
	}
}

/** Where a finding was made. */
@Resolver(() => PublicFinding)
export class PublicFindingResolver {
	constructor(private readonly reads: PublicReads) {}

	@FieldResolver(() => PublicTheme, { description: "The theme it is on." })
	theme(@Root() { themeId }: PublicFinding) {
		return found("Theme", this.reads.theme, themeId);
	}

	@FieldResolver(() => PublicPartner, { nullable: true, description: "The partner who found it." })
	partner(@Root() { partnerId }: PublicFinding) {
		return foundOrNull("Partner", this.reads.partner, partnerId);
	}

	@FieldResolver(() => PublicInitiative, { nullable: true, description: "The initiative that it is about." })
	initiative(@Root() { initiativeId }: PublicFinding) {
		return foundOrNull("Initiative", this.reads.initiative, initiativeId);
	}
}
