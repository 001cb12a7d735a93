import { RefusalCode, Role, StakeholderGroup } from "@crossroads/shared";
import { registerEnumType } from "type-graphql";

registerEnumType(Role, {
	name: "Role",
	description: "What a person may be in a network, with a partner, at an event or in a session.",
	valuesConfig: {
		NETWORK_COORDINATOR: { description: "Coordinates the network, for its lead partner." },
		PARTNER_COORDINATOR: { description: "Coordinates one partner and its local panel." },
		FACILITATOR: { description: "Runs a session: its agenda and its polls." },
		DELEGATE: { description: "Was sent to an event by a partner's panel." },
		PANEL_MEMBER: { description: "Is an active member of a partner's local panel." },
		TRANSLATOR: { description: "Translates the network's texts." },
		OBSERVER: { description: "May look on." },
	},
});

registerEnumType(StakeholderGroup, {
	name: "StakeholderGroup",
	description: "The three groups of a local panel.",
	valuesConfig: {
		CITIZENS: { description: "Citizens." },
		CIVIL_SOCIETY: { description: "Organised civil society." },
		AUTHORITIES_AND_EXPERTS: { description: "Public authorities and experts." },
	},
});

registerEnumType(RefusalCode, {
	name: "RefusalCode",
	description: "Why something that was asked for was not done.",
	valuesConfig: {
		NOT_FOUND: { description: "It does not exist, or you may not see it." },
		NOT_ALLOWED: { description: "Your roles do not allow it." },
		NOT_SIGNED_IN: { description: "Nobody is signed in." },
		INVALID_INPUT: { description: "What was sent is incomplete or too long." },
		DEMONSTRATION_IS_OFF: { description: "This installation shows no demonstration." },
		LINK_INVALID_OR_USED: {
			description: "The sign-in link is unknown, was used, or is older than 15 minutes.",
		},
		JOIN_CODE_UNKNOWN: { description: "No event has this join code." },
		CONFIRMATION_WRONG: { description: "The four digits are not those of the e-mail or the badge." },
		TOO_MANY_ATTEMPTS: { description: "Too many wrong attempts: wait a while." },
		ALREADY_CHECKED_IN: { description: "You are present already." },
		NOT_CHECKED_IN: { description: "You are not present in the session." },
		ALREADY_ASKED_FOR_THE_FLOOR: { description: "You are on the list of speakers already." },
		NOT_IN_REVIEW: { description: "The recommendation is not in review." },
		NOT_IN_DRAFT: { description: "The recommendation is no draft any more." },
		ALREADY_TABLED: { description: "The recommendation is tabled already." },
		DRAFT_IS_EMPTY: { description: "The draft has no text yet." },
		STATE_DOES_NOT_ALLOW: { description: "The state it is in does not allow it." },
		POLL_NOT_OPEN: { description: "The poll is not open." },
		POLL_ALREADY_OPENED: { description: "The poll was opened already." },
		POLL_CLOSED: { description: "The poll was closed before." },
		ANOTHER_POLL_IS_OPEN: { description: "Another poll is open in this session." },
		NOBODY_IS_PRESENT: { description: "Nobody is checked in, so there is no electorate." },
		NOT_AN_ELECTOR: { description: "You were not in the electorate when the poll opened." },
		ALREADY_VOTED: { description: "Your ballot is in the box, and this poll allows no change." },
		POLL_NOT_CLOSED: { description: "The poll is not closed yet." },
		POLL_STILL_RUNNING: { description: "A poll is still running." },
		NOT_ENTITLED: { description: "One of the two is not on the event's list of delegates." },
		PROXIES_NOT_ALLOWED: { description: "In this poll nobody votes for others." },
		PROXY_TO_ONESELF: { description: "Nobody is one's own proxy." },
		PROXY_ALREADY_GIVEN: { description: "This vote is in somebody's hands already." },
		PROXY_WOULD_CHAIN: {
			description: "A proxy cannot be passed on, nor given by somebody who votes for others.",
		},
		PROXY_HAS_TOO_MANY: { description: "The proxy votes for as many others as is allowed." },
		PROXY_NOT_GIVEN: { description: "This vote was given to nobody." },
		REPRESENTED_BY_PROXY: { description: "Somebody else casts this ballot, as a proxy." },
		WEIGHTS_TOO_GREAT: { description: "All weights together are more than can be counted." },
		SPLIT_DOES_NOT_ADD_UP: {
			description: "The parts of the split vote are not the delegation's weight together.",
		},
		SAME_PERSON_ENTERED_BOTH: { description: "Paper ballots are entered by two different persons." },
		PAPER_ENTERED_TWICE: { description: "A paper ballot was entered twice by the same person." },
		BALLOT_IS_A_COPY: {
			description: "The same sealed ballot lies in the box, and was cast by somebody else.",
		},
		BOX_NOT_OPENED: { description: "The secret poll's box is not opened yet." },
		BOX_ALREADY_OPENED: { description: "The secret poll's box was opened already." },
		BOX_OPENED_WRONGLY: {
			description: "What was handed in does not account for every ballot in the box, each once and rightly.",
		},
		NOT_A_TRUSTEE: { description: "You, or whom you name, are not a trustee of this poll." },
		TRUSTEE_KEY_UNKNOWN: {
			description: "The key that was named is not the one that this person has set, or is no key.",
		},
		TOO_FEW_TRUSTEES: { description: "A key is shared by two trustees or more." },
		NEEDED_OUT_OF_RANGE: { description: "The trustees needed are at least two, and at most all of them." },
		TRUSTEES_ARE_NOT_DIFFERENT: { description: "Trustees are different persons with different keys." },
		WEIGHTS_NOT_EQUAL: { description: "A secret poll needs voters of equal weight: weights would tell." },
		ELECTORATE_TOO_LARGE_FOR_BOX: {
			description: "So many ballots of this length could not be handed in when trustees open the box.",
		},
		VOTES_ON_PAPER: { description: "This elector votes on paper." },
		PAPER_UNKNOWN: { description: "No paper with this number was handed out." },
		PAPER_ALREADY_ENTERED: { description: "What stands on the paper was entered already." },
		PAPERS_DIFFER: { description: "Papers are not entered alike by two persons yet." },
		PAPERS_ENTERED_BY_TWO_OTHERS: { description: "Two others enter the papers of this poll." },
		PAPER_NOT_IN_SECRET_POLL: { description: "A secret poll takes no ballots on paper." },
		DRAFT_IS_READ_ONLY: { description: "The draft cannot be written in any more." },
		UPDATE_INVALID: { description: "An update could not be read." },
		UPDATE_TOO_LARGE: { description: "The update is too large." },
		UPDATE_OUT_OF_ORDER: {
			description:
				"The update builds on something that the draft does not hold: compare with the server first.",
		},
		UPDATE_CONFLICTS: {
			description: "Its places are taken by other content: compare with the server first.",
		},
		CLIENT_ID_NOT_YOURS: { description: "It writes under a client id that this sign-in was not given." },
	},
});

export { RefusalCode, Role, StakeholderGroup };
