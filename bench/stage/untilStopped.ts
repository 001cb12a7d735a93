/**
 * Resolves at SIGINT or SIGTERM, and when the shell that npm started us from is gone: npm hands a signal to that shell,
 * and most shells die of it without passing it on.
 */
export function untilStopped(): Promise<void> {
	return new Promise((resolve) => {
		for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => resolve());
		if (!process.env.npm_lifecycle_event) return;
		const shell = process.ppid;
		const watch = setInterval(() => {
			if (process.ppid === shell) return;
			clearInterval(watch);
			resolve();
		}, 250);
		watch.unref();
	});
}
