import { useQuery } from "@apollo/client/react";
import { refusalOfTrustees } from "@crossroads/shared";
import { useTranslation } from "react-i18next";
import { TrusteeCandidatesDocument, type TrusteeCandidatesQuery } from "../../gql/graphql.ts";
import { CheckCards, Loading, Notice, RadioCards, Stepper } from "../../ui/index.ts";
import { Fingerprint } from "./Fingerprint.tsx";
import css from "./Secrecy.module.css";
import { type SecrecyWish, withTrustees } from "./SecrecyWish.ts";

interface Props {
	sessionId: string;
	value: SecrecyWish;
	onChange(wish: SecrecyWish): void;
	/** Says what is missing: once somebody has tried to go on without it. */
	showsProblems: boolean;
}

const KINDS = ["NAMED", "TRUSTEES", "SERVER"] as const;

/** By name; secret with trustees, chosen here; or secret from participants only. Each says what it keeps from whom. */
export function SecrecyChoice({ sessionId, value, onChange, showsProblems }: Props) {
	const { t } = useTranslation("voting");
	return (
		<div className={css.choice}>
			<RadioCards
				label={t("secrecy.question")}
				value={value.kind}
				onChange={(kind) => onChange(kind === "TRUSTEES" ? withTrustees([], 2) : { kind })}
				cards={KINDS.map((kind) => ({
					value: kind,
					label: t(`secrecy.choice.${kind}`),
					hint: t(`secrecy.choiceMeans.${kind}`),
				}))}
			/>
			{value.kind === "TRUSTEES" && (
				<TrusteeChoice
					sessionId={sessionId}
					value={value}
					onChange={onChange}
					showsProblems={showsProblems}
				/>
			)}
		</div>
	);
}

interface TrusteeChoiceProps extends Props {
	value: Extract<SecrecyWish, { kind: "TRUSTEES" }>;
}

/** Who holds the key. News about candidates does not touch what was chosen. */
function TrusteeChoice({ sessionId, value, onChange, showsProblems }: TrusteeChoiceProps) {
	const { t } = useTranslation("voting");
	const { data } = useQuery(TrusteeCandidatesDocument, {
		variables: { sessionId },
		fetchPolicy: "cache-and-network",
		pollInterval: 5_000,
	});
	const candidates = data?.trusteeCandidates;
	if (!candidates) return <Loading label={t("secrecy.findingTrustees")} lines={2} />;
	if (candidates.length < 2) return <Notice tone="warn">{t("secrecy.tooFewCandidates")}</Notice>;
	const { trustees, needed } = value;
	const take = (ids: readonly string[]) => onChange(withTrustees(chosen(candidates, value, ids), needed));
	return (
		<>
			<CheckCards
				label={t("secrecy.trustees")}
				hint={t("secrecy.compare")}
				values={trustees.map(({ personId }) => personId)}
				onChange={take}
				cards={candidates.map(({ personId, name }) => ({ value: personId, label: name }))}
			/>
			{trustees.length > 0 && (
				<ul className={css.fingerprints} aria-label={t("secrecy.fingerprints")}>
					{trustees.map(({ personId, publicKey, name }) => (
						<li key={personId}>
							{name} <Fingerprint publicKey={publicKey} />
						</li>
					))}
				</ul>
			)}
			{trustees.length >= 2 && (
				<Stepper
					label={t("secrecy.needed", { of: trustees.length })}
					value={needed}
					onChange={(many) => onChange(withTrustees(trustees, many))}
					least={2}
					most={trustees.length}
					lessLabel={t("secrecy.fewer")}
					moreLabel={t("secrecy.more")}
				/>
			)}
			<p role="alert" className={css.problem}>
				{showsProblems && refusalOfTrustees(trustees, needed) !== null && t("secrecy.chooseTwo")}
			</p>
		</>
	);
}

type Candidates = TrusteeCandidatesQuery["trusteeCandidates"];

/** Those chosen, with the key that was shown when they were: a key put in its place later is not taken unseen. */
function chosen(candidates: Candidates, { trustees }: TrusteeChoiceProps["value"], ids: readonly string[]) {
	return ids.flatMap((id) => {
		const known =
			trustees.find(({ personId }) => personId === id) ?? candidates.find(({ personId }) => personId === id);
		return known ? [{ personId: id, name: known.name, publicKey: known.publicKey }] : [];
	});
}
