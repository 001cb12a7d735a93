import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { createFormats, type Formats } from "./formats.ts";
import { LANGUAGES, languageOrEnglish } from "./languages.ts";

/** Dates, numbers and lists as the reader's language writes them; renewed when the language changes. */
export function useFormats(): Formats {
	const { i18n } = useTranslation();
	const language = languageOrEnglish(i18n.resolvedLanguage);
	return useMemo(() => createFormats(LANGUAGES[language].locale), [language]);
}
