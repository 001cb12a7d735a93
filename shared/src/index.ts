export { canonicalJson } from "./canonicalJson.ts";
export { CloseCode, isWorthReconnecting } from "./closeCodes.ts";
export * from "./drafting/index.ts";
export { isUuid } from "./isUuid.ts";
export {
	isFourDigits,
	isJoinCode,
	JOIN_CODE_ALPHABET,
	JOIN_CODE_LENGTH,
	normalizeJoinCode,
} from "./joinCode.ts";
export { RefusalCode } from "./refusals.ts";
export { Role, StakeholderGroup } from "./roles.ts";
export * from "./voting/index.ts";
