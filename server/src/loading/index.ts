export { type FileFault, lineOf } from "./file/FileFault.ts";
export type { ReadFile } from "./file/readFile.ts";
export { type LoadedNetwork, type LoadingRooms, loadNetwork, loadNetworkIn } from "./network/loadNetwork.ts";
export type { NetworkFile } from "./network/networkFile.ts";
export { readNetworkFile } from "./network/readNetworkFile.ts";
export type { EnteringRooms } from "./people/entering/EnteringRooms.ts";
export { type Entered, enterPeople, enterPeopleIn } from "./people/enterPeople.ts";
export { readPeopleFile } from "./people/readPeopleFile.ts";
export { reportLines } from "./reportLines.ts";
