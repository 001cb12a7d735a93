import { completeRule, type DecisionRule, type PollLimits, type PollMethod } from "@crossroads/shared";
import type { CreatePollWish } from "../index.ts";
import type { CreatePollInput } from "./views/CreatePollInput.ts";

/** What is wished for, with the defaults of what was left out. */
export function wishOf(input: CreatePollInput): CreatePollWish {
	const method = input.method ?? "YES_NO_ABSTAIN";
	return {
		sessionId: input.sessionId,
		question: input.question,
		method,
		options: input.options ?? [],
		limits: limitsOf(input),
		isPublic: input.isPublic ?? true,
		proxyCap: input.proxyCap ?? 0,
		agendaItemId: input.agendaItemId ?? null,
		recommendationVersionId: input.recommendationVersionId ?? null,
		secrecy: input.secrecy ?? "NAMED",
		box: input.box ?? null,
		rule: ruleOf(input, method),
	};
}

function limitsOf({ seats, mostChosen, dots }: CreatePollInput): PollLimits {
	return { seats: seats ?? undefined, mostChosen: mostChosen ?? undefined, dots: dots ?? undefined };
}

function ruleOf(input: CreatePollInput, method: PollMethod): DecisionRule {
	const rule = completeRule(
		{
			quorum: { numerator: input.quorumNumerator ?? 1, denominator: input.quorumDenominator ?? 2 },
			quorumOfCities: {
				numerator: input.quorumOfCitiesNumerator ?? 0,
				denominator: input.quorumOfCitiesDenominator ?? 1,
			},
			holdsQuorumAtClosing: input.holdsQuorumAtClosing ?? false,
			needsMajorityOfCities: input.needsMajorityOfCities ?? false,
			needsMajorityOfEveryGroup: input.needsMajorityOfEveryGroup ?? false,
			allowsBallotChange: input.allowsBallotChange ?? false,
		},
		method,
	);
	// A base without a share does not fit, and is refused as such, not left out [V24].
	const threshold = {
		kind: input.threshold ?? rule.threshold.kind,
		base: input.thresholdBase ?? rule.threshold.base,
		countsAbstentions: input.countsAbstentions ?? rule.threshold.countsAbstentions,
	};
	return { ...rule, threshold };
}
