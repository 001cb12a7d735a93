import { useTranslation } from "react-i18next";
import { type LivePoll, RuleResults } from "../../../voting/index.ts";

/** What will be shown to everybody: the verdict and its rules. */
export function PublishReasons({ result }: { result: NonNullable<LivePoll["result"]> }) {
	const { t } = useTranslation("voting");
	return (
		<>
			<p>
				<strong>{t(result.isAdopted ? "result.adopted" : "result.rejected")}</strong>
			</p>
			<RuleResults rules={result.rules} />
		</>
	);
}
