import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Answer } from "../../app/index.ts";
import { JoinEventOnScreenDocument } from "../../gql/graphql.ts";
import { ErrorNotice, Page } from "../../ui/index.ts";
import { CodeStep } from "./CodeStep.tsx";
import { DigitsStep } from "./DigitsStep.tsx";
import { NameStep } from "./NameStep.tsx";
import type { EventToJoin } from "./views.ts";

/** The event behind a code: choose your name, then confirm that it is you. */
export function EventStep({ code }: { code: string }) {
	const { t } = useTranslation("session");
	const result = useQuery(JoinEventOnScreenDocument, { variables: { code }, fetchPolicy: "no-cache" });
	const unknown = (
		<Page title={t("join.title")} isNarrow>
			<ErrorNotice happened={t("join.unknown", { code })} next={t("join.lookAgain")} />
			<CodeStep first={code} />
		</Page>
	);
	return (
		<Answer result={result} of={({ joinEvent }) => joinEvent} missing={unknown}>
			{(event) => <Steps code={code} event={event} />}
		</Answer>
	);
}

function Steps({ code, event }: { code: string; event: EventToJoin }) {
	const { t } = useTranslation("session");
	const [chosenId, setChosenId] = useState<string | null>(null);
	const chosen = event.delegates.find(({ id }) => id === chosenId);
	return (
		<Page
			title={event.title}
			kicker={event.place}
			lead={t(chosen ? "join.confirmLead" : "join.nameLead")}
			isNarrow
		>
			{chosen ? (
				<DigitsStep
					key={chosen.id}
					code={code}
					eventId={event.id}
					person={chosen}
					onBack={() => setChosenId(null)}
				/>
			) : (
				<NameStep names={event.delegates} onChoose={setChosenId} />
			)}
		</Page>
	);
}
