import type { Database, RecordReport, Transaction } from "../../database/index.ts";
import type { InitiativesRoom } from "../../initiatives/index.ts";
import type { NetworkFacts, NetworkRoom } from "../../network/index.ts";
import type { ActivityFacts, ProgrammeRoom } from "../../programme/index.ts";
import type { NetworkFile } from "./networkFile.ts";

/** The rooms that a network file speaks of. */
export interface LoadingRooms {
	readonly network: Pick<NetworkRoom, "recordNetwork">;
	readonly programme: Pick<ProgrammeRoom, "recordProgramme">;
	readonly initiatives: Pick<InitiativesRoom, "recordInitiatives">;
}

/** What a file has become: ids by the file's own keys, and what was added and changed. */
export interface LoadedNetwork {
	readonly networkId: string;
	readonly partnerIds: ReadonlyMap<string, string>;
	readonly themeIds: ReadonlyMap<string, string>;
	/** By the activity's order. */
	readonly eventIds: ReadonlyMap<number, string>;
	/** By `${partnerId}/${title}`. */
	readonly initiativeIds: ReadonlyMap<string, string>;
	/** One for each kind of row. */
	readonly reports: readonly RecordReport[];
}

/**
 * Loads a network in one transaction: all of it or nothing. Loading the same file again changes nothing. Two loads at
 * the same time come one after the other.
 */
export function loadNetwork(
	database: Database,
	rooms: LoadingRooms,
	file: NetworkFile,
): Promise<LoadedNetwork> {
	return database.transaction((tx) => loadNetworkIn(tx, rooms, file));
}

/** Like `loadNetwork`, within the caller's transaction. */
export async function loadNetworkIn(
	tx: Transaction,
	{ network, programme, initiatives }: LoadingRooms,
	file: NetworkFile,
): Promise<LoadedNetwork> {
	await tx.query("select pg_advisory_xact_lock(hashtext('crossroads:load'))");
	const { networkId, partnerIds, reports } = await network.recordNetwork(tx, networkFacts(file));
	const recorded = await programme.recordProgramme(tx, {
		networkId,
		themes: file.themes.map(({ code, order, title }) => ({ code, order, title })),
		activities: file.activities.map((activity) => activityFacts(activity, partnerIds)),
	});
	const tried = await initiatives.recordInitiatives(
		tx,
		new Map([...partnerIds].map(([code, id]) => [id, code])),
		file.initiatives.map(({ partner, theme, title, summary }) => ({
			partnerId: partnerIds.get(partner) as string,
			themeId: theme === null ? null : (recorded.themeIds.get(theme) as string),
			title,
			summary,
		})),
	);
	return {
		networkId,
		partnerIds,
		themeIds: recorded.themeIds,
		eventIds: recorded.eventIds,
		initiativeIds: tried.initiativeIds,
		reports: [...reports, ...recorded.reports, ...tried.reports],
	};
}

function networkFacts(file: NetworkFile): NetworkFacts {
	const { $comment, ...network } = file.network;
	return {
		...network,
		handbookTitle: file.handbook?.title ?? null,
		handbookPresentedAt: file.handbook?.presentedAt ?? null,
		newsletterLanguages: file.newsletterLanguages,
		shares: (file.panelRule?.shares ?? []).map(({ group, share, means }) => ({
			stakeholderGroup: group,
			...share,
			means,
		})),
		partners: file.partners.map(({ $comment: _comment, ...partner }) => partner),
	};
}

function activityFacts(
	activity: NetworkFile["activities"][number],
	partnerIds: ReadonlyMap<string, string>,
): ActivityFacts {
	const { $comment, theme, host, sessions, ...own } = activity;
	return {
		...own,
		themeCode: theme,
		hostPartnerId: host === null ? null : (partnerIds.get(host) as string),
		sessionKinds: sessions,
	};
}
