/** Whether the statement broke a unique constraint or index (of that name, if given). */
export function isUniqueViolation(fault: unknown, constraint?: string): boolean {
	return hasCode(fault, ["23505"]) && (constraint === undefined || fault.constraint === constraint);
}

/** Whether the same transaction may succeed if it is simply run again (serialization failure, deadlock). */
export function isRetryable(fault: unknown): boolean {
	return hasCode(fault, ["40001", "40P01"]);
}

/** Whether PostgreSQL cannot be reached, is starting or stopping, or has no connection left: try again later. */
export function isUnavailable(fault: unknown): boolean {
	const system = ["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT"];
	const server = ["57P01", "57P02", "57P03", "53300", "08006", "08001", "08003"];
	const isLost =
		fault instanceof Error && /Connection terminated|timeout exceeded when trying/.test(fault.message);
	return isLost || hasCode(fault, [...system, ...server]);
}

function hasCode(fault: unknown, codes: string[]): fault is { code: string; constraint?: string } {
	const code = (fault as { code?: unknown } | null)?.code;
	return typeof code === "string" && codes.includes(code);
}
