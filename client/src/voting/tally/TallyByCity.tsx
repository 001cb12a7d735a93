import { useTranslation } from "react-i18next";
import { CityMark, joinClasses, TallyBar } from "../../ui/index.ts";
import type { AskedPoll, LiveTally } from "../views.ts";
import { cityStand } from "./cityStand.ts";
import css from "./TallyByCity.module.css";
import { hasLiveFigures, isAmongOptions, leadingParts, tallyParts, wholeOf } from "./tallyParts.ts";

export interface TallyByCityProps {
	poll: AskedPoll;
	tally: LiveTally;
	/** Shows for each city whether it is for or against, or which option leads there: once the poll is decided. */
	showsStand?: boolean;
	/** Everything is sized in em: the projector passes a class with its own font size. */
	className?: string;
	markSize?: number;
}

/**
 * The count of each city, in the order of the list, which does not change while ballots come in. Its turnout where the
 * method has no figures for a city.
 */
export function TallyByCity({ poll, tally, showsStand, className, markSize = 18 }: TallyByCityProps) {
	const hasFigures = hasLiveFigures(poll.method);
	return (
		<ul className={joinClasses(css.cities, className)}>
			{tally.byPartner.map((city) => (
				<li key={city.partner.id} className={css.city}>
					<CityMark code={city.partner.code} size={markSize} />
					<span className={css.name}>{city.partner.city}</span>
					{hasFigures ? <CityBar poll={poll} city={city} /> : <TurnoutBar city={city} />}
					{hasFigures && showsStand ? <Stand poll={poll} city={city} /> : <Turnout city={city} />}
				</li>
			))}
		</ul>
	);
}

type City = LiveTally["byPartner"][number];

function CityBar({ poll, city: { counts, electorateSize } }: { poll: AskedPoll; city: City }) {
	const { t } = useTranslation("voting");
	const parts = tallyParts(t, poll, counts);
	return (
		<span className={css.bar}>
			<TallyBar
				parts={parts}
				of={wholeOf(poll, parts, electorateSize)}
				size="slim"
				isKeyHidden
				label={parts.map(({ label, count }) => `${label} ${count}`).join(", ")}
			/>
		</span>
	);
}

/** How many of a city have voted; the figure beside it says so. */
function TurnoutBar({ city: { cast, electorateSize } }: { city: City }) {
	return (
		<span className={css.bar} aria-hidden="true">
			<TallyBar
				parts={[{ look: "option", label: "", count: cast }]}
				of={electorateSize}
				size="slim"
				isKeyHidden
			/>
		</span>
	);
}

function Turnout({ city: { cast, electorateSize } }: { city: City }) {
	const { t } = useTranslation("voting");
	return <span className={css.figure}>{t("tally.ofElectors", { cast, of: electorateSize })}</span>;
}

function Stand({ poll, city: { counts } }: { poll: AskedPoll; city: City }) {
	const { t } = useTranslation("voting");
	if (isAmongOptions(poll)) {
		const leading = leadingParts(tallyParts(t, poll, counts));
		const [leader, ...others] = leading;
		return (
			<span className={css.figure}>
				{leader && others.length === 0 ? leader.label : t(leader ? "stand.divided" : "stand.silent")}
			</span>
		);
	}
	const stand = cityStand(counts);
	return <span className={joinClasses(css.figure, css[stand])}>{t(`stand.${stand}`)}</span>;
}
