import { StakeholderGroup } from "@crossroads/shared";
import { Ctx, Extensions, FieldResolver, Resolver, Root } from "type-graphql";

import type { SignInContext } from "../../people/graphql/index.ts";
import { may, type Viewer } from "../../people/index.ts";
import type { NetworkRoom } from "../index.ts";
import { Panel, PanelMember } from "./Panel.ts";
import { Partner } from "./Partner.ts";

/** A partner's panel. */
@Resolver(() => Partner)
export class PartnerPanelResolver {
	constructor(private readonly network: NetworkRoom) {}

	@FieldResolver(() => Panel, { description: "Its local panel." })
	async panel(@Root() { id, networkId }: Partner): Promise<Panel> {
		const { history, groups, ...figures } = await this.network.panelOf({ id, networkId });
		return {
			...figures,
			partnerId: id,
			networkId,
			groups: [...groups],
			history: history.map(({ counts, ...moment }) => ({
				...moment,
				counts: Object.values(StakeholderGroup).map((group) => ({ group, count: counts[group] })),
			})),
		};
	}
}

/** The names in a panel. */
@Resolver(() => Panel)
export class PanelResolver {
	constructor(private readonly network: NetworkRoom) {}

	@Extensions({ listSize: 50 })
	@FieldResolver(() => [PanelMember], {
		nullable: true,
		description:
			"All memberships, past ones too; null for those who neither manage the panel nor belong to it.",
	})
	async members(@Root() panel: Panel, @Ctx() { viewer }: SignInContext): Promise<PanelMember[] | null> {
		if (!maySeeNames(viewer, panel)) return null;
		return [...(await this.network.shelf.membersOf(panel.partnerId))];
	}
}

/** [N4] Coordinators who manage the panel, and its members. */
function maySeeNames(viewer: Viewer, { partnerId, networkId }: Panel): boolean {
	const isMember = viewer.roles.some((held) => held.role === "PANEL_MEMBER" && held.partnerId === partnerId);
	return isMember || may(viewer, "panel:manage", { partnerId, networkId });
}
