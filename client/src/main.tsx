import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
import "@fontsource-variable/source-serif-4/wght-italic.css";
import "./ui/base.css";
import { createRoot } from "react-dom/client";
import { onStartAfresh } from "./apollo/index.ts";
import { App } from "./app/App.tsx";
import { startTranslations } from "./app/language/i18n.ts";
import { showTheme, storedTheme } from "./app/layout/theme.ts";
import { forgetDrafts } from "./drafting/index.ts";
import { rememberViewer } from "./people/index.ts";

showTheme(storedTheme());
onStartAfresh(() => {
	rememberViewer(null);
	void forgetDrafts();
});
await startTranslations();
const root = document.getElementById("root");
if (root) createRoot(root).render(<App />);
