// What a board must hold to be believed. Each check returns in words what it found, or throws an Error that says why not.
import { createHash, createPublicKey, verify } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { count, sum } from "./count.mjs";
import { decide } from "./decide.mjs";

const FORMAT = "crossroads-board-1";
const FORM =
	/^\{"format":"crossroads-board-1","entries":\[\n(.+)\n\],"key":"([\w-]+)","signature":"([\w-]+)"\}\n$/s;
const LINE = /^(\{.*),"hash":"([0-9a-f]{64})"\}$/;
const KINDS = ["poll", "partner", "elector", "ballot", "sealed", "invalid", "result"];
const sha256 = (text) => createHash("sha256").update(text).digest("hex");
const isUnique = (values) => new Set(values).size === values.length;
const base64 = (text) => Buffer.from(text, "base64url");

function must(is, otherwise) {
	if (!is) throw new Error(otherwise);
}

/** A board's text, taken apart; what is not in the one form that boards have is refused. */
function read(text, expectedKey) {
	const [, body = "", key, signature] = FORM.exec(text) ?? [];
	const lines = body.split(",\n").map((line) => LINE.exec(line));
	must(lines.every(Boolean), "The file is not in the one form that a board has.");
	const texts = lines.map(([, entry]) => `${entry}}`);
	const entries = texts.map((entry) => JSON.parse(entry));
	const all = (kind) => entries.filter((entry) => entry.kind === kind);
	const [[poll], [result], electors, ballots] = ["poll", "result", "elector", "ballot"].map(all);
	const hashes = lines.map(([, , hash]) => hash);
	return { texts, hashes, entries, all, poll, result, electors, ballots, key, signature, expectedKey };
}

/** The verdict on a board's bytes, in lines for people. */
export function judge(bytes, expectedKey, asked = checks) {
	const lines = [];
	try {
		const board = read(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes), expectedKey);
		for (const [name, check] of Object.entries(asked)) lines.push(`✓ ${name.padEnd(10)} ${check(board)}`);
		return { isBelieved: true, lines: [...lines, "The board holds: counted again, the result is the same."] };
	} catch (refusal) {
		return { isBelieved: false, lines: [...lines, `✗ ${refusal.message}`, "The board is REFUSED."] };
	}
}

export const checks = {
	chain({ texts, hashes }) {
		const own = texts.map((text, place) => sha256(`${hashes[place - 1] ?? FORMAT}\n${text}`));
		const changed = own.findIndex((hash, place) => hash !== hashes[place]);
		must(changed === -1, `Entry ${changed + 1}, or its hash, was changed: ${texts[changed]?.slice(0, 200)}`);
		return `${texts.length} entries, each bound to those before it; the last hash is ${hashes.at(-1)}`;
	},
	signature({ hashes, key, signature, expectedKey = key }) {
		must(expectedKey === key, "The board is signed with another key than the server's.");
		const isSpelled = [key, signature].every((text) => base64(text).toString("base64url") === text);
		const publicKey = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: key }, format: "jwk" });
		const isSigned = verify(null, Buffer.from(`${FORMAT} ${hashes.at(-1)}`), publicKey, base64(signature));
		must(isSpelled && isSigned, "The signature is not that of the key.");
		return `by the key ${key}`;
	},
	order({ texts, entries, all }) {
		const spelled = entries.map(({ kind }, place) => `${KINDS.indexOf(kind)} ${texts[place]}`);
		const misplaced = spelled.findIndex((text, place) => text.startsWith("-1") || text < spelled[place - 1]);
		must(misplaced === -1, `Entry ${misplaced + 1} is not in its place.`);
		must(all("poll").length === 1 && all("result").length === 1, "There is not one poll with one result.");
		return KINDS.map((kind) => `${all(kind).length} ${kind}`).join(", ");
	},
	electorate({ poll, electors, all }) {
		const cities = new Set(electors.map(({ partnerId }) => partnerId));
		const areOwn = all("partner").every(({ partnerId }) => cities.has(partnerId));
		must(areOwn && all("partner").length === cities.size, "The partners are not those of the electors.");
		if (poll.secrecy === "SECRET")
			return `${electors.length} electors; who they are is secret, and not checked`;
		const lines = electors.map(({ personId, partnerId, group, weight, isPresent, proxyId }) => {
			must(isPresent === (proxyId === null), `${personId} is not rightly represented.`);
			return [personId, partnerId, group, weight, ...(proxyId ? [proxyId] : [])].join(" ");
		});
		const hash = sha256(`${lines.sort().join("\n")}\n`);
		must(hash === poll.electorateHash, "These are not the electors whose hash was taken at the opening.");
		return `${electors.length} electors, whose hash was taken at the opening: ${hash}`;
	},
	ballots({ poll: { secrecy, settings, box }, electors, ballots, all }) {
		const strange = ballots.find(({ answer }) => !isAnswer(settings, answer));
		must(!strange, `This is no answer to the poll: ${JSON.stringify(strange)}`);
		const [sealed, invalid] = ["sealed", "invalid"].map((kind) => all(kind).map(({ sealed }) => sealed));
		const check = secrecy === "SECRET" ? checkSecret : checkNamed;
		return check(ballots, electors, sealed, invalid, box);
	},
	count({ poll, ballots, result }) {
		const lines = ballots.map(({ answer, weight }) => `${weight} ${JSON.stringify(answer)}\n`);
		const own = count(poll.settings, ballots, sha256(`${poll.pollId}\n${lines.sort().join("")}`));
		must(isDeepStrictEqual(own, result.count), `Counted again, the ballots come to ${JSON.stringify(own)}`);
		return `by ${own.method}: ${own.winners.join(", ") || "nobody"}${own.isTie ? " (tied)" : ""}, weight ${own.cast}`;
	},
	decision({ poll, electors, ballots, result }) {
		const own = decide(poll, electors, ballots, result);
		const isSame = isDeepStrictEqual(own, { isAdopted: result.isAdopted, rules: result.rules });
		must(isSame, `By its rule the decision is ${JSON.stringify(own)}`);
		const isHidden = (kind) => /^MAJORITY_OF_[CE]/.test(kind) && ballots.some((ballot) => !ballot.partnerId);
		const note = (kind) => (isHidden(kind) ? " (secret by parts: the server's word)" : "");
		const told = own.rules.map(
			({ kind, have, of, needed }) => `${kind} ${have}/${of}, needed ${needed}${note(kind)}`,
		);
		return `${own.isAdopted ? "adopted" : "not adopted"}: ${told.join("; ")}`;
	},
};

function checkSecret(ballots, electors, sealed, invalid, { onPaper }) {
	const isNobodys = [...ballots, ...electors].every(
		({ personId, weight }) => personId === null && weight === 1,
	);
	must(isNobodys, "In a secret poll, somebody has a name or another weight.");
	const areAlike = isUnique(sealed) && sealed.every(({ length }) => length === sealed[0].length);
	must(areAlike, "A sealed ballot stands out by its length, or stands twice.");
	const areInBox = isUnique(invalid) && invalid.every((ballot) => sealed.includes(ballot));
	must(areInBox, "An invalid ballot was not in the box, or stands twice.");
	const isWhole = onPaper >= 0 && ballots.length - onPaper + invalid.length === sealed.length;
	must(isWhole, "Not as many ballots came out of the box as were in it.");
	must(sealed.length + onPaper <= electors.length, "There are more ballots than electors.");
	return `${sealed.length} sealed ones, of which ${invalid.length} are invalid; ${onPaper} on paper`;
}

function checkNamed(ballots, electors, sealed, invalid) {
	must(sealed.length + invalid.length === 0, "A named poll has no box.");
	const voters = new Map(electors.map((elector) => [elector.personId, { ...elector, left: elector.weight }]));
	for (const { personId, partnerId, group, weight } of ballots) {
		const voter = voters.get(personId);
		must(
			voter?.partnerId === partnerId && voter.group === group && weight > 0,
			`${personId} is no such elector.`,
		);
		voter.left -= weight;
	}
	const isWhole = [...voters.values()].every(({ left, weight }) => left === 0 || left === weight);
	must(isWhole, "An elector has more than one ballot, or of another weight.");
	return `${ballots.length}, each of an elector and with the elector's weight`;
}

/** Whether this is an answer to such a poll, in its only spelling. */
function isAnswer({ method, options, mostChosen, dots }, { marks, reason }) {
	const [keys, values] = [marks.map(({ option }) => option), marks.map(({ value }) => value)];
	const exactly = { YES_NO_ABSTAIN: 1, CONSENT: 1, MAJORITY_JUDGMENT: marks.length && options.length }[
		method
	];
	const isRanked = ["SCHULZE", "INSTANT_RUNOFF", "SINGLE_TRANSFERABLE_VOTE"].includes(method);
	const most = { SINGLE_CHOICE: 1, MULTIPLE_CHOICE: mostChosen }[method] ?? options.length;
	const highest = { SCORE: 5, DOTS: dots, MAJORITY_JUDGMENT: 6 }[method] ?? (isRanked ? options.length : 1);
	return [
		keys.every((key, place) => options.some((option) => option.key === key) && !(key <= keys[place - 1])),
		values.every((value) => Number.isInteger(value) && value >= 1 && value <= highest),
		marks.length === (exactly ?? Math.min(marks.length, most)),
		method !== "DOTS" || sum(values) <= dots,
		!isRanked || values.every((rank) => rank === 1 || values.includes(rank - 1)),
		!isRanked || method === "SCHULZE" || isUnique(values),
		(method === "CONSENT" && keys[0] === "BLOCK") === (typeof reason === "string"),
	].every(Boolean);
}
