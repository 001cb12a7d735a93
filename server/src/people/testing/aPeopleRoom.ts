import { randomUUID } from "node:crypto";
import type { Database } from "../../database/index.ts";
import { createPeopleRoom, type Mail, type Mailer, type PeopleDeps } from "../index.ts";

/** Writes a person; gives the id. */
export async function aPerson(
	database: Database,
	wish: { name?: string; email?: string | null; isDemonstration?: boolean; language?: string } = {},
): Promise<string> {
	const { name = "Ana Invented", email = `${randomUUID()}@example.eu`, isDemonstration = false } = wish;
	const [row] = await database.query<{ id: string }>(
		"insert into person (name, email, language, is_demonstration) values ($1, $2, $3, $4) returning id",
		[name, email, wish.language ?? "en", isDemonstration],
	);
	if (!row) throw new Error("an insert gave no row");
	return row.id;
}

/** A mailer that keeps what it was given. */
function recordingMailer(): Mailer & { readonly mails: Mail[] } {
	const mails: Mail[] = [];
	return {
		mails,
		sendsMail: true,
		async send(mail) {
			mails.push(mail);
		},
	};
}

/** A people room with a clock that stands still until it is moved, and everything it does recorded. */
export function aPeopleRoom(database: Database, wish: Partial<PeopleDeps> = {}) {
	const mailer = recordingMailer();
	const time = { now: new Date("2026-11-23T10:00:00Z") };
	const changed: string[] = [];
	const faults: unknown[] = [];
	const room = createPeopleRoom({
		database,
		mailer,
		clock: () => time.now,
		publicAddress: () => "https://crossroads.example.eu",
		isDemonstration: true,
		viewerChanged: (personId) => changed.push(personId),
		onFault: (_, fault) => faults.push(fault),
		...wish,
	});
	return {
		room,
		mails: mailer.mails,
		changed,
		faults,
		pass(ms: number) {
			time.now = new Date(time.now.getTime() + ms);
		},
	};
}

/** The token in the address of a mail. */
export function tokenIn({ text }: Mail): string {
	return /\/sign-in\/confirm#(\S+)/.exec(text)?.[1] ?? "";
}
