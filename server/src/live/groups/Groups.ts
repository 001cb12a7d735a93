import type { GraphQLError, GraphQLSchema } from "graphql";
import type { LiveLimits } from "../limits.ts";
import type { AllowedOperation } from "../protocol/Guard.ts";
import type { Subscription } from "../protocol/Subscription.ts";
import type { TurnBudget } from "../protocol/TurnBudget.ts";
import type { Entrance, LiveViewer, LogEvent, LogStream, StreamDefinition } from "../streams.ts";
import { answer, type ExecutionWorld } from "./execution.ts";
import type { Group } from "./Group.ts";
import { LogGroup } from "./LogGroup.ts";
import type { Member } from "./Member.ts";
import { type Plan, planSubscription } from "./Plan.ts";
import { StateGroup } from "./StateGroup.ts";
import { stableJson } from "./stableJson.ts";

/** What the groups need of the engine. */
export interface GroupsWorld<V> extends ExecutionWorld<V> {
	readonly schema: GraphQLSchema;
	readonly streams: Readonly<Record<string, StreamDefinition<V>>>;
	readonly limits: LiveLimits;
	readonly turnBudget: TurnBudget;
	isNewsHealthy(): boolean;
}

/** All groups of one engine, found by key and by topic. */
export class Groups<V extends LiveViewer> {
	readonly #byKey = new Map<string, Group>();
	readonly #byTopic = new Map<string, Set<Group>>();

	constructor(private readonly world: GroupsWorld<V>) {}

	get size(): number {
		return this.#byKey.size;
	}

	/** Throws a GraphQLError if no stream serves the operation. */
	plan(operation: AllowedOperation): Plan {
		return planSubscription(this.world.schema, this.world.streams, operation);
	}

	/** Asks the stream whether this viewer may enter. Rejects with what `enter` throws. */
	async enter(plan: Plan, viewer: V): Promise<Entrance<V>> {
		return await plan.stream.enter(plan.args, viewer);
	}

	/** [L2] Puts a subscription into the group of its entrance; one that is already there stays where it is. */
	seat(subscription: Subscription, entrance: Entrance<V>): void {
		const before = subscription.onLeave;
		subscription.onLeave = entrance.onLeave ?? null;
		const key = groupKey(subscription.plan, entrance);
		if (subscription.group?.key !== key) {
			const hasMoved = this.#leaveGroup(subscription);
			subscription.group = this.#byKey.get(key) ?? this.#open(key, subscription.plan, entrance);
			subscription.plan = subscription.group.plan;
			subscription.group.join(subscription, hasMoved);
		}
		before?.();
	}

	/** Takes a subscription out of its group; no-op if it has none. */
	leave(subscription: Subscription): void {
		this.#leaveGroup(subscription);
		const { onLeave } = subscription;
		subscription.onLeave = null;
		onLeave?.();
	}

	announce(topic: string): void {
		// [L18] What most look at comes first; strangers can make as many groups of one as they like.
		const groups = [...(this.#byTopic.get(topic) ?? [])].sort((one, other) => other.size - one.size);
		for (const group of groups) group.announced();
	}

	append(topic: string, events: readonly LogEvent[]): void {
		for (const group of this.#byTopic.get(topic) ?? []) group.appended(events);
	}

	announceAll(): void {
		for (const group of this.#byKey.values()) group.announced();
	}

	/** Returns whether it was in one. */
	#leaveGroup(subscription: Subscription): boolean {
		const { group } = subscription;
		subscription.group = null;
		if (group?.leave(subscription)) this.#forget(group);
		return group !== null;
	}

	#open(key: string, plan: Plan, entrance: Entrance<V>): Group {
		const viewer = plan.isPersonal ? entrance.viewer : { ...entrance.viewer, personId: null, signInId: null };
		const run = (payload?: unknown) => answer(this.world, plan.operation, viewer, null, payload);
		const group =
			plan.stream.kind === "state"
				? this.#state(key, plan, entrance, run)
				: this.#log(key, plan, entrance, run);
		this.#byKey.set(key, group);
		for (const topic of new Set(group.topics)) {
			const groups = this.#byTopic.get(topic) ?? new Set();
			this.#byTopic.set(topic, groups.add(group));
		}
		return group;
	}

	#state(key: string, plan: Plan, { topics }: Entrance<V>, run: () => ReturnType<typeof answer>): Group {
		const { retryMs } = this.world.limits;
		return new StateGroup(key, plan, topics, {
			answer: () => this.#inTurn(plan, run),
			isNewsHealthy: () => this.world.isNewsHealthy(),
			retryMs,
		});
	}

	/** [L18] Executes now, or in a later turn of the event loop if this one has had enough. */
	#inTurn({ operation }: Plan, run: () => ReturnType<typeof answer>): ReturnType<typeof answer> {
		const { turnBudget } = this.world;
		return turnBudget.run(() => {
			turnBudget.charge(operation.cost);
			return run();
		});
	}

	#log(
		key: string,
		plan: Plan,
		{ topics }: Entrance<V>,
		run: (payload: unknown) => ReturnType<typeof answer>,
	): Group {
		const stream = plan.stream as LogStream<V>;
		return new LogGroup(key, plan, topics, {
			answer: run,
			read: (after) => stream.read(plan.args, after),
			expel: (member, error) => this.#expel(member, error),
			isNewsHealthy: () => this.world.isNewsHealthy(),
			limits: this.world.limits,
		});
	}

	#expel(member: Member, error: GraphQLError): void {
		member.fail([this.world.formatError(error)]);
	}

	#forget(group: Group): void {
		group.dissolve();
		this.#byKey.delete(group.key);
		for (const topic of group.topics) {
			const groups = this.#byTopic.get(topic);
			groups?.delete(group);
			if (groups?.size === 0) this.#byTopic.delete(topic);
		}
	}
}

/** A personal group is its viewer's as it is now: with other roles it is another group. */
function groupKey(plan: Plan, { scope, topics, viewer }: Entrance<LiveViewer>): string {
	return stableJson([plan.key, scope, plan.isPersonal ? viewer : null, [...topics].sort()]);
}
