/** Of our schema what the stock servers answer: a poll as its watchers see it, and a ballot. */
export const typeDefs = `
	input BallotMarkInput { option: ID! value: Int! }
	input BallotAnswerInput { marks: [BallotMarkInput!]! }
	type Query { poll(id: ID!): Poll }
	type Mutation { castBallot(pollId: ID!, answer: BallotAnswerInput!, idempotencyKey: ID!): CastBallotPayload! }
	type Subscription { poll(id: ID!): Poll }
	type CastBallotPayload { ballot: Ballot refusal: Refusal }
	type Ballot { answer: BallotAnswer! receipt: String! castAt: String! changedAt: String }
	type BallotAnswer { marks: [BallotMark!]! }
	type BallotMark { option: ID! value: Int! }
	type Refusal { code: String! }
	type Poll {
		id: ID! question: String! state: String! version: Int! secrecy: String! isPublic: Boolean! electorateSize: Int!
		entitled: Int agendaItemId: ID openedAt: String closedAt: String publishedAt: String
		method: String! options: [PollOption!]! mostChosen: Int dots: Int
		rule: Rule! tally: Tally! result: Result
	}
	type PollOption { key: ID! label: String! }
	type Rule { quorum: Fraction! needsMajorityOfCities: Boolean! allowsBallotChange: Boolean! }
	type Fraction { numerator: Int! denominator: Int! }
	type Result { isAdopted: Boolean! winners: [ID!]! rules: [RuleResult!]! }
	type RuleResult { kind: String! isMet: Boolean! have: Int! of: Int! needed: Int! }
	type Tally {
		pollId: ID! version: Int! state: String! cast: Int! electorateSize: Int!
		total: [ChoiceCount!]! byPartner: [PartnerTally!]! byGroup: [GroupTally!]!
	}
	type ChoiceCount { choice: ID! count: Int! points: Int! }
	type Partner { id: ID! code: String! city: String! }
	type PartnerTally { partner: Partner! cast: Int! electorateSize: Int! counts: [ChoiceCount!]! }
	type GroupTally { group: String! cast: Int! electorateSize: Int! counts: [ChoiceCount!]! }
`;
