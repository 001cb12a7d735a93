/** What the clients of the stage ask for: the operations of our own client, word for word. */

const TALLY_FIELDS = `fragment TallyFields on Tally {
	pollId version state cast electorateSize
	total { choice count points }
	byPartner { partner { id code city } cast electorateSize counts { choice count points } }
	byGroup { group cast electorateSize counts { choice count points } }
}`;

/** The poll with its count, as every phone and console in the plenary watches it (client/src/voting/voting.graphql). */
export const POLL_NEWS = `subscription PollNews($id: ID!) { poll(id: $id) { ...PollLive } }
fragment PollLive on Poll {
	id question state version secrecy isPublic electorateSize entitled agendaItemId
	openedAt closedAt publishedAt method options { key label } mostChosen dots
	rule { quorum { numerator denominator } needsMajorityOfCities allowsBallotChange }
	tally { ...TallyFields }
	result { isAdopted winners rules { kind isMet have of needed } }
}
${TALLY_FIELDS}`;

/** The count alone, for the projector. Needs no cookie. */
export const SCREEN_TALLY = `subscription ScreenTallyNews($pollId: ID!) { screenTally(pollId: $pollId) { ...TallyFields } }
${TALLY_FIELDS}`;

/** The count for everybody, on `/public/graphql`. */
export const PUBLIC_TALLY = `subscription PublicPollTally($pollId: ID!) { pollTally(pollId: $pollId) {
	id question method options { key label } state version openedAt closedAt publishedAt electorateSize entitled
	needsMajorityOfCities
	tally {
		cast total { choice count points }
		byPartner { cast electorateSize partner { id code city } counts { choice count points } }
		byGroup { group cast electorateSize counts { choice count points } }
	}
} }`;

/** A draft's log; `after: null` gives the whole text first. */
export const DRAFT_UPDATES = `subscription DraftUpdates($draftId: ID!, $after: String, $mayDeflate: Boolean) {
	draftUpdates(draftId: $draftId, after: $after, mayDeflate: $mayDeflate) { cursor isSnapshot updates deflated } }`;

/** Changes the tally: one ballot, committed before it is answered. */
export const CAST_BALLOT = `mutation CastBallot($pollId: ID!, $answer: BallotAnswerInput!, $idempotencyKey: ID!) {
	castBallot(pollId: $pollId, answer: $answer, idempotencyKey: $idempotencyKey) {
		ballot { answer { marks { option value } } receipt castAt changedAt } refusal { code } } }`;

/** Lengthens a draft's log: one push, committed before it is answered. */
export const PUSH_DRAFT_UPDATES = `mutation PushDraftUpdates($draftId: ID!, $pushId: ID!, $updates: [UpdateBytes!]!) {
	pushDraftUpdates(draftId: $draftId, pushId: $pushId, updates: $updates) { cursor refusal { code } } }`;
