import { CombinedGraphQLErrors } from "@apollo/client/errors";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ErrorNotice, Loading, Page } from "../../ui/index.ts";
import css from "./Answer.module.css";
import NotFoundPage from "./NotFoundPage.tsx";

/** What Apollo's useQuery and useSubscription have in common. */
export interface AnswerState<Data> {
	data?: Data;
	loading: boolean;
	error?: Error;
	/** It is known already that there is nothing. */
	isMissing?: boolean;
	refetch?(): unknown;
	restart?(): unknown;
}

export interface AnswerProps<Data, Part> {
	result: AnswerState<Data>;
	/** The part that the page is about; null or undefined means it does not exist (or may not be seen). */
	of(data: Data): Part | null | undefined;
	children(part: Part): ReactNode;
	/** In a page's place (default), or inside one. */
	isInline?: boolean;
	/** What stands there when the part does not exist; the not-found page by default. */
	missing?: ReactNode;
}

/** The four states of an answer, so that no page forgets one: waiting, failed, not there, there. What was once shown stays while a newer answer is awaited or fails. */
export function Answer<Data, Part>(props: AnswerProps<Data, Part>) {
	const { result, of, children, isInline, missing } = props;
	const part = result.data === undefined ? undefined : of(result.data);
	if (part != null) return <>{children(part)}</>;
	if (result.isMissing) return <>{missing ?? <NotFoundPage />}</>;
	if (result.error) return <FailedAnswer result={result} error={result.error} isInline={isInline} />;
	if (result.loading || result.data === undefined) return <Awaited isInline={isInline} />;
	return <>{missing ?? <NotFoundPage />}</>;
}

function Awaited({ isInline }: { isInline?: boolean }) {
	const { t } = useTranslation("app");
	const lines = <Loading label={t("answer.loading")} />;
	if (isInline) return lines;
	return (
		<div className={css.late}>
			<Page title={t("answer.awaitedTitle")}>{lines}</Page>
		</div>
	);
}

interface FailedAnswerProps<Data> {
	result: AnswerState<Data>;
	error: Error;
	isInline?: boolean;
}

function FailedAnswer<Data>({ result, error, isInline }: FailedAnswerProps<Data>) {
	const { t } = useTranslation("app");
	const kind = CombinedGraphQLErrors.is(error) ? "refused" : "unreached";
	const again = result.refetch ?? result.restart;
	const notice = (
		<ErrorNotice
			happened={t(`answer.${kind}.happened`)}
			safe={t("answer.safe")}
			next={t(`answer.${kind}.next`)}
			retryLabel={t("answer.retry")}
			onRetry={again && (() => void again())}
			faultId={faultId(error)}
		/>
	);
	return isInline ? notice : <Page title={t("answer.failedTitle")}>{notice}</Page>;
}

/** The id under which the server logged the fault, if it gave one. */
function faultId(error: Error): string | undefined {
	if (!CombinedGraphQLErrors.is(error)) return undefined;
	const id = error.errors[0]?.extensions?.id ?? error.errors[0]?.extensions?.faultId;
	return typeof id === "string" ? id : undefined;
}
