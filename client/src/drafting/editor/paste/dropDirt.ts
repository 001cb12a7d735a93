/** What is no text of the writer's: what is hidden, deleted in a tracked change, a remark, a control, a picture. */
const dirt = [
	"style, meta, link, title, script, noscript, template, xml, base",
	"img, picture, svg, canvas, video, audio, iframe, object, embed, hr",
	"button, input, select, textarea, datalist",
	"del, .MsoCommentReference, .MsoCommentText, .msocomanchor, .msocomtxt, .EOP",
].join(", ");

const hidden =
	/mso-hide:\s*all|display:\s*none|mso-element:\s*(comment|comment-list|field-begin|field-end)\b/i;

/** Takes out what nobody meant to paste. */
export function dropDirt(body: HTMLElement): void {
	for (const element of body.querySelectorAll(dirt)) element.remove();
	for (const element of body.querySelectorAll("[style]"))
		if (hidden.test(element.getAttribute("style") ?? "")) element.remove();
	for (const comment of commentsIn(body)) comment.remove();
	for (const element of body.querySelectorAll("sup, sub")) element.replaceWith(raised(element));
}

function commentsIn(body: HTMLElement): Comment[] {
	const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
	const found: Comment[] = [];
	while (walker.nextNode()) found.push(walker.currentNode as Comment);
	return found;
}

const superscript = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const subscript = "₀₁₂₃₄₅₆₇₈₉";

/** Digits keep their height, for 10⁶ is not 106; anything else comes down. */
function raised(element: Element): string {
	const text = element.textContent ?? "";
	if (!/^\d+$/.test(text)) return text;
	const digits = element.localName === "sup" ? superscript : subscript;
	return text.replace(/\d/g, (digit) => digits[Number(digit)] ?? digit);
}
