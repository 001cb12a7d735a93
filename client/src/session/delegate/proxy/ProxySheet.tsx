import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DelegatesOfPollDocument, GiveProxyDocument } from "../../../gql/graphql.ts";
import { Button, Dialog, ErrorNotice, Loading } from "../../../ui/index.ts";
import type { LivePoll } from "../../../voting/index.ts";
import { NameStep } from "../../join/NameStep.tsx";
import { ProblemNotice } from "../../live/ProblemNotice.tsx";
import { useRun } from "../../live/useRun.ts";

interface Props {
	poll: LivePoll;
	viewerId: string;
	onClose(): void;
}

/** Chooses who shall vote for the viewer: a name out of the list, read back once with what it means. */
export function ProxySheet({ poll, viewerId, onClose }: Props) {
	const { t } = useTranslation("session");
	const running = useRun();
	const [chosenId, setChosenId] = useState<string | null>(null);
	const variables = { pollId: poll.id };
	const { data, error } = useQuery(DelegatesOfPollDocument, { variables, fetchPolicy: "no-cache" });
	const others = (data?.poll?.delegates ?? []).filter(({ personId }) => personId !== viewerId);
	const chosen = others.find(({ personId }) => personId === chosenId);
	const give = async () => {
		const input = { pollId: poll.id, proxyId: chosenId ?? "" };
		if (await running.run(GiveProxyDocument, { input })) onClose();
	};
	return (
		<Dialog
			isOpen
			onClose={onClose}
			title={chosen ? t("proxy.ask", { name: chosen.name }) : t("proxy.choose")}
			actions={
				<>
					<Button variant="quiet" onPress={chosen ? () => setChosenId(null) : onClose}>
						{t(chosen ? "proxy.chooseAnother" : "cancel")}
					</Button>
					{chosen && (
						<Button variant="primary" isPending={running.isRunning} onPress={() => void give()}>
							{t("proxy.confirm", { name: chosen.name })}
						</Button>
					)}
				</>
			}
		>
			<ProblemNotice problem={running.problem} />
			{chosen && <p>{t("proxy.means", { name: chosen.name, city: chosen.partner.city })}</p>}
			{!chosen && !data && !error && <Loading label={t("proxy.loading")} />}
			{!chosen && error && <ErrorNotice happened={t("problem.noAnswer")} />}
			{!chosen && data && (
				<NameStep
					label={t("proxy.filter")}
					names={others.map(({ personId, name, partner }) => ({
						id: personId,
						name,
						city: partner.city,
					}))}
					onChoose={(id) => {
						running.forget();
						setChosenId(id);
					}}
				/>
			)}
		</Dialog>
	);
}
