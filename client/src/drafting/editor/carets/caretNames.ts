import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import type { Awareness } from "y-protocols/awareness";
import { sideBySide } from "./sideBySide.ts";

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
		const carets = [...this.view.dom.querySelectorAll<HTMLElement>("[data-client]")];
		for (const caret of carets)
			caret.toggleAttribute("data-moving", this.#timers.has(caret.dataset.client ?? ""));
		arrange(
			carets.filter((caret) => caret.matches("[data-moving], [data-pointed]")),
			this.view.dom,
		);
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
}

/** Puts the names of carets on the same line beside each other, within the text. */
function arrange(carets: readonly HTMLElement[], text: HTMLElement): void {
	const { left, right } = text.getBoundingClientRect();
	const measured = carets.map((caret) => {
		const name = caret.firstElementChild as HTMLElement;
		name.style.removeProperty("max-width");
		const { top, left: at } = caret.getBoundingClientRect();
		return { name, line: Math.round(top), at, width: name.offsetWidth };
	});
	for (const names of Map.groupBy(measured, ({ line }) => line).values()) {
		const placed = sideBySide(names, { left, right });
		for (const [place, { name, at }] of names.entries()) {
			const to = placed[place] as (typeof placed)[number];
			name.style.setProperty("max-width", `${to.width}px`);
			name.style.setProperty("--shift", `${to.at - at}px`);
		}
	}
}
