import type { ReactNode } from "react";
import {
	Button as AriaButton,
	Menu as AriaMenu,
	MenuItem,
	MenuTrigger,
	Popover,
} from "react-aria-components";
import button from "./Button.module.css";
import css from "./Menu.module.css";

export interface MenuEntry {
	key: string;
	label: ReactNode;
	/** Goes somewhere … */
	href?: string;
	/** … or does something. */
	onAction?(): void;
}

export interface MenuProps {
	/** What stands on the button. */
	trigger: ReactNode;
	/** Names the menu, for a screen reader. */
	label: string;
	entries: readonly MenuEntry[];
}

/** A button that opens a short list of things to do or places to go. */
export function Menu({ trigger, label, entries }: MenuProps) {
	return (
		<MenuTrigger>
			<AriaButton aria-label={label} className={`${button.button} ${button.quiet}`}>
				{trigger}
			</AriaButton>
			<Popover placement="bottom end" className={css.popover}>
				<AriaMenu className={css.menu}>
					{entries.map((entry) => (
						<MenuItem key={entry.key} href={entry.href} onAction={entry.onAction} className={css.item}>
							{entry.label}
						</MenuItem>
					))}
				</AriaMenu>
			</Popover>
		</MenuTrigger>
	);
}
