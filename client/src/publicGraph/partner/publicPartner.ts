import type { PartnerPageQuery } from "../gql/graphql.ts";

type Network = NonNullable<PartnerPageQuery["network"]>;

/** A partner as its public page shows it. */
export type PublicPartner = NonNullable<Network["partner"]>;

/** An activity of the network as the partner's page needs it. */
export type NetworkActivity = Network["activities"]["edges"][number]["node"];
