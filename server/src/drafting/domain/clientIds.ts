/** Client ids that one person may have in one draft; a tab needs one, and one that nothing was written under is freed. */
export const mostClientIds = 1_000;

/** How many held ids one opening may name: as many as a device remembers. */
export const mostHeldIds = 100;

/** After how many milliseconds an id that nothing was written under is given up; its tab asks again when it writes. */
export const unusedIdLasts = 7 * 24 * 60 * 60 * 1000;

/** Whether it can be a Yjs client id that browsers draw: 32 bits. */
export function isClientId(id: number): boolean {
	return Number.isInteger(id) && id > lastServerId && id < 2 ** 32;
}

/** Ids up to here are the server's own: texts that were brought in. */
export const lastServerId = 1_000;
