import { useId } from "react";
import { joinClasses } from "../joinClasses.ts";
import { cityArms, DIVISIONS } from "./cityArms.ts";
import css from "./Pictures.module.css";

const SHIELD = "M1.2 1.2H22.8V14C22.8 20.5 18.5 24.6 12 27 5.5 24.6 1.2 20.5 1.2 14z";

/** A city's own small arms, drawn from its partner code. Decoration: the city's name stands beside it. `size` is the width in pixels. */
export function CityMark({
	code,
	size = 20,
	className,
}: {
	code: string;
	size?: number;
	className?: string;
}) {
	const clip = useId();
	const arms = cityArms(code);
	return (
		<svg
			viewBox="0 0 24 28"
			width={size}
			height={(size * 28) / 24}
			aria-hidden="true"
			className={joinClasses(css.mark, className)}
		>
			<clipPath id={clip}>
				<path d={SHIELD} />
			</clipPath>
			<g clipPath={`url(#${clip})`}>
				<rect width="24" height="28" fill={arms.field} />
				<path d={DIVISIONS[arms.division]} fill={arms.figure} />
			</g>
			<path d={SHIELD} fill="none" stroke="var(--paper)" strokeWidth="2.4" />
			<path d={SHIELD} fill="none" stroke="var(--ink)" strokeWidth="1" />
		</svg>
	);
}
