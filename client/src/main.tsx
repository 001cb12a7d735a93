import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
import "@fontsource-variable/source-serif-4/wght-italic.css";
import "./ui/base.css";
import { createRoot } from "react-dom/client";
import { App } from "./app/App.tsx";
import { startTranslations } from "./app/language/i18n.ts";
import { showTheme, storedTheme } from "./app/layout/theme.ts";

showTheme(storedTheme());
await startTranslations();
const root = document.getElementById("root");
if (root) createRoot(root).render(<App />);
