import type { RefusalCode } from "@crossroads/shared";

/** Thrown inside a transaction to undo it for a refusal; `orRefusal` turns it into the value that leaves the action. */
class Refused extends Error {
	constructor(readonly code: RefusalCode) {
		super(code);
	}
}

/** Ends the work in hand with this refusal; the transaction around it is rolled back. */
export function refuse(code: RefusalCode): never {
	throw new Refused(code);
}

/** The result of `work`, or the refusal that ended it. Faults pass through. */
export async function orRefusal<T extends object>(
	work: () => Promise<T>,
): Promise<(T & { refusal: null }) | { refusal: RefusalCode }> {
	try {
		return { ...(await work()), refusal: null };
	} catch (fault) {
		if (fault instanceof Refused) return { refusal: fault.code };
		throw fault;
	}
}
