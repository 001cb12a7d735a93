import { cruiseOptions, importRules } from "./scripts/importRules.mjs";

export default { forbidden: importRules, options: cruiseOptions };
