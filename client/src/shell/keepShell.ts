let isAsked = false;

/**
 * Keeps the application's own files on this device from now on, so that a page opens without a connection too. To be
 * called by pages that have something to show then: nobody else is made to fetch a megabyte. Never rejects.
 */
export function keepShell(): void {
	if (isAsked || !import.meta.env.PROD || !("serviceWorker" in navigator)) return;
	isAsked = true;
	// Without it everything works as long as there is a connection.
	navigator.serviceWorker.register("/shellWorker.js").catch(() => {});
}
