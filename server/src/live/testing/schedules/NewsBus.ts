import type { News, NewsItem, NewsListener } from "../../index.ts";

/** A letter under way to an instance; without news: look at everything. */
interface Letter {
	readonly to: Seat;
	readonly item: NewsItem | null;
}

interface Seat {
	listener: NewsListener | null;
	isCut: boolean;
	hasLostLetters: boolean;
}

/**
 * News between instances that the schedule carries by hand: late, in any order, or not at all where a wire is cut. What
 * is lost is made known when the wire is mended, as redisNews does [L13].
 */
export class NewsBus {
	readonly #seats = new Map<News, Seat>();
	readonly underWay: Letter[] = [];
	/** Plants a bug: letters vanish, and nobody is told. */
	losesSilently = false;

	/** The news of one more instance. `heard` is called before the instance hears. */
	join(heard: (item: NewsItem | null) => void): News {
		const seat: Seat = { listener: null, isCut: false, hasLostLetters: false };
		const news: News = {
			listen: async (listener) => {
				seat.listener = {
					heard: (item) => {
						heard(item);
						listener.heard(item);
					},
					missed: () => {
						heard(null);
						listener.missed();
					},
				};
				this.#publish(seat, null); // what a predecessor failed to say
			},
			publish: (item) => this.#publish(seat, item),
			isHealthy: () => !seat.isCut,
			close: async () => void this.#seats.delete(news),
		};
		this.#seats.set(news, seat);
		return news;
	}

	carry(letter: Letter | undefined): void {
		if (!letter || letter.to.isCut) return;
		if (letter.item) letter.to.listener?.heard(letter.item);
		else letter.to.listener?.missed();
	}

	cut(news: News): void {
		const seat = this.#seats.get(news);
		if (seat) seat.isCut = true;
		for (const lost of this.underWay.filter(({ to }) => to === seat))
			this.underWay.splice(this.underWay.indexOf(lost), 1);
	}

	mend(news: News): void {
		const seat = this.#seats.get(news);
		if (!seat?.isCut) return;
		seat.isCut = false;
		seat.listener?.missed();
		if (seat.hasLostLetters) this.#publish(seat, null);
		seat.hasLostLetters = false;
	}

	#publish(from: Seat, item: NewsItem | null): void {
		if (this.losesSilently) return;
		if (from.isCut) from.hasLostLetters = true;
		else
			for (const to of this.#seats.values()) if (to !== from && !to.isCut) this.underWay.push({ to, item });
	}
}
