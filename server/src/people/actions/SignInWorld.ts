import type { Errands, Mailer, SignInBook } from "../ports.ts";

/** What the actions of signing in and out need of the world. */
export interface SignInWorld {
	readonly signIns: SignInBook;
	readonly mailer: Mailer;
	readonly errands: Errands;
	readonly clock: () => Date;
	/** Fixed base address of the installation, without a slash at its end; never taken from a request. */
	readonly publicAddress: () => string;
	readonly isDemonstration: boolean;
	/** Told after the commit: what this person may see has changed. */
	readonly viewerChanged: (personId: string) => void;
}

/** The browser that wants to sign in. */
export interface Browser {
	/** Its present sign-in, which ends with the new one. */
	readonly signInId: string | null;
	readonly userAgent: string | null;
}

/** A sign-in just opened. The token goes into the cookie and nowhere else. */
export interface OpenedSignIn {
	readonly token: string;
	/** Until when the browser keeps the cookie. */
	readonly keepUntil: Date;
	readonly personId: string;
}
