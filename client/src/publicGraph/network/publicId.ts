/** The public graph's global id of a thing whose uuid we know from the members' graph: base64url of "Type:uuid". */
export function publicId(
	type: "Recommendation" | "Initiative" | "Partner" | "PublicPoll",
	uuid: string,
): string {
	return btoa(`${type}:${uuid}`).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
