import { isJoinCode, normalizeJoinCode } from "@crossroads/shared";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { Button, TextField } from "../../ui/index.ts";
import css from "./Join.module.css";

/** Asks for the code on the wall; case, spaces and hyphens do not matter. */
export function CodeStep({ first = "" }: { first?: string }) {
	const { t } = useTranslation("session");
	const navigate = useNavigate();
	const [typed, setTyped] = useState(first);
	const [isWrong, setIsWrong] = useState(false);
	const submit = (event: FormEvent) => {
		event.preventDefault();
		const code = normalizeJoinCode(typed);
		setIsWrong(!isJoinCode(code));
		if (isJoinCode(code)) void navigate(`/join/${code}`);
	};
	return (
		<form onSubmit={submit} className={css.form} noValidate>
			<TextField
				label={t("join.code")}
				hint={t("join.codeHint")}
				value={typed}
				onChange={setTyped}
				error={isWrong ? t("join.codeWrong") : null}
				autoComplete="off"
				maxLength={20}
				className={css.code}
			/>
			<Button type="submit" variant="primary" size="large" isWide>
				{t("join.goOn")}
			</Button>
		</form>
	);
}
