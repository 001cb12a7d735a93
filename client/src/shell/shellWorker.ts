import { Shell } from "./shell.ts";

/** The events of a service worker, as far as we use them: the compiler knows them only without a document. */
interface LastingEvent extends Event {
	waitUntil(work: Promise<unknown>): void;
}
interface AnsweredEvent extends LastingEvent {
	readonly request: Request;
	respondWith(answer: Promise<Response>): void;
}

// Written in by the build: another list is another worker, which the browser takes for a new version.
const { version, files } = JSON.parse("__SHELL_FILES__") as { version: string; files: string[] };
const shell = new Shell(
	{ caches, fetch: (...what) => fetch(...what), origin: location.origin },
	version,
	files,
);

addEventListener("install", (event) => (event as LastingEvent).waitUntil(shell.keep()));

// It comes only when the last page of the former version is closed: until then those files are still needed.
addEventListener("activate", (event) => (event as LastingEvent).waitUntil(shell.forgetFormer()));

addEventListener("fetch", (event) => {
	const answer = shell.answer((event as AnsweredEvent).request);
	if (answer) (event as AnsweredEvent).respondWith(answer);
});
