import { MOST_OPTIONS } from "@crossroads/shared";

/** A line for an option's label. Its id stays with it wherever it is moved. */
export interface DraftOption {
	readonly id: number;
	readonly label: string;
}

type Options = readonly DraftOption[];

/** The lines of a new poll. */
export const twoEmpty: Options = [
	{ id: 1, label: "" },
	{ id: 2, label: "" },
];

/** The labels that are written, without white space around; empty lines are no options. */
export function labelsOf(options: Options): readonly string[] {
	return options.map(({ label }) => label.trim()).filter((label) => label !== "");
}

/** Whether another line may be added. */
export function mayAddTo(options: Options): boolean {
	return options.length < MOST_OPTIONS;
}

/** With an empty line after the one at this place, or at the end; unchanged where there are as many as there can be. */
export function withLine(options: Options, after = options.length - 1): Options {
	if (!mayAddTo(options)) return options;
	const id = 1 + Math.max(0, ...options.map((option) => option.id));
	return options.toSpliced(after + 1, 0, { id, label: "" });
}

/** Without the line. */
export function withoutLine(options: Options, id: number): Options {
	return options.filter((option) => option.id !== id);
}

/** With the line one place up or down; unchanged at the end of the list. */
export function moved(options: Options, id: number, by: -1 | 1): Options {
	const place = options.findIndex((option) => option.id === id);
	const [line, other] = [options[place], options[place + by]];
	if (!line || !other) return options;
	return options.with(place, other).with(place + by, line);
}

/** With another label. */
export function labelled(options: Options, id: number, label: string): Options {
	return options.map((option) => (option.id === id ? { ...option, label } : option));
}
