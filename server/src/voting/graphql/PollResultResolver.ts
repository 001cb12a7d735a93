import { FieldResolver, Resolver, Root } from "type-graphql";
import type { VotingRoom } from "../index.ts";
import { countView } from "./viewOf.ts";
import { CountResultView } from "./views/CountResult.ts";
import { PollResultView } from "./views/PollResult.ts";

/** The count behind a result: read only where it is asked for. Whoever has the result may see it [V13]. */
@Resolver(() => PollResultView)
export class PollResultResolver {
	constructor(private readonly voting: VotingRoom) {}

	@FieldResolver(() => CountResultView, { description: "What the ballots came to, and how." })
	async count(@Root() { pollId }: PollResultView): Promise<CountResultView> {
		const count = await this.voting.reads.countOf(pollId);
		if (!count) throw new Error("A poll was decided without a count.");
		return countView(count);
	}
}
