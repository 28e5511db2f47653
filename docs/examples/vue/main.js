/** The element in Vue 3. With a build step, `isCustomElement` belongs in the options of the compiler. */

import { createApp, ref } from "vue";

const app = createApp({
  setup() {
    const count = ref(0);
    return { count };
  },
  template: `
    <article id="article">
      <p>“The river rose in an hour,” said Ann Lee.</p>
      <p>“We lost the bridge,” said Bob Ortiz.</p>
    </article>
    <output>{{ count }} quotations</output>
    <quote-extractor for="article" @quotes-change="count = $event.report.quotations.length"></quote-extractor>`,
});
app.config.compilerOptions.isCustomElement = (tag) => tag === "quote-extractor";
app.mount("#app");
