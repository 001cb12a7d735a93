/** The name of the one root type a draft's Yjs document may have: an XML fragment. */
export const draftRoot = "document";

/** The most bytes one push may carry, all its updates together. */
export const mostPushBytes = 256 * 1024;

/** The most bytes all updates of a draft may have together, ever. A long life of a long text takes a tenth of it. */
export const mostDraftBytes = 256 * 1024 * 1024;

/** The most updates one push may carry. */
export const mostPushUpdates = 500;

/**
 * The most bytes of updates that fit into one WebSocket frame of 64 kB as base64 with the operation around them.
 * What is larger has to travel over HTTP.
 */
export const mostFrameBytes = 40 * 1024;

/** How often somebody who is at a draft says so, at the latest, in milliseconds. */
export const presenceRepeat = 15_000;

/** How long after the last word from somebody they count as gone, in milliseconds; with the sweep, within 30 seconds. */
export const presenceLasts = 27_000;

/** The most characters (and breaks between blocks) that may be pasted at once: with any markup they fit into one push. */
export const mostPasted = 60_000;
