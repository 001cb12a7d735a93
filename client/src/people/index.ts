export { AccountMenu } from "./AccountMenu.tsx";
export { RequireViewer } from "./RequireViewer.tsx";
export { useViewer, type Viewer } from "./useViewer.ts";
