import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";

const SMALLEST = 0.5;
const STEP = 0.04;

/**
 * Makes what stands in a box smaller, step by step down to a half, until all of it fits: nothing on the wall is cut
 * off, in any language. The box's sizes have to hang on the custom property `--fit`.
 */
export function useFit(): RefObject<HTMLDivElement | null> {
	const box = useRef<HTMLDivElement>(null);
	useLayoutEffect(() => shrink(box.current));
	useEffect(() => {
		const again = () => shrink(box.current);
		window.addEventListener("resize", again);
		void document.fonts?.ready.then(again);
		return () => window.removeEventListener("resize", again);
	}, []);
	return box;
}

function shrink(box: HTMLDivElement | null) {
	const inside = box?.firstElementChild;
	if (!box || !(inside instanceof HTMLElement)) return;
	for (let size = 1; size >= SMALLEST; size -= STEP) {
		box.style.setProperty("--fit", size.toFixed(2));
		if (inside.offsetHeight <= box.clientHeight && inside.scrollWidth <= box.clientWidth) return;
	}
}
