import { useTranslation } from "react-i18next";

/** The wording of a refusal: give it the payload's `refusal` (or its code); null where there is none. */
export function useRefusalText(): (refusal: { code: string } | string | null | undefined) => string | null {
	const { t } = useTranslation("app");
	return (refusal) => {
		if (!refusal) return null;
		const code = typeof refusal === "string" ? refusal : refusal.code;
		return t(`refusal.${code}`, { defaultValue: t("refusal.other", { code }) });
	};
}
