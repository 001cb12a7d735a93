import { isRuleFor, PollMethod, RulePresetName, readSettings, rulePresets } from "@crossroads/shared";
import { describe, expect, it } from "vitest";
import { labelled, labelsOf, mayAddTo, moved, twoEmpty, withLine, withoutLine } from "./draftOptions.ts";
import {
	limitsFor,
	newDraft,
	type PollDraft,
	presetOf,
	problemsOf,
	thresholdsFor,
	withMethod,
	withPreset,
	withThreshold,
} from "./pollDraft.ts";
import { pollInputOf } from "./pollInput.ts";

const options = labelled(labelled(twoEmpty, 1, "Trees"), 2, "Benches");
const draft: PollDraft = { ...newDraft("ADOPT_RECOMMENDATION", "Shall we?"), options };
const presets = Object.values(RulePresetName);
const methods = Object.values(PollMethod);

describe("the options of a poll that is prepared", () => {
	it("are moved and removed, and keep their ids", () => {
		expect(moved(options, 2, -1).map(({ id }) => id)).toEqual([2, 1]);
		expect(moved(options, 2, 1)).toBe(options);
		expect(moved(options, 1, -1)).toBe(options);
		expect(labelsOf(withoutLine(options, 1))).toEqual(["Benches"]);
	});

	it("are begun after the line where Enter was pressed, never with an id that is in use", () => {
		expect(withLine(options, 0).map(({ id }) => id)).toEqual([1, 3, 2]);
		expect(withLine(withoutLine(options, 1)).map(({ id }) => id)).toEqual([2, 3]);
	});

	it("are as many as there are letters, and no more", () => {
		const many = Array.from({ length: 30 }).reduce<typeof options>((lines) => withLine(lines), options);
		expect(many).toHaveLength(26);
		expect(mayAddTo(many)).toBe(false);
	});

	it("leave out what is empty", () => {
		expect(labelsOf(withLine(labelled(options, 1, "  Trees ")))).toEqual(["Trees", "Benches"]);
	});
});

describe("a preset", () => {
	it.each(presets)("%s is recognised by its method and rule, whatever the quorum", (name) => {
		const chosen = withPreset(draft, name);
		expect(presetOf(chosen)).toBe(name);
		expect(presetOf({ ...chosen, rule: { ...chosen.rule, quorum: { numerator: 0, denominator: 1 } } })).toBe(
			name,
		);
		expect(isRuleFor(chosen.method, chosen.rule)).toBe(true);
	});

	it("keeps the question, the options and whether a ballot may be changed", () => {
		const changing = { ...draft, rule: { ...draft.rule, allowsBallotChange: true } };
		const chosen = withPreset(changing, "CONSENT");
		expect(chosen).toMatchObject({ question: "Shall we?", options, method: "CONSENT" });
		expect(chosen.rule.allowsBallotChange).toBe(true);
	});

	it("is none where something else was chosen", () => {
		expect(presetOf(withMethod(draft, "SCORE"))).toBeNull();
		expect(presetOf(withThreshold(draft, "THREE_QUARTERS"))).toBeNull();
	});
});

describe("another method", () => {
	it.each(methods)("%s has a rule that fits, whichever was there before", (method) => {
		for (const name of presets) {
			const changed = withMethod(withPreset(draft, name), method);
			expect(isRuleFor(method, changed.rule)).toBe(true);
			expect(changed.rule.quorum).toEqual(rulePresets[name].rule.quorum);
		}
	});

	it("keeps of the rule what it can ask for", () => {
		expect(withMethod(draft, "CONSENT").rule.needsMajorityOfCities).toBe(true);
		const share = withThreshold(draft, "TWO_THIRDS");
		expect(withMethod(share, "APPROVAL").rule).toMatchObject({
			threshold: { kind: "TWO_THIRDS" },
			needsMajorityOfCities: false,
		});
		expect(withMethod(share, "SCHULZE").rule.threshold.kind).toBe("NONE");
	});

	it.each(methods)("%s takes each threshold that is offered", (method) => {
		const changed = withMethod(draft, method);
		for (const kind of thresholdsFor(method))
			expect(isRuleFor(method, withThreshold(changed, kind).rule)).toBe(true);
	});

	it.each(methods)("%s is asked with settings that the server takes", (method) => {
		const changed = withMethod(draft, method);
		const { options: labels, ...input } = pollInputOf(changed);
		expect(readSettings(method, labels, limitsFor(changed))).not.toBeNull();
		expect(input).toMatchObject({ method, question: "Shall we?", quorumNumerator: 1, quorumDenominator: 2 });
	});
});

describe("a base", () => {
	it("belongs to a share, and goes with it", () => {
		const share = withThreshold(draft, "ABSOLUTE");
		const threshold = { ...share.rule.threshold, base: "ENTITLED" as const, countsAbstentions: true };
		const entitled = { ...share, rule: { ...share.rule, threshold } };
		expect(withThreshold(entitled, "TWO_THIRDS").rule.threshold.base).toBe("ENTITLED");
		expect(withThreshold(entitled, "SIMPLE").rule.threshold).toEqual({
			kind: "SIMPLE",
			base: "CAST",
			countsAbstentions: false,
		});
	});
});

describe("what is missing", () => {
	it("is said of question and options, of these only where the method asks for them", () => {
		const empty = newDraft("CHOOSE_BY_PREFERENCE", " ");
		expect(problemsOf(empty)).toEqual({ question: "missing", options: "tooFew" });
		expect(problemsOf(withPreset(empty, "CONSENT"))).toEqual({ question: "missing", options: null });
		expect(problemsOf(withPreset(draft, "CHOOSE_BY_PREFERENCE"))).toEqual({ question: null, options: null });
	});

	it("is another word where two options are the same, and where one cannot be shown", () => {
		const ranked = withPreset(draft, "CHOOSE_BY_PREFERENCE");
		expect(problemsOf({ ...ranked, options: labelled(options, 2, " Trees") }).options).toBe("twice");
		expect(problemsOf({ ...ranked, options: labelled(options, 2, "\u202Ereversed") }).options).toBe(
			"unreadable",
		);
	});
});
