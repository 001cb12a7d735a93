import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";
import { useOnReturn } from "../apollo/index.ts";
import { Answer } from "../app/index.ts";
import { ButtonLink, Page } from "../ui/index.ts";
import { useViewerAnswer, type Viewer } from "./useViewer.ts";

/** Shows its children to somebody who is signed in; everybody else gets the way to sign in, which leads back here. */
export function RequireViewer({ children }: { children: ReactNode | ((viewer: Viewer) => ReactNode) }) {
	const { viewer, error, refetch } = useViewerAnswer();
	const wasSignedIn = useRef(false);
	useOnReturn(() => {
		if (error) void refetch();
	});
	useEffect(() => {
		if (viewer) wasSignedIn.current = true;
	}, [viewer]);
	const result = {
		data: viewer ? { viewer } : undefined,
		isMissing: viewer === null,
		loading: viewer === undefined && !error,
		error,
		refetch,
	};
	return (
		<Answer
			result={result}
			of={(data) => data.viewer}
			missing={<PleaseSignIn isOver={wasSignedIn.current} />}
		>
			{(known: Viewer) => <>{typeof children === "function" ? children(known) : children}</>}
		</Answer>
	);
}

/** `isOver`: somebody was signed in on this very page until a moment ago; the sign-in ended elsewhere. */
function PleaseSignIn({ isOver }: { isOver: boolean }) {
	const { t } = useTranslation("people");
	const { pathname, search } = useLocation();
	const back = encodeURIComponent(pathname + search);
	return (
		<Page
			title={t("require.title")}
			lead={<p role={isOver ? "status" : undefined}>{t(isOver ? "require.over" : "require.lead")}</p>}
			actions={
				<ButtonLink variant="primary" href={`/sign-in?to=${back}`}>
					{t("account.signIn")}
				</ButtonLink>
			}
		/>
	);
}
