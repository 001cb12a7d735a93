import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { useEffect, useState } from "react";
import { Toolbar as AriaToolbar, Button, Group, ToggleButton } from "react-aria-components";
import { useTranslation } from "react-i18next";
import css from "./Editor.module.css";
import { LinkDialog } from "./LinkDialog.tsx";
import { ToolIcon } from "./ToolIcon.tsx";
import { toolGroups, toolsState } from "./tools.ts";

/** The tools of the text: one stop of the Tab key, arrows within; each says its name and its keys. */
export function Toolbar({ editor }: { editor: Editor }) {
	const { t } = useTranslation("drafting");
	const [isLinking, setLinking] = useState(false);
	const { on, href, mayUndo, mayRedo } = useEditorState({
		editor,
		selector: (state) => toolsState(state.editor),
	});
	useEffect(() => onLinkKeys(editor, () => setLinking(true)), [editor]);
	const names = on.split(",");
	return (
		<>
			<AriaToolbar aria-label={t("tools.label")} className={css.toolbar}>
				{toolGroups.map((group) => (
					<Group key={group[0]?.name} className={css.group}>
						{group.map(({ name, toggle, keys }) => (
							<ToggleButton
								key={name}
								className={css.tool ?? ""}
								aria-label={t(`tools.${name}`)}
								aria-keyshortcuts={keys}
								isSelected={names.includes(name)}
								onChange={() => toggle(editor)}
							>
								<ToolIcon name={name} />
							</ToggleButton>
						))}
					</Group>
				))}
				<Group className={css.group}>
					<ToggleButton
						className={css.tool ?? ""}
						aria-label={t("tools.link")}
						aria-keyshortcuts="Control+K"
						isSelected={href !== null}
						onChange={() => setLinking(true)}
					>
						<ToolIcon name="link" />
					</ToggleButton>
				</Group>
				<Group className={css.group}>
					<Button
						className={css.tool ?? ""}
						aria-label={t("tools.undo")}
						isDisabled={!mayUndo}
						onPress={() => editor.chain().focus().undo().run()}
					>
						<ToolIcon name="undo" />
					</Button>
					<Button
						className={css.tool ?? ""}
						aria-label={t("tools.redo")}
						isDisabled={!mayRedo}
						onPress={() => editor.chain().focus().redo().run()}
					>
						<ToolIcon name="redo" />
					</Button>
				</Group>
			</AriaToolbar>
			{isLinking && <LinkDialog editor={editor} href={href ?? ""} onClose={() => setLinking(false)} />}
		</>
	);
}

/** Calls back when the keys are pressed that ask for a link everywhere; gives the way to stop. */
function onLinkKeys({ view }: Editor, asked: () => void): () => void {
	const { dom } = view;
	const press = (event: KeyboardEvent) => {
		const isAsked = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
		if (!isAsked || event.key.toLowerCase() !== "k") return;
		event.preventDefault();
		asked();
	};
	dom.addEventListener("keydown", press);
	return () => dom.removeEventListener("keydown", press);
}
