import { joinClasses } from "../joinClasses.ts";
import css from "./Pictures.module.css";

/** The three thirds of a panel, as the schema names them. */
export type Third = "CITIZENS" | "CIVIL_SOCIETY" | "AUTHORITIES_AND_EXPERTS";

export interface StakeholderMarkProps {
	group: Third;
	/** An outline: a place that nobody has taken yet. */
	isOpen?: boolean;
	size?: number;
}

/** The shape of a third: citizens a circle, civil society a square, authorities and experts a diamond. Decoration: put the label beside it. */
export function StakeholderMark({ group, isOpen, size = 16 }: StakeholderMarkProps) {
	return (
		<svg
			viewBox="0 0 16 16"
			width={size}
			height={size}
			aria-hidden="true"
			className={joinClasses(css.third, css[group], isOpen && css.open)}
		>
			{group === "CITIZENS" && <circle cx="8" cy="8" r="6.5" />}
			{group === "CIVIL_SOCIETY" && <rect x="2" y="2" width="12" height="12" rx="1" />}
			{group === "AUTHORITIES_AND_EXPERTS" && <path d="M8 .8L15.2 8 8 15.2.8 8z" />}
		</svg>
	);
}
