// npm run screenshots: every page of the built product in the demonstration, at phone, laptop and projector size,
// light and dark, into screenshots/ (ignored by git). Starts a server and a database of its own and drives a plenary
// over the graph, so that each page is seen in each of its states. `npm run screenshots -- delegate` takes those whose
// name contains the word.
import { randomUUID } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { launchBrowser } from "../e2e/testing/browser.ts";
import { demoPlenary, signedIn } from "../e2e/testing/people.ts";
import { pollsOf } from "../e2e/testing/polls.ts";
import { startCrossroads } from "../e2e/testing/startCrossroads.ts";
import { settled, viewports, visit } from "../e2e/testing/visitor.ts";
import { root, runCommand } from "./runCommand.mjs";

const wanted = process.argv[2] ?? "";
const folder = join(root, "screenshots");
const REASON =
	"The people who live there were not asked. I cannot go home with this: each panel is to be heard before anything is built, and its answer published with the plan.";
/**
 * @typedef {object} Look
 * @property {string} name
 * @property {string} path
 * @property {import("../e2e/testing/graph.ts").GraphClient} [as]
 * @property {(keyof typeof viewports)[]} [at]
 * @property {(page: import("playwright-core").Page) => Promise<void>} [act]
 */

const built = await runCommand(["turbo", "run", "build", "--output-logs=errors-only"]);
if (!built.ok) throw new Error(built.output);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const crossroads = await startCrossroads();
const browser = await launchBrowser();
try {
	await everyPage();
} finally {
	await browser.close();
	await crossroads.stop();
}

async function everyPage() {
	const {
		session,
		item,
		recommendation: about,
		facilitator,
		delegates,
	} = await demoPlenary(crossroads.address);
	const polls = pollsOf(facilitator, session.id);
	const voters = await Promise.all(delegates.map(({ id }) => signedIn(crossroads.address, id)));
	const [delegate] = /** @type {[typeof facilitator]} */ (/** @type {unknown} */ (voters));
	const screens = (/** @type {string} */ state) => [
		{ name: `delegate-${state}`, path: `/session/${session.id}`, as: delegate },
		{ name: `facilitator-${state}`, path: `/session/${session.id}/run`, as: facilitator },
		{ name: `screen-${state}`, path: `/screen/${session.id}` },
	];

	const initiative = await initiativeId();
	await look([
		{ name: "network", path: "/" },
		{ name: "programme", path: "/programme" },
		{ name: "partner-balanced", path: "/partners/etterbeek" },
		{ name: "partner-unbalanced", path: "/partners/vlora" },
		{ name: "theme", path: "/themes/public-places" },
		{ name: "theme-empty", path: "/themes/prejudices-precarity" },
		{ name: "initiative", path: `/initiatives/${encodeURIComponent(initiative)}` },
		{ name: "not-found", path: "/nowhere" },
		{ name: "recommendation-unknown", path: "/recommendations/nothing" },
		{ name: "sign-in", path: "/sign-in" },
		{ name: "sign-in-confirm", path: "/sign-in/confirm#abc" },
		{ name: "join", path: "/join" },
		{ name: "join-names", path: "/join/HTQ7MWK4" },
		{ name: "home-delegate", path: "/home", as: delegate },
		{ name: "home-facilitator", path: "/home", as: facilitator },
		{ name: "draft-writing", path: `/drafts/${about.draft.id}`, as: delegate },
		{ name: "draft-reading", path: `/drafts/${about.draft.id}`, as: facilitator },
		...screens("1-before"),
	]);

	for (const voter of voters.slice(0, 24))
		await voter.request(mutation("checkIn", "sessionId"), { id: session.id });
	await facilitator.request(
		"mutation ($s: ID!, $i: ID) { goToAgendaItem(sessionId: $s, agendaItemId: $i) { refusal { code } } }",
		{ s: session.id, i: item.id },
	);
	for (const voter of voters.slice(3, 6))
		await voter.request(mutation("askForTheFloor", "sessionId"), { id: session.id });
	await look(screens("2-item"));

	const { tableRecommendation } = /** @type {any} */ (
		await facilitator.request(
			"mutation ($r: ID!, $s: ID!) { tableRecommendation(recommendationId: $r, sessionId: $s) { version { id } } }",
			{ r: about.id, s: session.id },
		)
	);
	await look([
		...screens("3-tabled"),
		{ name: "draft-tabled", path: `/drafts/${about.draft.id}`, as: delegate },
	]);

	await look([
		{
			name: "wizard-1-first",
			path: `/session/${session.id}/run`,
			as: facilitator,
			act: (page) => page.getByRole("button", { name: "Prepare the vote" }).click(),
		},
		{ name: "wizard-2-ranked", path: `/session/${session.id}/run`, as: facilitator, act: fillWizard },
	]);
	const { createPoll } = /** @type {any} */ (
		await facilitator.request(
			"mutation ($input: CreatePollInput!) { createPoll(input: $input) { poll { id } } }",
			{
				input: {
					sessionId: session.id,
					agendaItemId: item.id,
					recommendationVersionId: tableRecommendation.version.id,
					question: "Shall the network adopt recommendation 1, version 1?",
					needsMajorityOfCities: true,
					allowsBallotChange: true,
				},
			},
		)
	);
	const pollId = createPoll.poll.id;
	await look(screens("4-prepared"));
	await facilitator.request(mutation("openPoll", "pollId"), { id: pollId });
	for (const [index, voter] of voters.slice(1, 19).entries()) await vote(voter, pollId, index);
	await look([...screens("5-open"), { name: "network-during-a-vote", path: "/" }]);
	await vote(delegate, pollId, 0);
	await look([{ name: "delegate-6-voted", path: `/session/${session.id}`, as: delegate }]);
	await facilitator.request(mutation("closePoll", "pollId"), { id: pollId });
	await look(screens("7-closed"));
	await facilitator.request(mutation("publishPoll", "pollId"), { id: pollId });
	const shown = await adoptedId();
	await look([
		...screens("8-published"),
		{ name: "recommendation-adopted", path: `/recommendations/${encodeURIComponent(shown)}` },
		{ name: "network-after", path: "/" },
	]);
	for (const { name, marks = oneOf, ...asked } of amongOptions()) {
		const poll = await polls.open(asked);
		for (const [index, voter] of voters.slice(1, 19).entries())
			await polls.cast(voter, poll.id, marks(index));
		if (asked.method === "CONSENT")
			for (const [voter, reason] of [
				[voters[19], "Our city has no money for this before 2028, and the text says nothing of who pays."],
				[voters[20], REASON],
			])
				await polls.cast(
					/** @type {any} */ (voter),
					poll.id,
					[{ option: "BLOCK", value: 1 }],
					/** @type {string} */ (reason),
				);

		await look(screens(`9-${name}-open`));
		await polls.close(poll.id);
		await look(screens(`9-${name}-published`));
	}
}

/** Polls among options: a few short ones, and as many and as long ones as there can be. */
function amongOptions() {
	const few = ["A room open after six", "Trees along the school way", "Night buses between the two stations"];
	const long =
		", with everything that the drafting group could think of in its third session: who pays for it, who looks after it, and what is to be done when nobody does";
	const many = Array.from(
		{ length: 26 },
		(_, place) => `${few[place % 3]} ${place + 1}${place % 2 ? long : ""}`,
	);
	return [
		{ name: "single-choice", method: "SINGLE_CHOICE", options: few },
		{ name: "score", method: "SCORE", options: few },
		{ name: "dots", method: "DOTS", options: few, dots: 10 },
		{ name: "approval-of-26", method: "APPROVAL", options: many },
		{ name: "ranking", method: "SCHULZE", options: few, marks: ranks },
		{ name: "ranking-of-26", method: "INSTANT_RUNOFF", options: many, marks: ranks },
		{ name: "seats", method: "SINGLE_TRANSFERABLE_VOTE", options: many.slice(0, 7), seats: 3, marks: ranks },
		{ name: "grades", method: "MAJORITY_JUDGMENT", options: few, marks: grades },
		{ name: "consent", method: "CONSENT", marks: consents },
	];
}

/** @typedef {{ option: string, value: number }[]} Marks */

/** @param {number} index @returns {Marks} */
function oneOf(index) {
	return [{ option: "ABC"[index % 3] ?? "A", value: 1 }];
}

/** @param {number} index @returns {Marks} */
function ranks(index) {
	const order = ["ABC", "BCA", "CAB", "ACB", "BA"][(index * index) % 5] ?? "A";
	return [...order].map((option, place) => ({ option, value: place + 1 }));
}

/** @param {number} index @returns {Marks} */
function grades(index) {
	return [..."ABC"].map((option, place) => ({ option, value: 1 + ((index * (place + 2) + place) % 6) }));
}

/** @param {number} index @returns {Marks} */
function consents(index) {
	return [{ option: ["AGREE", "AGREE", "DISAGREE", "ABSTAIN", "AGREE"][index % 5] ?? "AGREE", value: 1 }];
}

/** @param {import("playwright-core").Page} page */
async function fillWizard(page) {
	await page.getByRole("button", { name: "Prepare the vote" }).click();
	await page.getByText("Choose one of several by preference").click();
	await page.getByRole("textbox", { name: "Option 1" }).fill("Trees along the school way");
	await page.getByRole("textbox", { name: "Option 2" }).fill("Night buses between the two stations");
	await page.getByRole("textbox", { name: "Option 2" }).press("Enter");
	await page.getByText("More", { exact: true }).click();
}

/** @param {string} name @param {string} argument */
function mutation(name, argument) {
	return `mutation ($id: ID!) { ${name}(${argument}: $id) { refusal { code } } }`;
}

/** @param {import("../e2e/testing/graph.ts").GraphClient} voter @param {string} pollId @param {number} index */
function vote(voter, pollId, index) {
	return voter.request(
		"mutation ($p: ID!, $c: BallotChoice!, $k: ID!) { castBallot(pollId: $p, choice: $c, idempotencyKey: $k) { refusal { code } } }",
		{ p: pollId, c: ["YES", "YES", "NO", "YES", "ABSTAIN"][index % 5], k: randomUUID() },
	);
}

/** @param {string} query */
async function askPublic(query) {
	const response = await fetch(`${crossroads.address}/public/graphql`, {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify({ query }),
	});
	return /** @type {any} */ (await response.json()).data.network;
}

async function initiativeId() {
	const network = await askPublic(
		'{ network(code: "CRISCO") { initiatives(first: 1) { edges { node { id } } } } }',
	);
	return network.initiatives.edges[0].node.id;
}

async function adoptedId() {
	const network = await askPublic(
		'{ network(code: "CRISCO") { recommendations(first: 1) { edges { node { id } } } } }',
	);
	return network.recommendations.edges[0].node.id;
}

/** @param {Look[]} looks */
async function look(looks) {
	for (const { name, path, as, at, act } of looks.filter(({ name }) => name.includes(wanted))) {
		for (const size of at ?? screensOf(name))
			for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
				const cookie = as ? { cookie: as.cookie } : {};
				const { context, page } = await visit(browser, crossroads.address, size, { colorScheme, ...cookie });
				page.on("pageerror", (fault) => console.log(`${name}: ${fault.message}`));
				page.on("console", (message) => {
					if (message.type() === "error") console.log(`${name}: ${message.text()}`);
				});
				await page.goto(path);
				await settled(page);
				await act?.(page);
				await page.screenshot({
					path: join(folder, `${name}-${size}-${colorScheme}.png`),
					fullPage: !name.startsWith("screen"),
				});
				await context.close();
			}
		console.log(name);
	}
}

/** @param {string} name @returns {(keyof typeof viewports)[]} */
function screensOf(name) {
	return name.startsWith("screen") ? ["projector", "laptop"] : ["phone", "laptop"];
}
