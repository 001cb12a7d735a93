import { useTranslation } from "react-i18next";
import type { PollPictureFragment } from "../gql/graphql.ts";

/** How secret the ballots of a poll are; nothing where it is by name. */
export function SecrecyLine({ poll }: { poll: Pick<PollPictureFragment, "secrecy"> }) {
	const { t } = useTranslation("publicGraph");
	return poll.secrecy === "BY_NAME" ? null : <p>{t(`poll.secrecy.${poll.secrecy}`)}</p>;
}
