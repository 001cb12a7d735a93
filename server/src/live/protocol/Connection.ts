import { OperationTypeNode } from "graphql";
import type { Answer } from "../groups/execution.ts";
import type { LiveSocket, LiveSocketListener, UpgradeFacts } from "../socket/LiveSocket.ts";
import type { LiveViewer } from "../streams.ts";
import type { AllowedOperation, Guard, OperationRequest } from "./Guard.ts";
import {
	BadMessage,
	type ClientMessage,
	CloseCode,
	CONNECTION_ACK,
	parseClientMessage,
	pongMessage,
} from "./messages.ts";
import { Operations, type OperationsHome, type OperationsWorld, tooManyOperations } from "./Operations.ts";
import type { TurnBudget } from "./TurnBudget.ts";
import type { ViewerChanges } from "./ViewerChanges.ts";

/** What a connection needs of the engine. */
export interface ConnectionWorld<V extends LiveViewer> extends OperationsWorld<V> {
	readonly guard: Guard;
	/** Null: refused. Rejects when it cannot be known just now. */
	viewerOf(upgrade: UpgradeFacts): Promise<V | null>;
	readonly viewerChanges: ViewerChanges;
	readonly turnBudget: TurnBudget;
	/** Counts the connection under its viewer; false if the sign-in has too many sockets. */
	admit(connection: Connection<V>): boolean;
	/** The connection is gone. */
	forget(connection: Connection<V>): void;
	answer(operation: AllowedOperation, viewer: V, upgrade: UpgradeFacts): Promise<Answer>;
	warn(fields: object, text: string): void;
}

/** Signs of a ping whose payload is echoed. A longer one is not even written: it may be nested without end. */
const LONGEST_ECHO = 1_024;

let connectionsSoFar = 0;

/** [L1] One client's side of graphql-transport-ws. Never touches a socket: it hears and speaks through LiveSocket. */
export class Connection<V extends LiveViewer> implements LiveSocketListener, OperationsHome<V> {
	/** Counts the connections of this process. */
	readonly serial = ++connectionsSoFar;
	/** Who looks; null until acknowledged. */
	viewer: V | null = null;
	/** When the viewer was last looked at, in ms of `Date.now`. */
	viewedAt = 0;
	review: Promise<void> | null = null;
	viewerVersion = 0;
	readonly #operations: Operations<V>;
	/** Until it is acknowledged. */
	#initTimer: NodeJS.Timeout | null;
	#hasInit = false;
	#isOver = false;
	#mustReviewAgain = false;
	#isAlive = true;
	/** Whether a subscription was told to wait. */
	#hasHeldBack = false;
	/** [L17] Messages that wait for their turn; null: none. */
	#backlog: string[] | null = null;
	#pauses = 0;
	#second = 0;
	#messagesThisSecond = 0;

	constructor(
		private readonly world: ConnectionWorld<V>,
		private readonly socket: LiveSocket,
		private readonly upgrade: UpgradeFacts,
	) {
		this.#operations = new Operations(world, this);
		const tooLate = () =>
			this.close(CloseCode.ConnectionInitialisationTimeout, "Connection initialisation timeout");
		this.#initTimer = setTimeout(tooLate, world.limits.initTimeoutMs);
	}

	receive(text: string): void {
		if (this.#isOver) return;
		this.#isAlive = true;
		if (this.#isTooTalkative()) return this.#silence();
		if (this.#backlog) this.#backlog.push(text);
		else if (this.world.turnBudget.isSpent) this.#putOff(text);
		else this.#read(text);
	}

	/** It is told why, and nothing that it still sends is read. */
	#silence(): void {
		this.close(CloseCode.TooManyMessages, "Too many messages");
		this.socket.pause();
	}

	/** [L17] Whatever comes after it waits too: messages keep their order. */
	#putOff(text: string): void {
		this.#backlog = [text];
		this.pause();
		this.world.turnBudget.wait(() => this.#goOn());
	}

	#goOn(): void {
		const next = this.#backlog?.shift();
		if (next !== undefined && !this.#isOver) this.#read(next);
		if (this.#backlog && this.#backlog.length > 0) return this.world.turnBudget.wait(() => this.#goOn());
		this.#backlog = null;
		this.resume();
	}

	#read(text: string): void {
		try {
			const message = this.world.turnBudget.spend(() => parseClientMessage(text));
			this.#handle(message, text.length <= LONGEST_ECHO);
		} catch (error) {
			if (error instanceof BadMessage) return this.close(CloseCode.BadRequest, error.message);
			this.world.warn({ err: error }, "a live message broke");
			this.close(CloseCode.InternalServerError, "Internal server error");
		}
	}

	controlled(): void {
		if (this.#isOver) return;
		this.#isAlive = true;
		if (this.#isTooTalkative()) this.#silence();
	}

	alive(): void {
		this.#isAlive = true;
	}

	drained(): void {
		if (!this.#hasHeldBack) return;
		this.#hasHeldBack = false;
		this.#operations.released();
	}

	gone(): void {
		if (this.#isOver) return;
		this.#isOver = true;
		this.#backlog = null;
		this.#stopWaiting();
		this.#operations.clear();
		this.world.forget(this);
	}

	/** [L14] Called at every interval: drops a socket that did not answer the last ping, else asks again. */
	beat(): void {
		if (!this.#isAlive) return this.socket.terminate();
		this.#isAlive = false;
		this.socket.ping();
	}

	/** Says why, and ends the connection. */
	close(code: number, reason: string): void {
		if (this.#isOver) return;
		this.socket.close(code, reason);
		this.gone();
	}

	isHeld(): boolean {
		const isHeld = this.review !== null || this.socket.waitingBytes > this.world.limits.backlogBytes;
		if (isHeld) this.#hasHeldBack = true;
		return isHeld;
	}

	send(head: string, tail?: Buffer): void {
		this.socket.send(head, tail);
		if (this.socket.waitingBytes <= this.world.limits.waitingBytes) return;
		this.close(CloseCode.TooSlow, "Too slow: resume where you were");
		this.socket.terminate();
	}

	answer(operation: AllowedOperation, viewer: V): Promise<Answer> {
		return this.world.answer(operation, viewer, this.upgrade);
	}

	pause(): void {
		this.#pauses += 1;
		if (this.#pauses === 1) this.socket.pause();
	}

	resume(): void {
		this.#pauses -= 1;
		if (this.#pauses === 0) this.socket.resume();
	}

	/**
	 * [L11] Looks at the viewer and every subscription again. From this moment until it is done, nothing is sent.
	 */
	reviewViewer(): void {
		if (this.#isOver || !this.viewer) return;
		this.#mustReviewAgain = true;
		this.review ??= this.#reviewUntilCertain().finally(() => {
			this.review = null;
			this.#operations.released();
		});
	}

	#handle(message: ClientMessage, isShort: boolean): void {
		switch (message.type) {
			case "connection_init":
				return this.#init();
			case "ping":
				return this.send(pongMessage(isShort ? message.payload : undefined));
			case "pong":
				return;
			case "subscribe":
				return this.#subscribe(message.id, message.payload);
			case "complete":
				return this.#operations.complete(message.id);
		}
	}

	#stopWaiting(): void {
		clearTimeout(this.#initTimer ?? undefined);
		this.#initTimer = null;
	}

	#init(): void {
		if (this.#hasInit)
			return this.close(CloseCode.TooManyInitialisationRequests, "Too many initialisation requests");
		this.#hasInit = true;
		void this.#look().then((isWelcome) => {
			if (!isWelcome || this.#isOver) return;
			this.#stopWaiting();
			this.send(CONNECTION_ACK);
		});
	}

	/**
	 * Finds out who looks. A change of this person that was announced while we asked may have come too late for the
	 * answer: then we ask again. Closes the connection, and returns false, if nobody may or if it cannot be known.
	 */
	async #look(): Promise<boolean> {
		const { viewerChanges } = this.world;
		try {
			for (;;) {
				const asked = viewerChanges.now;
				const viewer = await this.world.viewerOf(this.upgrade);
				if (this.#isOver) return false;
				const personId = viewer?.personId ?? null;
				if (personId === null || !viewerChanges.hasChanged(personId, asked)) return this.#accept(viewer);
			}
		} catch (error) {
			this.world.warn({ err: error }, "a live connection could not be attributed");
			this.close(CloseCode.TryAgainLater, "Try again later");
			return false;
		}
	}

	/** Files the connection under its viewer in the same turn in which the answer was found fresh. */
	#accept(viewer: V | null): boolean {
		const before = this.viewer;
		const isStillThere =
			!before || (viewer?.personId === before.personId && viewer.signInId === before.signInId);
		if (!viewer || !isStillThere) {
			this.close(CloseCode.Forbidden, "Forbidden");
			return false;
		}
		this.viewer = viewer;
		this.viewerVersion += 1;
		this.viewedAt = Date.now();
		if (before || this.world.admit(this)) return true;
		this.close(CloseCode.TooManySockets, "Too many sockets");
		return false;
	}

	#subscribe(id: string, request: OperationRequest): void {
		if (!this.viewer) return this.close(CloseCode.Unauthorized, "Unauthorized");
		if (this.#operations.has(id)) {
			return this.close(
				CloseCode.SubscriberAlreadyExists,
				`Subscriber for ${id.slice(0, 60)} already exists`,
			);
		}
		if (this.#operations.isFull) return this.#operations.refuse(id, [tooManyOperations()]);
		const { allowed, refused } = this.world.turnBudget.spend(() => this.world.guard.judge(request));
		if (refused) return this.#operations.refuse(id, refused);
		if (allowed.operation.operation !== OperationTypeNode.SUBSCRIPTION)
			this.world.turnBudget.charge(allowed.cost);
		this.#operations.begin(id, allowed, this.viewer);
	}

	async #reviewUntilCertain(): Promise<void> {
		while (this.#mustReviewAgain && !this.#isOver) {
			this.#mustReviewAgain = false;
			if (await this.#look()) await this.#reviewSubscriptions();
		}
	}

	async #reviewSubscriptions(): Promise<void> {
		const { refused, isUncertain } = await this.#operations.review();
		if (isUncertain) this.close(CloseCode.TryAgainLater, "Try again later");
		else if (refused > 0 && this.#operations.size === 0) this.close(CloseCode.Forbidden, "Forbidden");
	}

	#isTooTalkative(): boolean {
		const second = Math.floor(Date.now() / 1_000);
		if (second !== this.#second) this.#messagesThisSecond = 0;
		this.#second = second;
		this.#messagesThisSecond += 1;
		return this.#messagesThisSecond > this.world.limits.messagesPerSecond;
	}
}
