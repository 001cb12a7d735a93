import type { Secrecy as SecrecyName } from "@crossroads/shared";
import { Field, ID, InputType, Int } from "type-graphql";
import { PollMethod, Secrecy, ThresholdBase, ThresholdKind } from "./enums.ts";
import { PollBoxInput } from "./PollBox.ts";

@InputType({ description: "A poll to be prepared." })
export class CreatePollInput {
	@Field(() => ID, { description: "The session in which it will be held." })
	sessionId!: string;

	@Field(() => ID, {
		nullable: true,
		description: "The agenda item it belongs to; null: the one that is current when it opens.",
	})
	agendaItemId?: string | null;

	@Field(() => ID, {
		nullable: true,
		description:
			"The tabled version that it decides on, by yes and no or by consent; null: it decides on nothing but its question.",
	})
	recommendationVersionId?: string | null;

	@Field(() => String, { description: "What is asked; at most 1,000 characters." })
	question!: string;

	@Field(() => PollMethod, {
		nullable: true,
		defaultValue: "YES_NO_ABSTAIN",
		description: "How it is answered and counted.",
	})
	method?: PollMethod | null;

	@Field(() => [String], {
		nullable: true,
		description:
			"The options' labels, in their order: 2 to 26 different ones of at most 200 characters. None for yes and no and for consent.",
	})
	options?: string[] | null;

	@Field(() => Int, {
		nullable: true,
		description: "SINGLE_TRANSFERABLE_VOTE, and there needed: how many are elected.",
	})
	seats?: number | null;

	@Field(() => Int, {
		nullable: true,
		description: "MULTIPLE_CHOICE, and there needed: how many options a voter may choose at most.",
	})
	mostChosen?: number | null;

	@Field(() => Int, {
		nullable: true,
		description: "DOTS, and there needed: how many dots a voter may distribute at most, 1 to 100.",
	})
	dots?: number | null;

	@Field(() => Int, { nullable: true, defaultValue: 1, description: "The quorum's numerator; 0: no quorum." })
	quorumNumerator?: number | null;

	@Field(() => Int, { nullable: true, defaultValue: 2, description: "The quorum's denominator, 1 to 1,000." })
	quorumDenominator?: number | null;

	@Field(() => Int, {
		nullable: true,
		defaultValue: 0,
		description: "The numerator of the quorum of cities on the list; 0: no such quorum.",
	})
	quorumOfCitiesNumerator?: number | null;

	@Field(() => Int, {
		nullable: true,
		defaultValue: 1,
		description: "The denominator of the quorum of cities, 1 to 1,000.",
	})
	quorumOfCitiesDenominator?: number | null;

	@Field(() => Boolean, {
		nullable: true,
		defaultValue: false,
		description: "Whether both quorums must hold again when the poll closes.",
	})
	holdsQuorumAtClosing?: boolean | null;

	@Field(() => ThresholdKind, {
		nullable: true,
		description:
			"How much must be for it; null: SIMPLE for yes and no, CONSENT for consent, else NONE. Shares of the votes are for yes and no, consent, choices and approval.",
	})
	threshold?: ThresholdKind | null;

	@Field(() => ThresholdBase, {
		nullable: true,
		defaultValue: "CAST",
		description: "Of what a share is taken; only where the threshold is one.",
	})
	thresholdBase?: ThresholdBase | null;

	@Field(() => Boolean, {
		nullable: true,
		defaultValue: false,
		description:
			"Whether abstentions count in the base, and so against; only where the threshold is a share.",
	})
	countsAbstentions?: boolean | null;

	@Field(() => Boolean, {
		nullable: true,
		defaultValue: false,
		description:
			"Whether a majority of the cities is needed besides that of persons; only for yes and no and for consent.",
	})
	needsMajorityOfCities?: boolean | null;

	@Field(() => Boolean, {
		nullable: true,
		defaultValue: false,
		description:
			"Whether a majority of every stakeholder group is needed besides; only for yes and no and for consent.",
	})
	needsMajorityOfEveryGroup?: boolean | null;

	@Field(() => Boolean, {
		nullable: true,
		defaultValue: false,
		description: "Whether a voter may change the ballot until closing.",
	})
	allowsBallotChange?: boolean | null;

	@Field(() => Boolean, {
		nullable: true,
		defaultValue: true,
		description: "Whether the public graph shows it once it was opened.",
	})
	isPublic?: boolean | null;

	@Field(() => Int, {
		nullable: true,
		defaultValue: 0,
		description: "For how many absent delegates one may vote at most, 0 to 100; 0: nobody votes for others.",
	})
	proxyCap?: number | null;

	@Field(() => Secrecy, {
		nullable: true,
		defaultValue: "NAMED",
		description: "Whether ballots are sealed, so that nobody ever sees who voted what.",
	})
	secrecy?: SecrecyName | null;

	@Field(() => PollBoxInput, {
		nullable: true,
		description: "SECRET: the key, where trustees hold it; null: the server holds it.",
	})
	box?: PollBoxInput | null;
}
