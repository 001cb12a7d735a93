import type { TFunction } from "i18next";
import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { CreatePollDocument, OpenPollDocument } from "../../../gql/graphql.ts";
import { Button, Checkbox, Dialog, ErrorNotice, Select, TextField } from "../../../ui/index.ts";
import {
	ballotChangeInWords,
	isWholeWish,
	ruleInWords,
	SecrecyChoice,
	type SecrecyWish,
	secrecyInput,
} from "../../../voting/index.ts";
import { ProblemNotice } from "../../live/ProblemNotice.tsx";
import type { Running } from "../../live/useRun.ts";
import type { LiveAgendaItem, LiveSession } from "../../live/views.ts";
import css from "../Facilitator.module.css";

interface Props {
	session: LiveSession;
	item: LiveAgendaItem | null;
	entitled: number | null;
	running: Running;
	onClose(): void;
}

const QUORUMS = ["0/1", "1/3", "1/2", "2/3", "3/4"] as const;

interface PollForm {
	question: string;
	quorum: (typeof QUORUMS)[number];
	needsMajorityOfCities: boolean;
	allowsBallotChange: boolean;
	isPublic: boolean;
}

/** Prepares a vote: the question and its rule, read back in words before it is opened. News about the session does not touch it. */
export function PollSheet({ session, item, entitled, running, onClose }: Props) {
	const { t } = useTranslation("session");
	const { t: tVoting } = useTranslation("voting");
	const formId = useId();
	const [form, setForm] = useState<PollForm>(() => ({
		question: firstQuestion(item, t),
		quorum: "1/2",
		needsMajorityOfCities: item?.version != null,
		allowsBallotChange: false,
		isPublic: true,
	}));
	const [secrecy, setSecrecy] = useState<SecrecyWish>({ kind: "NAMED" });
	const [isMissing, setIsMissing] = useState(false);
	const [isKeyMissing, setIsKeyMissing] = useState(false);
	const change = (part: Partial<PollForm>) => setForm((before) => ({ ...before, ...part }));
	const [numerator = 0, denominator = 1] = form.quorum.split("/").map(Number);
	// A ballot that nobody can tell from the others cannot be changed [V34].
	const allowsBallotChange = form.allowsBallotChange && secrecy.kind === "NAMED";
	const create = async (opensNow: boolean) => {
		if (!form.question.trim() || !isWholeWish(secrecy)) return setIsMissing(true);
		const kept = await secrecyInput(secrecy).catch(() => null);
		setIsKeyMissing(!kept);
		if (!kept) return;
		const input = { ...inputOf(form, session.id, item), ...kept, allowsBallotChange };
		const made = await running.run(CreatePollDocument, { input });
		const poll = made?.createPoll.poll;
		if (!poll) return;
		onClose();
		if (opensNow) await running.run(OpenPollDocument, { pollId: poll.id });
	};
	const submit = (event: FormEvent) => {
		event.preventDefault();
		void create(true);
	};
	const rule = { ...form, allowsBallotChange, quorum: { numerator, denominator } };
	return (
		<Dialog
			isOpen
			isAlert
			onClose={onClose}
			title={t("sheet.title")}
			actions={
				<>
					<Button variant="quiet" onPress={onClose}>
						{t("cancel")}
					</Button>
					<Button onPress={() => void create(false)} isDisabled={running.isRunning}>
						{t("sheet.prepare")}
					</Button>
					<Button
						type="submit"
						form={formId}
						variant="primary"
						isPending={running.isRunning}
						pendingLabel={t("facilitator.pending")}
					>
						{t("sheet.open")}
					</Button>
				</>
			}
		>
			<form id={formId} onSubmit={submit} className={css.sheet}>
				<TextField
					label={t("sheet.question")}
					value={form.question}
					onChange={(question) => change({ question })}
					rows={3}
					maxLength={500}
					error={isMissing && !form.question.trim() ? t("sheet.questionMissing") : null}
				/>
				<Select
					label={t("sheet.quorum")}
					value={form.quorum}
					onChange={(quorum) => change({ quorum })}
					options={QUORUMS.map((value) => ({
						value,
						label: value === "0/1" ? t("sheet.noQuorum") : t("sheet.share", { share: value }),
					}))}
				/>
				<Checkbox
					isSelected={form.needsMajorityOfCities}
					onChange={(needsMajorityOfCities) => change({ needsMajorityOfCities })}
				>
					{t("sheet.cities")}
				</Checkbox>
				<Checkbox
					isSelected={allowsBallotChange}
					isDisabled={secrecy.kind !== "NAMED"}
					onChange={(allowsBallotChange) => change({ allowsBallotChange })}
				>
					{t("sheet.change")}
				</Checkbox>
				<Checkbox isSelected={form.isPublic} onChange={(isPublic) => change({ isPublic })}>
					{t("sheet.public")}
				</Checkbox>
				<SecrecyChoice
					sessionId={session.id}
					value={secrecy}
					onChange={setSecrecy}
					showsProblems={isMissing}
				/>
				{isKeyMissing && <ErrorNotice happened={t("sheet.noKey")} next={t("sheet.noKeyNext")} />}
				<p className={css.readBack}>
					{ruleInWords(tVoting, rule, entitled, "YES_NO_ABSTAIN")} {ballotChangeInWords(tVoting, rule)}
				</p>
				<ProblemNotice problem={running.problem} />
			</form>
		</Dialog>
	);
}

function firstQuestion(item: LiveAgendaItem | null, t: TFunction<"session">): string {
	if (!item?.recommendation || !item.version) return "";
	return t("sheet.adoptQuestion", { number: item.recommendation.number, version: item.version.number });
}

function inputOf(form: PollForm, sessionId: string, item: LiveAgendaItem | null) {
	const { quorum, question, ...rest } = form;
	const [quorumNumerator, quorumDenominator] = quorum.split("/").map(Number);
	return {
		...rest,
		sessionId,
		question: question.trim(),
		quorumNumerator,
		quorumDenominator,
		agendaItemId: item?.id ?? null,
		recommendationVersionId: item?.version?.id ?? null,
	};
}
