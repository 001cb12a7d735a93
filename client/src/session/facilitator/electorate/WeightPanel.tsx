import { useQuery } from "@apollo/client/react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { SetWeightsDocument, WeightsOfPollDocument, type WeightsOfPollQuery } from "../../../gql/graphql.ts";
import { Button, EmptyState, Section, Select, Table, TextField } from "../../../ui/index.ts";
import type { LivePoll } from "../../../voting/index.ts";
import { ProblemNotice } from "../../live/ProblemNotice.tsx";
import { type Running, useRun } from "../../live/useRun.ts";
import css from "../Facilitator.module.css";

type Weight = NonNullable<NonNullable<WeightsOfPollQuery["poll"]>["weights"]>[number];
type Delegate = NonNullable<NonNullable<WeightsOfPollQuery["poll"]>["delegates"]>[number];

/** As how many whose ballot counts, and before the vote opens a line to set it. */
export function WeightPanel({ poll }: { poll: LivePoll }) {
	const { t } = useTranslation("session");
	const running = useRun();
	const { data, refetch } = useQuery(WeightsOfPollDocument, {
		variables: { pollId: poll.id },
		fetchPolicy: "no-cache",
	});
	const isPrepared = poll.state === "PREPARED";
	const when = isPrepared ? poll.version : poll.state;
	// biome-ignore lint/correctness/useExhaustiveDependencies: asked again at every change of the poll to come
	useEffect(() => {
		refetch().catch(() => {});
	}, [when]);
	const weights = data?.poll?.weights ?? [];
	const columns = [
		{ key: "name", header: t("weight.name"), cell: ({ name }: Weight) => name, isRowHeader: true },
		{ key: "weight", header: t("weight.countsAs"), cell: ({ weight }: Weight) => weight, isNumeric: true },
	];
	return (
		<Section title={t("weight.title")} level={3} className={css.electorate}>
			<p className={css.soft}>{t(isPrepared ? "weight.before" : "weight.after")}</p>
			<ProblemNotice problem={running.problem} />
			{weights.length === 0 ? (
				<EmptyState says={t("weight.none")} />
			) : (
				<Table
					caption={t("weight.title")}
					isCaptionHidden
					columns={columns}
					rows={weights}
					rowKey={({ personId }) => personId}
				/>
			)}
			{isPrepared && <NewWeight poll={poll} delegates={data?.poll?.delegates ?? []} running={running} />}
		</Section>
	);
}

interface NewWeightProps {
	poll: LivePoll;
	delegates: readonly Delegate[];
	running: Running;
}

/** Whole cities first, then persons. */
function NewWeight({ poll, delegates, running }: NewWeightProps) {
	const { t } = useTranslation("session");
	const [who, setWho] = useState("");
	const [typed, setTyped] = useState("");
	const cities = new Map(delegates.map(({ partner }) => [partner.id, partner.city]));
	const options = [
		{ value: "", label: t("proxy.console.chooseOne") },
		...Array.from(cities, ([id, city]) => ({ value: `city ${id}`, label: t("weight.everyOf", { city }) })),
		...delegates.map(({ personId, name, partner }) => ({
			value: `person ${personId}`,
			label: `${name}, ${partner.city}`,
		})),
	];
	const weight = Number(typed);
	const isWeight = /^\d{1,10}$/.test(typed.trim()) && weight >= 1;
	const set = async () => {
		const [kind, id = ""] = who.split(" ");
		const wish = kind === "city" ? { partnerId: id, weight } : { personId: id, weight };
		const input = { pollId: poll.id, weights: [wish] };
		if (!(await running.run(SetWeightsDocument, { input }))) return;
		setWho("");
		setTyped("");
	};
	return (
		<div className={css.newGrant}>
			<Select label={t("weight.name")} value={who} onChange={setWho} options={options} />
			<TextField
				label={t("weight.countsAs")}
				value={typed}
				onChange={setTyped}
				inputMode="numeric"
				autoComplete="off"
			/>
			<Button isDisabled={!who || !isWeight || running.isRunning} onPress={() => void set()}>
				{t("weight.set")}
			</Button>
		</div>
	);
}
