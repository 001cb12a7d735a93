import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormats, useRefusalText } from "../../app/index.ts";
import { RestoreDraftDocument } from "../../gql/graphql.ts";
import { Button, ConfirmDialog, ErrorNotice, useNews } from "../../ui/index.ts";

interface Props {
	draftId: string;
	cursor: string;
	/** When the text was as it would be again. */
	at: string;
	onRestored(): void;
}

/** Makes the text what it was, after asking once: as a new edit, so that nothing is lost by it. */
export function RestoreAction({ draftId, cursor, at, onRestored }: Props) {
	const { t } = useTranslation("drafting");
	const formats = useFormats();
	const say = useNews();
	const refusalText = useRefusalText();
	const [isAsking, setAsking] = useState(false);
	const [problem, setProblem] = useState<string | null>(null);
	const [restore, { loading }] = useMutation(RestoreDraftDocument, { variables: { draftId, cursor } });
	const confirm = async () => {
		const answer = await restore().catch(() => null);
		const refusal = answer?.data?.restoreDraft.refusal;
		setAsking(false);
		if (!answer?.data || refusal)
			return setProblem(answer?.data ? refusalText(refusal) : t("history.noAnswer"));
		say(t("history.restored", { time: formats.dateTime(at) }));
		onRestored();
	};
	return (
		<>
			<Button onPress={() => setAsking(true)}>{t("history.restore")}</Button>
			{problem && <ErrorNotice happened={problem} />}
			<ConfirmDialog
				isOpen={isAsking}
				title={t("history.restoreTitle")}
				confirmLabel={t("history.restore")}
				cancelLabel={t("cancel")}
				onConfirm={() => void confirm()}
				onCancel={() => setAsking(false)}
				isPending={loading}
				pendingLabel={t("history.restoring")}
			>
				<p>{t("history.restoreExplains", { time: formats.dateTime(at) })}</p>
			</ConfirmDialog>
		</>
	);
}
