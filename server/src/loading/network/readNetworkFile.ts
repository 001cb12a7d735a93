import { type ReadFile, readFile } from "../file/readFile.ts";
import { networkFaults } from "./networkFaults.ts";
import { type NetworkFile, networkFile } from "./networkFile.ts";

/** Reads a network file. Gives every fault at once: of shape, and between its parts. */
export function readNetworkFile(text: string): ReadFile<NetworkFile> {
	return readFile(text, networkFile, networkFaults);
}
