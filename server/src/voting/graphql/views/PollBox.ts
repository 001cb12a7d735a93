import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { Refusal } from "../../../people/graphql/index.ts";
import type { BoxHolder as HolderName } from "../../index.ts";
import { BoxHolder } from "./enums.ts";

@ObjectType("PollTrustee", {
	simpleResolvers: true,
	description: "One of those who hold a secret poll's key together.",
})
export class PollTrusteeView {
	@Field(() => ID, { description: "The person." })
	personId!: string;

	@Field(() => String, { description: "The person's name." })
	name!: string;

	@Field(() => String, { description: "The trustee's public key, X25519, base64 (URL-safe, no padding)." })
	publicKey!: string;

	@Field(() => Boolean, { description: "Whether the share was passed on to the trustee who opens the box." })
	hasReleased!: boolean;

	@Field(() => String, {
		description: "A hash of the share, by which a wrong one is known for wrong; base64.",
	})
	commitment!: string;
}

@ObjectType("OwnShare", { simpleResolvers: true, description: "Your share of a secret poll's key." })
export class OwnShareView {
	@Field(() => String, { description: "Sealed for your key when the poll was prepared; base64." })
	sealedShare!: string;

	@Field(() => ID, {
		nullable: true,
		description: "For whom you passed it on after closing; null: you did not.",
	})
	openerId!: string | null;
}

@ObjectType("PollBox", {
	description: "The box of a secret poll: what ballots are sealed for, and who can open it.",
})
export class PollBoxView {
	/** Not in the schema. */
	pollId!: string;

	@Field(() => String, { description: "The poll's public key, X25519, base64 (URL-safe, no padding)." })
	publicKey!: string;

	@Field(() => Int, { description: "To how many bytes an answer's text is padded before it is sealed." })
	textBytes!: number;

	@Field(() => BoxHolder, { description: "Who can open it." })
	holder!: HolderName;

	@Field(() => [PollTrusteeView], {
		description: "In the order in which they were named; empty for those who may not see the session.",
	})
	trustees!: readonly PollTrusteeView[];

	@Field(() => Int, { description: "How many trustees open it together; 0: the server does." })
	needed!: number;

	@Field(() => Boolean, { description: "Whether it was opened, and the poll so has a result." })
	isOpened!: boolean;

	@Field(() => PollTrusteeView, {
		nullable: true,
		description:
			"The trustee who opens it: chosen by most of those who passed their share on; null: nobody did.",
	})
	opener!: PollTrusteeView | null;
}

@ObjectType("TrusteeCandidate", { simpleResolvers: true, description: "Somebody who can be made a trustee." })
export class TrusteeCandidateView {
	@Field(() => ID, { description: "The person." })
	personId!: string;

	@Field(() => String, { description: "The person's name." })
	name!: string;

	@Field(() => String, { description: "The person's public key, X25519, base64 (URL-safe, no padding)." })
	publicKey!: string;
}

@InputType({ description: "A trustee's share of a new poll's key." })
export class TrusteeShareInput {
	@Field(() => ID, { description: "The trustee." })
	personId!: string;

	@Field(() => String, { description: "The trustee's public key, for which the share is sealed." })
	publicKey!: string;

	@Field(() => String, { description: "The share, sealed; base64." })
	sealedShare!: string;

	@Field(() => String, { description: "A hash of the share; 32 bytes in base64." })
	commitment!: string;
}

@InputType({ description: "A secret poll's key, made and split in a browser." })
export class PollBoxInput {
	@Field(() => ID, {
		description: "A fresh uuid: the new poll's id, together with which the shares are sealed.",
	})
	pollId!: string;

	@Field(() => String, { description: "The poll's public key, X25519, base64 (URL-safe, no padding)." })
	publicKey!: string;

	@Field(() => [TrusteeShareInput], { description: "Two or more." })
	trustees!: TrusteeShareInput[];

	@Field(() => Int, { description: "How many of them open the box together: two or more." })
	needed!: number;
}

@InputType({ description: "A sealed ballot." })
export class CastSealedBallotInput {
	@Field(() => ID, { description: "The secret poll." })
	pollId!: string;

	@Field(() => String, {
		description: "The sealed ballot, base64 (URL-safe, no padding). Sent again, it is the same ballot.",
	})
	sealed!: string;
}

@ObjectType({ description: "The answer to casting a sealed ballot: what it says is committed." })
export class CastSealedBallotPayload {
	@Field(() => String, {
		nullable: true,
		description:
			"The code by which you find the ballot again; it follows from its bytes. Null if it was refused.",
	})
	receipt!: string | null;

	@Field(() => Refusal, { nullable: true, description: "Why it is not in the box; null if it is." })
	refusal!: Refusal | null;
}

@ObjectType({ description: "The answer to setting your key as a trustee." })
export class TrusteeKeyPayload {
	@Field(() => Refusal, { nullable: true, description: "Why it was not set; null if it was." })
	refusal!: Refusal | null;
}

@InputType({ description: "Your share of a closed secret poll's key, passed on." })
export class ReleaseShareInput {
	@Field(() => ID, { description: "The poll." })
	pollId!: string;

	@Field(() => ID, { description: "The trustee who is to open the box." })
	openerId!: string;

	@Field(() => String, { description: "Your share, sealed for that trustee's key; base64." })
	sealedShare!: string;
}
