/** A local integration initiative of a partner. */
export interface InitiativeRow {
	readonly id: string;
	readonly partnerId: string;
	readonly themeId: string | null;
	readonly title: string;
	readonly summary: string | null;
	readonly isDemonstration: boolean;
}

/** What the partner's panel found when it looked at an initiative. */
export interface ReviewRow {
	readonly id: string;
	readonly initiativeId: string;
	readonly tried: string;
	readonly forWhom: string | null;
	readonly effect: string | null;
	readonly evidence: string | null;
	readonly transferable: string | null;
	/** Recommended to the other cities: the initiative is a good practice. */
	readonly isRecommended: boolean;
}

/** A short observation, evidence for recommendations. */
export interface FindingRow {
	readonly id: string;
	readonly themeId: string;
	readonly partnerId: string | null;
	readonly initiativeId: string | null;
	readonly text: string;
	readonly isDemonstration: boolean;
}

/**
 * Reads of initiatives, reviews and findings. What several callers ask for in one turn is one query; nothing is kept.
 * Lists are ordered: initiatives by partner and title, findings by partner and text.
 */
export interface InitiativesShelf {
	initiative(id: string): Promise<InitiativeRow | null>;
	initiativesOfPartner(partnerId: string): Promise<readonly InitiativeRow[]>;
	initiativesOfTheme(themeId: string): Promise<readonly InitiativeRow[]>;
	initiativesOfNetwork(networkId: string): Promise<readonly InitiativeRow[]>;
	reviewOf(initiativeId: string): Promise<ReviewRow | null>;
	finding(id: string): Promise<FindingRow | null>;
	findingsOfTheme(themeId: string): Promise<readonly FindingRow[]>;
}

/** An initiative as a file states it. Null is unknown and changes nothing that is known. */
export interface InitiativeFacts {
	readonly partnerId: string;
	readonly themeId: string | null;
	readonly title: string;
	readonly summary: string | null;
	readonly isDemonstration?: boolean;
}

/** A review to be written. */
export type NewReview = Omit<ReviewRow, "id">;

/** A finding to be written. */
export type NewFinding = Omit<FindingRow, "id">;
