// Starts the NHS design system's own components; every page works without it.
import { initAll } from "../nhsuk/nhsuk.js";

initAll();
