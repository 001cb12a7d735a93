export { checkMajorityOfCities, checkMajorityOfPersons, checkQuorum, isCityFor } from "./checks.ts";
export { type Attendance, type Decision, type DecisionFacts, decide } from "./decide.ts";
export { FEWEST_TO_SHOW, mergeSmall, type SecretCell, type ShownParts } from "./mergeSmall.ts";
export { readSplit, type SplitRefusal } from "./readSplit.ts";
export {
	type BaseKey,
	type RequirementInWords,
	type RequirementKey,
	requirementsInWords,
} from "./requirementsInWords.ts";
export { type RulePreset, RulePresetName, rulePresets } from "./rulePresets.ts";
export { placesOf, type Stand, standOf } from "./standOf.ts";
