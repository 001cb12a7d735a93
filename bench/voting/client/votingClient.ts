import { obey } from "../../client/obey.ts";
import { Voters } from "./Voters.ts";
import type { VotingCommands } from "./VotingTarget.ts";
import { storm, vote } from "./voting.ts";

/** The load client: a process of its own that does what it is told over its channel to the benchmark. */

let voters: Voters | null = null;

function present(): Voters {
	if (!voters) throw new Error("nobody has entered");
	return voters;
}

const commands: VotingCommands = {
	async enter(place) {
		voters = await Voters.enter(place);
	},
	watch: (watched) => present().watch(watched),
	vote: (order) => vote(present(), order),
	storm: (order) => storm(present(), order),
	async leave() {
		voters?.leave();
		voters = null;
	},
};

obey(commands);
