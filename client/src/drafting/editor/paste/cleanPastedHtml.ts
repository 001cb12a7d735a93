import { dropDirt } from "./dropDirt.ts";
import { markFakeItems } from "./fakeItems.ts";
import { flattenTables } from "./flattenTables.ts";
import { mendLists, realLists } from "./lists.ts";
import { nameBlocks } from "./nameBlocks.ts";
import { tidySpaces } from "./tidySpaces.ts";

/**
 * What another program put on the clipboard, as plain HTML: headings, lists, quotations and emphasis stay, the other
 * program's dirt goes. What was copied from a draft comes back as it is. Nothing in it is fetched or run.
 */
export function cleanPastedHtml(html: string): string {
	if (html.includes("data-pm-slice")) return html;
	const { body } = new DOMParser().parseFromString(html, "text/html");
	markFakeItems(body);
	dropDirt(body);
	nameBlocks(body);
	flattenTables(body);
	tidySpaces(body);
	realLists(body);
	mendLists(body);
	return body.innerHTML;
}
