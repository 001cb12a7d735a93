import { useEffect, useState } from "react";
import { GridList, useDragAndDrop } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { MoveAgendaItemDocument } from "../../../gql/graphql.ts";
import { Button, EmptyState, Section } from "../../../ui/index.ts";
import { ProblemNotice } from "../../live/ProblemNotice.tsx";
import { useRun } from "../../live/useRun.ts";
import type { LiveAgendaItem, LiveSession } from "../../live/views.ts";
import css from "../Facilitator.module.css";
import { AddItemSheet } from "./AddItemSheet.tsx";
import { AgendaRow } from "./AgendaRow.tsx";
import { indexAfterDrop, inOrder } from "./reorder.ts";

/** The agenda, rearranged by drag or by keyboard; live for everybody. */
export function AgendaEditor({ session }: { session: LiveSession }) {
	const { t } = useTranslation("session");
	const [isAdding, setIsAdding] = useState(false);
	const running = useRun();
	const { lines, move } = useOrder(session.agenda, async (agendaItemId, toIndex) => {
		await running.run(MoveAgendaItemDocument, { agendaItemId, toIndex });
	});
	const { dragAndDropHooks } = useDragAndDrop({
		getItems: (keys) =>
			[...keys].map((key) => ({ "text/plain": lines.find(({ id }) => id === key)?.title ?? "" })),
		onReorder: ({ keys, target }) => {
			const [moved] = keys;
			if (moved !== undefined) move(String(moved), String(target.key), target.dropPosition === "after");
		},
	});
	return (
		<Section
			title={t("agenda.title")}
			isRuled
			className={css.agenda}
			aside={<Button onPress={() => setIsAdding(true)}>{t("agenda.add")}</Button>}
		>
			<ProblemNotice problem={running.problem} />
			{lines.length === 0 ? (
				<EmptyState says={t("agenda.emptyForRunner")} />
			) : (
				<GridList
					aria-label={t("agenda.title")}
					items={lines}
					dependencies={[running]}
					dragAndDropHooks={dragAndDropHooks}
					className={css.agendaList}
				>
					{(item) => (
						<AgendaRow
							item={item}
							sessionId={session.id}
							running={running}
							language={session.event.network.workingLanguage}
						/>
					)}
				</GridList>
			)}
			{isAdding && <AddItemSheet session={session} onClose={() => setIsAdding(false)} />}
		</Section>
	);
}

/** The lines as they will stand: a moved line stands in its new place at once, until the server's answer decides. */
function useOrder(agenda: readonly LiveAgendaItem[], save: (id: string, toIndex: number) => Promise<void>) {
	const [order, setOrder] = useState<readonly string[] | null>(null);
	// biome-ignore lint/correctness/useExhaustiveDependencies: a new agenda from the server ends the guess
	useEffect(() => setOrder(null), [agenda]);
	const lines = inOrder(agenda, order);
	const move = (id: string, target: string, isAfter: boolean) => {
		const ids = lines.map((line) => line.id);
		const toIndex = indexAfterDrop(ids, id, target, isAfter);
		const others = ids.filter((other) => other !== id);
		setOrder([...others.slice(0, toIndex), id, ...others.slice(toIndex)]);
		void save(id, toIndex).then(() => setOrder(null));
	};
	return { lines, move };
}
