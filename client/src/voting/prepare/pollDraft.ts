import {
	completeRule,
	type DecisionRule,
	hasOwnOptions,
	isRuleFor,
	type PollLimits,
	type PollMethod,
	RulePresetName,
	readSettings,
	rulePresets,
	ThresholdKind,
} from "@crossroads/shared";
import { type DraftOption, labelsOf, twoEmpty } from "./draftOptions.ts";

/** A poll that is being prepared: everything that a facilitator has chosen so far, whole or not. */
export interface PollDraft {
	readonly question: string;
	readonly method: PollMethod;
	/** Kept while a method is chosen that brings its own. */
	readonly options: readonly DraftOption[];
	readonly limits: Required<PollLimits>;
	readonly rule: Required<DecisionRule>;
	readonly isPublic: boolean;
}

/** What a rule needs that only some methods have. */
const NO_NEEDS = { needsMajorityOfCities: false, needsMajorityOfEveryGroup: false };

/** The beginning: a preset, the question if there is one already. */
export function newDraft(preset: RulePresetName, question: string): PollDraft {
	return {
		...rulePresets[preset],
		question,
		options: twoEmpty,
		limits: { seats: 2, mostChosen: 2, dots: 10 },
		isPublic: true,
	};
}

/** The draft with a preset's method and rule. Whether a ballot may be changed, and what is asked, stays as it was. */
export function withPreset(draft: PollDraft, name: RulePresetName): PollDraft {
	const { method, rule } = rulePresets[name];
	return { ...draft, method, rule: { ...rule, allowsBallotChange: draft.rule.allowsBallotChange } };
}

/** The draft as it is where no ballot may be changed. */
export function withoutBallotChange(draft: PollDraft): PollDraft {
	return { ...draft, rule: { ...draft.rule, allowsBallotChange: false } };
}

/** The preset that says the same as the draft, quorums aside; null: what was chosen has no name. */
export function presetOf({ method, rule }: PollDraft): RulePresetName | null {
	const same = Object.values(RulePresetName).find((name) => {
		const preset = rulePresets[name];
		return preset.method === method && essence(preset.rule) === essence(rule);
	});
	return same ?? null;
}

function essence({ threshold, needsMajorityOfCities, needsMajorityOfEveryGroup }: Required<DecisionRule>) {
	const { kind, base, countsAbstentions } = threshold;
	return [kind, base, countsAbstentions, needsMajorityOfCities, needsMajorityOfEveryGroup].join();
}

/** The draft with another method. Of its rule stays what the method can ask for; the rest is as usual for it. */
export function withMethod(draft: PollDraft, method: PollMethod): PollDraft {
	const { threshold, ...others } = draft.rule;
	const kept = [draft.rule, { ...draft.rule, ...NO_NEEDS }, others].find((rule) => isRuleFor(method, rule));
	return { ...draft, method, rule: completeRule(kept ?? { ...others, ...NO_NEEDS }, method) };
}

/** Whether polls of this method can ask for majorities of cities and of stakeholder groups. */
export function mayNeedMajorities(method: PollMethod): boolean {
	return hasOwnOptions(method);
}

/** The thresholds that have a meaning for the method, in their order. */
export function thresholdsFor(method: PollMethod): readonly ThresholdKind[] {
	const nothing = { quorum: { numerator: 0, denominator: 1 }, allowsBallotChange: false, ...NO_NEEDS };
	return Object.values(ThresholdKind).filter((kind) =>
		isRuleFor(method, { ...nothing, threshold: { kind, base: "CAST", countsAbstentions: false } }),
	);
}

/** The draft with another threshold; only a share has a base to choose. */
export function withThreshold(draft: PollDraft, kind: ThresholdKind): PollDraft {
	const threshold = isShare(kind)
		? { ...draft.rule.threshold, kind }
		: { kind, base: "CAST" as const, countsAbstentions: false };
	return { ...draft, rule: { ...draft.rule, threshold } };
}

/** Whether a threshold is a share of something. */
export function isShare(kind: ThresholdKind): boolean {
	return kind === "ABSOLUTE" || kind === "TWO_THIRDS" || kind === "THREE_QUARTERS";
}

/** The one limit that the method needs, no greater than what its options allow; others are not given. */
export function limitsFor({ method, limits, options }: PollDraft): PollLimits {
	const most = Math.max(1, labelsOf(options).length);
	if (method === "SINGLE_TRANSFERABLE_VOTE") return { seats: Math.min(limits.seats, most) };
	if (method === "MULTIPLE_CHOICE") return { mostChosen: Math.min(limits.mostChosen, most) };
	return method === "DOTS" ? { dots: limits.dots } : {};
}

/** What keeps a draft from being a poll. */
export interface DraftProblems {
	readonly question: "missing" | null;
	readonly options: "tooFew" | "twice" | "unreadable" | null;
}

/** What is still wrong, by field. */
export function problemsOf(draft: PollDraft): DraftProblems {
	return { question: draft.question.trim() === "" ? "missing" : null, options: problemOfOptions(draft) };
}

function problemOfOptions(draft: PollDraft): DraftProblems["options"] {
	const { method, options } = draft;
	if (hasOwnOptions(method)) return null;
	const labels = labelsOf(options);
	if (labels.length < 2) return "tooFew";
	if (new Set(labels).size < labels.length) return "twice";
	return readSettings(method, labels, limitsFor(draft)) ? null : "unreadable";
}
