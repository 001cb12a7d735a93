/** Everything that a locale writes in its own way. Built on `Intl` alone. */
export interface Formats {
	locale: string;
	/** A day (`2018-03-14`) in full: 14 March 2018. */
	date(day: string): string;
	/** From a day to a day: 14–16 March 2018. Null if the first is unknown. */
	dateRange(from: string | null | undefined, to: string | null | undefined): string | null;
	/** The year of a day. */
	year(day: string): string;
	/** An instant, in a time zone if it is known, else in the reader's own: 14 March 2018 at 14:02. */
	dateTime(instant: string | Date, timeZone?: string | null): string;
	/** The time of day of an instant, likewise: 14:02. */
	time(instant: string | Date, timeZone?: string | null): string;
	number(value: number): string;
	percent(fraction: number): string;
	list(items: readonly string[]): string;
	/** A country from its code: BE → Belgium. */
	country(code: string): string;
	/** A language from its code: fr → French. */
	language(code: string): string;
}

const asDay = (day: string) => new Date(`${day.slice(0, 10)}T12:00:00Z`);
const asInstant = (instant: string | Date) => (typeof instant === "string" ? new Date(instant) : instant);

/** The formats of a locale. */
export function createFormats(locale: string): Formats {
	const day = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
	const year = new Intl.DateTimeFormat(locale, { year: "numeric", timeZone: "UTC" });
	const number = new Intl.NumberFormat(locale);
	const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
	const list = new Intl.ListFormat(locale, { type: "conjunction" });
	const countries = new Intl.DisplayNames(locale, { type: "region", fallback: "code" });
	const languages = new Intl.DisplayNames(locale, { type: "language", fallback: "code" });
	return {
		locale,
		date: (value) => day.format(asDay(value)),
		dateRange: (from, to) => (from ? day.formatRange(asDay(from), asDay(to ?? from)) : null),
		year: (value) => year.format(asDay(value)),
		dateTime: (instant, zone) =>
			new Intl.DateTimeFormat(locale, {
				dateStyle: "long",
				timeStyle: "short",
				timeZone: zone ?? undefined,
			}).format(asInstant(instant)),
		time: (instant, zone) =>
			new Intl.DateTimeFormat(locale, {
				hour: "2-digit",
				minute: "2-digit",
				timeZone: zone ?? undefined,
			}).format(asInstant(instant)),
		number: (value) => number.format(value),
		percent: (fraction) => percent.format(fraction),
		list: (items) => list.format(items),
		country: (code) => countries.of(code) ?? code,
		language: (code) => languages.of(code) ?? code,
	};
}
