import type { NetworkRoom } from "../../network/index.ts";
import type { ProgrammeRoom } from "../../programme/index.ts";
import type { RecommendationsRoom } from "../../recommendations/index.ts";
import type { VotingRoom } from "../index.ts";

/** What this room's resolvers ask of the house's rooms. */
export interface VotingRooms {
	readonly voting: VotingRoom;
	readonly network: { readonly shelf: Pick<NetworkRoom["shelf"], "partner"> };
	readonly programme: { readonly shelf: Pick<ProgrammeRoom["shelf"], "session"> };
	readonly recommendations: { readonly shelf: Pick<RecommendationsRoom["shelf"], "version"> };
}
