import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Formats, useFormats } from "../app/index.ts";
import { VisuallyHidden } from "../ui/index.ts";
import css from "./Draft.module.css";
import type { Keeping } from "./provider/DraftLink.ts";
import type { SaveState } from "./provider/SaveState.ts";

/** Is it safe, and is it the text of now? In a word and a shape. A screen reader hears when it ceases to be safe, and when it is so again. */
export function SaveIndicator({ save, isOffline }: { save: SaveState; isOffline: boolean }) {
	const { t } = useTranslation("drafting");
	const formats = useFormats();
	const time = save.kind === "unsent" ? sinceWhen(save.since, formats) : "";
	const words = t(isOffline && save.kind === "saved" ? "save.savedOffline" : `save.${save.kind}`, { time });
	const isOnlyHere = save.kind === "unsent" && save.keeping === "lost";
	return (
		<span className={css.save} data-kind={save.kind}>
			<svg
				viewBox="0 0 16 16"
				width="16"
				height="16"
				aria-hidden="true"
				fill="none"
				stroke="currentColor"
				strokeWidth="2"
			>
				{save.kind === "saved" && <path d="M3 8.5 6.5 12 13 4.5" />}
				{(save.kind === "saving" || save.kind === "opening") && (
					<circle cx="8" cy="8" r="5" strokeDasharray="5 3" />
				)}
				{(save.kind === "unsent" || save.kind === "refused") && (
					<path d="M8 2.5v7M8 12.5v1" strokeWidth="2.6" />
				)}
			</svg>
			<span className={css.words}>
				<span>{words}</span>
				{save.kind === "unsent" && <Kept keeping={save.keeping} />}
			</span>
			<VisuallyHidden>
				<span role="status">
					{useWorthSaying(save, isOnlyHere ? `${words} ${t("save.onlyHere")}` : words)}
				</span>
			</VisuallyHidden>
		</span>
	);
}

/** How long the device has to have everything before it is said, in milliseconds: it comes and goes with every key. */
const calm = 300;

/** Whether what is not sent is on the device at least. Never said too early; its place stays while it is not so. */
function Kept({ keeping }: { keeping: Keeping }) {
	const { t } = useTranslation("drafting");
	const [isCalm, setCalm] = useState(false);
	useEffect(() => {
		if (keeping !== "kept") return;
		const timer = setTimeout(() => setCalm(true), calm);
		return () => {
			clearTimeout(timer);
			setCalm(false);
		};
	}, [keeping]);
	if (keeping === "lost") return <span className={css.onlyHere}>{t("save.onlyHere")}</span>;
	const isSaid = keeping === "kept" && isCalm;
	return (
		<span className={css.kept} data-said={isSaid || undefined}>
			{t("save.kept")}
		</span>
	);
}

/** Nothing while all goes well: nobody wants to hear "saving, saved" at every key. */
function useWorthSaying(save: SaveState, words: string): string {
	const [said, setSaid] = useState("");
	const wasInDanger = useRef(false);
	const isInDanger = save.kind === "unsent" || save.kind === "refused";
	useEffect(() => {
		if (isInDanger || (wasInDanger.current && save.kind === "saved")) {
			setSaid(words);
			wasInDanger.current = isInDanger;
		}
	}, [isInDanger, save.kind, words]);
	return said;
}

/** The time alone says enough only of today. */
function sinceWhen(since: Date, formats: Formats): string {
	return since.toDateString() === new Date().toDateString() ? formats.time(since) : formats.dateTime(since);
}
