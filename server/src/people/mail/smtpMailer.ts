import { createTransport } from "nodemailer";
import { plainMail } from "../domain/plainMail.ts";
import type { Mailer } from "../ports.ts";

/** Sends mails through an SMTP server, a few connections at a time. Waits at most 10 s for each step of it. */
export function smtpMailer(smtpUrl: string, from: string): Mailer {
	const transport = createTransport({
		url: smtpUrl,
		pool: true,
		maxConnections: 3,
		connectionTimeout: 10_000,
		greetingTimeout: 10_000,
		socketTimeout: 10_000,
		disableFileAccess: true,
		disableUrlAccess: true,
	});
	return {
		sendsMail: true,
		async send(mail) {
			// As an object, so that a comma in a name does not become a second address.
			const { to, subject, text } = plainMail(mail);
			await transport.sendMail({ from, to, subject, text });
		},
	};
}
