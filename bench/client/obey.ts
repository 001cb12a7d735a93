/** Does what `startCommanded` on the other end of the channel asks for, one command after the other; ends with it. */
export function obey(commands: object): void {
	process.on("message", async ({ name, args }: { name: string; args: unknown[] }) => {
		try {
			const command = (commands as Record<string, (...given: unknown[]) => unknown>)[name];
			if (!command) throw new Error("there is no such command");
			process.send?.({ value: await command(...args) });
		} catch (fault) {
			process.send?.({ fault: String(fault) });
		}
	});
	process.on("disconnect", () => process.exit(0));
}
