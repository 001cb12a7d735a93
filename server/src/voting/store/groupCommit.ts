/** Given instead of an answer: the item goes into the next commit as well. */
export const AGAIN = Symbol("again");

/** Ballots that one commit takes at most, where nothing else is said: a plenary's at once. */
export const MOST_IN_A_COMMIT = 2_000;

interface GroupCommitOptions<Item, Answer> {
	/** Commits the items and gives each its answer, in their order. When it throws, all of them fail. */
	readonly commit: (items: readonly Item[]) => Promise<(Answer | typeof AGAIN)[]>;
	/** Items of one key never go into the same commit; they follow each other in the order of `add`. */
	readonly keyOf: (item: Item) => string;
	/** Items in one commit at most. */
	readonly most: number;
}

interface Waiting<Item, Answer> {
	readonly item: Item;
	readonly resolve: (answer: Answer) => void;
	readonly reject: (fault: unknown) => void;
}

/** Group commit: what arrives while a commit is under way goes into the next one together, and is answered after it. */
class GroupCommit<Item, Answer> {
	#waiting: Waiting<Item, Answer>[] = [];
	#isRunning = false;

	constructor(private readonly options: GroupCommitOptions<Item, Answer>) {}

	/** Whether nothing is waiting and no commit is under way. */
	get isIdle(): boolean {
		return !this.#isRunning && this.#waiting.length === 0;
	}

	/** Resolves after the commit that held the item; rejects when that commit failed. */
	add(item: Item): Promise<Answer> {
		const answered = new Promise<Answer>((resolve, reject) => {
			this.#waiting.push({ item, resolve, reject });
		});
		if (!this.#isRunning) void this.#run();
		return answered;
	}

	async #run(): Promise<void> {
		this.#isRunning = true;
		// What arrives in the same turn of the event loop shares the first commit.
		await new Promise((turn) => setImmediate(turn));
		while (this.#waiting.length > 0) await this.#commit(this.#take());
		this.#isRunning = false;
	}

	/** The first waiting items, one of each key; the others keep their order. */
	#take(): Waiting<Item, Answer>[] {
		const taken = new Map<string, Waiting<Item, Answer>>();
		const left: Waiting<Item, Answer>[] = [];
		for (const waiting of this.#waiting) {
			const key = this.options.keyOf(waiting.item);
			if (taken.size < this.options.most && !taken.has(key)) taken.set(key, waiting);
			else left.push(waiting);
		}
		this.#waiting = left;
		return [...taken.values()];
	}

	async #commit(batch: Waiting<Item, Answer>[]): Promise<void> {
		try {
			const answers = await this.options.commit(batch.map(({ item }) => item));
			this.#answer(batch, answers);
		} catch (fault) {
			for (const { reject } of batch) reject(fault);
		}
	}

	#answer(batch: Waiting<Item, Answer>[], answers: (Answer | typeof AGAIN)[]): void {
		const again: Waiting<Item, Answer>[] = [];
		for (const [place, waiting] of batch.entries()) {
			const answer = answers[place] as Answer | typeof AGAIN;
			if (answer === AGAIN) again.push(waiting);
			else waiting.resolve(answer);
		}
		this.#waiting = [...again, ...this.#waiting];
	}
}

/** What the commits of all polls have in common. */
interface GroupCommitsOptions<Item, Answer> extends Pick<GroupCommitOptions<Item, Answer>, "keyOf" | "most"> {
	/** As in `GroupCommitOptions`, for one poll's items. */
	readonly commit: (pollId: string, items: readonly Item[]) => Promise<(Answer | typeof AGAIN)[]>;
}

/** Group commit poll by poll: no poll waits for another's. Only the queues of polls that are being voted on are kept. */
export class GroupCommits<Item, Answer> {
	readonly #queues = new Map<string, GroupCommit<Item, Answer>>();

	constructor(private readonly options: GroupCommitsOptions<Item, Answer>) {}

	/** As `GroupCommit.add`, in the poll's own queue. */
	async add(pollId: string, item: Item): Promise<Answer> {
		const queue = this.#queueOf(pollId);
		try {
			return await queue.add(item);
		} finally {
			if (queue.isIdle && this.#queues.get(pollId) === queue) this.#queues.delete(pollId);
		}
	}

	#queueOf(pollId: string): GroupCommit<Item, Answer> {
		const found = this.#queues.get(pollId);
		if (found) return found;
		const commit = (items: readonly Item[]) => this.options.commit(pollId, items);
		const queue = new GroupCommit({ ...this.options, commit });
		this.#queues.set(pollId, queue);
		return queue;
	}
}
