import { unframed } from "@crossroads/shared";
import { fromBase64 } from "./base64.ts";

/** Whether this browser can inflate what `inflated` takes: all can since 2023. */
export function canInflate(): boolean {
	try {
		return new DecompressionStream("deflate-raw") !== null;
	} catch {
		return false;
	}
}

/** The updates that the server sent together, deflated. Rejects on anything else. */
export async function inflated(deflated: string): Promise<Uint8Array[]> {
	const bytes = new Blob([fromBase64(deflated) as Uint8Array<ArrayBuffer>]).stream();
	const whole = bytes.pipeThrough(new DecompressionStream("deflate-raw"));
	return unframed(new Uint8Array(await new Response(whole).arrayBuffer()));
}
