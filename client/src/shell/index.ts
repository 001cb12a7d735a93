export { keepShell } from "./keepShell.ts";
