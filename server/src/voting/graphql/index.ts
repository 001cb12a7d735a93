import { CastBallotPayloadResolver } from "./CastBallotPayloadResolver.ts";
import { PaperResolver } from "./PaperResolver.ts";
import { PollBoxOfPollResolver, PollBoxResolver } from "./PollBoxResolver.ts";
import { PollResolver } from "./PollResolver.ts";
import { PollResultResolver } from "./PollResultResolver.ts";
import { ProxyResolver } from "./ProxyResolver.ts";
import { ScreenPollResolver, SessionPollsResolver, VersionPollsResolver } from "./pollLinks.ts";
import { SecretPollResolver } from "./SecretPollResolver.ts";
import { VotingResolver } from "./VotingResolver.ts";
import type { VotingRooms } from "./VotingRooms.ts";
import { WeightResolver } from "./WeightResolver.ts";

export { votingStreams } from "./streams.ts";
export { countView } from "./viewOf.ts";
export { CountResultView } from "./views/CountResult.ts";
export { DecisionRuleKind, PollMethod } from "./views/enums.ts";
export { ThresholdView } from "./views/rule.ts";

/** The room's resolvers, for the house to register. */
export function votingResolvers(rooms: VotingRooms): object[] {
	const { voting } = rooms;
	return [
		new VotingResolver(voting),
		new CastBallotPayloadResolver(voting),
		new PollResolver(rooms),
		new PollResultResolver(voting),
		new ProxyResolver(rooms),
		new PollBoxOfPollResolver(voting),
		new PollBoxResolver(voting),
		new SecretPollResolver(voting),
		new WeightResolver(rooms),
		new PaperResolver(rooms),
		new SessionPollsResolver(voting),
		new ScreenPollResolver(voting),
		new VersionPollsResolver(voting),
	];
}
