/** What every page loads, in one file: scripts of a few lines each cost a request and compress badly. */
import "./offline/page/register.ts";
import "./reading/copy.ts";
import "./reading/enlarge.ts";
import "./reading/headings.ts";
import "./reading/keys.ts";
import "./reading/place.ts";
import "./reading/theme.ts";
import "./search/search.ts";
