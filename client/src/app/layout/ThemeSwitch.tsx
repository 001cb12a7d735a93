import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/index.ts";
import { chooseTheme, storedTheme, THEMES, type Theme } from "./theme.ts";

const PICTURES: Record<Theme, string> = {
	auto: "M12 3a9 9 0 1 0 0 18z",
	light: "M12 7.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9z",
	dark: "M14.5 3.4A9 9 0 1 0 20.6 15 8 8 0 0 1 14.5 3.4z",
};

/** Goes round automatic, light and dark; each press says what it is now. */
export function ThemeSwitch() {
	const { t } = useTranslation("app");
	const [theme, setTheme] = useState(storedTheme);
	const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "auto";
	const change = () => {
		chooseTheme(next);
		setTheme(next);
	};
	return (
		<Button
			variant="quiet"
			onPress={change}
			aria-label={t("theme.switch", { now: t(`theme.${theme}`), next: t(`theme.${next}`) })}
		>
			<svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" fill="currentColor">
				{theme === "auto" && (
					<circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" strokeWidth="1.8" />
				)}
				{theme === "light" && <Rays />}
				<path d={PICTURES[theme]} />
			</svg>
		</Button>
	);
}

function Rays() {
	return (
		<path
			d="M12 1.5v3M12 19.5v3M1.5 12h3M19.5 12h3M4.6 4.6l2.1 2.1M17.3 17.3l2.1 2.1M19.4 4.6l-2.1 2.1M6.7 17.3l-2.1 2.1"
			stroke="currentColor"
			strokeWidth="1.8"
			strokeLinecap="round"
		/>
	);
}
