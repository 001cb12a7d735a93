/**
 * [P4] The address in the mail: the fixed base address of the installation, never the Host header; the token
 * behind `#`, so that no server, proxy or Referer header ever gets it.
 */
export function signInLink(publicAddress: string, token: string): string {
	return `${publicAddress}/sign-in/confirm#${token}`;
}
