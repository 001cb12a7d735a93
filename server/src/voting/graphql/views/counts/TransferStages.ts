import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import { TransferKind } from "../enums.ts";
import { OptionVotesView } from "./OptionVotes.ts";

@ObjectType("TransferLot", {
	simpleResolvers: true,
	description: "A lot among options that were level at every stage.",
})
export class TransferLotView {
	@Field(() => [ID], { description: "Among whom." })
	tied!: readonly string[];

	@Field(() => ID, { description: "Who goes first, or is excluded." })
	chosen!: string;
}

@ObjectType("TransferStage", { simpleResolvers: true, description: "A stage of a transferable vote." })
export class TransferStageView {
	@Field(() => TransferKind, { description: "What it did." })
	kind!: keyof typeof TransferKind;

	@Field(() => ID, { nullable: true, description: "Whose surplus or exclusion; null in the first stage." })
	from!: string | null;

	@Field(() => [OptionVotesView], {
		description:
			"At its end: every option in the poll's order, in hundred-thousandths of a vote. Who is excluded has 0.",
	})
	votes!: readonly OptionVotesView[];

	@Field(() => Float, { description: "Hundred-thousandths of a vote that went to nobody so far." })
	nonTransferable!: number;

	@Field(() => [ID], { description: "Who was elected at its end, in order." })
	elected!: readonly string[];

	@Field(() => [TransferLotView], { description: "The lots drawn in it; mostly none." })
	lots!: readonly TransferLotView[];
}

@ObjectType("TransferStages", {
	simpleResolvers: true,
	description: "Single transferable vote by the Scottish rules, stage by stage.",
})
export class TransferStagesView {
	readonly kind!: "TRANSFER_STAGES";

	@Field(() => Int, { description: "How many whole votes elect." })
	quota!: number;

	@Field(() => [TransferStageView], { description: "In their order." })
	stages!: readonly TransferStageView[];
}
