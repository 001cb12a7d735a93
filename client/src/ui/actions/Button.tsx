import type { ReactNode } from "react";
import {
	Button as AriaButton,
	type ButtonProps as AriaButtonProps,
	Link as AriaLink,
} from "react-aria-components";
import { joinClasses } from "../joinClasses.ts";
import css from "./Button.module.css";

/** Primary: the one thing to do here. Danger: cannot be undone. Quiet: leaves the paper empty until touched. */
export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";

interface Look {
	variant?: ButtonVariant;
	size?: "normal" | "large";
	/** Fills the line: the thumb's button on a phone. */
	isWide?: boolean;
}

type Press = Omit<AriaButtonProps, "className" | "children" | "style">;

export interface ButtonProps extends Press, Look {
	children: ReactNode;
	/** What is said in the button's place while `isPending`; presses are ignored meanwhile, the focus stays. */
	pendingLabel?: string;
	className?: string;
}

const lookClass = ({ variant = "secondary", size = "normal", isWide }: Look, extra?: string) =>
	joinClasses(css.button, css[variant], size === "large" && css.large, isWide && css.wide, extra);

/** A button of at least 44 pixels; `onPress` fires for mouse, touch, pen and keyboard alike. */
export function Button(props: ButtonProps) {
	const { variant, size, isWide, pendingLabel, className, children, isPending, ...press } = props;
	const look = lookClass({ variant, size, isWide }, joinClasses(isPending && css.pending, className));
	return (
		<AriaButton {...(isPending ? resting(press) : press)} className={look}>
			{isPending && <span className={css.turning} aria-hidden="true" />}
			{isPending ? <span aria-live="polite">{pendingLabel ?? children}</span> : children}
		</AriaButton>
	);
}

/** The button keeps the focus but does nothing. Not react-aria's own isPending: its announcement outlives the button and then names nothing. */
function resting(press: Press): Press {
	return {
		...press,
		type: "button",
		"aria-disabled": true,
		onPress: undefined,
		onPressStart: undefined,
		onPressEnd: undefined,
		onPressUp: undefined,
		onClick: undefined,
	};
}

export interface ButtonLinkProps extends Look {
	href: string;
	children: ReactNode;
	className?: string;
	"aria-label"?: string;
}

/** A link that is the main way on from here and looks like a button; still a link for reader and browser. */
export function ButtonLink({ variant, size, isWide, className, ...rest }: ButtonLinkProps) {
	return <AriaLink {...rest} className={lookClass({ variant, size, isWide }, className)} />;
}
