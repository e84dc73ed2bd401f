/** What chapters load for what they ask. It acts on what the build has rendered, and loads nothing else. */
import "../progress/progress.ts";
import "./choice.ts";
import "./guess.ts";
import "./mark.ts";
