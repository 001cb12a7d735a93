import { useTranslation } from "react-i18next";
import { ButtonLink, Page } from "../../ui/index.ts";
import { PageTitle } from "./PageTitle.tsx";

/** For an address that leads nowhere, or to what the reader may not see: the same answer for both. */
export default function NotFoundPage() {
	const { t } = useTranslation("app");
	return (
		<Page
			title={t("notFound.title")}
			lead={t("notFound.lead")}
			actions={<ButtonLink href="/">{t("notFound.home")}</ButtonLink>}
		>
			<PageTitle>{t("notFound.title")}</PageTitle>
		</Page>
	);
}
