// Checks the board of a Crossroads poll, and counts it again: node verifyPoll.mjs <file or address> [the server's key]
// Needs Node 20 and the files beside this one, nothing else. Ends with 0: believed; 1: refused; 2: could not be read.
import { readFile } from "node:fs/promises";
import { judge } from "./checks.mjs";

const KEY_PATH = "/.well-known/crossroads-board-key";
const [place = "", givenKey] = process.argv.slice(2);
const isAddress = /^https?:/.test(place);

async function fetchBytes(address) {
	const answer = await fetch(address);
	if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
	return Buffer.from(await answer.arrayBuffer());
}

try {
	const bytes = await (isAddress ? fetchBytes(place) : readFile(place));
	const published = isAddress && !givenKey ? await fetchBytes(new URL(KEY_PATH, place)) : undefined;
	const { isBelieved, lines } = judge(bytes, givenKey ?? published?.toString().trim());
	console.log(lines.join("\n"));
	process.exitCode = isBelieved ? 0 : 1;
} catch (fault) {
	console.error(`${place || "A file or an address"} cannot be read: ${fault.message}`);
	process.exitCode = 2;
}
