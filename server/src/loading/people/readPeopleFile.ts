import { type ReadFile, readFile } from "../file/readFile.ts";
import { peopleFaults } from "./peopleFaults.ts";
import { type PeopleFile, peopleFile } from "./peopleFile.ts";

/** Reads a file of people. Gives every fault that the file has in itself, at once. */
export function readPeopleFile(text: string): ReadFile<PeopleFile> {
	return readFile(text, peopleFile, peopleFaults);
}
