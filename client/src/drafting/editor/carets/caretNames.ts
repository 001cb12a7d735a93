import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import type { Awareness } from "y-protocols/awareness";

/** How long a name stays after its caret moved, in milliseconds. */
const shownFor = 2_500;

/** Shows the name at a caret while it moves and a moment longer. */
export const CaretNames = Extension.create<{ awareness: Awareness | null }>({
	name: "caretNames",
	addOptions: () => ({ awareness: null }),
	addProseMirrorPlugins() {
		const { awareness } = this.options;
		return awareness ? [new Plugin({ view: (view) => new MovingCarets(view, awareness) })] : [];
	},
});

class MovingCarets {
	readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
	readonly #seen = new Map<string, string>();

	constructor(
		private readonly view: EditorView,
		private readonly awareness: Awareness,
	) {
		awareness.on("change", this.#look);
		this.#look();
	}

	/** The editor was drawn again, and carets perhaps with it. */
	update(): void {
		for (const caret of this.view.dom.querySelectorAll<HTMLElement>("[data-client]")) this.#mark(caret);
	}

	destroy(): void {
		this.awareness.off("change", this.#look);
		for (const timer of this.#timers.values()) clearTimeout(timer);
	}

	readonly #look = (): void => {
		for (const [clientId, { cursor }] of this.awareness.getStates())
			if (clientId !== this.awareness.clientID) this.#meet(String(clientId), JSON.stringify(cursor ?? null));
	};

	#meet(client: string, cursor: string): void {
		if (this.#seen.get(client) === cursor) return;
		this.#seen.set(client, cursor);
		clearTimeout(this.#timers.get(client));
		const end = () => {
			this.#timers.delete(client);
			this.update();
		};
		this.#timers.set(client, setTimeout(end, shownFor));
		this.update();
	}

	#mark(caret: HTMLElement): void {
		const isMoving = this.#timers.has(caret.dataset.client ?? "");
		caret.toggleAttribute("data-moving", isMoving);
		if (isMoving) caret.toggleAttribute("data-turned", isAtTheEdge(caret, this.view.dom));
	}
}

/** Whether the name, to the right of its caret, would stand beyond the text. */
function isAtTheEdge(caret: HTMLElement, text: HTMLElement): boolean {
	const width = (caret.firstElementChild as HTMLElement | null)?.offsetWidth ?? 0;
	return caret.getBoundingClientRect().left + width > text.getBoundingClientRect().right;
}
