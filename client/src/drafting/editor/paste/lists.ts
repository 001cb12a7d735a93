import { item } from "./fakeItems.ts";

interface OpenList {
	readonly level: number;
	/** Items of another list do not belong to it. */
	readonly id: string;
	readonly element: Element;
}

/** Makes real lists of the paragraphs that were marked as items, one within the other by their levels. */
export function realLists(body: HTMLElement): void {
	const done = new Set<Element>();
	for (const first of body.querySelectorAll(`[${item.level}]`)) {
		if (done.has(first)) continue;
		const run = runFrom(first);
		for (const paragraph of run) done.add(paragraph);
		listOf(run);
	}
}

/** The items that follow one another, with the paragraphs that continue one of them. */
function runFrom(first: Element): Element[] {
	const run = [first];
	for (let next = first.nextElementSibling; next && belongs(next); next = next.nextElementSibling)
		run.push(next);
	return run;
}

function belongs(element: Element): boolean {
	return element.hasAttribute(item.level) || /^MsoListParagraph/.test(element.className);
}

function listOf(run: readonly Element[]): void {
	const open: OpenList[] = [];
	const [first] = run as [Element];
	const place = first.ownerDocument.createElement("div");
	first.before(place);
	for (const paragraph of run) {
		if (paragraph.hasAttribute(item.level)) place.append(...addItem(open, paragraph));
		else open.at(-1)?.element.lastElementChild?.append(paragraph);
	}
	place.replaceWith(...place.childNodes);
}

/** Puts the item into the open list of its level; gives the list if a new one had to be opened at the top. */
function addItem(open: OpenList[], paragraph: Element): Element[] {
	const level = Number(paragraph.getAttribute(item.level));
	const name = paragraph.hasAttribute(item.start) ? "ol" : "ul";
	const id = `${name} ${paragraph.getAttribute(item.list)}`;
	while (open.length > 0 && !isHome(open.at(-1) as OpenList, level, id)) open.pop();
	const last = open.at(-1);
	const list = last?.level === level ? last.element : newList(paragraph, name);
	if (last?.level !== level) {
		last?.element.lastElementChild?.append(list);
		open.push({ level, id, element: list });
	}
	const entry = paragraph.ownerDocument.createElement("li");
	list.append(entry);
	entry.append(paragraph);
	return open.length === 1 && list.childElementCount === 1 ? [list] : [];
}

/** The list takes the item, or its last item takes the item's list. */
function isHome(list: OpenList, level: number, id: string): boolean {
	return list.level < level || (list.level === level && list.id === id);
}

function newList(paragraph: Element, name: "ol" | "ul"): Element {
	const list = paragraph.ownerDocument.createElement(name);
	const start = paragraph.getAttribute(item.start) ?? "1";
	if (name === "ol" && start !== "1") list.setAttribute("start", start);
	return list;
}

/** A list directly within a list, as LibreOffice and others write it, belongs to the item before it. */
export function mendLists(body: HTMLElement): void {
	for (const inner of body.querySelectorAll("ul > ul, ul > ol, ol > ul, ol > ol")) {
		const before = inner.previousElementSibling;
		if (before?.localName === "li") before.append(inner);
		else {
			const entry = inner.ownerDocument.createElement("li");
			inner.before(entry);
			entry.append(inner);
		}
	}
}
