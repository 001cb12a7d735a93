// C0 and C1 controls but the tab, and the marks that turn the direction of reading: with these a text could show
// something other than what is stored, hashed and voted on. NUL can besides not be stored by PostgreSQL's jsonb.
const unwelcome =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is looked for
	/[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]/g;

/** The text without control characters and direction overrides, and with every lone surrogate replaced by U+FFFD. */
export function safeText(text: string): string {
	return text.replace(unwelcome, "").toWellFormed();
}
