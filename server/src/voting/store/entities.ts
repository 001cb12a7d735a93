import { randomUUID } from "node:crypto";
import { defineEntity, p } from "@mikro-orm/core";

const PollSchema = defineEntity({
	name: "Poll",
	tableName: "poll",
	properties: {
		id: p
			.uuid()
			.primary()
			.onCreate(() => randomUUID()),
		sessionId: p.uuid(),
		agendaItemId: p.uuid().nullable(),
		recommendationVersionId: p.uuid().nullable(),
		question: p.text(),
		method: p.text().default("YES_NO_ABSTAIN"),
		options: p.json(),
		settings: p.json(),
		secrecy: p.text().default("NAMED"),
		state: p.text(),
		quorumNumerator: p.integer().default(1),
		quorumDenominator: p.integer().default(2),
		needsMajorityOfCities: p.boolean().default(false),
		allowsBallotChange: p.boolean().default(false),
		rule: p.json(),
		isPublic: p.boolean().default(true),
		proxyCap: p.integer().default(0),
		papers: p.integer().default(0),
		entitled: p.integer().nullable(),
		entitledCities: p.integer().nullable(),
		entitledWeight: p.integer().nullable(),
		present: p.integer().nullable(),
		presentCities: p.integer().nullable(),
		presentAtClosing: p.integer().nullable(),
		citiesAtClosing: p.integer().nullable(),
		electorateHash: p.text().nullable(),
		createdAt: p.datetime().onCreate(() => new Date()),
		openedAt: p.datetime().nullable(),
		closedAt: p.datetime().nullable(),
		publishedAt: p.datetime().nullable(),
		openedBy: p.uuid().nullable(),
		closedBy: p.uuid().nullable(),
		version: p.bigint().default(1),
		result: p.json().nullable(),
		count: p.json().nullable(),
	},
});

/** A poll's row. Its life is moved by SQL under its lock; see PgPollWrites. */
class PollEntity extends PollSchema.class {}
PollSchema.setClass(PollEntity);

const ElectorSchema = defineEntity({
	name: "Elector",
	tableName: "elector",
	properties: {
		pollId: p.uuid().primary(),
		personId: p.uuid().primary(),
		partnerId: p.uuid(),
		stakeholderGroup: p.text(),
		weight: p.integer().default(1),
		proxyId: p.uuid().nullable(),
		paper: p.integer().nullable(),
	},
});

/** Who may vote, frozen at opening. */
class ElectorEntity extends ElectorSchema.class {}
ElectorSchema.setClass(ElectorEntity);

const ProxyGrantSchema = defineEntity({
	name: "ProxyGrant",
	tableName: "proxy_grant",
	properties: {
		pollId: p.uuid().primary(),
		principalId: p.uuid().primary(),
		proxyId: p.uuid(),
		givenBy: p.uuid(),
		givenAt: p.datetime(),
	},
});

/** A vote that was given to somebody before opening. */
class ProxyGrantEntity extends ProxyGrantSchema.class {}
ProxyGrantSchema.setClass(ProxyGrantEntity);

const PaperEntrySchema = defineEntity({
	name: "PaperEntry",
	tableName: "paper_entry",
	properties: {
		pollId: p.uuid().primary(),
		paper: p.integer().primary(),
		enteredBy: p.uuid().primary(),
		answer: p.json(),
		enteredAt: p.datetime(),
	},
});

/** A paper ballot as one person read it. */
class PaperEntryEntity extends PaperEntrySchema.class {}
PaperEntrySchema.setClass(PaperEntryEntity);

const PollWeightSchema = defineEntity({
	name: "PollWeight",
	tableName: "poll_weight",
	properties: { pollId: p.uuid().primary(), personId: p.uuid().primary(), weight: p.integer() },
});

/** What somebody weighs who does not weigh 1, as it is set before opening. */
class PollWeightEntity extends PollWeightSchema.class {}
PollWeightSchema.setClass(PollWeightEntity);

const BallotSchema = defineEntity({
	name: "Ballot",
	tableName: "ballot",
	properties: {
		pollId: p.uuid().primary(),
		personId: p.uuid().primary(),
		answer: p.json(),
		parts: p.json().nullable(),
		receipt: p.text(),
		idempotencyKey: p.uuid(),
		castAt: p.datetime(),
		changedAt: p.datetime().nullable(),
	},
});

/** One voter's answer; written by the ballot box alone. */
class BallotEntity extends BallotSchema.class {}
BallotSchema.setClass(BallotEntity);

const PollTurnoutSchema = defineEntity({
	name: "PollTurnout",
	tableName: "poll_turnout",
	properties: {
		pollId: p.uuid().primary(),
		partnerId: p.uuid().primary(),
		stakeholderGroup: p.text().primary(),
		electors: p.integer(),
		ballots: p.integer(),
	},
});

/** How many may vote and how many have, of one partner and group; written by triggers. */
class PollTurnoutEntity extends PollTurnoutSchema.class {}
PollTurnoutSchema.setClass(PollTurnoutEntity);

const PollCountSchema = defineEntity({
	name: "PollCount",
	tableName: "poll_count",
	properties: {
		pollId: p.uuid().primary(),
		partnerId: p.uuid().primary(),
		stakeholderGroup: p.text().primary(),
		option: p.text().primary(),
		value: p.integer().primary(),
		ballots: p.integer(),
		weight: p.integer(),
	},
});

/** How many ballots of one partner and group give one option one value; written by triggers. */
class PollCountEntity extends PollCountSchema.class {}
PollCountSchema.setClass(PollCountEntity);

/** The room's tables, for the ORM. */
export const votingEntities = [
	PollEntity,
	ElectorEntity,
	ProxyGrantEntity,
	PollWeightEntity,
	PaperEntryEntity,
	BallotEntity,
	PollTurnoutEntity,
	PollCountEntity,
];
