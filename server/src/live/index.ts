export { createLive, type Live, type LiveHealth, type LiveLog, type LiveOptions } from "./createLive.ts";
export { asGraphQLError } from "./groups/execution.ts";
export type { LiveLimits } from "./limits.ts";
export { localNews, type News, type NewsItem, type NewsListener } from "./news/News.ts";
export { redisNews } from "./news/redisNews.ts";
export { shareNews } from "./news/shareNews.ts";
export type { AllowedOperation, Guard, OperationRequest, Verdict } from "./protocol/Guard.ts";
export { CloseCode } from "./protocol/messages.ts";
export { TurnBudget } from "./protocol/TurnBudget.ts";
export type { LiveSocket, LiveSocketListener, UpgradeFacts } from "./socket/LiveSocket.ts";
export {
	type Entrance,
	type LiveViewer,
	type LogEvent,
	type LogStream,
	type StateStream,
	type StreamDefinition,
	servedByLive,
} from "./streams.ts";
