import { useTranslation } from "react-i18next";
import { useRouteError } from "react-router";
import { Button, ButtonLink, ErrorNotice, Page } from "../../ui/index.ts";
import { PageTitle } from "./PageTitle.tsx";

/** What is shown when a page broke, or its code could not be fetched: the error boundary of every route. */
export function FaultPage() {
	const { t } = useTranslation("app");
	const error = useRouteError();
	const isUnreached = error instanceof Error && /import|fetch|load/i.test(error.message);
	const kind = isUnreached ? "unreached" : "broken";
	return (
		<main id="main">
			<Page
				title={t(`fault.${kind}.title`)}
				actions={
					<>
						<Button variant="primary" onPress={() => window.location.reload()}>
							{t("fault.reload")}
						</Button>{" "}
						<ButtonLink href="/" variant="quiet">
							{t("notFound.home")}
						</ButtonLink>
					</>
				}
			>
				<PageTitle>{t(`fault.${kind}.title`)}</PageTitle>
				<ErrorNotice happened={t(`fault.${kind}.happened`)} safe={t("fault.safe")} next={t("fault.next")} />
			</Page>
		</main>
	);
}
