import type { StakeholderGroup } from "@crossroads/shared";
import type { PanelRule } from "./domain/PanelRule.ts";

/** What a partner is in its network. */
export type PartnerRole = "LEAD" | "CORE" | "CONTRIBUTING";

/** A network of record. Dates as "YYYY-MM-DD"; null is a fact that nobody has stated. */
export interface NetworkRow {
	readonly id: string;
	readonly code: string;
	readonly name: string;
	readonly programme: string | null;
	readonly projectNumber: string | null;
	readonly startsOn: string | null;
	readonly endsOn: string | null;
	readonly workingLanguage: string;
	readonly targetPublic: string | null;
	readonly aims: string[];
	readonly handbookTitle: string | null;
}

/** A partner, as its network lists it. */
export interface PartnerRow {
	readonly id: string;
	readonly networkId: string;
	readonly code: string;
	readonly role: PartnerRole;
	readonly name: string;
	readonly kind: string | null;
	readonly city: string;
	readonly region: string | null;
	readonly country: string;
	readonly languages: string[];
	readonly latitude: number | null;
	readonly longitude: number | null;
	readonly ordinal: number;
}

/** A membership of a local panel, without the person: all that balance and history need. */
export interface MembershipRow {
	readonly id: string;
	readonly partnerId: string;
	readonly group: StakeholderGroup;
	readonly joinedOn: string;
	readonly leftOn: string | null;
}

/** A membership with its person: for those only who may see the panel's names. */
export interface MemberRow extends MembershipRow {
	readonly personId: string;
	readonly name: string;
	readonly isDemonstration: boolean;
	readonly origin: string | null;
}

/** What the shares of a network's panels are, and whom each group means there. */
export interface PanelRuleOfNetwork {
	readonly rule: PanelRule;
	readonly means: Readonly<Record<StakeholderGroup, string | null>>;
}

/**
 * Reads of networks, partners and panels. What several callers ask for in one turn is one query (`database/batched`);
 * nothing is kept. Unknown ids, and texts that are no ids, give null or nothing. Lists have a stable order: networks
 * by code, partners as the network file lists them, members by joining.
 */
export interface NetworkShelf {
	networks(): Promise<readonly NetworkRow[]>;
	network(id: string): Promise<NetworkRow | null>;
	networkByCode(code: string): Promise<NetworkRow | null>;
	partner(id: string): Promise<PartnerRow | null>;
	partnersOf(networkId: string): Promise<readonly PartnerRow[]>;
	membershipsOf(partnerId: string): Promise<readonly MembershipRow[]>;
	membersOf(partnerId: string): Promise<readonly MemberRow[]>;
	/** The network's own shares, or thirds where it states none. */
	panelRuleOf(networkId: string): Promise<PanelRuleOfNetwork>;
}

/** A network as its file states it. What is null or left out nobody knows: it changes nothing that is known. */
export interface NetworkFacts {
	readonly code: string;
	readonly name: string;
	readonly programme: string | null;
	readonly projectNumber: string | null;
	readonly grantAgreement: string | null;
	readonly startsOn: string | null;
	readonly endsOn: string | null;
	readonly workingLanguage?: string;
	readonly targetPublic: string | null;
	readonly aims?: string[];
	readonly handbookTitle: string | null;
	readonly handbookPresentedAt: string | null;
	readonly newsletterLanguages?: string[];
	/** None, or one for each group, together one. */
	readonly shares: readonly {
		readonly stakeholderGroup: StakeholderGroup;
		readonly numerator: number;
		readonly denominator: number;
		readonly means: string | null;
	}[];
	/** In the order in which they are shown. */
	readonly partners: readonly Omit<PartnerRow, "id" | "networkId" | "ordinal">[];
}

/** A membership as a file states it. Dates as "YYYY-MM-DD"; null is unknown and changes nothing that is known. */
export interface MembershipFacts {
	/** For the report. */
	readonly name: string;
	readonly partnerId: string;
	readonly personId: string;
	readonly stakeholderGroup: StakeholderGroup;
	readonly origin: string | null;
	readonly joinedOn: string;
	readonly leftOn: string | null;
}
