import { joinBytes } from "../bytes.ts";
import type { Sodium } from "../Sodium.ts";
import { type BallotSeal, newPlaintext, SEED_BYTES, sealNonce, sealPlaintext } from "../sealBallot.ts";
import { edwardsOf } from "../sharedPoint.ts";

/** A ballot that only a program of the voter's own would send, of the right length: the server has to take it. */
export type HostileBallot = (sodium: Sodium, seal: BallotSeal) => Uint8Array;

const PRIME = 2n ** 255n - 19n;

/** Every way of sealing wrongly that we could think of. `text` in the names: what a sound ballot would have held. */
export const hostileBallots = {
	"random bytes": (sodium, seal) => sodium.randombytes_buf(SEED_BYTES + seal.textBytes + 48),
	"nothing but zeros": (_sodium, seal) => new Uint8Array(SEED_BYTES + seal.textBytes + 48),
	"nothing but ones": (_sodium, seal) => new Uint8Array(SEED_BYTES + seal.textBytes + 48).fill(255),
	"sealed by plain crypto_box_seal": (sodium, seal) =>
		sodium.crypto_box_seal(plaintextFor(sodium, seal, '{"vote":"A"}'), seal.publicKey),
	"sealed for another poll's id": (sodium, seal) =>
		sealPlaintext(sodium, { ...seal, pollId: "other" }, plaintextFor(sodium, seal, '{"vote":"A"}')),
	"sealed for another key": (sodium, seal) => {
		const other = { ...seal, publicKey: sodium.crypto_box_keypair().publicKey };
		return sealPlaintext(sodium, other, plaintextFor(sodium, seal, '{"vote":"A"}'));
	},
	"a sound ballot with one bit turned": (sodium, seal) => {
		const sealed = sealPlaintext(sodium, seal, plaintextFor(sodium, seal, '{"vote":"A"}'));
		return turnBit(sealed, sealed.length - 1, 1);
	},
	"a sound ballot with the key's ignored bit set": (sodium, seal) =>
		turnBit(sealPlaintext(sodium, seal, plaintextFor(sodium, seal, '{"vote":"A"}')), 31, 128),
	"an ephemeral key of small order": (sodium, seal) =>
		joinBytes(bytesOf(1n), sodium.randombytes_buf(SEED_BYTES + seal.textBytes + 16)),
	"an ephemeral key that is no point": (sodium, seal) =>
		joinBytes(keyOffTheCurve(sodium), sodium.randombytes_buf(SEED_BYTES + seal.textBytes + 16)),
	"an ephemeral key outside the main subgroup, which opens": (sodium, seal) => {
		const secret = sodium.crypto_core_ed25519_scalar_random();
		const point = sodium.crypto_scalarmult_ed25519_base_noclamp(secret);
		const moved = sodium.crypto_core_ed25519_add(point, bytesOf(PRIME - 1n));
		const shared = sodium.crypto_scalarmult_ed25519_noclamp(secret, edwardsOf(sodium, seal.publicKey)!);
		const key = sodium.crypto_core_hsalsa20(
			new Uint8Array(16),
			sodium.crypto_sign_ed25519_pk_to_curve25519(shared),
			null,
		);
		const ephemeral = montgomeryOf(moved);
		const nonce = sealNonce(sodium, ephemeral, seal.publicKey);
		const plaintext = plaintextFor(sodium, seal, '{"vote":"A"}');
		return joinBytes(ephemeral, sodium.crypto_box_easy_afternm(plaintext, nonce, key));
	},
	"a text that is no answer": (sodium, seal) =>
		sealPlaintext(sodium, seal, plaintextFor(sodium, seal, '{"vote":"Z"}')),
	"no text": (sodium, seal) => sealPlaintext(sodium, seal, plaintextFor(sodium, seal, "")),
	"a text with space before it": (sodium, seal) =>
		sealPlaintext(sodium, seal, plaintextFor(sodium, seal, ' {"vote":"A"}')),
	"a text with a byte order mark": (sodium, seal) =>
		withText(sodium, seal, [0xef, 0xbb, 0xbf], '{"vote":"A"}'),
	"a text that is not UTF-8": (sodium, seal) => withText(sodium, seal, [0xff, 0xfe], '{"vote":"A"}'),
	"a text padded with zeros": (sodium, seal) => withText(sodium, seal, [], '{"vote":"A"}', 0),
	"a text that says __proto__": (sodium, seal) =>
		sealPlaintext(sodium, seal, plaintextFor(sodium, seal, '{"__proto__":{}}')),
} satisfies Record<string, HostileBallot>;

function plaintextFor(sodium: Sodium, seal: BallotSeal, text: string): Uint8Array {
	return newPlaintext(sodium, seal, text) as Uint8Array;
}

function withText(sodium: Sodium, seal: BallotSeal, before: readonly number[], text: string, padding = 0x20) {
	const written = joinBytes(Uint8Array.from(before), sodium.from_string(text));
	const rest = new Uint8Array(seal.textBytes - written.length).fill(padding);
	return sealPlaintext(sodium, seal, joinBytes(sodium.randombytes_buf(SEED_BYTES), written, rest));
}

function turnBit(bytes: Uint8Array, place: number, bit: number): Uint8Array {
	const turned = Uint8Array.from(bytes);
	turned[place]! ^= bit;
	return turned;
}

function keyOffTheCurve(sodium: Sodium): Uint8Array {
	for (;;) {
		const key = turnBit(sodium.randombytes_buf(32), 31, 0);
		key[31]! &= 127;
		if (!edwardsOf(sodium, key)) return key;
	}
}

/** RFC 7748 §4.1: u = (1 + y) / (1 - y). */
function montgomeryOf(point: Uint8Array): Uint8Array {
	const y = point.reduceRight((number, byte) => number * 256n + BigInt(byte), 0n) & (2n ** 255n - 1n);
	return bytesOf(((1n + y) * power((1n - y + PRIME) % PRIME, PRIME - 2n)) % PRIME);
}

function power(base: bigint, exponent: bigint): bigint {
	if (exponent === 0n) return 1n;
	const half = power((base * base) % PRIME, exponent >> 1n);
	return exponent & 1n ? (half * base) % PRIME : half;
}

function bytesOf(number: bigint): Uint8Array {
	return Uint8Array.from({ length: 32 }, (_, place) => Number((number >> BigInt(8 * place)) & 255n));
}
