import { randomUUID } from "node:crypto";
import type { StakeholderGroup } from "@crossroads/shared";
import { defineEntity, p } from "@mikro-orm/core";
import type { PartnerRole } from "../ports.ts";

const id = () =>
	p
		.uuid()
		.primary()
		.onCreate(() => randomUUID());

const NetworkSchema = defineEntity({
	name: "Network",
	tableName: "network",
	properties: {
		id: id(),
		code: p.text(),
		name: p.text(),
		programme: p.text().nullable(),
		projectNumber: p.text().nullable(),
		grantAgreement: p.text().nullable(),
		startsOn: p.date().nullable(),
		endsOn: p.date().nullable(),
		workingLanguage: p.text().default("en"),
		targetPublic: p.text().nullable(),
		aims: p.array<string>().default([]),
		handbookTitle: p.text().nullable(),
		handbookPresentedAt: p.text().nullable(),
		newsletterLanguages: p.array<string>().default([]),
	},
});
/** A network of record. */
export class NetworkEntity extends NetworkSchema.class {}
NetworkSchema.setClass(NetworkEntity);

const PanelShareSchema = defineEntity({
	name: "PanelShare",
	tableName: "panel_share",
	properties: {
		networkId: p.uuid().primary(),
		stakeholderGroup: p.text().$type<StakeholderGroup>().primary(),
		numerator: p.integer(),
		denominator: p.integer(),
		means: p.text().nullable(),
	},
});
/** The share that a group has in the network's panels. */
export class PanelShareEntity extends PanelShareSchema.class {}
PanelShareSchema.setClass(PanelShareEntity);

const PartnerSchema = defineEntity({
	name: "Partner",
	tableName: "partner",
	properties: {
		id: id(),
		networkId: p.uuid(),
		code: p.text(),
		role: p.text().$type<PartnerRole>(),
		name: p.text(),
		kind: p.text().nullable(),
		city: p.text(),
		region: p.text().nullable(),
		country: p.text(),
		languages: p.array<string>().default([]),
		latitude: p.double().nullable(),
		longitude: p.double().nullable(),
		ordinal: p.integer(),
	},
});
/** A partner of a network. */
export class PartnerEntity extends PartnerSchema.class {}
PartnerSchema.setClass(PartnerEntity);

const MembershipSchema = defineEntity({
	name: "Membership",
	tableName: "membership",
	properties: {
		id: id(),
		partnerId: p.uuid(),
		personId: p.uuid(),
		stakeholderGroup: p.text().$type<StakeholderGroup>(),
		origin: p.text().nullable(),
		joinedOn: p.date(),
		leftOn: p.date().nullable(),
	},
});
/** A person's membership of a partner's local panel. */
export class MembershipEntity extends MembershipSchema.class {}
MembershipSchema.setClass(MembershipEntity);

/** Every entity of this room, for the ORM. */
export const networkEntities = [NetworkSchema, PanelShareSchema, PartnerSchema, MembershipSchema];
