import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";
import { ButtonLink, Loading, Page } from "../ui/index.ts";
import { useViewer, type Viewer } from "./useViewer.ts";

/** Shows its children to somebody who is signed in; everybody else gets the way to sign in, which leads back here. */
export function RequireViewer({ children }: { children: ReactNode | ((viewer: Viewer) => ReactNode) }) {
	const { t } = useTranslation("people");
	const { pathname, search } = useLocation();
	const viewer = useViewer();
	if (viewer === undefined)
		return <Page title={t("require.checking")}>{<Loading label={t("require.checking")} />}</Page>;
	if (viewer) return <>{typeof children === "function" ? children(viewer) : children}</>;
	const back = encodeURIComponent(pathname + search);
	return (
		<Page
			title={t("require.title")}
			lead={t("require.lead")}
			actions={
				<ButtonLink variant="primary" href={`/sign-in?to=${back}`}>
					{t("account.signIn")}
				</ButtonLink>
			}
		/>
	);
}
