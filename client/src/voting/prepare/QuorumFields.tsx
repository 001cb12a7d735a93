import type { Fraction } from "@crossroads/shared";
import { useTranslation } from "react-i18next";
import { Checkbox, Select } from "../../ui/index.ts";
import type { DraftFieldsProps } from "./draftFieldsProps.ts";
import css from "./Prepare.module.css";

const SHARES = ["0/1", "1/3", "1/2", "2/3", "3/4", "1/1"] as const;
type Share = (typeof SHARES)[number];

/** How many delegates, and cities, must be there: at opening, and at closing again. */
export function QuorumFields({ draft, onChange }: DraftFieldsProps) {
	const { t } = useTranslation("voting");
	const { rule } = draft;
	const change = (part: Partial<typeof rule>) => onChange({ ...draft, rule: { ...rule, ...part } });
	const hasQuorum = rule.quorum.numerator > 0 || rule.quorumOfCities.numerator > 0;
	const options = (kind: "delegates" | "cities") =>
		SHARES.map((value) => ({
			value,
			label: value === "0/1" ? t("prepare.noQuorum") : t(`prepare.share.${kind}`, { share: value }),
		}));
	return (
		<div className={css.group}>
			<Select
				label={t("prepare.quorum")}
				value={textOf(rule.quorum)}
				onChange={(share) => change({ quorum: fractionOf(share) })}
				options={options("delegates")}
			/>
			<Select
				label={t("prepare.quorumOfCities")}
				value={textOf(rule.quorumOfCities)}
				onChange={(share) => change({ quorumOfCities: fractionOf(share) })}
				options={options("cities")}
			/>
			<Checkbox
				isSelected={rule.holdsQuorumAtClosing}
				onChange={(holdsQuorumAtClosing) => change({ holdsQuorumAtClosing })}
				isDisabled={!hasQuorum}
			>
				{t("prepare.atClosing")}
			</Checkbox>
		</div>
	);
}

function textOf({ numerator, denominator }: Fraction): Share {
	return SHARES.find((share) => share === `${numerator}/${denominator}`) ?? "0/1";
}

function fractionOf(share: Share): Fraction {
	const [numerator = 0, denominator = 1] = share.split("/").map(Number);
	return { numerator, denominator };
}
