import type { GraphQLSchema } from "graphql";
import { buildSchema } from "type-graphql";
import type { Config } from "./config.ts";
import type { Database } from "./database/index.ts";
import { draftingResolvers, draftingStreams } from "./drafting/graphql/index.ts";
import { createDraftingRoom, draftingEntities, type WriterIdentity } from "./drafting/index.ts";
import {
	createEndpoint,
	createHttp,
	createHttpLog,
	type Downloads,
	type Http,
	type HttpConfig,
	readTrustedDocuments,
	signInTokenOf,
} from "./http/index.ts";
import { initiativesResolvers } from "./initiatives/graphql/index.ts";
import { createInitiativesRoom, initiativesEntities } from "./initiatives/index.ts";
import { readKeys, type ServerKeys } from "./keys.ts";
import {
	type Live,
	type LogEvent,
	localNews,
	type News,
	redisNews,
	type StreamDefinition,
	shareNews,
	TurnBudget,
} from "./live/index.ts";
import { networkResolvers } from "./network/graphql/index.ts";
import { createNetworkRoom, networkEntities } from "./network/index.ts";
import { peopleResolvers } from "./people/graphql/index.ts";
import { createMailer, createPeopleRoom, nobody, peopleEntities, type Viewer } from "./people/index.ts";
import { programmeResolvers, programmeStreams } from "./programme/graphql/index.ts";
import { createProgrammeRoom, programmeEntities } from "./programme/index.ts";
import { publicResolvers, publicStreams } from "./publicGraph/graphql/index.ts";
import { createPublicGraphRoom } from "./publicGraph/index.ts";
import { recommendationsResolvers, recommendationsStreams } from "./recommendations/graphql/index.ts";
import { createRecommendationsRoom, recommendationsEntities } from "./recommendations/index.ts";
import { votingResolvers, votingStreams } from "./voting/graphql/index.ts";
import { createVotingRoom, votingEntities } from "./voting/index.ts";

/** Every room's rows, for MikroORM. */
export const entities = [
	...peopleEntities,
	...networkEntities,
	...programmeEntities,
	...initiativesEntities,
	...recommendationsEntities,
	...draftingEntities,
	...votingEntities,
];

/** What the rooms need of the world. */
export interface HouseWorld {
	readonly database: Database;
	readonly config: Config;
	readonly keys: ServerKeys;
	readonly clock: () => Date;
	/** Base address of the site, without a slash at its end; known once it listens. */
	readonly address: () => string;
	/** Tells those who look that something changed; only ever after the commit. */
	readonly announce: (topic: string) => void;
	readonly append: (topic: string, events: readonly LogEvent[]) => void;
	readonly viewerChanged: (personId: string) => void;
	readonly warn: (fields: object, text: string) => void;
}

/** All rooms, each given what it needs of the others. */
export type Rooms = ReturnType<typeof createRooms>;

/** Wires the rooms, in the order in which they may know each other. */
export function createRooms(world: HouseWorld) {
	const { database, clock, announce, config } = world;
	const mailer = createMailer(config.mail);
	const people = createPeopleRoom({
		database,
		clock,
		mailer,
		publicAddress: world.address,
		isDemonstration: config.isDemonstration,
		viewerChanged: world.viewerChanged,
		onFault: (name, fault) => world.warn({ err: fault }, `${name} failed`),
	});
	const network = createNetworkRoom({ database });
	const programme = createProgrammeRoom({ database, clock, announce, mailer, people });
	const initiatives = createInitiativesRoom({ database });
	const drafting = createDraftingRoom({
		database,
		clock,
		announce,
		append: world.append,
		identityOf: identityOf(people, network),
		warn: world.warn,
		redisUrl: config.redisUrl,
	});
	const recommendations = createRecommendationsRoom({
		database,
		clock,
		announce,
		drafts: drafting.draftText,
		agenda: programme,
	});
	const voting = createVotingRoom({
		database,
		ballotKey: world.keys.ballot,
		clock,
		announce,
		session: programme,
		decideRecommendation: recommendations.decideRecommendation,
		boardKey: world.keys.board,
	});
	const publicGraph = createPublicGraphRoom({ database, network });
	return { people, network, programme, initiatives, recommendations, drafting, voting, publicGraph };
}

type Named = Pick<ReturnType<typeof createPeopleRoom>, "personsOf">;
type Located = Pick<ReturnType<typeof createNetworkRoom>, "shelf">;

/** Who somebody is to the others at a draft: the name, and the city they write for. */
function identityOf(people: Named, network: Located) {
	return async (personId: string, partnerId: string | null): Promise<WriterIdentity | null> => {
		const [person] = await people.personsOf([personId]);
		if (!person) return null;
		const partner = partnerId ? await network.shelf.partner(partnerId) : null;
		return { name: person.name, partnerCode: partner?.code ?? null };
	};
}

/** The two schemas: what members see, and what everybody sees. */
export async function createSchemas(rooms: Rooms) {
	const memberResolvers = [
		...peopleResolvers(rooms.people),
		...networkResolvers(rooms.network),
		...programmeResolvers(rooms),
		...initiativesResolvers(rooms),
		...recommendationsResolvers(rooms),
		...draftingResolvers(rooms),
		...votingResolvers(rooms),
	];
	return {
		member: await schemaOf(memberResolvers, []),
		public: await schemaOf(publicResolvers(rooms.publicGraph), []),
	};
}

type Class = abstract new (...args: never[]) => object;

/** TypeGraphQL asks its container for a resolver by class; ours are made by their rooms. */
function schemaOf(resolvers: readonly object[], orphanedTypes: readonly Class[]): Promise<GraphQLSchema> {
	const instances = new Map<unknown, object>(resolvers.map((resolver) => [resolver.constructor, resolver]));
	const classes = [...instances.keys()];
	return buildSchema({
		resolvers: classes as never,
		orphanedTypes: orphanedTypes as never,
		container: { get: (someClass) => instances.get(someClass) },
		validate: false,
		pubSub: { publish() {}, subscribe: () => ({}) as never },
	});
}

/** The whole server, not yet listening. */
export interface House {
	readonly rooms: Rooms;
	readonly http: Http;
	/** Begins to hear other instances, then listens; resolves to the address. */
	listen(): Promise<string>;
	/** Tells sockets to come back, finishes what is under way. Idempotent. */
	close(): Promise<void>;
}

/** Builds the server over a migrated database. */
export async function createHouse(
	config: Config,
	database: Database,
	clientDist: string | null,
): Promise<House> {
	const httpConfig: HttpConfig = {
		isProduction: config.isProduction,
		logLevel: config.isProduction ? "info" : "warn",
		origin: config.publicAddress,
	};
	const log = createHttpLog(httpConfig);
	const engines: Live[] = [];
	let address = config.publicAddress ?? "";
	const rooms = createRooms({
		database,
		config,
		keys: readKeys(config),
		clock: () => new Date(),
		address: () => address,
		announce: (topic) => onEach(engines, (live) => live.announce(topic)),
		append: (topic, events) => onEach(engines, (live) => live.append(topic, events)),
		viewerChanged: (personId) => onEach(engines, (live) => live.viewerChanged(personId)),
		warn: log.warn,
	});
	const schemas = await createSchemas(rooms);
	const [memberNews, publicNews] = shareNews(config.redisUrl ? redisNews(config.redisUrl) : localNews(), 2);
	const tokenIn = (cookie: string | undefined) => signInTokenOf(cookie, httpConfig);
	const common = { log, turnBudget: new TurnBudget(), address: () => address };
	const member = createEndpoint({
		...common,
		schema: schemas.member,
		streams: memberStreams(rooms),
		news: memberNews as News,
		tokenIn,
		viewerOfToken: rooms.people.viewerOfToken,
		requiresPaging: false,
		trusted: config.trustedDocuments === null ? null : readTrustedDocuments(config.trustedDocuments),
	});
	const everybody = createEndpoint({
		...common,
		schema: schemas.public,
		streams: publicStreams(rooms.publicGraph),
		news: publicNews as News,
		tokenIn: () => null,
		viewerOfToken: async () => nobody,
		requiresPaging: true,
	});
	engines.push(member.live, everybody.live);
	const http = await createHttp({
		config: httpConfig,
		member,
		public: everybody,
		log,
		clientDist,
		downloads: downloadsOf(rooms, tokenIn),
		ready: {
			database: () => database.isReady(),
			...(config.redisUrl && { redis: () => member.live.health().news === "up" }),
		},
	});
	return {
		rooms,
		http,
		async listen() {
			await Promise.all(engines.map((live) => live.start()));
			const listening = await http.listen(config.port, config.host);
			address = config.publicAddress ?? `http://localhost:${new URL(listening).port}`;
			return address;
		},
		async close() {
			await http.close();
			await rooms.drafting.close();
			await rooms.people.errands.settled();
		},
	};
}

function onEach(engines: readonly Live[], tell: (live: Live) => void): void {
	for (const live of engines) tell(live);
}

/** Files beside the graph: the boards of polls, and the key by which they are signed. */
function downloadsOf(rooms: Rooms, tokenIn: (cookie: string | undefined) => string | null): Downloads {
	const key = Buffer.from(`${rooms.voting.boardKey}\n`);
	return {
		"/polls/:id/board.json": async ({ params, cookie }) => {
			const viewer = await rooms.people.viewerOfToken(tokenIn(cookie));
			const board = await rooms.voting.board(viewer, params.id ?? "");
			return board && { ...board, type: "application/json; charset=utf-8" };
		},
		"/.well-known/crossroads-board-key": async () => ({
			type: "text/plain; charset=utf-8",
			bytes: key,
			etag: `"${rooms.voting.boardKey}"`,
		}),
	};
}

function memberStreams(rooms: Rooms): Record<string, StreamDefinition<Viewer>> {
	return {
		...programmeStreams(rooms),
		...recommendationsStreams(rooms),
		...draftingStreams(rooms),
		...votingStreams(rooms),
	};
}
