import i18next, { type BackendModule } from "i18next";
import LanguageDetector from "i18next-browser-languagedetector";
import { initReactI18next } from "react-i18next";
import { LANGUAGES } from "./languages.ts";

type Strings = Record<string, unknown>;
const files = import.meta.glob<Strings>("/src/*/locales/*.json", { import: "default" });

const rooms = [...new Set(Object.keys(files).map((path) => path.split("/")[2] as string))];

/**
 * Each room brings its words in `<room>/locales/<language>.json`; the room's name is their namespace. All rooms' words
 * of a language come at once, in one file: a page must never go blank in the middle of a session to fetch some more.
 */
const roomFiles: BackendModule = {
	type: "backend",
	init() {},
	read(language, room, done) {
		const load = files[`/src/${room}/locales/${language}.json`];
		if (!load) return done(null, {});
		load().then(
			(strings) => done(null, strings as never),
			(error: Error) => done(error, null),
		);
	},
};

/** Starts the translations; resolves when the words can be read. Language: address (`?lang=fr`), last choice, browser. */
export async function startTranslations(): Promise<void> {
	i18next.on("languageChanged", (language) => {
		document.documentElement.lang = language;
	});
	await i18next
		.use(roomFiles)
		.use(LanguageDetector)
		.use(initReactI18next)
		.init({
			fallbackLng: "en",
			supportedLngs: Object.keys(LANGUAGES),
			load: "languageOnly",
			nonExplicitSupportedLngs: true,
			ns: rooms,
			defaultNS: "app",
			interpolation: { escapeValue: false },
			detection: {
				order: ["querystring", "localStorage", "navigator"],
				lookupQuerystring: "lang",
				lookupLocalStorage: "crossroads.language",
				caches: ["localStorage"],
			},
		});
	document.documentElement.lang = i18next.resolvedLanguage ?? "en";
}
