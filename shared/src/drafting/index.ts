export { type AuthoredDocument, type AuthorRun, authoredDocument } from "./authoredDocument.ts";
export type {
	BlockNode,
	BlockquoteNode,
	BulletListNode,
	DraftDocument,
	DraftMark,
	HeadingLevel,
	HeadingNode,
	InlineNode,
	ListItemNode,
	OrderedListNode,
	ParagraphNode,
	TextNode,
} from "./DraftDocument.ts";
export { documentHtml } from "./documentHtml.ts";
export { type Dropped, type DropReason, documentLimits, enforceShape } from "./documentShape.ts";
export { documentText, isEmptyDocument } from "./documentText.ts";
export {
	draftRoot,
	mostDraftBytes,
	mostFrameBytes,
	mostPasted,
	mostPushBytes,
	mostPushUpdates,
	presenceLasts,
	presenceRepeat,
} from "./draftLimits.ts";
export { framed, unframed } from "./frames.ts";
export { keepFormats } from "./keepFormats.ts";
export { safeHref } from "./safeHref.ts";
export { safeText } from "./safeText.ts";
