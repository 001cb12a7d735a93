import type { Database } from "../database/index.ts";
import { confirmSignInLink } from "./actions/confirmSignInLink.ts";
import { createErrands } from "./actions/errands.ts";
import { forgetOldSignIns } from "./actions/forgetOldSignIns.ts";
import { openSignIn } from "./actions/openSignIn.ts";
import { requestSignInLink } from "./actions/requestSignInLink.ts";
import type { Browser, SignInWorld } from "./actions/SignInWorld.ts";
import { signInAsDemoPerson } from "./actions/signInAsDemoPerson.ts";
import { signOut, signOutEverywhere } from "./actions/signOut.ts";
import { ViewerFinder } from "./actions/ViewerFinder.ts";
import type { Viewer } from "./domain/Viewer.ts";
import type { Mailer, PersonRegister } from "./ports.ts";
import { PgPersonRegister } from "./store/PgPersonRegister.ts";
import { PgSignInBook } from "./store/PgSignInBook.ts";
import { findPersons, recordPersons, recordRoles } from "./store/recordPeople.ts";

export type { Browser, OpenedSignIn } from "./actions/SignInWorld.ts";
export { type Action, may, type Subject } from "./domain/policies.ts";
export { nobody, type RoleHeld, type Viewer } from "./domain/Viewer.ts";
export { createMailer, type MailSettings } from "./mail/createMailer.ts";
export type { DemoPerson, Errands, FoundPerson, Mail, Mailer, NewPerson, NewRole, Person } from "./ports.ts";
export { peopleEntities } from "./store/entities.ts";

/** What the room needs of the house. */
export interface PeopleDeps {
	readonly database: Database;
	readonly clock: () => Date;
	readonly mailer: Mailer;
	/** Fixed base address of the installation, without a slash at its end; never taken from a request. */
	readonly publicAddress: () => string;
	readonly isDemonstration: boolean;
	/** Told after the commit that a sign-in ended or a role changed: live streams of that person are looked at again. */
	readonly viewerChanged: (personId: string) => void;
	/** Told when an errand (sending a link) failed; the name says which kind, without personal data. */
	readonly onFault: (name: string, fault: unknown) => void;
}

/** The room's actions, bound to the house. */
export type PeopleRoom = ReturnType<typeof createPeopleRoom>;

/** Persons, roles, signing in and out. */
export function createPeopleRoom(deps: PeopleDeps) {
	const register: PersonRegister = new PgPersonRegister(deps.database);
	const signIns = new PgSignInBook(deps.database, deps);
	const errands = createErrands(deps.onFault);
	const world: SignInWorld = { ...deps, signIns, errands };
	const finder = new ViewerFinder(signIns, deps.clock);
	return {
		/** Who asks, by the cookie's token; `nobody` where it is missing, unknown, ended or expired. */
		viewerOfToken: (token: string | null | undefined) => finder.viewerOfToken(token),
		/** Persons by id; unknown and erased ones are missing, the order is not kept. */
		personsOf: (ids: readonly string[]) => register.personsOf(ids),
		/** Enters a person, or finds the one with this e-mail address; gives the id. */
		addPerson: register.addPerson.bind(register),
		/** Gives a role by hand; whether it is new. */
		assignRole: assignRoleOf(register, deps.viewerChanged),
		...peopleInTransaction(),
		/** Signs a browser in as a person whom the caller has made sure of. The token goes into the cookie. */
		openSignIn: (personId: string, browser: Browser) => openSignIn(world, personId, browser),
		requestSignInLink: (email: string) => requestSignInLink(world, email),
		confirmSignInLink: (token: string, browser: Browser) => confirmSignInLink(world, token, browser),
		signInAsDemoPerson: (id: string, browser: Browser) => signInAsDemoPerson(world, id, browser),
		signOut: (viewer: Viewer) => signOut(world, viewer),
		signOutEverywhere: (viewer: Viewer) => signOutEverywhere(world, viewer),
		/** Deletes what is kept for questions about misuse and older than 30 days. To be called daily. */
		forgetOldSignIns: () => forgetOldSignIns(world),
		/** Nobody, where the demonstration is switched off. */
		demoPersons: async () => (deps.isDemonstration ? register.demoPersons() : []),
		signInOptions: { isDemonstration: deps.isDemonstration, sendsMail: deps.mailer.sendsMail },
		/** Work after the answer; other rooms may use it for mails of their own. */
		errands,
	};
}

/** For files that are entered, in the caller's transaction; see `store/recordPeople.ts`. */
export function peopleInTransaction() {
	return { findPersons, recordPersons, recordRoles };
}

function assignRoleOf(register: PersonRegister, viewerChanged: (personId: string) => void) {
	const assignRole: PersonRegister["assignRole"] = async (role) => {
		const isNew = await register.assignRole(role);
		if (isNew) viewerChanged(role.personId);
		return isNew;
	};
	return assignRole;
}
