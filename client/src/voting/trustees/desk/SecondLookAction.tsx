import { useApolloClient } from "@apollo/client/react";
import type { Board } from "@crossroads/shared";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, ErrorNotice, Notice } from "../../../ui/index.ts";
import { loadSodium } from "../../sealing/loadSodium.ts";
import { rebuildPollKey } from "../rebuildPollKey.ts";
import type { TrusteeKey } from "../TrusteeKey.ts";
import { compareWithBoard, type SecondLook } from "./compareWithBoard.ts";
import css from "./Desk.module.css";
import { faultsInWords } from "./faultsInWords.ts";
import { Progress } from "./Opener.tsx";
import { fetchBox, type OpeningProgress, opened } from "./openTheBox.ts";
import { sealOf, sharesOf, type TrusteePoll } from "./pollOfTrustee.ts";
import { TaskNotice } from "./TaskNotice.tsx";
import { useTask } from "./useTask.ts";

interface Props {
	poll: TrusteePoll;
	held: TrusteeKey | null | undefined;
	viewerId: string;
}

/** The box is open. [S9] Who opened it can open the published ballots once more, and compare with the published answers. */
export function SecondLookAction({ poll, held, viewerId }: Props) {
	const { t } = useTranslation("voting");
	const client = useApolloClient();
	const task = useTask();
	const [progress, setProgress] = useState<OpeningProgress | null>(null);
	const [found, setFound] = useState<SecondLook | null>(null);
	const { boardAddress } = poll;
	const mayLook = Boolean(held && boardAddress && poll.box.opener?.personId === viewerId);
	const look = () =>
		task
			.run(async () => {
				setFound(null);
				if (!held || !boardAddress) return null;
				setProgress({ step: "fetching", done: 0, of: 0 });
				const sodium = await loadSodium();
				const [box, board] = await Promise.all([fetchBox(client, poll.id), boardAt(boardAddress)]);
				if (!box) return { refusal: "NOT_ALLOWED" };
				const rebuilt = await rebuildPollKey(sodium, held, sharesOf(poll, viewerId), box.shares);
				if (!rebuilt.keys) {
					const why = t(`trustee.${rebuilt.refusal}`, { needed: poll.box.needed });
					return { words: [why, ...faultsInWords(t, poll, rebuilt.faults)] };
				}
				const parts = await opened(sodium, poll, rebuilt.keys, [publishedPart(board)], setProgress);
				setFound(compareWithBoard(sodium, sealOf(sodium, poll), board, parts));
				return null;
			})
			.finally(() => setProgress(null));
	return (
		<>
			{poll.state === "PUBLISHED" ? (
				<p className={css.words}>{t("trustee.isPublished")}</p>
			) : (
				<Notice tone="good" isNews>
					{t("trustee.isOpen")}
				</Notice>
			)}
			{mayLook && (
				<div className={css.actions}>
					<Button isPending={task.isRunning} pendingLabel={t("trustee.opening")} onPress={() => void look()}>
						{t("trustee.lookAgain")}
					</Button>
				</div>
			)}
			{progress && <Progress progress={progress} />}
			{found?.kind === "same" && (
				<Notice tone="good" isNews>
					{t("trustee.same", { count: found.ballots })}
				</Notice>
			)}
			{found?.kind === "different" && (
				<ErrorNotice happened={t("trustee.different", found)} next={t("trustee.differentNext")} />
			)}
			<TaskNotice problem={task.problem} />
		</>
	);
}

async function boardAt(address: string): Promise<Board> {
	const answer = await fetch(address);
	if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
	return answer.json();
}

function publishedPart({ entries }: Board) {
	return { key: "", sealed: entries.flatMap((entry) => (entry.kind === "sealed" ? [entry.sealed] : [])) };
}
