import {
	type PassedShare,
	type PollShares,
	refusalOfTrustees,
	type Sodium,
	type Trustee,
} from "@crossroads/shared";
import fc from "fast-check";
import { combine } from "shamir-secret-sharing";
import { beforeAll, describe, expect, test } from "vitest";
import { loadSodium } from "../sealing/loadSodium.ts";
import { readKeyFile, writeKeyFile } from "./keyFile.ts";
import { makePollKey } from "./makePollKey.ts";
import { commitmentTo, type OpenShare } from "./OpenShare.ts";
import { passShare } from "./passShare.ts";
import { rebuildPollKey } from "./rebuildPollKey.ts";
import { openSealedShare, sealShare } from "./sealedShare.ts";
import { keyFingerprint, newTrusteeKey, type TrusteeKey } from "./TrusteeKey.ts";

let sodium: Sodium;

beforeAll(async () => {
	sodium = await loadSodium();
});

const trustees = (count: number) =>
	Array.from({ length: count }, (_, place) => newTrusteeKey(sodium, `person-${place}`));

/** As the others may know them. */
const known = (keys: readonly TrusteeKey[]) =>
	keys.map(({ personId, publicKey }) => ({ personId, publicKey: sodium.to_base64(publicKey) }));

async function aPoll(count: number, needed: number) {
	const keys = trustees(count);
	const poll = await makePollKey(sodium, { pollId: "poll-1", trustees: known(keys), needed });
	return { keys, poll, opener: keys[0]! };
}

const passed = (poll: PollShares, keys: readonly TrusteeKey[], opener: TrusteeKey) =>
	keys.map((key) => passShare(sodium, key, poll, opener.publicKey) as PassedShare);

const shareOf = (poll: PollShares, key: TrusteeKey) =>
	openSealedShare(
		sodium,
		key,
		poll,
		poll.shares.find(({ trusteeId }) => trusteeId === key.personId)!,
	) as OpenShare;

/** The poll's shares with one of them replaced, as only a forger with the server's tables could. */
const withShare = (poll: PollShares, place: number, changed: Partial<PollShares["shares"][number]>) => ({
	...poll,
	shares: poll.shares.map((share, other) => (other === place ? { ...share, ...changed } : share)),
});

describe("k of n trustees", () => {
	test("[T6] any k rebuild the poll's key, whoever they are and in whatever order they come", async () => {
		await fc.assert(
			fc.asyncProperty(
				fc
					.integer({ min: 2, max: 7 })
					.chain((count) =>
						fc.tuple(
							fc.constant(count),
							fc.integer({ min: 2, max: count }),
							fc.shuffledSubarray([...Array(count).keys()], { minLength: count, maxLength: count }),
						),
					),
				async ([count, needed, order]) => {
					const { keys, poll, opener } = await aPoll(count, needed);
					const inOrder = order.map((place) => keys[place]!);
					const enough = await rebuildPollKey(
						sodium,
						opener,
						poll,
						passed(poll, inOrder.slice(0, needed), opener),
					);
					expect(enough.keys && sodium.to_base64(enough.keys.publicKey)).toBe(poll.pollKey);
					expect(enough.faults).toEqual([]);
					const tooFew = passed(poll, inOrder.slice(0, needed - 1), opener);
					expect(await rebuildPollKey(sodium, opener, poll, tooFew)).toEqual({
						keys: null,
						refusal: "too-few-shares",
						faults: [],
					});
				},
			),
			{ numRuns: 40 },
		);
	});

	test("[T6] the rebuilt key opens what was sealed for the poll", async () => {
		const { keys, poll, opener } = await aPoll(5, 3);
		const ballot = sodium.crypto_box_seal(sodium.from_string("yes"), sodium.from_base64(poll.pollKey));
		const { keys: rebuilt } = await rebuildPollKey(sodium, opener, poll, passed(poll, keys.slice(2), opener));
		const opened = sodium.crypto_box_seal_open(ballot, rebuilt!.publicKey, rebuilt!.privateKey);
		expect(sodium.to_string(opened)).toBe("yes");
	});

	test("[T2] k - 1 shares joined by force are another key: they tell nothing", async () => {
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: 3, max: 7 }), async (needed) => {
				const { keys, poll } = await aPoll(7, needed);
				const shares = keys.slice(0, needed - 1).map((key) => shareOf(poll, key).share);
				const forced = sodium.crypto_scalarmult_base(await combine(shares));
				expect(sodium.to_base64(forced)).not.toBe(poll.pollKey);
			}),
			{ numRuns: 20 },
		);
	});

	test("[T2] a share twice is one share", async () => {
		const { keys, poll, opener } = await aPoll(3, 2);
		const [share] = passed(poll, keys.slice(1, 2), opener);
		const rebuilt = await rebuildPollKey(sodium, opener, poll, [share!, share!]);
		expect(rebuilt).toHaveProperty("refusal", "too-few-shares");
	});

	test.each([
		[1, 2, "too-few-trustees"],
		[3, 1, "needed-out-of-range"],
		[3, 4, "needed-out-of-range"],
		[3, 2.5, "needed-out-of-range"],
		[3, 2, null],
		[3, 3, null],
	])("[T2] of %i trustees %f are needed: %s", (count, needed, refusal) => {
		expect(refusalOfTrustees(known(trustees(count)), needed)).toBe(refusal);
	});

	test("[T2] one person, or one key, is one trustee", async () => {
		const [one, other] = known(trustees(2)) as [Trustee, Trustee];
		const samePerson = [one, { ...other, personId: one.personId }];
		const sameKey = [one, { ...other, publicKey: one.publicKey }];
		for (const twice of [samePerson, sameKey]) {
			expect(refusalOfTrustees(twice, 2)).toBe("trustees-are-not-different");
			await expect(makePollKey(sodium, { pollId: "p", trustees: twice, needed: 2 })).rejects.toThrow(
				RangeError,
			);
		}
	});
});

describe("a share that is not right is noticed, and named", () => {
	test("[T3] it opens with its trustee's key only", async () => {
		const { keys, poll } = await aPoll(3, 2);
		const stranger = { ...newTrusteeKey(sodium, keys[1]!.personId) };
		expect(passShare(sodium, stranger, poll, keys[0]!.publicKey)).toEqual({ fault: "share-does-not-open" });
		const nobody = newTrusteeKey(sodium, "somebody else");
		expect(passShare(sodium, nobody, poll, keys[0]!.publicKey)).toEqual({ fault: "share-of-another" });
	});

	test("[T3] one of another poll, another key or another trustee is not taken", async () => {
		const { keys, poll, opener } = await aPoll(3, 2);
		const key = keys[1]!;
		const share = shareOf(poll, key);
		const places = [
			[{ ...poll, pollId: "poll-2" }, share],
			[{ ...poll, pollKey: sodium.to_base64(opener.publicKey) }, share],
			[poll, { ...share, trusteeId: keys[2]!.personId }],
		] as const;
		for (const [place, moved] of places) {
			const forged = withShare(poll, 1, { sealed: sealShare(sodium, place, moved, key.publicKey) });
			expect(passShare(sodium, key, forged, opener.publicKey)).toEqual({ fault: "share-of-another" });
		}
	});

	test("[T4] [T6] a wrong one is named, and the others suffice", async () => {
		const { keys, poll, opener } = await aPoll(4, 2);
		const wrong = { trusteeId: keys[1]!.personId, share: sodium.randombytes_buf(33) };
		const shares = [
			{ trusteeId: wrong.trusteeId, sealed: sealShare(sodium, poll, wrong, opener.publicKey) },
			...passed(poll, keys.slice(2), opener),
		];
		const faults = [{ trusteeId: wrong.trusteeId, fault: "wrong-share" }];
		const rebuilt = await rebuildPollKey(sodium, opener, poll, shares);
		expect(rebuilt.faults).toEqual(faults);
		expect(sodium.to_base64(rebuilt.keys!.publicKey)).toBe(poll.pollKey);
		expect(await rebuildPollKey(sodium, opener, poll, shares.slice(0, 2))).toEqual({
			keys: null,
			refusal: "too-few-shares",
			faults,
		});
	});

	test("[T4] twin: with the commitment adjusted to it, a wrong share spoils the key", async () => {
		const { keys, poll, opener } = await aPoll(3, 2);
		const wrong = { trusteeId: keys[1]!.personId, share: sodium.randombytes_buf(33) };
		const adjusted = withShare(poll, 1, { commitment: commitmentTo(sodium, poll, wrong) });
		const shares = [
			{ trusteeId: wrong.trusteeId, sealed: sealShare(sodium, poll, wrong, opener.publicKey) },
			...passed(poll, keys.slice(2), opener),
		];
		expect(await rebuildPollKey(sodium, opener, adjusted, shares)).toEqual({
			keys: null,
			refusal: "not-the-polls-key",
			faults: [],
		});
	});

	test.each([
		["damaged", (sealed: string) => `${sealed.slice(0, -4)}AAAA`],
		["cut", (sealed: string) => sealed.slice(0, 20)],
		["no base64", () => "??"],
		["empty", () => ""],
	])("[T3] a share that is %s does not open", async (_, change) => {
		const { keys, poll, opener } = await aPoll(3, 2);
		const [first, second] = passed(poll, keys.slice(1), opener) as [PassedShare, PassedShare];
		const rebuilt = await rebuildPollKey(sodium, opener, poll, [
			{ ...first, sealed: change(first.sealed) },
			second,
		]);
		expect(rebuilt.faults).toEqual([{ trusteeId: first.trusteeId, fault: "share-does-not-open" }]);
	});

	test("[T6] shares that were never parts of one secret make no key, and break nothing", async () => {
		const { keys, poll, opener } = await aPoll(2, 2);
		const samePlace = keys.map(({ personId }) => ({
			trusteeId: personId,
			share: new Uint8Array(33).fill(9),
		}));
		const forged = samePlace.reduce(
			(all, share, place) => withShare(all, place, { commitment: commitmentTo(sodium, poll, share) }),
			poll,
		);
		const shares = samePlace.map((share) => ({
			trusteeId: share.trusteeId,
			sealed: sealShare(sodium, poll, share, opener.publicKey),
		}));
		const rebuilt = await rebuildPollKey(sodium, opener, forged, shares);
		expect(rebuilt).toHaveProperty("refusal", "not-the-polls-key");
	});
});

describe("a trustee's key", () => {
	test("[T1] comes back from its file", () => {
		const [key] = trustees(1);
		expect(readKeyFile(sodium, writeKeyFile(sodium, key!))).toEqual(key);
	});

	test("[T1] is not taken from a file that is damaged, of another kind, or of two halves that do not belong together", () => {
		const [one, other] = trustees(2) as [TrusteeKey, TrusteeKey];
		const halves = writeKeyFile(sodium, { ...one, publicKey: other.publicKey });
		const otherKind = writeKeyFile(sodium, one).replace("trustee-key-1", "trustee-key-9");
		for (const text of [halves, otherKind, "", "{}", "null", "[1]", writeKeyFile(sodium, one).slice(0, 90)]) {
			expect(readKeyFile(sodium, text)).toBeNull();
		}
	});

	test("[T7] has a fingerprint to read aloud, and another key has another", () => {
		const [one, other] = trustees(2) as [TrusteeKey, TrusteeKey];
		expect(keyFingerprint(sodium, one.publicKey)).toMatch(
			/^[2-9A-HJKMNP-TV-Z]{5}(-[2-9A-HJKMNP-TV-Z]{5}){2}$/,
		);
		expect(keyFingerprint(sodium, one.publicKey)).not.toBe(keyFingerprint(sodium, other.publicKey));
		const zeros = keyFingerprint(sodium, new Uint8Array(32));
		expect(zeros).toMatchInlineSnapshot(`"C9Q7W-BM5NN-MX62D"`);
	});
});
