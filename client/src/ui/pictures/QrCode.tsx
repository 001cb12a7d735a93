import { useMemo } from "react";
import { encode } from "uqr";
import css from "./Pictures.module.css";

export interface QrCodeProps {
	/** What a phone reads: an address. */
	value: string;
	/** What the picture leads to, for those who do not see it. */
	label: string;
	className?: string;
}

/** A QR code, dark on white in every theme, with the quiet zone that scanners need. Fills its container up to 20rem. */
export function QrCode({ value, label, className }: QrCodeProps) {
	const { size, path } = useMemo(() => draw(value), [value]);
	return (
		<svg
			viewBox={`0 0 ${size} ${size}`}
			role="img"
			aria-label={label}
			className={className ?? css.qr}
			shapeRendering="crispEdges"
		>
			<rect width={size} height={size} fill="#ffffff" />
			<path d={path} fill="#14110c" />
		</svg>
	);
}

function draw(value: string) {
	const { data, size } = encode(value, { ecc: "M", border: 4 });
	const squares = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")));
	return { size, path: squares.join("") };
}
