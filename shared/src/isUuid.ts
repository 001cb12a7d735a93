const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text that came from outside can be an id at all. What cannot is answered like an id that is unknown. */
export function isUuid(text: string): boolean {
	return UUID.test(text);
}
