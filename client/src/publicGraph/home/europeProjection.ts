import { type GeoProjection, geoAzimuthalEqualArea } from "d3-geo";

/** The map's own units. */
export const EUROPE_FRAME = { width: 800, height: 720 } as const;

/** Longitude and latitude onto the map: Lambert's azimuthal equal-area projection around 14° E 49.5° N, clipped to the frame. */
export function europeProjection(): GeoProjection {
	return geoAzimuthalEqualArea()
		.rotate([-14, -49.5])
		.scale(1510)
		.translate([EUROPE_FRAME.width / 2, EUROPE_FRAME.height / 2])
		.clipExtent([
			[-5, -5],
			[EUROPE_FRAME.width + 5, EUROPE_FRAME.height + 5],
		]);
}
