import { useTranslation } from "react-i18next";
import { useRefusalText } from "../app/index.ts";
import { Button, Notice, useNews } from "../ui/index.ts";
import type { DraftProvider } from "./provider/DraftProvider.ts";
import { draftWords } from "./provider/draftWords.ts";
import type { SaveState } from "./provider/SaveState.ts";

interface Props {
	provider: DraftProvider;
	save: SaveState;
	isWritable: boolean;
	/** The recommendation's state. */
	state: string;
}

/** Says why the text cannot be written here, or why what was written cannot be saved: then it can be copied away. */
export function StateNotice({ provider, save, isWritable, state }: Props) {
	const { t } = useTranslation("drafting");
	const refusalText = useRefusalText();
	const say = useNews();
	const copy = async () => {
		await navigator.clipboard.writeText(draftWords(provider.doc));
		say(t("refused.copied"));
	};
	if (save.kind === "refused")
		return (
			<Notice tone="danger" isNews>
				<p>{t("refused.happened", { why: refusalText(save.code) })}</p>
				<p>{t("refused.safe")}</p>
				<div>
					<Button onPress={() => void copy()}>{t("refused.copy")}</Button>
				</div>
			</Notice>
		);
	if (isWritable) return null;
	const isOpen = state === "DRAFT" || state === "REVIEW";
	return <Notice isNews>{isOpen ? t("readOnly.role") : t(`readOnly.${state}`)}</Notice>;
}
