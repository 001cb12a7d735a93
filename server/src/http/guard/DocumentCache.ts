/** The newest `most` values by key; the least recently used one goes first. */
export class DocumentCache<T> {
	readonly #values = new Map<string, T>();

	constructor(private readonly most: number) {}

	get size(): number {
		return this.#values.size;
	}

	get(key: string): T | undefined {
		const value = this.#values.get(key);
		if (value === undefined) return undefined;
		this.#values.delete(key);
		this.#values.set(key, value);
		return value;
	}

	set(key: string, value: T): void {
		this.#values.set(key, value);
		if (this.#values.size <= this.most) return;
		const [oldest] = this.#values.keys();
		if (oldest !== undefined) this.#values.delete(oldest);
	}
}
