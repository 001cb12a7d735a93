import { safeText } from "@crossroads/shared";

const longest = 300;

/** The title as it is kept: one line, no control characters, no space around it; null where nothing sensible is left. */
export function cleanTitle(title: string): string | null {
	const clean = safeText(title.replace(/\s+/g, " ")).trim();
	return clean.length > 0 && clean.length <= longest ? clean : null;
}

/** Whether it looks like a language (BCP 47: two or three letters, perhaps a script or region). */
export function isLanguage(language: string): boolean {
	return /^[a-z]{2,3}(-[A-Za-z]{2,4})?$/.test(language);
}
