export { forgetDrafts } from "./device/deviceMemory.ts";
