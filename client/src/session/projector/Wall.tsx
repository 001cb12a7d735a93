import { useTranslation } from "react-i18next";
import { LiveIndicator, useFormats } from "../../app/index.ts";
import { Clock } from "../../ui/index.ts";
import type { LiveTally } from "../../voting/index.ts";
import { Announcer } from "../live/Announcer.tsx";
import type { LiveScreen } from "../live/views.ts";
import { BreakOnWall, EndOnWall, ItemOnWall } from "./ItemOnWall.tsx";
import { PollOnWall } from "./PollOnWall.tsx";
import { ResultOnWall } from "./ResultOnWall.tsx";
import { type ScreenView, screenView } from "./screenView.ts";
import { useFit } from "./useFit.ts";
import css from "./Wall.module.css";
import { WayIn } from "./WayIn.tsx";
import { WelcomeOnWall } from "./WelcomeOnWall.tsx";

/** One thing, with a clock above and the way in below; everything is sized by the wall, so nothing ever scrolls. */
export function Wall({ screen, tally }: { screen: LiveScreen; tally: LiveTally | null }) {
	const { t } = useTranslation("session");
	const { locale } = useFormats();
	const view = screenView(screen.agenda, screen.poll?.state ?? null);
	const box = useFit();
	return (
		<div className={css.wall}>
			<header className={css.top}>
				<p className={css.title}>{screen.title}</p>
				<p className={css.clock}>
					{screen.timeZone && <span className={css.place}>{screen.place ?? cityOf(screen.timeZone)}</span>}
					<Clock locale={locale} timeZone={screen.timeZone} className={css.time} />
				</p>
			</header>
			<div ref={box} className={css.middle}>
				<Middle view={view} screen={screen} tally={tally} />
			</div>
			<Announcer text={screen.poll ? t(`poll.state.${screen.poll.state}`) : ""} />
			<Bottom screen={screen} hasCode={view.shows !== "welcome"} />
		</div>
	);
}

interface MiddleProps {
	view: ScreenView<LiveScreen["agenda"][number]>;
	screen: LiveScreen;
	tally: LiveTally | null;
}

function Middle({ view, screen, tally }: MiddleProps) {
	switch (view.shows) {
		case "welcome":
			return <WelcomeOnWall screen={screen} moment={view.moment} />;
		case "item":
			return <ItemOnWall screen={screen} item={view.item} />;
		case "break":
			return <BreakOnWall screen={screen} item={view.item} />;
		case "poll":
			return screen.poll && <PollOnWall poll={screen.poll} tally={tally} />;
		case "result":
			return screen.poll && <ResultOnWall poll={screen.poll} tally={tally} />;
		case "end":
			return <EndOnWall screen={screen} />;
	}
}

function Bottom({ screen, hasCode }: { screen: LiveScreen; hasCode: boolean }) {
	const { t } = useTranslation("session");
	const { present, entitled } = screen.presence;
	return (
		<footer className={css.bottom}>
			<div className={css.status}>
				<LiveIndicator className={css.live} />
				{entitled > 0 && <span>{t("presence.inTheRoom", { present, count: entitled })}</span>}
			</div>
			{hasCode && screen.joinCode && <WayIn code={screen.joinCode} />}
		</footer>
	);
}

/** Europe/Brussels → Brussels: better than no name where the place is not known. */
function cityOf(timeZone: string): string {
	return timeZone.split("/").at(-1)?.replaceAll("_", " ") ?? "";
}
