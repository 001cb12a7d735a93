/** Puts an element of another name, with the same contents and attributes, in the place of `element`. */
export function renamed(element: Element, name: string): Element {
	const other = element.ownerDocument.createElement(name);
	for (const { name: attribute, value } of element.attributes) other.setAttribute(attribute, value);
	other.append(...element.childNodes);
	element.replaceWith(other);
	return other;
}
