import { useMutation, useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import { memberClient, startAfresh } from "../../apollo/index.ts";
import { Answer, useRefusalText } from "../../app/index.ts";
import { DemoPersonsDocument, SignInAsDemoPersonDocument } from "../../gql/graphql.ts";
import { EmptyState, Section, TextField, useNews } from "../../ui/index.ts";
import css from "../People.module.css";
import { DemoPersonCity } from "./DemoPersonCity.tsx";
import { type DemoPerson, demoPersonGroups } from "./demoPersonGroups.ts";
import { destination } from "./destination.ts";

/** The demonstration's people, by what they run and by city; one click signs in as one of them. */
export function DemoPersonList() {
	const { t } = useTranslation("people");
	const persons = useQuery(DemoPersonsDocument, { client: memberClient });
	return (
		<Section title={t("demo.title")} isRuled>
			<p>{t("demo.lead")}</p>
			<Answer result={persons} of={(data) => data.demoPersons} isInline>
				{(everybody) => <FilteredPersons everybody={everybody} />}
			</Answer>
		</Section>
	);
}

function FilteredPersons({ everybody }: { everybody: readonly DemoPerson[] }) {
	const { t } = useTranslation(["people", "app"]);
	const [typed, setTyped] = useState("");
	const { signInAs, pendingId } = useSignInAs();
	const groups = demoPersonGroups(everybody, typed, (role) => t(`app:role.${role}`));
	return (
		<>
			<TextField
				label={t("demo.filter")}
				hint={t("demo.filterHint")}
				type="search"
				inputMode="search"
				value={typed}
				onChange={setTyped}
			/>
			{groups.length === 0 && (
				<EmptyState says={everybody.length === 0 ? t("demo.nobody") : t("demo.noneFound", { typed })} />
			)}
			<div className={css.groups}>
				{groups.map((group) => (
					<DemoPersonCity
						key={group.city ?? "runners"}
						group={group}
						onChoose={signInAs}
						pendingId={pendingId}
						isWhole={typed.trim() !== ""}
					/>
				))}
			</div>
		</>
	);
}

function useSignInAs() {
	const { t } = useTranslation("people");
	const say = useNews();
	const navigate = useNavigate();
	const [search] = useSearchParams();
	const refusalText = useRefusalText();
	const [pendingId, setPendingId] = useState<string | null>(null);
	const [send] = useMutation(SignInAsDemoPersonDocument);
	const enter = async (personId: string) => {
		const { data } = await send({ variables: { personId } });
		const refusal = refusalText(data?.signInAsDemoPerson.refusal);
		if (refusal) return say({ text: refusal, isLasting: true });
		await startAfresh();
		await navigate(destination(search), { replace: true });
	};
	const signInAs = (personId: string) => {
		setPendingId(personId);
		enter(personId)
			.catch(() => say({ text: t("demo.failed"), isLasting: true }))
			.finally(() => setPendingId(null));
	};
	return { signInAs, pendingId };
}
