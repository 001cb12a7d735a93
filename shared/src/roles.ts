/** What a person may be in a network, with a partner, at an event or in a session. */
export const Role = {
	NETWORK_COORDINATOR: "NETWORK_COORDINATOR",
	PARTNER_COORDINATOR: "PARTNER_COORDINATOR",
	FACILITATOR: "FACILITATOR",
	DELEGATE: "DELEGATE",
	PANEL_MEMBER: "PANEL_MEMBER",
	TRANSLATOR: "TRANSLATOR",
	OBSERVER: "OBSERVER",
} as const;

/** One of the roles. */
export type Role = keyof typeof Role;

/** The three groups of a local panel, in the order in which they are shown. */
export const StakeholderGroup = {
	CITIZENS: "CITIZENS",
	CIVIL_SOCIETY: "CIVIL_SOCIETY",
	AUTHORITIES_AND_EXPERTS: "AUTHORITIES_AND_EXPERTS",
} as const;

/** One of the three groups. */
export type StakeholderGroup = keyof typeof StakeholderGroup;
