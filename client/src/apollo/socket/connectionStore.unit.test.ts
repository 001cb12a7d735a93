import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createConnectionStore } from "./connectionStore.ts";

beforeEach(() => {
	vi.useFakeTimers({ now: new Date("2026-11-23T14:02:00Z") });
});
afterEach(() => {
	vi.useRealTimers();
});

test("a short break is called connecting, and passes", () => {
	const store = createConnectionStore();
	store.connected();
	store.lost();
	expect(store.get().state).toBe("connecting");
	vi.advanceTimersByTime(2_000);
	store.connected();
	vi.advanceTimersByTime(10_000);
	expect(store.get()).toEqual({ state: "live", since: null });
});

test("a longer break is offline since the moment when it was live for the last time", () => {
	const store = createConnectionStore();
	store.connected();
	store.lost();
	vi.advanceTimersByTime(1_000);
	store.connecting();
	store.lost();
	vi.advanceTimersByTime(3_000);
	expect(store.get()).toEqual({ state: "offline", since: new Date("2026-11-23T14:02:00Z") });
});

test("listeners hear each change once, until they leave", () => {
	const store = createConnectionStore();
	const heard = vi.fn();
	const leave = store.subscribe(heard);
	store.connected();
	store.connected();
	expect(heard).toHaveBeenCalledTimes(1);
	leave();
	store.lost();
	expect(heard).toHaveBeenCalledTimes(1);
});
