import { Field, ObjectType } from "type-graphql";
import { RefusalCode } from "./enums.ts";

/** Why something was not done; the field `refusal` of every payload. */
@ObjectType({ description: "Why something that was asked for was not done. Nothing has changed then." })
export class Refusal {
	@Field(() => RefusalCode, { description: "The reason, for the program to choose its words by." })
	readonly code: RefusalCode;

	constructor(code: RefusalCode) {
		this.code = code;
	}
}

/** The value of a payload's field `refusal`. */
export function refusalOf(code: RefusalCode | null): Refusal | null {
	return code ? new Refusal(code) : null;
}
