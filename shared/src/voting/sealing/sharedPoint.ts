import { areSameBytes, joinBytes, orNull } from "./bytes.ts";
import type { BoxKeys, Sodium } from "./Sodium.ts";

/**
 * [S6] Shows what a poll's private key makes of one ballot's ephemeral key, without showing the private key: the shared
 * point from which the ballot's own box key follows, and Chaum and Pedersen's proof (CRYPTO 1992; made non-interactive
 * as in RFC 9497 §2.2) that the private key which made it is that of the poll's public key.
 */
export interface SharedPoint {
	/** On edwards25519, 32 bytes. */
	readonly point: Uint8Array;
	/** Scalars of edwards25519, 32 bytes each. */
	readonly challenge: Uint8Array;
	readonly response: Uint8Array;
}

const PRIME = 2n ** 255n - 19n;

/**
 * The point of edwards25519's main subgroup whose Montgomery form (RFC 7748 §4.1) these 32 bytes are, and of its two
 * the one with an even x. Null: there is none, or the bytes are another spelling. An ephemeral key for which it is null
 * comes from no key pair, so no ballot that was sealed as [S2] says can have it.
 */
export function edwardsOf(sodium: Sodium, montgomery: Uint8Array): Uint8Array | null {
	const u = numberOf(montgomery);
	if (montgomery.length !== 32 || u >= PRIME || u === PRIME - 1n) return null;
	const point = bytesOf(((u + PRIME - 1n) * inverse(u + 1n)) % PRIME);
	return sodium.crypto_core_ed25519_is_valid_point(point) ? point : null;
}

/** The shared point of the poll's key and this ephemeral key, given as `edwardsOf` it, with its proof. */
export function showSharedPoint(sodium: Sodium, keys: BoxKeys, ephemeral: Uint8Array): SharedPoint {
	const { secret, open } = edwardsKeys(sodium, keys.privateKey);
	const point = sodium.crypto_scalarmult_ed25519_noclamp(secret, ephemeral);
	const lot = sodium.crypto_core_ed25519_scalar_random();
	const lotOfBase = sodium.crypto_scalarmult_ed25519_base_noclamp(lot);
	const lotOfEphemeral = sodium.crypto_scalarmult_ed25519_noclamp(lot, ephemeral);
	const challenge = challengeOf(sodium, [open, ephemeral, point, lotOfBase, lotOfEphemeral]);
	const product = sodium.crypto_core_ed25519_scalar_mul(challenge, secret);
	return { point, challenge, response: sodium.crypto_core_ed25519_scalar_add(lot, product) };
}

/** Whether this is the shared point of that public and that ephemeral key, the latter given as `edwardsOf` it. */
export function isSharedPoint(
	sodium: Sodium,
	publicKey: Uint8Array,
	ephemeral: Uint8Array,
	{ point, challenge, response }: SharedPoint,
): boolean {
	const open = edwardsOf(sodium, publicKey);
	if (!open || !sodium.crypto_core_ed25519_is_valid_point(point)) return false;
	const expected = orNull(() => {
		const base = sodium.crypto_scalarmult_ed25519_base_noclamp(response);
		const lotOfBase = minus(sodium, base, challenge, open);
		const ofEphemeral = sodium.crypto_scalarmult_ed25519_noclamp(response, ephemeral);
		const lotOfEphemeral = minus(sodium, ofEphemeral, challenge, point);
		return challengeOf(sodium, [open, ephemeral, point, lotOfBase, lotOfEphemeral]);
	});
	return expected !== null && areSameBytes(expected, challenge);
}

/** The key of crypto_box between the two, as crypto_box_beforenm makes it: HSalsa20 of the shared X25519 secret. */
export function boxKeyOf(sodium: Sodium, { point }: SharedPoint): Uint8Array {
	const secret = sodium.crypto_sign_ed25519_pk_to_curve25519(point);
	return sodium.crypto_core_hsalsa20(new Uint8Array(16), secret, null);
}

/** The private key as a scalar, with the sign for which its public point has an even x; and that point. */
function edwardsKeys(sodium: Sodium, privateKey: Uint8Array): { secret: Uint8Array; open: Uint8Array } {
	const clamped = new Uint8Array(64);
	clamped.set(privateKey);
	clamped[0] = (clamped[0] as number) & 248;
	clamped[31] = ((clamped[31] as number) & 127) | 64;
	const secret = sodium.crypto_core_ed25519_scalar_reduce(clamped);
	sodium.memzero(clamped);
	const open = sodium.crypto_scalarmult_ed25519_base_noclamp(secret);
	if ((open[31] as number) < 128) return { secret, open };
	open[31] = (open[31] as number) & 127;
	return { secret: sodium.crypto_core_ed25519_scalar_negate(secret), open };
}

function minus(sodium: Sodium, from: Uint8Array, scalar: Uint8Array, point: Uint8Array): Uint8Array {
	return sodium.crypto_core_ed25519_sub(from, sodium.crypto_scalarmult_ed25519_noclamp(scalar, point));
}

function challengeOf(sodium: Sodium, points: readonly Uint8Array[]): Uint8Array {
	const purpose = sodium.from_string("crossroads-shared-point-1 ");
	return sodium.crypto_core_ed25519_scalar_reduce(sodium.crypto_hash_sha512(joinBytes(purpose, ...points)));
}

/** Little-endian, as in RFC 7748. */
function numberOf(bytes: Uint8Array): bigint {
	return bytes.reduceRight((number, byte) => number * 256n + BigInt(byte), 0n);
}

function bytesOf(number: bigint): Uint8Array {
	return Uint8Array.from({ length: 32 }, (_, place) => Number((number >> BigInt(8 * place)) & 255n));
}

/** By Fermat's little theorem. */
function inverse(number: bigint): bigint {
	let [power, base, result] = [PRIME - 2n, number % PRIME, 1n];
	for (; power > 0n; power >>= 1n) {
		if (power & 1n) result = (result * base) % PRIME;
		base = (base * base) % PRIME;
	}
	return result;
}
