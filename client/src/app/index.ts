export type { Formats } from "./language/formats.ts";
export { useFormats } from "./language/useFormats.ts";
export { useRefusalText } from "./language/useRefusalText.ts";
export { Answer, type AnswerState } from "./pages/Answer.tsx";
export { BoardLink } from "./pages/BoardLink.tsx";
export { LiveIndicator } from "./pages/LiveIndicator.tsx";
export { default as NotFoundPage } from "./pages/NotFoundPage.tsx";
export { PageTitle } from "./pages/PageTitle.tsx";
