import { VisuallyHidden } from "../../ui/index.ts";

/** The page's one polite live region: says `text` once whenever it changes, and nothing at arrival. */
export function Announcer({ text }: { text: string }) {
	return (
		<VisuallyHidden>
			<span role="status">{text}</span>
		</VisuallyHidden>
	);
}
