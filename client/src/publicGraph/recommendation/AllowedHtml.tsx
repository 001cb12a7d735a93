import { safeHref } from "@crossroads/shared";
import { createElement, Fragment, type ReactNode, useMemo } from "react";

/** What a recommendation's text may contain; everything else is left out with its element, its words are kept. */
const ALLOWED = new Set(["p", "h2", "h3", "h4", "ul", "ol", "li", "strong", "em", "blockquote", "br", "a"]);
const DROPPED = new Set(["script", "style", "template", "iframe", "object"]);

/**
 * Draws HTML of the server through our own allow-list: no attribute survives but a safe address on a link. Beside the
 * members' DocumentView because the public graph hands out a version as HTML only, and members get the JSON document.
 */
export function AllowedHtml({ html }: { html: string }) {
	const nodes = useMemo(() => new DOMParser().parseFromString(html, "text/html").body.childNodes, [html]);
	return <>{draw(nodes)}</>;
}

function draw(nodes: NodeListOf<ChildNode>): ReactNode[] {
	return Array.from(nodes, (node, index) => drawNode(node, index));
}

function drawNode(node: ChildNode, key: number): ReactNode {
	if (node.nodeType === Node.TEXT_NODE) return node.textContent;
	if (!(node instanceof Element)) return null;
	const tag = node.localName;
	if (DROPPED.has(tag)) return null;
	if (!ALLOWED.has(tag)) return <Fragment key={key}>{draw(node.childNodes)}</Fragment>;
	if (tag === "br") return <br key={key} />;
	return createElement(tag, { key, ...linkAttributes(node) }, ...draw(node.childNodes));
}

function linkAttributes(element: Element): { href?: string; rel?: string } {
	const href = element.localName === "a" ? safeHref(element.getAttribute("href")) : null;
	return href ? { href, rel: "noreferrer nofollow" } : {};
}
