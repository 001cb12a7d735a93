import { useTranslation } from "react-i18next";
import { publicSocket } from "../../apollo/index.ts";
import { LiveIndicator, useFormats } from "../../app/index.ts";
import { Link, TallyBar } from "../../ui/index.ts";
import type { PollPictureFragment } from "../gql/graphql.ts";
import css from "./Poll.module.css";
import { tallyParts } from "./tallyParts.ts";
import { useLivePoll } from "./useLivePoll.ts";

/** A public poll as it counts: question, turnout, tally, and whether the figures are of now. */
export function RunningPoll({ poll: read }: { poll: PollPictureFragment }) {
	const { t } = useTranslation(["publicGraph", "app"]);
	const formats = useFormats();
	const poll = useLivePoll(read);
	const { tally, electorateSize, recommendation, event } = poll;
	return (
		<article className={css.running}>
			<p className={css.facts}>
				{poll.state === "OPEN" ? (
					<LiveIndicator socket={publicSocket} />
				) : (
					<span>{t(`poll.state.${poll.state}`)}</span>
				)}
				{event && <span>{event.title}</span>}
				<span>
					{t(event?.place ? "poll.openedAtPlace" : "poll.openedAt", {
						time: formats.time(poll.openedAt, event?.timeZone),
						place: event?.place,
					})}
				</span>
			</p>
			<p className={css.question}>{poll.question}</p>
			<TallyBar parts={tallyParts(tally.total, t)} of={electorateSize} />
			<p>{t("poll.turnout", { cast: formats.number(tally.cast), of: formats.number(electorateSize) })}</p>
			{recommendation && (
				<p>
					<Link href={`/recommendations/${recommendation.id}`}>{t("poll.readText")}</Link>
				</p>
			)}
		</article>
	);
}
