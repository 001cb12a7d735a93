/** "auto" follows the reader's system. */
export const THEMES = ["auto", "light", "dark"] as const;

export type Theme = (typeof THEMES)[number];

const KEY = "crossroads.theme";

/** The theme chosen on this device. */
export function storedTheme(): Theme {
	const stored = localStorage.getItem(KEY);
	return THEMES.find((theme) => theme === stored) ?? "auto";
}

/** Shows a theme at once, without keeping it. */
export function showTheme(theme: Theme): void {
	if (theme === "auto") document.documentElement.removeAttribute("data-theme");
	else document.documentElement.dataset.theme = theme;
}

/** Shows a theme and keeps it on this device. */
export function chooseTheme(theme: Theme): void {
	localStorage.setItem(KEY, theme);
	showTheme(theme);
}
