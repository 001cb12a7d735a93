interface Name {
	name: string;
	city: string;
}

/** The names of which every typed word begins a word of the name or of the city; accents and case do not matter. In the given order. */
export function namesMatching<N extends Name>(names: readonly N[], typed: string): N[] {
	const wanted = wordsOf(typed);
	return names.filter(({ name, city }) => {
		const words = wordsOf(`${name} ${city}`);
		return wanted.every((want) => words.some((word) => word.startsWith(want)));
	});
}

function wordsOf(text: string): string[] {
	const plain = text.normalize("NFD").replace(/\p{Diacritic}/gu, "");
	return plain
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u)
		.filter(Boolean);
}
