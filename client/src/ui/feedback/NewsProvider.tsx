import {
	createContext,
	type ReactNode,
	useCallback,
	useContext,
	useEffect,
	useMemo,
	useRef,
	useState,
} from "react";
import { Button } from "../actions/Button.tsx";
import css from "./Feedback.module.css";

export interface News {
	text: string;
	/** Set for what must be read: it stays until it is put away. */
	isLasting?: boolean;
}

type Say = (news: string | News) => void;

const NewsContext = createContext<Say>(() => {});
const SHOWN_FOR_MS = 8_000;

/** Says a short piece of news once: shown at the foot of the screen and read politely by a screen reader. */
export function useNews(): Say {
	return useContext(NewsContext);
}

/** Holds the one polite live region of the page. `dismissLabel` names the button that puts a piece of news away. */
export function NewsProvider({ children, dismissLabel }: { children: ReactNode; dismissLabel: string }) {
	const [shown, setShown] = useState<(News & { id: number }) | null>(null);
	const lastId = useRef(0);
	const say = useCallback<Say>((news) => {
		lastId.current += 1;
		setShown({ ...(typeof news === "string" ? { text: news } : news), id: lastId.current });
	}, []);
	useEffect(() => {
		if (!shown || shown.isLasting) return;
		const timer = setTimeout(() => setShown(null), SHOWN_FOR_MS);
		return () => clearTimeout(timer);
	}, [shown]);
	const region = useMemo(
		() => (
			<div className={css.newsRegion}>
				<div role="status">{shown && <p key={shown.id}>{shown.text}</p>}</div>
				{shown && (
					<Button variant="quiet" onPress={() => setShown(null)}>
						{dismissLabel}
					</Button>
				)}
			</div>
		),
		[shown, dismissLabel],
	);
	return (
		<NewsContext value={say}>
			{children}
			{region}
		</NewsContext>
	);
}
