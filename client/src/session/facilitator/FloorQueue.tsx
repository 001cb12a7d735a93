import { useTranslation } from "react-i18next";
import { CallSpeakerDocument, EndSpeakerDocument } from "../../gql/graphql.ts";
import { Button, CityMark, Countdown, EmptyState, joinClasses, Section } from "../../ui/index.ts";
import { ProblemNotice } from "../live/ProblemNotice.tsx";
import { type Running, useRun } from "../live/useRun.ts";
import type { LiveFloorRequest, LiveSession } from "../live/views.ts";
import css from "./Facilitator.module.css";

/** Who has the floor and who asked for it, in order. */
export function FloorQueue({ session }: { session: LiveSession }) {
	const { t } = useTranslation("session");
	const running = useRun();
	return (
		<Section title={t("floor.title")} isRuled>
			<ProblemNotice problem={running.problem} />
			{session.floor.length === 0 ? (
				<EmptyState says={t("floor.empty")} />
			) : (
				<ol className={css.floor}>
					{session.floor.map((request) => (
						<Line key={request.id} request={request} running={running} />
					))}
				</ol>
			)}
		</Section>
	);
}

function Line({ request, running }: { request: LiveFloorRequest; running: Running }) {
	const { t } = useTranslation("session");
	const { id, personName, city, partnerCode, calledAt } = request;
	const variables = { floorRequestId: id };
	return (
		<li className={joinClasses(css.speaker, calledAt && css.speaks)}>
			{partnerCode && <CityMark code={partnerCode} size={18} />}
			<span className={css.speakerName}>
				{personName}
				<span className={css.soft}>
					{city} {calledAt && <Countdown since={new Date(calledAt)} />}
				</span>
			</span>
			{calledAt ? (
				<Button
					aria-label={t("floor.endOf", { name: personName })}
					onPress={() => void running.run(EndSpeakerDocument, variables)}
				>
					{t("floor.end")}
				</Button>
			) : (
				<Button
					aria-label={t("floor.callOf", { name: personName })}
					onPress={() => void running.run(CallSpeakerDocument, variables)}
				>
					{t("floor.call")}
				</Button>
			)}
		</li>
	);
}
