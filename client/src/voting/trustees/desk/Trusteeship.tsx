import { useTranslation } from "react-i18next";
import { Badge, Heading } from "../../../ui/index.ts";
import { Fingerprint } from "../../secrecy/Fingerprint.tsx";
import { SecrecyBanner } from "../../secrecy/SecrecyBanner.tsx";
import css from "./Desk.module.css";
import { Opener } from "./Opener.tsx";
import type { TrusteePoll } from "./pollOfTrustee.ts";
import { ReleaseShare } from "./ReleaseShare.tsx";
import { SecondLookAction } from "./SecondLookAction.tsx";
import { useKeyText } from "./useKeyText.ts";
import type { OwnKey } from "./useOwnKey.ts";

interface Props {
	poll: TrusteePoll;
	own: OwnKey;
	viewerId: string;
}

/** One secret poll of which the viewer is a trustee: where it stands, who has released, and what there is to do. */
export function Trusteeship({ poll, own, viewerId }: Props) {
	const { t } = useTranslation("voting");
	const { box, question } = poll;
	return (
		<li className={css.poll}>
			<p className={css.facts}>
				<Badge tone={poll.state === "CLOSED" && !box.isOpened ? "accent" : "plain"}>
					{t(`trustee.state.${stageOf(poll)}`)}
				</Badge>
			</p>
			<Heading level={3}>{question}</Heading>
			<SecrecyBanner poll={poll} showsKey />
			<TrusteeList poll={poll} viewerId={viewerId} />
			<Action poll={poll} own={own} viewerId={viewerId} />
		</li>
	);
}

function stageOf({ state, box }: TrusteePoll): "waiting" | "running" | "toOpen" | "opened" {
	if (box.isOpened) return "opened";
	if (state === "PREPARED") return "waiting";
	return state === "OPEN" ? "running" : "toOpen";
}

function TrusteeList({ poll: { box }, viewerId }: Pick<Props, "poll" | "viewerId">) {
	const { t } = useTranslation("voting");
	return (
		<ul className={css.trustees} aria-label={t("trustee.trustees")}>
			{box.trustees.map(({ personId, name, publicKey, hasReleased }) => (
				<li key={personId}>
					<span className={css.trusteeName}>
						{name} {personId === viewerId && t("trustee.you")}
					</span>
					<Fingerprint publicKey={publicKey} />
					<span>{t(hasReleased ? "trustee.released" : "trustee.notReleased")}</span>
				</li>
			))}
		</ul>
	);
}

function Action({ poll, own, viewerId }: Props) {
	const { t } = useTranslation("voting");
	const held = useHeldKey(poll, own, viewerId);
	const { box, state } = poll;
	if (box.isOpened) return <SecondLookAction poll={poll} held={held} viewerId={viewerId} />;
	if (state !== "CLOSED") return <p className={css.words}>{t("trustee.nothingYet")}</p>;
	if (held === undefined) return null;
	if (held === null) return <p className={css.words}>{t("trustee.keyNeeded")}</p>;
	if (box.opener?.personId === viewerId && box.ownShare?.openerId === viewerId)
		return <Opener poll={poll} held={held} />;
	return <ReleaseShare poll={poll} held={held} viewerId={viewerId} />;
}

/** The key that the viewer's share is sealed for; null: another one lies in this browser, or none; undefined: not known yet. */
function useHeldKey({ box }: TrusteePoll, own: OwnKey, viewerId: string) {
	const text = useKeyText(own.key);
	if (own.key === undefined) return undefined;
	if (own.key === null) return null;
	if (text === null) return undefined;
	const ours = box.trustees.find(({ personId }) => personId === viewerId)?.publicKey;
	return text === ours ? own.key : null;
}
