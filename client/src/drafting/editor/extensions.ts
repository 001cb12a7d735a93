import { draftRoot, safeHref } from "@crossroads/shared";
import type { Extensions } from "@tiptap/core";
import Collaboration from "@tiptap/extension-collaboration";
import CollaborationCaret from "@tiptap/extension-collaboration-caret";
import StarterKit from "@tiptap/starter-kit";
import type { DraftProvider } from "../provider/DraftProvider.ts";
import { CaretNames } from "./carets/caretNames.ts";
import { caretPicture } from "./carets/caretPicture.ts";
import { OwnCaret } from "./carets/ownCaret.ts";

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
		CollaborationCaret.configure({ provider, user: {}, render: caretPicture }),
		OwnCaret.configure({ provider }),
		CaretNames.configure({ awareness: provider.awareness }),
	];
}
