/** One space where there were several, and no paragraphs that hold nothing: other programs' ways to make room. */
export function tidySpaces(body: HTMLElement): void {
	const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
	while (walker.nextNode()) {
		const text = walker.currentNode as Text;
		// A single no-break space is meant: before a colon in French, between a number and its unit.
		text.data = text.data.replace(/[\s\u00a0]{2,}|[\t\r\n]/g, " ").replaceAll("\u00ad", "");
	}
	for (const element of body.querySelectorAll("br")) if (breaksNothing(element)) element.remove();
	for (const element of [...body.querySelectorAll("p, h1, h2, h3, li, blockquote")].reverse())
		if (!element.textContent?.trim()) element.remove();
}

const block = /^(p|div|h[1-6]|ul|ol|li|blockquote)$/;

/** A break at the end of a paragraph, or beside one. */
function breaksNothing(element: Element): boolean {
	const { previousSibling: before, parentElement: parent } = element;
	let after = element.nextSibling;
	while (after && !after.textContent?.trim() && after.nodeName !== "BR") after = after.nextSibling;
	const isBeside = [before, after].some((node) => block.test(node?.nodeName.toLowerCase() ?? ""));
	return (
		isBeside ||
		(!after && block.test(parent?.localName ?? "")) ||
		element.matches(".Apple-interchange-newline")
	);
}
