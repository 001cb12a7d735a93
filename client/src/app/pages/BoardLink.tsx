import { useTranslation } from "react-i18next";
import { Disclosure } from "../../ui/index.ts";
import css from "./BoardLink.module.css";

interface Props {
	/** Where the poll's board is, as a path of this site; null: it has none. */
	address: string | null | undefined;
}

/** Everything that a poll's result follows from, to download and count again, and how that is done. */
export function BoardLink({ address }: Props) {
	const { t } = useTranslation("app");
	if (!address) return null;
	const whole = new URL(address, window.location.href).href;
	return (
		<Disclosure summary={t("board.title")}>
			<div className={css.inside}>
				<p>{t("board.holds")}</p>
				<a className={css.download} href={address} download>
					{t("board.download")}
				</a>
				<p>{t("board.recount")}</p>
				<code className={css.command}>npm run crossroads -- verify-poll {whole}</code>
			</div>
		</Disclosure>
	);
}
