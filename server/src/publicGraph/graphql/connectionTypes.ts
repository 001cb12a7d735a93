import { connectionOver } from "./connections.ts";
import { PublicActivity } from "./views/PublicActivity.ts";
import { PublicEvent } from "./views/PublicEvent.ts";
import { PublicFinding } from "./views/PublicFinding.ts";
import { PublicInitiative } from "./views/PublicInitiative.ts";
import { PublicNetwork } from "./views/PublicNetwork.ts";
import { PublicPartner } from "./views/PublicPartner.ts";
import { PublicRecommendation } from "./views/PublicRecommendation.ts";
import { PublicTheme } from "./views/PublicTheme.ts";

/** The list types of the public graph. */
export const NetworkConnection = connectionOver("Network", PublicNetwork);
export const PartnerConnection = connectionOver("Partner", PublicPartner);
export const ThemeConnection = connectionOver("Theme", PublicTheme);
export const ActivityConnection = connectionOver("Activity", PublicActivity);
export const EventConnection = connectionOver("Event", PublicEvent);
export const InitiativeConnection = connectionOver("Initiative", PublicInitiative);
export const FindingConnection = connectionOver("Finding", PublicFinding);
export const RecommendationConnection = connectionOver("Recommendation", PublicRecommendation);
