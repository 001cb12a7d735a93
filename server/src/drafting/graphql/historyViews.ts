import { GraphQLDateTime } from "graphql-scalars";
import { Field, ID, Int, ObjectType } from "type-graphql";

/** Somebody who wrote in a draft. */
@ObjectType("DraftAuthor", { description: "Somebody who wrote in a draft." })
export class DraftAuthorView {
	@Field(() => ID, { nullable: true, description: "The person; null: the text was brought in from outside." })
	personId!: string | null;

	@Field(() => String, { nullable: true, description: "The person's name; null: nobody, or erased." })
	name!: string | null;

	@Field(() => String, { nullable: true, description: "The person's colour in every draft, as #rrggbb." })
	colour!: string | null;

	@Field(() => Int, {
		description:
			"How much of it they wrote: in a moment, bytes of updates, to compare by; in a text, characters.",
	})
	size!: number;
}

/** A minute in which somebody wrote. */
@ObjectType("DraftMoment", { description: "A minute of a draft in which something was written." })
export class DraftMomentView {
	@Field(() => String, {
		description: "The text at the end of this moment: see `draftAt` and `restoreDraft`.",
	})
	cursor!: string;

	@Field(() => GraphQLDateTime, { description: "When the first of it was written." })
	startedAt!: Date;

	@Field(() => GraphQLDateTime, { description: "When the last of it was written." })
	at!: Date;

	@Field(() => Int, { description: "Bytes of updates: a measure to compare moments by." })
	size!: number;

	@Field(() => [DraftAuthorView], { description: "Who wrote, who wrote most first." })
	writers!: readonly DraftAuthorView[];
}

/** A page of a draft's history. */
@ObjectType("DraftHistory", { description: "The moments of a draft, the newest first." })
export class DraftHistoryView {
	@Field(() => [DraftMomentView], { description: "The newest first." })
	moments!: readonly DraftMomentView[];

	@Field(() => String, {
		nullable: true,
		description: "To be asked for as `before`; null: there is nothing older.",
	})
	older!: string | null;
}

/** Characters of one author. */
@ObjectType("DraftRun", { description: "So many characters by one author." })
export class DraftRunView {
	@Field(() => Int, { description: "In UTF-16 units." })
	length!: number;

	@Field(() => Int, { description: "Index of the author in `authors`." })
	author!: number;
}

/** A draft at an earlier moment. */
@ObjectType("DraftThen", { description: "The text of a draft at a moment, and who wrote what of it." })
export class DraftThenView {
	@Field(() => GraphQLDateTime, { description: "When the last of it was written." })
	at!: Date;

	@Field(() => String, {
		description: "ProseMirror JSON, with nothing in it but what a draft may contain (shared/drafting).",
	})
	document!: string;

	@Field(() => [DraftRunView], {
		description: "Over the characters of all text nodes of the document, in order.",
	})
	runs!: readonly DraftRunView[];

	@Field(() => [DraftAuthorView], { description: "Who wrote most first." })
	authors!: readonly DraftAuthorView[];
}
