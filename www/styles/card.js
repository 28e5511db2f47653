/** The card of a quotation. */

export const CARD = `
.card {
  position: fixed; inset: auto; margin: 0; inline-size: max-content; max-inline-size: min(22rem, calc(100vw - 1rem)); padding: var(--s3) var(--s4);
  color: var(--ink); background: var(--ground); border: 1px solid var(--strong-line); border-block-start: 3px solid var(--speaker); border-radius: 0.3rem;
  box-shadow: 0 0.4rem 1.4rem rgb(0 0 0 / 0.16); font-size: var(--base); overflow-wrap: anywhere;
}
.card .about { margin-block-start: var(--s2); }
.card-actions { display: flex; flex-wrap: wrap; gap: var(--s2); margin-block-start: var(--s3); }
`;
