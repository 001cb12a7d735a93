import { registerEnumType } from "type-graphql";

/** The kinds of a programme's steps, for the schema. */
export enum ActivityKind {
	PREPARATION = "PREPARATION",
	LOCAL = "LOCAL",
	TRANSNATIONAL = "TRANSNATIONAL",
}

registerEnumType(ActivityKind, {
	name: "ActivityKind",
	description: "The kind of a step of the programme.",
	valuesConfig: {
		PREPARATION: { description: "Sets the network up." },
		LOCAL: { description: "Every partner works on a theme at home." },
		TRANSNATIONAL: { description: "The partners' delegations meet: an event." },
	},
});

/** The kinds of an event's parts, for the schema. */
export enum SessionKind {
	PLENARY = "PLENARY",
	WORKSHOP = "WORKSHOP",
	FIELD_VISIT = "FIELD_VISIT",
}

registerEnumType(SessionKind, {
	name: "SessionKind",
	description: "The kind of a session.",
	valuesConfig: {
		PLENARY: { description: "All delegations together; decides." },
		WORKSHOP: { description: "Works on one question." },
		FIELD_VISIT: { description: "Goes and sees." },
	},
});

/** The kinds of an agenda's items, for the schema. */
export enum AgendaItemKind {
	INFORMATION = "INFORMATION",
	DISCUSSION = "DISCUSSION",
	DECISION = "DECISION",
	BREAK = "BREAK",
}

registerEnumType(AgendaItemKind, {
	name: "AgendaItemKind",
	description: "What an item of the agenda is for.",
	valuesConfig: {
		INFORMATION: { description: "To be told something." },
		DISCUSSION: { description: "To talk something over." },
		DECISION: { description: "To decide, by a poll." },
		BREAK: { description: "To rest." },
	},
});
