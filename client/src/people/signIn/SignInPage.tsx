import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { Navigate, useSearchParams } from "react-router";
import { memberClient } from "../../apollo/index.ts";
import { Answer, PageTitle } from "../../app/index.ts";
import { SignInOptionsDocument } from "../../gql/graphql.ts";
import { Page } from "../../ui/index.ts";
import { useViewer } from "../useViewer.ts";
import { DemoPersonList } from "./DemoPersonList.tsx";
import { destination } from "./destination.ts";
import { SignInLinkForm } from "./SignInLinkForm.tsx";

/** The ways in: a link by e-mail; in the demonstration also one click on a person. */
export default function SignInPage() {
	const { t } = useTranslation("people");
	const [search] = useSearchParams();
	const viewer = useViewer();
	const options = useQuery(SignInOptionsDocument, { client: memberClient });
	if (viewer) return <Navigate to={destination(search)} replace />;
	return (
		<Page title={t("signIn.title")} lead={t("signIn.lead")}>
			<PageTitle>{t("signIn.title")}</PageTitle>
			<SignInLinkForm sendsMail={options.data?.signInOptions.sendsMail ?? true} />
			<Answer result={options} of={(data) => data.signInOptions} isInline>
				{({ isDemonstration }) => isDemonstration && <DemoPersonList />}
			</Answer>
		</Page>
	);
}
