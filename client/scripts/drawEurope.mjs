/**
 * Draws Europe once, so that a phone need not load the world: clips world-atlas' 1:50m countries to the frame,
 * projects them (Lambert's equal-area projection, as the European statistics use it) and writes the outlines as
 * SVG paths to src/publicGraph/home/europe.json. Run by hand: node scripts/drawEurope.mjs
 */
import { writeFileSync } from "node:fs";
import { geoPath } from "d3-geo";
import { feature, mesh } from "topojson-client";
import atlas from "world-atlas/countries-50m.json" with { type: "json" };
import { EUROPE_FRAME, europeProjection } from "../src/publicGraph/home/europeProjection.ts";

const path = geoPath(europeProjection(), null).digits(1);
const land = path(feature(atlas, atlas.objects.land));
const borders = path(mesh(atlas, atlas.objects.countries, (a, b) => a !== b));
const target = new URL("../src/publicGraph/home/europe.json", import.meta.url);
writeFileSync(target, `${JSON.stringify({ land, borders })}\n`);
console.log(`${EUROPE_FRAME.width} × ${EUROPE_FRAME.height}: ${land.length} + ${borders.length} characters`);
