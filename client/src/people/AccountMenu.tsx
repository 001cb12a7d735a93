import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ConfirmDialog, Link, Menu, useNews } from "../ui/index.ts";
import css from "./People.module.css";
import { useSignOut } from "./useSignOut.ts";
import { useViewer, type Viewer } from "./useViewer.ts";

/** The header's end: who is signed in, with the ways out; or the way in. */
export function AccountMenu() {
	const { t } = useTranslation("people");
	const viewer = useViewer();
	if (viewer === undefined) return <span className={css.unknown} />;
	if (viewer) return <SignedIn viewer={viewer} />;
	return (
		<Link look="nav" href="/sign-in">
			{t("account.signIn")}
		</Link>
	);
}

function SignedIn({ viewer }: { viewer: Viewer }) {
	const { t } = useTranslation("people");
	const say = useNews();
	const { signOut, signOutEverywhere } = useSignOut();
	const [asks, setAsks] = useState(false);
	const failed = () => say({ text: t("account.failed"), isLasting: true });
	const leaveEverywhere = () => {
		setAsks(false);
		signOutEverywhere().catch(failed);
	};
	return (
		<>
			<Menu
				label={t("account.menu", { name: viewer.name })}
				trigger={<span className={css.viewerName}>{viewer.name}</span>}
				entries={[
					{ key: "home", label: t("account.home"), href: "/home" },
					{ key: "trustee", label: t("account.trustee"), href: "/trustee" },
					{ key: "out", label: t("account.signOut"), onAction: () => void signOut().catch(failed) },
					{ key: "everywhere", label: t("account.everywhere"), onAction: () => setAsks(true) },
				]}
			/>
			<ConfirmDialog
				isOpen={asks}
				title={t("account.everywhere")}
				confirmLabel={t("account.everywhere")}
				cancelLabel={t("account.stay")}
				onConfirm={leaveEverywhere}
				onCancel={() => setAsks(false)}
			>
				<p>{t("account.everywhereMeans")}</p>
			</ConfirmDialog>
		</>
	);
}
