import { documentLimits, mostPasted } from "@crossroads/shared";
import { EditorContent, useEditor, useEditorState } from "@tiptap/react";
import { type CSSProperties, type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useFormats } from "../../app/index.ts";
import { Notice, useNews } from "../../ui/index.ts";
import type { DraftProvider } from "../provider/DraftProvider.ts";
import css from "./Editor.module.css";
import { draftExtensions } from "./extensions.ts";
import { cleanPastedHtml } from "./paste/cleanPastedHtml.ts";
import { Toolbar } from "./Toolbar.tsx";

export interface DraftEditorProps {
	/** Another provider is another editor: give it a key. */
	provider: DraftProvider;
	isWritable: boolean;
	/** The text's title and language, for screen readers and spelling. */
	title: string;
	language: string;
	/** Stays in sight above the text, with the tools. */
	children: ReactNode;
}

/** How far from the window's edges the caret stays, in pixels: the head lies over the text. */
const inSight = { top: 120, bottom: 48, left: 0, right: 0 };

/** The text itself, in a measure of 65 characters, with its tools above for those who may write. */
export function DraftEditor({ provider, isWritable, title, language, children }: DraftEditorProps) {
	const { t } = useTranslation("drafting");
	const say = useNews();
	const formats = useFormats();
	const label = t("text", { title });
	const editor = useEditor({
		extensions: draftExtensions(provider),
		editable: isWritable,
		// The page's security policy allows no style elements: what it needs stands in our own style sheet.
		injectCSS: false,
		shouldRerenderOnTransaction: false,
		editorProps: {
			scrollMargin: inSight,
			scrollThreshold: inSight,
			attributes: { role: "textbox", "aria-multiline": "true", "aria-label": label, lang: language },
			transformPastedHTML: cleanPastedHtml,
			handlePaste(_view, _event, { size }) {
				if (size > mostPasted) say(t("pasteTooLong"));
				return size > mostPasted;
			},
		},
	});
	useEffect(() => {
		editor.setEditable(isWritable, false);
		editor.view.dom.setAttribute("aria-readonly", String(!isWritable));
	}, [editor, isWritable]);
	// The places in it are its characters and the breaks between blocks: never fewer than the characters alone.
	const isTooLong = useEditorState({
		editor,
		selector: ({ editor: { state } }) => state.doc.content.size > documentLimits.characters,
	});
	const placeholder = JSON.stringify(t(isWritable ? "placeholder" : "nothingYet"));
	return (
		<div className={css.editor} style={{ "--placeholder": placeholder } as CSSProperties}>
			<div className={css.head}>
				{children}
				{isWritable && <Toolbar editor={editor} />}
				{isWritable && isTooLong && (
					<Notice tone="warn" isNews>
						{t("tooLong", { characters: formats.number(documentLimits.characters) })}
					</Notice>
				)}
			</div>
			<EditorContent editor={editor} className={css.text} />
		</div>
	);
}
