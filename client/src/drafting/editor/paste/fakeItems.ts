/** Attributes that a paragraph bears while it waits to become an item of a real list. */
export const item = { level: "data-item-level", list: "data-item-list", start: "data-item-start" } as const;

/** Marks the paragraphs that Word only made to look like items, and takes their painted bullets and numbers away. */
export function markFakeItems(body: HTMLElement): void {
	for (const element of body.querySelectorAll("[style]")) markOfWord(element);
	for (const element of body.querySelectorAll("li[data-aria-level]")) markOfWordOnline(element);
}

/** Word: `<p style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">1.<span> </span></span>Text</p>`. */
function markOfWord(element: Element): void {
	const found = /mso-list:\s*(l\d+)\s+level(\d+)\s+(lfo\d+)/i.exec(element.getAttribute("style") ?? "");
	const painted = [...element.querySelectorAll("[style]")].find((part) =>
		/mso-list:\s*Ignore/i.test(part.getAttribute("style") ?? ""),
	);
	const sign = painted?.textContent?.trim() ?? "";
	if (found) painted?.remove();
	// A numbered heading is a heading.
	if (found && element.localName === "p") mark(element, found[2] ?? "1", `${found[1]} ${found[3]}`, sign);
}

/** The number of an ordered item as painted: "3.", "b)", "(iv)", "1.2". */
const numbered = /^\(?(\d+(\.\d+)*|[a-z]{1,5})[.)]$|^\d+(\.\d+)+$/i;

function mark(element: Element, level: string, list: string, sign: string): void {
	element.setAttribute(item.level, level);
	element.setAttribute(item.list, list);
	if (numbered.test(sign)) element.setAttribute(item.start, /^\(?(\d+)[.)]$/.exec(sign)?.[1] ?? "1");
}

/** Word in the browser: each item a list of its own, the level only in an attribute. */
function markOfWordOnline(element: Element): void {
	const list = element.parentElement;
	if (!list || !element.isConnected) return;
	const paragraph = element.querySelector("p") ?? element.ownerDocument.createElement("p");
	if (!paragraph.parentElement) paragraph.append(...element.childNodes);
	const sign = list.localName === "ol" ? `${list.getAttribute("start") ?? 1}.` : "•";
	mark(
		paragraph,
		element.getAttribute("data-aria-level") ?? "1",
		element.getAttribute("data-listid") ?? "",
		sign,
	);
	const outermost = list.closest(".ListContainerWrapper") ?? list;
	outermost.before(paragraph);
	element.remove();
	if (!outermost.textContent?.trim()) outermost.remove();
}
