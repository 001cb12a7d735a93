import { useTranslation } from "react-i18next";
import { Menu } from "../../ui/index.ts";
import { LANGUAGES, type LanguageCode, languageOrEnglish } from "./languages.ts";

const codes = Object.keys(LANGUAGES) as LanguageCode[];

/** The interface's language, remembered on this device. */
export function LanguageSwitch() {
	const { t, i18n } = useTranslation("app");
	const present = languageOrEnglish(i18n.resolvedLanguage);
	return (
		<Menu
			label={t("language.label", { code: present.toUpperCase(), name: LANGUAGES[present].name })}
			trigger={present.toUpperCase()}
			entries={codes.map((code) => ({
				key: code,
				label: <span lang={code}>{LANGUAGES[code].name}</span>,
				onAction: () => void i18n.changeLanguage(code),
			}))}
		/>
	);
}
