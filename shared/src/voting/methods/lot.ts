import { answerText } from "../answer.ts";
import type { WeightedBallot } from "./ballots.ts";

/**
 * What a poll's lots hang on, as text: its sha-256 (hex) is the seed. It can be computed by anybody afterwards and by
 * nobody before the last ballot is in: the poll's id, then a line `weight answer` for each ballot, sorted.
 */
export function lotText(pollId: string, ballots: readonly WeightedBallot[]): string {
	const lines = ballots.map(({ answer, weight }) => `${weight} ${answerText(answer)}\n`);
	return `${pollId}\n${lines.sort().join("")}`;
}

/**
 * The places 0, 1, …, size - 1 in the order that the seed draws: the permutation whose number, in the order of
 * dictionaries, is the seed modulo size factorial. Throws RangeError if the seed is no hexadecimal number.
 */
export function lotOrder(size: number, seed: string): readonly number[] {
	if (!/^[0-9a-f]+$/.test(seed)) throw new RangeError("a lot needs a seed of hexadecimal digits");
	const places = Array.from({ length: size }, (_, place) => place);
	let factorial = places.reduce((product, place) => product * BigInt(place + 1), 1n);
	let number = BigInt(`0x${seed}`) % factorial;
	const order: number[] = [];
	for (let left = size; left > 0; left--) {
		factorial /= BigInt(left);
		order.push(...places.splice(Number(number / factorial), 1));
		number %= factorial;
	}
	return order;
}
