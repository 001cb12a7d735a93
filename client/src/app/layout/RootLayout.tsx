import { RouterProvider as AriaRouterProvider, I18nProvider } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { Outlet, ScrollRestoration, useHref, useNavigate } from "react-router";
import { NewsProvider } from "../../ui/index.ts";
import { useFormats } from "../language/useFormats.ts";

/** Around every page, the projector's too: links move without a reload, news has its live region, scrolling is kept. */
export function RootLayout() {
	const { t } = useTranslation("app");
	const navigate = useNavigate();
	const { locale } = useFormats();
	return (
		<I18nProvider locale={locale}>
			<AriaRouterProvider navigate={(to) => void navigate(to)} useHref={useHref}>
				<NewsProvider dismissLabel={t("news.dismiss")}>
					<Outlet />
				</NewsProvider>
			</AriaRouterProvider>
			<ScrollRestoration />
		</I18nProvider>
	);
}
