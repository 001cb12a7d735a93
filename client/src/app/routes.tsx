import type { ComponentType } from "react";
import type { RouteObject } from "react-router";
import { RootLayout } from "./layout/RootLayout.tsx";
import { SiteLayout } from "./layout/SiteLayout.tsx";
import { FaultPage } from "./pages/FaultPage.tsx";
import NotFoundPage from "./pages/NotFoundPage.tsx";
import { Opening } from "./pages/Opening.tsx";

/** A page's code is fetched when somebody goes there. */
const page = (load: () => Promise<{ default: ComponentType }>) => async () => ({
	Component: (await load()).default,
});

const sitePages: RouteObject[] = [
	{ index: true, lazy: page(() => import("../publicGraph/home/NetworkHomePage.tsx")) },
	{ path: "programme", lazy: page(() => import("../publicGraph/programme/ProgrammePage.tsx")) },
	{ path: "partners/:code", lazy: page(() => import("../publicGraph/partner/PartnerPage.tsx")) },
	{ path: "themes/:code", lazy: page(() => import("../publicGraph/theme/ThemePage.tsx")) },
	{ path: "initiatives/:id", lazy: page(() => import("../publicGraph/theme/InitiativePage.tsx")) },
	{
		path: "recommendations/:id",
		lazy: page(() => import("../publicGraph/recommendation/RecommendationPage.tsx")),
	},
	{ path: "sign-in", lazy: page(() => import("../people/signIn/SignInPage.tsx")) },
	{ path: "sign-in/confirm", lazy: page(() => import("../people/signIn/ConfirmSignInPage.tsx")) },
	{ path: "home", lazy: page(() => import("../people/home/MemberHomePage.tsx")) },
	{ path: "trustee", lazy: page(() => import("../voting/trustees/desk/TrusteePage.tsx")) },
	{ path: "join", lazy: page(() => import("../session/JoinPage.tsx")) },
	{ path: "join/:code", lazy: page(() => import("../session/JoinPage.tsx")) },
	{ path: "session/:id", lazy: page(() => import("../session/DelegatePage.tsx")) },
	{ path: "session/:id/run", lazy: page(() => import("../session/FacilitatorPage.tsx")) },
	{ path: "session/:id/badges", lazy: page(() => import("../session/BadgesPage.tsx")) },
	{ path: "drafts/:id", lazy: page(() => import("../drafting/DraftPage.tsx")) },
	{ path: "*", Component: NotFoundPage },
];

/** Every address of the application. The projector's page stands alone: no header, no menu. */
export const routes: RouteObject[] = [
	{
		Component: RootLayout,
		errorElement: <FaultPage />,
		hydrateFallbackElement: <Opening />,
		children: [
			{ path: "screen/:id", lazy: page(() => import("../session/ProjectorPage.tsx")) },
			{ Component: SiteLayout, children: [{ errorElement: <FaultPage />, children: sitePages }] },
		],
	},
];
