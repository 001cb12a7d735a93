/** Rejects with what is being waited for, where it is not done within so many ms: a trial must not hang in silence. */
export async function within<T>(ms: number, work: Promise<T>, waitingFor: () => string): Promise<T> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new Error(`not done within ${ms / 1_000} s: ${waitingFor()}`)), ms);
	});
	try {
		return await Promise.race([work, late]);
	} finally {
		clearTimeout(timer);
	}
}
