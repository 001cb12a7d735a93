import { useMutation } from "@apollo/client/react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { RequestSignInLinkDocument } from "../../gql/graphql.ts";
import { Button, ErrorNotice, Notice, Section, TextField } from "../../ui/index.ts";
import css from "../People.module.css";

const LOOKS_LIKE_ADDRESS = /^[^\s@]+@[^\s@]+$/;

/** Asks for an e-mail address and has a link sent there. Says the same whether the address is known or not. */
export function SignInLinkForm({ sendsMail }: { sendsMail: boolean }) {
	const { t } = useTranslation("people");
	const [email, setEmail] = useState("");
	const [isWrong, setIsWrong] = useState(false);
	const [request, { loading, data, error }] = useMutation(RequestSignInLinkDocument);
	const submit = (event: FormEvent) => {
		event.preventDefault();
		const isRight = LOOKS_LIKE_ADDRESS.test(email.trim());
		setIsWrong(!isRight);
		if (isRight) request({ variables: { email: email.trim() } }).catch(() => {});
	};
	return (
		<Section title={t("signIn.byLink")}>
			<form className={css.form} onSubmit={submit} noValidate>
				<TextField
					label={t("signIn.email")}
					hint={t("signIn.emailHint")}
					type="email"
					name="email"
					autoComplete="email"
					value={email}
					onChange={setEmail}
					error={isWrong ? t("signIn.emailWrong") : null}
				/>
				<Button type="submit" variant="primary" isPending={loading} pendingLabel={t("signIn.sending")}>
					{t("signIn.send")}
				</Button>
				{data && (
					<Notice tone="good" isNews>
						<p>{t("signIn.sent")}</p>
						{!sendsMail && <p>{t("signIn.onConsole")}</p>}
					</Notice>
				)}
				{error && (
					<ErrorNotice
						happened={t("signIn.failed.happened")}
						safe={t("signIn.failed.safe")}
						next={t("signIn.failed.next")}
					/>
				)}
			</form>
		</Section>
	);
}
