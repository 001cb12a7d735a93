/** A key pair of crypto_box: X25519, 32 bytes each. */
export interface BoxKeys {
	readonly publicKey: Uint8Array;
	readonly privateKey: Uint8Array;
}

/**
 * What sealing needs of libsodium, by libsodium's own names. Browser and server hand in `libsodium-wrappers-sumo` once
 * it is ready: shared itself imports no library. Functions throw on wrong lengths and on what does not open.
 */
export interface Sodium {
	crypto_box_keypair(): BoxKeys;
	crypto_box_seed_keypair(seed: Uint8Array): BoxKeys;
	crypto_box_easy(
		message: Uint8Array,
		nonce: Uint8Array,
		publicKey: Uint8Array,
		privateKey: Uint8Array,
	): Uint8Array;
	crypto_box_easy_afternm(message: Uint8Array, nonce: Uint8Array, sharedKey: Uint8Array): Uint8Array;
	crypto_box_open_easy_afternm(ciphertext: Uint8Array, nonce: Uint8Array, sharedKey: Uint8Array): Uint8Array;
	crypto_box_seal(message: Uint8Array, publicKey: Uint8Array): Uint8Array;
	crypto_box_seal_open(ciphertext: Uint8Array, publicKey: Uint8Array, privateKey: Uint8Array): Uint8Array;
	crypto_scalarmult_base(privateKey: Uint8Array): Uint8Array;
	crypto_generichash(length: number, message: Uint8Array, key: null): Uint8Array;
	crypto_hash_sha256(message: Uint8Array): Uint8Array;
	crypto_hash_sha512(message: Uint8Array): Uint8Array;
	crypto_core_hsalsa20(input: Uint8Array, key: Uint8Array, constant: null): Uint8Array;
	crypto_core_ed25519_is_valid_point(point: Uint8Array): boolean;
	crypto_core_ed25519_add(p: Uint8Array, q: Uint8Array): Uint8Array;
	crypto_core_ed25519_sub(p: Uint8Array, q: Uint8Array): Uint8Array;
	crypto_core_ed25519_scalar_random(): Uint8Array;
	crypto_core_ed25519_scalar_reduce(sample: Uint8Array): Uint8Array;
	crypto_core_ed25519_scalar_negate(scalar: Uint8Array): Uint8Array;
	crypto_core_ed25519_scalar_add(x: Uint8Array, y: Uint8Array): Uint8Array;
	crypto_core_ed25519_scalar_mul(x: Uint8Array, y: Uint8Array): Uint8Array;
	crypto_scalarmult_ed25519_noclamp(scalar: Uint8Array, point: Uint8Array): Uint8Array;
	crypto_scalarmult_ed25519_base_noclamp(scalar: Uint8Array): Uint8Array;
	crypto_sign_verify_detached(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean;
	crypto_sign_ed25519_pk_to_curve25519(point: Uint8Array): Uint8Array;
	randombytes_buf(length: number): Uint8Array;
	/** Without a variant: URL-safe, no padding. */
	to_base64(input: Uint8Array): string;
	from_base64(input: string): Uint8Array;
	from_string(input: string): Uint8Array;
	/** Throws on what is not UTF-8. */
	to_string(input: Uint8Array): string;
	memzero(bytes: Uint8Array): void;
}
