import { useTranslation } from "react-i18next";
import { CityMark, joinClasses, TallyBar } from "../../ui/index.ts";
import type { LiveTally } from "../views.ts";
import { cityStand } from "./cityStand.ts";
import css from "./TallyByCity.module.css";
import { useTallyParts } from "./TallyTotal.tsx";

export interface TallyByCityProps {
	tally: LiveTally;
	/** Shows for each city whether it is for or against: once the poll is decided. */
	showsStand?: boolean;
	/** Everything is sized in em: the projector passes a class with its own font size. */
	className?: string;
	markSize?: number;
}

/** The count of each city, in the order of the list, which does not change while ballots come in. */
export function TallyByCity({ tally, showsStand, className, markSize = 18 }: TallyByCityProps) {
	const { t } = useTranslation("voting");
	const parts = useTallyParts();
	return (
		<ul className={joinClasses(css.cities, className)}>
			{tally.byPartner.map(({ partner, counts, cast, electorateSize }) => (
				<li key={partner.id} className={css.city}>
					<CityMark code={partner.code} size={markSize} />
					<span className={css.name}>{partner.city}</span>
					<span className={css.bar}>
						<TallyBar
							parts={parts(counts)}
							of={electorateSize}
							size="slim"
							isKeyHidden
							label={parts(counts)
								.map(({ label, count }) => `${label} ${count}`)
								.join(", ")}
						/>
					</span>
					<span className={joinClasses(css.figure, showsStand && css[cityStand(counts)])}>
						{showsStand
							? t(`stand.${cityStand(counts)}`)
							: t("tally.ofElectors", { cast, of: electorateSize })}
					</span>
				</li>
			))}
		</ul>
	);
}
