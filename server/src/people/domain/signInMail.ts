/** What a mail says, as plain text. */
export interface MailText {
	readonly subject: string;
	readonly text: string;
}

const words = {
	en: {
		subject: "Your sign-in link for Crossroads",
		hello: (name: string) => `Hello ${name},`,
		body: "this link signs you in to Crossroads. It works once, within 15 minutes:",
		otherwise: "If you did not ask for it, do nothing: without the link nobody gets in.",
	},
	fr: {
		subject: "Votre lien de connexion à Crossroads",
		hello: (name: string) => `Bonjour ${name},`,
		body: "ce lien vous connecte à Crossroads. Il fonctionne une seule fois, pendant 15 minutes :",
		otherwise: "Si vous ne l’avez pas demandé, ne faites rien : sans ce lien, personne n’entre.",
	},
};

/** The mail with a sign-in link, in the person's language where we have it, else in English. */
export function signInMail(person: { name: string; language: string }, link: string): MailText {
	const { subject, hello, body, otherwise } = words[person.language === "fr" ? "fr" : "en"];
	return { subject, text: [hello(person.name), body, link, otherwise, ""].join("\n\n") };
}
