import { hasOwnOptions } from "@crossroads/shared";
import { labelsOf } from "./draftOptions.ts";
import { limitsFor, type PollDraft } from "./pollDraft.ts";

/** A whole draft as `createPoll` takes it; where it belongs is for the caller to add. */
export function pollInputOf(draft: PollDraft) {
	const { question, method, options, rule, isPublic } = draft;
	const { quorum, quorumOfCities, threshold, ...others } = rule;
	return {
		question: question.trim(),
		method,
		options: hasOwnOptions(method) ? [] : [...labelsOf(options)],
		...limitsFor(draft),
		...others,
		quorumNumerator: quorum.numerator,
		quorumDenominator: quorum.denominator,
		quorumOfCitiesNumerator: quorumOfCities.numerator,
		quorumOfCitiesDenominator: quorumOfCities.denominator,
		threshold: threshold.kind,
		thresholdBase: threshold.base,
		countsAbstentions: threshold.countsAbstentions,
		isPublic,
	};
}
