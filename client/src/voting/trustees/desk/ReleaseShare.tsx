import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ReleaseShareDocument } from "../../../gql/graphql.ts";
import { Button, ConfirmDialog, Notice } from "../../../ui/index.ts";
import { loadSodium } from "../../sealing/loadSodium.ts";
import { passShare } from "../passShare.ts";
import type { TrusteeKey } from "../TrusteeKey.ts";
import css from "./Desk.module.css";
import { sharesOf, type TrusteePoll } from "./pollOfTrustee.ts";
import { TaskNotice } from "./TaskNotice.tsx";
import { useTask } from "./useTask.ts";

interface Props {
	poll: TrusteePoll;
	held: TrusteeKey;
	viewerId: string;
}

type OneTrustee = TrusteePoll["box"]["trustees"][number];

/** [T5] After closing: open the box oneself, or release the own share to the trustee who does. Asks once; can be done anew if another one opens. */
export function ReleaseShare({ poll, held, viewerId }: Props) {
	const { t } = useTranslation("voting");
	const { trustees, needed } = poll.box;
	const { task, release } = useRelease(poll, held, viewerId);
	const [asked, setAsked] = useState<OneTrustee | null>(null);
	const opener = trustees.find(({ personId }) => personId === poll.box.opener?.personId);
	const self = trustees.find(({ personId }) => personId === viewerId);
	const first = opener ?? self;
	const others = trustees.filter((trustee) => trustee !== first);
	const isDone = Boolean(self?.hasReleased && opener && opener !== self);
	const isSelfAsked = asked === self;
	const wordsFor = (trustee: OneTrustee) =>
		trustee === self ? t("trustee.iOpen") : t("trustee.releaseTo", { name: trustee.name });
	return (
		<>
			{isDone && opener ? (
				<Notice tone="good">{t("trustee.shareIsWith", { name: opener.name })}</Notice>
			) : (
				<p className={css.words}>
					{opener && opener !== self ? t("trustee.opens", { name: opener.name }) : t("trustee.agreeWhoOpens")}
				</p>
			)}
			{first && !isDone && (
				<div className={css.actions}>
					<Button variant="primary" isPending={task.isRunning} onPress={() => setAsked(first)}>
						{wordsFor(first)}
					</Button>
				</div>
			)}
			<details className={css.others}>
				<summary>{t("trustee.somebodyElse")}</summary>
				<div className={css.actions}>
					{others.map((trustee) => (
						<Button key={trustee.personId} isDisabled={task.isRunning} onPress={() => setAsked(trustee)}>
							{wordsFor(trustee)}
						</Button>
					))}
				</div>
			</details>
			<ConfirmDialog
				isOpen={asked !== null}
				title={t(isSelfAsked ? "trustee.iOpenAsk" : "trustee.releaseAsk", { name: asked?.name ?? "" })}
				confirmLabel={t(isSelfAsked ? "trustee.iOpen" : "trustee.release")}
				cancelLabel={t("trustee.notYet")}
				onConfirm={() => {
					setAsked(null);
					if (asked) void release(asked);
				}}
				onCancel={() => setAsked(null)}
			>
				<p>{t(isSelfAsked ? "trustee.iOpenMeans" : "trustee.releaseMeans", { needed })}</p>
			</ConfirmDialog>
			<TaskNotice problem={task.problem} />
		</>
	);
}

function useRelease(poll: TrusteePoll, held: TrusteeKey, viewerId: string) {
	const { t } = useTranslation("voting");
	const client = useApolloClient();
	const task = useTask();
	const release = (to: OneTrustee) =>
		task.run(async () => {
			const sodium = await loadSodium();
			const passed = passShare(sodium, held, sharesOf(poll, viewerId), sodium.from_base64(to.publicKey));
			if ("fault" in passed) return { words: [t(`trustee.ownFault.${passed.fault}`)] };
			const input = { pollId: poll.id, openerId: to.personId, sealedShare: passed.sealed };
			const { data } = await client.mutate({ mutation: ReleaseShareDocument, variables: { input } });
			const refusal = data?.releaseShare.refusal;
			return refusal ? { refusal: refusal.code } : null;
		});
	return { task, release };
}
