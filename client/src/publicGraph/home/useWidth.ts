import { type RefObject, useEffect, useState } from "react";

/** The width of an element in pixels, kept up to date; `before` until it is known. */
export function useWidth(element: RefObject<Element | null>, before: number): number {
	const [width, setWidth] = useState(before);
	useEffect(() => {
		if (!element.current) return;
		const observer = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width || before));
		observer.observe(element.current);
		return () => observer.disconnect();
	}, [element, before]);
	return width;
}
