/**
 * The element in React 19. React sets properties of custom elements and listens to their events by
 * itself: `onquotes-change` listens to `quotes-change`.
 *
 *     npx esbuild docs/examples/react/main.jsx --bundle --format=esm --jsx=automatic --outfile=docs/examples/react/bundle.js
 */

import { useState } from "react";
import { createRoot } from "react-dom/client";

function Story() {
  const [count, setCount] = useState(0);
  return (
    <>
      <article id="article">
        <p>“The river rose in an hour,” said Ann Lee.</p>
        <p>“We lost the bridge,” said Bob Ortiz.</p>
      </article>
      <output>{count} quotations</output>
      <quote-extractor for="article" onquotes-change={(event) => setCount(event.report.quotations.length)} />
    </>
  );
}

createRoot(document.querySelector("#root")).render(<Story />);
