import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import type { DraftProvider } from "../../provider/DraftProvider.ts";
import { beforeOthers } from "../../provider/takeIn.ts";

/**
 * Keeps one's own caret where one has put it while others write. A browser tells the editor of a caret that moved only
 * with the next picture; whatever is drawn before that (words of others, their carets) would put it back to where the
 * editor believes it to be, and a key that comes before that (of a program that dictates, say) would act there. So the
 * editor looks for itself first.
 */
export const OwnCaret = Extension.create<{ provider: DraftProvider | null }>({
	name: "ownCaret",
	// Asked to draw carets anew, the editor does so a moment later: we are to be before it in that row.
	priority: 2_000,
	addOptions: () => ({ provider: null }),
	addProseMirrorPlugins() {
		const { provider } = this.options;
		if (!provider) return [];
		const handleDOMEvents = { keydown: look };
		return [new Plugin({ props: { handleDOMEvents }, view: (view) => lookingFirst(view, provider) })];
	},
});

function look(view: EditorView): void {
	// What is being composed (accents, Chinese) is not to be read before it is whole.
	if (!view.isDestroyed && !view.composing) observerOf(view).flush();
}

function lookingFirst(view: EditorView, { doc, awareness }: DraftProvider) {
	const lookNow = () => look(view);
	const lookSoon = () => setTimeout(lookNow);
	const stop = beforeOthers(doc, lookNow);
	awareness.on("change", lookSoon);
	return {
		destroy() {
			stop();
			awareness.off("change", lookSoon);
		},
	};
}

/** What ProseMirror reads the page with; it has no public name. */
const observerOf = (view: EditorView) => (view as unknown as { domObserver: { flush(): void } }).domObserver;
