import { createContext, type ReactNode, useContext } from "react";
import { useNetworkInView } from "./useNetworkInView.ts";

const Language = createContext<string | undefined>(undefined);

/** Tells everything inside in which language the network in view writes what has no language of its own. */
export function WorkingLanguage({ children }: { children: ReactNode }) {
	return <Language value={useNetworkInView()?.workingLanguage}>{children}</Language>;
}

/** The working language of the network in view (BCP 47); undefined while it is not known. For `lang` on its texts. */
export function useWorkingLanguage(): string | undefined {
	return useContext(Language);
}

/** A few words of the network's own (a theme's title, an event's) among the interface's. */
export function Written({ children }: { children: ReactNode }) {
	return <span lang={useWorkingLanguage()}>{children}</span>;
}
