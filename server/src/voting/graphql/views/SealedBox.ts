import { Field, ID, InputType, ObjectType } from "type-graphql";

@ObjectType("SealedBoxPart", { simpleResolvers: true, description: "A part of a closed secret poll's box." })
export class SealedBoxPartView {
	@Field(() => ID, { description: "Its name." })
	key!: string;

	@Field(() => [String], {
		description: "Its ballots, base64 (URL-safe, no padding), in the order of their bytes.",
	})
	sealed!: readonly string[];
}

@ObjectType("PassedShare", {
	simpleResolvers: true,
	description: "A trustee's share that was passed on to you.",
})
export class PassedShareView {
	@Field(() => ID, { description: "The trustee whose share it is." })
	trusteeId!: string;

	@Field(() => String, { description: "The share, sealed for your key; base64." })
	sealedShare!: string;
}

@ObjectType("SealedBox", {
	simpleResolvers: true,
	description: "What a trustee needs to open a closed poll's box.",
})
export class SealedBoxView {
	@Field(() => [SealedBoxPartView], {
		description: "One, or one for each partner, group or both where the rule asks for their majorities.",
	})
	parts!: readonly SealedBoxPartView[];

	@Field(() => [PassedShareView], { description: "The shares that were passed on to you." })
	shares!: readonly PassedShareView[];
}

@InputType({ description: "A ballot that nobody sealed as is right, with what shows it." })
export class FaultyInput {
	@Field(() => String, { description: "The sealed ballot; base64." })
	sealed!: string;

	@Field(() => String, {
		nullable: true,
		description: "The point that the poll's key makes of the ballot's; null: the ballot's key is none.",
	})
	point?: string | null;

	@Field(() => String, { nullable: true, description: "The challenge of the point's proof." })
	challenge?: string | null;

	@Field(() => String, { nullable: true, description: "The response of the point's proof." })
	response?: string | null;
}

@InputType({ description: "A part of the box as it was opened." })
export class OpenedPartInput {
	@Field(() => ID, { description: "The part's name." })
	key!: string;

	@Field(() => String, {
		description:
			"The plaintexts of its ballots, sorted, one after the other in one base64 text (URL-safe, no padding).",
	})
	plaintexts!: string;

	@Field(() => [FaultyInput], { description: "The ballots that have no plaintext." })
	faulty!: FaultyInput[];
}

@InputType({ description: "What was in the box of a closed secret poll." })
export class OpenBoxInput {
	@Field(() => ID, { description: "The poll." })
	pollId!: string;

	@Field(() => [OpenedPartInput], { description: "Every part of the box." })
	parts!: OpenedPartInput[];
}
