/** A join code in two halves, as it is read aloud. */
export function spaced(code: string): string {
	return `${code.slice(0, 4)} ${code.slice(4)}`;
}
