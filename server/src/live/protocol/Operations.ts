import { GraphQLError, type GraphQLFormattedError, OperationTypeNode } from "graphql";
import { type Answer, asGraphQLError } from "../groups/execution.ts";
import type { Plan } from "../groups/Plan.ts";
import type { LiveLimits } from "../limits.ts";
import type { Entrance } from "../streams.ts";
import type { AllowedOperation } from "./Guard.ts";
import { completeMessage, errorMessage, nextHead } from "./messages.ts";
import { Subscription, type SubscriptionHome } from "./Subscription.ts";

/** What the operations of a connection need of the engine. */
export interface OperationsWorld<V> {
	readonly limits: LiveLimits;
	plan(operation: AllowedOperation): Plan;
	enter(plan: Plan, viewer: V): Promise<Entrance<V>>;
	seat(subscription: Subscription, entrance: Entrance<V>): void;
	leave(subscription: Subscription): void;
	formatError(error: GraphQLError): GraphQLFormattedError;
}

/** What they need of their connection. */
export interface OperationsHome<V> extends SubscriptionHome {
	readonly viewer: V | null;
	/** Counts how often the viewer was looked at. */
	readonly viewerVersion: number;
	send(head: string, tail?: Buffer): void;
	answer(operation: AllowedOperation, viewer: V): Promise<Answer>;
	pause(): void;
	resume(): void;
}

/** What a review of all subscriptions found. */
export interface ReviewOutcome {
	readonly refused: number;
	/** Whether one could not be decided, because something broke. */
	readonly isUncertain: boolean;
}

/** A query or mutation under way, or a subscription that is being entered. Its place may be taken away. */
type Pending = { readonly isPending: true };

/** The operations of one connection, by message id. */
export class Operations<V> {
	readonly #byId = new Map<string, Pending | Subscription>();
	#running = 0;

	constructor(
		private readonly world: OperationsWorld<V>,
		private readonly home: OperationsHome<V>,
	) {}

	get size(): number {
		return this.#byId.size;
	}

	has(id: string): boolean {
		return this.#byId.has(id);
	}

	/** Begins an operation under an id that is free. */
	begin(id: string, operation: AllowedOperation, viewer: V): void {
		const isSubscription = operation.operation.operation === OperationTypeNode.SUBSCRIPTION;
		void (isSubscription ? this.#enter(id, operation) : this.#execute(id, operation, viewer));
	}

	/** Whether one more is allowed. */
	get isFull(): boolean {
		return this.#byId.size >= this.world.limits.operationsPerSocket;
	}

	/** Tells the client that the operation does not begin, and why. */
	refuse(id: string, errors: readonly GraphQLError[]): void {
		const told = errors.map((error) => this.world.formatError(error));
		this.home.send(errorMessage(id, told));
	}

	/** The client wants no more of it. No-op for ids that are free. */
	complete(id: string): void {
		const operation = this.#byId.get(id);
		this.#byId.delete(id);
		if (operation instanceof Subscription) this.world.leave(operation);
	}

	/** Ends an operation and tells the client why. */
	end(id: string, errors: readonly GraphQLFormattedError[]): void {
		this.complete(id);
		this.home.send(errorMessage(id, errors));
	}

	/** Forgets everything, without a word. */
	clear(): void {
		for (const subscription of this.#subscriptions()) this.world.leave(subscription);
		this.#byId.clear();
	}

	/** Something may be sent again. */
	released(): void {
		for (const subscription of this.#subscriptions()) subscription.group?.released(subscription);
	}

	/** [L11] Enters every subscription again, as the viewer that the connection has now. Refused ones end. */
	async review(): Promise<ReviewOutcome> {
		let refused = 0;
		for (const subscription of this.#subscriptions()) {
			try {
				await this.#enterAgain(subscription);
			} catch (error) {
				if (!(error instanceof GraphQLError)) return { refused, isUncertain: true };
				if (this.#byId.get(subscription.id) !== subscription) continue;
				refused += 1;
				this.end(subscription.id, [this.world.formatError(error)]);
			}
		}
		return { refused, isUncertain: false };
	}

	async #enterAgain(subscription: Subscription): Promise<void> {
		const entrance = await this.world.enter(subscription.plan, this.home.viewer as V);
		if (this.#byId.get(subscription.id) === subscription) this.world.seat(subscription, entrance);
		else entrance.onLeave?.();
	}

	async #execute(id: string, operation: AllowedOperation, viewer: V): Promise<void> {
		const pending = this.#reserve(id);
		this.#running += 1;
		if (this.#running === this.world.limits.runningPerSocket) this.home.pause();
		const { tail } = await this.home.answer(operation, viewer);
		if (this.#running === this.world.limits.runningPerSocket) this.home.resume();
		this.#running -= 1;
		if (this.home.review !== null) await this.home.review;
		if (this.#byId.get(id) !== pending) return;
		this.#byId.delete(id);
		this.home.send(nextHead(id), tail);
		this.home.send(completeMessage(id));
	}

	async #enter(id: string, operation: AllowedOperation): Promise<void> {
		const pending = this.#reserve(id);
		try {
			const subscription = new Subscription(this.home, this, id, this.world.plan(operation));
			const entrance = await this.#entranceFor(subscription.plan);
			if (this.#byId.get(id) !== pending) return entrance.onLeave?.();
			this.#byId.set(id, subscription);
			this.world.seat(subscription, entrance);
		} catch (error) {
			if (this.#byId.get(id) !== pending) return;
			this.#byId.delete(id);
			this.refuse(id, [asGraphQLError(error)]);
		}
	}

	/** An entrance that was granted to the viewer as it is now, not as it was when we asked. */
	async #entranceFor(plan: Plan): Promise<Entrance<V>> {
		for (;;) {
			const version = this.home.viewerVersion;
			const entrance = await this.world.enter(plan, this.home.viewer as V);
			if (version === this.home.viewerVersion) return entrance;
			entrance.onLeave?.();
		}
	}

	#reserve(id: string): Pending {
		const pending: Pending = { isPending: true };
		this.#byId.set(id, pending);
		return pending;
	}

	#subscriptions(): Subscription[] {
		return [...this.#byId.values()].filter((operation) => operation instanceof Subscription);
	}
}

/** [L15] One operation more than a socket may have. */
export function tooManyOperations(): GraphQLError {
	return new GraphQLError("Too many operations at a time on one socket.", {
		extensions: { code: "TOO_MANY_OPERATIONS" },
	});
}
