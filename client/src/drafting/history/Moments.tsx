import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { useFormats } from "../../app/index.ts";
import type { DraftAuthorShownFragment } from "../../gql/graphql.ts";
import { Heading, Link } from "../../ui/index.ts";
import css from "./History.module.css";
import type { DayOfHistory, Sitting } from "./sittings.ts";

interface Props {
	days: readonly DayOfHistory[];
	/** The cursor of the moment that is shown. */
	shown: string;
	hrefOf(cursor: string): string;
}

const mostNames = 3;

/** When the text was written and by whom, the newest first; each leads to the text as it was then. */
export function Moments({ days, shown, hrefOf }: Props) {
	const formats = useFormats();
	return (
		<ol className={css.days}>
			{days.map(({ day, sittings }) => (
				<li key={day}>
					<Heading level={3}>{formats.date(day)}</Heading>
					<ol className={css.moments}>
						{sittings.map((sitting) => (
							<li key={sitting.cursor}>
								<Link
									look="plain"
									href={hrefOf(sitting.cursor)}
									isCurrent={sitting.cursor === shown}
									className={css.moment}
								>
									<SittingLine sitting={sitting} />
								</Link>
							</li>
						))}
					</ol>
				</li>
			))}
		</ol>
	);
}

function SittingLine({ sitting: { startedAt, at, writers } }: { sitting: Sitting }) {
	const { t } = useTranslation("drafting");
	const formats = useFormats();
	const [from, to] = [formats.time(startedAt), formats.time(at)];
	const nameOf = ({ personId, name }: DraftAuthorShownFragment) =>
		name ?? t(personId ? "history.erased" : "history.nobody");
	return (
		<>
			<span className={css.time}>{from === to ? to : `${from}–${to}`}</span>
			<span className={css.dots} aria-hidden="true">
				{writers.map(({ personId, colour }) => (
					<span key={personId ?? ""} className={css.swatch} style={{ "--author": colour } as CSSProperties} />
				))}
			</span>
			<span>
				{formats.list(writers.slice(0, mostNames).map(nameOf))}
				{writers.length > mostNames && ` +${formats.number(writers.length - mostNames)}`}
			</span>
		</>
	);
}
