import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import css from "./Dialog.module.css";

export interface DialogProps {
	isOpen: boolean;
	onClose(): void;
	title: string;
	children: ReactNode;
	/** Buttons at the end, the main one last. */
	actions?: ReactNode;
	/** An alert dialog is not closed by pressing beside it. */
	isAlert?: boolean;
}

/** A page laid over the page; holds the focus, gives it back on closing, closes by Escape. */
export function Dialog({ isOpen, onClose, title, children, actions, isAlert }: DialogProps) {
	return (
		<ModalOverlay
			isOpen={isOpen}
			onOpenChange={(open) => !open && onClose()}
			isDismissable={!isAlert}
			className={css.overlay}
		>
			<Modal className={css.modal}>
				<AriaDialog role={isAlert ? "alertdialog" : "dialog"} className={css.dialog}>
					<Heading slot="title" level={2} className={css.title}>
						{title}
					</Heading>
					<div className={css.body}>{children}</div>
					{actions && <div className={css.actions}>{actions}</div>}
				</AriaDialog>
			</Modal>
		</ModalOverlay>
	);
}
