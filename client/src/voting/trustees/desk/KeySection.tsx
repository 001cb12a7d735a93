import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SetTrusteeKeyDocument } from "../../../gql/graphql.ts";
import { Button, ConfirmDialog, Loading, Notice, Section } from "../../../ui/index.ts";
import { loadSodium } from "../../sealing/loadSodium.ts";
import { Fingerprint } from "../../secrecy/Fingerprint.tsx";
import type { TrusteeKey } from "../TrusteeKey.ts";
import css from "./Desk.module.css";
import { KeyFileField } from "./KeyFileField.tsx";
import { saveKeyFile } from "./saveKeyFile.ts";
import { TaskNotice } from "./TaskNotice.tsx";
import { useKeyText } from "./useKeyText.ts";
import type { OwnKey } from "./useOwnKey.ts";
import { type Task, useTask } from "./useTask.ts";

interface Props {
	own: OwnKey;
	/** The viewer's public key as the server knows it, base64; null: none. */
	knownKey: string | null;
	/** A box is still to be opened with a key that was made before. */
	isNeededStill: boolean;
	onRegistered(): void;
}

/** [T1] [T7] The trustee's own key: made here, saved as a file, its fingerprint to be read aloud. */
export function KeySection({ own, knownKey, isNeededStill, onRegistered }: Props) {
	const { t } = useTranslation("voting");
	const task = useTask();
	const register = useRegistering(onRegistered);
	const make = () =>
		task.run(async () => {
			const key = await own.make();
			await saveKeyFile(key);
			return register(key);
		});
	return (
		<Section title={t("trustee.key")} isRuled>
			{own.key === undefined && <Loading label={t("trustee.lookingForKey")} lines={2} />}
			{own.key === null && knownKey === null && (
				<>
					<p className={css.words}>{t("trustee.noKey")}</p>
					<div>
						<Button variant="primary" size="large" isPending={task.isRunning} onPress={() => void make()}>
							{t("trustee.makeKey")}
						</Button>
					</div>
				</>
			)}
			{own.key === null && knownKey !== null && (
				<>
					<Notice tone="warn">{t("trustee.keyElsewhere")}</Notice>
					<KeyFileField own={own} />
					{!isNeededStill && <NewKey task={task} make={make} />}
				</>
			)}
			{own.key && (
				<KeyHere own={own} held={own.key} knownKey={knownKey} task={task} register={register}>
					{!isNeededStill && <NewKey task={task} make={make} />}
				</KeyHere>
			)}
			<TaskNotice problem={task.problem} />
		</Section>
	);
}

/** Tells the server the public half. */
function useRegistering(onRegistered: () => void) {
	const client = useApolloClient();
	return async (key: TrusteeKey) => {
		const publicKey = (await loadSodium()).to_base64(key.publicKey);
		const { data } = await client.mutate({ mutation: SetTrusteeKeyDocument, variables: { publicKey } });
		const refusal = data?.setTrusteeKey.refusal;
		if (refusal) return { refusal: refusal.code };
		onRegistered();
		return null;
	};
}

interface KeyHereProps {
	own: OwnKey;
	held: TrusteeKey;
	knownKey: string | null;
	task: Task;
	register(key: TrusteeKey): Promise<{ refusal: string } | null>;
	children: React.ReactNode;
}

function KeyHere({ own, held, knownKey, task, register, children }: KeyHereProps) {
	const { t } = useTranslation("voting");
	const text = useKeyText(held);
	const isKnown = text !== null && text === knownKey;
	return (
		<>
			{text && (
				<p className={css.words}>
					{t("trustee.fingerprint")} <Fingerprint publicKey={text} isLarge />
					<br />
					{t("trustee.readAloud")}
				</p>
			)}
			{!own.isKept && <Notice tone="warn">{t("trustee.notKept")}</Notice>}
			{text && !isKnown && (
				<Notice tone="warn">
					<p>{t(knownKey ? "trustee.otherKeyKnown" : "trustee.notRegistered")}</p>
					<Button isPending={task.isRunning} onPress={() => void task.run(() => register(held))}>
						{t("trustee.register")}
					</Button>
				</Notice>
			)}
			<div className={css.actions}>
				<Button onPress={() => void task.run(() => saveKeyFile(held).then(() => null))}>
					{t("trustee.saveFile")}
				</Button>
				{children}
			</div>
			<p className={css.words}>{t("trustee.fileMeans")}</p>
		</>
	);
}

/** Asks once: whoever loses the former key cannot open what was sealed for it. */
function NewKey({ task, make }: { task: Task; make(): Promise<void> }) {
	const { t } = useTranslation("voting");
	const [asks, setAsks] = useState(false);
	return (
		<>
			<Button variant="quiet" isDisabled={task.isRunning} onPress={() => setAsks(true)}>
				{t("trustee.newKey")}
			</Button>
			<ConfirmDialog
				isOpen={asks}
				title={t("trustee.newKeyAsk")}
				confirmLabel={t("trustee.makeKey")}
				cancelLabel={t("trustee.keepKey")}
				onConfirm={() => {
					setAsks(false);
					void make();
				}}
				onCancel={() => setAsks(false)}
			>
				<p>{t("trustee.newKeyMeans")}</p>
			</ConfirmDialog>
		</>
	);
}
