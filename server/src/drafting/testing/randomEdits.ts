import * as Y from "yjs";
import type { Dice } from "./Dice.ts";

/** One change somewhere in the text. */
export type Edit = (root: Y.XmlFragment, dice: Dice) => void;

// None outside the basic plane: no editor cuts such a character in two, as our random places would.
const letters = "abcdefghijklmnopqrstuvwxyz ÄÖßéłș";
const names = ["paragraph", "heading", "bulletList", "listItem", "blockquote", "hardBreak"];
const marks = [
	{ bold: {} },
	{ bold: null },
	{ italic: {} },
	{ italic: null },
	{ link: { href: "https://e.org/" } },
];

function somewhere(parent: Y.XmlFragment, dice: Dice, depth = 0): Y.XmlFragment {
	const inner = parent.toArray().filter((child) => child instanceof Y.XmlElement) as Y.XmlElement[];
	if (inner.length === 0 || depth > 4 || dice.happens(0.3)) return parent;
	return somewhere(dice.pick(inner), dice, depth + 1);
}

function textIn(root: Y.XmlFragment, dice: Dice): Y.XmlText {
	const parent = somewhere(root, dice);
	const texts = parent.toArray().filter((child) => child instanceof Y.XmlText) as Y.XmlText[];
	if (texts.length > 0) return dice.pick(texts);
	const text = new Y.XmlText();
	parent.insert(dice.whole(0, parent.length), [text]);
	return text;
}

const words = (dice: Dice) =>
	Array.from({ length: dice.whole(1, 8) }, () => dice.pick([...letters])).join("");

const insertElement: Edit = (root, dice) => {
	const parent = somewhere(root, dice);
	const element = new Y.XmlElement(dice.pick(names));
	if (dice.happens(0.5)) element.insert(0, [new Y.XmlText(words(dice))]);
	parent.insert(dice.whole(0, parent.length), [element]);
};

const insertText: Edit = (root, dice) => {
	const text = textIn(root, dice);
	text.insert(dice.whole(0, text.length), words(dice));
};

const removeText: Edit = (root, dice) => {
	const text = textIn(root, dice);
	const at = dice.whole(0, text.length);
	text.delete(at, Math.min(text.length - at, dice.whole(0, 6)));
};

/** Changes formats, which Yjs by itself would tidy up. */
export const formatText: Edit = (root, dice) => {
	const text = textIn(root, dice);
	const at = dice.whole(0, text.length);
	const length = Math.min(text.length - at, dice.whole(0, 8));
	if (length > 0) text.format(at, length, dice.pick(marks));
};

const removeNode: Edit = (root, dice) => {
	const parent = somewhere(root, dice);
	if (parent.length > 0) parent.delete(dice.whole(0, parent.length - 1), 1);
};

/** Changes attributes of elements. */
export const setAttribute: Edit = (root, dice) => {
	const parent = somewhere(root, dice);
	if (!(parent instanceof Y.XmlElement)) return;
	if (dice.happens(0.2)) parent.removeAttribute("level");
	else parent.setAttribute("level", dice.whole(1, 6) as never);
};

/** What a writer may do at random to a draft's text; some of it more often. */
export const edits: readonly Edit[] = [
	insertElement,
	insertText,
	insertText,
	insertText,
	removeText,
	formatText,
	removeNode,
	setAttribute,
];
