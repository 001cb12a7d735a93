/** One limit of the guard: how much is allowed, and why that much. */
export interface Limit {
	readonly most: number;
	readonly why: string;
}

/** The name of a limit, as a refused client reads it in `extensions.limit`. */
export type LimitName = keyof typeof guardLimits;

/** Every limit on documents and variables, the same for both endpoints and both transports. */
export const guardLimits = {
	characters: { most: 20_000, why: "The longest document of our client has 4,000; introspection has 2,000." },
	tokens: { most: 2_000, why: "Introspection has 250, our longest page 700. Parsing 2,000 takes 1 ms." },
	definitions: { most: 60, why: "Fragments and operations are compared with each other by validation." },
	depth: { most: 11, why: "Our deepest page has 8 levels; each level may multiply what is read." },
	introspectionDepth: { most: 16, why: "The standard introspection query has 15 levels." },
	introspections: {
		most: 1,
		why: "The standard introspection query has one; each answer is as long as the schema.",
	},
	introspectionAliases: {
		most: 0,
		why: "The standard query has none; each may be the whole schema once more.",
	},
	introspectionLists: {
		most: 1,
		why: "The standard query lists each type's members; listing theirs too makes a megabyte of a line.",
	},
	aliases: { most: 15, why: "A page compares a handful of things; more is a batch in disguise." },
	duplicates: { most: 10, why: "Nobody writes a field twice on purpose; fragments may overlap a little." },
	directives: { most: 30, why: "A page has a few @include; validation compares them." },
	fields: { most: 1_500, why: "With all fragments spread out. Our largest page has 300." },
	rootFields: { most: 15, why: "One page reads a few things at a time." },
	mutations: { most: 3, why: "One intention a document: codes and tokens are not guessed in batches." },
	variableDepth: { most: 12, why: "Our deepest input has 3 levels." },
	variableValues: { most: 2_000, why: "A push of a draft carries 500 updates; refusing 2,000 takes 10 ms." },
	page: { most: 100, why: "A connection gives at most a hundred at a time." },
	cost: { most: 10_000, why: "Objects that an answer may hold; at 5 µs each, 50 ms of one core." },
	problems: { most: 5, why: "Errors of one document that are told; more help nobody." },
} as const satisfies Record<string, Limit>;

/** Objects that a list without paging is taken to hold, unless its field says so (`extensions.listSize`). */
export const ASSUMED_LIST_SIZE = 10;

/**
 * Memory for documents that are kept parsed and validated, for each endpoint. A deployed client has about a hundred, of
 * 60 kB each; strangers may send as many as they like, of up to half a megabyte.
 */
export const BYTES_OF_CACHED_DOCUMENTS = 12 * 1024 * 1024;
