/** The interface's languages: code of BCP 47 → its name in itself, and the locale for dates and numbers. */
export const LANGUAGES = {
	en: { name: "English", locale: "en-GB" },
	fr: { name: "Français", locale: "fr-BE" },
} as const;

/** A language of the interface. */
export type LanguageCode = keyof typeof LANGUAGES;

/** The language itself if the interface has it, else English. */
export function languageOrEnglish(code: string | undefined): LanguageCode {
	const base = code?.split("-")[0];
	return base && base in LANGUAGES ? (base as LanguageCode) : "en";
}
