import { createServer, type Socket } from "node:net";

/** A small SMTP server that takes everything and writes down what it was told. */
export interface SmtpListener {
	readonly url: string;
	/** Everything that clients said, quoted-printable undone. */
	readonly heard: () => string;
	close(): Promise<void>;
}

/** Listens on a free port of 127.0.0.1. With `refuses`, no recipient is good enough. */
export async function startSmtpListener({ refuses = false } = {}): Promise<SmtpListener> {
	let heard = "";
	const sockets = new Set<Socket>();
	const server = createServer((socket) => {
		sockets.add(socket);
		converse(socket, refuses, (line) => {
			heard += `${line}\r\n`;
		});
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	const port = typeof address === "object" && address ? address.port : 0;
	return {
		url: `smtp://127.0.0.1:${port}`,
		heard: () =>
			heard
				.replace(/=\r\n/g, "")
				.replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16))),
		close() {
			for (const socket of sockets) socket.destroy();
			return new Promise((resolve) => server.close(() => resolve()));
		},
	};
}

function converse(socket: Socket, refuses: boolean, hear: (line: string) => void): void {
	let rest = "";
	let isData = false;
	const take = (line: string) => {
		hear(line);
		const reply = isData ? replyToData(line) : replyTo(line, refuses);
		isData = isData ? line !== "." : line === "DATA";
		socket.write(reply);
	};
	socket.on("error", () => undefined);
	socket.write("220 listener ESMTP\r\n");
	socket.setEncoding("utf8").on("data", (chunk: string) => {
		const lines = (rest + chunk).split("\r\n");
		rest = lines.pop() ?? "";
		for (const line of lines) take(line);
	});
}

function replyToData(line: string): string {
	return line === "." ? "250 taken\r\n" : "";
}

function replyTo(line: string, refuses: boolean): string {
	if (line === "DATA") return "354 go on\r\n";
	if (line === "QUIT") return "221 bye\r\n";
	return refuses && line.startsWith("RCPT") ? "550 nobody here\r\n" : "250 ok\r\n";
}
