import { type GraphClient, graphClient } from "./graph.ts";

interface DemoPerson {
	id: string;
	name: string;
	city: string | null;
	partnerCode: string | null;
	roles: string[];
}

/** The demonstration people of a running server. */
async function demoPersons(address: string): Promise<DemoPerson[]> {
	const answer = await graphClient(address).request<{ demoPersons: DemoPerson[] }>(
		"{ demoPersons { id name city partnerCode roles } }",
	);
	return answer.demoPersons;
}

/** A graph client that is signed in as the demonstration person. */
export async function signedIn(address: string, personId: string): Promise<GraphClient> {
	const client = graphClient(address);
	const { signInAsDemoPerson } = await client.request<{ signInAsDemoPerson: { refusal: unknown } }>(
		"mutation SignIn($id: ID!) { signInAsDemoPerson(personId: $id) { refusal { code } } }",
		{ id: personId },
	);
	if (signInAsDemoPerson.refusal) throw new Error(`sign-in refused: ${JSON.stringify(signInAsDemoPerson)}`);
	return client;
}

/** The demonstration's facilitator and its delegates, the plenary they meet in and what it decides on first. */
export async function demoPlenary(address: string) {
	const persons = await demoPersons(address);
	const facilitatorPerson = persons.find((person) => person.roles.includes("FACILITATOR"));
	if (!facilitatorPerson) throw new Error("the demonstration has no facilitator");
	const coordinator = persons.find((person) => person.roles.includes("NETWORK_COORDINATOR"));
	if (!coordinator) throw new Error("the demonstration has no coordinator");
	const facilitator = await signedIn(address, facilitatorPerson.id);
	const { viewer } = await facilitator.request<{
		viewer: { sessions: { id: string; kind: string; agenda: AgendaRow[] }[] };
	}>(
		"{ viewer { sessions { id kind agenda { id title recommendation { id title state draft { id } } } } } }",
	);
	const session = viewer.sessions.find(({ kind }) => kind === "PLENARY");
	if (!session) throw new Error("the demonstration has no plenary");
	const item = session.agenda.find(({ recommendation }) => recommendation?.state === "REVIEW");
	if (!item?.recommendation) throw new Error("no recommendation in review on the agenda");
	return {
		session,
		/** The first item of the agenda whose recommendation is in review, and that recommendation. */
		item,
		recommendation: item.recommendation,
		facilitator,
		facilitatorPerson,
		/** Runs sessions too. */
		coordinator,
		delegates: persons.filter((person) => person.roles.includes("DELEGATE")),
	};
}

interface AgendaRow {
	id: string;
	title: string;
	recommendation: { id: string; title: string; state: string; draft: { id: string } } | null;
}
