import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { BallotVault } from "./BallotVault.ts";

const vault = new BallotVault(randomBytes(32));
const content = randomBytes(256);

test("[V42] what is locked opens again for its own purpose, with the same key", () => {
	expect(vault.unlock("box 1", vault.lock("box 1", content))).toEqual(content);
	expect(vault.unlock("box 1", vault.lock("box 1", Buffer.alloc(0)))).toEqual(Buffer.alloc(0));
});

test("[V42] it opens for no other purpose, with no other key, and not once changed", () => {
	const locked = vault.lock("box 1", content);
	expect(() => vault.unlock("box 2", locked)).toThrow();
	expect(() => new BallotVault(randomBytes(32)).unlock("box 1", locked)).toThrow();
	for (const place of [0, 12, 100, locked.length - 1]) {
		const changed = Buffer.from(locked);
		changed[place] = (changed[place] as number) ^ 1;
		expect(() => vault.unlock("box 1", changed)).toThrow();
	}
	expect(() => vault.unlock("box 1", locked.subarray(0, 20))).toThrow();
});

test("[V42] the same content twice has nothing in common but its length", () => {
	const [one, other] = [vault.lock("box 1", content), vault.lock("box 1", content)];
	expect(one).toHaveLength(content.length + 28);
	const same = one.filter((byte, place) => byte === other[place]).length;
	// Of 284 bytes one is the same by chance; twenty, never.
	expect(same).toBeLessThan(20);
});
