import { useTranslation } from "react-i18next";
import { AskForTheFloorDocument, WithdrawFloorRequestDocument } from "../../gql/graphql.ts";
import { Button } from "../../ui/index.ts";
import type { Running } from "../live/useRun.ts";
import type { LiveSession } from "../live/views.ts";
import css from "./Delegate.module.css";

interface Props {
	session: LiveSession;
	/** The viewer's last known request; whether it is still open, the session's list says. */
	ownRequestId: string | null;
	running: Running;
}

/** Asks for the floor, says how many are before, gives it back. Stands at the thumb's edge of the screen. */
export function FloorControl({ session, ownRequestId, running }: Props) {
	const { t } = useTranslation("session");
	const waiting = session.floor.filter(({ calledAt }) => !calledAt);
	const speaker = session.floor.find(({ calledAt }) => calledAt);
	const own = session.floor.find(({ id }) => id === ownRequestId);
	const before = own ? waiting.findIndex(({ id }) => id === own.id) : waiting.length;
	const variables = { sessionId: session.id };
	return (
		<div className={css.thumb}>
			<p className={css.floorState}>
				{speaker && !own?.calledAt && (
					<span>{t("floor.speaking", { name: speaker.personName, city: speaker.city ?? "" })} </span>
				)}
				{own?.calledAt ? (
					<strong>{t("floor.youHaveIt")}</strong>
				) : (
					t(own ? "floor.inLine" : "floor.waiting", { count: before })
				)}
			</p>
			{own ? (
				<Button
					size="large"
					isWide
					isPending={running.isRunning}
					onPress={() => void running.run(WithdrawFloorRequestDocument, variables)}
				>
					{t(own.calledAt ? "floor.giveBack" : "floor.withdraw")}
				</Button>
			) : (
				<Button
					variant="primary"
					size="large"
					isWide
					isPending={running.isRunning}
					onPress={() => void running.run(AskForTheFloorDocument, variables)}
				>
					{t("floor.ask")}
				</Button>
			)}
		</div>
	);
}
