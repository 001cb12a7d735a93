import type { Editor } from "@tiptap/core";

/** A tool that is on or off where the caret stands. */
export interface MarkTool {
	readonly name:
		| "heading1"
		| "heading2"
		| "heading3"
		| "bold"
		| "italic"
		| "bulletList"
		| "orderedList"
		| "blockquote";
	readonly isOn: (editor: Editor) => boolean;
	readonly toggle: (editor: Editor) => void;
	/** As aria-keyshortcuts has it. */
	readonly keys: string;
}

const heading = (level: 1 | 2 | 3): MarkTool => ({
	name: `heading${level}`,
	isOn: (editor) => editor.isActive("heading", { level }),
	toggle: (editor) => editor.chain().focus().toggleHeading({ level }).run(),
	keys: `Control+Alt+${level}`,
});

/** The tools in the order of the toolbar, by group. */
export const toolGroups: readonly (readonly MarkTool[])[] = [
	[heading(1), heading(2), heading(3)],
	[
		{
			name: "bold",
			isOn: (editor) => editor.isActive("bold"),
			toggle: (editor) => editor.chain().focus().toggleBold().run(),
			keys: "Control+B",
		},
		{
			name: "italic",
			isOn: (editor) => editor.isActive("italic"),
			toggle: (editor) => editor.chain().focus().toggleItalic().run(),
			keys: "Control+I",
		},
	],
	[
		{
			name: "bulletList",
			isOn: (editor) => editor.isActive("bulletList"),
			toggle: (editor) => editor.chain().focus().toggleBulletList().run(),
			keys: "Control+Shift+8",
		},
		{
			name: "orderedList",
			isOn: (editor) => editor.isActive("orderedList"),
			toggle: (editor) => editor.chain().focus().toggleOrderedList().run(),
			keys: "Control+Shift+7",
		},
		{
			name: "blockquote",
			isOn: (editor) => editor.isActive("blockquote"),
			toggle: (editor) => editor.chain().focus().toggleBlockquote().run(),
			keys: "Control+Shift+B",
		},
	],
];

/** Which tools are on, and what can be undone: all that the toolbar shows. */
export function toolsState(editor: Editor) {
	const on = toolGroups.flat().filter((tool) => tool.isOn(editor));
	return {
		on: on.map(({ name }) => name).join(),
		href: editor.isActive("link") ? String(editor.getAttributes("link").href ?? "") : null,
		mayUndo: editor.can().undo(),
		mayRedo: editor.can().redo(),
	};
}
