/** Where to go after signing in: the `to` of the address if it is a path of ours, else the member's home. */
export function destination(search: URLSearchParams): string {
	const to = search.get("to") ?? "";
	return /^\/(?![/\\])/.test(to) ? to : "/home";
}
