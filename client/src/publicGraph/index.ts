export { publicId } from "./network/publicId.ts";
export { useNetworkInView } from "./network/useNetworkInView.ts";
export { useWorkingLanguage, WorkingLanguage, Written } from "./network/WorkingLanguage.tsx";
