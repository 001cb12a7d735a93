import { createLive, type Live, type News, type NewsItem, TurnBudget } from "../../index.ts";
import { plainGuard, type TestViewer } from "../testWorld.ts";
import { Chance } from "./Chance.ts";
import { NewsBus } from "./NewsBus.ts";
import { INSIDER, scheduleSchema, scheduleStreams, Truth } from "./Truth.ts";
import { Visitor } from "./Visitor.ts";

const guard = plainGuard(scheduleSchema);
const nobody: TestViewer = { personId: null, signInId: null, roles: [] };
const PEOPLE = ["ada", "bob"];

/** One server process of the stage. */
interface Instance {
	live: Live;
	news: News;
}

/** Everything that one schedule plays on: a truth, two instances, news, and visitors. */
export class Stage {
	readonly chance: Chance;
	readonly truth: Truth;
	readonly bus = new NewsBus();
	readonly instances: Instance[] = [];
	readonly visitors: Visitor[] = [];
	/** Committed, and not yet announced; each knows its instance. */
	readonly unannounced: { by: Instance; announce: () => void }[] = [];
	/** Sockets that are gone, of which the server has not heard. */
	readonly unheardFarewells: (() => void)[] = [];

	constructor(seed: number) {
		this.chance = new Chance(seed);
		this.truth = new Truth(this.chance, this.chance.oneIn(3));
		for (const name of PEOPLE) this.signIn(name, [INSIDER]);
		for (let index = 0; index < 2; index += 1) this.instances.push(this.#open());
		const cookies = [undefined, "ada", "bob", "ada", undefined];
		for (const cookie of cookies) this.visitors.push(new Visitor(cookie, this.chance));
	}

	anInstance(): Instance {
		return this.chance.pick(this.instances) as Instance;
	}

	aVisitor(): Visitor {
		return this.chance.pick(this.visitors) as Visitor;
	}

	aPerson(): string {
		return this.chance.pick(PEOPLE) as string;
	}

	/** Also the way to change somebody's roles. What is allowed now may be sent at once. */
	signIn(personId: string, roles: readonly string[]): void {
		this.truth.people.set(personId, { personId, signInId: `of ${personId}`, roles });
		for (const { cookie, wire } of this.visitors)
			if (wire?.forbidden && cookie === personId) wire.forbidden = roles.includes(INSIDER) ? null : "closed";
	}

	/** A person's roles or sign-in changed, and it is committed: an instance is told. */
	viewerChanged(personId: string): void {
		const instance = this.anInstance();
		this.#forbid(instance, { kind: "viewer", personId });
		instance.live.viewerChanged(personId);
	}

	/** Stops an instance as a deployment does, and starts another in its place. */
	restart(): void {
		const place = this.chance.below(this.instances.length);
		const old = this.instances[place] as Instance;
		void old.live.stop();
		for (const { announce } of this.#unannouncedBy(old)) announce();
		void old.live.leaveNews();
		this.instances[place] = this.#open();
	}

	/** `kill -9`: sockets are cut, and what was committed and not announced stays so. Another starts in its place. */
	kill(): void {
		const place = this.chance.below(this.instances.length);
		const old = this.instances[place] as Instance;
		for (const visitor of this.visitors) if (visitor.wire?.live === old.live) visitor.vanish();
		this.#unannouncedBy(old);
		void old.live.leaveNews();
		this.instances[place] = this.#open();
	}

	#unannouncedBy(instance: Instance): typeof this.unannounced {
		const its = this.unannounced.filter(({ by }) => by === instance);
		for (const one of its) this.unannounced.splice(this.unannounced.indexOf(one), 1);
		return its;
	}

	#open(): Instance {
		const news = this.bus.join((item) => this.#forbid(instance, item));
		const live = createLive<TestViewer>({
			schema: scheduleSchema,
			guard,
			streams: scheduleStreams(this.truth),
			viewerOf: ({ cookie }) =>
				this.truth.access(() => (cookie ? (this.truth.people.get(cookie) ?? null) : nobody)),
			contextFor: (viewer) => ({ viewer, truth: this.truth }),
			formatError: (error) =>
				error.extensions.code
					? error.toJSON()
					: { message: "fault", extensions: { code: "INTERNAL_SERVER_ERROR" } },
			news,
			turnBudget: new TurnBudget(Number.POSITIVE_INFINITY),
			limits: {
				retryMs: 10,
				backlogBytes: 300,
				tailEvents: 5,
				initTimeoutMs: 2 ** 30,
				messagesPerSecond: 2 ** 30,
			},
		});
		const instance = { live, news };
		void live.start();
		return instance;
	}

	/** From the moment when an instance hears it, it may send no more of what is no longer allowed. */
	#forbid(instance: Instance, item: NewsItem | null): void {
		if (item?.kind === "topic") return;
		for (const { cookie, wire } of this.visitors) {
			if (!wire || wire.live !== instance.live || !cookie || (item && item.personId !== cookie)) continue;
			const viewer = this.truth.people.get(cookie);
			if (!viewer) wire.forbidden = "all";
			else wire.forbidden = viewer.roles.includes(INSIDER) ? null : "closed";
		}
	}
}
