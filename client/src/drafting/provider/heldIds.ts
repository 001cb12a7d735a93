import type { HeldIds } from "./DraftLink.ts";

/** As many as the server lets a device name at once. */
const most = 100;

/** Remembers the ids on the device, beside its copy of the draft; a device that keeps nothing forgets them. */
export function heldIds(copy: string): HeldIds {
	const key = `crossroads.ids.${copy}`;
	let ids = stored(key);
	return {
		read: () => {
			ids = [...new Set([...stored(key), ...ids])].slice(0, most);
			return ids;
		},
		add(id) {
			ids = [...new Set([id, ...stored(key), ...ids])].slice(0, most);
			try {
				localStorage.setItem(key, JSON.stringify(ids));
			} catch {
				// Storage may be full or forbidden; then they last as long as the page.
			}
		},
	};
}

function stored(key: string): number[] {
	try {
		const ids: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
		return Array.isArray(ids) ? ids.filter((id) => Number.isInteger(id)) : [];
	} catch {
		return [];
	}
}

/** Remembers them as long as the page lasts. */
export function pageIds(): HeldIds {
	const ids = new Set<number>();
	return { read: () => [...ids], add: (id) => void ids.add(id) };
}
