import type { Database, QueryOptions, Transaction, TransactionOptions } from "../../database/index.ts";
import type { DraftingRoom } from "../index.ts";
import { aDraftingRoom } from "./aDraftingRoom.ts";
import type { Dice } from "./Dice.ts";

/** So small that every draft is merged and archived many times while it is written. */
const limits = { snapshotEvery: 8, keptBehindSnapshot: 6, chunk: 8 };

/**
 * Two instances over one database; now and then a commit fails, or its answer is lost, and an instance is replaced by a
 * fresh one.
 */
export class Instances {
	readonly #rooms: DraftingRoom[] = [];
	readonly #faults: string[] = [];
	#willFail = false;

	constructor(
		private readonly database: Database,
		private readonly plant: (room: DraftingRoom) => DraftingRoom = (room) => room,
	) {
		this.#rooms = [this.#begin(), this.#begin()];
	}

	any(dice: Dice): DraftingRoom {
		if (dice.happens(0.01)) this.#willFail = true;
		return dice.pick(this.#rooms);
	}

	/** As after a kill: whatever was under way there has its own end, nobody waits for it. */
	restart(dice: Dice): void {
		const [old] = this.#rooms.splice(dice.whole(0, 1), 1, this.#begin());
		void old?.close();
	}

	async close(): Promise<readonly string[]> {
		await Promise.all(this.#rooms.map((room) => room.close()));
		return this.#faults;
	}

	async rest(): Promise<void> {
		await Promise.all(this.#rooms.map((room) => room.idle()));
	}

	#begin(): DraftingRoom {
		const warn = ({ fault }: Record<string, unknown>, text: string) =>
			fault && this.#faults.push(`${text} ${fault}`);
		return this.plant(aDraftingRoom(this.#failing(), { limits, warn }));
	}

	#failing(): Database {
		return Object.assign(Object.create(this.database) as Database, {
			query: async <Row>(text: string, ...more: [(readonly unknown[])?, QueryOptions?]): Promise<Row[]> => {
				const rows = await this.database.query<Row>(text, ...more);
				if (!this.#willFail || !text.includes("append_to_draft")) return rows;
				this.#willFail = false;
				throw new Error("killed before the answer");
			},
			transaction: <T>(work: (tx: Transaction) => Promise<T>, options?: TransactionOptions) =>
				this.database.transaction(async (tx) => {
					const result = await work(tx);
					if (!this.#willFail || options?.isolation) return result;
					this.#willFail = false;
					throw new Error("killed before the commit");
				}, options),
		});
	}
}
