import * as Y from "yjs";

interface Node {
	readonly type: string;
	readonly text?: unknown;
	readonly attrs?: Readonly<Record<string, unknown>>;
	readonly marks?: readonly { readonly type: string; readonly attrs?: unknown }[];
	readonly content?: readonly Node[];
}

/** The node as Yjs holds it, made past every editor and every rule of what a draft may contain. */
export function plantPayload(node: object): Y.XmlElement | Y.XmlText {
	const { type, text, attrs = {}, marks = [], content = [] } = node as Node;
	if (type === "text") {
		const planted = new Y.XmlText();
		const formats = Object.fromEntries(marks.map((mark) => [mark.type, mark.attrs ?? {}]));
		planted.insert(0, typeof text === "string" ? text : JSON.stringify(text), formats);
		return planted;
	}
	const element = new Y.XmlElement(type);
	for (const [name, value] of Object.entries(attrs)) element.setAttribute(name, value as string);
	element.insert(0, content.map(plantPayload));
	return element;
}
