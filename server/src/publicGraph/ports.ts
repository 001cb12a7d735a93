import type {
	CountResult,
	Fraction,
	PollMethod,
	PollOption,
	RuleResult,
	Secrecy,
	StakeholderGroup,
	Threshold,
} from "@crossroads/shared";
import type { ShownCounts, TallyCells } from "../voting/index.ts";

/** Rows of the public graph hold public columns and the ids of their neighbours, and nothing else [G1]. */
interface Row {
	readonly id: string;
}

/** Dates as "YYYY-MM-DD"; null: nobody has stated it. */
export interface NetworkRow extends Row {
	readonly code: string;
	readonly name: string;
	readonly programme: string | null;
	readonly projectNumber: string | null;
	readonly startsOn: string | null;
	readonly endsOn: string | null;
	readonly workingLanguage: string;
	readonly targetPublic: string | null;
	readonly aims: readonly string[];
	readonly handbookTitle: string | null;
}

export interface PartnerRow extends Row {
	readonly networkId: string;
	readonly code: string;
	readonly role: "LEAD" | "CORE" | "CONTRIBUTING";
	readonly name: string;
	readonly kind: string | null;
	readonly city: string;
	readonly region: string | null;
	readonly country: string;
	readonly languages: readonly string[];
	readonly latitude: number | null;
	readonly longitude: number | null;
	/** Its place in the network's list. */
	readonly order: number;
}

export interface ThemeRow extends Row {
	readonly networkId: string;
	readonly code: string;
	readonly title: string;
	readonly order: number;
}

export interface ActivityRow extends Row {
	readonly networkId: string;
	readonly order: number;
	readonly kind: "PREPARATION" | "LOCAL" | "TRANSNATIONAL";
	readonly title: string;
	readonly summary: string | null;
	readonly themeId: string | null;
	readonly hostPartnerId: string | null;
	readonly startsOn: string | null;
	readonly endsOn: string | null;
	readonly reportedDelegates: number | null;
}

export interface EventRow extends Row {
	readonly networkId: string;
	readonly activityId: string;
	readonly hostPartnerId: string | null;
	readonly title: string;
	readonly place: string | null;
	readonly timeZone: string | null;
	readonly startsOn: string | null;
	readonly endsOn: string | null;
}

/** How many delegates a partner sends: a headcount. */
export interface DelegationRow {
	readonly eventId: string;
	readonly partnerId: string;
	readonly size: number;
}

export interface ReviewRow {
	readonly tried: string;
	readonly forWhom: string | null;
	readonly effect: string | null;
	readonly evidence: string | null;
	readonly transferable: string | null;
	readonly isRecommended: boolean;
}

export interface InitiativeRow extends Row {
	readonly networkId: string;
	readonly partnerId: string;
	readonly themeId: string | null;
	readonly title: string;
	readonly summary: string | null;
	readonly review: ReviewRow | null;
	readonly isGoodPractice: boolean;
	readonly isDemonstration: boolean;
}

export interface FindingRow extends Row {
	readonly themeId: string;
	readonly partnerId: string | null;
	readonly initiativeId: string | null;
	readonly text: string;
	readonly isDemonstration: boolean;
}

export type PublicRecommendationState = "TABLED" | "ADOPTED" | "REJECTED" | "PUBLISHED" | "WITHDRAWN";

export interface RecommendationRow extends Row {
	readonly networkId: string;
	readonly themeId: string;
	readonly number: number;
	readonly title: string;
	readonly state: PublicRecommendationState;
	readonly isDemonstration: boolean;
}

export interface VersionRow extends Row {
	readonly recommendationId: string;
	readonly number: number;
	readonly language: string;
	readonly title: string;
	readonly document: unknown;
	readonly text: string;
	readonly contentHash: string;
	readonly frozenAt: Date;
	/** Whether this is the version that was adopted. */
	readonly isAdopted: boolean;
}

export interface TransitionRow {
	readonly recommendationId: string;
	readonly to: PublicRecommendationState;
	readonly at: Date;
	readonly versionNumber: number | null;
}

export interface PollRow extends Row {
	readonly networkId: string;
	readonly eventId: string;
	readonly recommendationId: string | null;
	readonly question: string;
	readonly method: PollMethod;
	readonly options: readonly PollOption[];
	/** SINGLE_TRANSFERABLE_VOTE: how many are elected; else null. */
	readonly seats: number | null;
	readonly state: "OPEN" | "CLOSED" | "PUBLISHED";
	readonly secrecy: Secrecy;
	/** Who can open a secret poll's box; null: it has none. */
	readonly boxHolder: "TRUSTEES" | "SERVER" | null;
	readonly version: number;
	readonly openedAt: Date;
	readonly closedAt: Date | null;
	readonly publishedAt: Date | null;
	readonly entitled: number;
	readonly quorum: Fraction;
	readonly quorumOfCities: Fraction;
	readonly holdsQuorumAtClosing: boolean;
	readonly threshold: Threshold;
	readonly needsMajorityOfCities: boolean;
	readonly needsMajorityOfEveryGroup: boolean;
	/** Once published; null before, whatever is stored. */
	readonly result: {
		readonly pollId: string;
		readonly isAdopted: boolean;
		readonly winners: readonly string[];
		readonly rules: readonly RuleResult[];
	} | null;
	/** What its count is made of; `marks` null: a secret poll that is not published shows the turnout alone. */
	readonly turnout: TallyCells["turnout"];
	readonly marks: TallyCells["marks"] | null;
	/** [V31] The counts that are shown of a secret poll that is published; else null. */
	readonly shown: ShownCounts | null;
	/** The partners that have electors, as the network lists them. */
	readonly partners: readonly PartnerRow[];
}

/** A panel in headcounts, as the network room gives it. */
export interface PanelRow {
	readonly size: number;
	readonly isBalanced: boolean;
	readonly groups: readonly {
		readonly group: StakeholderGroup;
		readonly count: number;
		readonly toAdd: number;
		readonly means: string | null;
	}[];
	readonly history: readonly {
		readonly on: string;
		readonly size: number;
		readonly isBalanced: boolean;
		readonly counts: Readonly<Record<StakeholderGroup, number>>;
	}[];
}

type One<R> = (id: string) => Promise<R | null>;
type Many<R> = (id: string) => Promise<readonly R[]>;

/**
 * What may be read without signing in. What is asked for in one turn of the event loop is one statement a method, so
 * that a level of a query is one statement however many nodes it has. Lists are in the order in which they are shown.
 * Unknown ids, texts that are no ids, and what is not public, find nothing.
 */
export interface PublicReads {
	networks(): Promise<readonly NetworkRow[]>;
	networkByCode(code: string): Promise<NetworkRow | null>;
	readonly network: One<NetworkRow>;
	readonly partner: One<PartnerRow>;
	readonly partnersOfNetwork: Many<PartnerRow>;
	readonly theme: One<ThemeRow>;
	readonly themesOfNetwork: Many<ThemeRow>;
	readonly activity: One<ActivityRow>;
	readonly activitiesOfNetwork: Many<ActivityRow>;
	readonly activitiesOfTheme: Many<ActivityRow>;
	readonly event: One<EventRow>;
	readonly eventsOfNetwork: Many<EventRow>;
	readonly eventsOfActivity: Many<EventRow>;
	readonly eventsOfHost: Many<EventRow>;
	readonly delegationsOfEvent: Many<DelegationRow>;
	readonly initiative: One<InitiativeRow>;
	readonly initiativesOfNetwork: Many<InitiativeRow>;
	readonly initiativesOfPartner: Many<InitiativeRow>;
	readonly initiativesOfTheme: Many<InitiativeRow>;
	readonly initiativesOfRecommendation: Many<InitiativeRow>;
	readonly finding: One<FindingRow>;
	readonly findingsOfTheme: Many<FindingRow>;
	readonly findingsOfRecommendation: Many<FindingRow>;
	readonly recommendation: One<RecommendationRow>;
	readonly recommendationsOfNetwork: Many<RecommendationRow>;
	readonly recommendationsOfTheme: Many<RecommendationRow>;
	readonly version: One<VersionRow>;
	/** Newest first. */
	readonly versionsOfRecommendation: Many<VersionRow>;
	/** Oldest first, from tabling on. */
	readonly historyOfRecommendation: Many<TransitionRow>;
	readonly poll: One<PollRow>;
	/** The count of a poll whose result is published. */
	readonly countOfPoll: One<CountResult>;
	/** The one that decided first, then the newest. */
	readonly pollsOfRecommendation: Many<PollRow>;
	/** Open now, newest first. */
	readonly openPollsOfNetwork: Many<PollRow>;
}
