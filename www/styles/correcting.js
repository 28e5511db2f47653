/** The bar with Undo and Redo, the dialogs, and the button beside selected words. */

export const CORRECTING = `
/* At the lower edge of the window while the element is in view; below the element once its end is. */
.undo-bar {
  grid-area: 1 / 1 / -1 / 2; align-self: end; justify-self: center; position: sticky; z-index: 1; inset-block-end: max(var(--s2), env(safe-area-inset-bottom));
  display: flex; align-items: center; gap: var(--s2); max-inline-size: min(42rem, 100%); margin-block-end: -6rem; padding: var(--s2);
  background: var(--ground); border: 1px solid var(--strong-line); border-radius: 0.3rem; box-shadow: 0 0.4rem 1.4rem rgb(0 0 0 / 0.16);
}
.undo-bar p { flex: 1 1 auto; min-inline-size: 0; padding-inline-start: var(--s1); font-size: var(--small); line-height: 1.35; overflow-wrap: anywhere; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 4; overflow: hidden; }
.undo-bar button { flex: none; }
.frame[data-corrected] { padding-block-end: 6rem; }
/* The bar does not cover what has the focus. */
[data-corrected] > :not(.undo-bar, dialog) :is(button, input, select, textarea) { scroll-margin-block: var(--s4) 6rem; }
.dialog {
  inline-size: min(26rem, 94vw); max-inline-size: none; max-block-size: calc(100vh - 2rem); overflow: auto; padding: min(var(--s5), 5vw);
  color: var(--ink); background: var(--ground); border: 1px solid var(--strong-line); border-radius: 0.3rem; font: var(--base) / 1.5 var(--interface-font);
}
.dialog::backdrop { background: rgb(0 0 0 / 0.4); }
.dialog form { display: grid; gap: var(--s3); }
.field { display: grid; gap: var(--s1); }
.field label { font-weight: 650; }
.dialog :is(input, select, textarea) {
  font: inherit; color: inherit; background: var(--ground); inline-size: 100%; min-block-size: 2.25rem;
  padding: var(--s1) var(--s2); border: 1px solid var(--strong-line); border-radius: 0.3rem;
}
.dialog textarea { font-family: var(--reading-font); resize: vertical; }
.dialog .said { margin: 0; -webkit-line-clamp: 4; }
.dialog .problem { font-weight: 650; }
.dialog .problem:empty { display: none; }
.dialog-actions { display: flex; flex-wrap: wrap; gap: var(--s2); }
.mark-selection { position: fixed; inset: auto; margin: 0; box-shadow: 0 0.4rem 1.4rem rgb(0 0 0 / 0.16); }
`;
