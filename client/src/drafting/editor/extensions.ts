import { draftRoot, safeHref } from "@crossroads/shared";
import type { Extensions } from "@tiptap/core";
import Collaboration from "@tiptap/extension-collaboration";
import CollaborationCaret from "@tiptap/extension-collaboration-caret";
import StarterKit from "@tiptap/starter-kit";
import type { DraftProvider } from "../provider/DraftProvider.ts";
import css from "./Editor.module.css";

/**
 * What a draft may contain (see shared/drafting/documentShape), written by several at once. Undo takes back one's own
 * edits only. No extension here may change the text by itself: merely looking at a draft writes nothing.
 */
export function draftExtensions(provider: DraftProvider): Extensions {
	return [
		StarterKit.configure({
			heading: { levels: [1, 2, 3] },
			link: {
				openOnClick: false,
				defaultProtocol: "https",
				isAllowedUri: (address) => safeHref(address) !== null,
				HTMLAttributes: { target: null, class: null, rel: "nofollow noopener noreferrer" },
			},
			code: false,
			codeBlock: false,
			horizontalRule: false,
			strike: false,
			underline: false,
			trailingNode: false,
			undoRedo: false,
		}),
		Collaboration.configure({ document: provider.doc, field: draftRoot }),
		CollaborationCaret.configure({ provider, user: {}, render: caret }),
	];
}

/** Somebody's caret: a line in their colour; the name stands above it for a moment, and when it is pointed at. */
function caret({ name, color }: Record<string, unknown>): HTMLElement {
	const line = document.createElement("span");
	line.className = css.caret ?? "";
	line.style.setProperty("--colour", String(color));
	const label = document.createElement("span");
	label.className = css.caretName ?? "";
	label.textContent = String(name ?? "");
	line.append(label);
	return line;
}
