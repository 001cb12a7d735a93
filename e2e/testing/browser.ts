import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const places = [
	process.env.CHROMIUM_PATH,
	"/usr/bin/chromium",
	"/usr/bin/chromium-browser",
	"/usr/bin/google-chrome",
];

/** Where Chromium is on this machine; undefined where there is none. */
export const chromiumPath = places.find((place) => place !== undefined && place !== "" && existsSync(place));

/** A headless Chromium that asks nothing of the network beyond this machine. */
export function launchBrowser(): Promise<Browser> {
	return chromium.launch({
		executablePath: chromiumPath as string,
		args: [
			"--no-sandbox",
			"--disable-gpu",
			"--disable-quic",
			"--no-first-run",
			"--disable-background-networking",
			"--disable-component-update",
			"--disable-sync",
		],
	});
}
