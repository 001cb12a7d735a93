import type { GraphLine } from "../house/GraphLine.ts";

const OPEN_DRAFT =
	"mutation OpenDraft($draftId: ID!) { openDraft(draftId: $draftId) { clientId refusal { code } } }";

/** The Yjs client id under which a tab may write in a draft from now on: the server gives it. */
export async function clientIdFor(line: GraphLine, draftId: string): Promise<number> {
	const { openDraft } = await line.request<{
		openDraft: { clientId: number | null; refusal: { code: string } | null };
	}>(OPEN_DRAFT, { draftId });
	if (openDraft.clientId === null) throw new Error(`no client id: ${openDraft.refusal?.code}`);
	return openDraft.clientId >>> 0;
}
