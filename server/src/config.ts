import { resolve } from "node:path";
import { z } from "zod";

/**
 * The environment, read once at start. Every variable with its meaning:
 *
 * | variable           | meaning                                                          | default                         |
 * | ------------------ | ---------------------------------------------------------------- | ------------------------------- |
 * | NODE_ENV           | `production` refuses what is unsafe there                        | `development`                   |
 * | PORT               | the port to listen on; 0: any free one                           | 4000                            |
 * | HOST               | the address to listen on                                         | 127.0.0.1; production 0.0.0.0   |
 * | PUBLIC_ADDRESS     | how browsers reach us: links in mails, the one origin accepted   | `http://localhost:<PORT>`       |
 * | DATA_DIR           | folder of the embedded PostgreSQL, and of keys that are not given | `.crossroads`                  |
 * | DATABASE_URL       | another PostgreSQL (15 or newer) instead of the embedded one     | –                               |
 * | DATABASE_POOL_SIZE | connections to it at most                                        | 10                              |
 * | REDIS_URL          | Redis, where several processes serve together                    | –                               |
 * | SMTP_URL           | `smtp://user:password@host:port` or `smtps://…`; else console    | –                               |
 * | MAIL_FROM          | sender of the mails                                              | `Crossroads <crossroads@localhost>` |
 * | TRUSTED_DOCUMENTS  | JSON file of sha256 hashes: members' `/graphql` executes only these  | –                               |
 * | BALLOT_KEY         | locks what the server holds of secret ballots; 32 random bytes, base64url | made once, in DATA_DIR |
 * | BOARD_KEY          | signs the boards of polls; 32 random bytes, base64url            | made once, in DATA_DIR          |
 * | DEMONSTRATION      | `on`: invented people, sign-in with one click                    | `on`; production `off`          |
 *
 * The cookie follows from NODE_ENV: `__Host-crossroads`, Secure, in production; else `crossroads`.
 */
export interface Config {
	readonly isProduction: boolean;
	readonly port: number;
	readonly host: string;
	/** Origin, without a slash at its end; null: not fixed, follows from the port that is listened on. */
	readonly publicAddress: string | null;
	/** Absolute. */
	readonly dataFolder: string;
	readonly databaseUrl: string | null;
	readonly databasePoolSize: number;
	readonly redisUrl: string | null;
	readonly mail: { readonly smtpUrl: string | null; readonly from: string };
	/** Absolute path of the list of documents that alone are executed for members; null: any. */
	readonly trustedDocuments: string | null;
	/** Keys of 32 bytes as they were given; null: kept in the data folder. Use `readKeys`. */
	readonly givenKeys: { readonly ballot: Uint8Array | null; readonly board: Uint8Array | null };
	readonly isDemonstration: boolean;
}

/** Says every fault of the environment at once, one a line, without the values (they hold passwords). */
export class ConfigFault extends Error {
	readonly faults: readonly string[];

	constructor(faults: readonly string[]) {
		super(`The settings are not right:\n${faults.map((fault) => `- ${fault}`).join("\n")}`);
		this.faults = faults;
	}
}

/** An empty variable is one that is not set: compose files pass those on. */
function optional<T extends z.ZodType>(type: T) {
	return z.preprocess((value) => (value === "" ? undefined : value), type.optional());
}

const wholeNumber = (least: number, most: number) => z.coerce.number().int().min(least).max(most);
const address = (protocols: readonly string[]) =>
	z
		.string()
		.refine((text) => protocols.includes(protocolOf(text)), `must be an address ${protocols.join(" or ")}`);

const keyText = z
	.string()
	.refine((text) => /^[\w-]{43}=?$/.test(text), "must be 32 bytes in base64url: see README.md");

const environment = z.object({
	NODE_ENV: optional(z.enum(["development", "test", "production"])),
	PORT: optional(wholeNumber(0, 65_535)),
	HOST: optional(z.string()),
	PUBLIC_ADDRESS: optional(
		address(["http:", "https:"]).refine(
			isOrigin,
			"must be an origin alone, such as https://crossroads.example.eu",
		),
	),
	DATA_DIR: optional(z.string()),
	DATABASE_URL: optional(address(["postgres:", "postgresql:"])),
	DATABASE_POOL_SIZE: optional(wholeNumber(2, 1_000)),
	REDIS_URL: optional(address(["redis:", "rediss:"])),
	SMTP_URL: optional(address(["smtp:", "smtps:"])),
	MAIL_FROM: optional(
		z.string().refine((text) => /^[^\r\n]+@[^\s]+$/.test(text), "must hold an e-mail address"),
	),
	TRUSTED_DOCUMENTS: optional(z.string()),
	BALLOT_KEY: optional(keyText),
	BOARD_KEY: optional(keyText),
	DEMONSTRATION: optional(z.enum(["on", "off"])),
});

type Environment = z.infer<typeof environment>;

/** Throws a ConfigFault that names every setting that is wrong or, in production, unsafe. */
export function readConfig(variables: Record<string, string | undefined>): Config {
	const read = environment.safeParse(variables);
	if (!read.success)
		throw new ConfigFault(read.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`));
	const unsafe = read.data.NODE_ENV === "production" ? unsafeInProduction(read.data) : [];
	if (unsafe.length > 0) throw new ConfigFault(unsafe);
	return configOf(read.data);
}

function configOf(set: Environment): Config {
	const isProduction = set.NODE_ENV === "production";
	const port = set.PORT ?? 4000;
	return {
		isProduction,
		port,
		host: set.HOST ?? (isProduction ? "0.0.0.0" : "127.0.0.1"),
		publicAddress: originOf(set.PUBLIC_ADDRESS, port),
		dataFolder: resolve(set.DATA_DIR ?? ".crossroads"),
		databaseUrl: set.DATABASE_URL ?? null,
		databasePoolSize: set.DATABASE_POOL_SIZE ?? 10,
		redisUrl: set.REDIS_URL ?? null,
		mail: { smtpUrl: set.SMTP_URL ?? null, from: set.MAIL_FROM ?? "Crossroads <crossroads@localhost>" },
		trustedDocuments: set.TRUSTED_DOCUMENTS ? resolve(set.TRUSTED_DOCUMENTS) : null,
		givenKeys: { ballot: keyOf(set.BALLOT_KEY), board: keyOf(set.BOARD_KEY) },
		isDemonstration: (set.DEMONSTRATION ?? (isProduction ? "off" : "on")) === "on",
	};
}

/** Each with what to do, for somebody who starts Crossroads for the first time. */
function unsafeInProduction(set: Environment): string[] {
	const isEncrypted = set.PUBLIC_ADDRESS?.startsWith("https:");
	return [
		!set.PUBLIC_ADDRESS && "PUBLIC_ADDRESS: must be set in production, else links in mails lead nowhere",
		set.PUBLIC_ADDRESS &&
			!isEncrypted &&
			"PUBLIC_ADDRESS: must be https in production, else sign-ins can be stolen",
		set.DEMONSTRATION === "on" &&
			"DEMONSTRATION: must be off in production, else anybody signs in as anybody invented",
		!set.SMTP_URL && "SMTP_URL: must be set in production, else sign-in links would lie in the console's log",
		!set.MAIL_FROM && "MAIL_FROM: must be set in production, else mails are refused as forged",
		set.DATABASE_URL &&
			!set.BALLOT_KEY &&
			"BALLOT_KEY: must be set in production beside DATABASE_URL, else another machine cannot open secret ballots",
		set.DATABASE_URL &&
			!set.BOARD_KEY &&
			"BOARD_KEY: must be set in production beside DATABASE_URL, else each machine signs boards with a key of its own",
	].filter((fault) => typeof fault === "string" && fault !== "") as string[];
}

function keyOf(set: string | undefined): Uint8Array | null {
	return set ? Buffer.from(set, "base64url") : null;
}

function originOf(set: string | undefined, port: number): string | null {
	if (set) return new URL(set).origin;
	return port === 0 ? null : `http://localhost:${port}`;
}

function isOrigin(text: string): boolean {
	const url = URL.parse(text);
	return url !== null && (text === url.origin || text === `${url.origin}/`);
}

function protocolOf(text: string): string {
	return URL.parse(text)?.protocol ?? "";
}
