import {
	FindingResolver,
	InitiativeResolver,
	type InitiativesResolverDeps,
	PartnerInitiativesResolver,
	ThemeInitiativesResolver,
} from "./InitiativeResolver.ts";

export { Finding, Initiative } from "./views.ts";

/** The room's resolvers, for the container of TypeGraphQL. */
export function initiativesResolvers(rooms: InitiativesResolverDeps): object[] {
	return [
		new InitiativeResolver(rooms),
		new FindingResolver(rooms),
		new ThemeInitiativesResolver(rooms),
		new PartnerInitiativesResolver(rooms),
	];
}
