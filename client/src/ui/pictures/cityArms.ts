/** The arms that a city gets: a division of the shield and two tinctures. The same code always gets the same arms. */
export interface CityArms {
	division: number;
	field: string;
	figure: string;
}

/** Divisions and figures of heraldry on a shield of 24 by 28. */
export const DIVISIONS: readonly string[] = [
	"M0 0H12V28H0z", // per pale
	"M0 0H24V13H0z", // per fess
	"M0 0L24 24V28H22L0 6z M0 0H6L24 18V24z", // bend
	"M9 0H15V9H24V15H15V28H9V15H0V9H9z", // cross
	"M0 0H5L12 8 19 0H24V4L16 13 24 22V28H20L12 18 4 28H0V22L8 13 0 4z", // saltire
	"M12 8L24 20V27L12 15 0 27V20z", // chevron
	"M2 0H22L12 24z", // pile
	"M0 0H12V13H0z M12 13H24V28H12z", // quarterly
	"M4 0H8V28H4z M12 0H16V28H12z M20 0H24V28H20z", // paly
	"M0 4H24V8H0z M0 12H24V16H0z M0 20H24V24H0z", // barry
	"M0 0H24V9H0z", // chief
	"M12 5.5A7 7 0 1 1 12 19.5A7 7 0 1 1 12 5.5z", // roundel
	"M12 3L20.5 13 12 23 3.5 13z", // lozenge
	"M0 14C4 10 8 10 12 14S20 18 24 14V28H0z", // waves
	"M24 0V28H0L24 0z", // per bend sinister
	"M12 4L14.2 10H20.5L15.5 13.8 17.4 20 12 16.3 6.6 20 8.5 13.8 3.5 10H9.8z", // mullet
];

const TINCTURES: readonly (readonly [string, string])[] = [
	["#27498f", "#f3d27a"],
	["#9f2d2a", "#f6ead6"],
	["#2c6a4b", "#f1dfae"],
	["#33302b", "#e4bd5f"],
	["#6b3c74", "#f2e3ef"],
	["#b5602a", "#fff0d4"],
	["#2f7f93", "#fbf3df"],
	["#e7c765", "#8c2a2a"],
];

/** Chosen so that the ten cities of the network of record all differ in their division. */
const SALT = "s580";

/** The arms of a partner's city, from its code alone. */
export function cityArms(code: string, salt = SALT): CityArms {
	const hash = fnv1a(`${salt}:${code}`);
	const [field, figure] = TINCTURES[(hash >>> 16) % TINCTURES.length] ?? ["#33302b", "#e4bd5f"];
	return { division: hash % DIVISIONS.length, field, figure };
}

/** FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/), with a last mixing so that short codes spread. */
function fnv1a(text: string): number {
	let hash = 0x811c9dc5;
	for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
	hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
	return (hash ^ (hash >>> 13)) >>> 0;
}
