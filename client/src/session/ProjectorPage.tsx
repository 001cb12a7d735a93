import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { Answer, PageTitle } from "../app/index.ts";
import { useScreen } from "./projector/useScreen.ts";
import { Wall } from "./projector/Wall.tsx";

/** /screen/:id — the projector: what is happening, for the last row. Nobody need be signed in. */
export default function ProjectorPage() {
	const { id = "" } = useParams();
	return <Room key={id} id={id} />;
}

/** All words are fetched at arrival, so that nothing is missing when a vote opens. */
function Room({ id }: { id: string }) {
	useTranslation(["session", "voting"]);
	const { result, tally } = useScreen(id);
	return (
		<main>
			{result.data?.screen && <PageTitle>{result.data.screen.title}</PageTitle>}
			<Answer result={result} of={(data) => data.screen}>
				{(screen) => <Wall screen={screen} tally={tally} />}
			</Answer>
		</main>
	);
}
