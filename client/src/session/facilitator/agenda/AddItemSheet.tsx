import { useQuery } from "@apollo/client/react";
import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import {
	AddAgendaItemDocument,
	type AgendaItemKind,
	RecommendationChoicesDocument,
} from "../../../gql/graphql.ts";
import { Button, Dialog, Select, TextField } from "../../../ui/index.ts";
import { ProblemNotice } from "../../live/ProblemNotice.tsx";
import { useRun } from "../../live/useRun.ts";
import type { LiveSession } from "../../live/views.ts";
import css from "../Facilitator.module.css";

const KINDS: readonly AgendaItemKind[] = ["DISCUSSION", "DECISION", "INFORMATION", "BREAK"];

/** Adds a line at the agenda's end: what kind, what about, how long, and which recommendation it treats. */
export function AddItemSheet({ session, onClose }: { session: LiveSession; onClose(): void }) {
	const { t } = useTranslation("session");
	const formId = useId();
	const running = useRun();
	const [form, setForm] = useState({
		kind: "DISCUSSION" as AgendaItemKind,
		title: "",
		minutes: "",
		recommendationId: "",
	});
	const [isMissing, setIsMissing] = useState(false);
	const change = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }));
	const choices = useQuery(RecommendationChoicesDocument, { variables: { id: session.id } });
	const recommendations = choices.data?.session?.event.network.recommendations ?? [];
	const choose = (recommendationId: string) => {
		const chosen = recommendations.find(({ id }) => id === recommendationId);
		change({ recommendationId, title: form.title || (chosen?.title ?? "") });
	};
	const submit = async (event: FormEvent) => {
		event.preventDefault();
		if (!form.title.trim()) return setIsMissing(true);
		const minutes = Number.parseInt(form.minutes, 10);
		const input = {
			sessionId: session.id,
			kind: form.kind,
			title: form.title.trim(),
			minutes: minutes > 0 ? minutes : null,
			recommendationId: form.recommendationId || null,
		};
		if (await running.run(AddAgendaItemDocument, { input })) onClose();
	};
	return (
		<Dialog
			isOpen
			isAlert
			onClose={onClose}
			title={t("add.title")}
			actions={
				<>
					<Button variant="quiet" onPress={onClose}>
						{t("cancel")}
					</Button>
					<Button type="submit" form={formId} variant="primary" isPending={running.isRunning}>
						{t("add.do")}
					</Button>
				</>
			}
		>
			<form id={formId} onSubmit={(event) => void submit(event)} className={css.sheet}>
				<Select
					label={t("add.kind")}
					value={form.kind}
					onChange={(kind) => change({ kind })}
					options={KINDS.map((value) => ({ value, label: t(`itemKind.${value}`) }))}
				/>
				{form.kind !== "BREAK" && (
					<Select
						label={t("add.recommendation")}
						value={form.recommendationId}
						onChange={choose}
						options={[
							{ value: "", label: t("add.none") },
							...recommendations.map(({ id, number, title }) => ({
								value: id,
								label: `${number} · ${title}`,
							})),
						]}
					/>
				)}
				<TextField
					label={t("add.name")}
					value={form.title}
					onChange={(title) => change({ title })}
					maxLength={200}
					error={isMissing && !form.title.trim() ? t("add.nameMissing") : null}
				/>
				<TextField
					label={t("add.minutes")}
					value={form.minutes}
					onChange={(minutes) => change({ minutes: minutes.replace(/\D/g, "") })}
					inputMode="numeric"
					maxLength={3}
				/>
				<ProblemNotice problem={running.problem} />
			</form>
		</Dialog>
	);
}
