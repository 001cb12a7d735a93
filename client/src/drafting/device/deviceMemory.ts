const copies = "crossroads-draft-";
const marks = "crossroads.unsent.";

/** The name under which a device keeps its copy of a draft, for one person. */
export function copyName(draftId: string, personId: string): string {
	return `${copies}${draftId}-${personId}`;
}

/** The beginning of the names of all marks that say of a copy that something in it is unsent; one for each tab. */
export function marksOf(copy: string): string {
	return `${marks}${copy.slice(copies.length)}.`;
}

/** Where the copies and their marks lie; the browser's own in the application. */
export interface DeviceMemory {
	databases?: Pick<IDBFactory, "databases" | "deleteDatabase"> | undefined;
	/** The names of the marks. */
	marks(): readonly string[];
}

/**
 * To be called when somebody signs in or out: removes the copies of drafts that this device keeps. A copy that holds
 * words which the server does not have stays, under its person's name, until that person opens the draft again. A
 * copy that a page still has open goes when the page closes it. Never rejects.
 */
export async function forgetDrafts(memory: DeviceMemory = ofThisBrowser()): Promise<void> {
	const kept = (await memory.databases?.databases().catch(() => [])) ?? [];
	const names = quietly(() => memory.marks());
	for (const { name } of kept) {
		if (!name?.startsWith(copies)) continue;
		const isUnsent = names?.some((mark) => mark.startsWith(marksOf(name))) ?? true;
		if (!isUnsent) quietly(() => memory.databases?.deleteDatabase(name));
	}
}

const ofThisBrowser = (): DeviceMemory => ({
	databases: globalThis.indexedDB,
	marks: () => Object.keys(localStorage),
});

/** Storage may be full or forbidden; a text can be written all the same. */
export function quietly<T>(work: () => T): T | null {
	try {
		return work();
	} catch {
		return null;
	}
}
