import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createWakeSigns, type Device } from "./wakeSigns.ts";

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

function sleeper() {
	const document = Object.assign(new EventTarget(), {
		visibilityState: "visible" as DocumentVisibilityState,
	});
	const window = new EventTarget();
	const heard = vi.fn();
	const signs = createWakeSigns({ document, window } as unknown as Device);
	const stop = signs.onWake(heard);
	return { document, window, heard, stop };
}

test("the several signs of one waking are told once, at the first", () => {
	const { document, window, heard } = sleeper();
	window.dispatchEvent(new Event("pageshow"));
	expect(heard).toHaveBeenCalledTimes(1);
	document.dispatchEvent(new Event("visibilitychange"));
	window.dispatchEvent(new Event("online"));
	expect(heard).toHaveBeenCalledTimes(1);
});

test("the next waking is told again, until nobody listens", () => {
	const { window, heard, stop } = sleeper();
	window.dispatchEvent(new Event("online"));
	vi.advanceTimersByTime(1_000);
	window.dispatchEvent(new Event("online"));
	expect(heard).toHaveBeenCalledTimes(2);
	stop();
	vi.advanceTimersByTime(1_000);
	window.dispatchEvent(new Event("online"));
	expect(heard).toHaveBeenCalledTimes(2);
});

test("going to sleep is no waking", () => {
	const { document, heard } = sleeper();
	document.visibilityState = "hidden";
	document.dispatchEvent(new Event("visibilitychange"));
	expect(heard).not.toHaveBeenCalled();
});
