import { plainMail } from "../domain/plainMail.ts";
import type { Mailer } from "../ports.ts";

/** Prints mails on the server's console: for trying out, where no SMTP server is set. */
export function consoleMailer(print: (text: string) => void = printOnConsole): Mailer {
	return {
		sendsMail: false,
		async send(mail) {
			const { to, subject, text } = plainMail(mail);
			print(`\n--- mail to ${to.name} <${to.address}>: ${subject}\n\n${text}---`);
		},
	};
}

function printOnConsole(text: string): void {
	process.stdout.write(`${text}\n`);
}
