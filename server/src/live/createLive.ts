import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { GraphQLError, GraphQLFormattedError, GraphQLSchema } from "graphql";
import { type WebSocket, WebSocketServer } from "ws";
import { type Answer, answer } from "./groups/execution.ts";
import { Groups } from "./groups/Groups.ts";
import { defaultLimits, type LiveLimits } from "./limits.ts";
import { localNews, type News } from "./news/News.ts";
import { Connection, type ConnectionWorld } from "./protocol/Connection.ts";
import type { Guard } from "./protocol/Guard.ts";
import { CloseCode, SUBPROTOCOL } from "./protocol/messages.ts";
import { TurnBudget } from "./protocol/TurnBudget.ts";
import { ViewerChanges } from "./protocol/ViewerChanges.ts";
import { Connections } from "./socket/Connections.ts";
import { startHeartbeat } from "./socket/heartbeat.ts";
import type { LiveSocket, LiveSocketListener, UpgradeFacts } from "./socket/LiveSocket.ts";
import { WsSocket } from "./socket/wsSocket.ts";
import type { LiveViewer, LogEvent, StreamDefinition } from "./streams.ts";

/** What the engine is made of; README.md explains each. */
export interface LiveOptions<V extends LiveViewer> {
	readonly schema: GraphQLSchema;
	readonly guard: Guard;
	readonly streams: Readonly<Record<string, StreamDefinition<V>>>;
	/** Who opened the socket; null: refused with 4403. Called at connection_init and at every review. */
	viewerOf(upgrade: UpgradeFacts): Promise<V | null>;
	/** The context of one execution, new for each. `upgrade` is null when it is for a shared group. */
	contextFor(viewer: V, upgrade: UpgradeFacts | null): unknown;
	/** What of an error may leave the server. Faults must get the code INTERNAL_SERVER_ERROR. */
	formatError(error: GraphQLError): GraphQLFormattedError;
	readonly news?: News;
	readonly log?: LiveLog;
	readonly limits?: Partial<LiveLimits>;
	/** Shared by all that serve documents in this process; without it, the engine has its own. */
	readonly turnBudget?: TurnBudget;
}

/** Where the engine writes what nobody else hears of; pino fits. */
export interface LiveLog {
	warn(fields: object, text: string): void;
}

/** How the engine is: `news` is down while other instances' news may be missed. */
export interface LiveHealth {
	readonly news: "up" | "down";
	readonly sockets: number;
	readonly groups: number;
}

/** A running engine. */
export interface Live {
	/** Begins to listen to the news of other instances. */
	start(): Promise<void>;
	/** Something under this topic changed, and is committed. Tells every instance; returns at once. */
	announce(topic: string): void;
	/** These events were committed, in this order: Log groups on the topic pass them on. Returns at once. */
	append(topic: string, events: readonly LogEvent[]): void;
	/** The roles or sign-ins of a person changed: their sockets get nothing more before they are looked at again. */
	viewerChanged(personId: string): void;
	/** Takes over a WebSocket upgrade. The caller has checked path and Origin. */
	accept(request: IncomingMessage, socket: Duplex, head: Buffer): void;
	/** Serves the protocol over any wire: tell the returned listener what comes in. */
	connect(socket: LiveSocket, upgrade: UpgradeFacts): LiveSocketListener;
	health(): LiveHealth;
	/**
	 * Closes every socket with 1012 (come back). Resolves when the sockets are gone and their mutations have come to
	 * an end, or after 3 s. What is announced meanwhile still reaches the other instances.
	 */
	stop(): Promise<void>;
	/** Leaves the news of the other instances. Call it after the last announcement; idempotent. */
	leaveNews(): Promise<void>;
}

const STOP_PATIENCE_MS = 3_000;

/** Builds an engine. It serves sockets at once; other instances' news only after `start`. */
export function createLive<V extends LiveViewer>(options: LiveOptions<V>): Live {
	const limits: LiveLimits = { ...defaultLimits, ...options.limits };
	const news = options.news ?? localNews();
	const connections = new Connections<V>();
	const viewerChanges = new ViewerChanges();
	const underWay = new Set<Promise<Answer>>();
	const turnBudget = options.turnBudget ?? new TurnBudget();
	const groups = new Groups<V>({
		schema: options.schema,
		streams: options.streams,
		contextFor: (viewer, upgrade) => options.contextFor(viewer, upgrade),
		formatError: (error) => options.formatError(error),
		limits,
		turnBudget,
		isNewsHealthy: () => news.isHealthy(),
	});
	const world: ConnectionWorld<V> = {
		guard: options.guard,
		limits,
		viewerOf: (upgrade) => options.viewerOf(upgrade),
		viewerChanges,
		turnBudget,
		admit: (connection) => connections.admit(connection, limits.socketsPerSignIn),
		forget: (connection) => connections.forget(connection),
		answer: (operation, viewer, upgrade) =>
			keepWhilePending(underWay, answer(options, operation, viewer, upgrade)),
		plan: (operation) => groups.plan(operation),
		enter: (plan, viewer) => groups.enter(plan, viewer),
		seat: (subscription, entrance) => groups.seat(subscription, entrance),
		leave: (subscription) => groups.leave(subscription),
		formatError: (error) => options.formatError(error),
		warn: (fields, text) => options.log?.warn(fields, text),
	};
	const sockets = new WebSocketServer({
		noServer: true,
		maxPayload: limits.frameBytes,
		perMessageDeflate: false,
		handleProtocols: (offered) => offered.has(SUBPROTOCOL) && SUBPROTOCOL,
	});
	const stopHeartbeat = startHeartbeat(connections, limits);
	let isStopping = false;

	const reviewPerson = (personId: string) => {
		viewerChanges.note(personId);
		for (const connection of connections.ofPerson(personId)) connection.reviewViewer();
	};
	const catchUpOnEverything = () => {
		viewerChanges.noteEverybody();
		groups.announceAll();
		for (const connection of connections.signedIn()) connection.reviewViewer();
	};
	const connect = (socket: LiveSocket, upgrade: UpgradeFacts) => {
		const connection = new Connection<V>(world, socket, upgrade);
		connections.add(connection);
		if (isStopping) connection.close(CloseCode.ServiceRestart, "Restarting: come back");
		return connection;
	};

	return {
		connect,
		start: () =>
			news.listen({
				heard: (item) => (item.kind === "topic" ? groups.announce(item.topic) : reviewPerson(item.personId)),
				missed: catchUpOnEverything,
			}),
		announce(topic) {
			groups.announce(topic);
			news.publish({ kind: "topic", topic });
		},
		append(topic, events) {
			groups.append(topic, events);
			news.publish({ kind: "topic", topic });
		},
		viewerChanged(personId) {
			reviewPerson(personId);
			news.publish({ kind: "viewer", personId });
		},
		accept(request, wire, head) {
			sockets.handleUpgrade(request, wire, head, (ws) => {
				if (ws.protocol !== SUBPROTOCOL) return turnAway(ws);
				const socket = new WsSocket(ws, wire);
				socket.listenTo(connect(socket, upgradeFacts(request)));
			});
		},
		health: () => ({
			news: news.isHealthy() ? "up" : "down",
			sockets: connections.size,
			groups: groups.size,
		}),
		async stop() {
			isStopping = true;
			stopHeartbeat();
			for (const connection of [...connections])
				connection.close(CloseCode.ServiceRestart, "Restarting: come back");
			await allClosed(sockets, underWay);
		},
		leaveNews: () => news.close(),
	};
}

/** What it still sends may break the rules of WebSocket: an "error" that nobody listens to would end the process. */
function turnAway(ws: WebSocket): void {
	ws.on("error", () => {});
	ws.close(CloseCode.SubprotocolNotAcceptable, "Subprotocol not acceptable");
}

function upgradeFacts({ headers, socket }: IncomingMessage): UpgradeFacts {
	return {
		cookie: headers.cookie,
		host: headers.host,
		acceptLanguage: headers["accept-language"],
		address: socket.remoteAddress,
	};
}

function keepWhilePending<T>(pending: Set<Promise<T>>, promise: Promise<T>): Promise<T> {
	pending.add(promise);
	return promise.finally(() => pending.delete(promise));
}

async function allClosed(sockets: WebSocketServer, underWay: ReadonlySet<Promise<unknown>>): Promise<void> {
	const closed = [...sockets.clients].map((ws) => new Promise((resolve) => ws.once("close", resolve)));
	let timer: NodeJS.Timeout | undefined;
	const patience = new Promise((resolve) => {
		timer = setTimeout(resolve, STOP_PATIENCE_MS);
	});
	await Promise.race([Promise.allSettled([...closed, ...underWay]), patience]);
	clearTimeout(timer);
	for (const ws of sockets.clients) ws.terminate();
}
