const words = {
	en: {
		subject: (digits: string) => `${digits} – your digits for joining`,
		hello: (name: string) => `Hello ${name},`,
		body: (event: string) => `these four digits let you join “${event}”. They work once, within 15 minutes:`,
		otherwise: "If you did not ask for them, do nothing: without them nobody gets in.",
	},
	fr: {
		subject: (digits: string) => `${digits} – vos chiffres pour participer`,
		hello: (name: string) => `Bonjour ${name},`,
		body: (event: string) =>
			`ces quatre chiffres vous font entrer dans « ${event} ». Ils fonctionnent une seule fois, pendant 15 minutes :`,
		otherwise: "Si vous ne les avez pas demandés, ne faites rien : sans eux, personne n’entre.",
	},
};

/** The mail with the four digits for joining, in the person's language where we have it, else in English. */
export function joinMail(
	to: { readonly name: string; readonly address: string },
	language: string,
	eventTitle: string,
	fourDigits: string,
) {
	const { subject, hello, body, otherwise } = words[language === "fr" ? "fr" : "en"];
	const text = [hello(to.name), body(eventTitle), fourDigits, otherwise, ""].join("\n\n");
	return { to, subject: subject(fourDigits), text };
}
