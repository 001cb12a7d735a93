import fc from "fast-check";
import sodium from "libsodium-wrappers-sumo";
import { beforeAll, describe, expect, test } from "vitest";
import { isBoxKey } from "./boxKey.ts";
import { areSameBytes } from "./bytes.ts";
import {
	type BallotSeal,
	type BoxKeys,
	checkOpenedBox,
	newPlaintext,
	type OpenedBox,
	openBox,
	type Sodium,
	sealedBytes,
	sealPlaintext,
} from "./index.ts";
import { SEED_BYTES, textIn } from "./sealBallot.ts";
import { edwardsOf, isSharedPoint, showSharedPoint } from "./sharedPoint.ts";
import { hostileBallots } from "./testing/hostileBallots.ts";

const TEXTS = ['{"vote":"A"}', '{"vote":"B"}', '{"vote":"A longer answer"}'];

let keys: BoxKeys;
let seal: BallotSeal;

beforeAll(async () => {
	await sodium.ready;
	keys = sodium.crypto_box_keypair();
	seal = { pollId: "7d0f6b4e-6c0c-4a53-9a6f-0e9fd8f3a001", publicKey: keys.publicKey, textBytes: 40 };
});

const sealed = (text: string) => sealPlaintext(sodium, seal, newPlaintext(sodium, seal, text)!);
const opened = (box: readonly Uint8Array[]) => openBox(sodium, seal, keys, box);
const check = (box: readonly Uint8Array[], handedIn: OpenedBox, tools: Sodium = sodium) =>
	checkOpenedBox(
		tools,
		{ seal, isAnswer: (text) => TEXTS.includes(text), breathe: () => Promise.resolve() },
		box,
		handedIn,
	);

describe("a sealed ballot", () => {
	test("[S1] has one length, whatever was answered", () => {
		expect(new Set(TEXTS.map((text) => sealed(text).length))).toEqual(new Set([sealedBytes(seal)]));
		expect(newPlaintext(sodium, seal, "x".repeat(41))).toBeNull();
		expect(newPlaintext(sodium, seal, "x".repeat(40))).not.toBeNull();
	});

	test("[S1] of the same answer never looks the same", () => {
		expect(areSameBytes(sealed(TEXTS[0]!), sealed(TEXTS[0]!))).toBe(false);
	});

	test("[S2] is opened by crypto_box_seal_open, and sealed again to the same bytes", () => {
		const plaintext = newPlaintext(sodium, seal, TEXTS[2]!)!;
		const ballot = sealPlaintext(sodium, seal, plaintext);
		const again = sodium.crypto_box_seal_open(ballot, keys.publicKey, keys.privateKey);
		expect(again).toEqual(plaintext);
		expect(textIn(sodium, seal, again)).toBe(TEXTS[2]);
		expect(sealPlaintext(sodium, seal, again)).toEqual(ballot);
	});

	test("[S2] with another's seed has another key: the two tell nothing about each other", () => {
		const one = newPlaintext(sodium, seal, TEXTS[0]!)!;
		const other = newPlaintext(sodium, seal, TEXTS[1]!)!;
		other.set(one.subarray(0, SEED_BYTES));
		const [oneKey, otherKey] = [one, other].map((plain) =>
			sealPlaintext(sodium, seal, plain).subarray(0, 32),
		);
		expect(areSameBytes(oneKey!, otherKey!)).toBe(false);
	});

	test("[S2] is bound to the poll: under the same key, another poll's is another", () => {
		const plaintext = newPlaintext(sodium, seal, TEXTS[0]!)!;
		const other = sealPlaintext(sodium, { ...seal, pollId: "other" }, plaintext);
		expect(areSameBytes(other, sealPlaintext(sodium, seal, plaintext))).toBe(false);
	});

	test("[S2] is the same everywhere: a known ballot", () => {
		const known = sodium.crypto_box_seed_keypair(new Uint8Array(32).fill(1));
		const plaintext = new Uint8Array(SEED_BYTES + 40).fill(7);
		const ballot = sealPlaintext(sodium, { ...seal, publicKey: known.publicKey }, plaintext);
		expect(sodium.to_base64(ballot)).toMatchInlineSnapshot(
			`"vzdgrNGpuAEGqctGvP8VNDA3EsGO96-qWAIQWyc-0gRcD6yCg5Bkw38to5K3aVJtjk1t1sh8VJ04-4FEKiOEIb9TKnev7z2VfXRrKB11NjU429andISSwXG8lByPFX2gwv2qjjshaKkH4KluPzl_9b-Vyt9vQ2pn"`,
		);
	});
});

describe("the opened box", () => {
	test("[S4] [S5] holds every answer, in an order that is not the box's", async () => {
		const texts = Array.from({ length: 30 }, (_, place) => TEXTS[place % 3]!);
		const box = texts.map(sealed);
		const handedIn = opened(box);
		expect(await check(box, handedIn)).toEqual({ texts: [...texts].sort(), invalid: [] });
		const inOrder = box.map((ballot) =>
			sodium.to_base64(sodium.crypto_box_seal_open(ballot, keys.publicKey, keys.privateKey)),
		);
		expect(handedIn.plaintexts).not.toEqual(inOrder);
	});

	test.each(Object.entries(hostileBallots))(
		"[S3] [S4] %s is invalid, and breaks nothing",
		async (_, hostile) => {
			const ballot = hostile(sodium, seal);
			expect(ballot).toHaveLength(sealedBytes(seal));
			const box = [sealed(TEXTS[0]!), ballot, sealed(TEXTS[1]!)];
			const content = { texts: [TEXTS[0], TEXTS[1]], invalid: [sodium.to_base64(ballot)] };
			expect(await check(box, opened(box))).toEqual(content);
		},
	);

	test("[S5] whatever was put in, each ballot is counted once, as an answer or as invalid", async () => {
		const kinds = [...TEXTS.map((text) => () => sealed(text)), ...Object.values(hostileBallots)];
		await fc.assert(
			fc.asyncProperty(fc.array(fc.nat(kinds.length - 1), { maxLength: 20 }), async (chosen) => {
				const ballots = chosen.map((kind) => kinds[kind]!(sodium, seal));
				// The box is a set: bytes that are in it are not taken again [S7].
				const box = [...new Map(ballots.map((ballot) => [sodium.to_base64(ballot), ballot])).values()];
				const sound = chosen.filter((kind) => kind < TEXTS.length).map((kind) => TEXTS[kind]);
				const content = await check(box, opened(box));
				expect(content).toMatchObject({ texts: sound.sort() });
				expect(content).toHaveProperty("invalid.length", box.length - sound.length);
			}),
			{ numRuns: 60 },
		);
	});
});

describe("whoever opens the box dishonestly is refused [S5]", () => {
	const cheats: Record<string, [(handedIn: OpenedBox, box: readonly Uint8Array[]) => OpenedBox, string]> = {
		"an answer changed": [
			({ plaintexts, ...rest }) => ({
				...rest,
				plaintexts: [changed(plaintexts[0]!), ...plaintexts.slice(1)],
			}),
			"plaintext-of-no-ballot",
		],
		"a ballot dropped": [
			({ plaintexts, ...rest }) => ({ ...rest, plaintexts: plaintexts.slice(1) }),
			"ballots-missing",
		],
		"a ballot twice": [
			({ plaintexts, ...rest }) => ({ ...rest, plaintexts: [...plaintexts, plaintexts[0]!] }),
			"plaintext-of-no-ballot",
		],
		"a ballot added": [
			({ plaintexts, ...rest }) => ({
				...rest,
				plaintexts: [...plaintexts, sodium.to_base64(newPlaintext(sodium, seal, TEXTS[0]!)!)],
			}),
			"plaintext-of-no-ballot",
		],
		"a plaintext that is no base64": [
			({ plaintexts, ...rest }) => ({ ...rest, plaintexts: ["?", ...plaintexts.slice(1)] }),
			"plaintext-of-no-ballot",
		],
		"a faulty ballot dropped": [(handedIn) => ({ ...handedIn, faulty: [] }), "ballots-missing"],
		"a faulty ballot twice": [
			(handedIn) => ({ ...handedIn, faulty: [...handedIn.faulty, ...handedIn.faulty] }),
			"faulty-ballot-not-in-box",
		],
		"a sound ballot called faulty, rightly shown": [
			(handedIn, box) => dropFirst(handedIn, box, showSharedPoint(sodium, keys, ephemeralOf(box[0]!))),
			"ballot-is-sound",
		],
		"a sound ballot called faulty, shown with another key": [
			(handedIn, box) =>
				dropFirst(handedIn, box, showSharedPoint(sodium, sodium.crypto_box_keypair(), ephemeralOf(box[0]!))),
			"fault-not-shown",
		],
		"a sound ballot called faulty, with a made-up point": [
			(handedIn, box) => {
				const shown = showSharedPoint(sodium, keys, ephemeralOf(box[0]!));
				return dropFirst(handedIn, box, { ...shown, point: ephemeralOf(box[1]!) });
			},
			"fault-not-shown",
		],
		"a sound ballot called faulty, and nothing shown": [
			(handedIn, box) => {
				const { plaintexts, faulty } = dropFirst(handedIn, box, null);
				return { plaintexts, faulty };
			},
			"fault-not-shown",
		],
	};

	test.each(Object.entries(cheats))("%s", async (_, [cheat, refusal]) => {
		const box = boxWithAFault();
		const honest = opened(box);
		expect(await check(box, honest)).toHaveProperty("texts.length", 2);
		expect(await check(box, cheat(honest, box))).toEqual({ refusal });
	});

	test("[S6] twin: without the proof of the shared point, a sound ballot can be dropped", async () => {
		const scalar = new Uint8Array(32).fill(1);
		// One challenge for everything makes the proof say yes to everything.
		const credulous: Sodium = { ...sodium, crypto_core_ed25519_scalar_reduce: () => scalar };
		const box = [sealed(TEXTS[0]!), sealed(TEXTS[1]!)];
		const made = { point: ephemeralOf(box[1]!), challenge: scalar, response: scalar };
		const cheat = dropFirst(opened(box), box, made);
		expect(await check(box, cheat)).toEqual({ refusal: "fault-not-shown" });
		expect(await check(box, cheat, credulous)).toHaveProperty("texts", [TEXTS[1]]);
	});

	test("[S5] twin: if ballots were only counted, an answer could be changed", () => {
		const box = boxWithAFault();
		const honest = opened(box);
		const cheat = cheats["an answer changed"]![0](honest, box);
		expect(cheat).not.toEqual(honest);
		expect(cheat.plaintexts.length + cheat.faulty.length).toBe(box.length);
	});

	const boxWithAFault = () => [
		sealed(TEXTS[0]!),
		sealed(TEXTS[1]!),
		hostileBallots["sealed by plain crypto_box_seal"](sodium, seal),
	];
	const ephemeralOf = (ballot: Uint8Array) => edwardsOf(sodium, ballot.subarray(0, 32))!;
	/** The same seed with an answer that nobody gave. */
	const changed = (plaintext: string) => {
		const bytes = sodium.from_base64(plaintext);
		bytes.set(sodium.from_string(TEXTS[2]!), SEED_BYTES);
		return sodium.to_base64(bytes);
	};
	/** The first ballot no longer among the plaintexts but among the faulty ones, with this to show for it. */
	const dropFirst = (
		{ plaintexts, faulty }: OpenedBox,
		box: readonly Uint8Array[],
		shown: ReturnType<typeof showSharedPoint> | null,
	): OpenedBox => {
		const first = box[0]!;
		const plaintext = sodium.to_base64(sodium.crypto_box_seal_open(first, keys.publicKey, keys.privateKey));
		const inText = shown && {
			point: sodium.to_base64(shown.point),
			challenge: sodium.to_base64(shown.challenge),
			response: sodium.to_base64(shown.response),
		};
		return {
			plaintexts: plaintexts.filter((other) => other !== plaintext),
			faulty: [...faulty, { sealed: sodium.to_base64(first), shown: inText }],
		};
	};
});

test("[S6] a shared point is proved for its own two keys and no others", () => {
	for (let round = 0; round < 20; round++) {
		const pair = sodium.crypto_box_keypair();
		const ephemeral = edwardsOf(sodium, sodium.crypto_box_keypair().publicKey)!;
		const other = edwardsOf(sodium, sodium.crypto_box_keypair().publicKey)!;
		const shown = showSharedPoint(sodium, pair, ephemeral);
		expect(isSharedPoint(sodium, pair.publicKey, ephemeral, shown)).toBe(true);
		expect(isSharedPoint(sodium, pair.publicKey, other, shown)).toBe(false);
		expect(isSharedPoint(sodium, keys.publicKey, ephemeral, shown)).toBe(false);
		for (const part of ["point", "challenge", "response"] as const) {
			const altered = Uint8Array.from(shown[part]);
			altered[round]! ^= 4;
			expect(isSharedPoint(sodium, pair.publicKey, ephemeral, { ...shown, [part]: altered })).toBe(false);
		}
	}
});

test("[S6] a key is one of a key pair: no other bytes, no other spelling", () => {
	for (let round = 0; round < 20; round++) {
		const key = sodium.to_base64(sodium.crypto_box_keypair().publicKey);
		expect(isBoxKey(sodium, key)).toBe(true);
		expect(isBoxKey(sodium, `${key}=`)).toBe(false);
	}
	const small = [0, 1].map((first) => sodium.to_base64(new Uint8Array(32).fill(first, 0, 1)));
	for (const wrong of [...small, sodium.to_base64(new Uint8Array(32).fill(255)), "", "A", null, 7])
		expect(isBoxKey(sodium, wrong)).toBe(false);
});
