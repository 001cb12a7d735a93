import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import { startAfresh } from "../../apollo/index.ts";
import { PageTitle, useRefusalText } from "../../app/index.ts";
import { ConfirmSignInLinkDocument } from "../../gql/graphql.ts";
import { Button, ButtonLink, ErrorNotice, Page } from "../../ui/index.ts";

/** Where the e-mail's link leads. The token stands behind the #, so it reaches no log; nothing is sent until the button is pressed, so a mail scanner cannot use it up. */
export default function ConfirmSignInPage() {
	const { t } = useTranslation("people");
	const { hash } = useLocation();
	const [token] = useState(() => hash.slice(1));
	const { confirm, problem, isPending } = useConfirmation(token);
	return (
		<Page isNarrow title={t("confirm.title")} lead={token ? t("confirm.lead") : t("confirm.noToken")}>
			<PageTitle>{t("confirm.title")}</PageTitle>
			{problem && <ErrorNotice happened={problem} safe={t("confirm.safe")} next={t("confirm.next")} />}
			<div>
				{token && !problem ? (
					<Button
						variant="primary"
						size="large"
						onPress={confirm}
						isPending={isPending}
						pendingLabel={t("confirm.pending")}
					>
						{t("confirm.button")}
					</Button>
				) : (
					<ButtonLink href="/sign-in">{t("confirm.another")}</ButtonLink>
				)}
			</div>
		</Page>
	);
}

function useConfirmation(token: string) {
	const { t } = useTranslation("people");
	const navigate = useNavigate();
	const refusalText = useRefusalText();
	const [problem, setProblem] = useState<string | null>(null);
	const [send, { loading }] = useMutation(ConfirmSignInLinkDocument);
	const confirm = async () => {
		try {
			const { data } = await send({ variables: { token } });
			const refusal = refusalText(data?.confirmSignInLink.refusal);
			if (refusal) return setProblem(refusal);
			await startAfresh();
			await navigate("/home", { replace: true });
		} catch {
			setProblem(t("confirm.failed"));
		}
	};
	return { confirm: () => void confirm(), problem, isPending: loading };
}
