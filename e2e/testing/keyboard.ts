import type { Page } from "playwright-core";

/** The name that a screen reader says for the element in focus: its label, or its own words. */
function nameInFocus(page: Page): Promise<string> {
	return page.evaluate(() => {
		const focused = document.activeElement;
		// A dialog or a list takes the focus too; its words are not its name.
		if (!focused?.matches("a, button, input, textarea, select, summary, [role=radio]")) return "";
		const labels = (focused as HTMLInputElement).labels;
		const label = focused.getAttribute("aria-label") ?? labels?.[0]?.textContent;
		return (label ?? focused.textContent ?? "").trim();
	});
}

/** Presses Tab until the element in focus bears the name. Throws, with the way it went, where Tab does not lead there. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
	const way: string[] = [];
	for (let presses = 0; presses < 60; presses += 1) {
		const focused = await nameInFocus(page);
		if (typeof name === "string" ? focused.includes(name) : name.test(focused)) return;
		way.push(focused.slice(0, 40));
		await page.keyboard.press("Tab");
	}
	throw new Error(`Tab does not lead to ${name}, but over ${way.join(" | ")}`);
}

/** Waits until the page has a button of this name, goes there by Tab and presses Enter. */
export async function pressByKeyboard(page: Page, name: string | RegExp): Promise<void> {
	await page.getByRole("button", { name }).first().waitFor();
	await tabTo(page, name);
	await page.keyboard.press("Enter");
}

/** Collects from now on what the page's polite live regions say; a change of text counts once. */
export async function listenPolitely(page: Page): Promise<() => Promise<string[]>> {
	await page.evaluate(() => {
		const said: string[] = [];
		const last = new Map<Element, string>();
		const listen = () => {
			for (const region of document.querySelectorAll("[role=status], [aria-live=polite]")) {
				const text = region.textContent?.trim() ?? "";
				if (text !== (last.get(region) ?? "") && text !== "") said.push(text);
				last.set(region, text);
			}
		};
		listen();
		said.length = 0;
		new MutationObserver(listen).observe(document.body, {
			subtree: true,
			childList: true,
			characterData: true,
			attributes: true,
		});
		Object.assign(window, { said });
	});
	return () => page.evaluate(() => (window as unknown as { said: string[] }).said);
}
