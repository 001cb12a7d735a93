/** Something whose waiting frames leave together. */
export interface Flushable {
	flush(): void;
}

let waiting: Flushable[] = [];

/** [L12] Has `flush` called once, when the event loop has finished this turn's callbacks. Call it once a turn. */
export function flushAtEndOfTurn(flushable: Flushable): void {
	if (waiting.length === 0) setImmediate(flushAll);
	waiting.push(flushable);
}

function flushAll(): void {
	const flushables = waiting;
	waiting = [];
	for (const flushable of flushables) flushable.flush();
}
