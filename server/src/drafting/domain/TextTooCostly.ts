/** A text could not be read within the time that one text may take of the server; the work was ended. */
export class TextTooCostly extends Error {}
