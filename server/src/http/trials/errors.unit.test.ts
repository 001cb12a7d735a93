import { buildSchema, execute, GraphQLError, parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { errorFormatter } from "../errors.ts";
import { createGuard } from "../guard.ts";

const schema = buildSchema("type Query { password: String } type Subscription { tick: Int }");

function formatted(error: GraphQLError) {
	const logged: object[] = [];
	const told = errorFormatter({ error: (fields) => logged.push(fields) })(error);
	return { told, logged };
}

async function thrown(error: unknown): Promise<GraphQLError> {
	const rootValue = {
		password: () => {
			throw error;
		},
	};
	const { errors } = await execute({ schema, document: parse("{ password }"), rootValue });
	return errors?.[0] as GraphQLError;
}

describe("[12] what leaves the server of an error", () => {
	it("is a code and an id for a fault; the log has the details under the same id", async () => {
		const { told, logged } = formatted(await thrown(new Error("relation person does not exist")));
		expect(told.message).toBe("Something broke on our side.");
		expect(told.extensions).toEqual({ code: "INTERNAL_SERVER_ERROR", faultId: expect.any(String) });
		expect(told.path).toEqual(["password"]);
		expect(logged).toEqual([expect.objectContaining({ faultId: told.extensions?.faultId })]);
	});

	it("would be the whole message without the formatter", async () => {
		expect((await thrown(new Error("relation person does not exist"))).message).toContain("relation person");
	});

	it.each([
		[
			"an error with extensions of its own",
			Object.assign(new Error("x"), { extensions: { code: "NOT_FOUND" } }),
		],
		["a GraphQLError without a code", new GraphQLError("x")],
		["something that is no error", "x"],
	])("is nothing more for %s", async (_what, error) => {
		expect(formatted(await thrown(error)).told.extensions?.code).toBe("INTERNAL_SERVER_ERROR");
	});

	it("is message, code and what clients need for a refusal on purpose", async () => {
		const extensions = { code: "TOO_SLOW", resumeAfter: "7", query: "select *" };
		const { told, logged } = formatted(await thrown(new GraphQLError("Too slow.", { extensions })));
		expect(told).toMatchObject({ message: "Too slow.", extensions: { code: "TOO_SLOW", resumeAfter: "7" } });
		expect(told.extensions?.query).toBeUndefined();
		expect(logged).toEqual([]);
	});
});

describe("[11, 15] what graphql-js would do without us", () => {
	it("is to suggest names, which the guard does not", () => {
		const query = "{ passwor }";
		expect(validate(schema, parse(query))[0]?.message).toContain("password");
		expect(createGuard({ schema }).judge({ query }).refused?.[0]?.message).not.toContain("password");
	});

	it("is to execute a subscription like a query, which the endpoint refuses", async () => {
		const { data } = await execute({
			schema,
			document: parse("subscription { tick }"),
			rootValue: { tick: 1 },
		});
		expect(data).toEqual({ tick: 1 });
	});
});
