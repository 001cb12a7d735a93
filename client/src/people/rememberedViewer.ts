import type { ViewerQuery } from "../gql/graphql.ts";

type Viewer = NonNullable<ViewerQuery["viewer"]>;

const key = "crossroads.viewer";

let last: { text: string; viewer: Viewer } | null = null;

/** Remembers on this device who is signed in, for pages that are opened without a connection; null forgets it. */
export function rememberViewer(viewer: Viewer | null): void {
	try {
		if (viewer) localStorage.setItem(key, JSON.stringify(viewer));
		else localStorage.removeItem(key);
	} catch {
		// Storage may be full or forbidden; then there is no page without a connection.
	}
}

/** Who was signed in when the server was last asked; undefined: not known. The same object as long as it is so. */
export function rememberedViewer(): Viewer | undefined {
	try {
		const text = localStorage.getItem(key);
		if (text === null) return undefined;
		if (last?.text !== text) last = { text, viewer: JSON.parse(text) as Viewer };
		return last.viewer;
	} catch {
		return undefined;
	}
}
