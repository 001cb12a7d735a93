import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Outlet, useLocation, useNavigation } from "react-router";
import { WorkingLanguage } from "../../publicGraph/index.ts";
import { Link } from "../../ui/index.ts";
import css from "./Layout.module.css";
import { SiteHeader } from "./SiteHeader.tsx";

/** Header, page, footer. A new page takes the focus to its start, so that a screen reader begins there. */
export function SiteLayout() {
	const { t } = useTranslation("app");
	const main = useFocusOnArrival();
	return (
		<div className={css.frame}>
			<a className={css.skip} href="#main">
				{t("nav.skip")}
			</a>
			<SiteHeader />
			<main
				id="main"
				ref={main}
				tabIndex={-1}
				className={css.main}
				aria-busy={useNavigation().state !== "idle"}
			>
				<WorkingLanguage>
					<Outlet />
				</WorkingLanguage>
			</main>
			<footer className={css.footer}>
				<div className={css.bar}>
					<p>{t("footer.what")}</p>
					<Link look="nav" href="/public/graphql" isForeign>
						{t("footer.graph")}
					</Link>
				</div>
			</footer>
		</div>
	);
}

function useFocusOnArrival() {
	const main = useRef<HTMLElement>(null);
	const { pathname } = useLocation();
	const arrivedAt = useRef(pathname);
	useEffect(() => {
		if (arrivedAt.current === pathname) return;
		arrivedAt.current = pathname;
		main.current?.focus({ preventScroll: true });
	}, [pathname]);
	return main;
}
