import { safeHref } from "@crossroads/shared";
import type { Editor } from "@tiptap/core";
import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, Dialog, TextField } from "../../ui/index.ts";

/** Asks where a link leads; an address without a scheme is taken as https. */
export function LinkDialog({ editor, href, onClose }: { editor: Editor; href: string; onClose(): void }) {
	const { t } = useTranslation("drafting");
	const [address, setAddress] = useState(href);
	const [isWrong, setWrong] = useState(false);
	const form = useId();
	const close = () => {
		onClose();
		editor.commands.focus();
	};
	const submit = (event: FormEvent) => {
		event.preventDefault();
		const safe = safeHref(withScheme(address.trim()));
		if (!safe) return setWrong(true);
		setLink(editor, safe);
		close();
	};
	const remove = () => {
		editor.chain().extendMarkRange("link").unsetLink().run();
		close();
	};
	return (
		<Dialog
			isOpen
			onClose={close}
			title={t("link.title")}
			actions={
				<>
					{href && (
						<Button variant="quiet" onPress={remove}>
							{t("link.remove")}
						</Button>
					)}
					<Button onPress={close}>{t("cancel")}</Button>
					<Button variant="primary" type="submit" form={form}>
						{t("link.set")}
					</Button>
				</>
			}
		>
			<form id={form} onSubmit={submit}>
				<TextField
					label={t("link.address")}
					hint={t("link.hint")}
					value={address}
					onChange={setAddress}
					error={isWrong ? t("link.wrong") : null}
					autoFocus
					maxLength={2048}
				/>
			</form>
		</Dialog>
	);
}

function withScheme(address: string): string {
	if (/^[a-z][a-z0-9+.-]*:/i.test(address)) return address;
	return /^[^\s/@]+@[^\s/@]+$/.test(address) ? `mailto:${address}` : `https://${address}`;
}

/** Where nothing is selected, the address itself becomes the text. */
function setLink(editor: Editor, href: string): void {
	const { empty } = editor.state.selection;
	if (!empty || editor.isActive("link")) editor.chain().extendMarkRange("link").setLink({ href }).run();
	else
		editor
			.chain()
			.insertContent({ type: "text", text: href, marks: [{ type: "link", attrs: { href } }] })
			.run();
}
