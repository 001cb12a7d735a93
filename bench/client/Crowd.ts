import { openSubscriber } from "./handshake.ts";
import type { LoadSocket } from "./LoadSocket.ts";
import type { Target } from "./Target.ts";
import { Trigger } from "./Trigger.ts";

/** One subscriber of the crowd. */
export interface Subscriber {
	/** Messages since it was opened. */
	heard: number;
}

const OPENED_AT_A_TIME = 200;
const PATIENCE_MS = 90_000;

/** All subscribers of one target, and the trigger of its events. */
export class Crowd {
	readonly target: Target;
	readonly subscribers: Subscriber[] = [];
	/** Messages that came to anybody since the crowd was opened. */
	arrived = 0;
	/** Told of every message. */
	onMessage: ((subscriber: Subscriber, text: string | null) => void) | null = null;
	trigger!: Trigger;
	readonly #sockets: LoadSocket[] = [];
	#goal = Number.POSITIVE_INFINITY;
	#reached: () => void = () => {};
	#failed: (fault: Error) => void = () => {};
	#fault: Error | null = null;

	private constructor(target: Target) {
		this.target = target;
	}

	/** So many subscribers, all of whom have heard of an event. */
	static async open(target: Target, count: number): Promise<Crowd> {
		const crowd = new Crowd(target);
		const waiting = Array.from({ length: count }, (_, place) => place);
		const lane = async () => {
			for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) await crowd.#add(place);
		};
		await Promise.all(Array.from({ length: OPENED_AT_A_TIME }, lane));
		crowd.trigger = await Trigger.open(target, (fault) => crowd.#fail(fault));
		await crowd.#settle();
		return crowd;
	}

	get size(): number {
		return this.#sockets.length;
	}

	/** Resolves when so many more messages than `since` have arrived in all. Rejects when a socket is lost. */
	reaches(since: number, more: number): Promise<void> {
		this.#goal = since + more;
		return new Promise((resolve, reject) => {
			const timer = setTimeout(() => reject(new Error(this.#complaint(since, more))), PATIENCE_MS);
			this.#reached = () => {
				clearTimeout(timer);
				this.#goal = Number.POSITIVE_INFINITY;
				resolve();
			};
			this.#failed = (fault) => {
				clearTimeout(timer);
				reject(fault);
			};
			if (this.#fault) this.#failed(this.#fault);
			else if (this.arrived >= this.#goal) this.#reached();
		});
	}

	/** Has the first subscriber hand over its texts, or stop doing so. */
	collect(isCollecting: boolean): void {
		const [first] = this.#sockets;
		if (isCollecting) first?.collect();
		else first?.countOnly();
	}

	close(): void {
		this.trigger?.close();
		for (const socket of this.#sockets) socket.cut();
	}

	#complaint(since: number, more: number): string {
		return `${this.arrived - since} of ${more} messages arrived within ${PATIENCE_MS / 1_000} s`;
	}

	async #add(place: number): Promise<void> {
		const { cookies, subscriptions } = this.target;
		const subscriber: Subscriber = { heard: 0 };
		const socket = await openSubscriber(
			this.target,
			cookies.length > 0 ? (cookies[place % cookies.length] as string) : null,
			subscriptions,
			{
				text: (text) => this.#hear(subscriber, text),
				lost: (reason) => this.#fail(new Error(`a subscriber was lost: ${reason}`)),
			},
		);
		socket.countOnly();
		this.#sockets.push(socket);
		this.subscribers.push(subscriber);
	}

	/** A stock server does not say when a subscription has begun: it has when an event arrives. */
	async #settle(): Promise<void> {
		if (this.size === 0) return;
		await new Promise((resolve) => setTimeout(resolve, 200));
		const burst = Math.max(1, this.target.subscriptions.length);
		const since = this.arrived;
		this.trigger.burst(burst);
		await this.reaches(since, this.size * burst);
	}

	#hear(subscriber: Subscriber, text: string | null): void {
		subscriber.heard += 1;
		this.arrived += 1;
		this.onMessage?.(subscriber, text);
		if (this.arrived >= this.#goal) this.#reached();
	}

	#fail(fault: Error): void {
		this.#fault = fault;
		this.#failed(fault);
	}
}
