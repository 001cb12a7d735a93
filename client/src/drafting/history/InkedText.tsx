import { type DraftDocument, type DraftMark, safeHref } from "@crossroads/shared";
import { type CSSProperties, Fragment, type ReactNode } from "react";
import type { DraftAuthorShownFragment } from "../../gql/graphql.ts";
import { Prose } from "../../ui/index.ts";
import css from "./History.module.css";
import { type InkedBlock, type InkedInline, inkedDocument, type Run } from "./inkedDocument.ts";

interface Props {
	document: DraftDocument;
	runs: readonly Run[];
	authors: readonly DraftAuthorShownFragment[];
	language: string;
}

/** A text that cannot be written in, each author's words in their colour. Nothing of it is taken as markup. */
export function InkedText({ document, runs, authors, language }: Props) {
	return (
		<Prose lang={language} className={css.text}>
			{blocks(inkedDocument(document, runs), authors)}
		</Prose>
	);
}

type Authors = Props["authors"];

function blocks(content: readonly InkedBlock[], authors: Authors): ReactNode {
	return numbered(content.map((block) => blockOf(block, authors)));
}

/** The text never changes in its place: a part's number is its name. */
const numbered = (parts: readonly ReactNode[]) =>
	// biome-ignore lint/suspicious/noArrayIndexKey: see above
	parts.map((part, at) => <Fragment key={at}>{part}</Fragment>);

function blockOf(block: InkedBlock, authors: Authors): ReactNode {
	switch (block.type) {
		case "paragraph":
			return <p>{line(block.content, authors)}</p>;
		case "heading": {
			// The page has the first level, and the panel's heading the second.
			const Heading = `h${block.level + 1}` as "h2" | "h3" | "h4";
			return <Heading>{line(block.content, authors)}</Heading>;
		}
		case "bulletList":
			return <ul>{blocks(block.content, authors)}</ul>;
		case "orderedList":
			return <ol start={block.start}>{blocks(block.content, authors)}</ol>;
		case "listItem":
			return <li>{blocks(block.content, authors)}</li>;
		case "blockquote":
			return <blockquote>{blocks(block.content, authors)}</blockquote>;
	}
}

function line(content: readonly InkedInline[], authors: Authors): ReactNode {
	return numbered(content.map((part) => inline(part, authors)));
}

function inline(part: InkedInline, authors: Authors): ReactNode {
	return part.type === "text" ? written(part, authors) : <br />;
}

function written(
	{ text, marks, author }: Extract<InkedInline, { type: "text" }>,
	authors: Authors,
): ReactNode {
	const marked = marks.reduce<ReactNode>(markedBy, text);
	const { colour, name } = (author !== null && authors[author]) || {};
	if (!colour) return marked;
	return (
		<span className={css.ink} style={{ "--author": colour } as CSSProperties} title={name ?? undefined}>
			{marked}
		</span>
	);
}

function markedBy(text: ReactNode, mark: DraftMark): ReactNode {
	if (mark.type === "bold") return <strong>{text}</strong>;
	if (mark.type === "italic") return <em>{text}</em>;
	const href = safeHref(mark.attrs.href);
	return href ? (
		<a href={href} rel="nofollow noopener noreferrer">
			{text}
		</a>
	) : (
		text
	);
}
