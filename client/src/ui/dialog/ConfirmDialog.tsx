import type { ReactNode } from "react";
import { Button } from "../actions/Button.tsx";
import { Dialog } from "./Dialog.tsx";

export interface ConfirmDialogProps {
	isOpen: boolean;
	title: string;
	/** What will happen, and whether it can be undone. */
	children: ReactNode;
	confirmLabel: string;
	cancelLabel: string;
	onConfirm(): void;
	onCancel(): void;
	/** "danger" for what cannot be undone. */
	tone?: "primary" | "danger";
	isPending?: boolean;
	pendingLabel?: string;
}

/** Asks once before what cannot be undone. The caller closes it: after the answer, so that a failure can be shown. */
export function ConfirmDialog(props: ConfirmDialogProps) {
	const { confirmLabel, cancelLabel, onConfirm, onCancel, tone = "primary", isPending, pendingLabel } = props;
	const actions = (
		<>
			<Button onPress={onCancel} isDisabled={isPending} autoFocus>
				{cancelLabel}
			</Button>
			<Button variant={tone} onPress={onConfirm} isPending={isPending} pendingLabel={pendingLabel}>
				{confirmLabel}
			</Button>
		</>
	);
	return (
		<Dialog isOpen={props.isOpen} onClose={onCancel} title={props.title} actions={actions} isAlert>
			{props.children}
		</Dialog>
	);
}
