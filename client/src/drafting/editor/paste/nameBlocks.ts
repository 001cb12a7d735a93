import { renamed } from "./renamed.ts";

/** Gives paragraphs that are headings or quotations only by their style the element that says so. */
export function nameBlocks(body: HTMLElement): void {
	for (const element of body.querySelectorAll("h4, h5, h6")) renamed(element, "h3");
	for (const element of body.querySelectorAll("p")) {
		const level = headingLevel(element);
		if (level > 0) renamed(element, `h${Math.min(3, level)}`);
	}
	for (const element of body.querySelectorAll("h1, h2, h3")) plain(element);
	for (const element of body.querySelectorAll("p.MsoQuote, p.MsoIntenseQuote")) quote(element);
	for (const element of body.querySelectorAll("pre")) element.replaceWith(...linesOf(element));
}

function headingLevel(element: Element): number {
	if (element.classList.contains("MsoTitle")) return 1;
	if (element.classList.contains("MsoSubtitle")) return 2;
	const outline = /mso-outline-level:\s*([1-9])/i.exec(element.getAttribute("style") ?? "")?.[1];
	const aria = element.getAttribute("role") === "heading" ? element.getAttribute("aria-level") : null;
	return Number(outline ?? aria ?? 0);
}

/** A heading is bold as it is. */
function plain(heading: Element): void {
	for (const element of heading.querySelectorAll("b, strong")) element.replaceWith(...element.childNodes);
	for (const element of heading.querySelectorAll("[style]")) element.removeAttribute("style");
}

function quote(paragraph: Element): void {
	const before = paragraph.previousElementSibling;
	const quotation =
		before?.localName === "blockquote" ? before : paragraph.ownerDocument.createElement("blockquote");
	if (quotation !== before) paragraph.before(quotation);
	quotation.append(paragraph);
}

function linesOf(pre: Element): Element[] {
	return (pre.textContent ?? "").split("\n").map((line) => {
		const paragraph = pre.ownerDocument.createElement("p");
		paragraph.textContent = line;
		return paragraph;
	});
}
