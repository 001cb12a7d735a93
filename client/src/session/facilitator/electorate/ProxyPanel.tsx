import { useQuery } from "@apollo/client/react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import {
	GiveProxyDocument,
	ProxiesOfPollDocument,
	type ProxiesOfPollQuery,
	SetProxyCapDocument,
	WithdrawProxyDocument,
} from "../../../gql/graphql.ts";
import { Button, EmptyState, Section, Select, Table } from "../../../ui/index.ts";
import type { LivePoll } from "../../../voting/index.ts";
import { ProblemNotice } from "../../live/ProblemNotice.tsx";
import { type Running, useRun } from "../../live/useRun.ts";
import css from "../Facilitator.module.css";

type Grant = NonNullable<NonNullable<ProxiesOfPollQuery["poll"]>["proxies"]>[number];
type Delegate = NonNullable<NonNullable<ProxiesOfPollQuery["poll"]>["delegates"]>[number];

/** Who votes for whom in a vote to come, and a line to enter it for somebody absent; once it is open, who does. */
export function ProxyPanel({ poll }: { poll: LivePoll }) {
	const { t } = useTranslation("session");
	const running = useRun();
	const { data, refetch } = useQuery(ProxiesOfPollDocument, {
		variables: { pollId: poll.id },
		fetchPolicy: "no-cache",
	});
	const isPrepared = poll.state === "PREPARED";
	const when = isPrepared ? poll.version : poll.state;
	// biome-ignore lint/correctness/useExhaustiveDependencies: asked again at every change of the poll to come
	useEffect(() => {
		refetch().catch(() => {});
	}, [when]);
	const grants = data?.poll?.proxies ?? [];
	return (
		<Section title={t("proxy.console.title")} level={3} className={css.electorate}>
			<p className={css.soft}>
				{poll.proxyCap === 0
					? t("proxy.console.noCap")
					: t(isPrepared ? "proxy.console.before" : "proxy.console.after", { count: poll.proxyCap })}
			</p>
			<ProblemNotice problem={running.problem} />
			{isPrepared && <Cap poll={poll} running={running} />}
			{grants.length === 0 ? (
				poll.proxyCap > 0 && <EmptyState says={t("proxy.console.none")} />
			) : (
				<Grants poll={poll} grants={grants} running={running} />
			)}
			{isPrepared && poll.proxyCap > 0 && (
				<NewGrant poll={poll} delegates={data?.poll?.delegates ?? []} running={running} />
			)}
		</Section>
	);
}

/** What a facilitator may choose; whatever else is set is listed besides. */
const CAPS = [0, 1, 2, 3, 5];

function Cap({ poll, running }: { poll: LivePoll; running: Running }) {
	const { t } = useTranslation("session");
	const caps = [...new Set([...CAPS, poll.proxyCap])].sort((a, b) => a - b);
	return (
		<Select
			label={t("proxy.console.cap")}
			value={String(poll.proxyCap)}
			onChange={(cap) => void running.run(SetProxyCapDocument, { pollId: poll.id, cap: Number(cap) })}
			options={caps.map((cap) => ({
				value: String(cap),
				label: cap === 0 ? t("proxy.console.nobody") : t("proxy.console.upTo", { count: cap }),
			}))}
		/>
	);
}

function Grants({ poll, grants, running }: { poll: LivePoll; grants: readonly Grant[]; running: Running }) {
	const { t } = useTranslation("session");
	const withdraw = (principalId: string) =>
		void running.run(WithdrawProxyDocument, { input: { pollId: poll.id, principalId } });
	const columns = [
		{
			key: "principal",
			header: t("proxy.console.principal"),
			cell: ({ principal }: Grant) => principal.name,
			isRowHeader: true,
		},
		{ key: "proxy", header: t("proxy.console.proxy"), cell: ({ proxy }: Grant) => proxy.name },
	];
	const action = {
		key: "action",
		header: "",
		cell: ({ principal }: Grant) => (
			<Button
				variant="quiet"
				aria-label={t("proxy.console.withdrawOf", { name: principal.name })}
				isDisabled={running.isRunning}
				onPress={() => withdraw(principal.personId)}
			>
				{t("proxy.console.withdraw")}
			</Button>
		),
	};
	return (
		<Table
			caption={t("proxy.console.title")}
			isCaptionHidden
			columns={poll.state === "PREPARED" ? [...columns, action] : columns}
			rows={grants}
			rowKey={({ principal }) => principal.personId}
		/>
	);
}

interface NewGrantProps {
	poll: LivePoll;
	delegates: readonly Delegate[];
	running: Running;
}

function NewGrant({ poll, delegates, running }: NewGrantProps) {
	const { t } = useTranslation("session");
	const [principalId, setPrincipalId] = useState("");
	const [proxyId, setProxyId] = useState("");
	const options = [
		{ value: "", label: t("proxy.console.chooseOne") },
		...delegates.map(({ personId, name, partner }) => ({
			value: personId,
			label: `${name}, ${partner.city}`,
		})),
	];
	const give = async () => {
		const input = { pollId: poll.id, principalId, proxyId };
		if (!(await running.run(GiveProxyDocument, { input }))) return;
		setPrincipalId("");
		setProxyId("");
	};
	return (
		<div className={css.newGrant}>
			<Select
				label={t("proxy.console.principal")}
				value={principalId}
				onChange={setPrincipalId}
				options={options}
			/>
			<Select label={t("proxy.console.proxy")} value={proxyId} onChange={setProxyId} options={options} />
			<Button isDisabled={!principalId || !proxyId || running.isRunning} onPress={() => void give()}>
				{t("proxy.console.enter")}
			</Button>
		</div>
	);
}
