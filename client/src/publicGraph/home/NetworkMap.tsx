import { useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useHref, useLinkClickHandler } from "react-router";
import { CityMark } from "../../ui/index.ts";
import { useNetworkLink } from "../network/useNetworkLink.ts";
import europe from "./europe.json";
import { EUROPE_FRAME, europeProjection } from "./europeProjection.ts";
import css from "./NetworkMap.module.css";
import { type PlacedLabel, placeLabels } from "./placeLabels.ts";
import { useWidth } from "./useWidth.ts";

export interface MapPartner {
	id: string;
	code: string;
	city: string;
	latitude: number | null;
	longitude: number | null;
}

/** The partners' cities on a map of Europe; every city is a link. Those whose place is unknown stand only in the list beside it. */
export default function NetworkMap({ partners }: { partners: readonly MapPartner[] }) {
	const { t } = useTranslation("publicGraph");
	const frame = useRef<SVGSVGElement>(null);
	const unit = EUROPE_FRAME.width / useWidth(frame, EUROPE_FRAME.width);
	const fontSize = 13.5 * unit;
	const markSize = 24 * unit;
	const points = usePoints(partners);
	const labels = placeLabels(points, { fontSize, markSize, width: EUROPE_FRAME.width });
	return (
		// biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be an SVG element; the group of links needs its name
		<svg
			ref={frame}
			viewBox={`0 0 ${EUROPE_FRAME.width} ${EUROPE_FRAME.height}`}
			className={css.map}
			role="group"
			aria-label={t("home.mapLabel")}
		>
			<path d={europe.land} className={css.land} />
			<path d={europe.borders} className={css.borders} />
			{points.map((point, index) => (
				<City key={point.code} {...point} label={labels[index]} fontSize={fontSize} markSize={markSize} />
			))}
		</svg>
	);
}

function usePoints(partners: readonly MapPartner[]) {
	return useMemo(() => {
		const project = europeProjection();
		return partners.flatMap(({ code, city, latitude, longitude }) => {
			const place = latitude === null || longitude === null ? null : project([longitude, latitude]);
			return place ? [{ code, text: city, x: place[0], y: place[1] }] : [];
		});
	}, [partners]);
}

interface CityProps {
	code: string;
	text: string;
	x: number;
	y: number;
	label: PlacedLabel | undefined;
	fontSize: number;
	markSize: number;
}

function City({ code, text, x, y, label, fontSize, markSize }: CityProps) {
	const to = useNetworkLink()(`/partners/${code}`);
	const href = useHref(to);
	const follow = useLinkClickHandler<HTMLAnchorElement>(to);
	const height = (markSize * 28) / 24;
	return (
		<a href={href} onClick={follow} className={css.city}>
			<circle cx={x} cy={y} r={markSize * 0.85} className={css.target} />
			<svg
				x={x - markSize / 2}
				y={y - height / 2}
				width={markSize}
				height={height}
				viewBox="0 0 24 28"
				aria-hidden="true"
			>
				<CityMark code={code} size={24} />
			</svg>
			{label && (
				<text
					x={label.x}
					y={label.y}
					textAnchor={label.anchor}
					fontSize={fontSize}
					strokeWidth={fontSize * 0.28}
				>
					{text}
				</text>
			)}
		</a>
	);
}
