import { useTranslation } from "react-i18next";
import { joinClasses } from "../../ui/index.ts";
import { Fingerprint } from "./Fingerprint.tsx";
import css from "./Secrecy.module.css";
import { type KeptSecret, secrecyInShort, secrecyInWords } from "./secrecyInWords.ts";

interface Props {
	poll: KeptSecret & { box: { publicKey: string } | null };
	/** On a voter's or trustee's own screen: shows the key that ballots are sealed for, to be compared aloud [T7]. */
	showsKey?: boolean;
	/** On the wall: a few words, and a sentence only where less is kept secret than one would think. */
	isShort?: boolean;
	className?: string;
}

/** How secret the ballots of a poll are: a closed lock where nobody can look, an open one where the operator could. Nothing for polls by name. */
export function SecrecyBanner({ poll, showsKey, isShort, className }: Props) {
	const { t } = useTranslation("voting");
	if (poll.secrecy === "NAMED") return null;
	const isSealed = poll.box?.holder === "TRUSTEES";
	return (
		<div className={joinClasses(css.banner, isSealed ? css.sealed : css.operator, className)}>
			<Lock isClosed={isSealed} />
			<div>
				<p>{isShort ? secrecyInShort(t, poll) : secrecyInWords(t, poll)}</p>
				{showsKey && isSealed && poll.box && (
					<p className={css.key}>
						{t("secrecy.key")} <Fingerprint publicKey={poll.box.publicKey} />
					</p>
				)}
			</div>
		</div>
	);
}

/** Decoration: the words say it too. */
function Lock({ isClosed }: { isClosed: boolean }) {
	return (
		<svg viewBox="0 0 24 24" className={css.lock} aria-hidden="true">
			<rect x="4" y="10.5" width="16" height="11" rx="2" fill="currentColor" />
			<path
				d={isClosed ? "M7.5 10.5V8a4.5 4.5 0 0 1 9 0v2.5" : "M7.5 10.5V7a4.5 4.5 0 0 1 8.6-1.8"}
				fill="none"
				stroke="currentColor"
				strokeWidth="2.4"
			/>
		</svg>
	);
}
