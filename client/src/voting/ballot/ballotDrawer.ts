import type { BallotAnswer, WeightedBallot } from "@crossroads/shared";
import type { SealedBallot } from "../sealing/sealAnswer.ts";
import type { SaidAnswer } from "./SaidAnswer.ts";
import type { KeptBallot } from "./unsentBallot.ts";

/** Where a ballot lies until the server has answered, and a refused one until that was read: by person and poll, since a phone may be shared. */
export interface BallotDrawer {
	read(): KeptBallot | null;
	/** null empties it. */
	write(kept: KeptBallot | null): void;
}

/** The drawer of one person and poll, or of the ballot that the person casts there for somebody else, in the browser's storage. Without storage (private mode, full) nothing is kept and nothing breaks. */
export function ballotDrawer(
	personId: string,
	pollId: string,
	inSteadOf: string | null = null,
	storage = browserStorage(),
): BallotDrawer {
	const own = nameOf(personId, pollId);
	const name = inSteadOf ? `${own}.${inSteadOf}` : own;
	return {
		read: () => parse(attempt(() => storage?.getItem(name) ?? null)),
		write(kept) {
			attempt(() => (kept ? storage?.setItem(name, JSON.stringify(kept)) : storage?.removeItem(name)));
		},
	};
}

/** For whom besides themselves the person has a ballot of this poll in a drawer. */
export function principalsInDrawers(
	personId: string,
	pollId: string,
	storage = browserStorage(),
): readonly string[] {
	const before = `${nameOf(personId, pollId)}.`;
	const names = attempt(() => Object.keys(storage ?? {})) ?? [];
	return names.filter((name) => name.startsWith(before)).map((name) => name.slice(before.length));
}

function nameOf(personId: string, pollId: string): string {
	return `crossroads.ballot.${personId}.${pollId}`;
}

function parse(text: string | null | undefined): KeptBallot | null {
	const kept = attempt(() => JSON.parse(text ?? "null") as Partial<KeptBallot> | null);
	if (!kept) return null;
	const answer = readEntered(kept.answer);
	const sealed = readSealed(kept.sealed);
	const receipt = typeof kept.receipt === "string" ? kept.receipt : null;
	const refusal = typeof kept.refusal === "string" ? kept.refusal : null;
	const key = typeof kept.idempotencyKey === "string" && (answer || sealed) ? kept.idempotencyKey : null;
	if (!answer && !(sealed && key) && !receipt && !refusal) return null;
	return {
		answer,
		idempotencyKey: key,
		refusal,
		...(sealed && key && { sealed }),
		...(receipt && { receipt }),
	};
}

function readSealed(ballot: Partial<SealedBallot> | undefined): SealedBallot | null {
	const { sealed, receipt } = ballot ?? {};
	return typeof sealed === "string" && typeof receipt === "string" ? { sealed, receipt } : null;
}

/** An answer's shape; what it says may be of any method, and half finished. */
function readEntered(answer: Partial<SaidAnswer> | null | undefined): SaidAnswer | null {
	if (!Array.isArray(answer?.marks) || !answer.marks.every(isMark)) return null;
	const marks = answer.marks.map(({ option, value }) => ({ option, value }));
	const said = typeof answer.reason === "string" ? { marks, reason: answer.reason } : { marks };
	const parts = readParts(answer.parts);
	return parts ? { ...said, parts } : said;
}

function readParts(parts: Partial<SaidAnswer>["parts"]): SaidAnswer["parts"] | null {
	if (!Array.isArray(parts)) return null;
	const read = parts.map((part: Partial<WeightedBallot> | null) => {
		const answer = readEntered(part?.answer);
		return answer && Number.isSafeInteger(part?.weight) ? { answer, weight: part?.weight as number } : null;
	});
	return read.every((part) => part !== null) ? read : null;
}

function isMark(mark: Partial<BallotAnswer["marks"][number]> | null): boolean {
	return typeof mark?.option === "string" && Number.isSafeInteger(mark.value);
}

function browserStorage(): Storage | undefined {
	return attempt(() => globalThis.localStorage);
}

function attempt<T>(act: () => T): T | undefined {
	try {
		return act();
	} catch {
		return undefined;
	}
}
