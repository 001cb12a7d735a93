const pointedFor = 2_500;

/** Brings somebody's caret into sight, with the name above it for a moment; nothing where they have none in the text. */
export function goToCaret(clientId: number): void {
	const caret = document.querySelector(`[data-client="${clientId}"]`);
	caret?.scrollIntoView({ block: "center" });
	caret?.setAttribute("data-pointed", "");
	setTimeout(() => caret?.removeAttribute("data-pointed"), pointedFor);
}
