import type { CDPSession, Page } from "playwright-core";

/** What Chromium tells a screen reader of one thing on the page. */
export interface Heard {
	role: string;
	name: string;
	description: string;
}

interface AxValue {
	value?: unknown;
}

interface AxNode {
	nodeId: string;
	ignored: boolean;
	role?: AxValue;
	name?: AxValue;
	description?: AxValue;
	properties?: { name: string; value: AxValue }[];
	childIds?: string[];
}

/** A page as a screen reader has it: Chromium's accessibility tree, asked anew each time. */
export async function screenReaderOf(page: Page) {
	const session: CDPSession = await page.context().newCDPSession(page);
	await session.send("Accessibility.enable");
	const everything = async () => {
		const { nodes } = (await session.send("Accessibility.getFullAXTree")) as { nodes: AxNode[] };
		return nodes;
	};
	const tree = async () => (await everything()).filter(({ ignored }) => !ignored);
	const textsOf = async (isAsked: (node: AxNode) => boolean) => {
		const nodes = await everything();
		const byId = new Map(nodes.map((node) => [node.nodeId, node]));
		return nodes.filter((node) => !node.ignored && isAsked(node)).map((node) => textIn(node, byId));
	};
	return {
		/** The element in focus. */
		async inFocus(): Promise<Heard> {
			const focused = (await tree()).filter((node) => property(node, "focused") === true);
			const node = focused.at(-1);
			if (!node) throw new Error("nothing has the focus");
			return heard(node);
		},
		/** Everything of this role, in the order of the page. */
		async all(role: string): Promise<Heard[]> {
			return (await tree()).filter((node) => node.role?.value === role).map(heard);
		},
		/** What the polite live regions hold now; empty ones are left out. */
		async politeRegions(): Promise<string[]> {
			const isPolite = (node: AxNode) => node.role?.value === "status" && property(node, "live") === "polite";
			return (await textsOf(isPolite)).filter((text) => text !== "");
		},
		/** The words of each thing of this role, as they are read one after the other. */
		texts(role: string): Promise<string[]> {
			return textsOf((node) => node.role?.value === role);
		},
	};
}

function heard({ role, name, description }: AxNode): Heard {
	return {
		role: String(role?.value ?? ""),
		name: String(name?.value ?? ""),
		description: String(description?.value ?? ""),
	};
}

function property({ properties = [] }: AxNode, name: string): unknown {
	return properties.find((each) => each.name === name)?.value.value;
}

/** Boxes without a meaning of their own are left out of the tree, and what stands in them is not; what is hidden is left out whole. */
function textIn(node: AxNode, byId: ReadonlyMap<string, AxNode>): string {
	if (node.role?.value === "StaticText") return node.ignored ? "" : String(node.name?.value ?? "");
	const children = (node.childIds ?? []).flatMap((id) => byId.get(id) ?? []);
	return children
		.map((child) => textIn(child, byId))
		.join("")
		.replace(/\s+/g, " ")
		.trim();
}
