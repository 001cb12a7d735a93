import type { Role, StakeholderGroup } from "@crossroads/shared";
import type { Viewer } from "./domain/Viewer.ts";

/** Somebody who can sign in. */
export interface Person {
	readonly id: string;
	readonly name: string;
	/** BCP 47, such as "en". */
	readonly language: string;
	readonly isDemonstration: boolean;
}

/** Somebody invented, as shown in the list of the demonstration. */
export interface DemoPerson {
	readonly id: string;
	readonly name: string;
	readonly city: string | null;
	readonly partnerCode: string | null;
	readonly group: StakeholderGroup | null;
	/** Each once. */
	readonly roles: readonly Role[];
}

/** A person to be entered. */
export interface NewPerson {
	readonly name: string;
	readonly email: string | null;
	readonly language: string;
	readonly isDemonstration: boolean;
}

/** A person whom a file names. */
export interface PersonSought {
	readonly name: string;
	readonly email: string | null;
	/** In whose panels the person is, as the file says. */
	readonly partnerIds: readonly string[];
}

/** Who a sought person can be. */
export interface FoundPerson {
	readonly id: string;
	readonly isDemonstration: boolean;
}

/** A person as a file states it. Null is unknown and changes nothing that is known. */
export interface PersonFacts {
	/** Null: somebody new. */
	readonly id: string | null;
	readonly name: string;
	readonly email: string | null;
	/** Null only for somebody known. */
	readonly language: string | null;
	readonly isDemonstration: boolean;
}

/** A role that is given by hand (delegate and panel member are derived); exactly one place is named. */
export interface NewRole {
	readonly personId: string;
	readonly role: Exclude<Role, "DELEGATE" | "PANEL_MEMBER">;
	readonly networkId?: string;
	readonly partnerId?: string;
	readonly sessionId?: string;
}

/** Persons and their roles. Erased persons are not found. */
export interface PersonRegister {
	personsOf(ids: readonly string[]): Promise<Person[]>;
	/** Everybody marked as demonstration, by partner and name. */
	demoPersons(): Promise<DemoPerson[]>;
	/** Gives the id; where the e-mail address is known already, that person's, unchanged. */
	addPerson(person: NewPerson): Promise<string>;
	/** Idempotent: whether the role is new. */
	assignRole(role: NewRole): Promise<boolean>;
}

/** A sign-in link to be written; only the hash of its token is kept. */
export interface NewLink {
	readonly email: string;
	readonly tokenHash: Buffer;
	readonly at: Date;
	readonly expiresAt: Date;
	/** Not written where the person was given `budget` links since then. */
	readonly budgetSince: Date;
	readonly budget: number;
}

/** A sign-in to be written; only the hash of its token is kept. */
export interface NewSignIn {
	readonly tokenHash: Buffer;
	readonly at: Date;
	readonly expiresAt: Date;
	readonly userAgent: string | null;
	/** The browser's sign-in until now, which ends [P7]. */
	readonly replaces: string | null;
}

/** What came of a sign-in. */
export interface WrittenSignIn {
	readonly personId: string;
	/** Whose sign-in ended for it, if the browser had one. */
	readonly replacedPersonId: string | null;
}

/** Sign-in links and sign-ins. Every method is one transaction. */
export interface SignInBook {
	/** Null, and nothing written: no such person, a demonstration person, or the budget is used up. */
	writeLink(link: NewLink): Promise<Person | null>;
	/** Marks the link as used and opens the sign-in, once however many try at the same time; null: not valid. */
	redeemLink(tokenHash: Buffer, signIn: NewSignIn): Promise<WrittenSignIn | null>;
	/** Null: no such person, an invented one where the demonstration is off, a real one where `onlyDemonstration`. */
	openSignIn(personId: string, signIn: NewSignIn, onlyDemonstration: boolean): Promise<WrittenSignIn | null>;
	endSignIn(signInId: string, at: Date): Promise<void>;
	endSignInsOf(personId: string, at: Date): Promise<void>;
	/** Deletes links and sign-ins that ended or expired before that moment. */
	forget(endedBefore: Date): Promise<void>;
	/** In the order of the hashes; null where a sign-in is unknown, ended or expired. */
	viewersOf(tokenHashes: readonly Buffer[], seen: Sight): Promise<(Viewer | null)[]>;
}

/** When the browsers are seen, and from when on that is worth writing down. */
export interface Sight {
	readonly at: Date;
	readonly expiresAt: Date;
	readonly writeIfLastBefore: Date;
}

/** A mail to one person. */
export interface Mail {
	readonly to: { readonly name: string; readonly address: string };
	readonly subject: string;
	readonly text: string;
}

/** Sends mails. Resolves when the next server has taken it, rejects when it has not. */
export interface Mailer {
	send(mail: Mail): Promise<void>;
	/** Whether mails leave this machine; false: they are printed on the console. */
	readonly sendsMail: boolean;
}

/** Work that is done after the answer, so that the time of the answer tells nothing of it. */
export interface Errands {
	/** Never throws; what goes wrong is logged under the name. Refused silently where too much is waiting. */
	run(name: string, work: () => Promise<void>): void;
	/** Resolves when everything asked for so far is done. */
	settled(): Promise<void>;
}
