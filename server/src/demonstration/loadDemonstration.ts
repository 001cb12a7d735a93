import { readFileSync } from "node:fs";
import { enforceShape } from "@crossroads/shared";
import type { Database, Transaction } from "../database/index.ts";
import type { InitiativesRoom } from "../initiatives/index.ts";
import {
	type EnteringRooms,
	enterPeopleIn,
	type LoadedNetwork,
	type LoadingRooms,
	lineOf,
	loadNetworkIn,
	type ReadFile,
	readNetworkFile,
	readPeopleFile,
} from "../loading/index.ts";
import type { RecommendationsRoom } from "../recommendations/index.ts";
import { type DemonstrationFile, demonstrationFile } from "./demonstrationFile.ts";
import { known } from "./known.ts";

/** The rooms that a demonstration fills. */
export interface DemonstrationRooms extends LoadingRooms, EnteringRooms {
	readonly network: LoadingRooms["network"] & EnteringRooms["network"];
	readonly programme: LoadingRooms["programme"] & EnteringRooms["programme"];
	readonly initiatives: Pick<InitiativesRoom, "recordInitiatives" | "addReviews" | "addFindings">;
	readonly recommendations: EnteringRooms["recommendations"] &
		Pick<RecommendationsRoom, "importRecommendation">;
}

/**
 * Fills an empty database with the network of record and a plenary to try out; gives false, and changes nothing, where
 * there is a network already. One transaction: a crash leaves an empty database, and the next start fills it. The
 * caller keeps it out of production, and from running twice at the same time.
 */
export function loadDemonstration(database: Database, rooms: DemonstrationRooms): Promise<boolean> {
	return database.transaction(async (tx) => {
		const networks = await tx.query("select 1 from network limit 1");
		if (networks.length > 0) return false;
		const loaded = await loadNetworkIn(tx, rooms, ours(readNetworkFile(dataFile("crisco-network.json"))));
		await fill(tx, rooms, loaded, demonstrationFile.parse(JSON.parse(dataFile("demonstration.json"))));
		await enterPeopleIn(tx, rooms, ours(readPeopleFile(dataFile("demonstration-people.json"))));
		return true;
	});
}

function ours<File>(read: ReadFile<File>): File {
	if ("faults" in read) throw new Error(read.faults.map(lineOf).join("\n"));
	return read.file;
}

/** The data folder stands beside src/ and dist/ alike. */
function dataFile(name: string): string {
	return readFileSync(new URL(`../../data/${name}`, import.meta.url), "utf8");
}

async function fill(
	tx: Transaction,
	rooms: DemonstrationRooms,
	loaded: LoadedNetwork,
	file: DemonstrationFile,
): Promise<void> {
	const initiativeIds = await enterInitiatives(tx, rooms, loaded, file);
	const findingIds = await enterFindings(tx, rooms, loaded, file, initiativeIds);
	await enterRecommendations(tx, rooms, loaded, file, { initiativeIds, findingIds });
}

type Ids = ReadonlyMap<string, string>;

async function enterInitiatives(
	tx: Transaction,
	{ initiatives }: DemonstrationRooms,
	{ partnerIds, themeIds, initiativeIds }: LoadedNetwork,
	file: DemonstrationFile,
): Promise<Ids> {
	const facts = file.initiatives.map(({ partner, theme, title, summary }) => {
		const partnerId = known(partnerIds, partner);
		const themeId = theme === null ? null : known(themeIds, theme);
		const isOfRecord = initiativeIds.has(`${partnerId}/${title}`);
		return isOfRecord
			? { partnerId, themeId: null, title, summary: null }
			: { partnerId, themeId, title, summary, isDemonstration: true };
	});
	const codes = new Map([...partnerIds].map(([code, id]) => [id, code]));
	const recorded = await initiatives.recordInitiatives(tx, codes, facts);
	const idOf = ({ partner, title }: { partner: string; title: string }) =>
		known(recorded.initiativeIds, `${known(partnerIds, partner)}/${title}`);
	const reviews = file.initiatives.flatMap(({ review, ...initiative }) =>
		review ? [{ initiativeId: idOf(initiative), ...review }] : [],
	);
	await initiatives.addReviews(tx, reviews);
	return new Map(file.initiatives.map((initiative) => [initiative.key, idOf(initiative)]));
}

async function enterFindings(
	tx: Transaction,
	{ initiatives }: DemonstrationRooms,
	{ partnerIds, themeIds }: LoadedNetwork,
	file: DemonstrationFile,
	initiativeIds: Ids,
): Promise<Ids> {
	const ids = await initiatives.addFindings(
		tx,
		file.findings.map(({ theme, partner, initiative, text }) => ({
			themeId: known(themeIds, theme),
			partnerId: partner === null ? null : known(partnerIds, partner),
			initiativeId: initiative === null ? null : known(initiativeIds, initiative),
			text,
			isDemonstration: true,
		})),
	);
	return new Map(file.findings.map(({ key }, place) => [key, ids[place] as string]));
}

async function enterRecommendations(
	tx: Transaction,
	{ recommendations }: DemonstrationRooms,
	{ networkId, themeIds }: LoadedNetwork,
	file: DemonstrationFile,
	bases: { readonly initiativeIds: Ids; readonly findingIds: Ids },
): Promise<void> {
	for (const { theme, title, state, language, ...text } of file.recommendations) {
		await recommendations.importRecommendation(tx, {
			networkId,
			themeId: known(themeIds, theme),
			title,
			state,
			language,
			document: enforceShape(text.document).document,
			initiativeIds: text.restsOnInitiatives.map((initiative) => known(bases.initiativeIds, initiative)),
			findingIds: text.restsOnFindings.map((finding) => known(bases.findingIds, finding)),
			isDemonstration: true,
		});
	}
}
