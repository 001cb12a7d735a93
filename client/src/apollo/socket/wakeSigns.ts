export interface WakeSigns {
	/** Calls back once each time the device wakes up; gives the way to stop. */
	onWake(listener: () => void): () => void;
}

/** Signs that belong together come within this time. */
const ONE_WAKING_MS = 300;

/** What the signs are read from; the browser's own in the application. */
export interface Device {
	document: Pick<Document, "addEventListener" | "visibilityState">;
	window: Pick<Window, "addEventListener">;
}

/**
 * Tells when a phone comes back: the page is seen again, the network is back, the page is shown from the browser's
 * memory. These come in twos and threes; the first is told at once, those right after it are the same waking.
 */
export function createWakeSigns(device: Device = { document, window }): WakeSigns {
	const listeners = new Set<() => void>();
	let isTold = false;
	const tell = () => {
		if (isTold) return;
		isTold = true;
		setTimeout(() => {
			isTold = false;
		}, ONE_WAKING_MS);
		for (const listener of [...listeners]) listener();
	};
	device.document.addEventListener(
		"visibilitychange",
		() => device.document.visibilityState === "visible" && tell(),
	);
	device.window.addEventListener("online", tell);
	device.window.addEventListener("pageshow", tell);
	return {
		onWake(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}
