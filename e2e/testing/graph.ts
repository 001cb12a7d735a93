/** One operation on a running server's graph, with a cookie jar of one cookie. */
export interface GraphClient {
	request<T>(query: string, variables?: Record<string, unknown>): Promise<T>;
	readonly cookie: string;
}

/** A client of `/graphql` (or another path) that keeps the cookie it is given. Throws with the errors of an answer. */
export function graphClient(address: string, path = "/graphql", firstCookie = ""): GraphClient {
	let cookie = firstCookie;
	return {
		get cookie() {
			return cookie;
		},
		async request<T>(query: string, variables: Record<string, unknown> = {}) {
			const response = await fetch(address + path, {
				method: "POST",
				headers: { "content-type": "application/json", ...(cookie === "" ? {} : { cookie }) },
				body: JSON.stringify({ query, variables }),
			});
			const set = response.headers.getSetCookie()[0];
			if (set) cookie = set.split(";")[0] ?? "";
			const answer = (await response.json()) as { data?: T; errors?: unknown[] };
			if (answer.errors) throw new Error(JSON.stringify(answer.errors));
			return answer.data as T;
		},
	};
}
