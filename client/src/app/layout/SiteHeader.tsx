import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";
import { AccountMenu, useViewer } from "../../people/index.ts";
import { useNetworkInView } from "../../publicGraph/index.ts";
import { joinClasses, Link } from "../../ui/index.ts";
import { LanguageSwitch } from "../language/LanguageSwitch.tsx";
import css from "./Layout.module.css";
import { ThemeSwitch } from "./ThemeSwitch.tsx";

/** On a phone in a session every line is the session's: the header keeps to one row there. */
const IN_SESSION = /^\/session\//;

/** Whose place this is, the few ways through it, and the reader's own switches. */
export function SiteHeader() {
	const network = useNetworkInView();
	const isSlim = IN_SESSION.test(useLocation().pathname);
	return (
		<header className={joinClasses(css.header, isSlim && css.slim)}>
			<div className={css.bar}>
				<Link look="plain" href="/" className={css.brand}>
					<BrandMark />
					<span className={css.brandName}>Crossroads</span>
					{network && <span className={css.network}>{network.code}</span>}
				</Link>
				<MainNavigation />
				<div className={css.tools}>
					<AccountMenu />
					<LanguageSwitch />
					<span className={css.theme}>
						<ThemeSwitch />
					</span>
				</div>
			</div>
		</header>
	);
}

function MainNavigation() {
	const { t } = useTranslation("app");
	const { pathname } = useLocation();
	const viewer = useViewer();
	const places = [
		{ href: "/", label: t("nav.network") },
		{ href: "/programme", label: t("nav.programme") },
		...(viewer ? [{ href: "/home", label: t("nav.home") }] : []),
		{ href: "/join", label: t("nav.join") },
	];
	return (
		<nav aria-label={t("nav.label")} className={css.nav}>
			{places.map((place) => (
				<Link key={place.href} look="nav" href={place.href} isCurrent={pathname === place.href}>
					{place.label}
				</Link>
			))}
		</nav>
	);
}

function BrandMark() {
	return (
		<svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
			<rect width="32" height="32" rx="7" fill="var(--accent)" />
			<path
				d="M4 20C12 20 12 6 28 6M4 9c12 0 8 15 24 15"
				fill="none"
				stroke="var(--on-accent)"
				strokeWidth="3"
				strokeLinecap="round"
			/>
		</svg>
	);
}
