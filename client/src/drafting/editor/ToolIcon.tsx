const drawings: Record<string, string> = {
	heading1: "M3 6v12M11 6v12M3 12h8M16 11l3-2v9",
	heading2: "M3 6v12M11 6v12M3 12h8M15.5 11.2c.3-2.9 5.2-2.9 5.2.1 0 2.2-5 3.7-5.2 6.7h5.3",
	heading3:
		"M3 6v12M11 6v12M3 12h8M15.7 9.7c1.6-1.4 4.8-.9 4.8 1.3 0 1.6-1.4 2.2-2.7 2.2 1.4 0 3 .6 3 2.4 0 2.6-3.6 3.1-5.3 1.4",
	bold: "M7 5h5.5a3.5 3.5 0 0 1 0 7H7zM7 12h6.5a3.5 3.5 0 0 1 0 7H7z",
	italic: "M10 5h7M7 19h7M14 5l-4 14",
	bulletList: "M9 6h11M9 12h11M9 18h11M4 6h.01M4 12h.01M4 18h.01",
	orderedList: "M10 6h10M10 12h10M10 18h10M4 4.5 5.2 4v4M3.6 14.2c.3-1.6 2.8-1.3 2.2.2L3.6 17h2.6",
	blockquote: "M5 17c2.5-1 3.5-3 3.5-6H4.5V7h4.5v4M14 17c2.5-1 3.5-3 3.5-6h-4V7H18v4",
	link: "M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-1.2 1.2M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1.2-1.2",
	undo: "M8 5 4 9l4 4M4 9h9.5a5.5 5.5 0 0 1 0 11H9",
	redo: "m16 5 4 4-4 4M20 9h-9.5a5.5 5.5 0 0 0 0 11H15",
};

/** The picture on a tool: decoration, the tool has its name besides. */
export function ToolIcon({ name }: { name: string }) {
	return (
		<svg
			viewBox="0 0 24 24"
			width="20"
			height="20"
			aria-hidden="true"
			fill="none"
			stroke="currentColor"
			strokeWidth="2"
		>
			<path d={drawings[name]} strokeLinecap="round" strokeLinejoin="round" />
		</svg>
	);
}
