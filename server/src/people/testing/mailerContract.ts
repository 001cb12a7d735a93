import { expect, test } from "vitest";
import type { Mail, Mailer } from "../ports.ts";

/** A mailer under test, and everything that it has handed on so far, as one text. */
export interface MailerExam {
	readonly mailer: Mailer;
	readonly handedOn: () => string;
}

const mail: Mail = {
	to: { name: "Ana, Invented", address: "ana@example.eu" },
	subject: "A subject with ç",
	text: "Two lines\n\nhttps://crossroads.example.eu/sign-in/confirm#token\n",
};

/** What every Mailer promises. */
export function mailerContract(begin: () => Promise<MailerExam>): void {
	test("has handed on address, subject and link when it resolves", async () => {
		const { mailer, handedOn } = await begin();
		await mailer.send(mail);
		expect(handedOn()).toContain("ana@example.eu");
		expect(handedOn()).toContain("https://crossroads.example.eu/sign-in/confirm#token");
	});

	test("sends several mails at the same time, each once", async () => {
		const { mailer, handedOn } = await begin();
		const numbers = Array.from({ length: 8 }, (_, index) => `number-${index}-of-8`);
		await Promise.all(numbers.map((text) => mailer.send({ ...mail, text })));
		expect(numbers.map((text) => handedOn().split(text).length - 1)).toEqual(numbers.map(() => 1));
	});

	test("makes no header and no address of a name or subject with line breaks", async () => {
		const { mailer, handedOn } = await begin();
		await mailer.send({
			to: { name: "Ana\r\nBcc: thief@example.eu", address: "ana@example.eu" },
			subject: "Hello\r\nBcc: thief@example.eu",
			text: "text",
		});
		expect(handedOn()).not.toMatch(/^Bcc:/im);
		expect(handedOn()).not.toMatch(/RCPT TO:<thief/i);
	});
}
