export { overSocket } from "./createClient.ts";
export { forgetViewer, memberClient, memberSocket, onStartAfresh, startAfresh } from "./memberClient.ts";
export { publicClient, publicSocket } from "./publicClient.ts";
export type { Connection } from "./socket/connectionStore.ts";
export { useConnection } from "./useConnection.ts";
export { type LiveQuery, useLiveQuery } from "./useLiveQuery.ts";
export { useOnReturn } from "./useOnReturn.ts";
