/** The class names that are there, in order, separated by a space. */
export function joinClasses(...names: (string | false | null | undefined)[]): string {
	return names.filter(Boolean).join(" ");
}
