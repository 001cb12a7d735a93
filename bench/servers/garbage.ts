/**
 * Loaded into every measured process before its program (`--import`): at SIGUSR2 all garbage is collected, so that
 * memory is compared and not the moment of the last collection. Needs `--expose-gc`.
 */
type Collect = (options: { type: "major"; execution: "sync"; flavor: "last-resort" }) => void;

process.on("SIGUSR2", () => {
	const { gc } = globalThis as unknown as { gc: Collect };
	for (let round = 0; round < 2; round += 1) gc({ type: "major", execution: "sync", flavor: "last-resort" });
});
