import { Fragment } from "react";
import css from "./Pictures.module.css";
import { StakeholderMark, type Third } from "./StakeholderMark.tsx";

export interface BalanceGroup {
	group: Third;
	label: string;
	/** Active members of the group. */
	count: number;
	/** How many to add so that the panel is balanced. */
	toAdd: number;
}

export interface BalancePictureProps {
	groups: readonly BalanceGroup[];
	/** The gap in words: "Balanced", or "Two citizens are missing to be balanced." */
	words: string;
	/** Reads the count of a group with its gap: "3 members, 2 to add". */
	countWords(group: BalanceGroup): string;
}

/** A panel's three thirds, one shape for each member; outlines stand for those who are missing. */
export function BalancePicture({ groups, words, countWords }: BalancePictureProps) {
	return (
		<figure className={css.balance}>
			<dl className={css.thirds}>
				{groups.map((group) => (
					<Fragment key={group.group}>
						<dt className={css.thirdLabel}>{group.label}</dt>
						<dd className={css.thirdRow}>
							<span className={css.marks} aria-hidden="true">
								{marks(group).map((mark) => (
									<StakeholderMark key={mark.key} group={group.group} isOpen={mark.isOpen} size={20} />
								))}
							</span>
							<span className={css.thirdCount}>{countWords(group)}</span>
						</dd>
					</Fragment>
				))}
			</dl>
			<figcaption className={css.words}>{words}</figcaption>
		</figure>
	);
}

function marks({ count, toAdd }: BalanceGroup) {
	return Array.from({ length: count + toAdd }, (_, place) => ({
		key: `place-${place}`,
		isOpen: place >= count,
	}));
}
