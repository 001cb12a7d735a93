import type { Errands } from "../ports.ts";

const LIMIT = 200;

/**
 * Work after the answer, in this process; at most 200 pieces at a time. A piece that is lost with the process
 * costs its person a second request: nothing was acknowledged.
 */
export function createErrands(onFault: (name: string, fault: unknown) => void): Errands {
	const underWay = new Set<Promise<void>>();
	return {
		run(name, work) {
			if (underWay.size >= LIMIT) return onFault(name, new Error(`more than ${LIMIT} errands are waiting`));
			// Begun in a later turn of the event loop, when the answer has been written.
			const begun = new Promise<void>((resolve) => setImmediate(resolve)).then(work);
			const errand = begun.catch((fault) => onFault(name, fault)).finally(() => underWay.delete(errand));
			underWay.add(errand);
		},
		async settled() {
			await Promise.all(underWay);
		},
	};
}
