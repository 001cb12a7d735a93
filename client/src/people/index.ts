export { AccountMenu } from "./AccountMenu.tsx";
export { RequireViewer } from "./RequireViewer.tsx";
export { rememberViewer } from "./rememberedViewer.ts";
export { useViewer, type Viewer } from "./useViewer.ts";
