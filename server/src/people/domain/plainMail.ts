/** Parts of a mail that become headers, and its text. */
interface MailParts {
	readonly to: { readonly name: string; readonly address: string };
	readonly subject: string;
	readonly text: string;
}

/** The mail without control characters in what becomes a header: a name can add no line, and so no header. */
export function plainMail({ to, subject, text }: MailParts): MailParts {
	return { to: { name: oneLine(to.name), address: oneLine(to.address) }, subject: oneLine(subject), text };
}

function oneLine(text: string): string {
	return text.replace(/\p{Cc}+/gu, " ").trim();
}
