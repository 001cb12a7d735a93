import { afterEach, describe, expect, test } from "vitest";
import { mailerContract } from "../testing/mailerContract.ts";
import { type SmtpListener, startSmtpListener } from "../testing/smtpListener.ts";
import { consoleMailer } from "./consoleMailer.ts";
import { createMailer } from "./createMailer.ts";
import { smtpMailer } from "./smtpMailer.ts";

const from = "Crossroads <crossroads@example.eu>";

describe("the console as mailer", () => {
	mailerContract(async () => {
		let printed = "";
		const mailer = consoleMailer((text) => {
			printed += text;
		});
		return { mailer, handedOn: () => printed };
	});
});

describe("SMTP as mailer", () => {
	const listeners: SmtpListener[] = [];

	async function listen(options?: { refuses: boolean }) {
		const listener = await startSmtpListener(options);
		listeners.push(listener);
		return listener;
	}

	afterEach(async () => {
		for (const listener of listeners.splice(0)) await listener.close();
	});

	mailerContract(async () => {
		const { url, heard } = await listen();
		return { mailer: smtpMailer(url, from), handedOn: heard };
	});

	test("makes one address of a name with a comma", async () => {
		const { url, heard } = await listen();
		await smtpMailer(url, from).send({
			to: { name: "Ana, B", address: "ana@example.eu" },
			subject: "s",
			text: "t",
		});
		expect(heard().match(/^RCPT TO:.*$/gm)).toEqual(["RCPT TO:<ana@example.eu>"]);
		expect(heard()).toContain("MAIL FROM:<crossroads@example.eu>");
	});

	test("threats row 54: sends plain text alone, so that markup in it is nothing but characters", async () => {
		const { url, heard } = await listen();
		const text = '<img src=x onerror="alert(1)">';
		await smtpMailer(url, from).send({
			to: { name: "Ana", address: "ana@example.eu" },
			subject: "s",
			text,
		});
		expect(heard().match(/^Content-Type:.*$/gim)).toEqual(["Content-Type: text/plain; charset=utf-8"]);
		expect(heard()).toContain(text);
	});

	test("rejects when the server refuses the mail, and when there is no server", async () => {
		const mail = { to: { name: "Ana", address: "ana@example.eu" }, subject: "s", text: "t" };
		const { url } = await listen({ refuses: true });
		await expect(smtpMailer(url, from).send(mail)).rejects.toThrow("550");
		await expect(smtpMailer("smtp://127.0.0.1:1", from).send(mail)).rejects.toThrow("ECONNREFUSED");
	});
});

test("the settings decide which mailer there is", () => {
	expect(createMailer({ smtpUrl: null, from }).sendsMail).toBe(false);
	expect(createMailer({ smtpUrl: "smtp://127.0.0.1:1", from }).sendsMail).toBe(true);
});
