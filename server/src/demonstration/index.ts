export { type DemonstrationRooms, loadDemonstration } from "./loadDemonstration.ts";
