import { useState } from "react";
import { FileTrigger } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { Button, ErrorNotice } from "../../../ui/index.ts";
import type { OwnKey } from "./useOwnKey.ts";

/** Takes the key out of the file that was saved when it was made: on another device, or after a browser lost it. */
export function KeyFileField({ own }: { own: OwnKey }) {
	const { t } = useTranslation("voting");
	const [fault, setFault] = useState<"no-key-file" | "key-of-another" | "unread" | null>(null);
	const take = async (files: FileList | null) => {
		const [file] = files ?? [];
		if (file) setFault(await own.takeFrom(file).catch(() => "unread" as const));
	};
	return (
		<>
			<FileTrigger acceptedFileTypes={[".json", "application/json"]} onSelect={(files) => void take(files)}>
				<Button variant="primary">{t("trustee.openFile")}</Button>
			</FileTrigger>
			{fault && <ErrorNotice happened={t(`trustee.file.${fault}`)} next={t("trustee.file.next")} />}
		</>
	);
}
