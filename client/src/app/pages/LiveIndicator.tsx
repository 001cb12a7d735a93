import { useTranslation } from "react-i18next";
import { type memberSocket, useConnection } from "../../apollo/index.ts";
import { ConnectionIndicator } from "../../ui/index.ts";
import { useFormats } from "../language/useFormats.ts";

/** Says on a live screen whether what it shows is of now. `socket`: the public graph's, where that one is watched. */
export function LiveIndicator({ socket, className }: { socket?: typeof memberSocket; className?: string }) {
	const { t } = useTranslation("app");
	const formats = useFormats();
	const { state, since } = useConnection(socket);
	const label = t(`connection.${state}`, { time: since ? formats.time(since) : "" });
	return <ConnectionIndicator state={state} label={label} className={className} />;
}
