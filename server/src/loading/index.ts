export { type FileFault, lineOf } from "./FileFault.ts";
export { type LoadedNetwork, type LoadingRooms, loadNetwork, loadNetworkIn } from "./loadNetwork.ts";
export type { NetworkFile } from "./networkFile.ts";
export { type ReadFile, readNetworkFile } from "./readNetworkFile.ts";
export { reportLines } from "./reportLines.ts";
