import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, Notice } from "../../../ui/index.ts";
import type { TrusteeKey } from "../TrusteeKey.ts";
import css from "./Desk.module.css";
import { faultsInWords } from "./faultsInWords.ts";
import { type OpeningProgress, openTheBox } from "./openTheBox.ts";
import type { TrusteePoll } from "./pollOfTrustee.ts";
import { TaskNotice } from "./TaskNotice.tsx";
import { useTask } from "./useTask.ts";

/** [T6] The screen of the one who opens: waits for shares, then opens the box and hands in what was in it. */
export function Opener({ poll, held }: { poll: TrusteePoll; held: TrusteeKey }) {
	const { t } = useTranslation("voting");
	const client = useApolloClient();
	const task = useTask();
	const [progress, setProgress] = useState<OpeningProgress | null>(null);
	const { needed, trustees } = poll.box;
	const here = trustees.filter(({ hasReleased }) => hasReleased).length;
	const open = () =>
		task.run(async () => {
			const opening = await openTheBox(client, poll, held, setProgress).finally(() => setProgress(null));
			if (opening.kind === "opened") return null;
			if (opening.kind === "refused") return { refusal: opening.refusal };
			const why = t(`trustee.${opening.refusal}`, { needed });
			return { words: [why, ...faultsInWords(t, poll, opening.faults)] };
		});
	return (
		<>
			<Notice tone={here >= needed ? "good" : "plain"} isNews>
				{t(here >= needed ? "trustee.enough" : "trustee.waiting", { here, needed })}
			</Notice>
			{here >= needed && (
				<div className={css.actions}>
					<Button
						variant="primary"
						size="large"
						isPending={task.isRunning}
						pendingLabel={t("trustee.opening")}
						onPress={() => void open()}
					>
						{t("trustee.openBox")}
					</Button>
				</div>
			)}
			{progress && <Progress progress={progress} />}
			<TaskNotice problem={task.problem} />
		</>
	);
}

/** How far it is: said in words, and as a bar while ballots are opened. */
export function Progress({ progress: { step, done, of } }: { progress: OpeningProgress }) {
	const { t } = useTranslation("voting");
	const label = t(`trustee.progress.${step}`, { done, of });
	return (
		<p className={css.progress}>
			{step === "opening" && <progress value={done} max={of} aria-label={t("trustee.opening")} />}
			<span>{label}</span>
		</p>
	);
}
