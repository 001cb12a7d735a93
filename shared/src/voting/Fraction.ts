/** An exact share between nothing (0/1) and everything (1/1), in whole numbers. */
export interface Fraction {
	readonly numerator: number;
	readonly denominator: number;
}

/** The largest denominator of a rule: products with any head count stay exact in a JavaScript number. */
const GREATEST_DENOMINATOR = 1_000;

/** Whether the two numbers are a share that a rule may ask for: 0 ≤ numerator ≤ denominator ≤ 1,000. */
export function isFraction({ numerator, denominator }: Fraction): boolean {
	if (!Number.isInteger(numerator) || !Number.isInteger(denominator)) return false;
	return (
		denominator >= 1 && denominator <= GREATEST_DENOMINATOR && numerator >= 0 && numerator <= denominator
	);
}

/** The fewest of `of` heads that are at least this share of them: ceil(of × share), exactly. */
export function fewestFor(of: number, share: Fraction): number {
	const product = of * share.numerator;
	const rest = product % share.denominator;
	return (product - rest) / share.denominator + (rest > 0 ? 1 : 0);
}
