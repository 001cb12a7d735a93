export { publicId } from "./network/publicId.ts";
export { useNetworkInView } from "./network/useNetworkInView.ts";
