/** A point of the map with the words to be written beside it. Lengths in the map's units. */
export interface MapPoint {
	x: number;
	y: number;
	text: string;
}

/** Where a label goes: beside, above or below its point. */
export interface PlacedLabel {
	x: number;
	y: number;
	anchor: "start" | "end" | "middle";
}

interface Box {
	left: number;
	right: number;
	top: number;
	bottom: number;
}

const WIDTH_OF_A_LETTER = 0.58;

export interface LabelStyle {
	fontSize: number;
	markSize: number;
	/** The map's width: no label is cut off at its sides. */
	width: number;
}

/** For each point the first place (right, left, below, above) inside the map that covers no point and no label before it; right if none is free. */
export function placeLabels(
	points: readonly MapPoint[],
	{ fontSize, markSize, width }: LabelStyle,
): PlacedLabel[] {
	const isInside = (box: Box) => box.left > 0 && box.right < width;
	const taken: Box[] = points.map((point) => around(point.x, point.y, markSize, markSize));
	return points.map((point) => {
		const places = candidates(point, fontSize, markSize);
		const own = around(point.x, point.y, markSize, markSize);
		const others = taken.filter((box) => !same(box, own));
		const free = places.find(({ box }) => isInside(box) && !others.some((other) => overlap(box, other)));
		const { label, box } = free ?? (places[0] as (typeof places)[number]);
		taken.push(box);
		return label;
	});
}

function candidates({ x, y, text }: MapPoint, fontSize: number, markSize: number) {
	const width = text.length * fontSize * WIDTH_OF_A_LETTER;
	const aside = markSize / 2 + fontSize * 0.35;
	const beyond = markSize / 2 + fontSize * 0.85;
	const label = (dx: number, dy: number, anchor: PlacedLabel["anchor"]) => {
		const shift = anchor === "start" ? width / 2 : anchor === "end" ? -width / 2 : 0;
		return {
			label: { x: x + dx, y: y + dy, anchor },
			box: around(x + dx + shift, y + dy, width, fontSize * 1.15),
		};
	};
	return [
		label(aside, 0, "start"),
		label(-aside, 0, "end"),
		label(0, beyond, "middle"),
		label(0, -beyond, "middle"),
	];
}

function around(x: number, y: number, width: number, height: number): Box {
	return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

function overlap(a: Box, b: Box): boolean {
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function same(a: Box, b: Box): boolean {
	return a.left === b.left && a.top === b.top && a.right === b.right && a.bottom === b.bottom;
}
