import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CheckInDocument, CheckOutDocument } from "../../gql/graphql.ts";
import { Button, ConfirmDialog, Notice } from "../../ui/index.ts";
import type { Running } from "../live/useRun.ts";
import type { LiveSession } from "../live/views.ts";
import css from "./Delegate.module.css";

interface Props {
	session: LiveSession;
	running: Running;
	/** A vote is running whose list was fixed without this delegate. */
	isPollOpen: boolean;
}

/** One big button: I am here. */
export function CheckIn({ session, running, isPollOpen }: Props) {
	const { t } = useTranslation("session");
	return (
		<div className={css.checkIn}>
			<p className={css.invitation}>{t("checkIn.invitation")}</p>
			{isPollOpen && <Notice>{t("checkIn.pollRunning")}</Notice>}
			<Button
				variant="primary"
				size="large"
				isWide
				className={css.huge}
				isPending={running.isRunning}
				pendingLabel={t("checkIn.pending")}
				onPress={() => void running.run(CheckInDocument, { sessionId: session.id })}
			>
				{t("checkIn.do")}
			</Button>
		</div>
	);
}

/** Leaving counts for the quorum, so it asks once. */
export function CheckOut({ sessionId, running }: { sessionId: string; running: Running }) {
	const { t } = useTranslation("session");
	const [asks, setAsks] = useState(false);
	const leave = async () => {
		await running.run(CheckOutDocument, { sessionId });
		setAsks(false);
	};
	return (
		<div className={css.checkOut}>
			<Button variant="quiet" onPress={() => setAsks(true)}>
				{t("checkOut.do")}
			</Button>
			<ConfirmDialog
				isOpen={asks}
				title={t("checkOut.title")}
				confirmLabel={t("checkOut.do")}
				cancelLabel={t("checkOut.stay")}
				isPending={running.isRunning}
				onConfirm={() => void leave()}
				onCancel={() => setAsks(false)}
			>
				<p>{t("checkOut.means")}</p>
			</ConfirmDialog>
		</div>
	);
}
