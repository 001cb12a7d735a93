const longest = 2048;
// An allow-list of whole addresses rather than a hunt for bad ones: no white space, control, quote, bracket or
// backslash anywhere, and the scheme spelled out, so that no browser reads another scheme into it.
const web = /^https?:\/\/[^\s/?#@"'`<>\\{}|^]+(?::\d{1,5})?(?:[/?#][^\s"'`<>\\{}|^]*)?$/i;
const mail = /^mailto:[^\s"'`<>\\{}|^?&]+@[^\s"'`<>\\{}|^]+$/i;

/** The address if a link may lead there (http, https, mailto; at most 2,048 characters), else null. Never throws. */
export function safeHref(href: unknown): string | null {
	if (typeof href !== "string" || href.length > longest || !isPlain(href)) return null;
	return web.test(href) || mail.test(href) ? href : null;
}

function isPlain(href: string): boolean {
	return href.isWellFormed() && !/[\p{Cc}\p{Cf}]/u.test(href);
}
