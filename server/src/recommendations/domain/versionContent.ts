import { canonicalJson, type DraftDocument } from "@crossroads/shared";

/** What a version says, and all that its hash is taken of. */
export interface VersionContent {
	readonly language: string;
	readonly title: string;
	readonly document: DraftDocument;
}

/**
 * The text whose UTF-8 bytes are hashed (SHA-256, lower-case hex) to freeze a version [R2]: canonical JSON of
 * language, title and document, whatever else `content` carries. Anybody can recompute it from what is published.
 */
export function versionContent({ language, title, document }: VersionContent): string {
	return canonicalJson({ language, title, document });
}
