// Each has a contrast of at least 4.5 : 1 with white, and with the paper it is drawn on; hues apart in the circle.
const colours = [
	"#a4262c",
	"#8a5300",
	"#5f6b00",
	"#2b6e2f",
	"#00705f",
	"#006a8e",
	"#2a5bd7",
	"#5b45c9",
	"#8736b5",
	"#b02184",
	"#6d5147",
	"#4d5d6c",
] as const;

/** The person's colour in every draft: always the same one, of twelve that are legible under white letters. */
export function colourOf(personId: string): string {
	let sum = 0;
	for (const character of personId) sum = (sum * 31 + character.charCodeAt(0)) >>> 0;
	return colours[sum % colours.length] as string;
}
