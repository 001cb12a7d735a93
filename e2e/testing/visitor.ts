import type { Browser, BrowserContext, Locator, Page } from "playwright-core";

/** Sizes of the screens that people have before them. */
export const viewports = {
	phone: { width: 360, height: 740 },
	laptop: { width: 1280, height: 800 },
	projector: { width: 1920, height: 1080 },
};

/** Somebody at a browser of their own, with what went wrong in it. */
export interface Visitor {
	readonly context: BrowserContext;
	readonly page: Page;
	/** Uncaught faults of the page's code; a test expects none. */
	readonly faults: string[];
}

/** A new browser context at `address`, as wide as the screen. */
export async function visit(
	browser: Browser,
	address: string,
	screen: keyof typeof viewports,
	options: { colorScheme?: "light" | "dark"; cookie?: string; serviceWorkers?: "allow" | "block" } = {},
): Promise<Visitor> {
	const context = await browser.newContext({
		baseURL: address,
		viewport: viewports[screen],
		hasTouch: screen === "phone",
		locale: "en-GB",
		reducedMotion: "reduce",
		colorScheme: options.colorScheme ?? "light",
		serviceWorkers: options.serviceWorkers ?? "allow",
	});
	context.setDefaultTimeout(20_000);
	if (options.cookie) {
		const [name = "", value = ""] = options.cookie.split("=");
		await context.addCookies([{ name, value, url: address }]);
	}
	const page = await context.newPage();
	const faults: string[] = [];
	page.on("pageerror", (fault) => faults.push(fault.message));
	return { context, page, faults };
}

/** Comes in as a person of the demonstration, by one click. */
export async function enterAs({ page }: Visitor, name: string): Promise<void> {
	await page.goto("/sign-in");
	await page.getByLabel("Find somebody").fill(name);
	await page.getByRole("button", { name: new RegExp(name) }).click();
	await page.waitForURL("**/home");
}

/** Waits until the element shows the text. */
export function shows(where: Page | Locator, text: string | RegExp): Promise<void> {
	return where.getByText(text).first().waitFor();
}

/** Waits until the page has its heading and nothing of it is still being fetched. */
export async function settled(page: Page): Promise<void> {
	await page.locator("h1").first().waitFor();
	await page.waitForFunction(
		() => document.querySelector("h1") !== null && document.querySelector("[aria-busy=true]") === null,
	);
	await page.evaluate(() => document.fonts.ready);
}
