import css from "./PresenceBar.module.css";

interface Props {
	present: number;
	entitled: number;
	/** Where the quorum stands; undefined: no line. */
	needed?: number;
}

/** How full the room is, with a line where the quorum is reached. Decoration: the figures stand beside it. */
export function PresenceBar({ present, entitled, needed }: Props) {
	const share = (count: number) => `${entitled === 0 ? 0 : Math.min(100, (100 * count) / entitled)}%`;
	return (
		<div className={css.bar} aria-hidden="true">
			<div className={css.full} style={{ width: share(present) }} />
			{needed !== undefined && needed > 0 && <div className={css.line} style={{ left: share(needed) }} />}
		</div>
	);
}
