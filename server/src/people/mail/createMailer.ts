import type { Mailer } from "../ports.ts";
import { consoleMailer } from "./consoleMailer.ts";
import { smtpMailer } from "./smtpMailer.ts";

/** The SMTP server as `smtp://user:password@host:port` or `smtps://…`, null for the console; and who writes. */
export interface MailSettings {
	readonly smtpUrl: string | null;
	readonly from: string;
}

/** The mailer that the settings ask for. */
export function createMailer({ smtpUrl, from }: MailSettings): Mailer {
	return smtpUrl ? smtpMailer(smtpUrl, from) : consoleMailer();
}
