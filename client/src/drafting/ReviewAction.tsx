import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useRefusalText } from "../app/index.ts";
import { SendDraftToReviewDocument } from "../gql/graphql.ts";
import { Button, ConfirmDialog, ErrorNotice, useNews } from "../ui/index.ts";

/** Sends the recommendation to review, after asking once. */
export function ReviewAction({ recommendationId }: { recommendationId: string }) {
	const { t } = useTranslation("drafting");
	const say = useNews();
	const refusalText = useRefusalText();
	const [isAsking, setAsking] = useState(false);
	const [problem, setProblem] = useState<string | null>(null);
	const [send, { loading }] = useMutation(SendDraftToReviewDocument, { variables: { recommendationId } });
	const confirm = async () => {
		const sent = await send().catch(() => null);
		const refusal = sent?.data?.sendToReview.refusal;
		if (sent?.data && !refusal) say(t("review.done"));
		setProblem(sent?.data ? refusalText(refusal) : t("review.noAnswer"));
		setAsking(false);
	};
	return (
		<>
			<Button variant="primary" onPress={() => setAsking(true)}>
				{t("review.do")}
			</Button>
			{problem && <ErrorNotice happened={problem} />}
			<ConfirmDialog
				isOpen={isAsking}
				title={t("review.title")}
				confirmLabel={t("review.do")}
				cancelLabel={t("cancel")}
				onConfirm={() => void confirm()}
				onCancel={() => setAsking(false)}
				isPending={loading}
				pendingLabel={t("review.pending")}
			>
				<p>{t("review.explains")}</p>
			</ConfirmDialog>
		</>
	);
}
