import css from "./Carets.module.css";

/** Somebody's caret: a line in their colour with room for the name above it; both are pictures, not text. */
export function caretPicture({ name, color, clientId }: Record<string, unknown>): HTMLElement {
	const line = document.createElement("span");
	line.className = css.caret ?? "";
	line.style.setProperty("--colour", String(color));
	line.dataset.client = String(clientId);
	line.setAttribute("aria-hidden", "true");
	const label = document.createElement("span");
	label.className = css.caretName ?? "";
	// Written by the style sheet: what stands in the text could be copied with it.
	label.dataset.name = String(name ?? "");
	line.append(label);
	return line;
}
