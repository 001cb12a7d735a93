import { useTranslation } from "react-i18next";
import { joinClasses, QrCode } from "../../ui/index.ts";
import { spaced } from "../live/spaced.ts";
import css from "./Wall.module.css";

/** The way in: where to go, the code, and the same as a QR code. */
export function WayIn({ code, isLarge }: { code: string; isLarge?: boolean }) {
	const { t } = useTranslation("session");
	const { host, origin } = window.location;
	return (
		<div className={joinClasses(css.wayIn, isLarge && css.isLarge)}>
			<p>
				<span className={css.address}>{host}/join</span>
				<strong className={css.code}>{spaced(code)}</strong>
			</p>
			<QrCode
				value={`${origin}/join/${code}`}
				label={t("join.qr", { code: spaced(code) })}
				className={css.qr}
			/>
		</div>
	);
}
