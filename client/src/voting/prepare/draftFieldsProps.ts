import type { PollDraft } from "./pollDraft.ts";

/** What every part of the form gets: the whole draft, and whom to give it back changed. */
export interface DraftFieldsProps {
	draft: PollDraft;
	onChange(draft: PollDraft): void;
}
