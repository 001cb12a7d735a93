// The eleven methods, counted a second time: from the published definitions that are cited, sharing no line with the server.
// An option is its place in the poll's order. A paper is { weight, values }: what a ballot says of each option (0: nothing).

export const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
const named = (keys, places) => places.map((place) => keys[place]);
const weigh = (papers) => sum(papers.map(({ weight }) => weight));

/** What ballots ({ answer, weight }) come to, as a board states it. `seed`: of the lots, in hexadecimal. */
export function count({ method, seats, options }, ballots, seed) {
	const keys = options.map(({ key }) => key);
	const papers = ballots.map(({ answer: { marks }, weight }) => {
		const values = new Map(marks.map(({ option, value }) => [option, value]));
		return { weight, values: keys.map((key) => values.get(key) ?? 0) };
	});
	const said = papers.filter(({ values }) => values.some(Boolean) && values[keys.indexOf("ABSTAIN")] !== 1);
	const countBy = {
		SCHULZE: () => schulze(keys, said),
		INSTANT_RUNOFF: () => runoff(keys, said),
		SINGLE_TRANSFERABLE_VOTE: () => countTransfers(keys, seats, said, seed),
		MAJORITY_JUDGMENT: () => majorityJudgment(keys, said),
	};
	const outcome = (countBy[method] ?? (() => sums(method, keys, papers, ballots)))();
	const {
		ranking,
		working,
		winners = said.length > 0 ? ranking[0] : [],
		isTie = winners.length > 1,
	} = outcome;
	const levels = ranking.filter(({ length }) => length > 0).map((level) => named(keys, level));
	const [cast, abstained] = [weigh(papers), weigh(papers) - weigh(said)];
	return { method, winners: named(keys, winners), isTie, ranking: levels, cast, abstained, working };
}

/** The options in levels: first those than whom nobody is better, then the same among the rest. */
function levelsBy(isBetter, places) {
	if (places.length === 0) return [];
	const top = places.filter((one) => !places.some((other) => isBetter(other, one)));
	const others = places.filter((one) => !top.includes(one));
	return [top, ...levelsBy(isBetter, others)];
}

/** Weight times value: choices, approval, score, dots, yes or no. Consent: any block wins; else AGREE, if anybody does. */
function sums(method, keys, papers, ballots) {
	const figures = keys.map((_, place) => sum(papers.map(({ weight, values }) => weight * values[place])));
	const reasons = ballots.flatMap(({ answer }) => answer.reason ?? []).sort();
	const working = { kind: "SUMS", sums: keys.map((option, i) => ({ option, sum: figures[i] })), reasons };
	const places = [...keys.keys()].filter((place) => keys[place] !== "ABSTAIN");
	if (method !== "CONSENT") return { ranking: levelsBy((a, b) => figures[a] > figures[b], places), working };
	const winner = ["BLOCK", "AGREE"].find((key) => figures[keys.indexOf(key)] > 0);
	const winners = places.filter((place) => keys[place] === winner);
	return { winners, ranking: levelsBy((a, b) => winners.includes(a) && a !== b, places), working };
}

/** M. Schulze, Social Choice and Welfare 36 (2011), section 2: winning votes; widest paths by Floyd and Warshall. */
function schulze(keys, papers) {
	const places = [...keys.keys()];
	const prefers = ({ values }, a, b) => (values[a] || Infinity) < (values[b] || Infinity);
	const votesFor = (a, b) => weigh(papers.filter((paper) => prefers(paper, a, b)));
	const preferences = places.map((a) => places.map((b) => votesFor(a, b)));
	const paths = preferences.map((row, a) => row.map((votes, b) => (votes > preferences[b][a] ? votes : 0)));
	for (const via of places)
		for (const a of places)
			for (const b of places)
				if (a !== b) paths[a][b] = Math.max(paths[a][b], Math.min(paths[a][via], paths[via][b]));
	const ranking = levelsBy((a, b) => paths[a][b] > paths[b][a], places);
	return { ranking, working: { kind: "STRONGEST_PATHS", preferences, paths } };
}

/** M. Balinski and R. Laraki, "Majority Judgment" (2010): lower medians, taken off again and again, and compared. */
function majorityJudgment(keys, papers) {
	const options = keys.map((option, place) => {
		const gave = (grade) => papers.filter(({ values }) => (values[place] || 1) === grade);
		const grades = [1, 2, 3, 4, 5, 6].map((grade) => weigh(gave(grade)));
		const value = medians(grades);
		return { option, grades, median: value[0]?.lower ?? 0, value };
	});
	const isBetter = (a, b) => compareRuns(options[a].value, options[b].value) > 0;
	return { ranking: levelsBy(isBetter, [...keys.keys()]), working: { kind: "MEDIANS", options } };
}

/** What comes off: the middle one, if there is one; then outwards from the middle one below and one above in turn. */
function medians(grades) {
	const [all, half] = [sum(grades), Math.floor(sum(grades) / 2)];
	const upTo = grades.map((_, place) => sum(grades.slice(0, place + 1)));
	const gradeAt = (place) => upTo.findIndex((places) => places > place) + 1;
	const runs = all % 2 === 1 ? [{ lower: gradeAt(half), upper: gradeAt(half), times: 1 }] : [];
	for (let done = 0; done < half; done += runs.at(-1).times) {
		const [below, above] = [half - 1 - done, all - half + done];
		const [lower, upper] = [gradeAt(below), gradeAt(above)];
		runs.push({ lower, upper, times: Math.min(below + 1 - (upTo[lower - 2] ?? 0), upTo[upper - 1] - above) });
	}
	return runs;
}

/** Which of two equally long sequences of pairs is higher where they first differ. */
function compareRuns([one, ...ones], [other, ...others]) {
	if (!one || !other) return 0;
	if (one.lower !== other.lower || one.upper !== other.upper)
		return one.lower - other.lower || one.upper - other.upper;
	const times = Math.min(one.times, other.times);
	const rest = (run, runs) => (run.times > times ? [{ ...run, times: run.times - times }, ...runs] : runs);
	return compareRuns(rest(one, ones), rest(other, others));
}

/** Of these options those with the fewest (or most) votes at the last of these stages, and so back to the first. */
function extremes(places, stages, best) {
	return stages.reduceRight((tied, stage) => {
		const votes = tied.map((place) => stage[place]);
		const extreme = votes.reduce((one, other) => (best(other, one) ? other : one));
		return tied.filter((place) => stage[place] === extreme);
	}, places);
}

/** Whom of these options a paper prefers; undefined: none of them. */
function preferred({ values }, places) {
	return places.filter((place) => values[place] > 0).sort((a, b) => values[a] - values[b])[0];
}

/**
 * Instant run-off. Ties for leaving: whoever had fewer when they last differed; else all, if together they have fewer than
 * each of the others; else each leaves in a case of its own, and the winners of all cases share the victory. If that takes
 * more than 500 rounds, all cases together, the first such tie ends the count and everybody still in shares the victory.
 */
function runoff(keys, papers) {
	let [roundsLeft, hasCases] = [500, true];
	const countFrom = (places, before) => {
		if (roundsLeft-- <= 0) return null;
		const votes = keys.map(() => 0);
		const speaking = papers.filter((paper) => preferred(paper, places) !== undefined);
		for (const paper of speaking) votes[preferred(paper, places)] += paper.weight;
		const standing = places.map((place) => ({ option: keys[place], votes: votes[place] }));
		const exhausted = weigh(papers) - weigh(speaking);
		const round = { votes: standing, exhausted, eliminated: [], tied: [], cases: [] };
		const winners = places.filter((place) => 2 * votes[place] > weigh(speaking));
		if (winners.length > 0) return { winners, rounds: [round] };
		const tied = extremes(places, [...before, votes], (a, b) => a < b);
		const others = places.filter((place) => !tied.includes(place));
		const together = sum(tied.map((place) => votes[place]));
		const areFewer = others.length > 0 && others.every((place) => votes[place] > together);
		if (tied.length === 1 || areFewer) {
			const rest = countFrom(others, [...before, votes]);
			return rest && { ...rest, rounds: [{ ...round, eliminated: named(keys, tied) }, ...rest.rounds] };
		}
		if (!hasCases) return { winners: places, rounds: [{ ...round, tied: named(keys, tied) }] };
		const without = (gone) => places.filter((place) => place !== gone);
		const rests = tied.map((gone) => countFrom(without(gone), [...before, votes]));
		if (rests.includes(null)) return null;
		const won = rests.map((rest) => named(keys, rest.winners));
		const cases = rests.map(({ rounds }, i) => ({ eliminated: keys[tied[i]], winners: won[i], rounds }));
		const shared = places.filter((place) => rests.some((rest) => rest.winners.includes(place)));
		return { winners: shared, rounds: [{ ...round, tied: named(keys, tied), cases }] };
	};
	const places = [...keys.keys()];
	let counted = papers.length > 0 ? countFrom(places, []) : { winners: [], rounds: [] };
	if (!counted) [roundsLeft, hasCases] = [Infinity, false];
	counted ??= countFrom(places, []);
	const { winners, rounds } = counted;
	const ranking = [winners, places.filter((place) => !winners.includes(place))];
	return { winners, ranking, working: { kind: "RUNOFF_ROUNDS", rounds } };
}

/**
 * The single transferable vote by the Scottish rules (SSI 2011/399, schedule 1, rules 46 to 53). A tie is one that matters:
 * with the lots in the opposite order, others would be elected. Votes are whole hundred-thousandths, as BigInts.
 */
function countTransfers(keys, seats, papers, seed) {
	const order = lotOrder(keys.length, seed);
	const { elected, ...working } = transfer(keys, seats, papers, order);
	const opposite = transfer(keys, seats, papers, order.toReversed()).elected;
	const isTie = !elected.every((place) => opposite.includes(place));
	const others = order.filter((place) => !elected.includes(place)).sort((a, b) => a - b);
	return { winners: elected, isTie, ranking: [...elected.map((place) => [place]), others], working };
}

/** The places in the order that the seed draws: of all permutations in the order of dictionaries the seed-th. */
function lotOrder(size, seed) {
	const places = [...Array(size).keys()];
	let permutations = places.reduce((product, place) => product * BigInt(place + 1), 1n);
	let number = BigInt(`0x${seed}`) % permutations;
	return Array.from({ length: size }, (_, drawn) => {
		permutations /= BigInt(size - drawn);
		const [place] = places.splice(Number(number / permutations), 1);
		number %= permutations;
		return place;
	});
}

function transfer(keys, seats, papers, order) {
	const quota = Math.floor(weigh(papers) / (seats + 1)) + 1;
	if (papers.length === 0) return { kind: "TRANSFER_STAGES", quota, stages: [], elected: [] };
	const full = BigInt(quota) * 100_000n;
	const [elected, excluded, waiting, history, stages] = [[], [], [], [], []];
	const votes = keys.map(() => 0n);
	let nonTransferable = 0n;
	const continuing = () => [...keys.keys()].filter((place) => ![...elected, ...excluded].includes(place));
	const parcels = papers.map((paper) => ({ ...paper, weight: BigInt(paper.weight), value: 100_000n }));
	const give = (parcel) => {
		parcel.at = preferred(parcel, continuing());
		if (parcel.at === undefined) nonTransferable += parcel.value * parcel.weight;
		else votes[parcel.at] += parcel.value * parcel.weight;
	};
	const finishStage = (kind, from, lots) => {
		history.push([...votes]);
		const isLast = continuing().length <= seats - elected.length;
		const lastStage = (a, b) => history.findLast((stage) => stage[a] !== stage[b]);
		const reached = continuing().filter((place) => isLast || votes[place] >= full);
		reached.sort((a, b) => (lastStage(a, b) ? Number(lastStage(a, b)[b] - lastStage(a, b)[a]) : a - b));
		elected.push(...reached);
		waiting.push(...reached.filter((place) => votes[place] > full));
		const standing = keys.map((option, place) => ({ option, votes: Number(votes[place]) }));
		const stage = { kind, from, votes: standing, elected: named(keys, reached), lots };
		stages.push({ ...stage, nonTransferable: Number(nonTransferable) });
	};
	/** The most votes, or the fewest; else whoever had more, or fewer, when they last differed; else by lot. */
	const choose = (places, best, drawn, lots) => {
		const tied = extremes(places, history, best);
		const chosen = drawn.find((place) => tied.includes(place));
		if (tied.length > 1) lots.push({ tied: named(keys, tied), chosen: keys[chosen] });
		return chosen;
	};
	for (const parcel of parcels) give(parcel);
	finishStage("FIRST", null, []);
	while (elected.length < seats && continuing().length > 0) {
		const [lots, isSurplus] = [[], waiting.length > 0];
		const from = isSurplus
			? choose(waiting, (a, b) => a > b, order, lots)
			: choose(continuing(), (a, b) => a < b, order.toReversed(), lots);
		const [held, surplus] = [votes[from], votes[from] - full];
		if (isSurplus) waiting.splice(waiting.indexOf(from), 1);
		else excluded.push(from);
		votes[from] = isSurplus ? full : 0n;
		for (const parcel of parcels.filter(({ at }) => at === from)) {
			if (isSurplus) parcel.value = (surplus * parcel.value) / held;
			give(parcel);
		}
		finishStage(isSurplus ? "SURPLUS" : "EXCLUSION", keys[from], lots);
	}
	return { kind: "TRANSFER_STAGES", quota, stages, elected };
}
