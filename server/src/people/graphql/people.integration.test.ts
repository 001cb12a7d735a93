import "reflect-metadata";
import { graphql } from "graphql";
import { buildSchema, type NonEmptyArray } from "type-graphql";
import { expect, test } from "vitest";
import { describeWithDatabase } from "../../database/testing/testDatabase.ts";
import { nobody, type PeopleDeps, peopleEntities, type Viewer } from "../index.ts";
import { aPeopleRoom, aPerson, tokenIn } from "../testing/aPeopleRoom.ts";
import { peopleResolvers } from "./index.ts";

describeWithDatabase("people in the graph", peopleEntities, (database) => {
	/** A browser with its cookie; every request asks anew who that is. */
	async function aBrowser(wish: Partial<PeopleDeps> = {}) {
		const world = aPeopleRoom(database(), wish);
		const instances = peopleResolvers(world.room);
		const schema = await buildSchema({
			resolvers: instances.map((instance) => instance.constructor) as unknown as NonEmptyArray<() => void>,
			container: { get: (wanted) => instances.find((instance) => instance instanceof wanted) },
			validate: false,
		});
		const jar: { cookie: string | null } = { cookie: null };
		async function ask(source: string, canSetCookie = true) {
			const viewer: Viewer = await world.room.viewerOfToken(jar.cookie);
			const contextValue = {
				viewer,
				userAgent: "test",
				assertCanSignIn() {
					if (!canSetCookie) throw new Error("needs HTTP");
				},
				setSignInCookie(token: string) {
					jar.cookie = token;
				},
				clearSignInCookie() {
					jar.cookie = null;
				},
			};
			// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes
			return (await graphql({ schema, source, contextValue })) as { data: any; errors?: unknown[] };
		}
		return { ...world, jar, ask };
	}

	const who = "viewer { name isDemonstration roles { role networkId } }";

	test("nobody is signed in at first", async () => {
		const { ask } = await aBrowser();
		const { data } = await ask(`{ ${who} signInOptions { isDemonstration sendsMail } }`);
		expect(data).toEqual({ viewer: null, signInOptions: { isDemonstration: true, sendsMail: true } });
	});

	test("a link that was asked for signs in once, and signing out ends it", async () => {
		await aPerson(database(), { name: "Ana", email: "ana@example.eu" });
		const { ask, room, mails, jar } = await aBrowser();
		const asked = await ask(`mutation { requestSignInLink(email: "ana@example.eu") { isSent } }`);
		expect(asked.data.requestSignInLink).toEqual({ isSent: true });
		await room.errands.settled();
		const token = mails[0] ? tokenIn(mails[0]) : "";
		const confirm = `mutation { confirmSignInLink(token: "${token}") { ${who} refusal { code } } }`;
		const viewer = { name: "Ana", isDemonstration: false, roles: [] };
		expect((await ask(confirm)).data.confirmSignInLink).toEqual({ viewer, refusal: null });
		expect((await ask(`{ ${who} }`)).data).toEqual({ viewer });
		expect((await ask(confirm)).data.confirmSignInLink).toEqual({
			viewer: null,
			refusal: { code: "LINK_INVALID_OR_USED" },
		});
		expect((await ask("mutation { signOut { refusal { code } } }")).data).toEqual({
			signOut: { refusal: null },
		});
		expect([jar.cookie, (await ask(`{ ${who} }`)).data.viewer]).toEqual([null, null]);
	});

	test("[P6] asking for a link says the same for a known address, an unknown one and nonsense", async () => {
		await aPerson(database(), { email: "known@example.eu" });
		const { ask } = await aBrowser();
		const addresses = ["known@example.eu", "unknown@example.eu", "nonsense", ""];
		const answers = await Promise.all(
			addresses.map((email) => ask(`mutation { requestSignInLink(email: "${email}") { isSent } }`)),
		);
		expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
	});

	test("[P5] where no cookie can be set, nothing is used up", async () => {
		await aPerson(database(), { email: "socket@example.eu" });
		const { ask, room, mails } = await aBrowser();
		await ask(`mutation { requestSignInLink(email: "socket@example.eu") { isSent } }`);
		await room.errands.settled();
		const confirm = `mutation { confirmSignInLink(token: "${mails[0] && tokenIn(mails[0])}") { refusal { code } } }`;
		expect((await ask(confirm, false)).errors).toHaveLength(1);
		expect((await ask(confirm)).data.confirmSignInLink).toEqual({ refusal: null });
	});

	test("[P9] the demonstration lists its people and signs in as one of them", async () => {
		const id = await aPerson(database(), { name: "Zoë Invented", email: null, isDemonstration: true });
		const { ask } = await aBrowser();
		const { data } = await ask("{ demoPersons { id name city partnerCode group roles } }");
		const shown = { id, name: "Zoë Invented", city: null, partnerCode: null, group: null, roles: [] };
		expect(data.demoPersons).toContainEqual(shown);
		const signIn = `mutation { signInAsDemoPerson(personId: "${id}") { ${who} refusal { code } } }`;
		expect((await ask(signIn)).data.signInAsDemoPerson.viewer.name).toBe("Zoë Invented");
	});

	test("[P9] with the demonstration off, the list is empty and the click is refused", async () => {
		const id = await aPerson(database(), { email: null, isDemonstration: true });
		const { ask, jar } = await aBrowser({ isDemonstration: false });
		const signIn = `mutation { signInAsDemoPerson(personId: "${id}") { ${who} refusal { code } } }`;
		const answer = (await ask(signIn)).data.signInAsDemoPerson;
		expect(answer).toEqual({ viewer: null, refusal: { code: "DEMONSTRATION_IS_OFF" } });
		expect((await ask("{ demoPersons { id } signInOptions { isDemonstration } }")).data).toEqual({
			demoPersons: [],
			signInOptions: { isDemonstration: false },
		});
		expect(jar.cookie).toBeNull();
	});

	test("[P10] signing out without being signed in is refused", async () => {
		const { ask } = await aBrowser();
		const { data } = await ask(
			"mutation { signOut { refusal { code } } signOutEverywhere { refusal { code } } }",
		);
		const refused = { refusal: { code: "NOT_SIGNED_IN" } };
		expect(data).toEqual({ signOut: refused, signOutEverywhere: refused });
		expect(nobody.roles).toEqual([]);
	});
});
