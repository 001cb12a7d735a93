/**
 * The life of a draft's log in which its numbers count: a draft that was made anew begins a new one, and cursors of
 * the old one get a snapshot.
 */
export function epochOf(createdAt: Date): string {
	return createdAt.getTime().toString(36);
}
