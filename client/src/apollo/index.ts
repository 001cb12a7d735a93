export type { Connection } from "./connectionStore.ts";
export { overSocket } from "./createClient.ts";
export { memberClient, memberSocket, startAfresh } from "./memberClient.ts";
export { publicClient, publicSocket } from "./publicClient.ts";
export { useConnection } from "./useConnection.ts";
export { type LiveQuery, useLiveQuery, useOnReconnect } from "./useLiveQuery.ts";
