import { StakeholderGroup } from "@crossroads/shared";

/** Delegates of one partner and group: on the event's list, and in the session. */
export interface GroupPresence {
	readonly partnerId: string;
	readonly group: StakeholderGroup;
	readonly present: number;
	readonly entitled: number;
}

/** Present ones of those on the list. */
export interface Count {
	readonly present: number;
	readonly entitled: number;
}

/** The presence of a session in numbers. */
export interface PresenceCounts extends Count {
	/** In the order of the rows; partners that have a delegation only. */
	readonly byPartner: readonly (Count & { readonly partnerId: string })[];
	/** All three groups. */
	readonly byGroup: readonly (Count & { readonly group: StakeholderGroup })[];
}

/** Sums up rows by partner and by group. */
export function countPresence(rows: readonly GroupPresence[]): PresenceCounts {
	return {
		...sum(rows),
		byPartner: [...Map.groupBy(rows, ({ partnerId }) => partnerId)].map(([partnerId, own]) => ({
			partnerId,
			...sum(own),
		})),
		byGroup: Object.values(StakeholderGroup).map((group) => ({
			group,
			...sum(rows.filter((row) => row.group === group)),
		})),
	};
}

function sum(rows: readonly Count[]): Count {
	return {
		present: rows.reduce((total, { present }) => total + present, 0),
		entitled: rows.reduce((total, { entitled }) => total + entitled, 0),
	};
}
