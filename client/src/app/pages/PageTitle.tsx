/** The tab's title: the page's own, then the application's. React puts it into the head. */
export function PageTitle({ children }: { children: string }) {
	return <title>{`${children} · Crossroads`}</title>;
}
