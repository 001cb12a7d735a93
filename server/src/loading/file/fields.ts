import { z } from "zod";

/** One line or several, 1 to `longest` characters, nothing that a screen cannot show. */
export function text(longest: number) {
	return z
		.string()
		.min(1, "is empty")
		.max(longest, `is longer than ${longest} characters`)
		.refine((value) => value.trim() === value, "begins or ends with a space")
		.refine((value) => value.isWellFormed() && !/[^\P{Cc}\n]/u.test(value), "holds a control character");
}

/** The words for a value that is not what it must be, or is not there at all. */
export function orMissing(words: string) {
	return {
		error: ({ input }: { readonly input?: unknown }) => (input === undefined ? "is missing" : words),
	};
}

/** A name or a title. */
export const name = text(300);
/** A few paragraphs. */
export const prose = text(5_000);
/** A code, such as "etterbeek" or "fourth-event". */
export const code = z
	.string()
	.regex(/^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$/u, "is no code (letters, digits, hyphens)")
	.max(60);
/** A language, BCP 47. */
export const language = z
	.string()
	.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "is no language (BCP 47, such as fr)");
/** A day of the calendar, as "2018-03-14". */
export const day = z.iso.date(orMissing("is no day of the calendar (YYYY-MM-DD)"));
/** A place in a list, from 1. */
export const order = z.int(orMissing("is no whole number")).min(1, "is less than 1").max(10_000);
/** Every object may say something to people. */
export const comment = { $comment: z.unknown().optional() };

/** Null or left out: nobody knows. */
export function unknownOr<T extends z.ZodType>(type: T) {
	return type.nullable().default(null as never);
}

/** A time zone, IANA. */
export const timeZone = z.string().refine(isTimeZone, "is no time zone (IANA, such as Europe/Brussels)");

function isTimeZone(value: string): boolean {
	try {
		return new Intl.DateTimeFormat("en", { timeZone: value }) !== null;
	} catch {
		return false;
	}
}
